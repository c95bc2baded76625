//! Canonical composition (NFC), for X, which counts a letter with its accent once
//! however it was typed.
//!
//! The crate `unicode-normalization` does this for all of Unicode and adds 130 KB to
//! the WASM module (50 KB brotli; measured with 0.1.26, `opt-level = "z"`, fat LTO):
//! a fifth of what the whole card may weigh. The table here is 8 KB. It knows every
//! composition and decomposition that changes a length; it treats combining marks
//! that never compose, outside U+0300–U+036F, as letters of their own. The tests
//! compare it with that crate.

use std::sync::OnceLock;

/// See the head of the file for its form.
const TABLE: &str = include_str!("../../data/compositions.txt");

/// Hangul syllables are composed by arithmetic (Unicode, section 3.12).
const SYLLABLES: u32 = 0xAC00;
const LEADS: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
const TAILS: u32 = 0x11A7;
const LEAD_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const TAIL_COUNT: u32 = 28;

/// A composed text, with the way back.
pub(super) struct Composed {
    /// The text in NFC.
    pub text: String,
    /// For each of its characters, the byte of the source where it begins.
    pub sources: Vec<usize>,
}

/// The text in NFC; none when it is so already.
pub(super) fn compose(text: &str) -> Option<Composed> {
    if text.chars().all(|c| c < '\u{300}') {
        return None;
    }
    let table = table();
    if !text.chars().any(|c| table.may_change(c)) {
        return None;
    }
    let parts = decompose(table, text);
    let parts = recompose(table, parts);
    let composed = Composed {
        text: parts.iter().map(|part| part.c).collect(),
        sources: parts.iter().map(|part| part.source).collect(),
    };
    (composed.text != text).then_some(composed)
}

/// A character, its combining class and where it comes from.
#[derive(Clone, Copy)]
struct Part {
    c: char,
    class: u8,
    source: usize,
}

/// Takes every character apart, and puts the marks of each letter in canonical order.
fn decompose(table: &Table, text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for (source, c) in text.char_indices() {
        table.take_apart(c, &mut |c| {
            parts.push(Part {
                c,
                class: table.class(c),
                source,
            });
        });
    }
    let starters = |a: &Part, b: &Part| (a.class == 0) == (b.class == 0);
    for marks in parts.chunk_by_mut(starters) {
        if !marks.is_sorted_by_key(|part| part.class) {
            order(marks);
        }
    }
    parts
}

/// Stable, in a pass for each class: there are few, and the library's sort is several kilobytes for each type.
fn order(marks: &mut [Part]) {
    let disordered = marks.to_vec();
    let sorted =
        (0..=u8::MAX).flat_map(|class| disordered.iter().filter(move |part| part.class == class));
    for (place, part) in marks.iter_mut().zip(sorted) {
        *place = *part;
    }
}

fn recompose(table: &Table, parts: Vec<Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::with_capacity(parts.len());
    let mut starter: Option<usize> = None;
    // The class of the last character that was kept behind the starter; 0 for none.
    let mut last = 0;
    for part in parts {
        let open = last == 0 || last < part.class;
        let composite = starter
            .and_then(|at| out.get_mut(at))
            .filter(|_| open)
            .and_then(|letter| Some((table.pair(letter.c, part.c)?, letter)));
        if let Some((c, letter)) = composite {
            letter.c = c;
            continue;
        }
        if part.class == 0 {
            starter = Some(out.len());
        }
        last = part.class;
        out.push(part);
    }
    out
}

/// The parsed table.
struct Table {
    /// Marks and their classes, sorted by mark.
    marks: Vec<(char, u8)>,
    /// Mark, base, composite; sorted. The way back, from the composite, is needed for few
    /// characters of few texts: it is looked for from one end to the other.
    pairs: Vec<(char, char, char)>,
    /// What NFC takes apart for good, sorted.
    excluded: Vec<(char, Vec<char>)>,
}

fn table() -> &'static Table {
    static PARSED: OnceLock<Table> = OnceLock::new();
    PARSED.get_or_init(|| parse(TABLE))
}

fn parse(source: &str) -> Table {
    let mut table = Table {
        marks: Vec::new(),
        pairs: Vec::new(),
        excluded: Vec::new(),
    };
    let hex = |word: &str| u32::from_str_radix(word, 16).ok().and_then(char::from_u32);
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        // By single spaces: the last part may itself hold other kinds of space.
        let mut words = line.splitn(3, ' ');
        let Some(head) = words.next() else { continue };
        if let Some(c) = head.strip_prefix('=').and_then(hex) {
            let parts = words.flat_map(|w| w.split(' ')).filter_map(hex).collect();
            table.excluded.push((c, parts));
        } else if let (Some(mark), Some(class)) = (hex(head), words.next()) {
            table.marks.push((mark, class.parse().unwrap_or(0)));
            let mut letters = words.next().unwrap_or_default().chars();
            while let (Some(base), Some(composite)) = (letters.next(), letters.next()) {
                table.pairs.push((mark, base, composite));
            }
        }
    }
    table
}

impl Table {
    fn class(&self, c: char) -> u8 {
        self.mark(c).unwrap_or(0)
    }

    fn mark(&self, c: char) -> Option<u8> {
        let at = self
            .marks
            .binary_search_by_key(&c, |(mark, _)| *mark)
            .ok()?;
        self.marks.get(at).map(|(_, class)| *class)
    }

    fn excluded(&self, c: char) -> Option<&[char]> {
        let at = self.excluded.binary_search_by_key(&c, |(e, _)| *e).ok()?;
        self.excluded.get(at).map(|(_, parts)| parts.as_slice())
    }

    /// Whether a text with this character may differ from its NFC.
    fn may_change(&self, c: char) -> bool {
        if c < '\u{300}' {
            return false;
        }
        let jamo = (VOWELS..TAILS + TAIL_COUNT).contains(&(c as u32));
        jamo || self.mark(c).is_some() || self.excluded(c).is_some()
    }

    /// Gives the parts of a character, in order; itself when it has none.
    fn take_apart(&self, c: char, give: &mut impl FnMut(char)) {
        if let Some(parts) = self.excluded(c) {
            parts.iter().for_each(|part| give(*part));
            return;
        }
        // At most three levels (`ǖ`), so a short list in place of recursion.
        let mut marks = Vec::new();
        let mut base = c;
        while base >= '\u{C0}' {
            let pair = self.pairs.iter().find(|(_, _, whole)| *whole == base);
            let Some((mark, letter, _)) = pair else { break };
            base = *letter;
            marks.push(*mark);
        }
        give(base);
        marks.into_iter().rev().for_each(give);
    }

    /// The composite of a letter and what follows it.
    fn pair(&self, letter: char, next: char) -> Option<char> {
        if let Some(syllable) = hangul(letter as u32, next as u32) {
            return char::from_u32(syllable);
        }
        let key = (next, letter);
        let at = self
            .pairs
            .binary_search_by_key(&key, |(mark, base, _)| (*mark, *base))
            .ok()?;
        self.pairs.get(at).map(|(_, _, composite)| *composite)
    }
}

/// A syllable out of two jamo, or of a syllable without tail and a tail.
fn hangul(first: u32, second: u32) -> Option<u32> {
    let lead = first.wrapping_sub(LEADS);
    let vowel = second.wrapping_sub(VOWELS);
    if lead < LEAD_COUNT && vowel < VOWEL_COUNT {
        return Some(SYLLABLES + (lead * VOWEL_COUNT + vowel) * TAIL_COUNT);
    }
    let syllable = first.wrapping_sub(SYLLABLES);
    let tail = second.wrapping_sub(TAILS);
    let open =
        syllable < LEAD_COUNT * VOWEL_COUNT * TAIL_COUNT && syllable.is_multiple_of(TAIL_COUNT);
    (open && (1..TAIL_COUNT).contains(&tail)).then(|| first + tail)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn nfc(text: &str) -> String {
        compose(text).map_or_else(|| text.to_owned(), |composed| composed.text)
    }

    /// Ideographs that NFC replaces one for one; the length is the same.
    fn is_compatibility_ideograph(c: char) -> bool {
        matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
    }

    #[test]
    fn the_table_is_sorted() {
        let table = table();
        assert!(table.marks.is_sorted() && table.pairs.is_sorted() && table.excluded.is_sorted());
        assert!(
            table
                .pairs
                .iter()
                .all(|(_, _, composite)| *composite >= '\u{C0}')
        );
    }

    #[test]
    fn every_single_character_agrees_with_the_reference() {
        // The planes beyond hold compatibility ideographs only.
        for c in ('\0'..='\u{1FFFF}').filter(|c| !is_compatibility_ideograph(*c)) {
            let text = String::from(c);
            assert_eq!(nfc(&text), text.nfc().collect::<String>(), "{:x}", c as u32);
            let apart: String = text.nfd().collect();
            assert_eq!(
                nfc(&apart),
                apart.nfc().collect::<String>(),
                "{:x} apart",
                c as u32
            );
        }
    }

    #[test]
    fn marks_in_any_order_agree_with_the_reference() {
        let bases = ['e', 'a', 'ǖ', 'ế', '가', '\u{1100}', 'ש', 'か', '\u{9C7}'];
        let marks: Vec<char> = ('\u{300}'..='\u{345}')
            .chain([
                '\u{5BC}', '\u{5C1}', '\u{3099}', '\u{1161}', '\u{11A8}', '\u{9BE}',
            ])
            .collect();
        for base in bases {
            for first in &marks {
                for second in &marks {
                    for text in [
                        format!("x{base}{first}{second}y"),
                        format!("{base}{second}{first}{base}\u{301}"),
                    ] {
                        assert_eq!(nfc(&text), text.nfc().collect::<String>(), "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn characters_know_where_they_come_from() {
        let composed = compose("ae\u{301}b\u{FB2C}").unwrap();
        assert_eq!(composed.text, "aéb\u{5E9}\u{5BC}\u{5C1}");
        assert_eq!(composed.sources, [0, 1, 4, 5, 5, 5]);
        for same in ["", "plain", "é", "日本", "\u{301}"] {
            assert!(compose(same).is_none(), "{same}");
        }
    }
}

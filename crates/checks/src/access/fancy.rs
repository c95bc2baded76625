//! Signs that look like letters: mathematical alphabets, wide, circled and squared letters, small capitals.

use cuecard_text::Span;

/// Fewest signs in a row that are taken for a word.
const FEWEST: usize = 3;

/// Letters that the mathematical alphabets leave out, because older blocks have them.
const HOLES: [(char, char); 24] = [
    ('ℎ', 'h'),
    ('ℬ', 'B'),
    ('ℰ', 'E'),
    ('ℱ', 'F'),
    ('ℋ', 'H'),
    ('ℐ', 'I'),
    ('ℒ', 'L'),
    ('ℳ', 'M'),
    ('ℛ', 'R'),
    ('ℯ', 'e'),
    ('ℊ', 'g'),
    ('ℴ', 'o'),
    ('ℭ', 'C'),
    ('ℌ', 'H'),
    ('ℑ', 'I'),
    ('ℜ', 'R'),
    ('ℨ', 'Z'),
    ('ℂ', 'C'),
    ('ℍ', 'H'),
    ('ℕ', 'N'),
    ('ℙ', 'P'),
    ('ℚ', 'Q'),
    ('ℝ', 'R'),
    ('ℤ', 'Z'),
];

/// Small capitals, which phonetics has for most letters: the sign and the letter.
const SMALL: &str = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";

fn letter(number: u32) -> Option<char> {
    let number = u8::try_from(number % 52).ok()?;
    Some(char::from(if number < 26 {
        b'A' + number
    } else {
        b'a' + number - 26
    }))
}

/// The letter or digit that a sign stands for.
fn plain(c: char) -> Option<char> {
    let n = u32::from(c);
    match c {
        '\u{1D400}'..='\u{1D6A3}' => letter(n - 0x1D400),
        '\u{1D7CE}'..='\u{1D7FF}' => char::from_digit((n - 0x1D7CE) % 10, 10),
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(n - 0xFEE0)
        }
        '\u{24B6}'..='\u{24E9}' => letter(n - 0x24B6),
        '\u{1F130}'..='\u{1F149}' => letter(n - 0x1F130),
        '\u{1F150}'..='\u{1F169}' => letter(n - 0x1F150),
        '\u{1F170}'..='\u{1F189}' => letter(n - 0x1F170),
        '\u{2102}'..='\u{2134}' => HOLES.iter().find(|(sign, _)| *sign == c).map(|(_, l)| *l),
        '\u{1D00}'..='\u{1D22}' | 'ʙ' | 'ɢ' | 'ʜ' | 'ɪ' | 'ʟ' | 'ɴ' | 'ʀ' | 'ʏ' | 'ꜰ' | 'ꜱ' =>
        {
            let mut pairs = SMALL.chars();
            pairs.by_ref().find(|sign| *sign == c)?;
            pairs.next()
        }
        _ => None,
    }
}

/// Every stretch of such signs, with spaces and marks between its words, and the same in plain letters.
pub(super) fn find(text: &str) -> Vec<(Span, Option<String>)> {
    let mut out = Vec::new();
    // The stretch that is open: where it began, where its last sign ended, its plain text, what stands
    // behind the last sign, and how many signs there are.
    let mut open: Option<(usize, usize, String, String, usize)> = None;
    for (at, c) in text.char_indices() {
        match (plain(c), &mut open) {
            (Some(letter), Some((_, end, text, gap, count))) => {
                text.push_str(gap);
                gap.clear();
                text.push(letter);
                (*end, *count) = (at + c.len_utf8(), *count + 1);
            }
            (Some(letter), None) => {
                open = Some((at, at + c.len_utf8(), letter.to_string(), String::new(), 1));
            }
            (None, Some((_, _, _, gap, _)))
                if gap.len() < 3
                    && (matches!(c, ' ' | ',' | '\'' | '’' | '-' | '&') || c.is_ascii_digit()) =>
            {
                gap.push(c);
            }
            (None, Some(_)) => close(&mut open, &mut out),
            (None, None) => {}
        }
    }
    close(&mut open, &mut out);
    out
}

type Open = Option<(usize, usize, String, String, usize)>;

fn close(open: &mut Open, out: &mut Vec<(Span, Option<String>)>) {
    if let Some((start, end, text, _, count)) = open.take()
        && count >= FEWEST
    {
        out.push((Span::new(start, end), Some(text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_letters() {
        for (text, want) in [
            ("Join 𝗼𝘂𝗿 𝗵𝗲𝗮𝗹𝘁𝗵 fair", &[("𝗼𝘂𝗿 𝗵𝗲𝗮𝗹𝘁𝗵", "our health")][..]),
            ("𝓕𝓻𝓮𝓮 𝟚𝟘𝟚𝟞!", &[("𝓕𝓻𝓮𝓮 𝟚𝟘𝟚𝟞", "Free 2026")]),
            ("ℋℯ𝓁𝓁ℴ ＦＲＥＥ", &[("ℋℯ𝓁𝓁ℴ ＦＲＥＥ", "Hello FREE")]),
            ("ⓗⓔⓛⓛⓞ 🅷🅴🅻🅻🅾", &[("ⓗⓔⓛⓛⓞ 🅷🅴🅻🅻🅾", "hello HELLO")]),
            ("ꜱᴍᴀʟʟ caps", &[("ꜱᴍᴀʟʟ", "small")]),
            ("20 °C, CO₂, x², ½, ™, 🅰️, the set ℝ, ① one", &[]),
        ] {
            let found = find(text);
            let got: Vec<(&str, &str)> = found
                .iter()
                .map(|(span, fix)| (span.of(text), fix.as_deref().unwrap_or("")))
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}

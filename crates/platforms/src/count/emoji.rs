//! Emoji sequences, for X, which counts each as 2 however many code points it has, and for Threads, which counts
//! their bytes.
//!
//! The forms are those of UTS 51: keycaps, flags, tag sequences, and pictures with
//! skin tones and variation selectors, joined by zero-width joiners. Unlike X we do not ask
//! whether a sequence is on the list of Unicode's recommended ones: lists age, and
//! the others are hardly ever typed.

const JOINER: char = '\u{200D}';
const AS_EMOJI: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';
const BLACK_FLAG: char = '\u{1F3F4}';

/// How many characters at the start of `text` are one emoji; none when it does not begin with one.
pub(super) fn emoji_length(text: &[char]) -> Option<usize> {
    let first = *text.first()?;
    if first.is_ascii() {
        return keycap(text);
    }
    if is_flag_letter(first) {
        let pair = text.get(1).copied().is_some_and(is_flag_letter);
        return Some(if pair { 2 } else { 1 });
    }
    let mut length = picture(text)?;
    while text.get(length) == Some(&JOINER) {
        match text.get(length + 1..).and_then(picture) {
            Some(next) => length += 1 + next,
            None => break,
        }
    }
    Some(length)
}

/// `1️⃣`, also without the variation selector.
fn keycap(text: &[char]) -> Option<usize> {
    let base = text.first()?;
    if !(base.is_ascii_digit() || matches!(base, '#' | '*')) {
        return None;
    }
    match (text.get(1), text.get(2)) {
        (Some(&KEYCAP), _) => Some(2),
        (Some(&AS_EMOJI), Some(&KEYCAP)) => Some(3),
        _ => None,
    }
}

/// One picture with what belongs to it.
fn picture(text: &[char]) -> Option<usize> {
    let first = *text.first()?;
    if !is_picture(first) {
        return None;
    }
    let next = text.get(1).copied();
    if first == BLACK_FLAG
        && let Some(length) = tags(text)
    {
        return Some(length);
    }
    match next {
        Some(AS_EMOJI | '\u{1F3FB}'..='\u{1F3FF}') => Some(2),
        // ©, ® and the like are text unless a selector asks for the picture. All
        // others count 2 in either case.
        _ => (first > '\u{2000}').then_some(1),
    }
}

/// The flags of England, Scotland, Wales: a black flag and letters as tags.
fn tags(text: &[char]) -> Option<usize> {
    let letters = text
        .iter()
        .skip(1)
        .take_while(|c| matches!(c, '\u{E0020}'..='\u{E007E}'))
        .count();
    (letters > 0 && text.get(1 + letters) == Some(&'\u{E007F}')).then_some(letters + 2)
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// Blocks that hold emoji. Wider than the property `Emoji`: a symbol that is none
/// weighs 2 by itself too.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{24C2}' | '\u{25A0}'..='\u{27BF}'
        | '\u{2934}' | '\u{2935}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}'
        | '\u{3299}' | '\u{1F000}'..='\u{1F1E5}' | '\u{1F200}'..='\u{1FAFF}')
}

/// Whether a grapheme is shown as a picture: by itself, or because a selector or a sequence asks for one.
pub(super) fn is_emoji(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    let asked = || {
        let asks = |c: char| matches!(c, AS_EMOJI | KEYCAP | '\u{1F3FB}'..='\u{1F3FF}');
        grapheme.contains(asks)
    };
    let keycap = first.is_ascii_digit() || matches!(first, '#' | '*');
    first >= '\u{1F000}' || is_shown_as_picture(first) || ((is_picture(first) || keycap) && asked())
}

/// Below U+1F000: the property `Emoji_Presentation` of Unicode 17.
fn is_shown_as_picture(c: char) -> bool {
    matches!(c, '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23EC}' | '\u{23F0}' | '\u{23F3}' | '\u{25FD}' | '\u{25FE}'
        | '\u{2614}' | '\u{2615}' | '\u{2648}'..='\u{2653}' | '\u{267F}' | '\u{2693}' | '\u{26A1}' | '\u{26AA}'
        | '\u{26AB}' | '\u{26BD}' | '\u{26BE}' | '\u{26C4}' | '\u{26C5}' | '\u{26CE}' | '\u{26D4}' | '\u{26EA}'
        | '\u{26F2}' | '\u{26F3}' | '\u{26F5}' | '\u{26FA}' | '\u{26FD}' | '\u{2705}' | '\u{270A}' | '\u{270B}'
        | '\u{2728}' | '\u{274C}' | '\u{274E}' | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2795}'..='\u{2797}'
        | '\u{27B0}' | '\u{27BF}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_one() {
        for (text, length) in [
            ("👩🏽‍⚕️!", Some(5)),
            ("👨‍👩‍👧‍👦👨", Some(7)),
            ("❤️", Some(2)),
            ("❤‍🩹", Some(3)),
            ("🇺🇸🇪🇸", Some(2)),
            ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", Some(7)),
            ("🏴", Some(1)),
            ("1️⃣", Some(3)),
            ("1⃣", Some(2)),
            ("1️", None),
            ("©", None),
            ("©️", Some(2)),
            ("a", None),
            ("", None),
            ("👍\u{200D}", Some(1)),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(emoji_length(&chars), length, "{text}");
        }
    }
}

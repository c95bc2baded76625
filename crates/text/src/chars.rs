//! What kind of thing a character is, as far as words are concerned.

use unicode_segmentation::UnicodeSegmentation;

/// Letters, digits, combining marks and the underscore: what a word is made of.
#[must_use]
pub fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() || is_mark(c)
}

/// A combining mark (Unicode categories Mn, Mc, Me) that belongs to the letter before it.
///
/// Answered by the grapheme tables that are in the program anyway: a mark is what
/// forms one cluster with a letter before it. Variation selectors, joiners, emoji
/// skin tones and tags do that too and are left out: they modify emoji.
#[must_use]
pub fn is_mark(c: char) -> bool {
    if c < '\u{300}' || is_ignorable(c) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}') {
        return false;
    }
    if c <= '\u{36F}' {
        return true;
    }
    let mut buffer = [0u8; 8];
    let mut pair = String::with_capacity(5);
    pair.push('a');
    pair.push_str(c.encode_utf8(&mut buffer));
    pair.graphemes(true).nth(1).is_none()
}

/// Characters that show nothing by themselves: soft hyphen, zero-width spaces and
/// joiners, direction marks, the byte order mark, variation selectors and tags.
/// Invisible characters inside a word do not end it.
#[must_use]
pub fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The straight apostrophe and the forms that keyboards and editors put in its place.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛' | 'ʼ' | '＇' | '′')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_other_characters() {
        for c in [
            '\u{301}', '\u{5B4}', '\u{93E}', '\u{94D}', '\u{E34}', '\u{20E3}',
        ] {
            assert!(is_mark(c) || c.is_alphanumeric(), "{:X}", c as u32);
            assert!(is_word_char(c), "{:X}", c as u32);
        }
        for c in ['\u{200D}', '\u{FE0F}', '🏽', '❤', '—', '’', '\u{AD}', ' '] {
            assert!(!is_word_char(c), "{:X}", c as u32);
        }
    }
}

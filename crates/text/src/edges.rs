//! Where words begin and end.

use crate::chars::{is_ignorable, is_word_char};

/// Whether a match may begin or end at `byte`: the characters on both sides are
/// not both parts of a word (letters, digits, combining marks, underscore).
///
/// Invisible characters are looked through. The two ends of the text are edges; a
/// place off a character boundary or outside of the text is none.
#[must_use]
pub fn is_word_edge(text: &str, byte: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..byte), text.get(byte..)) else {
        return false;
    };
    let left = before.chars().rev().find(|c| !is_ignorable(*c));
    let right = after.chars().find(|c| !is_ignorable(*c));
    !(left.is_some_and(is_word_char) && right.is_some_and(is_word_char))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` marks the place that is asked about.
    #[test]
    fn edges() {
        let cases = [
            ("|ER", true),
            ("ER|", true),
            ("H|ER", false),
            ("ER|s", false),
            ("ER|'s", true),
            ("ER|-based", true),
            ("ER|_nurse", false),
            ("ER|2", false),
            ("(|ER", true),
            ("caf|é", false),
            ("cafe|\u{301}", false),
            ("cafe\u{301}|s", false),
            ("so\u{AD}|ft", false),
            ("ER|😀", true),
            ("😀|ER", true),
            ("急|診", false),
            ("Ü|ber", false),
            ("|", true),
        ];
        for (marked, want) in cases {
            let byte = marked.find('|').unwrap();
            let text = marked.replace('|', "");
            assert_eq!(is_word_edge(&text, byte), want, "{marked}");
        }
        assert!(!is_word_edge("é", 1));
        assert!(!is_word_edge("a", 9));
    }
}

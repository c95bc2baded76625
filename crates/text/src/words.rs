//! Words of a text.

use crate::chars::{is_apostrophe, is_ignorable, is_word_char};
use crate::span::Span;

/// A word and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Its text as written.
    pub text: &'a str,
}

/// The words of a text in order: maximal runs of letters, digits, combining marks
/// and underscores, with apostrophes and invisible characters between two of these
/// (`don't`, `Children’s`). Hyphens part words.
#[must_use]
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let mut start = None;
    // One past the last character that surely belongs to the word.
    let mut end = 0;
    // An apostrophe was met since then; a second one ends the word.
    let mut joined = false;
    let mut push = |start: usize, end: usize| {
        let span = Span { start, end };
        out.push(Word {
            span,
            text: span.of(text),
        });
    };
    let mut next = 0;
    while let Some(c) = text.get(next..).and_then(|rest| rest.chars().next()) {
        let at = next;
        next = at + c.len_utf8();
        if is_word_char(c) {
            // Words are mostly plain letters: these are taken at once.
            let rest = text.as_bytes().get(next..).unwrap_or_default();
            next += rest
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            start.get_or_insert(at);
            end = next;
            joined = false;
        } else if let Some(from) = start {
            if is_ignorable(c) {
                continue;
            }
            if is_apostrophe(c) && !joined {
                joined = true;
                continue;
            }
            push(from, end);
            start = None;
            joined = false;
        }
    }
    if let Some(from) = start {
        push(from, end);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut() {
        let cases: [(&str, &[&str]); 12] = [
            ("", &[]),
            ("Visit our ER, tonight!", &["Visit", "our", "ER", "tonight"]),
            ("don't 'quote' it", &["don't", "quote", "it"]),
            (
                "the Children’s Pavilion",
                &["the", "Children’s", "Pavilion"],
            ),
            ("patients' rights", &["patients", "rights"]),
            ("state-of-the-art", &["state", "of", "the", "art"]),
            ("a''b", &["a", "b"]),
            ("cafe\u{301} Müller", &["cafe\u{301}", "Müller"]),
            (
                "so\u{AD}ft hy\u{200D}phen",
                &["so\u{AD}ft", "hy\u{200D}phen"],
            ),
            ("👩🏽‍⚕️nurse❤️", &["nurse"]),
            (
                "snake_case @ER_nurse #ERstories",
                &["snake_case", "ER_nurse", "ERstories"],
            ),
            ("9 a.m. to 8:30", &["9", "a", "m", "to", "8", "30"]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = words(text).iter().map(|w| w.text).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}

//! A text cut into the smallest pieces that may be words, with their places.

use cuecard_text::Span;
use cuecard_text::chars::{is_apostrophe, is_ignorable, is_mark};

use super::letters::plain;

/// A run of letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands, in bytes of the source.
    pub span: Span,
    /// Its letters, plain and in lower case; inner apostrophes are straight.
    pub word: String,
    /// Number of the run of characters without white space in which it stands.
    pub chunk: usize,
    /// Number of the sentence: a full stop, a mark or a new line parts two.
    pub sentence: usize,
}

/// Cuts a text. Hyphens, points and signs part units; white space parts chunks as well.
pub fn units(text: &str) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(text.len() / 5);
    let mut open: Option<Unit> = None;
    let mut chunk = 0;
    let mut sentence = 0;
    // Whether a sentence ends when white space follows.
    let mut ends = false;
    let mut quote = false;
    for (at, c) in text.char_indices() {
        if is_ignorable(c) || (open.is_some() && is_mark(c)) {
            continue;
        }
        let letter = plain(c);
        if letter.is_alphanumeric() {
            let end = at + c.len_utf8();
            let unit = open.get_or_insert_with(|| Unit {
                span: Span::new(at, end),
                word: String::new(),
                chunk,
                sentence,
            });
            ends = false;
            if quote && !unit.word.is_empty() {
                unit.word.push('\'');
            }
            quote = false;
            unit.word.push(letter);
            unit.span.end = end;
            continue;
        }
        if is_apostrophe(c) && open.is_some() && !quote {
            quote = true;
            continue;
        }
        out.extend(open.take());
        quote = false;
        ends |= matches!(c, '.' | '!' | '?' | '…' | ';' | '\n');
        if c.is_whitespace() {
            chunk += 1;
            sentence += usize::from(ends);
            ends = false;
        }
    }
    out.extend(open.take());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut() {
        for (text, want) in [
            ("", ""),
            ("I don’t WANT", "i|don't|want"),
            ("k-i-l-l", "k|i|l|l"),
            ("kill\u{200B}ing", "killing"),
            ("'quoted' dogs'", "quoted|dogs"),
            ("k!ll", "k|ll"),
            ("a''b", "a|b"),
            ("cafe\u{301}", "cafe"),
            ("🔥🔥", ""),
        ] {
            let got: Vec<String> = units(text).into_iter().map(|u| u.word).collect();
            assert_eq!(got.join("|"), want, "{text}");
        }
        let u = units("a 𝐤𝐢𝐥𝐥");
        assert_eq!(u[1].span.of("a 𝐤𝐢𝐥𝐥"), "𝐤𝐢𝐥𝐥");
    }
}

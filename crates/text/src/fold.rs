//! A text made comparable, with the way back to the source.

use crate::chars::{is_apostrophe, is_ignorable};
use crate::latin::compose;
use crate::span::Span;

/// A copy of a text in lower case in which spelling variants have become one:
///
/// - curly and other quotes → `'` and `"`, every dash → `-`, every space but a line
///   break → a space, `…` → `...`;
/// - soft hyphens, zero-width characters and variation selectors are gone;
/// - typographic ligatures (`ﬁ`) are spelled out, a Latin letter followed by a
///   combining accent is the composed letter.
///
/// ```
/// use cuecard_text::{Folded, Span};
/// let source = "It’s in the E\u{AD}R";
/// let folded = Folded::new(source);
/// assert_eq!(folded.as_str(), "it's in the er");
/// assert_eq!(folded.source(Span::new(12, 14)).of(source), "E\u{AD}R");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Where source and copy differ in length, in order. Between two of these a
    /// byte of the copy is a byte of the source.
    steps: Vec<Step>,
}

/// A piece of the source whose copy has another length. It is not divided: a span
/// that touches any byte of the copy covers the whole piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    folded: Span,
    source: Span,
}

impl Folded {
    /// Folds a text; line breaks are kept.
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self::fold(source, false, true)
    }

    /// As [`Folded::new`], with every run of white space, line breaks included, one space.
    #[must_use]
    pub fn collapsed(source: &str) -> Self {
        Self::fold(source, true, true)
    }

    /// As [`Folded::collapsed`], with capitals kept: to compare two spellings that
    /// may differ in quotes, dashes and spaces only.
    #[must_use]
    pub fn cased(source: &str) -> Self {
        Self::fold(source, true, false)
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place in the source of a place in the folded text (both in bytes): the
    /// smallest span on character boundaries that holds every character that a
    /// byte of `folded` came from. An empty span stays empty.
    #[must_use]
    pub fn source(&self, folded: Span) -> Span {
        let start = self.source_start(folded.start);
        if folded.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.source_end(folded.end))
    }

    fn source_start(&self, at: usize) -> usize {
        let after = self.steps.partition_point(|s| s.folded.start <= at);
        match after.checked_sub(1).and_then(|i| self.steps.get(i)) {
            None => at,
            Some(s) if at < s.folded.end => s.source.start,
            Some(s) => s.source.end + (at - s.folded.end),
        }
    }

    fn source_end(&self, at: usize) -> usize {
        let after = self.steps.partition_point(|s| s.folded.start < at);
        match after.checked_sub(1).and_then(|i| self.steps.get(i)) {
            None => at,
            Some(s) if at <= s.folded.end => s.source.end,
            Some(s) => s.source.end + (at - s.folded.end),
        }
    }

    fn fold(source: &str, collapse: bool, lower: bool) -> Self {
        let mut out = Self {
            text: String::with_capacity(source.len()),
            steps: Vec::new(),
        };
        let mut at = 0;
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = rest.get(..plain(rest.as_bytes())).unwrap_or("");
            if !plain.is_empty() {
                let from = out.text.len();
                out.text.push_str(plain);
                if lower && let Some(copy) = out.text.get_mut(from..) {
                    copy.make_ascii_lowercase();
                }
                at += plain.len();
                continue;
            }
            let mut chars = rest.char_indices().peekable();
            let Some((_, c)) = chars.next() else { break };
            let start = at;
            let from = out.text.len();
            let mut end = start + c.len_utf8();
            if c.is_ascii_graphic() {
                out.text
                    .push(if lower { c.to_ascii_lowercase() } else { c });
            } else if c.is_whitespace() {
                out.text
                    .push(if !collapse && is_break(c) { c } else { ' ' });
                while let Some(&(next, d)) = chars.peek() {
                    if !(collapse && (d.is_whitespace() || is_ignorable(d))) {
                        break;
                    }
                    end = start + next + d.len_utf8();
                    chars.next();
                }
            } else {
                push_folded(c, lower, &mut out.text);
            }
            // A letter and the accent behind it are one piece.
            while let Some(&(next, d)) = chars.peek() {
                if d < '\u{300}' {
                    break;
                }
                let last = out.text.get(from..).and_then(|t| t.chars().next_back());
                let Some(whole) = last.and_then(|l| compose(l, d)) else {
                    break;
                };
                out.text.pop();
                out.text.push(whole);
                end = start + next + d.len_utf8();
                chars.next();
            }
            let to = out.text.len();
            // `ﬃ` and its copy have one length in bytes, but not the same boundaries.
            let one = out
                .text
                .get(from..)
                .is_some_and(|t| t.chars().nth(1).is_none());
            if to - from != end - start || !one {
                out.steps.push(Step {
                    folded: Span::new(from, to),
                    source: Span::new(start, end),
                });
            }
            at = end;
        }
        out
    }
}

/// How many bytes at the beginning stand for themselves: signs of ASCII, with no more than single spaces between them,
/// up to one that an accent may follow.
fn plain(text: &[u8]) -> usize {
    let stands = |at: usize, byte: &u8| {
        let single = *byte == b' ' && text.get(at + 1).is_some_and(u8::is_ascii_graphic);
        byte.is_ascii_graphic() || single
    };
    let other = (text.iter().enumerate()).position(|(at, byte)| !stands(at, byte));
    match other {
        Some(at) if text.get(at).is_some_and(|b| !b.is_ascii()) => at.saturating_sub(1),
        Some(at) => at,
        None => text.len(),
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn push_folded(c: char, lower: bool, out: &mut String) {
    match c {
        _ if is_apostrophe(c) => out.push('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '＂' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '−' | '﹘' | '﹣' | '－' | '⁃' => out.push('-'),
        '…' => out.push_str("..."),
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        'ﬅ' | 'ﬆ' => out.push_str("st"),
        _ if is_ignorable(c) => {}
        _ if lower => out.extend(c.to_lowercase()),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_folded() {
        for (source, want) in [
            ("", ""),
            ("Plain ASCII", "plain ascii"),
            ("Children’s “best”", "children's \"best\""),
            ("state‑of–the—art", "state-of-the-art"),
            ("emergency\u{A0}room", "emergency room"),
            ("so\u{AD}ft\u{200B}ly ❤️", "softly ❤"),
            ("ﬁrst aﬄuent", "first affluent"),
            ("STRASSE straße", "strasse straße"),
            ("İstanbul", "i\u{307}stanbul"),
            ("Cafe\u{301} CAFÉ", "café café"),
            ("wait…", "wait..."),
            ("a\tb\nc", "a b\nc"),
        ] {
            assert_eq!(Folded::new(source).as_str(), want, "{source}");
        }
        assert_eq!(Folded::collapsed("a \n\u{A0} b\r\nc").as_str(), "a b c");
        assert_eq!(Folded::cased("The\nER’s É").as_str(), "The ER's É");
    }

    /// The place of `find` in the folded text comes back as `want` in the source.
    #[test]
    fn spans_come_back_exactly() {
        for (source, find, want) in [
            ("Our ER is open", "er", "ER"),
            ("It’s “fine”", "fine", "fine"),
            ("It’s “fine”", "\"fine\"", "“fine”"),
            ("👩🏽‍⚕️ our ER ❤️", "er", "ER"),
            ("so\u{AD}ft", "soft", "so\u{AD}ft"),
            ("\u{AD}soft\u{AD}", "soft", "soft"),
            ("ﬁrst", "irst", "ﬁrst"),
            ("ﬁrst", "f", "ﬁ"),
            ("İi", "i", "İ"),
            ("İER", "er", "ER"),
            ("cafe\u{301} ER", "café", "cafe\u{301}"),
            ("cafe\u{301} ER", "er", "ER"),
            ("straße ER", "straße", "straße"),
            ("a—b–c", "b-c", "b–c"),
            ("wait… ER", "er", "ER"),
            ("x\u{A0}\u{A0}y", "y", "y"),
        ] {
            let folded = Folded::new(source);
            let start = folded.as_str().find(find).unwrap();
            let span = folded.source(Span::new(start, start + find.len()));
            assert_eq!(span.of(source), want, "{source} {find}");
        }
        let source = "the emergency \n\n room is";
        let folded = Folded::collapsed(source);
        let start = folded.as_str().find("emergency room").unwrap();
        assert_eq!(
            folded.source(Span::new(start, start + 14)).of(source),
            "emergency \n\n room"
        );
    }
}

//! A text in its smallest pieces: runs of digits, of letters, of both, white space, signs.
//!
//! Every reader of identifiers begins at a piece and looks a bounded number of pieces ahead, so
//! that all of them together read a text in linear time.

use cuecard_text::Span;
use cuecard_text::chars::is_word_char;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// ASCII digits only.
    Digits,
    /// Letters only.
    Letters,
    /// Letters and digits.
    Mixed,
    /// White space within a line.
    Space,
    /// A line break.
    Break,
    /// Any other character; every dash is `-`.
    Sign(char),
}

/// A piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    pub kind: Kind,
    pub span: Span,
}

impl Atom {
    pub fn is_chunk(&self) -> bool {
        matches!(self.kind, Kind::Digits | Kind::Letters | Kind::Mixed)
    }
}

/// A text with its pieces.
pub(super) struct Atoms<'a> {
    pub text: &'a str,
    pub list: Vec<Atom>,
}

impl<'a> Atoms<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut list: Vec<Atom> = Vec::with_capacity(text.len() / 2);
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let mut span = Span::new(at, at + c.len_utf8());
            let kind = match c {
                '0'..='9' => Kind::Digits,
                '_' => Kind::Sign('_'),
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => Kind::Break,
                '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' => Kind::Sign('-'),
                _ if is_word_char(c) => Kind::Letters,
                _ if c.is_whitespace() => Kind::Space,
                _ => Kind::Sign(c),
            };
            if kind == Kind::Letters {
                // Words are mostly plain letters: these are taken at once.
                let rest = text.as_bytes().get(span.end..).unwrap_or_default();
                span.end += rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
            }
            at = span.end;
            if let Some(last) = list.last_mut() {
                let joined = match (last.kind, kind) {
                    (Kind::Space, Kind::Space) => Some(Kind::Space),
                    (Kind::Digits, Kind::Digits) => Some(Kind::Digits),
                    (Kind::Letters, Kind::Letters) => Some(Kind::Letters),
                    (Kind::Digits | Kind::Letters | Kind::Mixed, Kind::Digits | Kind::Letters) => {
                        Some(Kind::Mixed)
                    }
                    _ => None,
                };
                if let Some(kind) = joined {
                    last.kind = kind;
                    last.span.end = span.end;
                    continue;
                }
            }
            list.push(Atom { kind, span });
        }
        Self { text, list }
    }

    pub fn get(&self, i: usize) -> Option<Atom> {
        self.list.get(i).copied()
    }

    pub fn kind(&self, i: usize) -> Option<Kind> {
        self.get(i).map(|a| a.kind)
    }

    pub fn str(&self, i: usize) -> &'a str {
        self.get(i).map_or("", |a| a.span.of(self.text))
    }

    /// The text between the starts of two pieces.
    pub fn between(&self, from: usize, to: usize) -> Span {
        let start = self.get(from).map_or(self.text.len(), |a| a.span.start);
        let end = to
            .checked_sub(1)
            .and_then(|i| self.get(i))
            .map_or(start, |a| a.span.end);
        Span::new(start, end)
    }

    /// A run of digits of this length.
    pub fn is_digits(&self, i: usize, length: usize) -> bool {
        self.get(i)
            .is_some_and(|a| a.kind == Kind::Digits && a.span.len() == length)
    }

    pub fn sign(&self, i: usize) -> Option<char> {
        match self.kind(i) {
            Some(Kind::Sign(c)) => Some(c),
            _ => None,
        }
    }

    /// Whether a number that begins at a piece stands free: not behind a letter or digit, nor behind one of
    /// the signs that join numbers.
    pub fn begins(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else {
            return true;
        };
        match self.kind(before) {
            Some(Kind::Digits | Kind::Letters | Kind::Mixed) => false,
            Some(Kind::Sign('-' | '.' | '/' | '_')) => !before
                .checked_sub(1)
                .and_then(|i| self.get(i))
                .is_some_and(|a| a.is_chunk()),
            _ => true,
        }
    }

    /// Whether a number ends before a piece: no digit is joined to it.
    pub fn ends(&self, i: usize) -> bool {
        match self.kind(i) {
            Some(Kind::Digits | Kind::Letters | Kind::Mixed | Kind::Sign('_')) => false,
            Some(Kind::Sign('-' | '.' | '/')) => {
                !matches!(self.kind(i + 1), Some(Kind::Digits | Kind::Mixed))
            }
            Some(Kind::Sign(',')) => self.kind(i + 1) != Some(Kind::Digits),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_its_pieces() {
        let atoms = Atoms::new("RH1 (415)\u{A0} 555–0132_é\n");
        let got: Vec<(&str, Kind)> = atoms
            .list
            .iter()
            .map(|a| (a.span.of(atoms.text), a.kind))
            .collect();
        assert_eq!(
            got,
            [
                ("RH1", Kind::Mixed),
                (" ", Kind::Space),
                ("(", Kind::Sign('(')),
                ("415", Kind::Digits),
                (")", Kind::Sign(')')),
                ("\u{A0} ", Kind::Space),
                ("555", Kind::Digits),
                ("–", Kind::Sign('-')),
                ("0132", Kind::Digits),
                ("_", Kind::Sign('_')),
                ("é", Kind::Letters),
                ("\n", Kind::Break),
            ]
        );
    }
}

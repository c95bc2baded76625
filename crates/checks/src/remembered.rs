//! What was found out about the parts of the last text, kept for the next one.
//!
//! A person who types changes one sentence of a draft; what depends on a sentence alone need not be found out again of all
//! the others. Parts are compared with those of the last text from both ends, letter by letter, so that what comes out is
//! what would be found out afresh. No more is kept than the parts of one text, and nothing of a very long one.

use std::sync::{Mutex, TryLockError};

use cuecard_text::Span;

/// The longest text whose parts are kept, in bytes: more than any site takes.
const MOST: usize = 64 * 1024;

/// The parts of the last text, each with what is known of it.
#[derive(Debug)]
pub(crate) struct Remembered<T>(Mutex<Vec<(String, T)>>);

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// A copy begins with nothing: it is for another text.
impl<T> Clone for Remembered<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> Remembered<T> {
    /// Gives each part of a text with what `find` says of it, now or when it stood in the last text.
    pub(crate) fn each(
        &self,
        text: &str,
        parts: &[Span],
        mut find: impl FnMut(&str) -> T,
        mut give: impl FnMut(Span, &T),
    ) {
        let mut known = match self.0.try_lock() {
            Ok(known) => known,
            Err(TryLockError::Poisoned(known)) => known.into_inner(),
            // Somebody else asks just now.
            Err(TryLockError::WouldBlock) => {
                return parts.iter().for_each(|p| give(*p, &find(p.of(text))));
            }
        };
        let same = |(part, (old, _)): &(&Span, &(String, T))| part.of(text) == old;
        let front = parts.iter().zip(known.iter()).take_while(same).count();
        let (rest, old) = (parts.iter().skip(front), known.iter().skip(front));
        let back = rest.rev().zip(old.rev()).take_while(same).count();
        let changed = parts
            .get(front..parts.len().saturating_sub(back))
            .unwrap_or_default()
            .iter()
            .map(|part| part.of(text))
            .map(|part| (part.to_owned(), find(part)));
        let end = known.len().saturating_sub(back);
        // What was taken out is dropped at once; what comes in is made one by one.
        known.splice(front..end, changed);
        for (part, (_, what)) in parts.iter().zip(known.iter()) {
            give(*part, what);
        }
        if text.len() > MOST {
            *known = Vec::new();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a text between its spaces, each with how often it was found out.
    fn asked(remembered: &Remembered<usize>, text: &str) -> (Vec<String>, usize) {
        let mut at = 0;
        let parts: Vec<Span> = text
            .split(' ')
            .map(|part| {
                at += part.len() + 1;
                Span::new(at - part.len() - 1, at - 1)
            })
            .collect();
        let (mut found, mut given) = (0, Vec::new());
        remembered.each(
            text,
            &parts,
            |part| {
                found += 1;
                part.len()
            },
            |span, len| {
                assert_eq!(span.len(), *len);
                given.push(span.of(text).to_owned());
            },
        );
        (given, found)
    }

    #[test]
    fn only_what_changed_is_found_out_again() {
        let remembered = Remembered::default();
        for (text, afresh) in [
            ("one two three", 3),
            ("one two three", 0),
            ("one twos three", 1),
            ("one three", 0),
            ("one one three three", 2),
            ("three", 0),
            ("", 1),
            ("a a a", 3),
            ("a a a a", 1),
            ("a a", 0),
            ("b a", 1),
        ] {
            let (given, found) = asked(&remembered, text);
            assert_eq!(given.join(" "), text);
            assert_eq!(found, afresh, "{text}");
        }
    }

    #[test]
    fn nothing_is_kept_of_a_very_long_text_or_for_a_copy() {
        let remembered = Remembered::default();
        let long = "a ".repeat(MOST);
        assert_eq!(asked(&remembered, &long).1, MOST + 1);
        assert_eq!(asked(&remembered, "a").1, 1);
        assert_eq!(asked(&remembered.clone(), "a").1, 1);
        assert_eq!(asked(&remembered, "a").1, 0);
    }
}

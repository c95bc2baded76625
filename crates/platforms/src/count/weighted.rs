//! X: weighted length.
//!
//! twitter-text 3.1.0, configuration v3: the text in NFC; Latin, Greek, Cyrillic and
//! other scripts up to U+10FF and common punctuation weigh 1, everything else 2, an
//! emoji sequence 2, a link 23 whatever its length.

use super::Piece;
use super::emoji::emoji_length;
use super::normal::{Composed, compose};
use crate::links::{Bare, is_invalid, links};

/// What a link counts (`transformedURLLength`).
const LINK: usize = 23;

/// What an emoji sequence counts (`defaultWeight` / `scale`).
const EMOJI: usize = 2;

/// Whether an emoji of many code points is one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Emoji {
    /// Configuration v3, in force.
    Whole,
    /// Configuration v2, which part of the conformance suite is written for.
    #[cfg(test)]
    ByCodePoint,
}

/// The pieces of a text, and whether X refuses it for a character that is none.
pub(super) fn pieces(text: &str, emoji: Emoji) -> (Vec<Piece>, bool) {
    match compose(text) {
        None => of_composed(text, None, emoji),
        Some(composed) => of_composed(&composed.text, Some(&composed), emoji),
    }
}

fn of_composed(text: &str, source: Option<&Composed>, emoji: Emoji) -> (Vec<Piece>, bool) {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let plain: Vec<char> = text.chars().collect();
    let mut urls = links(text, Bare::Counts).into_iter().peekable();
    let mut pieces = Vec::new();
    let mut refused = false;
    let mut at = 0;
    while let Some((byte, c)) = chars.get(at).copied() {
        let rest = plain.get(at..).unwrap_or_default();
        let (length, cost) = if let Some(url) = urls.next_if(|url| url.start == byte) {
            (url.of(text).chars().count(), LINK)
        } else if let Some(length) = emoji_length(rest).filter(|_| emoji == Emoji::Whole) {
            (length, EMOJI)
        } else {
            refused |= is_invalid(c);
            (1, weight(c))
        };
        pieces.push(Piece {
            at: source.map_or(byte, |s| s.sources.get(at).copied().unwrap_or(byte)),
            cost,
        });
        at += length.max(1);
    }
    (pieces, refused)
}

/// The weight of a single character.
fn weight(c: char) -> usize {
    match c as u32 {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
        _ => 2,
    }
}

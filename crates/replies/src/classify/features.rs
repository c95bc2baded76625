//! What the classifier sees of a comment: its stems, pairs of neighbouring stems, and pieces of its words.

use crate::bytes::hash;
use crate::rank::Token;

/// How many letters a piece has, the edges of the word included: enough for "kill" in "kiling".
const PIECE: usize = 4;

/// Every feature of a comment once, with the number of the first word that has it, in the order of the features.
pub fn features(tokens: &[Token]) -> Vec<(u32, usize)> {
    let mut out: Vec<(u32, usize)> = Vec::with_capacity(tokens.len() * 8);
    let mut before = "^";
    for (i, token) in tokens.iter().enumerate() {
        out.push((hash('s', &[token.stem.as_bytes()]), i));
        out.push((
            hash('b', &[before.as_bytes(), b" ", token.stem.as_bytes()]),
            i,
        ));
        before = &token.stem;
        pieces(&token.plain, |piece| {
            out.push((hash('p', &[piece.as_bytes()]), i))
        });
    }
    if let Some(last) = tokens.len().checked_sub(1) {
        out.push((hash('b', &[before.as_bytes(), b" $"]), last));
    }
    out.sort_unstable();
    out.dedup_by_key(|(feature, _)| *feature);
    out
}

/// Each run of [`PIECE`] letters of a word between two spaces.
fn pieces(word: &str, mut each: impl FnMut(&str)) {
    let padded = format!(" {word} ");
    let places: Vec<usize> = padded
        .char_indices()
        .map(|(at, _)| at)
        .chain([padded.len()])
        .collect();
    for window in places.windows(PIECE + 1) {
        if let (Some(&from), Some(&to)) = (window.first(), window.last())
            && let Some(piece) = padded.get(from..to)
        {
            each(piece);
        }
    }
}

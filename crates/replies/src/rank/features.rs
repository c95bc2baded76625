//! What a text is compared by: its stems, their meanings, pairs of both, and pieces of words.

use cuecard_text::{Span, latin, stem, words};

use super::senses::Senses;
use crate::bytes::{fnv, fnv_on};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// In plain lower-case letters, without apostrophes, no letter more than twice in a row.
    pub plain: String,
    /// Its stem.
    pub stem: String,
    /// Its meaning: the stem, or the number of a line of near synonyms.
    pub sense: u32,
}

/// Texts are read up to this many words; a longer comment has said what it is about.
const MOST_WORDS: usize = 400;
/// How many words further two meanings still are near.
const REACH: usize = 3;
/// Longer words are addresses and keys.
const LONGEST: usize = 32;

/// The words of a text.
pub fn tokens(text: &str, senses: &Senses) -> Vec<Token> {
    words(text)
        .into_iter()
        .take(MOST_WORDS)
        .filter_map(|w| {
            let mut plain = String::with_capacity(w.text.len());
            let mut run = (' ', 0);
            for c in w.text.chars().flat_map(char::to_lowercase).take(LONGEST) {
                let c = latin::plain(c);
                if !c.is_alphanumeric() {
                    continue;
                }
                run = if run.0 == c { (c, run.1 + 1) } else { (c, 1) };
                if run.1 < 3 || c.is_ascii_digit() {
                    plain.push(c);
                }
            }
            (!plain.is_empty()).then(|| {
                let stem = stem(&plain);
                let sense = senses.of(&stem);
                Token {
                    span: w.span,
                    sense: sense.unwrap_or_else(|| hash(&[stem.as_bytes()])),
                    stem,
                    plain,
                }
            })
        })
        .collect()
}

/// A feature of a text with the number of the word it came from.
pub type Feature = (u32, usize);

/// One kind of feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Stems of single words.
    Stem,
    /// Pairs of neighbouring stems, the edges of the text included.
    Pair,
    /// Meanings of single words.
    Sense,
    /// Two meanings in one stretch of words, in any order.
    Near,
    /// Three to five characters of a word with its edges.
    Piece,
}

/// The features of one kind, in the order of the text.
pub fn features(kind: Kind, tokens: &[Token]) -> Vec<Feature> {
    match kind {
        Kind::Stem => tokens
            .iter()
            .enumerate()
            .map(|(i, t)| (hash(&[t.stem.as_bytes()]), i))
            .collect(),
        Kind::Sense => tokens
            .iter()
            .enumerate()
            .map(|(i, t)| (t.sense, i))
            .collect(),
        Kind::Near => {
            let mut out = Vec::with_capacity(tokens.len() * 3);
            for (i, t) in tokens.iter().enumerate() {
                for u in tokens.iter().skip(i + 1).take(REACH) {
                    let (a, b) = (t.sense.min(u.sense), t.sense.max(u.sense));
                    out.push((hash(&[&a.to_le_bytes(), &b.to_le_bytes()]), i));
                }
            }
            out
        }
        Kind::Pair => {
            if tokens.is_empty() {
                return Vec::new();
            }
            let mut out = Vec::with_capacity(tokens.len() + 1);
            let mut before = "^";
            for (i, t) in tokens.iter().enumerate() {
                out.push((hash(&[before.as_bytes(), b" ", t.stem.as_bytes()]), i));
                before = &t.stem;
            }
            let last = tokens.len() - 1;
            out.push((hash(&[before.as_bytes(), b" $"]), last));
            out
        }
        Kind::Piece => {
            let mut out = Vec::with_capacity(tokens.len() * 12);
            let mut padded = String::new();
            for (i, t) in tokens.iter().enumerate() {
                padded.clear();
                padded.extend([" ", &t.plain, " "]);
                for (at, _) in padded.char_indices() {
                    // The hash of a longer piece goes on from that of the shorter one.
                    let mut h = fnv(0, &[]);
                    let rest = padded.get(at..).unwrap_or_default();
                    for (n, c) in (1..=5).zip(rest.chars()) {
                        h = fnv_on(h, c.encode_utf8(&mut [0; 4]).as_bytes());
                        if n >= 3 {
                            out.push((h, i));
                        }
                    }
                }
            }
            out
        }
    }
}

/// The number of a feature. A playbook has some hundred thousand features, of which a handful share a number; that is noise, not an error.
fn hash(parts: &[&[u8]]) -> u32 {
    fnv(0, parts)
}

/// Features counted: sorted by number, each once.
pub fn counted(features: Vec<Feature>) -> Vec<(u32, f32)> {
    let mut out: Vec<(u32, f32)> = Vec::with_capacity(features.len());
    for (f, _) in by_number(features) {
        match out.last_mut() {
            Some((last, n)) if *last == f => *n += 1.0,
            _ => out.push((f, 1.0)),
        }
    }
    out
}

/// Features in the order of their numbers; those of one number stay as they stood.
///
/// A byte of the number at a time, the lowest first: a card sorts some hundred thousand
/// features at its start, which takes longer by comparing.
pub fn by_number(mut features: Vec<Feature>) -> Vec<Feature> {
    let mut into = features.clone();
    for shift in [0, 8, 16, 24] {
        let byte = |feature: &Feature| (feature.0 >> shift & 0xFF) as usize;
        // Where the next feature with each byte goes: behind all with a lower one.
        let mut places = [0usize; 257];
        for feature in &features {
            if let Some(count) = places.get_mut(byte(feature) + 1) {
                *count += 1;
            }
        }
        let mut lower = 0;
        for place in &mut places {
            lower += *place;
            *place = lower;
        }
        for feature in &features {
            if let Some(place) = places.get_mut(byte(feature)) {
                if let Some(there) = into.get_mut(*place) {
                    *there = *feature;
                }
                *place += 1;
            }
        }
        std::mem::swap(&mut features, &mut into);
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_its_features() {
        let senses = Senses::default();
        let tokens = |text: &str| tokens(text, &senses);
        let t = tokens("Sooooo LONG, the nurses’ wait!");
        let plain: Vec<&str> = t.iter().map(|t| t.plain.as_str()).collect();
        assert_eq!(plain, ["soo", "long", "the", "nurses", "wait"]);
        assert_eq!(features(Kind::Stem, &t).len(), 5);
        assert_eq!(features(Kind::Pair, &t).len(), 6);
        // A word of n letters with its edges has n + 2 characters.
        assert_eq!(features(Kind::Piece, &tokens("ab")).len(), 3);
        assert_eq!(features(Kind::Piece, &tokens("a")).len(), 1);
        assert_eq!(features(Kind::Sense, &t).len(), 5);
        // Of five words: three with three more to their right, then two, one, none.
        assert_eq!(features(Kind::Near, &t).len(), 9);
        let sense = |text: &str| tokens(text).first().map(|t| t.sense);
        assert_eq!(sense("paid"), sense("payment"));
        assert_ne!(sense("paid"), sense("waited"));
        for kind in [Kind::Stem, Kind::Pair, Kind::Piece, Kind::Sense, Kind::Near] {
            assert_eq!(features(kind, &tokens("🔥 !!")), []);
        }
    }

    #[test]
    fn features_are_sorted_by_number_and_else_stay_as_they_stood() {
        let features: Vec<Feature> = (0..2000u32)
            .map(|i| (i.wrapping_mul(0x9E37_79B1) & 0xFF0F_F0F3, i as usize))
            .collect();
        let mut want = features.clone();
        want.sort_by_key(|f| f.0);
        assert_eq!(by_number(features), want);
        assert_eq!(by_number(Vec::new()), []);
    }

    #[test]
    fn features_are_counted() {
        assert_eq!(counted(vec![(3, 0), (1, 1), (3, 2)]), [(1, 1.0), (3, 2.0)]);
    }
}

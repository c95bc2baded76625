//! Where words stand among each other: a small table of word vectors.
//!
//! It was made once from a published model of sentences (`training/README.md` says from which, and how). A word is known by the
//! hash of its stem, a coordinate is four bits. Rare words are longer vectors than common ones, so that the sum over a
//! comment is about what the comment is about.
//!
//! The file (little-endian): `CCV1`, the number of words (u32), of coordinates of each (u32, even); the words' hashes in
//! rising order, each as its distance to the one before (LEB128); then the words' coordinates, two to a byte, the lower
//! half first, 8 being nought.

use super::features::Token;
use crate::bytes::{Reader, hash};

/// Begins every file of vectors.
const MAGIC: [u8; 4] = *b"CCV1";

/// Vectors of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vectors {
    /// Hashes of the stems, rising.
    words: Vec<u32>,
    /// Their coordinates, two to a byte.
    packed: Vec<u8>,
    /// Bytes of one word.
    bytes: usize,
}

impl Vectors {
    /// The vectors of this build. They always read: a test says so. Should they not, the ranking goes without.
    pub fn standard() -> Option<Self> {
        Self::read(include_bytes!("../../packs/vectors.bin"))
    }

    /// Reads a file of vectors; none when it is not one, or is cut off.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut from = Reader(bytes);
        if from.take::<4>()? != MAGIC {
            return None;
        }
        let count = from.u32()?;
        let bytes = usize::try_from(from.u32()? / 2).ok()?;
        let mut words = Vec::new();
        let mut word = 0u32;
        for _ in 0..count {
            word = word.checked_add(from.number()?)?;
            words.push(word);
        }
        let whole = words.len().checked_mul(bytes)? == from.0.len();
        whole.then(|| Self {
            words,
            packed: from.0.to_vec(),
            bytes,
        })
    }

    /// How many coordinates a vector has.
    pub fn size(&self) -> usize {
        self.bytes * 2
    }

    /// The sum of the vectors of all known words; nought where none is known.
    pub fn sum(&self, tokens: &[Token]) -> Vec<f32> {
        let mut sum = vec![0.0f32; self.size()];
        for token in tokens {
            let Ok(at) = self
                .words
                .binary_search(&hash('s', &[token.stem.as_bytes()]))
            else {
                continue;
            };
            let packed = self.packed.get(at * self.bytes..(at + 1) * self.bytes);
            for (pair, byte) in sum.chunks_exact_mut(2).zip(packed.unwrap_or_default()) {
                if let [low, high] = pair {
                    *low += f32::from(byte & 15) - 8.0;
                    *high += f32::from(byte >> 4) - 8.0;
                }
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_tokens;
    use super::*;

    fn likeness(vectors: &Vectors, a: &str, b: &str) -> f32 {
        let (a, b) = (vectors.sum(&read_tokens(a)), vectors.sum(&read_tokens(b)));
        let dot = |x: &[f32], y: &[f32]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f32>();
        dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt()
    }

    #[test]
    fn words_of_one_subject_are_near_to_each_other() {
        let vectors = Vectors::standard().expect("the vectors of this build read");
        for (one, near, far) in [
            ("doctor", "physician", "guitar"),
            ("parking", "garage", "nurse"),
            ("payment", "money", "baby"),
            ("wait", "delay", "elevator"),
        ] {
            let (near, far) = (likeness(&vectors, one, near), likeness(&vectors, one, far));
            assert!(near > far + 0.1, "{one}: {near} {far}");
        }
    }

    #[test]
    fn a_file_that_is_cut_off_is_none() {
        let whole = include_bytes!("../../packs/vectors.bin");
        for end in (0..64).chain([whole.len() / 2, whole.len() - 1]) {
            assert_eq!(Vectors::read(&whole[..end]), None, "{end} bytes");
        }
        assert_eq!(Vectors::read(b"something else"), None);
    }

    #[test]
    fn strange_words_weigh_nothing() {
        let vectors = Vectors::standard().expect("the vectors of this build read");
        assert!(
            vectors
                .sum(&read_tokens("zzyzx qqfoo"))
                .iter()
                .all(|v| *v == 0.0)
        );
    }
}

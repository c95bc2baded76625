//! Stems of English words.

use rust_stemmers::{Algorithm, Stemmer};

/// Longer "words" are addresses and keys; they have no stem.
const LONGEST: usize = 40;

/// The stem of an English word after Snowball's English algorithm (Porter 2), in
/// lower case: `waiting` and `waited` give `wait`. Curly apostrophes count as
/// straight ones. A word with letters other than a–z is only put in lower case.
#[must_use]
pub fn stem(word: &str) -> String {
    let lower = word.to_lowercase().replace(['’', '‘'], "'");
    let english =
        lower.len() <= LONGEST && lower.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'');
    if !english {
        return lower;
    }
    Stemmer::create(Algorithm::English)
        .stem(&lower)
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems() {
        for (word, want) in [
            ("Waiting", "wait"),
            ("waited", "wait"),
            ("parking", "park"),
            ("nurses", "nurs"),
            ("Nurse’s", "nurs"),
            ("generously", "generous"),
            ("Müller", "müller"),
            ("", ""),
            ("'", "'"),
            ("24h", "24h"),
        ] {
            assert_eq!(stem(word), want, "{word}");
        }
    }
}

//! Words that were stretched, disguised or misspelt, read with the help of the
//! words that the phrases know: a repair is only tried towards a known word.

use super::letters::{is_mask, leet};
use super::trie::{Trie, WordId};

/// Longest word that is repaired, in characters.
const LONGEST: usize = 24;
/// The most readings that are tried for one word.
const TRIES: usize = 32;

/// The readings of a word with letters held down ("dieee", "wannnt"): each run of
/// three and more, and a doubled last letter, as one and as two letters.
pub fn shortened(word: &str) -> Vec<String> {
    // Most words have no letter twice in a row.
    if word.chars().zip(word.chars().skip(1)).all(|(a, b)| a != b) {
        return Vec::new();
    }
    let mut runs: Vec<(char, usize)> = Vec::new();
    for c in word.chars().take(LONGEST * 8) {
        match runs.last_mut() {
            Some((last, n)) if *last == c => *n += 1,
            _ => runs.push((c, 1)),
        }
    }
    let last = runs.len().saturating_sub(1);
    // Where one letter was held, a doubled one was too.
    let held = runs.iter().any(|&(_, n)| n > 2);
    let long = |i: usize, n: usize| n > 2 || (n == 2 && (held || i == last));
    if runs.len() > LONGEST || !runs.iter().enumerate().any(|(i, &(_, n))| long(i, n)) {
        return Vec::new();
    }
    let mut out = vec![String::new()];
    for (i, &(c, n)) in runs.iter().enumerate() {
        let twice = long(i, n) && out.len() < TRIES;
        let mut more = Vec::new();
        for s in &mut out {
            if twice {
                let mut two = s.clone();
                two.extend([c, c]);
                more.push(two);
                s.push(c);
            } else {
                s.extend(std::iter::repeat_n(c, n.min(2)));
            }
        }
        out.append(&mut more);
    }
    out.retain(|s| s != word);
    out
}

/// Known words that a piece without white space may stand for when its signs and
/// digits are read as letters ("k!ll", "su1c1de", "k*ll"); none for plain words.
pub fn disguised(trie: &Trie, piece: &str) -> Vec<WordId> {
    let chars: Vec<char> = piece.chars().map(super::letters::plain).collect();
    let letters = chars.iter().filter(|c| c.is_alphabetic()).count();
    let signs = chars.len() - letters;
    if !(3..=LONGEST).contains(&chars.len()) || letters == 0 || signs == 0 || letters < signs {
        return Vec::new();
    }
    let readable = |c: &char| c.is_alphabetic() || is_mask(*c) || !leet(*c).is_empty();
    if !chars.iter().all(readable) {
        return Vec::new();
    }
    if chars.iter().any(|&c| is_mask(c)) {
        return masked(trie, &chars);
    }
    let mut out = vec![String::new()];
    for &c in &chars {
        let options = leet(c);
        match options {
            [] => out.iter_mut().for_each(|s| s.push(c)),
            [one] => out.iter_mut().for_each(|s| s.push(*one)),
            [one, rest @ ..] => {
                let mut more = Vec::new();
                for s in &mut out {
                    for other in rest {
                        let mut copy = s.clone();
                        copy.push(*other);
                        more.push(copy);
                    }
                    s.push(*one);
                }
                out.append(&mut more);
                out.truncate(TRIES);
            }
        }
    }
    out.iter()
        .flat_map(|s| std::iter::once(s.clone()).chain(shortened(s)))
        .filter_map(|s| trie.word(&s))
        .collect()
}

/// Known words of the same length that agree wherever a letter is shown.
fn masked(trie: &Trie, chars: &[char]) -> Vec<WordId> {
    let Some(&first) = chars.first().filter(|c| c.is_alphabetic()) else {
        return Vec::new();
    };
    let agrees = |known: &str| {
        known.chars().count() == chars.len()
            && known
                .chars()
                .zip(chars)
                .all(|(k, &c)| k == c || is_mask(c) || leet(c).contains(&k))
    };
    let known = trie.spellings(first).iter();
    known
        .filter(|(w, _)| agrees(w))
        .map(|&(_, id)| id)
        .collect()
}

/// Known words that differ by one slip: a letter left out, put in or swapped with
/// its neighbour, a vowel or a sibilant taken for another. The first letter must stand.
pub fn slips(trie: &Trie, word: &str) -> Vec<WordId> {
    let length = word.chars().count();
    if !(3..=LONGEST).contains(&length) || is_real_word(word) {
        return Vec::new();
    }
    let Some(first) = word.chars().next() else {
        return Vec::new();
    };
    let known = trie.spellings(first).iter();
    known
        .filter(|(w, _)| one_slip(word, w))
        .map(|&(_, id)| id)
        .collect()
}

/// English words that are one slip away from words that triggers are made of.
fn is_real_word(word: &str) -> bool {
    matches!(
        word,
        "treat"
            | "treats"
            | "shot"
            | "shots"
            | "diet"
            | "deed"
            | "though"
            | "though's"
            | "through"
            | "thorough"
            | "pain"
            | "pills"
            | "form"
            | "from"
            | "stuff"
            | "staff"
            | "lose"
            | "loose"
            | "quite"
            | "quiet"
            | "heard"
            | "heart"
            | "hart"
            | "there"
            | "three"
            | "these"
            | "those"
            | "where"
            | "were"
            | "here"
            | "hear"
            | "liver"
            | "live"
            | "lives"
            | "alive"
            | "coat"
            | "cost"
            | "court"
            | "count"
            | "bomb"
            | "boom"
            | "comb"
            | "poison"
            | "prison"
            | "threat"
            | "throat"
            | "trail"
            | "trial"
            | "whole"
            | "while"
            | "hose"
            | "house"
            | "hours"
            | "ours"
            | "want"
            | "went"
            | "wait"
            | "then"
            | "than"
            | "them"
            | "they"
            | "the"
    )
}

/// Whether `written` is `known` with one slip. Words of four letters only lose a doubled
/// letter ("kil"); other words of fewer than six are never mended, for too many English
/// words stand next to them ("sing", "suing").
fn one_slip(written: &str, known: &str) -> bool {
    let (a, b) = (written.as_bytes(), known.as_bytes());
    // The lengths first: few words come further.
    if b.len() < 4 || b.len() == 5 || a.len().abs_diff(b.len()) > 1 || a == b {
        return false;
    }
    if !(written.is_ascii() && known.is_ascii()) {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (tail_a, tail_b) = (a.get(same..).unwrap_or(&[]), b.get(same..).unwrap_or(&[]));
    if b.len() == 4 {
        let before = same.checked_sub(1).and_then(|i| b.get(i));
        return a.len() + 1 == b.len()
            && tail_b.first() == before
            && Some(tail_a) == tail_b.get(1..);
    }
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => Some(tail_a) == tail_b.get(1..),
        std::cmp::Ordering::Greater => tail_a.get(1..) == Some(tail_b),
        std::cmp::Ordering::Equal => {
            let swapped = tail_a.first() == tail_b.get(1)
                && tail_a.get(1) == tail_b.first()
                && tail_a.get(2..) == tail_b.get(2..);
            let sounds = |c: Option<&u8>| match c {
                Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y') => 1,
                Some(b'c' | b's' | b'k' | b'z') => 2,
                _ => 0,
            };
            let kind = sounds(tail_a.first());
            let taken =
                kind != 0 && kind == sounds(tail_b.first()) && tail_a.get(1..) == tail_b.get(1..);
            swapped || taken
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn held_letters_are_shortened() {
        assert!(shortened("dieee").contains(&"die".to_owned()));
        assert!(shortened("killlll").contains(&"kill".to_owned()));
        assert!(shortened("wannnttt").contains(&"want".to_owned()));
        assert!(shortened("want").is_empty());
        assert!(shortened(&"ab".repeat(400)).is_empty());
        assert!(shortened(&"a".repeat(9000)).iter().all(|s| s.len() < 3));
        assert!(shortened("aaabbbcccdddeeefffggghhh").len() <= 2 * TRIES);
    }

    #[test]
    fn slips_are_bounded() {
        for (written, known, want) in [
            ("sucide", "suicide", true),
            ("suiside", "suicide", true),
            ("suicdie", "suicide", true),
            ("myslef", "myself", true),
            ("kil", "kill", true),
            ("kiln", "kill", false),
            ("will", "kill", false),
            ("hurling", "hurting", false),
            ("overdone", "overdose", false),
            ("suicide", "suicide", false),
            ("diet", "die", false),
        ] {
            assert_eq!(one_slip(written, known), want, "{written} {known}");
        }
    }

    #[test]
    fn disguises_are_read() {
        let mut trie = Trie::default();
        for (number, phrase) in ["kill myself", "suicide", "bomb"].iter().enumerate() {
            trie.phrase(phrase, number);
        }
        for (piece, known) in [
            ("k!ll", "kill"),
            ("k1ll", "kill"),
            ("k*ll", "kill"),
            ("su1c1de", "suicide"),
            ("$uicid3", "suicide"),
            ("b0mb", "bomb"),
            ("su*c*de", "suicide"),
        ] {
            let id = trie.word(known).unwrap();
            assert!(disguised(&trie, piece).contains(&id), "{piece}");
        }
        for piece in ["kill", "12:30", "$15", "b0b", "****", "k", ""] {
            assert!(disguised(&trie, piece).is_empty(), "{piece}");
        }
    }
}

//! Whether somebody says that they will *not* do what a trigger names.
//!
//! A missed cry for help costs more than a needless look, so only a clear denial in
//! the first person directly before the trigger counts, and a turn after it
//! ("until", "but", "anymore") takes the denial back.

use crate::phrase::{Unit, readings};

/// Words after the trigger that are looked at.
const AFTER: usize = 9;
/// Pieces before the trigger that are looked at.
const BEFORE: usize = 6;

/// Denials that may stand directly before a trigger, without their subject.
const DENIALS: [&[&str]; 14] = [
    &["not", "going", "to"],
    &["not", "about", "to"],
    &["not", "trying", "to"],
    &["not", "planning", "to"],
    &["not", "thinking", "about"],
    &["not", "thinking", "of"],
    &["not", "here", "to"],
    &["do", "not"],
    &["do", "not", "want", "to"],
    &["did", "not"],
    &["will", "not"],
    &["would", "never"],
    &["will", "never"],
    &["never"],
];

/// Words that turn a denial round.
const TURNS: [&str; 24] = [
    "but",
    "until",
    "till",
    "before",
    "more",
    "anymore",
    "again",
    "so",
    "now",
    "today",
    "tonight",
    "yet",
    "unless",
    "except",
    "however",
    "although",
    "though",
    "if",
    "because",
    "anyway",
    "longer",
    "this",
    "when",
    "sometimes",
];

/// A comment, prepared for being asked about each of its triggers.
pub struct Denials {
    /// Of each unit: whether it may say no.
    no: Vec<bool>,
    /// The words of all units spelled out. Empty where no unit says no.
    words: Vec<String>,
    /// Of each unit, and behind the last: which is its first word.
    starts: Vec<usize>,
}

impl Denials {
    /// Reads the units of a comment.
    pub fn new(units: &[Unit]) -> Self {
        let no: Vec<bool> = units.iter().map(|unit| says_no(&unit.word)).collect();
        let (mut words, mut starts) = (Vec::new(), vec![0]);
        if no.contains(&true) {
            for unit in units {
                words.extend(readings(&unit.word).into_iter().next().unwrap_or_default());
                starts.push(words.len());
            }
        }
        Self { no, words, starts }
    }

    /// Whether the trigger from unit `first` to `end` is denied.
    pub fn denied(&self, first: usize, end: usize) -> bool {
        let before = first.saturating_sub(BEFORE);
        let near = self.no.get(before..end.min(self.no.len()));
        near.is_some_and(|near| near.contains(&true))
            && denied(
                self.spoken(before, end),
                self.spoken(before, first).len(),
                self.spoken(end, end.saturating_add(AFTER)),
            )
    }

    /// The words of units `from` to `to`.
    fn spoken(&self, from: usize, to: usize) -> &[String] {
        let last = self.starts.len() - 1;
        let start = |unit: usize| self.starts.get(unit.min(last)).copied().unwrap_or(0);
        self.words.get(start(from)..start(to)).unwrap_or(&[])
    }
}

/// Whether a trigger is denied by what stands before it, in it and after it. It begins with word `own` of `words`.
fn denied(words: &[String], own: usize, after: &[String]) -> bool {
    // A denial begins before the trigger and reaches it; its end may be the
    // trigger's beginning: "not [going to hurt myself]". The longest decides where
    // the subject stands.
    let reaches = |denial: &[&str]| {
        (0..own).find(|&from| {
            let there = words.get(from..from + denial.len()).unwrap_or(&[]);
            from + denial.len() >= own
                && there.len() == denial.len()
                && there.iter().zip(denial).all(|(a, b)| a == b)
        })
    };
    let Some(rest) = DENIALS.iter().filter_map(|d| reaches(d)).min() else {
        return false;
    };
    if after.iter().any(|w| TURNS.contains(&w.as_str())) {
        return false;
    }
    let subject = words.get(..rest).unwrap_or(&[]);
    let said = |back: usize| {
        let at = rest.checked_sub(back)?;
        subject.get(at).map(String::as_str)
    };
    match said(1) {
        // "Not going to hurt myself", at the beginning.
        None => true,
        Some("i" | "we" | "and") => true,
        Some("am" | "are" | "have" | "had" | "would" | "could" | "will") => {
            matches!(said(2), None | Some("i" | "we"))
        }
        Some("definitely" | "really" | "absolutely" | "certainly" | "honestly") => true,
        _ => false,
    }
}

/// Whether a word may hold the "not" or the "never" without which nothing is denied: "not", "can't", "dont".
fn says_no(word: &str) -> bool {
    word == "never" || ["not", "nt", "n't"].iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_denial_goes_without_a_word_that_says_no() {
        for denial in DENIALS {
            assert!(denial.iter().any(|word| says_no(word)), "{denial:?}");
        }
        let short = "isnt arent wasnt werent dont dnt doesnt didnt cant cannot cnt couldnt wont wouldnt shouldnt havent hasnt \
            hadnt aint mustn't can't won't not never im i'll u gonna ill kms dr too";
        for word in short.split_whitespace() {
            let spelled = readings(word).concat();
            let no = spelled.iter().any(|w| w == "not" || w == "never");
            assert!(!no || says_no(word), "{word}");
        }
    }
}

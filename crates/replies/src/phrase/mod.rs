//! Finding the playbook's phrases in a comment as people really type them.
//!
//! Hard triggers, key phrases and idioms go through one matcher. It compares words,
//! not characters, so quotes, spaces, line breaks and hyphens do not matter and the
//! edges of words are right by construction. A text becomes a lattice of readings
//! (spelled out, shortened, joined, mended), each towards a word that some phrase
//! knows, and phrases are walked along it in a tree. The work is linear in the text,
//! with a bound on the readings tried from one place.

mod lattice;
mod letters;
mod repair;
mod spoken;
mod trie;
mod units;

use cuecard_text::{Span, sorted};

use self::lattice::Lattice;
use self::spoken::is_filler;
pub use self::spoken::readings;
use self::trie::Trie;
pub use self::units::{Unit, units};

/// Steps tried from one place; a phrase of ten words needs some thirty.
const STEPS: usize = 400;
/// Words that may be skipped inside one phrase.
const SKIPS: u8 = 2;
/// A phrase of one word is found with a slip of spelling only when it has at least
/// so many letters: "suicde", but not "treat" for "threat".
const LONG_WORD: usize = 7;

/// How freely a phrase is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Care {
    /// A slip of spelling may be mended.
    Any,
    /// No slips; a word may stand for one of its kind.
    NoSlips,
    /// Neither.
    Exact,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Number of the phrase.
    pub phrase: usize,
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Its first unit.
    pub first: usize,
    /// One past its last unit.
    pub end: usize,
}

/// A set of phrases, ready to be looked for.
#[derive(Clone, Debug)]
pub struct Phrases {
    trie: Trie,
    /// Of each phrase: whether only sure readings count, or guesses as well.
    care: Vec<Care>,
}

impl Phrases {
    /// Prepares phrases; the number of a phrase is its place. From the number
    /// `exact` on they must stand as written, endings apart.
    pub fn new(phrases: &[&str], exact: usize) -> Self {
        let care = phrases.iter().enumerate().map(|(i, p)| {
            let units = units(p);
            let short =
                units.len() == 1 && units.iter().all(|u| u.word.chars().count() < LONG_WORD);
            match (i >= exact, short) {
                (true, _) => Care::Exact,
                (false, true) => Care::NoSlips,
                (false, false) => Care::Any,
            }
        });
        Self {
            care: care.collect(),
            trie: Trie::new(phrases.iter().copied()),
        }
    }

    /// Every phrase of the text, by where it begins, then the longest first; of the
    /// same phrase from the same place only the longest stretch.
    pub fn find(&self, text: &str) -> (Vec<Found>, Vec<Unit>) {
        let lattice = Lattice::new(text, &self.trie);
        let mut out = Vec::new();
        for first in 0..lattice.units.len() {
            self.walk(&lattice, first, &mut out);
        }
        let key = |f: &Found| (f.first, usize::MAX - f.end, f.phrase);
        (sorted(out, |a, b| key(a).cmp(&key(b))), lattice.units)
    }

    fn walk(&self, lattice: &Lattice, first: usize, out: &mut Vec<Found>) {
        // Place, node, words skipped, and the most care under which this still counts.
        let mut open = vec![(first, Trie::ROOT, 0u8, Care::Exact)];
        let mut steps = 0;
        while let Some((at, node, skipped, allowed)) = open.pop() {
            steps += 1;
            if steps > STEPS {
                return;
            }
            self.report(lattice, first, at, node, allowed, out);
            let (Some(unit), Some(edges)) = (lattice.units.get(at), lattice.edges.get(at)) else {
                continue;
            };
            if node != Trie::ROOT && skipped < SKIPS && is_filler(&unit.word) {
                open.push((at + 1, node, skipped + 1, allowed));
            }
            for edge in edges {
                if edge.care == Care::NoSlips && node == Trie::ROOT {
                    continue;
                }
                let mut to = Some(node);
                for &word in &edge.words {
                    to = to.and_then(|n| self.trie.step(n, word));
                }
                if let Some(to) = to {
                    open.push((at + edge.covers, to, skipped, allowed.min(edge.care)));
                }
            }
        }
    }

    fn report(
        &self,
        lattice: &Lattice,
        first: usize,
        end: usize,
        node: usize,
        allowed: Care,
        out: &mut Vec<Found>,
    ) {
        let (Some(from), Some(to)) = (
            lattice.units.get(first),
            end.checked_sub(1).and_then(|i| lattice.units.get(i)),
        ) else {
            return;
        };
        for &phrase in self.trie.ends(node) {
            if self.care.get(phrase).is_none_or(|&care| care > allowed) {
                continue;
            }
            let mut here = out.iter_mut().rev().take_while(|f| f.first == first);
            match here.find(|f| f.phrase == phrase) {
                Some(f) if f.end >= end => {}
                Some(f) => {
                    f.end = end;
                    f.span.end = to.span.end;
                }
                None => out.push(Found {
                    phrase,
                    span: Span::new(from.span.start, to.span.end),
                    first,
                    end,
                }),
            }
        }
    }
}

#[cfg(test)]
mod tests;

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
mod pattern;
mod repair;
mod spoken;
mod trie;
mod units;

use cuecard_text::{Span, sorted};
use rustc_hash::FxHashSet;

use self::lattice::Lattice;
use self::pattern::{Lists, Step, ways};
use self::spoken::is_filler;
pub use self::spoken::readings;
use self::trie::{ANY, Alive, GAP, Trie, WordId, list_id};
pub use self::units::{Unit, units};

/// Steps tried from one place; a phrase of ten words needs some thirty.
const STEPS: usize = 600;
/// Words of any kind that a gap of a pattern may hold.
const GAP_WORDS: usize = 3;
/// Words that may be skipped inside one phrase.
const SKIPS: u8 = 2;
/// A phrase of one word is found with a slip of spelling only when it has at least
/// so many letters: "suicde", but not "treat" for "threat".
const LONG_WORD: usize = 7;

/// How freely a phrase is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Care {
    /// A slip of spelling may be mended.
    Any,
    /// No slips; a word may stand for one of its kind.
    NoSlips,
    /// Neither.
    Exact,
}

/// How far a walk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Place {
    /// The node of the phrases.
    node: usize,
    /// Inside an entry of a list: the node of the entries; the list follows `node`.
    entry: Option<usize>,
}

impl Place {
    fn at(node: usize) -> Self {
        Self { node, entry: None }
    }
}

/// Place in the text, where in the tree, words skipped, and the most care under which this still counts.
type At = (usize, Place, u8, Care);

/// The steps of a walk; the memory is kept from walk to walk.
#[derive(Default)]
struct Steps {
    /// Still to be taken.
    open: Vec<At>,
    /// Gaps and left-out words lead to the same place by many ways.
    seen: FxHashSet<At>,
    /// The places after the words of one edge, and those after its next word.
    places: Vec<Place>,
    next: Vec<Place>,
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
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    trie: Trie,
    /// The lists of words of the patterns.
    lists: Lists,
    /// Of each phrase: whether only sure readings count, or guesses as well.
    care: Vec<Care>,
}

impl Phrases {
    /// Adds a list of words that patterns may name.
    pub fn list(&mut self, name: &str, entries: &[String]) {
        self.lists.list(name, entries.iter().map(String::as_str));
        self.learn_lists();
    }

    fn learn_lists(&mut self) {
        for (list, entry) in self.lists.take() {
            self.trie.entry(&entry, list);
        }
    }

    /// Adds a phrase as it is written; gives its number. `sure`: it must stand so, endings apart.
    pub fn phrase(&mut self, phrase: &str, sure: bool) -> usize {
        let units = units(phrase);
        let short = units.len() == 1 && units.iter().all(|u| u.word.chars().count() < LONG_WORD);
        let number = self.number(match (sure, short) {
            (true, _) => Care::Exact,
            (false, true) => Care::NoSlips,
            (false, false) => Care::Any,
        });
        self.trie.phrase(phrase, number);
        number
    }

    /// Adds a phrase with variants; gives its number, or what is wrong with it.
    pub fn pattern(&mut self, pattern: &str, sure: bool) -> Result<usize, String> {
        let ways = ways(pattern, &mut self.lists)?;
        self.learn_lists();
        // A single short word must not be guessed at, alone or out of a list.
        let short = ways.iter().any(|way| match way.as_slice() {
            [Step::Word(w) | Step::Form(w)] => w.chars().count() < LONG_WORD,
            [_] => true,
            _ => false,
        });
        let number = self.number(match (sure, short) {
            (true, _) => Care::Exact,
            (false, true) => Care::NoSlips,
            (false, false) => Care::Any,
        });
        for way in &ways {
            self.trie.way(way, number);
        }
        Ok(number)
    }

    fn number(&mut self, care: Care) -> usize {
        self.care.push(care);
        self.care.len() - 1
    }

    /// Every phrase of the text, by where it begins, then the longest first; of the
    /// same phrase from the same place only the longest stretch.
    pub fn find(&self, text: &str) -> (Vec<Found>, Vec<Unit>) {
        let lattice = Lattice::new(text, &self.trie);
        let words = lattice.edges.iter().flatten();
        let alive = self.trie.alive(words.flat_map(|e| e.words.iter().copied()));
        let mut out = Vec::new();
        let mut steps = Steps::default();
        let key = |f: &Found| (usize::MAX - f.end, f.phrase);
        for first in 0..lattice.units.len() {
            let mut here = Vec::new();
            self.walk(&lattice, &alive, first, &mut steps, &mut here);
            out.extend(sorted(here, |a, b| key(a).cmp(&key(b))));
        }
        (out, lattice.units)
    }

    fn walk(
        &self,
        lattice: &Lattice,
        alive: &Alive,
        first: usize,
        steps: &mut Steps,
        out: &mut Vec<Found>,
    ) {
        let Steps {
            open,
            seen,
            places,
            next: spare,
        } = steps;
        open.clear();
        seen.clear();
        open.push((first, Place::at(Trie::ROOT), 0, Care::Exact));
        while let Some(next) = open.pop() {
            if !seen.insert(next) {
                continue;
            }
            if seen.len() > STEPS {
                return;
            }
            let (at, place, skipped, allowed) = next;
            let inside = place.entry.is_some();
            if !inside {
                self.report(lattice, first, at, place.node, allowed, out);
            }
            let (Some(unit), Some(edges)) = (lattice.units.get(at), lattice.edges.get(at)) else {
                continue;
            };
            if at != first && skipped < SKIPS && is_filler(&unit.word) {
                open.push((at + 1, place, skipped + 1, allowed));
            }
            let before = at.checked_sub(1).and_then(|i| lattice.units.get(i));
            let same = |n: usize| {
                let there = lattice.units.get(n).map(|u| u.sentence);
                there.is_some() && there == before.map(|u| u.sentence)
            };
            if !inside
                && let Some(to) = self.trie.go(alive, place.node, ANY)
                && same(at)
            {
                open.push((at + 1, Place::at(to), skipped, allowed));
            }
            if !inside && let Some(to) = self.trie.go(alive, place.node, GAP) {
                let fits = (at..=at + GAP_WORDS).take_while(|&n| same(n));
                open.extend(fits.map(|n| (n, Place::at(to), skipped, allowed)));
            }
            for edge in edges {
                if edge.care == Care::NoSlips && at == first {
                    continue;
                }
                let mut go_on = |words: &[WordId]| {
                    places.clear();
                    places.push(place);
                    self.after(alive, edge.care, words, places, spare);
                    for to in &*places {
                        open.push((at + edge.covers, *to, skipped, allowed.min(edge.care)));
                    }
                };
                go_on(&edge.words);
                // A phrase may begin inside a short form: "he's [not breathing]".
                if at == first && place.node == Trie::ROOT && !inside {
                    (1..edge.words.len()).for_each(|n| go_on(edge.words.get(n..).unwrap_or(&[])));
                }
            }
        }
    }

    /// Takes places on to those after some words; each word may stand for itself and for its lists. A word
    /// that is taken for one of its kind ("a" for "your") is in no list.
    fn after(
        &self,
        alive: &Alive,
        care: Care,
        words: &[WordId],
        places: &mut Vec<Place>,
        next: &mut Vec<Place>,
    ) {
        for (inner, &word) in words.iter().enumerate() {
            next.clear();
            for &Place { node, entry } in &*places {
                // "I'm": a gap after "I" holds the "am".
                if inner > 0 && entry.is_none() && self.trie.go(alive, node, GAP).is_some() {
                    next.push(Place::at(node));
                }
                // A list's entry of several words goes on, or begins.
                let on = match entry {
                    Some(entry) => self.trie.step(entry, word),
                    None => self.trie.begins(node, word),
                };
                if let Some(entry) = on {
                    next.push(Place {
                        node,
                        entry: Some(entry),
                    });
                    let lists = self.trie.ends(entry).iter();
                    let after = lists.filter_map(|&l| self.trie.go(alive, node, list_id(l)));
                    next.extend(after.map(Place::at));
                }
                if entry.is_none() {
                    let lists: &[WordId] = match care {
                        Care::NoSlips => &[],
                        Care::Any | Care::Exact => self.trie.lists(word),
                    };
                    let own = std::iter::once(&word).chain(lists);
                    next.extend(own.filter_map(|&w| self.trie.go(alive, node, w).map(Place::at)));
                }
            }
            std::mem::swap(places, next);
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
            match out.iter_mut().find(|f| f.phrase == phrase) {
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

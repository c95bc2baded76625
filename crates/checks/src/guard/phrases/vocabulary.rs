//! Words by number, the sets of words that phrases ask for, and a draft read for them.

use std::collections::BTreeMap;

use cuecard_text::{Folded, Span, stem, words};
use rustc_hash::{FxHashMap, FxHashSet};

use super::contractions::spelled_out;
use super::grammar::{self, Kind, Node};

/// Words of the longest entry of a set.
pub(super) const LONGEST: usize = 8;

/// Letters that a word keeps when it is stemmed.
const OPENING: usize = 3;

/// A word, or any form of it, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    Word(u32),
    Stem(u32),
}

/// Words in a row.
pub(super) type Entry = Vec<Piece>;

/// A list of the pack: its set, and what in it is no word (`#`, `$`).
type List = (u32, Vec<Vec<Node>>);

#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: FxHashMap<String, u32>,
    stems: FxHashMap<String, u32>,
    /// The first letters of all stems: most words have none of these, and need no stemming.
    openings: FxHashSet<[u8; OPENING]>,
    /// What begins with each word, and with each stem.
    of_word: Vec<Begins>,
    of_stem: Vec<Begins>,
    /// How many sets there are.
    sets: u32,
    /// The sets of one word, and of the lists of the pack, that were asked for.
    alone: FxHashMap<Piece, u32>,
    lists: FxHashMap<(String, bool), List>,
    /// Endings, each with the words that it does not mean.
    endings: Vec<(String, Vec<String>)>,
}

/// The sets in which a word is, and in which it begins an entry of several words.
#[derive(Clone, Debug, Default)]
struct Begins {
    single: Vec<u32>,
    longer: Vec<(Entry, u32)>,
}

/// A word of the sentence.
pub(super) struct Symbol {
    word: Option<u32>,
    stem: Option<u32>,
    /// A bit for each ending that it has, and for each [`Kind`].
    pub(super) endings: u32,
    pub(super) kinds: u8,
    pub(super) source: Span,
}

/// A sentence as the machine reads it.
pub(super) struct Read<'a> {
    vocabulary: &'a Vocabulary,
    pub(super) symbols: Vec<Symbol>,
    /// A bit for each set in which a symbol is; so many words for each symbol.
    bits: Vec<u64>,
    width: usize,
    /// The entries of several words that begin at each symbol: length and set.
    longer: Vec<Vec<(usize, u32)>>,
}

impl Vocabulary {
    fn piece(&mut self, text: &str, by_stem: bool) -> Piece {
        let (table, begins) = if by_stem {
            (&mut self.stems, &mut self.of_stem)
        } else {
            (&mut self.words, &mut self.of_word)
        };
        let text = if by_stem { stem(text) } else { text.to_owned() };
        if by_stem && let Some(opening) = text.as_bytes().first_chunk() {
            self.openings.insert(*opening);
        }
        let next = u32::try_from(table.len()).unwrap_or(u32::MAX);
        let number = *table.entry(text).or_insert(next);
        if number == next {
            begins.push(Begins::default());
        }
        if by_stem {
            Piece::Stem(number)
        } else {
            Piece::Word(number)
        }
    }

    /// Words in a row as an entry of a set; none when there is anything else among them.
    pub(super) fn entry(&mut self, nodes: &[Node]) -> Option<Entry> {
        let words = nodes
            .iter()
            .all(|n| matches!(n, Node::Word(_) | Node::Stem(_)));
        if !words || nodes.is_empty() || nodes.len() > LONGEST {
            return None;
        }
        let pieces = nodes.iter().filter_map(|node| match node {
            Node::Word(text) => Some(self.piece(text, false)),
            Node::Stem(text) => Some(self.piece(text, true)),
            _ => None,
        });
        Some(pieces.collect())
    }

    /// A new set of these.
    pub(super) fn set(&mut self, entries: Vec<Entry>) -> u32 {
        let set = self.sets;
        self.sets += 1;
        for entry in entries {
            let Some((first, rest)) = entry.split_first() else {
                continue;
            };
            let begins = match *first {
                Piece::Word(n) => self.of_word.get_mut(n as usize),
                Piece::Stem(n) => self.of_stem.get_mut(n as usize),
            };
            if let Some(begins) = begins {
                if rest.is_empty() {
                    begins.single.push(set);
                } else {
                    begins.longer.push((rest.to_vec(), set));
                }
            }
        }
        set
    }

    /// The set of one word.
    pub(super) fn alone(&mut self, text: &str, by_stem: bool) -> u32 {
        let piece = self.piece(text, by_stem);
        if let Some(set) = self.alone.get(&piece) {
            return *set;
        }
        let set = self.set(vec![vec![piece]]);
        self.alone.insert(piece, set);
        set
    }

    /// The set of a list of the pack.
    pub(super) fn list(
        &mut self,
        name: &str,
        by_stem: bool,
        classes: &BTreeMap<String, Vec<String>>,
    ) -> List {
        let key = (name.to_owned(), by_stem);
        if let Some(list) = self.lists.get(&key) {
            return list.clone();
        }
        let mut entries = Vec::new();
        let mut rest = Vec::new();
        for nodes in grammar::list(name, by_stem, classes) {
            match self.entry(&nodes) {
                Some(entry) => entries.push(entry),
                None => rest.push(nodes),
            }
        }
        let list = (self.set(entries), rest);
        self.lists.insert(key, list.clone());
        list
    }

    /// The number of an ending.
    pub(super) fn ending(&mut self, text: &str, but: &[String]) -> usize {
        let known = self.endings.iter().position(|(t, _)| t == text);
        known.unwrap_or_else(|| {
            self.endings.push((text.to_owned(), but.to_vec()));
            self.endings.len() - 1
        })
    }

    /// Reads a sentence.
    pub(super) fn read(&self, sentence: &str) -> Read<'_> {
        let symbols = self.symbols(sentence);
        let width = (self.sets as usize).div_ceil(64);
        let mut read = Read {
            vocabulary: self,
            bits: vec![0; width * symbols.len()],
            width,
            longer: Vec::with_capacity(symbols.len()),
            symbols,
        };
        for at in 0..read.symbols.len() {
            let mut longer = Vec::new();
            for begins in read.begins(at) {
                for set in &begins.single {
                    let word = at * width + *set as usize / 64;
                    if let Some(bits) = read.bits.get_mut(word) {
                        *bits |= 1 << (set % 64);
                    }
                }
                for (rest, set) in &begins.longer {
                    if read.follows(at, rest) {
                        longer.push((rest.len() + 1, *set));
                    }
                }
            }
            read.longer.push(longer);
        }
        read
    }

    fn symbols(&self, sentence: &str) -> Vec<Symbol> {
        let folded = Folded::collapsed(sentence);
        let words = words(folded.as_str());
        let mut out = Vec::with_capacity(words.len() + 2);
        let mark = |kind: Kind, source| Symbol {
            word: None,
            stem: None,
            endings: 0,
            kinds: kind as u8,
            source,
        };
        let mut end = 0;
        if let Some(first) = words.first() {
            let start = folded.source(first.span).start;
            out.push(mark(Kind::Opening, Span::new(start, start)));
        }
        for word in words {
            let source = folded.source(word.span);
            let kinds = kinds_of(sentence, source);
            spelled_out(word.text, |word| {
                out.push(Symbol {
                    word: self.words.get(word).copied(),
                    stem: self.stem_of(word),
                    endings: self.endings_of(word),
                    kinds,
                    source,
                });
            });
            end = source.end;
        }
        // A sentence asks that has words, and a question mark behind the last one.
        let sign = sentence.get(end..).and_then(|rest| rest.find('?'));
        if let Some(at) = sign.filter(|_| !out.is_empty()) {
            out.push(mark(Kind::Question, Span::new(end + at, end + at + 1)));
        }
        out
    }

    /// The number of a word's stem.
    fn stem_of(&self, word: &str) -> Option<u32> {
        match word.as_bytes().first_chunk::<OPENING>() {
            Some(opening) if word.len() > OPENING => {
                let may = self.openings.contains(opening);
                may.then(|| self.stems.get(&stem(word)).copied()).flatten()
            }
            _ => self.stems.get(word).copied(),
        }
    }

    /// A bit for each ending that a word has, with two letters or more before it.
    fn endings_of(&self, word: &str) -> u32 {
        let has = |(ending, but): &(String, Vec<String>)| {
            let root = word.strip_suffix(ending.as_str());
            root.is_some_and(|root| root.chars().nth(1).is_some()) && !but.iter().any(|b| b == word)
        };
        let numbered = self.endings.iter().zip(0_u32..32);
        numbered
            .filter(|(ending, _)| has(ending))
            .fold(0, |bits, (_, n)| bits | 1 << n)
    }
}

impl<'a> Read<'a> {
    /// What begins with a symbol: as a word and by its stem.
    fn begins(&self, at: usize) -> impl Iterator<Item = &'a Begins> + use<'a> {
        let vocabulary = self.vocabulary;
        let symbol = self.symbols.get(at);
        let word = symbol.and_then(|s| vocabulary.of_word.get(s.word? as usize));
        let stem = symbol.and_then(|s| vocabulary.of_stem.get(s.stem? as usize));
        word.into_iter().chain(stem)
    }

    /// The sets in which a symbol is.
    pub(super) fn sets(&self, at: usize) -> impl Iterator<Item = u32> + use<'a> {
        self.begins(at)
            .flat_map(|begins| begins.single.iter().copied())
    }

    /// The entries of several words that begin here: length and set.
    pub(super) fn longer(&self, at: usize) -> &[(usize, u32)] {
        self.longer.get(at).map_or(&[], Vec::as_slice)
    }

    /// Whether a symbol is in a set.
    pub(super) fn is_in(&self, at: usize, set: u32) -> bool {
        let bits = self.bits.get(at * self.width + set as usize / 64);
        bits.is_some_and(|bits| bits >> (set % 64) & 1 == 1)
    }

    /// Whether these follow a symbol.
    fn follows(&self, at: usize, rest: &[Piece]) -> bool {
        rest.iter().zip(at + 1..).all(|(piece, at)| {
            self.symbols.get(at).is_some_and(|symbol| match piece {
                Piece::Word(n) => symbol.word == Some(*n),
                Piece::Stem(n) => symbol.stem == Some(*n),
            })
        })
    }
}

/// What a word looks like, a bit for each [`Kind`].
fn kinds_of(text: &str, word: Span) -> u8 {
    let first = word.of(text).chars().next().unwrap_or(' ');
    if first.is_uppercase() {
        return Kind::Capital as u8;
    }
    if !first.is_ascii_digit() {
        return 0;
    }
    let before = text.get(..word.start).unwrap_or("");
    let before = before.strip_suffix(' ').unwrap_or(before);
    let money = before.ends_with(['$', '€', '£']);
    Kind::Number as u8 | if money { Kind::Money as u8 } else { 0 }
}

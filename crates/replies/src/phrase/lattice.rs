//! Every way in which the pieces of a text may be read as known words.

use cuecard_text::Span;

use super::Care;
use super::repair::{disguised, shortened, slips};
use super::spoken::{POINTERS, readings};
use super::trie::{Trie, WordId};
use super::units::{Unit, units};

/// Most single letters that are read as one word ("s u i c i d e").
const LETTERS: usize = 14;

/// One reading that begins at a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// How many units it covers.
    pub covers: usize,
    /// The words that it reads.
    pub words: Vec<WordId>,
    /// The most care under which it still counts: a mended slip only under
    /// [`Care::Any`], a word for one of its kind ("this" for "the") also under
    /// [`Care::NoSlips`]; the latter never opens a phrase.
    pub care: Care,
}

/// The readings of a text.
#[derive(Clone, Debug, Default)]
pub struct Lattice {
    /// The pieces.
    pub units: Vec<Unit>,
    /// The readings that begin at each piece.
    pub edges: Vec<Vec<Edge>>,
}

impl Lattice {
    /// Reads a text with the words of `trie`.
    pub fn new(text: &str, trie: &Trie) -> Self {
        let units = units(text);
        let pointers: Vec<WordId> = POINTERS.iter().filter_map(|w| trie.word(w)).collect();
        let mut edges: Vec<Vec<Edge>> = vec![Vec::new(); units.len()];
        for (i, list) in edges.iter_mut().enumerate() {
            spoken(&units, i, trie, list);
            if let Some(unit) = units.get(i)
                && POINTERS.contains(&unit.word.as_str())
            {
                list.extend(pointers.iter().map(|&id| Edge {
                    covers: 1,
                    words: vec![id],
                    care: Care::NoSlips,
                }));
            }
            joined(&units, i, trie, list);
        }
        chunks(text, &units, trie, &mut edges);
        Self { units, edges }
    }
}

fn add(list: &mut Vec<Edge>, covers: usize, words: Vec<WordId>, care: Care) {
    if !words.is_empty() && !list.iter().any(|e| e.covers == covers && e.words == words) {
        list.push(Edge {
            covers,
            words,
            care,
        });
    }
}

/// The words of a reading when all are known.
fn known(trie: &Trie, reading: &[String]) -> Option<Vec<WordId>> {
    reading.iter().map(|w| trie.word(w)).collect()
}

/// A unit by itself: as it stands, spelled out, shortened, mended.
fn spoken(units: &[Unit], at: usize, trie: &Trie, list: &mut Vec<Edge>) {
    let Some(unit) = units.get(at) else {
        return;
    };
    // "40 kms" is a distance.
    let number = at
        .checked_sub(1)
        .and_then(|i| units.get(i))
        .is_some_and(|u| u.word.bytes().all(|b| b.is_ascii_digit()));
    let all = readings(&unit.word);
    let take = if number { 1 } else { all.len() };
    for reading in all.iter().take(take) {
        if let Some(words) = known(trie, reading) {
            add(list, 1, words, Care::Exact);
        }
    }
    if let Some(id) = trie.form(&unit.word) {
        add(list, 1, vec![id], Care::Exact);
    }
    for short in shortened(&unit.word) {
        for reading in readings(&short) {
            if let Some(words) = known(trie, &reading) {
                add(list, 1, words, Care::Exact);
            }
        }
    }
    if trie.word(&unit.word).is_none() {
        for id in slips(trie, &unit.word) {
            add(list, 1, vec![id], Care::Any);
        }
    }
}

/// Units run together: "my self", "over dose", "k i l l", "k.i.l.l".
fn joined(units: &[Unit], at: usize, trie: &Trie, list: &mut Vec<Edge>) {
    let Some(first) = units.get(at) else {
        return;
    };
    if let Some(next) = units.get(at + 1)
        && first.word.len() > 1
        && next.word.len() > 1
        && let Some(id) = trie.word(&format!("{}{}", first.word, next.word))
    {
        add(list, 2, vec![id], Care::Exact);
    }
    let is_letter = |u: &&Unit| {
        let mut chars = u.word.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    let mut word = String::new();
    let from_here = units.get(at..).unwrap_or(&[]);
    for (n, unit) in from_here
        .iter()
        .take(LETTERS)
        .take_while(is_letter)
        .enumerate()
    {
        word.push_str(&unit.word);
        if n > 0
            && let Some(id) = trie.word(&word)
        {
            add(list, n + 1, vec![id], Care::Exact);
        }
    }
}

/// Pieces without white space whose signs stand for letters: "k!ll", "su*cide".
fn chunks(text: &str, units: &[Unit], trie: &Trie, edges: &mut [Vec<Edge>]) {
    let mut from = 0;
    while let Some(first) = units.get(from) {
        let count = units
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .take_while(|u| u.chunk == first.chunk)
            .count();
        let last = units.get(from + count - 1).unwrap_or(first);
        let piece = around(text, Span::new(first.span.start, last.span.end));
        if piece.chars().any(|c| !c.is_alphabetic()) {
            let ends = ['!', '.', ',', '?', ';', ':', '"', ')', '(', '*', '#', '_'];
            for core in [piece, piece.trim_matches(ends)] {
                let words = disguised(trie, core);
                if let Some(list) = edges.get_mut(from) {
                    for id in words {
                        add(list, count, vec![id], Care::Exact);
                    }
                }
            }
        }
        from += count.max(1);
    }
}

/// The whole run of characters without white space around a span.
fn around(text: &str, span: Span) -> &str {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let start = before
        .rfind(char::is_whitespace)
        .and_then(|i| before.get(i..)?.chars().next().map(|c| i + c.len_utf8()))
        .unwrap_or(0);
    let end = span.end + after.find(char::is_whitespace).unwrap_or(after.len());
    text.get(start..end).unwrap_or("")
}

//! Phrases as paths of words.

use std::collections::HashMap;

use super::spoken::{light, readings};
use super::units::units;

/// The number of a word in a [`Trie`].
pub type WordId = u32;

/// One step of the tree.
#[derive(Clone, Debug, Default)]
struct Node {
    /// Next words with their nodes, by word.
    next: Vec<(WordId, usize)>,
    /// Phrases that end here.
    ends: Vec<usize>,
}

/// All phrases in one tree over words without endings; built once, then only read.
#[derive(Clone, Debug)]
pub struct Trie {
    nodes: Vec<Node>,
    words: HashMap<String, WordId>,
    /// The words by first letter, in the order of the phrases, for slips of spelling.
    by_first: HashMap<char, Vec<(String, WordId)>>,
}

impl Trie {
    /// The root.
    pub const ROOT: usize = 0;

    /// Builds the tree; the number of a phrase is its place in `phrases`. A phrase
    /// without words is never found.
    pub fn new<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Self {
        let mut trie = Self {
            nodes: vec![Node::default()],
            words: HashMap::new(),
            by_first: HashMap::new(),
        };
        for (number, phrase) in phrases.into_iter().enumerate() {
            let plain: Vec<String> = units(phrase).into_iter().map(|u| u.word).collect();
            let words: Vec<String> = plain
                .iter()
                .flat_map(|w| readings(w).into_iter().next().unwrap_or_default())
                .collect();
            trie.insert(&words, number);
            // "#WantToDie", "killmyself".
            let run = plain.concat().replace('\'', "");
            if plain.len() > 1 && run.len() >= 7 {
                trie.insert(&[run], number);
            }
        }
        trie
    }

    fn insert(&mut self, words: &[String], number: usize) {
        if words.is_empty() {
            return;
        }
        let mut at = Self::ROOT;
        for word in words {
            let id = self.learn(word);
            let fresh = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else {
                return;
            };
            at = match node.next.binary_search_by_key(&id, |&(w, _)| w) {
                Ok(i) => node.next.get(i).map_or(fresh, |&(_, n)| n),
                Err(i) => {
                    node.next.insert(i, (id, fresh));
                    self.nodes.push(Node::default());
                    fresh
                }
            };
        }
        if let Some(node) = self.nodes.get_mut(at)
            && !node.ends.contains(&number)
        {
            node.ends.push(number);
        }
    }

    fn learn(&mut self, word: &str) -> WordId {
        let key = light(word);
        if let Some(&id) = self.words.get(&key) {
            self.keep_spelling(word, id);
            return id;
        }
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.insert(key, id);
        self.keep_spelling(word, id);
        id
    }

    fn keep_spelling(&mut self, word: &str, id: WordId) {
        let Some(first) = word.chars().next() else {
            return;
        };
        let list = self.by_first.entry(first).or_default();
        if !list.iter().any(|(w, _)| w == word) {
            list.push((word.to_owned(), id));
        }
    }

    /// The number of a word, whatever its ending; none when no phrase has it.
    pub fn word(&self, word: &str) -> Option<WordId> {
        self.words.get(&light(word)).copied()
    }

    /// The spellings that begin with a letter, with their numbers.
    pub fn spellings(&self, first: char) -> &[(String, WordId)] {
        self.by_first.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The node after `word`.
    pub fn step(&self, node: usize, word: WordId) -> Option<usize> {
        let next = &self.nodes.get(node)?.next;
        let i = next.binary_search_by_key(&word, |&(w, _)| w).ok()?;
        next.get(i).map(|&(_, n)| n)
    }

    /// The phrases that end at a node.
    pub fn ends(&self, node: usize) -> &[usize] {
        self.nodes.get(node).map_or(&[], |n| n.ends.as_slice())
    }
}

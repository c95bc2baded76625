//! Phrases as paths of words.

use rustc_hash::FxHashMap;

use super::pattern::Step;
use super::spoken::{light, readings};
use super::units::units;

/// The number of a word in a [`Trie`]. From [`LIST`] on: the number of a list.
pub type WordId = u32;

/// The first number of a list of words.
pub const LIST: WordId = 1 << 30;
/// One word of any kind.
pub const ANY: WordId = WordId::MAX - 1;
/// Up to three words of any kind.
pub const GAP: WordId = WordId::MAX;

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
    words: FxHashMap<String, WordId>,
    /// The words by first letter, in the order of the phrases, for slips of spelling.
    by_first: FxHashMap<char, Vec<(String, WordId)>>,
    /// One more than the greatest number of a list.
    most_lists: usize,
    /// Of each word: the lists in which it stands by itself.
    lists: FxHashMap<WordId, Vec<WordId>>,
    /// Of each word: the lists of which an entry of several words begins with it.
    opens: FxHashMap<WordId, Vec<WordId>>,
    /// Of each node: the one before it, and the word that leads here from there.
    parents: Vec<(usize, WordId)>,
    /// The ways in which phrases may be read.
    ways: Vec<Way>,
    /// The ways by one of what each needs.
    by_need: FxHashMap<WordId, Vec<usize>>,
}

/// A way in which a phrase may be read.
#[derive(Clone, Debug)]
struct Way {
    /// Where it ends.
    end: usize,
    /// The different words and lists that it needs, but for the one under which it is kept.
    needs: Box<[WordId]>,
}

/// The nodes that a text can reach at all.
#[derive(Clone, Debug)]
pub struct Alive {
    nodes: Vec<bool>,
    /// The words with which a phrase that can be reached begins: most words of a text are none of these.
    first: Ids,
}

/// Words and lists, by number.
#[derive(Clone, Debug)]
struct Ids {
    words: Vec<bool>,
    lists: Vec<bool>,
}

impl Ids {
    fn place(&mut self, id: WordId) -> Option<&mut bool> {
        match id.checked_sub(LIST) {
            Some(list) => self.lists.get_mut(list as usize),
            None => self.words.get_mut(id as usize),
        }
    }

    fn has(&self, id: WordId) -> bool {
        let place = match id.checked_sub(LIST) {
            Some(list) => self.lists.get(list as usize),
            None => self.words.get(id as usize),
        };
        place.copied().unwrap_or(false)
    }

    /// Whether it is new.
    fn insert(&mut self, id: WordId) -> bool {
        self.place(id)
            .is_some_and(|place| !std::mem::replace(place, true))
    }
}

impl Default for Trie {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default(), Node::default()],
            words: FxHashMap::default(),
            by_first: FxHashMap::default(),
            most_lists: 0,
            lists: FxHashMap::default(),
            opens: FxHashMap::default(),
            parents: vec![(Self::ROOT, GAP), (Self::LISTS, GAP)],
            ways: Vec::new(),
            by_need: FxHashMap::default(),
        }
    }
}

impl Trie {
    /// The root of the phrases.
    pub const ROOT: usize = 0;
    /// The root of the entries of lists that have several words.
    pub const LISTS: usize = 1;

    /// Adds a phrase as it is written. One without words is never found.
    pub fn phrase(&mut self, phrase: &str, number: usize) {
        let plain: Vec<String> = units(phrase).into_iter().map(|u| u.word).collect();
        let words: Vec<WordId> = self.path(&plain);
        self.insert(Self::ROOT, &words, number);
        // "#WantToDie", "killmyself".
        let run = plain.concat().replace('\'', "");
        if plain.len() > 1 && run.len() >= 7 {
            let run = self.learn(&run);
            self.insert(Self::ROOT, &[run], number);
        }
    }

    /// Adds one way to read a pattern.
    pub fn way(&mut self, steps: &[Step], number: usize) {
        let mut path = Vec::with_capacity(steps.len());
        for step in steps {
            match step {
                Step::Word(word) => {
                    let plain: Vec<String> = units(word).into_iter().map(|u| u.word).collect();
                    path.extend(self.path(&plain));
                }
                Step::Form(form) => {
                    let fresh = self.fresh();
                    path.push(*self.words.entry(["=", form].concat()).or_insert(fresh));
                }
                Step::List(list) => path.push(list_id(*list)),
                Step::Any => path.push(ANY),
                Step::Gap => path.push(GAP),
            }
        }
        self.insert(Self::ROOT, &path, number);
    }

    /// Adds an entry of a list.
    pub fn entry(&mut self, entry: &str, list: usize) {
        let plain: Vec<String> = units(entry).into_iter().map(|u| u.word).collect();
        let path = self.path(&plain);
        self.most_lists = self.most_lists.max(list + 1);
        match path.as_slice() {
            [one] => self.lists.entry(*one).or_default().push(list_id(list)),
            several => {
                if let Some(first) = several.first() {
                    let opens = self.opens.entry(*first).or_default();
                    if opens.last() != Some(&list_id(list)) {
                        opens.push(list_id(list));
                    }
                }
                self.insert(Self::LISTS, several, list);
            }
        }
    }

    /// The numbers of words, spelled out.
    fn path(&mut self, plain: &[String]) -> Vec<WordId> {
        let spelled = plain
            .iter()
            .flat_map(|w| readings(w).into_iter().next().unwrap_or_default());
        spelled.map(|word| self.learn(&word)).collect()
    }

    fn insert(&mut self, root: usize, words: &[WordId], number: usize) {
        if words.is_empty() {
            return;
        }
        let mut at = root;
        for &id in words {
            let fresh = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else {
                return;
            };
            at = match node.next.binary_search_by_key(&id, |&(w, _)| w) {
                Ok(i) => node.next.get(i).map_or(fresh, |&(_, n)| n),
                Err(i) => {
                    node.next.insert(i, (id, fresh));
                    self.nodes.push(Node::default());
                    self.parents.push((at, id));
                    fresh
                }
            };
        }
        if root == Self::ROOT {
            let mut needs: Vec<WordId> = words.iter().copied().filter(|&w| w < ANY).collect();
            needs.sort_unstable();
            needs.dedup();
            let way = self.ways.len();
            // Kept under the need that fewest ways are kept under: "overdose" is in few comments, "the" in all.
            let kept = |need: &WordId| self.by_need.get(need).map_or(0, Vec::len);
            if let Some(rarest) = needs.iter().copied().min_by_key(kept) {
                needs.retain(|need| *need != rarest);
                self.by_need.entry(rarest).or_default().push(way);
            }
            self.ways.push(Way {
                end: at,
                needs: needs.into_boxed_slice(),
            });
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
        let id = self.fresh();
        self.words.insert(key, id);
        self.keep_spelling(word, id);
        id
    }

    fn fresh(&self) -> WordId {
        WordId::try_from(self.words.len()).unwrap_or(LIST - 1)
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

    /// The number of a word in just this form; none when no pattern asks for it.
    pub fn form(&self, word: &str) -> Option<WordId> {
        self.words.get(&["=", word].concat()).copied()
    }

    /// The lists in which a word stands by itself.
    pub fn lists(&self, word: WordId) -> &[WordId] {
        self.lists.get(&word).map_or(&[], Vec::as_slice)
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

    /// The nodes that a text with these words can reach: those on the way to a phrase of
    /// which it has every word, in any order. Most phrases fall away here, at little cost.
    pub fn alive(&self, words: impl Iterator<Item = WordId>) -> Alive {
        let none = Ids {
            words: vec![false; self.words.len()],
            lists: vec![false; self.most_lists],
        };
        let (mut present, mut first) = (none.clone(), none);
        let mut all: Vec<WordId> = Vec::new();
        for word in words {
            if present.insert(word) {
                all.push(word);
                let lists = self.lists(word).iter();
                for list in lists.chain(self.opens.get(&word).into_iter().flatten()) {
                    if present.insert(*list) {
                        all.push(*list);
                    }
                }
            }
        }
        let mut nodes = vec![false; self.nodes.len()];
        let ways = all.iter().filter_map(|need| self.by_need.get(need));
        for way in ways.flatten().filter_map(|way| self.ways.get(*way)) {
            if way.needs.iter().all(|need| present.has(*need)) {
                let mut node = way.end;
                while let Some(here) = nodes.get_mut(node).filter(|here| !**here) {
                    *here = true;
                    let before = self.parents.get(node).copied();
                    let (parent, word) = before.unwrap_or((Self::ROOT, GAP));
                    if parent == Self::ROOT {
                        first.insert(word);
                    }
                    node = parent;
                }
            }
        }
        Alive { nodes, first }
    }

    /// The node after `word`, when it is alive.
    pub fn go(&self, alive: &Alive, node: usize, word: WordId) -> Option<usize> {
        if node == Self::ROOT && word < ANY && !alive.first.has(word) {
            return None;
        }
        let to = self.step(node, word)?;
        alive.nodes.get(to).copied().unwrap_or(false).then_some(to)
    }

    /// The node of an entry of several words that begins with `word`, where a list may
    /// follow `node`.
    pub fn begins(&self, node: usize, word: WordId) -> Option<usize> {
        let next = &self.nodes.get(node)?.next;
        let list = next.iter().rev().take_while(|n| n.0 >= LIST);
        let follows = list.into_iter().any(|n| n.0 < ANY);
        follows.then(|| self.step(Self::LISTS, word))?
    }

    /// The phrases that end at a node.
    pub fn ends(&self, node: usize) -> &[usize] {
        self.nodes.get(node).map_or(&[], |n| n.ends.as_slice())
    }
}

/// The number under which a list stands in the tree.
pub fn list_id(list: usize) -> WordId {
    WordId::try_from(list).map_or(ANY - 1, |list| LIST + list)
}

//! The phrase language of a pack, and the machine that finds its phrases.
//!
//! | written | means |
//! | --- | --- |
//! | `your visit` | these words, in any case |
//! | `(a\|b c)` | one of these |
//! | `word?`, `(a\|b)?` | may be left out |
//! | `...` | up to three words of any kind |
//! | `_` | one word of any kind |
//! | `[...]` | any number of words of any kind, in the same sentence |
//! | `{care}` | one of the words of a list |
//! | `~{care}` | any form of one of the words of a list |
//! | `~wait` | any form of the word (same stem) |
//! | `#`, `$`, `^` | a number, a sum of money, a word with a capital |
//! | `[?]` | the end of a question |
//! | `*ed` | any word with this ending that is not in the list `but-ed` |
//!
//! Contractions are read as spelled out on both sides: `you are` finds "you're", `not`
//! finds the end of "didn't". Phrases do not run over the end of a sentence.
//!
//! All phrases are one position automaton (Glushkov): a state for each word, or list of
//! words, that stands in a phrase, and for each state those that may come next. A draft is read twice,
//! word by word: for what is never reported, then for what begins outside of it. The states that are
//! alive at a time are bounded by the pack, not by the draft.

mod contractions;
mod grammar;

use std::collections::{BTreeMap, HashMap};

use cuecard_text::{Span, sorted, stem};

use super::pack::Pack;
use crate::prepared::{Prepared, Token};
use contractions::spelled_out;
use grammar::{Kind, Node, parse};

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Number of the group in the pack.
    pub group: usize,
    /// Where, in bytes of the draft.
    pub span: Span,
}

/// Finds the phrases of a pack.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    states: Vec<State>,
    /// Numbers of words, and of stems.
    words: HashMap<String, u32>,
    stems: HashMap<String, u32>,
    /// Numbers of the words, or stems, of a list, sorted: one state reads them all.
    lists: Vec<Vec<u32>>,
    /// The lists of the pack that were met: the single words, and the rest.
    known: HashMap<(String, bool), Known>,
    /// Endings, each with the words that it does not mean.
    endings: Vec<(String, Vec<String>)>,
    /// The states with which a phrase may begin, by the number of the first word or stem.
    by_word: HashMap<u32, Vec<usize>>,
    by_stem: HashMap<u32, Vec<usize>>,
    /// The states with which a phrase may begin, by what the first word looks like.
    by_kind: Vec<(Kind, usize)>,
    /// What the phrase that is being added is of.
    adding: End,
    /// Phrases that could not be read: line and reason.
    problems: Vec<(usize, String)>,
}

/// A list of the pack: the number of its single words in [`Finder::lists`], and those of several.
#[derive(Clone, Debug, Default)]
struct Known {
    single: Option<usize>,
    longer: Vec<Vec<Node>>,
}

#[derive(Clone, Debug)]
struct State {
    reads: Reads,
    next: Vec<usize>,
    /// What the phrase is of.
    of: End,
    /// The phrase may end here.
    ends: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    Word(u32),
    Stem(u32),
    /// One of a list of words: its number in [`Finder::lists`].
    List(usize),
    /// A form of one of a list of words.
    Stems(usize),
    /// A word that looks like this.
    Kind(Kind),
    /// A word with an ending: its number in [`Finder::endings`].
    Ending(usize),
    Any,
}

/// The words of a list of a pack, with those of the lists that stand in it.
pub(crate) fn words_of(name: &str, classes: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut out = Vec::new();
    grammar::gather(name, classes, grammar::NESTED, &mut |word| {
        out.push(word.to_lowercase());
    });
    out
}

/// What a phrase is of: a group, or those that are never reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum End {
    Group(usize),
    /// Sentences that a group leaves alone.
    Unless(usize),
    #[default]
    Never,
}

/// A word of the draft as the machine reads it.
struct Symbol {
    word: Option<u32>,
    stem: Option<u32>,
    /// A bit for each ending that it has, and for what it looks like.
    endings: u32,
    kinds: u8,
    source: Span,
    sentence: usize,
}

impl Finder {
    /// Builds the machine.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let mut out = Self::default();
        let groups = pack.groups.iter().enumerate();
        let phrases = groups.flat_map(|(g, group)| {
            let phrases = group.phrases.iter().map(move |p| (p, End::Group(g)));
            phrases.chain(group.unless.iter().map(move |p| (p, End::Unless(g))))
        });
        for (phrase, end) in phrases.chain(pack.never.iter().map(|p| (p, End::Never))) {
            let added = parse(&phrase.text, &pack.classes)
                .and_then(|nodes| out.add(&nodes, end, &pack.classes));
            match added {
                Ok(()) => {}
                Err(reason) => out.problems.push((phrase.line, reason)),
            }
        }
        out
    }

    /// How many states there are.
    #[must_use]
    pub fn size(&self) -> usize {
        self.states.len()
    }

    /// Phrases that could not be read, with line and reason.
    #[must_use]
    pub fn problems(&self) -> &[(usize, String)] {
        &self.problems
    }

    fn add(&mut self, nodes: &[Node], end: End, classes: &Classes) -> Result<(), String> {
        self.adding = end;
        let part = self.sequence(nodes, classes);
        if part.empty
            || part.first.iter().any(|s| {
                self.states
                    .get(*s)
                    .is_some_and(|s| matches!(s.reads, Reads::Any | Reads::Ending(_)))
            })
        {
            return Err("a phrase begins with a word and needs at least one".to_owned());
        }
        for state in &part.last {
            if let Some(state) = self.states.get_mut(*state) {
                state.ends = true;
            }
        }
        for first in part.first {
            match self.states.get(first).map(|s| s.reads) {
                Some(Reads::Word(word)) => self.by_word.entry(word).or_default().push(first),
                Some(Reads::Stem(stem)) => self.by_stem.entry(stem).or_default().push(first),
                Some(Reads::List(list)) => {
                    for word in self.lists.get(list).into_iter().flatten() {
                        self.by_word.entry(*word).or_default().push(first);
                    }
                }
                Some(Reads::Stems(list)) => {
                    for stem in self.lists.get(list).into_iter().flatten() {
                        self.by_stem.entry(*stem).or_default().push(first);
                    }
                }
                Some(Reads::Kind(kind)) => self.by_kind.push((kind, first)),
                Some(Reads::Any | Reads::Ending(_)) | None => {}
            }
        }
        Ok(())
    }

    fn sequence(&mut self, nodes: &[Node], classes: &Classes) -> Part {
        let mut whole = Part::nothing();
        for node in nodes {
            let part = self.part(node, classes);
            for last in &whole.last {
                if let Some(state) = self.states.get_mut(*last) {
                    state.next.extend(&part.first);
                }
            }
            if whole.empty {
                whole.first.extend(&part.first);
            }
            if !part.empty {
                whole.last.clear();
            }
            whole.last.extend(&part.last);
            whole.empty &= part.empty;
        }
        whole
    }

    fn part(&mut self, node: &Node, classes: &Classes) -> Part {
        let reads = match node {
            Node::Word(text) => Reads::Word(number(&mut self.words, text)),
            Node::Stem(text) => Reads::Stem(number(&mut self.stems, &stem(text))),
            Node::Any => Reads::Any,
            Node::Kind(kind) => Reads::Kind(*kind),
            Node::List { name, by_stem } => return self.list(name, *by_stem, classes),
            Node::Many => {
                let mut part = self.state(Reads::Any);
                for state in &part.first {
                    if let Some(s) = self.states.get_mut(*state) {
                        s.next.push(*state);
                    }
                }
                part.empty = true;
                return part;
            }
            Node::Ending(text, but) => {
                let known = self.endings.iter().position(|(t, _)| t == text);
                Reads::Ending(known.unwrap_or_else(|| {
                    self.endings.push((text.clone(), but.clone()));
                    self.endings.len() - 1
                }))
            }
            Node::Optional(inner) => {
                let mut part = self.part(inner, classes);
                part.empty = true;
                return part;
            }
            Node::OneOf(choices) => {
                let mut whole = Part::default();
                let mut list = Vec::new();
                for choice in choices {
                    if let [Node::Word(text)] = choice.as_slice() {
                        list.push(number(&mut self.words, text));
                        continue;
                    }
                    let part = self.sequence(choice, classes);
                    whole.first.extend(part.first);
                    whole.last.extend(part.last);
                    whole.empty |= part.empty;
                }
                if !list.is_empty() {
                    self.lists.push(sorted(list, u32::cmp));
                    let part = self.state(Reads::List(self.lists.len() - 1));
                    whole.first.extend(part.first);
                    whole.last.extend(part.last);
                }
                return whole;
            }
        };
        self.state(reads)
    }

    /// One of the words of a list of the pack.
    fn list(&mut self, name: &str, by_stem: bool, classes: &Classes) -> Part {
        let key = (name.to_owned(), by_stem);
        let known = match self.known.get(&key) {
            Some(known) => known.clone(),
            None => {
                let known = self.learn(grammar::list(name, by_stem, classes));
                self.known.insert(key, known.clone());
                known
            }
        };
        let mut whole = known.single.map_or_else(Part::default, |list| {
            self.state(if by_stem {
                Reads::Stems(list)
            } else {
                Reads::List(list)
            })
        });
        for words in &known.longer {
            let part = self.sequence(words, classes);
            whole.first.extend(part.first);
            whole.last.extend(part.last);
        }
        whole
    }

    /// Numbers the single words of a list.
    fn learn(&mut self, words: Vec<Vec<Node>>) -> Known {
        let mut single = Vec::new();
        let mut longer = Vec::new();
        for nodes in words {
            match nodes.as_slice() {
                [Node::Word(text)] => single.push(number(&mut self.words, text)),
                [Node::Stem(text)] => single.push(number(&mut self.stems, &stem(text))),
                _ => longer.push(nodes),
            }
        }
        let single = (!single.is_empty()).then(|| {
            let mut sorted = sorted(single, u32::cmp);
            sorted.dedup();
            self.lists.push(sorted);
            self.lists.len() - 1
        });
        Known { single, longer }
    }

    fn state(&mut self, reads: Reads) -> Part {
        let state = self.states.len();
        self.states.push(State {
            reads,
            next: Vec::new(),
            of: self.adding,
            ends: false,
        });
        Part {
            first: vec![state],
            last: vec![state],
            empty: false,
        }
    }

    fn symbols(&self, draft: &Prepared<'_>) -> Vec<Symbol> {
        let mut out = Vec::with_capacity(draft.words.len());
        for (n, token) in draft.words.iter().enumerate() {
            let kinds = kinds_of(draft.text, token.source);
            spelled_out(draft.word(*token), |word| {
                out.push(Symbol {
                    word: self.words.get(word).copied(),
                    stem: if self.stems.is_empty() {
                        None
                    } else {
                        self.stems.get(&stem(word)).copied()
                    },
                    endings: self.endings_of(word),
                    kinds,
                    source: token.source,
                    sentence: token.sentence,
                });
            });
            let last = draft.words.get(n + 1).map(|next| next.sentence) != Some(token.sentence);
            if last && let Some(sign) = question_mark(draft, *token) {
                out.push(Symbol {
                    word: None,
                    stem: None,
                    endings: 0,
                    kinds: Kind::Question as u8,
                    source: sign,
                    sentence: token.sentence,
                });
            }
        }
        out
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

    /// The phrases of groups that stand in the draft and do not begin within one that
    /// is never reported; overlapping ones all.
    #[must_use]
    pub fn find(&self, draft: &Prepared<'_>) -> Vec<Match> {
        let symbols = self.symbols(draft);
        let mut never: Vec<Span> = Vec::new();
        let mut unless: Vec<(usize, usize)> = Vec::new();
        self.run(
            &symbols,
            |of, _| !matches!(of, End::Group(_)),
            |of, span, sentence| match of {
                End::Never => never.push(span),
                End::Unless(group) => unless.push((group, sentence)),
                End::Group(_) => {}
            },
        );
        let unless = sorted(unless, Ord::cmp);
        let mut never = sorted(never, Span::cmp);
        let mut reach = 0;
        for span in &mut never {
            reach = reach.max(span.end);
            span.end = reach;
        }
        let free = |start: usize| {
            let before = never.partition_point(|s| s.start <= start);
            let last = before.checked_sub(1).and_then(|i| never.get(i));
            last.is_none_or(|s| s.end <= start)
        };
        let mut found = Vec::new();
        self.run(
            &symbols,
            |of, start| matches!(of, End::Group(_)) && free(start),
            |of, span, sentence| {
                if let End::Group(group) = of
                    && unless.binary_search(&(group, sentence)).is_err()
                {
                    found.push(Match { group, span });
                }
            },
        );
        found
    }

    /// Runs those phrases that may `begin` (of what, at which byte), and tells where one stands.
    fn run(
        &self,
        symbols: &[Symbol],
        begin: impl Fn(End, usize) -> bool,
        mut stands: impl FnMut(End, Span, usize),
    ) {
        // Which states are alive, with the byte where their phrase began.
        let mut alive: Vec<(usize, usize)> = Vec::new();
        let mut next: Vec<(usize, usize)> = Vec::new();
        let mut seen: Vec<usize> = vec![0; self.states.len()];
        let mut sentence = 0;
        for (n, symbol) in symbols.iter().enumerate() {
            if symbol.sentence != sentence {
                alive.clear();
                sentence = symbol.sentence;
            }
            let mut enter = |state: usize, start: usize| {
                // The first to come into a state began earliest.
                if let Some(mark) = seen.get_mut(state).filter(|mark| **mark != n + 1) {
                    *mark = n + 1;
                    next.push((state, start));
                }
            };
            for (state, start) in &alive {
                for to in self.states.get(*state).into_iter().flat_map(|s| &s.next) {
                    let fits = self.states.get(*to).is_some_and(|s| match s.reads {
                        Reads::Word(w) => symbol.word == Some(w),
                        Reads::Stem(w) => symbol.stem == Some(w),
                        Reads::List(list) => symbol.word.is_some_and(|w| {
                            self.lists
                                .get(list)
                                .is_some_and(|l| l.binary_search(&w).is_ok())
                        }),
                        Reads::Stems(list) => symbol.stem.is_some_and(|w| {
                            self.lists
                                .get(list)
                                .is_some_and(|l| l.binary_search(&w).is_ok())
                        }),
                        Reads::Kind(kind) => symbol.kinds & kind as u8 != 0,
                        Reads::Ending(n) => {
                            u32::try_from(n).is_ok_and(|n| n < 32 && symbol.endings >> n & 1 == 1)
                        }
                        Reads::Any => true,
                    });
                    if fits {
                        enter(*to, *start);
                    }
                }
            }
            let start = symbol.source.start;
            let by_word = symbol.word.and_then(|w| self.by_word.get(&w));
            let by_stem = symbol.stem.and_then(|w| self.by_stem.get(&w));
            let by_kind = self.by_kind.iter();
            let by_kind = by_kind.filter(|(kind, _)| symbol.kinds & *kind as u8 != 0);
            let by_kind = by_kind.map(|(_, state)| state);
            let known = by_word.into_iter().chain(by_stem).flatten();
            for state in known.chain(by_kind) {
                if self.states.get(*state).is_some_and(|s| begin(s.of, start)) {
                    enter(*state, start);
                }
            }
            for (state, start) in &next {
                if let Some(state) = self.states.get(*state).filter(|s| s.ends) {
                    stands(state.of, Span::new(*start, symbol.source.end), sentence);
                }
            }
            alive.clear();
            std::mem::swap(&mut alive, &mut next);
        }
    }
}

/// The lists of a pack.
type Classes = BTreeMap<String, Vec<String>>;

/// The number of a text in a table; a new one gets the next.
fn number(table: &mut HashMap<String, u32>, text: &str) -> u32 {
    let next = u32::try_from(table.len()).unwrap_or(u32::MAX);
    *table.entry(text.to_owned()).or_insert(next)
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
    let before = text.get(..word.start).unwrap_or("").trim_end_matches(' ');
    let money = before.ends_with(['$', '€', '£']);
    Kind::Number as u8 | if money { Kind::Money as u8 } else { 0 }
}

/// The question mark with which the sentence of its last word ends.
fn question_mark(draft: &Prepared<'_>, last: Token) -> Option<Span> {
    let sentence = draft.sentences.get(last.sentence)?;
    let rest = Span::new(last.source.end, sentence.end.max(last.source.end));
    let at = rest.start + rest.of(draft.text).find('?')?;
    Some(Span::new(at, at + 1))
}

/// The states of a piece of a phrase at its two ends.
#[derive(Clone, Debug, Default)]
struct Part {
    first: Vec<usize>,
    last: Vec<usize>,
    /// It may be left out.
    empty: bool,
}

impl Part {
    fn nothing() -> Self {
        Self {
            empty: true,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests;

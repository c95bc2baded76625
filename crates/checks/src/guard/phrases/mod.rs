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
//! | `[<]`, `[?]` | the beginning of a sentence, the end of a question |
//! | `*ed` | any word with this ending that is not in the list `but-ed` |
//!
//! Contractions are read as spelled out on both sides: `you are` finds "you're", `not`
//! finds the end of "didn't". Phrases do not run over the end of a sentence.
//!
//! All phrases are one position automaton (Glushkov): a state for each word, or list of
//! words, that stands in a phrase, and for each state those that may come next ([`build`]). Which lists
//! a word is in is looked up once ([`vocabulary`]). A sentence is read twice, word by
//! word ([`run`]): for what is never reported, then for what begins outside of it. The states that are
//! alive at a time are bounded by the pack, not by the draft. What stands in a sentence depends on its letters alone.

mod build;
mod contractions;
mod grammar;
mod run;
mod vocabulary;

use std::collections::BTreeMap;

use cuecard_text::{Span, sorted};

use super::pack::Pack;
use grammar::Kind;
use run::Alive;
use vocabulary::Vocabulary;

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Number of the group in the pack.
    pub group: usize,
    /// Where, in bytes of the sentence.
    pub span: Span,
}

/// Finds the phrases of a pack.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    states: Vec<State>,
    vocabulary: Vocabulary,
    /// The states with which a phrase may begin, by the number of the set of words: of what is
    /// never reported and of `Unless`, and of groups.
    starts: [Vec<Vec<u32>>; 2],
    /// The same, by what the first word looks like.
    kinds: [Vec<(Kind, u32)>; 2],
    /// Phrases that could not be read: line and reason.
    problems: Vec<(usize, String)>,
}

#[derive(Clone, Debug)]
struct State {
    reads: Reads,
    next: Vec<u32>,
    /// What the phrase is of.
    of: End,
    /// The phrase may end here.
    ends: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    /// One of a set of words, or of entries of several words.
    Set(u32),
    /// A word with an ending, by the ending's number.
    Ending(usize),
    /// A word that looks like this.
    Kind(Kind),
    Any,
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

/// The words of a list of a pack, with those of the lists that stand in it.
pub(crate) fn words_of(name: &str, classes: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut out = Vec::new();
    grammar::gather(name, classes, grammar::NESTED, &mut |word| {
        out.push(word.to_lowercase());
    });
    out
}

impl Finder {
    /// Builds the machine.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        build::build(pack)
    }

    /// Phrases that could not be read, with line and reason.
    #[must_use]
    pub fn problems(&self) -> &[(usize, String)] {
        &self.problems
    }

    /// The machine, to be run on sentences.
    #[must_use]
    pub fn machine(&self) -> Machine<'_> {
        Machine {
            finder: self,
            alive: Alive::new(self.states.len()),
        }
    }
}

/// The machine of a [`Finder`], with the memory that it works in.
pub struct Machine<'a> {
    finder: &'a Finder,
    alive: Alive,
}

impl Machine<'_> {
    /// The phrases of groups that stand in a sentence and do not begin within one that
    /// is never reported; overlapping ones all.
    #[must_use]
    pub fn find(&mut self, sentence: &str) -> Vec<Match> {
        let (finder, alive) = (self.finder, &mut self.alive);
        let read = finder.vocabulary.read(sentence);
        let mut never: Vec<Span> = Vec::new();
        let mut unless: Vec<usize> = Vec::new();
        finder.run(
            &read,
            alive,
            0,
            |_| true,
            |of, span| match of {
                End::Never => never.push(span),
                End::Unless(group) => unless.push(group),
                End::Group(_) => {}
            },
        );
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
        finder.run(&read, alive, 1, free, |of, span| {
            if let End::Group(group) = of
                && !unless.contains(&group)
            {
                found.push(Match { group, span });
            }
        });
        found
    }
}

#[cfg(test)]
mod tests;

//! From the phrases of a pack to the machine.

use std::collections::BTreeMap;

use super::grammar::{Node, parse};
use super::vocabulary::Entry;
use super::{End, Finder, Reads, State};
use crate::guard::pack::Pack;

/// The lists of a pack.
type Classes = BTreeMap<String, Vec<String>>;

pub(super) fn build(pack: &Pack) -> Finder {
    let mut builder = Builder {
        finder: Finder::default(),
        classes: &pack.classes,
        of: End::Never,
    };
    let groups = pack.groups.iter().enumerate();
    let phrases = groups.flat_map(|(g, group)| {
        let phrases = group.phrases.iter().map(move |p| (p, End::Group(g)));
        phrases.chain(group.unless.iter().map(move |p| (p, End::Unless(g))))
    });
    for (phrase, of) in phrases.chain(pack.never.iter().map(|p| (p, End::Never))) {
        builder.of = of;
        let added = parse(&phrase.text, builder.classes).and_then(|nodes| builder.add(&nodes));
        if let Err(reason) = added {
            builder.finder.problems.push((phrase.line, reason));
        }
    }
    builder.finder
}

pub(super) struct Builder<'a> {
    pub(super) finder: Finder,
    pub(super) classes: &'a Classes,
    /// What the phrase that is being added is of.
    pub(super) of: End,
}

impl Builder<'_> {
    pub(super) fn add(&mut self, nodes: &[Node]) -> Result<(), String> {
        let part = self.sequence(nodes);
        let open = part.first.iter().any(|state| {
            let state = self.finder.states.get(*state as usize);
            state.is_some_and(|s| matches!(s.reads, Reads::Any | Reads::Ending(_)))
        });
        if part.empty || open {
            return Err("a phrase begins with a word and needs at least one".to_owned());
        }
        for state in &part.last {
            if let Some(state) = self.finder.states.get_mut(*state as usize) {
                state.ends = true;
            }
        }
        let pass = usize::from(matches!(self.of, End::Group(_)));
        for first in part.first {
            match self.finder.states.get(first as usize).map(|s| s.reads) {
                Some(Reads::Set(set)) => {
                    if let Some(starts) = self.finder.starts.get_mut(pass) {
                        let set = set as usize;
                        if starts.len() <= set {
                            starts.resize(set + 1, Vec::new());
                        }
                        if let Some(starts) = starts.get_mut(set) {
                            starts.push(first);
                        }
                    }
                }
                Some(Reads::Kind(kind)) => {
                    if let Some(kinds) = self.finder.kinds.get_mut(pass) {
                        kinds.push((kind, first));
                    }
                }
                Some(Reads::Any | Reads::Ending(_)) | None => {}
            }
        }
        Ok(())
    }

    fn sequence(&mut self, nodes: &[Node]) -> Part {
        let mut whole = Part {
            empty: true,
            ..Part::default()
        };
        for node in nodes {
            let part = self.part(node);
            for last in &whole.last {
                if let Some(state) = self.finder.states.get_mut(*last as usize) {
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

    fn part(&mut self, node: &Node) -> Part {
        match node {
            Node::Word(text) => {
                let set = self.finder.vocabulary.alone(text, false);
                self.state(Reads::Set(set))
            }
            Node::Stem(text) => {
                let set = self.finder.vocabulary.alone(text, true);
                self.state(Reads::Set(set))
            }
            Node::Any => self.state(Reads::Any),
            Node::Kind(kind) => self.state(Reads::Kind(*kind)),
            Node::Ending(text, but) => {
                let ending = self.finder.vocabulary.ending(text, but);
                self.state(Reads::Ending(ending))
            }
            Node::Many => {
                let mut part = self.state(Reads::Any);
                for state in &part.first {
                    if let Some(s) = self.finder.states.get_mut(*state as usize) {
                        s.next.push(*state);
                    }
                }
                part.empty = true;
                part
            }
            Node::Optional(inner) => {
                let mut part = self.part(inner);
                part.empty = true;
                part
            }
            Node::List { name, by_stem } => {
                let classes = self.classes;
                let (set, rest) = self.finder.vocabulary.list(name, *by_stem, classes);
                let mut whole = self.state(Reads::Set(set));
                for nodes in rest {
                    let part = self.sequence(&nodes);
                    whole.add(part);
                }
                whole
            }
            Node::OneOf(choices) => self.one_of(choices),
        }
    }

    /// Choices that are words are one set; each of the others is a sequence of its own.
    fn one_of(&mut self, choices: &[Vec<Node>]) -> Part {
        let mut whole = Part::default();
        let mut entries: Vec<Entry> = Vec::new();
        for choice in choices {
            match self.finder.vocabulary.entry(choice) {
                Some(entry) => entries.push(entry),
                None => {
                    let part = self.sequence(choice);
                    whole.add(part);
                }
            }
        }
        if !entries.is_empty() {
            let set = self.finder.vocabulary.set(entries);
            let part = self.state(Reads::Set(set));
            whole.add(part);
        }
        whole
    }

    fn state(&mut self, reads: Reads) -> Part {
        let state = u32::try_from(self.finder.states.len()).unwrap_or(u32::MAX);
        self.finder.states.push(State {
            reads,
            next: Vec::new(),
            of: self.of,
            ends: false,
        });
        Part {
            first: vec![state],
            last: vec![state],
            empty: false,
        }
    }
}

/// The states of a piece of a phrase at its two ends.
#[derive(Clone, Debug, Default)]
struct Part {
    first: Vec<u32>,
    last: Vec<u32>,
    /// It may be left out.
    empty: bool,
}

impl Part {
    /// This or that.
    fn add(&mut self, other: Self) {
        self.first.extend(other.first);
        self.last.extend(other.last);
        self.empty |= other.empty;
    }
}

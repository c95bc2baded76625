//! The reader of an escalation pack.
//!
//! Its lines are those of every pack ([`pack_lines`]). What is not understood is kept in
//! [`Pack::problems`] with its line.

use cuecard_playbook::Severity;
use cuecard_playbook::pack_lines::{self, Line, go_on, lines, named_words, settings};

pub use pack_lines::Item;

use super::volume::Rule;

/// The default pack, without what is only for people and for tests.
const DEFAULT: &str = include_str!(concat!(env!("OUT_DIR"), "/escalation.md"));

/// A pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// The front matter: owner, date, sources, as key and value.
    pub about: Vec<(String, String)>,
    /// Names for lists of words: `kill` → `murder`, `shoot`…
    pub lists: Vec<(String, Vec<String>)>,
    /// Figures of speech: a trigger that shares words with one is none.
    pub figures: Vec<Item>,
    /// How many comments of one level on one thread make it graver.
    pub volume: Vec<Rule>,
    /// The groups of phrases.
    pub groups: Vec<Group>,
    /// What was not understood: line and reason.
    pub problems: Vec<(usize, String)>,
}

/// Phrases of one class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its heading.
    pub name: String,
    /// The class: `self-harm`. Several groups may have the same.
    pub class: String,
    /// How grave.
    pub level: Severity,
    /// Ids of protocols that playbooks give to such comments.
    pub protocols: Vec<String>,
    /// How fast somebody is told where the playbook has no protocol.
    pub within: String,
    /// Who answers for the group.
    pub owner: String,
    /// When it was last read by them.
    pub date: String,
    /// What is meant, and why.
    pub why: String,
    /// What to do, in order, where the playbook has no protocol.
    pub actions: Vec<Item>,
    /// The phrases; parts joined by ` + ` stand in one sentence or two neighbouring ones.
    pub phrases: Vec<Item>,
    /// A sentence with one of these is left alone by this group.
    pub unless: Vec<Item>,
    /// Comments that this group must hear.
    pub bad: Vec<Item>,
    /// Comments that no group may hear.
    pub good: Vec<Item>,
    /// Line of its heading.
    pub line: usize,
}

/// Which list an item belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Lists,
    Figures,
    Volume,
    Actions,
    Phrases,
    Unless,
    Bad,
    Good,
}

impl Pack {
    /// The default pack.
    #[must_use]
    pub fn standard() -> Self {
        Self::read(DEFAULT)
    }

    /// Reads a pack.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut pack = Self::default();
        let mut list = List::None;
        for (at, line) in lines(text) {
            match line {
                Line::About(Some((key, value))) => {
                    pack.about.push((key.to_owned(), value.to_owned()));
                }
                Line::About(None) => {
                    pack.problem(at, "a line of the front matter is `key: value`");
                }
                Line::List(name) => {
                    list = match name {
                        "Actions" => List::Actions,
                        "Phrases" => List::Phrases,
                        "Unless" => List::Unless,
                        "Bad" => List::Bad,
                        "Good" => List::Good,
                        _ => List::None,
                    };
                    if list == List::None || pack.groups.is_empty() {
                        pack.problem(
                            at,
                            "a list of a group is Actions, Phrases, Unless, Bad or Good",
                        );
                    }
                }
                Line::Group(name) => list = pack.heading(at, name),
                Line::Item(item) => pack.item(list, at, item),
                Line::Settings(settings) => pack.settings(at, settings),
                // The first paragraph of a group says what is meant.
                Line::Prose(line) => {
                    if let Some(group) = pack.groups.last_mut().filter(|_| list == List::None) {
                        go_on(&mut group.why, line);
                    }
                }
            }
        }
        pack
    }

    pub(super) fn problem(&mut self, line: usize, what: &str) {
        self.problems.push((line, what.to_owned()));
    }

    fn heading(&mut self, line: usize, name: &str) -> List {
        match name {
            "Lists of words" => List::Lists,
            "Figures of speech" => List::Figures,
            "Volume" => List::Volume,
            _ => {
                self.groups.push(Group {
                    name: name.to_owned(),
                    level: Severity::Serious,
                    line,
                    ..Group::default()
                });
                List::None
            }
        }
    }

    fn item(&mut self, list: List, line: usize, text: &str) {
        let item = Item {
            text: text.to_owned(),
            line,
        };
        match (list, self.groups.last_mut()) {
            (List::Lists, _) => match named_words(text) {
                Some(list) => self.lists.push(list),
                None => self.problem(line, "a list of words is `name: word, word`"),
            },
            (List::Figures, _) => self.figures.push(item),
            (List::Volume, _) => match Rule::read(text) {
                Some(rule) => self.volume.push(rule),
                None => self.problem(line, "a volume is `serious: 3 within 60 minutes → crisis`"),
            },
            (List::Actions, Some(group)) => group.actions.push(item),
            (List::Phrases, Some(group)) => group.phrases.push(item),
            (List::Unless, Some(group)) => group.unless.push(item),
            (List::Bad, Some(group)) => group.bad.push(item),
            (List::Good, Some(group)) => group.good.push(item),
            _ => self.problem(line, "an item outside of a list"),
        }
    }

    /// `Class: self-harm · Level: crisis · Within: 5 minutes · Protocols: self-harm, suicide`.
    fn settings(&mut self, line: usize, text: &str) {
        for (key, value) in settings(text) {
            let level = super::volume::level(value);
            let text = value.to_owned();
            let understood = match (self.groups.last_mut(), key, level) {
                (Some(group), "Class", _) => {
                    group.class = text;
                    true
                }
                (Some(group), "Level", Some(level)) => {
                    group.level = level;
                    true
                }
                (Some(group), "Within", _) => {
                    group.within = text;
                    true
                }
                (Some(group), "Owner", _) => {
                    group.owner = text;
                    true
                }
                (Some(group), "Date", _) => {
                    group.date = text;
                    true
                }
                (Some(group), "Protocols", _) => {
                    let ids = text.split(',').map(|id| id.trim().to_owned());
                    group.protocols = ids.filter(|id| !id.is_empty()).collect();
                    true
                }
                _ => false,
            };
            if !understood {
                self.problem(
                    line,
                    "settings are Class, Level, Within, Protocols, Owner and Date",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_is_read_and_what_is_not_understood_is_reported() {
        let pack = Pack::read(
            "---\nowner: Me\nnonsense\n---\n# Title\nProse.\n\n## Lists of words\n- kill: kill, shoot up\n- broken\n\n## Figures of speech\n- to die for\n\n\
             ## Volume\n- serious: 3 within 60 minutes → crisis\n- many\n\n## Group\n*Class: threat · Level: crisis · Protocols: a, b · Shoe: 3*\n\nBecause.\nAlways.\n\n### Phrases\n- {kill} you\n### Bad\n- I kill you\n### Other\n- x\n",
        );
        assert_eq!(pack.about, [("owner".to_owned(), "Me".to_owned())]);
        assert_eq!(pack.lists[0].1, ["kill", "shoot up"]);
        assert_eq!((pack.figures.len(), pack.volume.len()), (1, 1));
        let group = &pack.groups[0];
        assert_eq!(
            (group.why.as_str(), group.class.as_str(), group.level),
            ("Because. Always.", "threat", Severity::Crisis)
        );
        assert_eq!(group.protocols, ["a", "b"]);
        assert_eq!((group.phrases.len(), group.bad.len()), (1, 1));
        let lines: Vec<usize> = pack.problems.iter().map(|p| p.0).collect();
        assert_eq!(lines, [3, 10, 17, 20, 29, 30]);
    }
}

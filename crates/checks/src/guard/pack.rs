//! The reader of a guard pack.
//!
//! Its lines are those of every pack ([`pack_lines`]). What is not understood is kept in
//! [`Pack::problems`] with its line.

use std::collections::BTreeMap;

use cuecard_playbook::pack_lines::{Line, go_on, lines, named_words, settings};
use cuecard_playbook::{Level, pack_lines};

/// An item of a list.
pub type Phrase = pack_lines::Item;

/// A pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// The front matter: owner, date, sources, as key and value.
    pub about: Vec<(String, String)>,
    /// Names for lists of words: `care` → `visit`, `appointment`…
    pub classes: BTreeMap<String, Vec<String>>,
    /// Phrases within which nothing is reported.
    pub never: Vec<Phrase>,
    /// Groups of phrases.
    pub groups: Vec<Group>,
    /// What was not understood: line and reason.
    pub problems: Vec<(usize, String)>,
}

/// Phrases with one reason.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its heading.
    pub name: String,
    /// The last part of the rule id: `patient-status`.
    pub rule: String,
    /// Level in replies, review responses and direct messages.
    pub level: Level,
    /// Level on posts; none means silent.
    pub on_posts: Option<Level>,
    /// What is wrong and what to do; the message of the finding.
    pub why: String,
    /// What is offered in place of the sentence.
    pub offer: Offer,
    /// The phrases.
    pub phrases: Vec<Phrase>,
    /// A sentence with one of these is left alone by this group.
    pub unless: Vec<Phrase>,
    /// Sentences in which this group must find something.
    pub bad: Vec<Phrase>,
    /// Sentences in which nothing may be found.
    pub good: Vec<Phrase>,
}

/// Which sentence of the playbook may stand in place of what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offer {
    /// The one that states the rule: care is not discussed here.
    #[default]
    Policy,
    /// The one that says whom to call.
    Call,
}

/// Which list an item belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Classes,
    Never,
    Phrases,
    Unless,
    Bad,
    Good,
}

impl Pack {
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
                        "Phrases" => List::Phrases,
                        "Unless" => List::Unless,
                        "Bad" => List::Bad,
                        "Good" => List::Good,
                        _ => {
                            pack.problem(at, "a list is called Phrases, Unless, Bad or Good");
                            List::None
                        }
                    };
                }
                Line::Group(name) => list = pack.heading(name),
                Line::Item(item) => pack.item(list, at, item),
                Line::Settings(settings) => pack.settings(at, settings),
                // The first paragraph of a group is its reason.
                Line::Prose(line) => {
                    if let Some(group) = pack.groups.last_mut().filter(|_| list == List::None) {
                        go_on(&mut group.why, line);
                    }
                }
            }
        }
        pack
    }

    fn problem(&mut self, line: usize, what: &str) {
        self.problems.push((line, what.to_owned()));
    }

    fn heading(&mut self, name: &str) -> List {
        match name {
            "Lists of words" => List::Classes,
            "Never reported" => List::Never,
            _ => {
                self.groups.push(Group {
                    name: name.to_owned(),
                    level: Level::Error,
                    ..Group::default()
                });
                List::None
            }
        }
    }

    fn item(&mut self, list: List, line: usize, text: &str) {
        let phrase = Phrase {
            text: text.to_owned(),
            line,
        };
        match list {
            List::Classes => return self.class(line, text),
            List::Never => return self.never.push(phrase),
            List::None => return self.problem(line, "an item outside of a list"),
            _ => {}
        }
        let Some(group) = self.groups.last_mut() else {
            return self.problem(line, "an item before the first group");
        };
        match list {
            List::Phrases => group.phrases.push(phrase),
            List::Unless => group.unless.push(phrase),
            List::Bad => group.bad.push(phrase),
            List::Good => group.good.push(phrase),
            List::Classes | List::Never | List::None => {}
        }
    }

    /// `care: visit, appointment, check-up`.
    fn class(&mut self, line: usize, text: &str) {
        match named_words(text) {
            Some((name, words)) => {
                self.classes.insert(name, words);
            }
            None => self.problem(line, "a list of words is `name: word, word`"),
        }
    }

    /// `Rule: patient-status · Replies: error · Posts: silent`.
    fn settings(&mut self, line: usize, text: &str) {
        for (key, value) in settings(text) {
            let level = match value {
                "error" => Some(Level::Error),
                "warning" => Some(Level::Warning),
                "suggestion" => Some(Level::Suggestion),
                _ => None,
            };
            let understood = match (self.groups.last_mut(), key, level) {
                (Some(group), "Rule", _) => {
                    group.rule = value.to_owned();
                    true
                }
                (Some(group), "Replies", Some(level)) => {
                    group.level = level;
                    true
                }
                (Some(group), "Posts", level) => {
                    group.on_posts = level;
                    level.is_some() || value == "silent"
                }
                (Some(group), "Offer", _) => {
                    group.offer = if value == "call" {
                        Offer::Call
                    } else {
                        Offer::Policy
                    };
                    matches!(value, "policy" | "call")
                }
                _ => false,
            };
            if !understood {
                self.problem(line, "settings are Rule, Replies, Posts and Offer");
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
            "---\nowner: Me\nnonsense\n---\n# Title\nProse.\n\n## Lists of words\n- care: visit, check-up\n- broken\n\n## Never reported\n- book your visit\n\n\
             ## Group\n*Rule: patient-status · Posts: warning*\n\nBecause.\nAlways.\n\n### Phrases\n- your {care}\n### Unless\n- if\n### Bad\n- Your visit.\n### Other\n",
        );
        assert_eq!(pack.about, [("owner".to_owned(), "Me".to_owned())]);
        assert_eq!(pack.classes.get("care").map(Vec::len), Some(2));
        assert_eq!(pack.never.len(), 1);
        let group = &pack.groups[0];
        assert_eq!(
            (group.why.as_str(), group.rule.as_str()),
            ("Because. Always.", "patient-status")
        );
        assert_eq!(
            (group.level, group.on_posts),
            (Level::Error, Some(Level::Warning))
        );
        let counts = [&group.phrases, &group.unless, &group.bad].map(Vec::len);
        assert_eq!(counts, [1, 1, 1]);
        let lines: Vec<usize> = pack.problems.iter().map(|p| p.0).collect();
        assert_eq!(lines, [3, 10, 27]);
    }
}

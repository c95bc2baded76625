//! The reader of packs.
//!
//! Front matter, `##` groups, a line of settings between asterisks, a paragraph that is the group's
//! reason, `###` lists with `- ` items ([`pack_lines`]). Everything else is prose for people. What is not understood
//! is kept in [`Pack::problems`] with its line; a pack of the program has none.

use cuecard_playbook::Level;
use cuecard_playbook::pack_lines::{self, Line, go_on, lines, settings};

pub use pack_lines::Item;

/// A pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// The front matter: owner, date, sources, as key and value.
    pub about: Vec<(String, String)>,
    /// Its groups.
    pub groups: Vec<Group>,
    /// What was not understood: line and reason.
    pub problems: Vec<(usize, String)>,
}

/// Entries with one reason.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its heading.
    pub name: String,
    /// The rule id, or its family when it ends in a slash.
    pub rule: String,
    /// Which reader in the code it belongs to; empty for a group of words.
    pub recogniser: String,
    /// Level on posts; none means silent.
    pub posts: Option<Level>,
    /// The level on posts holds only where a word of the context stands in the sentence.
    pub posts_in_context: bool,
    /// Level in replies, review responses and direct messages; none means silent.
    pub replies: Option<Level>,
    /// Level where the form alone does not prove it; none means silent.
    pub unsure: Option<Level>,
    /// Numbers that a group sets: `Words: 30`.
    pub numbers: Vec<(String, usize)>,
    /// What is wrong and what to do; the message of the finding.
    pub why: String,
    /// Its lists by their headings.
    pub lists: Vec<List>,
}

/// A list of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Its heading.
    pub name: String,
    /// Its items.
    pub items: Vec<Item>,
}

/// The lists that a group may have.
pub const LISTS: [&str; 7] = ["Words", "Context", "Near", "Unless", "Split", "Bad", "Good"];

impl Group {
    /// The items of a list, in order.
    pub fn list(&self, name: &str) -> impl Iterator<Item = &Item> {
        self.lists
            .iter()
            .filter(move |l| l.name == name)
            .flat_map(|l| &l.items)
    }

    /// The entries of a list whose items are parted by commas.
    pub fn entries(&self, name: &str) -> impl Iterator<Item = &str> {
        self.list(name)
            .flat_map(|item| item.text.split(','))
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
    }

    /// A number that the group sets.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<usize> {
        self.numbers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, n)| *n)
    }
}

impl Pack {
    /// The group of a recogniser.
    #[must_use]
    pub fn recogniser(&self, name: &str) -> Option<&Group> {
        self.groups.iter().find(|g| g.recogniser == name)
    }

    /// Reads a pack.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut pack = Self::default();
        for (at, line) in lines(text) {
            match line {
                Line::About(Some((key, value))) => {
                    pack.about.push((key.to_owned(), value.to_owned()));
                }
                Line::About(None) => {
                    pack.problem(at, "a line of the front matter is `key: value`");
                }
                Line::List(name) => pack.list(at, name),
                Line::Group(name) => pack.groups.push(Group {
                    name: name.to_owned(),
                    ..Group::default()
                }),
                Line::Item(item) => pack.item(at, item),
                Line::Settings(settings) if !pack.groups.is_empty() => pack.settings(at, settings),
                Line::Settings(_) => {}
                Line::Prose(line) => pack.reason(line),
            }
        }
        pack
    }

    fn problem(&mut self, line: usize, what: &str) {
        self.problems.push((line, what.to_owned()));
    }

    fn list(&mut self, line: usize, name: &str) {
        if !LISTS.contains(&name) {
            self.problem(
                line,
                "a list is called Words, Context, Near, Unless, Split, Bad or Good",
            );
        }
        match self.groups.last_mut() {
            Some(group) => group.lists.push(List {
                name: name.to_owned(),
                items: Vec::new(),
            }),
            None => self.problem(line, "a list before the first group"),
        }
    }

    fn item(&mut self, line: usize, text: &str) {
        match self.groups.last_mut().and_then(|g| g.lists.last_mut()) {
            Some(list) => list.items.push(Item {
                text: text.to_owned(),
                line,
            }),
            None => self.problem(line, "an item outside of a list"),
        }
    }

    /// The paragraph of a group, before its first list, is its reason.
    fn reason(&mut self, line: &str) {
        if let Some(group) = self.groups.last_mut().filter(|g| g.lists.is_empty()) {
            go_on(&mut group.why, line);
        }
    }

    /// `Rule: privacy/ssn · Posts: error · Replies: error · Unsure: suggestion`.
    fn settings(&mut self, line: usize, text: &str) {
        for (key, value) in settings(text) {
            let in_context = value.strip_suffix(" in context");
            let level = match in_context.unwrap_or(value) {
                "error" => Some(Some(Level::Error)),
                "warning" => Some(Some(Level::Warning)),
                "suggestion" => Some(Some(Level::Suggestion)),
                "silent" => Some(None),
                _ => None,
            };
            let understood = match (self.groups.last_mut(), key, level) {
                (Some(group), "Rule", _) => {
                    group.rule = value.to_owned();
                    true
                }
                (Some(group), "Recogniser", _) => {
                    group.recogniser = value.to_owned();
                    true
                }
                (Some(group), "Posts", Some(level)) => {
                    group.posts = level;
                    group.posts_in_context = in_context.is_some();
                    true
                }
                (Some(group), "Replies", Some(level)) => {
                    group.replies = level;
                    true
                }
                (Some(group), "Unsure", Some(level)) => {
                    group.unsure = level;
                    true
                }
                (Some(group), key, None) => match value.parse() {
                    Ok(number) => {
                        group.numbers.push((key.to_owned(), number));
                        true
                    }
                    Err(_) => false,
                },
                _ => false,
            };
            if !understood {
                self.problem(line, "settings are Rule, Recogniser, Posts, Replies, Unsure, or a name with a number");
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
            "---\nowner: Me\nnonsense\n---\n# Title\nProse.\n- stray\n\n## Group\n*Rule: a/b · Recogniser: r · Posts: warning in context · Replies: silent · Unsure: suggestion · Words: 30*\n\nBecause.\nAlways.\n\n\
             ### Words\n- a, b\n- c\n### Other\n- d\n*not a setting*\n",
        );
        let group = &pack.groups[0];
        assert_eq!(pack.about, [("owner".to_owned(), "Me".to_owned())]);
        assert_eq!(
            (
                group.rule.as_str(),
                group.recogniser.as_str(),
                group.why.as_str()
            ),
            ("a/b", "r", "Because. Always.")
        );
        assert_eq!(
            (
                group.posts,
                group.posts_in_context,
                group.replies,
                group.unsure
            ),
            (Some(Level::Warning), true, None, Some(Level::Suggestion))
        );
        assert_eq!(group.number("Words"), Some(30));
        assert_eq!(group.entries("Words").collect::<Vec<_>>(), ["a", "b", "c"]);
        let lines: Vec<usize> = pack.problems.iter().map(|p| p.0).collect();
        assert_eq!(lines, [3, 7, 18, 20]);
    }
}

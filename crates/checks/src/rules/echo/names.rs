//! Names: the author's, those in the comment, and whoever the reply addresses.

use std::collections::{HashMap, HashSet};

use cuecard_playbook::Playbook;
use cuecard_text::{Folded, Span, stem, words};
use rustc_hash::FxHashSet;

use super::{Both, Lists, Text, Word};
use crate::prepared::Prepared;
use crate::report::Comment;
use crate::zones::ZoneKind;

#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// After these a name is spoken to: `hi`, `dear`, `thanks`.
    greeting: FxHashSet<String>,
    /// After these a capital is a person: `daughter`, `grandpa`.
    person: FxHashSet<String>,
    /// The brand's own names for itself.
    accounts: FxHashSet<String>,
}

impl Names {
    pub(super) fn new(greeting: &[String], relative: &[String], playbook: &Playbook) -> Self {
        let last = |words: &[String]| -> FxHashSet<String> {
            let last = words.iter().filter_map(|w| w.split(' ').next_back());
            last.map(str::to_owned).collect()
        };
        let mut out = Self {
            greeting: last(greeting),
            person: last(relative),
            accounts: FxHashSet::default(),
        };
        let handles = playbook.accounts.iter().map(|a| a.handle.as_str());
        for name in handles.chain([playbook.brand.as_str()]) {
            out.accounts.extend(parts(name));
        }
        out
    }

    /// The names that the reply says, in its order, without overlap.
    pub(super) fn find(
        &self,
        reply: &Text<'_>,
        heard: &Text<'_>,
        author: &str,
        lists: &Lists,
    ) -> Vec<Both> {
        let author: HashSet<String> = parts(author)
            .into_iter()
            .filter(|part| !self.accounts.contains(part))
            .collect();
        let people = self.people(heard, lists);
        let mut out: Vec<Both> = Vec::new();
        let mut at = 0;
        while let Some(word) = reply.words.get(at) {
            let by_author = author.contains(word.text);
            let in_comment = people.get(word.text).copied();
            let greeted = word.capital && self.after_greeting(reply, at);
            // Most words are none of these.
            if !(by_author || in_comment.is_some() || greeted) {
                at += 1;
                continue;
            }
            let plain = !word.capital || self.is_plain(word, lists);
            let shown = word.capital && (!word.opens || !plain);
            let of_author = by_author && (self.spoken_to(reply, at) || (shown && !plain));
            if !(of_author || (in_comment.is_some() && shown) || (greeted && !plain)) {
                at += 1;
                continue;
            }
            // A second name beside it is of the same person.
            let mut last = at;
            while reply.joined(last)
                && reply.words.get(last + 1).is_some_and(|w| {
                    w.capital && (!self.is_plain(w, lists) || author.contains(w.text))
                })
            {
                last += 1;
            }
            let end = reply.words.get(last).map_or(word.span.end, |w| w.span.end);
            out.push(Both {
                here: Span::new(word.span.start, end),
                there: in_comment,
            });
            at = last + 1;
        }
        out
    }

    /// Words of the comment that are the name of a person, with their places.
    fn people(&self, heard: &Text<'_>, lists: &Lists) -> HashMap<String, Span> {
        let mut out = HashMap::new();
        for (at, word) in heard.words.iter().enumerate() {
            let before = at
                .checked_sub(1)
                .filter(|b| heard.joined(*b))
                .map_or("", |b| heard.text(b));
            let title = matches!(
                before,
                "mr" | "mrs"
                    | "ms"
                    | "miss"
                    | "dr"
                    | "doctor"
                    | "nurse"
                    | "little"
                    | "named"
                    | "called"
            );
            let person = title || self.person.contains(before);
            if person && word.capital && !self.is_plain(word, lists) {
                out.entry(word.text.to_owned()).or_insert(word.span);
            }
        }
        out
    }

    /// A word that is no name by itself: of grammar, of any talk about a hospital, of the playbook.
    fn is_plain(&self, word: &Word<'_>, lists: &Lists) -> bool {
        word.text.len() < 2
            || lists.small.contains(word.text)
            || self.greeting.contains(word.text)
            || self.person.contains(word.text)
            || lists.ordinary.contains(&stem(word.text))
    }

    /// After a greeting, or before a comma or an exclamation mark at the start of a sentence.
    fn spoken_to(&self, reply: &Text<'_>, at: usize) -> bool {
        self.after_greeting(reply, at) || {
            let opens = reply.words.get(at).is_some_and(|w| w.opens && w.capital);
            opens && self.pause_after(reply, at)
        }
    }

    fn after_greeting(&self, reply: &Text<'_>, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|b| {
            reply.joined(b) && self.greeting.contains(reply.text(b)) && reply.near(b)
        })
    }

    fn pause_after(&self, reply: &Text<'_>, at: usize) -> bool {
        !reply.near(at) && reply.joined(at)
    }
}

impl Text<'_> {
    /// Whether nothing but a space stands between a word and the next.
    fn near(&self, at: usize) -> bool {
        let end = self.words.get(at).map(|w| w.span.end);
        let next = self.words.get(at + 1).map(|w| w.span.start);
        end.zip(next).is_some_and(|(end, next)| next <= end + 1)
    }
}

/// The parts of a name or handle, folded: `@hank.builds` → `hank`, `builds`.
fn parts(name: &str) -> Vec<String> {
    let folded = Folded::collapsed(name);
    words(folded.as_str())
        .into_iter()
        .flat_map(|word| word.text.split('_'))
        .map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()))
        .filter(|part| part.chars().nth(1).is_some())
        .map(str::to_owned)
        .collect()
}

/// Handles in the reply that are the author's, or stand in the comment. Not the author's own at the head of the reply: that is
/// how a site addresses it (Instagram puts it there by itself), and says nothing that the thread does not show.
pub(super) fn handles(draft: &Prepared<'_>, comment: Comment<'_>) -> Vec<Both> {
    let bare = |text: &str| text.trim().trim_start_matches(['@', '＠']).to_lowercase();
    let author = bare(comment.author);
    let mut out = Vec::new();
    for zone in draft.zones.iter().filter(|z| z.kind == ZoneKind::Handle) {
        let handle = bare(zone.span.of(draft.text));
        let there = comment.text.find(zone.span.of(draft.text));
        let before = draft.text.get(..zone.span.start).unwrap_or_default();
        let addresses = before.split_whitespace().all(|w| w.starts_with('@'));
        if handle == author && addresses {
            continue;
        }
        if !handle.is_empty() && (handle == author || there.is_some()) {
            out.push(Both {
                here: zone.span,
                there: there.map(|at| Span::new(at, at + zone.span.len())),
            });
        }
    }
    out
}

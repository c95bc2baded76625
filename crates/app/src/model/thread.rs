//! What the card knows of the page's thread: which approved sentences were put on it, and what
//! kinds of comments were opened, when. Kept as long as the page is, in memory only; of a comment
//! its class, and a number by which it is known again, but none of its words.

use std::hash::{DefaultHasher, Hash, Hasher};

use cuecard_replies::{Earlier, Thread};
use cuecard_wire::Answered;

use super::slots::fill_known;
use super::{Card, Now};

/// The thread of the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Ids of the variants that were put, the latest last.
    used: Vec<String>,
    heard: Vec<Heard>,
}

/// A comment that was opened.
#[derive(Clone, Debug)]
struct Heard {
    comment: u64,
    class: String,
    at: f64,
}

impl Known {
    /// A variant was put.
    pub(super) fn put(&mut self, variant: String) {
        self.used.push(variant);
    }

    /// A comment was looked at. Looked at again it is still one, heard when it was first seen.
    fn hear(&mut self, comment: u64, class: Option<&str>, now: f64) {
        let before = self.heard.iter().position(|h| h.comment == comment);
        let at = before.map_or(now, |i| self.heard.swap_remove(i).at);
        if let Some(class) = class {
            self.heard.push(Heard {
                comment,
                class: class.to_owned(),
                at,
            });
        }
    }

    /// The comments but this one, with how long ago they were heard.
    fn earlier(&self, comment: u64, now: Now) -> Vec<Earlier> {
        let others = self.heard.iter().filter(|h| h.comment != comment);
        others
            .map(|h| Earlier {
                class: h.class.clone(),
                // A float's cast saturates: a clock that was set back gives 0.
                ago: (now.ms - h.at) as u64,
            })
            .collect()
    }
}

/// By what a comment is known again: who wrote it, and what. Its link may be the page's, which changes while one goes about the site.
fn number(answered: &Answered) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&answered.author, &answered.text).hash(&mut hasher);
    hasher.finish()
}

impl Card {
    /// Looks at the comment that one composer answers.
    pub(super) fn reconsider(&mut self, i: usize) {
        if !self.works_at(i) {
            return;
        }
        let Some(session) = self.sessions.get_mut(i) else {
            return;
        };
        let Some(answered) = &session.about.answering else {
            session.answer = None;
            return;
        };
        let comment = number(answered);
        let earlier = self.thread.earlier(comment, self.now);
        let thread = Thread {
            platform: Some(&session.about.platform),
            earlier: &earlier,
            used: &self.thread.used,
        };
        let mut answer = self
            .engine
            .answer(&answered.text, &answered.author, &thread);
        self.thread.hear(comment, answer.class(), self.now.ms);
        fill_known(self.engine.as_ref(), &mut answer);
        session.answer = Some(answer);
        self.weigh(i);
    }

    /// A variant was put beside a composer: the answers that wait beside the others were made without that.
    pub(super) fn used(&mut self, variant: String, composer: u32) {
        self.thread.put(variant);
        for i in 0..self.sessions.len() {
            if self.sessions.get(i).is_some_and(|s| s.id != composer) {
                self.reconsider(i);
            }
        }
    }
}

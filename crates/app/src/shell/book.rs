//! The playbook at work: the one that was saved, or the sample that the extension brings.

use std::cell::OnceCell;

use cuecard_checks::{Checker, Draft, Report};
use cuecard_playbook::{Comfort, OtherAccount, Playbook, Priority, Privacy, Role};
use cuecard_replies::{Answer, Comment, Escalation, Moment, Packet, Replier, Thread};
use wasm_bindgen::JsValue;

use super::api;
use crate::model::{Engine, Found};

/// The engine over one playbook. Immutable: another playbook makes another one.
pub struct Book {
    /// Who the brand is and who its roles are; what checks and replies need, they have taken.
    playbook: Playbook,
    audiences: Vec<String>,
    checker: Checker,
    /// Made when a comment is answered or a reply is looked for: many a draft is a post, and its first underline shall not wait for it.
    replier: OnceCell<Replier>,
}

impl Book {
    /// Prepares a playbook for work.
    #[must_use]
    pub fn new(playbook: Playbook) -> Self {
        Self {
            audiences: playbook.audiences(),
            checker: Checker::new(&playbook),
            replier: OnceCell::new(),
            playbook,
        }
    }

    fn replier(&self) -> &Replier {
        self.replier.get_or_init(|| Replier::new(&self.playbook))
    }
}

/// What storage holds of a playbook.
pub enum Kept {
    /// One that can go to work: what was saved, or the sample where nothing was.
    Book(Box<Book>),
    /// One that another version saved: its document is there, and has to be read anew.
    Unread(String),
}

impl Kept {
    /// Reads what was saved; none when neither that nor the sample can be read.
    pub async fn load(saved: &JsValue) -> Option<Self> {
        let text = |name: &str| api::member(saved, name).as_string();
        let compiled = text("compiled").and_then(|packed| cuecard_playbook::unpack(&packed));
        let playbook = match (compiled, text("source")) {
            (Some(playbook), _) => playbook,
            (None, Some(source)) => return Some(Self::Unread(source)),
            (None, None) => cuecard_playbook::unpack(&api::file("playbook.packed").await?)?,
        };
        Some(Self::Book(Box::new(Book::new(playbook))))
    }
}

impl Engine for Book {
    fn brand(&self) -> &str {
        &self.playbook.brand
    }

    fn is_ours(&self, author: &str) -> bool {
        self.playbook.is_ours(author)
    }

    fn other_account(&self, platform: &str, shown: &str) -> Option<OtherAccount> {
        self.playbook.other_account(platform, shown)
    }

    fn audiences(&self) -> &[String] {
        &self.audiences
    }

    fn roles(&self) -> &[Role] {
        &self.playbook.roles
    }

    fn privacy(&self) -> &Privacy {
        &self.playbook.privacy
    }

    fn priorities(&self) -> &[Priority] {
        &self.playbook.priorities
    }

    fn gate(&self) -> bool {
        self.playbook.gate
    }

    fn locale(&self) -> &str {
        &self.playbook.locale
    }

    fn comfort(&self) -> Option<Comfort> {
        self.playbook.comfort
    }

    fn check(&self, draft: &Draft<'_>) -> Report {
        self.checker.check(draft)
    }

    fn answer(&self, text: &str, author: &str, thread: &Thread<'_>) -> Answer {
        let author = Some(author).filter(|a| !a.is_empty());
        self.replier().answer_on(&Comment { text, author }, thread)
    }

    fn packet(&self, escalation: &Escalation, text: &str, now: Moment) -> Packet {
        self.replier().packet(escalation, text, now)
    }

    fn search(&self, query: &str, _platform: &str) -> Vec<Found> {
        self.replier()
            .search(query)
            .into_iter()
            .map(Found::from)
            .collect()
    }
}

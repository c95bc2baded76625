//! The playbook at work: the one that was saved, or the sample that the extension brings.

use cuecard_checks::{Checker, Draft, Report};
use cuecard_playbook::{Playbook, Priority, Privacy, Role};
use cuecard_replies::{Answer, Comment, Escalation, Moment, Packet, Replier, Thread};
use wasm_bindgen::JsValue;

use super::api;
use crate::model::{Engine, Found};

/// The engine over one playbook. Immutable: another playbook makes another one.
pub struct Book {
    /// Who the brand is and who its roles are; what checks and replies need, they have taken.
    playbook: Playbook,
    checker: Checker,
    replier: Replier,
}

impl Book {
    /// Prepares a playbook for work.
    #[must_use]
    pub fn new(playbook: Playbook) -> Self {
        let (checker, replier) = (Checker::new(&playbook), Replier::new(&playbook));
        Self {
            playbook,
            checker,
            replier,
        }
    }

    /// The saved playbook, else the sample; none when neither can be read.
    pub async fn load(saved: &JsValue) -> Option<Self> {
        let saved = api::member(saved, "compiled").as_string();
        if let Some(playbook) = saved.and_then(|packed| cuecard_playbook::unpack(&packed)) {
            return Some(Self::new(playbook));
        }
        cuecard_playbook::unpack(&api::file("playbook.packed").await?).map(Self::new)
    }
}

impl Engine for Book {
    fn brand(&self) -> &str {
        &self.playbook.brand
    }

    fn is_ours(&self, author: &str) -> bool {
        self.playbook.is_ours(author)
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

    fn check(&self, draft: &Draft<'_>) -> Report {
        self.checker.check(draft)
    }

    fn answer(&self, text: &str, author: &str, thread: &Thread<'_>) -> Answer {
        let author = Some(author).filter(|a| !a.is_empty());
        self.replier.answer_on(&Comment { text, author }, thread)
    }

    fn packet(&self, escalation: &Escalation, text: &str, now: Moment) -> Packet {
        self.replier.packet(escalation, text, now)
    }

    fn search(&self, query: &str, _platform: &str) -> Vec<Found> {
        self.replier
            .search(query)
            .into_iter()
            .map(Found::from)
            .collect()
    }
}

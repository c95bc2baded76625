//! What the card asks of the engine.

use cuecard_checks::{Draft, Report};
use cuecard_playbook::{Comfort, OtherAccount, Permission, Priority, Privacy, Role, Severity};
use cuecard_replies::{Answer, Escalation, Hit, HitKind, Moment, Packet, Thread};

/// A playbook at work. A seam, so that the card's state can be tested with answers
/// that the test names, and so that nothing of the engine's making leaks into it.
pub trait Engine {
    /// The brand's name.
    fn brand(&self) -> &str;
    /// Whether an author is the brand itself.
    fn is_ours(&self, author: &str) -> bool;
    /// Whether a page posts as somebody whom the playbook is not for, by what it shows of the account.
    fn other_account(&self, platform: &str, shown: &str) -> Option<OtherAccount>;
    /// The audiences that some rules are for alone, by their ids.
    fn audiences(&self) -> &[String];
    /// The roles of the playbook.
    fn roles(&self) -> &[Role];
    /// What of the brand may be published: its numbers and domains.
    fn privacy(&self) -> &Privacy;
    /// The playbook's content types.
    fn priorities(&self) -> &[Priority];
    /// Whether the playbook wants to be asked before a draft with errors goes out.
    fn gate(&self) -> bool;
    /// Tag of the language that the playbook is written in.
    fn locale(&self) -> &str;
    /// How far the brand goes under a kind comment; none where the playbook does not say.
    fn comfort(&self) -> Option<Comfort>;
    /// What to say about a draft.
    fn check(&self, draft: &Draft<'_>) -> Report;
    /// What to answer to a comment on a thread.
    fn answer(&self, text: &str, author: &str, thread: &Thread<'_>) -> Answer;
    /// What the people who are told about a comment need to know, and who can be reached at the moment.
    fn packet(&self, escalation: &Escalation, text: &str, now: Moment) -> Packet;
    /// Approved messages and protocols that fit what the person looks for, best first.
    fn search(&self, query: &str, platform: &str) -> Vec<Found>;
}

/// An approved text that a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The text; none where a protocol says to do nothing.
    pub text: Option<String>,
    /// Whether it may go out.
    pub permission: Permission,
    /// How grave the situation is that it is for; none for an approved message.
    pub level: Option<Severity>,
}

impl From<Hit> for Found {
    fn from(hit: Hit) -> Self {
        Self {
            level: (hit.kind == HitKind::Protocol).then_some(hit.level),
            text: Some(hit.text).filter(|t| !t.is_empty()),
            id: hit.id,
            name: hit.name,
            permission: hit.permission,
        }
    }
}

/// The role of a name, in any case.
#[must_use]
pub fn role<'a>(roles: &'a [Role], name: &str) -> Option<&'a Role> {
    let name = name.trim();
    roles
        .iter()
        .find(|r| r.name.trim().eq_ignore_ascii_case(name))
}

//! What comes out for a comment.

pub use cuecard_playbook::{Permission, Severity, Tell};
use cuecard_text::Span;

pub use crate::escalate::volume::{Earlier, Raised};

/// What somebody wrote to the brand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comment<'a> {
    /// The text, as it stands on the page.
    pub text: &'a str,
    /// Who wrote it, as shown; none when the page does not say.
    pub author: Option<&'a str>,
}

/// That a comment is not simply answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Escalation {
    /// The class of the escalation pack: `self-harm`; the protocol's id where no class of
    /// the pack spoke. [`Earlier::class`] of later comments on the thread.
    pub class: String,
    /// Id of the protocol; empty where the playbook has none for the class.
    pub protocol: String,
    /// Its name.
    pub name: String,
    /// How grave.
    pub level: Severity,
    /// The words that triggered it, as they stand in the comment.
    pub because: Vec<String>,
    /// Where those words stand, in bytes of the comment.
    pub spans: Vec<Span>,
    /// Whom to tell, and how fast.
    pub tell: Vec<Tell>,
    /// What to do, in order.
    pub actions: Vec<String>,
    /// Whether the holding reply may go out.
    pub permission: Permission,
    /// The approved holding reply for the platform, if there is one.
    pub holding: Option<String>,
    /// Other classes that were heard in the comment, the gravest first.
    pub also: Vec<String>,
    /// Set when the number of such comments on the thread raised it.
    pub raised: Option<Raised>,
}

/// A protocol that fits a comment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestion {
    /// Id of the protocol.
    pub protocol: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: Severity,
    /// 0–1; comparable within one answer only.
    pub score: f32,
    /// Words of the comment that speak for it, best first.
    pub because: Vec<String>,
    /// Whether one may reply.
    pub permission: Permission,
    /// Whom to tell, and how fast.
    pub tell: Vec<Tell>,
    /// What to do, in order.
    pub actions: Vec<String>,
    /// The approved reply for the platform; none where the protocol says to do nothing.
    pub text: Option<String>,
    /// All approved replies that may be offered here, `text` first. Whoever shows one
    /// checks it, filled in, as a draft that answers this comment, and shows the findings.
    pub variants: Vec<Variant>,
}

/// One of the approved replies of a protocol.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// Stable within a playbook: `long-wait/2`; see [`Thread::used`].
    pub id: String,
    /// The text, with its slots.
    pub text: String,
    /// Its language, where the playbook names one.
    pub language: Option<String>,
}

/// What is known of the place of a comment. No text of another comment is needed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Thread<'a> {
    /// Platform id.
    pub platform: Option<&'a str>,
    /// Earlier comments on the thread, by class and time.
    pub earlier: &'a [Earlier],
    /// Ids of the variants that were used on the thread, the latest last: the same
    /// sentence should not stand in it five times.
    pub used: &'a [String],
}

/// The whole answer about a comment.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Answer {
    /// Set when somebody must be told before, or instead of, an answer.
    pub escalation: Option<Escalation>,
    /// Set when there is no escalation and there may have to be one: the second opinion says so, or the first of the
    /// replies is of a grave protocol. The replies stand, and a person looks again. See [`crate::classify`].
    pub doubt: Option<Escalation>,
    /// Best first, at most five; empty when nothing fits. With an escalation: only
    /// its holding reply, where the playbook permits one.
    pub replies: Vec<Suggestion>,
    /// What is nearest among the protocols that are not likely enough to be in `replies`: a person who does want to answer
    /// need not look for it. None of them is grave. With `replies` at most three.
    pub nearest: Vec<Suggestion>,
    /// Estimate that no protocol fits, 0–1.
    pub none: f32,
    /// Language of the comment (`en`, `es`), where its words say.
    pub language: Option<&'static str>,
}

impl Answer {
    /// All that is offered, in its order: what fits, then what is nearest.
    pub fn offered(&self) -> impl Iterator<Item = &Suggestion> {
        self.replies.iter().chain(&self.nearest)
    }

    /// What a later comment on the same thread remembers of this one ([`Earlier::class`]):
    /// the class of the escalation, else the protocol that came first.
    #[must_use]
    pub fn class(&self) -> Option<&str> {
        let first = || self.replies.first().map(|s| s.protocol.as_str());
        self.escalation
            .as_ref()
            .map(|e| e.class.as_str())
            .or_else(first)
    }
}

//! What comes out for a comment.

pub use cuecard_playbook::{Permission, Severity, Tell};
use cuecard_text::Span;

/// What somebody wrote to the brand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comment<'a> {
    /// The text, as it stands on the page.
    pub text: &'a str,
    /// Who wrote it, as shown; none when the page does not say.
    pub author: Option<&'a str>,
}

/// That a comment is not simply answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Escalation {
    /// Id of the protocol.
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
}

/// A protocol that fits a comment.
#[derive(Clone, Debug, PartialEq)]
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
}

/// The whole answer about a comment.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Answer {
    /// Set when somebody must be told before, or instead of, an answer.
    pub escalation: Option<Escalation>,
    /// Best first, at most five; empty when nothing fits. With an escalation: only
    /// its holding reply, where the playbook permits one.
    pub replies: Vec<Suggestion>,
    /// Estimate that no protocol fits, 0–1.
    pub none: f32,
}

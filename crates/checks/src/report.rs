//! What comes out of a check.

use cuecard_platforms::{ComposerKind, Unit};
pub use cuecard_playbook::Level;
use cuecard_text::Span;

/// What is checked.
#[derive(Clone, Debug, Default)]
pub struct Draft<'a> {
    /// The text as it stands in the composer, lines parted by `\n`.
    pub text: &'a str,
    /// Platform id; none means no platform rules.
    pub platform: Option<&'a str>,
    /// What is being written.
    pub kind: ComposerKind,
    /// The comment that it answers.
    pub answering: Option<Comment<'a>>,
    /// Today, for expiry and holds; none leaves those out.
    pub today: Option<cuecard_playbook::Date>,
}

/// A comment that is being answered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Comment<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its author's name or handle; empty when unknown.
    pub author: &'a str,
}

/// Something in a draft that departs from the playbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where, in bytes of the draft. Empty (start = end) when it concerns the whole draft.
    pub span: Span,
    /// How much it matters.
    pub level: Level,
    /// Stable rule id: `words/er`, `reply-guard/patient-status`.
    pub rule: String,
    /// What is wrong here and why it matters, in the playbook's words.
    pub message: String,
    /// Texts that may stand in place of the span, best first, with the case of what they replace. An empty text deletes.
    pub fixes: Vec<String>,
    /// For a drifted approved message: what was changed.
    pub changes: Vec<Change>,
}

/// A piece of a word-by-word comparison with an approved message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The same in both.
    Same(String),
    /// Stands in the approved text only.
    Removed(String),
    /// Stands in the draft only.
    Added(String),
}

/// Length by the platform's own rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Used, in `unit`.
    pub used: usize,
    /// Allowed, in `unit`; none when the platform is unknown or has no limit that we know.
    pub limit: Option<usize>,
    /// How it was counted.
    pub unit: Unit,
    /// Within every limit, and not empty.
    pub valid: bool,
}

/// A content type of the playbook that the draft serves.
#[derive(Clone, Debug, PartialEq)]
pub struct PriorityScore {
    /// Its name.
    pub name: String,
    /// 0–1.
    pub score: f32,
    /// The words that say so, as they stand in the draft.
    pub because: Vec<String>,
}

/// An approved message that the draft is, or nearly is.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageMatch {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Share of words changed, 0 for an exact match.
    pub drift: f32,
}

/// The whole answer about a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// In the order of the text; errors before warnings at one place.
    pub findings: Vec<Finding>,
    /// Length.
    pub count: Count,
    /// Content types, best first; empty when it serves none.
    pub priorities: Vec<PriorityScore>,
    /// The approved message that it is.
    pub message: Option<MessageMatch>,
}

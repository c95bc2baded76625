//! What comes out of a check.

use cuecard_platforms::ComposerKind;
pub use cuecard_platforms::Count;
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
    /// What the page's own server allows, where it says so, in the platform's unit: stands in place of the limit that
    /// we know.
    pub limit: Option<usize>,
    /// Today, for expiry and holds; none leaves those out.
    pub today: Option<cuecard_playbook::Date>,
    /// For whom it is written, as the playbook calls them; none means for all.
    pub audience: Option<&'a str>,
    /// Whether a picture or film is attached.
    pub media: Media,
    /// Id of the approved text that was put into it: edited past recognition it is still held against that one.
    pub from: Option<&'a str>,
}

/// What is known of the pictures and films of a draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Media {
    /// None is attached, or that is not known.
    #[default]
    None,
    /// One is attached; whether it is described is not known.
    Attached,
    /// One is attached that has no description.
    Undescribed,
    /// All have their descriptions.
    Described,
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
    /// Texts that may stand in place of [`Finding::fixes_at`], best first, with the case of what they replace. An empty text deletes.
    pub fixes: Vec<String>,
    /// What the fixes replace where that is not `span`: a fix may take an article, a space or the whole sentence with it.
    pub fix_span: Option<Span>,
    /// Where in the comment that is answered stands what the draft repeats, in bytes of the comment.
    pub source: Option<Span>,
    /// For a drifted approved message: what was changed.
    pub changes: Vec<Change>,
}

impl Finding {
    /// A finding without fixes.
    #[must_use]
    pub fn new(
        span: Span,
        level: Level,
        rule: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            span,
            level,
            rule: rule.into(),
            message: message.into(),
            fixes: Vec::new(),
            fix_span: None,
            source: None,
            changes: Vec::new(),
        }
    }

    /// What a fix replaces, in bytes of the draft.
    #[must_use]
    pub fn fixes_at(&self) -> Span {
        self.fix_span.unwrap_or(self.span)
    }

    /// The draft with fix number `fix` carried out; none when there is no such fix
    /// or `text` is not the draft that was checked.
    #[must_use]
    pub fn apply(&self, text: &str, fix: usize) -> Option<String> {
        let at = self.fixes_at();
        let (before, after) = (text.get(..at.start)?, text.get(at.end..)?);
        Some([before, self.fixes.get(fix)?, after].concat())
    }
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
    /// Changed no more than the playbook allows: it may go out as what was approved.
    pub approved: bool,
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

//! The shape of a platform's entry.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The editor library behind a composer; decides how a text may be written into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EditorKind {
    /// A real `<textarea>`, also one controlled by React.
    Textarea,
    /// Draft.js (X, Pinterest, TikTok).
    Draft,
    /// Lexical (Meta's sites, Reddit).
    Lexical,
    /// Quill (LinkedIn's older page).
    Quill,
    /// ProseMirror and TipTap (Bluesky, LinkedIn's newer page).
    ProseMirror,
    /// Slate.
    Slate,
    /// A contenteditable without a library (YouTube).
    Plain,
}

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum ComposerKind {
    /// A post of the brand's own.
    #[default]
    Post,
    /// An answer to a post or comment, in public.
    Reply,
    /// An answer to a review, in public.
    Review,
    /// A direct message.
    Message,
}

/// How a platform counts length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// X's weighted length (twitter-text v3): NFC, links 23, an emoji sequence 2.
    Weighted,
    /// Grapheme clusters after Bluesky's link shortening.
    BlueskyGraphemes,
    /// Grapheme clusters with links as 23 and remote mentions without their host (Mastodon).
    MastodonGraphemes,
    /// Grapheme clusters.
    Graphemes,
    /// Unicode code points.
    CodePoints,
    /// UTF-16 code units.
    Utf16,
    /// UTF-8 bytes.
    Bytes,
}

/// A limit of length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// The most that is allowed, in `unit`.
    pub max: usize,
    /// How it is counted.
    pub unit: Unit,
    /// A second limit in UTF-8 bytes (Bluesky: 3,000).
    #[serde(default, rename = "maxBytes", skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<usize>,
}

/// Where, from the composer, a block is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// The nearest ancestor of the composer that matches.
    Enclosing,
    /// The last match that stands before the composer in the document.
    NearestBefore,
    /// The first match in the scope.
    First,
}

/// How to find the comment or post that a composer answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answering {
    /// Look only inside the nearest ancestor of the composer that matches; the whole document without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// The block that holds the comment.
    pub block: String,
    /// Which of the matching blocks.
    pub pick: Pick,
    /// The text inside the block.
    pub text: String,
    /// The author inside the block; its text, or the attribute `@name` after a space-free selector and `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// A link to the comment inside the block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A kind of composer on a platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Composer {
    /// What is written here, when no answered comment decides.
    pub kind: ComposerKind,
    /// The editor library.
    pub editor: EditorKind,
    /// CSS selector of the editable element itself; the first entry of a platform that matches wins.
    pub select: String,
    /// Where the answered comment stands; the first that finds a block wins.
    #[serde(default)]
    pub answering: Vec<Answering>,
    /// The site's own submit control, looked for within the ancestors of the composer; never pressed, never covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submit: Option<String>,
    /// How sure we are: A to D, as in the facts.
    pub confidence: String,
}

/// A platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Platform {
    /// Stable id: `x`, `facebook`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Where this entry's facts come from.
    pub source: String,
    /// When they were gathered, `YYYY-MM`.
    pub date: String,
    /// Host names, exact, without `www.` variants being implied.
    pub hosts: Vec<String>,
    /// Limits by what is written; a missing kind falls back to `post`.
    #[serde(default)]
    pub limits: BTreeMap<ComposerKind, Limit>,
    /// Its composers, most particular first.
    #[serde(default)]
    pub composers: Vec<Composer>,
}

/// How a text is put into an editor, always after the part to replace was selected
/// and the editor has seen the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Technique {
    /// `execCommand('insertText')` with the whole text.
    Exec,
    /// `insertText` a line at a time with `insertLineBreak` between.
    ExecLines,
    /// `insertText` a line at a time with `insertParagraph` between.
    ExecParagraphs,
    /// A `paste` event with plain text, built with the legacy init in Firefox.
    Paste,
    /// A `beforeinput` event of the type `insertReplacementText` with `data`.
    BeforeInput,
}

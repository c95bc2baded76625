//! The shape of a platform's entry.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The editor library behind a composer; decides how a text may be written into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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

impl ComposerKind {
    /// Whose limit holds where a platform has none of its own for this kind.
    pub(crate) fn limit_fallback(self) -> Option<Self> {
        match self {
            Self::Reply | Self::Review => Some(Self::Post),
            Self::Post | Self::Message => None,
        }
    }
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
    /// Code points, but an emoji by its UTF-8 bytes (Threads).
    Threads,
    /// Grapheme clusters.
    Graphemes,
    /// Unicode code points.
    CodePoints,
    /// UTF-16 code units.
    Utf16,
    /// UTF-8 bytes.
    Bytes,
}

/// How sure we are of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// Seen in a real browser on the real client, or the rule's own source.
    A,
    /// Two or more independent sources, one of them of the year of the entry.
    B,
    /// One source, or sources older than a year.
    C,
    /// Not confirmed.
    D,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Repository, path and commit, or the document.
    pub source: String,
    /// When it was true there, `YYYY-MM`.
    pub date: String,
    /// How sure we are.
    pub confidence: Confidence,
}

/// How a site shows the length that is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shown {
    /// What is used, beside the limit: 12 / 2,200.
    #[default]
    Used,
    /// What is left: 268, and a negative number beyond the limit.
    Remaining,
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
    /// How the site shows it.
    #[serde(default)]
    pub shows: Shown,
    /// How sure we are of it.
    pub confidence: Confidence,
}

/// A limit of length as it stands in a platform's file: with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcedLimit {
    /// The limit.
    #[serde(flatten)]
    pub limit: Limit,
    /// Where it comes from.
    pub source: String,
    /// When it was true there, `YYYY-MM`.
    pub date: String,
}

/// The most of something else that a site allows in a text: hashtags, links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Most {
    /// So many.
    pub max: usize,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// The field for an image's description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AltText {
    /// Where it stands.
    pub select: String,
    /// The most that it takes.
    pub max: usize,
    /// How that is counted.
    pub unit: Unit,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// How a page shows what is attached to a draft. Selectors are looked for in the form, dialog or shadow root around the
/// composer; of those without one, in the page outside of other forms and dialogs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// A picture or film that is attached.
    #[serde(flatten)]
    pub places: Attachments,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// Where attached pictures and films stand, and what says of them whether they are described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Attachments {
    /// One for each of them.
    pub item: String,
    /// Of an item, or in it: it has a description. What neither this nor `bare` finds is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub described: Option<String>,
    /// Of an item, or in it: it has no description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub bare: Option<String>,
}

/// Where a page shows the account that it posts as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostingAs {
    /// Tried in order. Each is looked for on the composer, in its ancestors from the nearest on, and last in the whole page; may end
    /// in `@` and an attribute, as [`Answering::author`]. What is found is a name, a handle, an address, or a sentence with
    /// one of them in it.
    pub select: Vec<String>,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

/// A counter of the site's own, where each server has a limit of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Counter {
    /// Where it stands, in the nearest ancestor of the composer that has one; may end in `@` and an attribute.
    pub select: String,
    /// What the number in it means.
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub shows: CounterShows,
}

/// What the number in a counter means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CounterShows {
    /// What is left.
    Remaining,
    /// The last number is the limit.
    Maximum,
}

/// Where, from the composer, a block is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Pick {
    /// The nearest ancestor of the composer that matches.
    Enclosing,
    /// The last match that stands before the composer in the document.
    NearestBefore,
    /// The first match in the scope.
    First,
}

/// Where the composer itself says whom it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Named {
    /// In its `aria-label` or `aria-placeholder`: Facebook's and Threads' "Reply to NAME". Localised, but
    /// the name stands in it in every language.
    Label,
    /// In the `@handle` that the draft begins with (Instagram).
    Mention,
}

/// How to find the comment or post that a composer answers.
///
/// All selectors are CSS. Those for parts of the block (`text`, `author`, `link`) are looked for inside it; the
/// first match that has a text counts. Two forms are ours:
///
/// - `:scope` is the block itself. As `text` it gives the block's text without the author's text, where it
///   begins with that.
/// - `author` may end in `@` and the name of an attribute, which is then read in place of the text:
///   `a[role="link"]@aria-label`, `:scope@aria-label`. [`Answering::author_parts`] takes it apart; an `@` inside a
///   selector (`a[href^="/@"]`) is not taken for that.
///
/// A block counts only when its text is found and not empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Answering {
    /// Look only inside the nearest ancestor of the composer that matches; the whole document without it. Where
    /// no ancestor matches there is no block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub within: Option<String>,
    /// The block that holds the comment.
    pub block: String,
    /// Which of the matching blocks.
    pub pick: Pick,
    /// Only a block counts whose author is named by the composer, letter case aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub named: Option<Named>,
    /// The text inside the block.
    pub text: String,
    /// Join all matches of `text`, parted by a line break: each paragraph is an element of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub every: bool,
    /// The author inside the block, by name where the site shows one, else by handle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub author: Option<String>,
    /// A link to the comment inside the block; its `href` counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub link: Option<String>,
}

impl Answering {
    /// The author's selector, and the attribute to read in place of the element's text.
    #[must_use]
    pub fn author_parts(&self) -> Option<(&str, Option<&str>)> {
        let whole = self.author.as_deref()?;
        let attribute = whole.rsplit_once('@').filter(|(selector, name)| {
            let is_name = |b: u8| b.is_ascii_lowercase() || b == b'-';
            !selector.is_empty() && !name.is_empty() && name.bytes().all(is_name)
        });
        Some(match attribute {
            Some((selector, name)) => (selector, Some(name)),
            None => (whole, None),
        })
    }
}

/// A kind of composer on a platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Composer {
    /// Stable name, unique on its platform: `reply`, `comment-v2`.
    pub id: String,
    /// What is written here when no answered comment is found. Where a [`Answering`] finds its block, a
    /// `post` becomes a `reply`: Bluesky, Mastodon and X's dialog use one element for both.
    pub kind: ComposerKind,
    /// The editor library.
    pub editor: EditorKind,
    /// CSS selector of the editable element itself; the first entry of a platform that matches wins. The parts of a list
    /// (`a, b`) stand in the order of trust.
    pub select: String,
    /// Only inside an open shadow root whose host matches: selectors do not look through its wall (LinkedIn's posts).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub shadow: Option<String>,
    /// Where the answered comment stands; the first that finds a block wins.
    #[serde(default)]
    pub answering: Vec<Answering>,
    /// The site's own submit control, looked for within the ancestors of the composer; never pressed, never covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub submit: Option<String>,
    /// Enter alone submits here, as Ctrl+Enter does everywhere (facts/platforms.md: Meta's comments, all messages). The
    /// gate has to know; nothing else goes by it.
    #[serde(
        default,
        rename = "enterSubmits",
        skip_serializing_if = "std::ops::Not::not"
    )]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub enter_submits: bool,
    /// The counter that says what this server allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub counter: Option<Counter>,
    /// Where all this comes from.
    #[serde(flatten)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub origin: Origin,
}

/// A platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Platform {
    /// Stable id: `x`, `facebook`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What else people call it, in lower case: `twitter`, `gbp`.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Host names, exact, without `www.` variants being implied.
    pub hosts: Vec<String>,
    /// How the paths of its pages begin, for hosts that serve much else.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub paths: BTreeMap<String, String>,
    /// For software that runs on any host (Mastodon): a page of a host that the person added belongs to this platform
    /// when each of these selectors finds something. Empty where `hosts` are all there are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detect: Vec<String>,
    /// Limits by what is written; look them up with [`Platform::limit`].
    #[serde(default)]
    pub limits: BTreeMap<ComposerKind, SourcedLimit>,
    /// The most hashtags in a text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub hashtags: BTreeMap<ComposerKind, Most>,
    /// The most links in a text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<ComposerKind, Most>,
    /// The field for an image's description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<AltText>,
    /// How it shows what is attached to a draft; without it nothing is said about that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Attached>,
    /// Whom the page posts as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<PostingAs>,
    /// Its composers, most particular first.
    #[serde(default)]
    pub composers: Vec<Composer>,
}

impl Platform {
    /// The limit for what is written. A reply or review without one of its own has that of a post; a message does not,
    /// since sites treat those apart: without an entry we know none.
    #[must_use]
    pub fn limit(&self, kind: ComposerKind) -> Option<Limit> {
        let own = self.limits.get(&kind);
        let fallback = || self.limits.get(&kind.limit_fallback()?);
        own.or_else(fallback).map(|sourced| sourced.limit)
    }
}

/// How a text is put into an editor, always after the part to replace was selected
/// and the editor has seen the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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

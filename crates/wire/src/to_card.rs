//! What the driver tells the card.

use cuecard_platforms::{ComposerKind, EditorKind};
use serde::{Deserialize, Serialize};

use crate::Geometry;

/// A message from the driver to the card.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ToCard {
    /// First message on the port.
    Hello {
        /// Given by the background to this tab and frame; the card asks the background whether it is true.
        nonce: String,
        /// Host of the page.
        host: String,
        /// Firefox takes other ways of writing than Chromium.
        firefox: bool,
    },
    /// A composer got the focus, or what it answers has changed.
    Composer {
        /// Number of the composer on this page.
        composer: u32,
        /// What it is.
        about: ComposerInfo,
        /// Where it is.
        geometry: Geometry,
    },
    /// The draft as it stands. Sent only while no other check is under way.
    Draft {
        /// The composer.
        composer: u32,
        /// Counts up with every change of the draft.
        rev: u32,
        /// The text; lines parted by `\n`.
        text: String,
    },
    /// The composer or its surroundings moved, other than by scrolling.
    Geometry {
        /// The composer.
        composer: u32,
        /// Where it is now.
        geometry: Geometry,
    },
    /// The person clicked into a marked word, or pressed the shortcut with the caret at `at`.
    Open {
        /// The composer.
        composer: u32,
        /// Offset in the draft.
        at: u32,
        /// By the keyboard: the card may take the focus.
        keyboard: bool,
    },
    /// The person pressed the key for the first reply, in the composer.
    Take {
        /// The composer.
        composer: u32,
    },
    /// The outcome of an edit that the card asked for.
    Edited {
        /// Number of the edit.
        edit: u32,
        /// What became of it.
        outcome: Outcome,
    },
    /// What is selected on the page outside of the composer; empty when nothing is.
    Picked {
        /// The composer that it is for.
        composer: u32,
        /// The selected text.
        text: String,
    },
    /// The person used the site's own submit: by a click on its control, or by a key that submits here.
    Submit {
        /// The composer.
        composer: u32,
        /// The gate was closed: the site has not seen it.
        held: bool,
    },
    /// The composer lost the focus to somewhere else in the page (not to the card).
    Blur {
        /// The composer.
        composer: u32,
    },
    /// The composer left the page.
    Gone {
        /// The composer.
        composer: u32,
    },
    /// The person switched Cuecard off for this site: say so; the driver takes everything away soon after.
    Paused,
    /// The answer to [`crate::ToDriver::Inspect`]: what of the platform's entry is found on the page, as numbers and names
    /// from our own data. No text of the page.
    Inspected(Inspection),
}

/// What the driver finds on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "typescript", ts(rename_all = "camelCase"))]
pub struct Inspection {
    /// Platform id.
    pub platform: String,
    /// The composer stands in a frame.
    pub framed: bool,
    /// The person added this host.
    pub added: bool,
    /// Every composer that the platform has.
    pub composers: Vec<SeenComposer>,
}

/// What is found of one kind of composer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SeenComposer {
    /// Its name in the platform's data.
    pub id: String,
    /// When its facts were true.
    pub date: String,
    /// How many are on the page.
    pub found: u32,
    /// The card stands beside one of them. Only then the rest was looked for.
    pub attached: bool,
    /// Its submit control is found.
    pub submit: bool,
    /// The posting account is found.
    pub account: bool,
    /// How many attached pictures and films are found.
    pub media: u32,
    /// Each place where the answered comment may stand.
    pub answering: Vec<SeenComment>,
}

/// What is found of an answered comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SeenComment {
    /// How many blocks may be it.
    pub blocks: u32,
    /// One of them has a text.
    pub text: bool,
    /// One of them has an author.
    pub author: bool,
    /// One of them has a link.
    pub link: bool,
}

/// What a composer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ComposerInfo {
    /// Platform id.
    pub platform: String,
    /// What is written here.
    pub kind: ComposerKind,
    /// The editor library.
    pub editor: EditorKind,
    /// The comment being answered, when the page shows one.
    pub answering: Option<Answered>,
    /// Whom the page posts as, as it shows it: a name, a handle, an address, or a sentence with one of them in it. Empty when
    /// not found.
    pub account: String,
    /// The site's own counter, where its server decides the limit.
    pub counter: Option<PageCounter>,
    /// What is attached to the draft; all are 0 where that is not known.
    pub media: SeenMedia,
}

/// Pictures and films that are attached to a draft, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SeenMedia {
    /// All of them.
    pub attached: u32,
    /// Those that the page shows to have a description.
    pub described: u32,
    /// Those that it shows to have none. Of the rest that is not known.
    pub bare: u32,
}

/// What the site's own counter shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageCounter {
    /// Its text.
    pub shows: String,
    /// The draft that it shows it for.
    pub draft: String,
}

/// A comment that is being answered, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Answered {
    /// Its text.
    pub text: String,
    /// Its author, as shown; empty when not found.
    pub author: String,
    /// Its address; empty when not found.
    pub link: String,
}

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Outcome {
    /// The composer holds exactly what was meant.
    Applied,
    /// The draft was no longer what the edit was made for; nothing was written.
    Stale,
    /// The editor did not take it; the draft was put back as it was.
    RolledBack,
    /// The editor did not take it, and the draft could not be put back by one undo.
    Differs,
}

//! What the card tells the driver.

use cuecard_platforms::Technique;
use serde::Serialize;

/// A message from the card to the driver.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ToDriver {
    /// The card is alive and has proved the nonce.
    Ready,
    /// The nonce is not true, the playbook cannot be loaded, or the extension has gone: take everything away.
    Refused,
    /// The answer to a draft: what to mark. Also says that the next draft may come.
    Marks {
        /// The composer.
        composer: u32,
        /// The revision that was checked.
        rev: u32,
        /// In the order of the text.
        marks: Vec<Mark>,
    },
    /// Put a text in place of a part of the draft: only ever sent because the person clicked or pressed a key for it.
    Edit {
        /// Number of the edit.
        edit: u32,
        /// The composer.
        composer: u32,
        /// The revision of the draft that it was made for. What goes in between, where nothing stands that could be
        /// looked for, is written into this one only.
        rev: u32,
        /// Start of the part, in UTF-16 units.
        start: u32,
        /// End of the part, in UTF-16 units.
        end: u32,
        /// What stands there; if it does not, nothing is written.
        expect: String,
        /// The account that it is meant for, as the driver told it; if the page posts as another by now, nothing is written.
        account: String,
        /// What shall stand there.
        insert: String,
        /// How this editor in this browser takes it.
        technique: Technique,
    },
    /// Where the card's frame goes, and how big it is. The driver keeps it there while the page scrolls.
    Place {
        /// The composer that it stays with.
        composer: u32,
        /// From the composer's left edge.
        dx: f64,
        /// From the composer's upper edge.
        dy: f64,
        /// Width; 0 hides the frame.
        w: f64,
        /// Height; 0 hides the frame.
        h: f64,
    },
    /// Select this part of the draft and bring it into view, without taking the focus away from the card.
    Show {
        /// The composer.
        composer: u32,
        /// Start, in UTF-16 units.
        start: u32,
        /// End, in UTF-16 units.
        end: u32,
    },
    /// The person says that what they selected on the page is what they answer: tell it.
    Pick {
        /// The composer.
        composer: u32,
    },
    /// Whether the site's own submit is held back until the person has decided. Open until told otherwise.
    Gate {
        /// The composer.
        composer: u32,
        /// Hold it.
        closed: bool,
    },
    /// Say what of the platform's entry is found on the page: the person wants a report.
    Inspect,
    /// Give the focus to the card: what the person asked for by a key wants an answer of theirs.
    TakeFocus {
        /// The composer that has it.
        composer: u32,
    },
    /// Give the focus back to the composer, selection as it was.
    ReturnFocus {
        /// The composer.
        composer: u32,
    },
}

/// A part of the draft to underline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Mark {
    /// Start, in UTF-16 units.
    pub start: u32,
    /// End, in UTF-16 units.
    pub end: u32,
    /// How it is drawn.
    pub level: MarkLevel,
}

/// How a mark is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum MarkLevel {
    /// Dotted.
    Suggestion,
    /// Wavy.
    Warning,
    /// Double and thick.
    Error,
}

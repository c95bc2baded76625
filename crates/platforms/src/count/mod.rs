//! How long a text is by a platform's own rule.
//!
//! Each rule cuts the text into pieces with a cost: a link may cost 23 whatever its
//! length, an emoji 2. The sum is what is used; the first piece that goes over the
//! limit is where the marking begins.

mod bluesky;
mod emoji;
mod limits;
mod mastodon;
mod normal;
mod threads;
mod weighted;

use cuecard_text::{Span, graphemes};
use serde::{Deserialize, Serialize};

pub(crate) use bluesky::links as bluesky_links;
pub use limits::{limit, limit_shown, most_hashtags, most_links};

use crate::model::{ComposerKind, Limit, Shown, Unit};

/// Length by the platform's own rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Used, in `unit`.
    pub used: usize,
    /// Allowed, in `unit`; none when the platform is unknown or has no limit that we know.
    pub limit: Option<usize>,
    /// How it was counted.
    pub unit: Unit,
    /// How the site shows it.
    pub shows: Shown,
    /// Within every limit (also Bluesky's second one, in bytes), not empty, and
    /// without a character that the platform refuses.
    pub valid: bool,
}

/// A part of a text and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it begins, in bytes of the text.
    at: usize,
    /// What it counts, in the rule's unit.
    cost: usize,
}

/// Counts a text. An unknown platform, and none, give code points without a limit.
///
/// ```
/// use cuecard_platforms::{ComposerKind, count};
/// let c = count(Some("x"), ComposerKind::Post, "Visit wrenfield.org 🙂");
/// assert_eq!((c.used, c.limit), (6 + 23 + 1 + 2, Some(280)));
/// ```
#[must_use]
pub fn count(platform: Option<&str>, kind: ComposerKind, text: &str) -> Count {
    count_within(limit(platform, kind), text)
}

/// Counts a text against a limit, such as one that the page's own server has.
#[must_use]
pub fn count_within(limit: Option<Limit>, text: &str) -> Count {
    let unit = limit.map_or(Unit::CodePoints, |limit| limit.unit);
    let (used, refused) = match unit {
        // A sum over all characters, however they are put together.
        Unit::CodePoints => (text.chars().count(), false),
        Unit::Utf16 => (text.encode_utf16().count(), false),
        Unit::Bytes => (text.len(), false),
        _ => {
            let (pieces, refused) = measure(unit, text);
            (pieces.iter().map(|piece| piece.cost).sum(), refused)
        }
    };
    let fits = limit.is_none_or(|limit| {
        used <= limit.max && limit.max_bytes.is_none_or(|most| text.len() <= most)
    });
    Count {
        used,
        limit: limit.map(|limit| limit.max),
        unit,
        shows: limit.map_or(Shown::Used, |limit| limit.shows),
        valid: fits && !refused && !text.trim().is_empty(),
    }
}

/// Where the text goes over its limit: the byte at which the first grapheme begins that is not
/// within it any more. A link that goes over does so from its start. None when all is within.
#[must_use]
pub fn limit_start(platform: Option<&str>, kind: ComposerKind, text: &str) -> Option<usize> {
    limit_start_within(limit(platform, kind)?, text)
}

/// As [`limit_start`], for a limit that is known.
#[must_use]
pub fn limit_start_within(limit: Limit, text: &str) -> Option<usize> {
    // In these units nothing counts for more than its bytes.
    let plain = matches!(
        limit.unit,
        Unit::Graphemes | Unit::CodePoints | Unit::Utf16 | Unit::Bytes
    );
    if plain && limit.max_bytes.is_none() && text.len() <= limit.max {
        return None;
    }
    let (pieces, _) = measure(limit.unit, text);
    let mut used = 0;
    let over = pieces.iter().find(|piece| {
        used += piece.cost;
        used > limit.max
    });
    let over = over.map(|piece| piece.at);
    let bytes = limit.max_bytes.filter(|most| text.len() > *most);
    let start = over.into_iter().chain(bytes).min()?;
    Some(grapheme_start(text, start))
}

/// The pieces of a text, and whether it holds a character that the platform refuses.
fn measure(unit: Unit, text: &str) -> (Vec<Piece>, bool) {
    let by = |cost: fn(&str) -> usize| {
        let mut pieces = Vec::with_capacity(text.len());
        each(text, Span::new(0, text.len()), cost, &mut pieces);
        (pieces, false)
    };
    match unit {
        Unit::Weighted => weighted::pieces(text, weighted::Emoji::Whole),
        Unit::BlueskyGraphemes => (bluesky::pieces(text), false),
        Unit::MastodonGraphemes => (mastodon::pieces(text), false),
        Unit::Threads => by(threads::cost),
        Unit::Graphemes => by(|_| 1),
        Unit::CodePoints => by(|grapheme| grapheme.chars().count()),
        Unit::Utf16 => by(|grapheme| grapheme.encode_utf16().count()),
        Unit::Bytes => by(str::len),
    }
}

/// Adds each grapheme of a part of the text with what it counts.
///
/// Between two ASCII characters there is always a boundary, but in `\r\n`; only what stands around other characters
/// is cut by the rules for clusters, which cost ten times as much.
fn each(text: &str, part: Span, cost: impl Fn(&str) -> usize, pieces: &mut Vec<Piece>) {
    let bytes = part.of(text).as_bytes();
    let plain = |n: usize| bytes.get(n).is_none_or(|b| b.is_ascii() && *b != b'\r');
    let mut n = 0;
    while n < bytes.len() {
        let mut end = n + 1;
        // A character by itself, or all up to where two plain ones stand side by side.
        if !(plain(n) && plain(end)) {
            while end < bytes.len() && !(plain(end - 1) && plain(end)) {
                end += 1;
            }
        }
        let mut at = part.start + n;
        let run = Span::new(at, part.start + end).of(text);
        let mut add = |grapheme: &str| {
            pieces.push(Piece {
                at,
                cost: cost(grapheme),
            });
            at += grapheme.len();
        };
        if run.len() == 1 {
            add(run);
        } else {
            graphemes(run).for_each(add);
        }
        n = end;
    }
}

/// Where the grapheme begins that holds byte `at`.
fn grapheme_start(text: &str, at: usize) -> usize {
    let mut start = 0;
    for grapheme in graphemes(text) {
        if start + grapheme.len() > at {
            break;
        }
        start += grapheme.len();
    }
    start
}

#[cfg(test)]
pub(crate) mod tests;

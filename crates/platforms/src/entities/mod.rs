//! What a site makes clickable in a text: links, hashtags, mentions, cashtags.
//!
//! X's rules are those of twitter-text 3.1.0, Bluesky's those of `@atproto/api` (`rich-text/detection.ts`); sites that
//! publish no rule are taken to read as X does. Spans are bytes of the text and include the sign.

mod bluesky;
mod x;

use cuecard_text::Span;

use crate::links::{Bare, links as links_of_x};

/// Whose rules hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rules {
    X,
    Bluesky,
    /// As X, but a link needs `http://` or `https://`.
    Mastodon,
}

fn rules(platform: Option<&str>) -> Rules {
    match platform {
        Some("bluesky") => Rules::Bluesky,
        Some("mastodon" | "phanpy" | "soapbox") => Rules::Mastodon,
        _ => Rules::X,
    }
}

/// The links of a text, in order.
///
/// ```
/// use cuecard_platforms::entities::links;
/// assert_eq!(links(Some("x"), "See wrenfield.org and https://wrenfield.org/visit.").len(), 2);
/// assert_eq!(links(Some("mastodon"), "See wrenfield.org").len(), 0);
/// ```
#[must_use]
pub fn links(platform: Option<&str>, text: &str) -> Vec<Span> {
    match rules(platform) {
        Rules::X => links_of_x(text, Bare::Counts),
        Rules::Mastodon => links_of_x(text, Bare::IsText),
        Rules::Bluesky => crate::count::bluesky_links(text),
    }
}

/// The hashtags of a text, in order; what stands in a link is none.
///
/// ```
/// use cuecard_platforms::entities::hashtags;
/// let text = "Join us! #nurses #1 wrenfield.org/#jobs";
/// let tags: Vec<&str> = hashtags(Some("instagram"), text).iter().map(|tag| tag.of(text)).collect();
/// assert_eq!(tags, ["#nurses"]);
/// ```
#[must_use]
pub fn hashtags(platform: Option<&str>, text: &str) -> Vec<Span> {
    if !text.contains(['#', '＃']) {
        return Vec::new();
    }
    match rules(platform) {
        Rules::Bluesky => bluesky::hashtags(text),
        Rules::X | Rules::Mastodon => outside_links(text, x::hashtags(text)),
    }
}

/// The people and pages that a text mentions, in order.
///
/// ```
/// use cuecard_platforms::entities::mentions;
/// assert_eq!(mentions(Some("x"), "Thank you @ana and mail@wrenfield.org").len(), 1);
/// ```
#[must_use]
pub fn mentions(platform: Option<&str>, text: &str) -> Vec<Span> {
    if !text.contains(['@', '＠']) {
        return Vec::new();
    }
    match rules(platform) {
        Rules::Bluesky => bluesky::mentions(text),
        Rules::X | Rules::Mastodon => outside_links(text, x::mentions(text)),
    }
}

/// Names of shares: `$ABC`.
///
/// ```
/// use cuecard_platforms::entities::cashtags;
/// assert_eq!(cashtags(Some("x"), "$ABC costs $12").len(), 1);
/// ```
#[must_use]
pub fn cashtags(platform: Option<&str>, text: &str) -> Vec<Span> {
    if !text.contains('$') {
        return Vec::new();
    }
    match rules(platform) {
        Rules::Bluesky => bluesky::cashtags(text),
        Rules::X | Rules::Mastodon => outside_links(text, x::cashtags(text)),
    }
}

/// Those that overlap no link.
fn outside_links(text: &str, mut found: Vec<Span>) -> Vec<Span> {
    if !found.is_empty() {
        let links = links_of_x(text, Bare::Counts);
        found.retain(|span| !links.iter().any(|link| link.overlaps(*span)));
    }
    found
}

/// How many bytes at the start of `text` are characters of a kind.
fn run(text: &str, kind: impl Fn(char) -> bool) -> usize {
    text.find(|c| !kind(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests;

//! `length/over`, `length/hashtags`, `length/links`: more than the platform takes.

use cuecard_platforms::{Confidence, Limit, Unit, entities};
use cuecard_playbook::Level;
use cuecard_text::Span;

use crate::prepared::Prepared;
use crate::report::{Count, Finding};

/// Counts a draft by its platform's rule, and marks what is beyond a limit.
pub fn check(draft: &Prepared<'_>, out: &mut Vec<Finding>) -> Count {
    let limit = limit(draft);
    let count = cuecard_platforms::count_within(limit, draft.text);
    let start = limit.and_then(|l| cuecard_platforms::limit_start_within(l, draft.text));
    if let (Some(limit), Some(start)) = (limit, start) {
        out.push(over(draft, limit, count, start));
    }
    hashtags(draft, out);
    links(draft, out);
    count
}

/// The limit that holds: the page's own server's, where the page says it.
fn limit(draft: &Prepared<'_>) -> Option<Limit> {
    let known = cuecard_platforms::limit(draft.draft.platform, draft.draft.kind)?;
    Some(draft.draft.limit.map_or(known, |max| Limit {
        max,
        confidence: Confidence::A,
        ..known
    }))
}

fn over(draft: &Prepared<'_>, limit: Limit, count: Count, start: usize) -> Finding {
    let over = count.used.saturating_sub(limit.max);
    let size = if over > 0 {
        format!(
            "{over} {} over the limit of {}.",
            unit(limit.unit, over),
            limit.max
        )
    } else {
        "Over the platform's limit in bytes.".to_owned()
    };
    let (level, fate) = if limit.confidence == Confidence::D {
        (
            Level::Warning,
            "The limit of this site is not documented; what is marked may not fit. Shorten the text, or look whether the site takes it.",
        )
    } else {
        (
            Level::Error,
            "What is marked does not fit; the site would refuse it or cut it off. Shorten the text.",
        )
    };
    let span = Span::new(start, draft.text.len());
    Finding::new(span, level, "length/over", format!("{size} {fate}"))
}

fn hashtags(draft: &Prepared<'_>, out: &mut Vec<Finding>) {
    let (platform, kind) = (draft.draft.platform, draft.draft.kind);
    let Some((most, confidence)) = cuecard_platforms::most_hashtags(platform, kind) else {
        return;
    };
    let tags = entities::hashtags(platform, draft.text);
    if let Some(first) = tags.get(most) {
        let message = format!(
            "{} hashtags; this site takes {most} at most{} Take {} out.",
            tags.len(),
            source(confidence),
            tags.len() - most
        );
        out.push(Finding::new(
            *first,
            level(confidence),
            "length/hashtags",
            message,
        ));
    }
}

fn links(draft: &Prepared<'_>, out: &mut Vec<Finding>) {
    let (platform, kind) = (draft.draft.platform, draft.draft.kind);
    let Some((most, confidence)) = cuecard_platforms::most_links(platform, kind) else {
        return;
    };
    // The same link twice is one.
    let mut links: Vec<Span> = Vec::new();
    for link in entities::links(platform, draft.text) {
        let known = |other: &Span| other.of(draft.text) == link.of(draft.text);
        if !links.iter().any(known) {
            links.push(link);
        }
    }
    if let Some(first) = links.get(most) {
        let message = format!(
            "{} different links; this site takes {most} at most{} Take {} out.",
            links.len(),
            source(confidence),
            links.len() - most
        );
        out.push(Finding::new(
            *first,
            level(confidence),
            "length/links",
            message,
        ));
    }
}

/// What is known badly does not weigh as much.
fn level(confidence: Confidence) -> Level {
    match confidence {
        Confidence::D => Level::Suggestion,
        _ => Level::Warning,
    }
}

/// Ends the sentence.
fn source(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::D => ", as far as is known.",
        _ => ".",
    }
}

fn unit(unit: Unit, n: usize) -> &'static str {
    match (unit, n) {
        (Unit::Bytes, 1) => "byte",
        (Unit::Bytes, _) => "bytes",
        (_, 1) => "character",
        (_, _) => "characters",
    }
}

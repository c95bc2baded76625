//! `length/over`: longer than the platform allows.

use cuecard_platforms::Unit;
use cuecard_playbook::Level;
use cuecard_text::Span;

use crate::prepared::Prepared;
use crate::report::{Count, Finding};

/// Counts a draft by its platform's rule, and marks what is beyond the limit.
pub fn check(draft: &Prepared<'_>, out: &mut Vec<Finding>) -> Count {
    let (platform, kind) = (draft.draft.platform, draft.draft.kind);
    let count = cuecard_platforms::count(platform, kind, draft.text);
    let Some(start) = cuecard_platforms::limit_start(platform, kind, draft.text) else {
        return count;
    };
    let span = Span::new(start, draft.text.len());
    let over = count
        .limit
        .map_or(0, |limit| count.used.saturating_sub(limit));
    let size = match (over, count.limit) {
        (1.., Some(limit)) => format!(
            "{over} {} over the limit of {limit}.",
            unit(count.unit, over)
        ),
        _ => "Over the platform's limit in bytes.".to_owned(),
    };
    let message = format!(
        "{size} What is marked does not fit; the site would refuse it or cut it off. Shorten the text."
    );
    out.push(Finding::new(span, Level::Error, "length/over", message));
    count
}

fn unit(unit: Unit, n: usize) -> &'static str {
    match (unit, n) {
        (Unit::Bytes, 1) => "byte",
        (Unit::Bytes, _) => "bytes",
        (_, 1) => "character",
        (_, _) => "characters",
    }
}

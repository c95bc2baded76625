//! Days and ranges of days as people write them.

use crate::compile::context::Context;
use crate::compile::rich::Slice;
use crate::model::{Date, DateRange};

/// A day, or a diagnostic that says what is wrong with it.
pub fn day(cx: &mut Context<'_>, text: &str, at: usize) -> Option<Date> {
    let text = text.trim().trim_end_matches('.');
    match text.parse() {
        Ok(date) => Some(date),
        Err(why) => {
            cx.error(
                "date/impossible",
                at,
                format!("{why}."),
                "Write a day as year-month-day, for example `2026-12-31`.",
            );
            None
        }
    }
}

/// A day in a cell or a field; empty and "none" mean no day.
pub fn optional(cx: &mut Context<'_>, value: &Slice<'_>) -> Option<Date> {
    let text = value.text().trim();
    let none = matches!(
        text.to_lowercase().as_str(),
        "" | "-" | "–" | "—" | "none" | "never" | "no end" | "n/a"
    );
    if none {
        None
    } else {
        day(cx, text, value.trim().at())
    }
}

/// `a..b`, `a to b`, `a – b`, or one day.
pub fn range(cx: &mut Context<'_>, text: &str, at: usize) -> Option<DateRange> {
    let text = text.trim();
    let parted = ["..", " to ", "–", "—", " - ", "/"]
        .iter()
        .find_map(|s| text.split_once(s));
    let (from, to) = match parted {
        Some((a, b)) => {
            let a = day(cx, a, at);
            let b = day(cx, b.trim_start_matches('.'), at);
            (a?, b?)
        }
        None => {
            let one = day(cx, text, at)?;
            (one, one)
        }
    };
    if from > to {
        cx.error(
            "date/reversed",
            at,
            format!("The range `{text}` ends before it begins, so no day is in it."),
            format!("Put the earlier day first: `{to}..{from}`."),
        );
        return None;
    }
    Some(DateRange { from, to })
}

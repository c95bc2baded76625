//! The calendar: pre-written posts, and days on which something is held back.

use crate::compile::context::Context;
use crate::compile::days;
use crate::compile::document::{Block, Item};
use crate::compile::outline::Section;
use crate::compile::rich::Slice;
use crate::compile::sections::entries::entries;
use crate::compile::sections::goals::first_line;
use crate::compile::sections::kinds::Kind;
use crate::compile::sections::messages::{Text, fields, is_section, subsections, unknown};
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::compile::{ids, labels, scope, terms};
use crate::model::{CalendarPost, Hold};

const HELP: &str = "Write a heading for each post, below it `*On: 2026-10-17 · Platforms: x · Expires: 2026-10-18 · Priority: Community health*`, and the text as a quote.";
const HOLD_HELP: &str = "Write `- 2026-11-03..2026-11-04: stop all promotion (election day)`.";
const SHOWN: [&str; 4] = ["On", "Platforms", "Expires", "Priority"];

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    let own: Vec<&Block> = section.own.iter().collect();
    leftovers::blocks(cx, section, &own, HELP);
    for entry in entries(cx, section, &|_| false) {
        if is_section(&entry.title, Kind::Holds) {
            read_holds(cx, entry);
        } else {
            post(cx, entry);
        }
    }
}

fn field_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "on" | "date" | "day" | "when" | "post on" | "publish" => "on",
        "platforms" | "platform" | "channels" | "channel" | "where" => "platforms",
        "expires" | "until" | "expiry" | "valid until" => "expires",
        "priority" | "content" | "content type" | "type" | "serves" => "priority",
        _ => return None,
    })
}

fn post(cx: &mut Context<'_>, section: &Section<'_>) {
    let mut post = CalendarPost {
        id: ids::give(cx, "post", section.id, &section.title, section.at),
        name: section.title.clone(),
        on: None,
        platforms: Vec::new(),
        expires: None,
        priority: None,
        text: String::new(),
        line: cx.line(section.at),
    };
    let mut text = Text::default();
    let mut dated = false;
    for block in section.own {
        let found = fields(block, |k| field_of(k).is_some());
        if found.is_empty() {
            text.take(block);
        }
        for field in found {
            match field_of(&field.key) {
                Some("on") => {
                    dated = true;
                    post.on = days::optional(cx, &field.value);
                }
                Some("platforms") => post.platforms = scope::platforms(field.value.text()),
                Some("expires") => {
                    post.expires = days::optional(cx, &field.value);
                    if let (Some(on), Some(expires)) = (post.on, post.expires)
                        && expires < on
                    {
                        cx.error(
                            "calendar/expired",
                            field.value.at(),
                            format!("The post \"{}\" expires on {expires}, before the day it goes out ({on}).", section.title),
                            "Change one of the two days.",
                        );
                    }
                }
                Some(_) => {
                    let name = field.value.text().trim().to_owned();
                    cx.references
                        .priorities
                        .push((name.clone(), field.value.at()));
                    post.priority = Some(name);
                }
                None => unknown(cx, "calendar/unknown-field", &field, &SHOWN),
            }
        }
    }
    if !dated {
        cx.warn(
            "calendar/no-day",
            section.at,
            format!(
                "The post \"{}\" has no day, so it never comes up.",
                section.title
            ),
            "Add `*On: 2026-10-17*` below its heading.",
        );
    }
    post.text = text.finish(cx, section, "post", "calendar/empty");
    subsections(cx, section);
    if !post.text.is_empty() {
        cx.book.calendar.push(post);
    }
}

/// The holds, in a section of their own or under the calendar.
pub fn read_holds(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |_| true) {
        match part {
            Part::Labelled(l, item) => hold(cx, l.label, l.value, item.map_or(l.at, |i| i.at)),
            Part::Item(item) => bare(cx, section, item),
            Part::Table(table, _) => {
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let cells: Vec<Slice<'_>> = row.cells.iter().map(|c| c.all().trim()).collect();
                    if let [days, what, rest @ ..] = cells.as_slice() {
                        hold(cx, *days, *what, row.span.start);
                        let why = rest
                            .first()
                            .map(|w| w.text().to_owned())
                            .filter(|w| !w.is_empty());
                        if let (Some(last), Some(why)) = (cx.book.holds.last_mut(), why) {
                            last.why = Some(why);
                        }
                    }
                }
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HOLD_HELP)
            }
        }
    }
    children(cx, section);
}

/// An item without a colon: a day, or words that name none.
fn bare(cx: &mut Context<'_>, section: &Section<'_>, item: &Item) {
    match first_line(item) {
        Some(line) if line.text().starts_with(|c: char| c.is_ascii_digit()) => {
            let (days, note) = terms::note(line);
            if let Some(days) = days::range(cx, days.text(), item.at) {
                let line = cx.line(item.at);
                let why = note.map(|n| n.text().to_owned());
                cx.book.holds.push(Hold {
                    days,
                    what: "stop all promotion".to_owned(),
                    why,
                    line,
                });
            }
        }
        _ => leftovers::item(
            cx,
            "calendar/hold-not-read",
            &section.title,
            item,
            HOLD_HELP,
        ),
    }
}

fn hold(cx: &mut Context<'_>, days: Slice<'_>, what: Slice<'_>, at: usize) {
    let Some(days) = days::range(cx, labels::key(days.text()).as_str(), days.at()) else {
        return;
    };
    let (what, note) = terms::note(what);
    if what.is_empty() {
        cx.warn(
            "calendar/hold-of-what",
            at,
            "This hold does not say what is held back on these days.",
            HOLD_HELP,
        );
    }
    let line = cx.line(at);
    let why = note.map(|n| n.text().to_owned());
    cx.book.holds.push(Hold {
        days,
        what: what.text().to_owned(),
        why,
        line,
    });
}

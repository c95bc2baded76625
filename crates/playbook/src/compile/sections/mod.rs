//! Sections by the words of their headings, each handed to its reader.

mod assets;
mod calendar;
mod claims;
mod deadlines;
mod entries;
mod goals;
mod kinds;
mod leftovers;
mod messages;
mod packs;
mod paid;
mod parts;
mod priorities;
mod privacy;
mod products;
mod protocols;
mod required;
mod roles;
mod tests;
mod words;

use crate::compile::context::Context;
use crate::compile::document::{self, Block};
use crate::compile::outline::Section;
use kinds::Kind;

/// Reads the whole outline.
pub fn read(cx: &mut Context<'_>, root: &Section<'_>) {
    // The first heading of level 1 is the document's title, unless it says what
    // its section is.
    let title = root
        .children
        .iter()
        .find(|s| s.level == 1)
        .filter(|s| kinds::of(&s.title).is_none());
    if let Some(title) = title
        && cx.book.title.is_empty()
    {
        cx.book.title.clone_from(&title.title);
    }
    if words::explicit(cx, root.own).rules == 0 {
        cx.note("", root.body, root.own_end);
    }
    let mut sections = Vec::new();
    for section in &root.children {
        if title.is_some_and(|t| t.at == section.at) {
            introduction(cx, section);
            sections.extend(&section.children);
        } else {
            sections.push(section);
        }
    }
    // Roles first: protocols name them, wherever they stand in the document.
    let (roles, others): (Vec<_>, Vec<_>) = sections
        .into_iter()
        .partition(|s| kinds::of(&s.title) == Some(Kind::Roles));
    for section in roles.into_iter().chain(others) {
        dispatch(cx, section);
    }
    leftovers::after(cx);
}

/// What stands directly under the title: prose says what the document is.
fn introduction(cx: &mut Context<'_>, title: &Section<'_>) {
    let read = words::explicit(cx, title.own);
    cx.note(&title.title, title.body, title.own_end);
    let prose = |b: &Block| {
        matches!(
            b.kind,
            document::Kind::Paragraph(_) | document::Kind::Rule | document::Kind::Html { .. }
        )
    };
    if read.left > 0
        && let Some(block) = title.own.iter().find(|b| !prose(b))
    {
        cx.suggest(
            "section/not-read",
            block.span.start,
            "What stands under the title, before the first section, is not read as rules. It is kept as text.",
            format!("If it holds rules, put one of these headings above it: {}.", kinds::SHOWN.join(", ")),
        );
    }
}

/// Hands a section to the reader of its kind.
fn dispatch(cx: &mut Context<'_>, section: &Section<'_>) {
    let Some(kind) = kinds::of(&section.title) else {
        leftovers::unknown(cx, section);
        return;
    };
    as_kind(cx, section, kind);
}

fn as_kind(cx: &mut Context<'_>, section: &Section<'_>, kind: Kind) {
    match kind {
        Kind::Goals => goals::read(cx, section),
        Kind::Roles => roles::read(cx, section),
        Kind::Deadlines => deadlines::read(cx, section),
        Kind::Priorities => priorities::read(cx, section),
        Kind::Calendar => calendar::read(cx, section),
        Kind::Holds => calendar::read_holds(cx, section),
        Kind::Words(group) => words::read(cx, section, group),
        Kind::Claims => claims::read(cx, section),
        Kind::Required => required::read(cx, section),
        Kind::Messages => messages::read(cx, section),
        Kind::Protocols => protocols::read(cx, section),
        Kind::Paid => paid::read(cx, section),
        Kind::Assets => assets::read(cx, section),
        Kind::Privacy => privacy::read(cx, section),
        Kind::Packs => packs::read(cx, section),
        Kind::Products => products::read(cx, section),
        Kind::Tests => tests::read(cx, section),
    }
}

/// Reads the sub-sections of a section that has none of its own: those that say
/// what they are, the rest is kept as text.
fn children(cx: &mut Context<'_>, section: &Section<'_>) {
    for child in &section.children {
        dispatch(cx, child);
    }
}

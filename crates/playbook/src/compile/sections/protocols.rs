//! Protocols: what to do about one kind of comment.

mod fields;
mod tell;

use crate::compile::context::Context;
use crate::compile::document::{Block, Kind};
use crate::compile::ids;
use crate::compile::labels::Labelled;
use crate::compile::outline::Section;
use crate::compile::sections::entries::entries;
use crate::compile::sections::leftovers;
use crate::compile::sections::parts::{Part, parts};
use crate::model::{Permission, Protocol, Severity};
use fields::{Field, Seen};

const HELP: &str = "Write a heading for each protocol, and below it items such as `- Level: complaint`, `- Examples:` with a nested list, `- Tell: Patient Relations within 1 business day`, `- Reply:` with a nested quote.";

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    let own: Vec<&Block> = section.own.iter().collect();
    leftovers::blocks(cx, section, &own, HELP);
    for entry in entries(cx, section, &|title| fields::of(title).is_some()) {
        protocol(cx, entry);
    }
}

fn protocol(cx: &mut Context<'_>, section: &Section<'_>) {
    let mut p = Protocol {
        name: section.title.clone(),
        line: cx.line(section.at),
        ..Protocol::default()
    };
    p.id = ids::give(cx, "protocol", section.id, &section.title, section.at);
    let mut seen = Seen::default();
    for part in parts(section.own, |k| fields::of(k).is_some()) {
        match part {
            Part::Labelled(l, _) => fields::read(cx, &mut p, &mut seen, &l),
            Part::Item(item) => {
                leftovers::item(cx, "protocols/item-not-read", &section.title, item, HELP)
            }
            Part::Table(_, at) => cx.warn(
                "section/block-not-read",
                at,
                "A table inside a protocol is not read.",
                HELP,
            ),
            // Prose under the heading says what the situation is.
            Part::Paragraph(_, block) => cx.note(&section.title, block.span.start, block.span.end),
            Part::Other(block) => leftovers::blocks(cx, section, &[block], HELP),
        }
    }
    for child in &section.children {
        sub(cx, &mut p, &mut seen, child);
    }
    check(cx, &mut p, &seen, section);
    cx.book.protocols.push(p);
}

/// A sub-heading that is a label: `#### Reply` with the reply below it.
fn sub(cx: &mut Context<'_>, p: &mut Protocol, seen: &mut Seen, section: &Section<'_>) {
    let Some(field) = fields::of(&section.title) else {
        leftovers::not_understood(cx, section);
        return;
    };
    let empty = crate::compile::rich::Rich::starting(section.body);
    let l = Labelled {
        label: section.heading.unwrap_or(empty.all()),
        value: empty.all(),
        nested: section.own,
        at: section.at,
    };
    fields::read_as(cx, p, seen, &l, field, &section.title);
    for child in &section.children {
        leftovers::not_understood(cx, child);
    }
}

/// What a protocol should not be without.
fn check(cx: &mut Context<'_>, p: &mut Protocol, seen: &Seen, section: &Section<'_>) {
    let grave = p.level >= Severity::Serious;
    let name = &section.title;
    if !seen.has(Field::Level) {
        cx.warn(
            "protocols/no-level",
            section.at,
            format!("The protocol \"{name}\" has no level and is read as a question."),
            format!(
                "Add `- Level: …` with one of: {}.",
                fields::LEVELS.join(", ")
            ),
        );
    }
    if grave && p.tell.is_empty() {
        cx.warn(
            "protocols/nobody-told",
            section.at,
            format!("The protocol \"{name}\" is grave but does not say whom to tell."),
            "Add for example `- Tell: On call within 5 minutes`.",
        );
    }
    if grave && !seen.has(Field::Permission) {
        p.permission = Permission::ApproveFirst;
        cx.warn(
            "protocols/no-permission",
            section.at,
            format!("The protocol \"{name}\" is grave but does not say whether one may reply. It is read as approve first."),
            "Add `- Reply permission: …` with may reply, approve first or must not reply.",
        );
    }
    if p.examples.is_empty() && p.phrases.is_empty() && p.hard.is_empty() {
        cx.suggest(
            "protocols/nothing-to-match",
            section.at,
            format!("The protocol \"{name}\" has no examples, phrases or hard triggers, so it is never offered for a comment."),
            "Add `- Examples:` with a few real comments below it.",
        );
    }
    if p.permission == Permission::MustNotReply && !p.replies.is_empty() {
        cx.warn(
            "protocols/reply-not-allowed",
            section.at,
            format!("The protocol \"{name}\" says not to reply but holds a reply, which is never offered."),
            "Take the reply out, or change the permission.",
        );
    }
    if section
        .own
        .iter()
        .all(|b| matches!(b.kind, Kind::Paragraph(_)))
        && seen.is_empty()
        && section.children.is_empty()
    {
        cx.warn(
            "protocols/empty",
            section.at,
            format!("The protocol \"{name}\" holds nothing that can be read."),
            HELP,
        );
    }
}

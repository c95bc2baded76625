//! What no reader took: kept as text, and said so.

use crate::compile::context::Context;
use crate::compile::document::{Block, Item, Kind};
use crate::compile::near::did_you_mean;
use crate::compile::outline::Section;
use crate::compile::rich::Slice;
use crate::compile::sections::{dispatch, kinds, words};

/// Shortest text that says which entry is meant; code points.
const QUOTED: usize = 48;

/// A section that no reader knows. Rules that say by themselves what they are
/// (a table headed "Don't say | Say") are read wherever they stand.
pub fn unknown(cx: &mut Context<'_>, section: &Section<'_>) {
    let nested = section.children.iter().any(has_known);
    let end = if nested { section.own_end } else { section.end };
    let mut read = words::explicit(cx, section.own);
    if !nested {
        explicit_below(cx, &section.children, &mut read);
    }
    cx.note(&section.title, section.body, end);
    // A heading with nothing of its own above known sections is a mere divider.
    let says_something = !nested || !section.own.is_empty();
    let all_read = read.rules > 0 && read.left == 0;
    if says_something && !all_read {
        not_read(cx, section, read.rules);
    }
    if nested {
        for child in &section.children {
            dispatch(cx, child);
        }
    }
}

/// A sub-section that the reader of the section around it does not know.
pub fn not_understood(cx: &mut Context<'_>, section: &Section<'_>) {
    cx.note(&section.title, section.body, section.end);
    not_read(cx, section, 0);
}

fn not_read(cx: &mut Context<'_>, section: &Section<'_>, rules: usize) {
    let read = match rules {
        0 => "It is kept as text.".to_owned(),
        1 => "One word rule in it was read; the rest is kept as text.".to_owned(),
        n => format!("{n} word rules in it were read; the rest is kept as text."),
    };
    let near = did_you_mean(&section.title, kinds::SHOWN);
    cx.suggest(
        "section/not-read",
        section.at,
        format!(
            "The section \"{}\" is not read as rules. {read}",
            section.title
        ),
        format!(
            "{near}If it holds rules, give it one of these headings: {}.",
            kinds::SHOWN.join(", ")
        ),
    );
}

fn has_known(section: &Section<'_>) -> bool {
    kinds::of(&section.title).is_some() || section.children.iter().any(has_known)
}

fn explicit_below(cx: &mut Context<'_>, children: &[Section<'_>], read: &mut words::Explicit) {
    for child in children {
        let own = words::explicit(cx, child.own);
        read.rules += own.rules;
        read.left += own.left;
        explicit_below(cx, &child.children, read);
    }
}

/// A list item that its section cannot read.
pub fn item(cx: &mut Context<'_>, code: &'static str, section: &str, item: &Item, help: &str) {
    let shown = shown(item.blocks.first());
    cx.warn(
        code,
        item.at,
        format!("This item is not read as a rule under {section}: \"{shown}\"."),
        help,
    );
}

/// A line or cell that its section cannot read.
pub fn line(cx: &mut Context<'_>, code: &'static str, section: &str, line: Slice<'_>, help: &str) {
    let text = shortened(line.text());
    cx.warn(
        code,
        line.trim().at(),
        format!("This is not read as a rule under {section}: \"{text}\"."),
        help,
    );
}

/// The blocks of a section that its reader does not look at. Prose is kept as a
/// note without a word: it explains. Lists, tables and quotes are reported.
pub fn blocks(cx: &mut Context<'_>, section: &Section<'_>, own: &[&Block], help: &str) {
    for block in own {
        match &block.kind {
            Kind::Paragraph(_) | Kind::Code(_) => {
                cx.note(&section.title, block.span.start, block.span.end)
            }
            Kind::List(items) => {
                for i in items {
                    item(cx, "section/item-not-read", &section.title, i, help);
                }
            }
            Kind::Html { comment: true } | Kind::Rule | Kind::Heading { .. } => {}
            Kind::Table(_) | Kind::Quote(_) | Kind::Definitions(_) | Kind::Html { .. } => {
                let what = match block.kind {
                    Kind::Table(_) => "table",
                    Kind::Quote(_) => "quotation",
                    Kind::Definitions(_) => "list of definitions",
                    _ => "piece of HTML",
                };
                cx.warn(
                    "section/block-not-read",
                    block.span.start,
                    format!(
                        "This {what} is not read as rules under {}. It is kept as text.",
                        section.title
                    ),
                    help,
                );
                cx.note(&section.title, block.span.start, block.span.end);
            }
        }
    }
}

fn shown(block: Option<&Block>) -> String {
    match block.map(|b| &b.kind) {
        Some(Kind::Paragraph(rich)) => shortened(rich.all().text()),
        _ => "(no text)".to_owned(),
    }
}

/// The beginning of a text, for a message.
pub fn shortened(text: &str) -> String {
    let text = text.trim().replace('\n', " ");
    if text.chars().count() <= QUOTED {
        return text;
    }
    let head: String = text.chars().take(QUOTED).collect();
    format!("{}…", head.trim_end())
}

/// Says so when a document holds no rule at all: it is then probably not a playbook.
pub fn after(cx: &mut Context<'_>) {
    let b = &cx.book;
    let empty = b.words.is_empty()
        && b.names.is_empty()
        && b.patterns.is_empty()
        && b.claims.is_empty()
        && b.required.is_empty()
        && b.messages.is_empty()
        && b.protocols.is_empty()
        && b.calendar.is_empty()
        && b.priorities.is_empty()
        && b.roles.is_empty();
    if empty {
        cx.warn(
            "playbook/empty",
            0,
            "No rule, message or protocol was found in this document.",
            "Begin with a heading `## Words` and a table headed `Don't say | Say`.",
        );
    }
}

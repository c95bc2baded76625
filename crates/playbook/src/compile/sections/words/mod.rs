//! Words: say this, not that. Each way of writing is its own small reader.

mod bullets;
mod clauses;
mod definitions;
mod names;
mod pairs;
mod patterns;
mod rule;
mod sense;
mod sentences;
mod table;

use crate::compile::context::Context;
use crate::compile::document::{Block, Item, Kind as BlockKind};
use crate::compile::outline::Section;
use crate::compile::sections::kinds::{Group, Kind, of};
use crate::compile::sections::{as_kind, leftovers};
use pairs::Pairs;

const HELP: &str = "Write a table headed `Don't say | Say`, a pair of lines `**Use:** …` and `**Avoid:** …`, or under a heading `Words to avoid` an item such as `- utilize (use *use*)`.";

/// Reads a section of words and its sub-sections.
pub fn read(cx: &mut Context<'_>, section: &Section<'_>, group: Group) {
    blocks(cx, section, group);
    for child in &section.children {
        match of(&child.title) {
            Some(Kind::Words(Group::Any)) => read(cx, child, group),
            Some(Kind::Words(inner)) => read(cx, child, inner),
            Some(kind @ (Kind::Claims | Kind::Required | Kind::Tests)) => as_kind(cx, child, kind),
            _ if sense::is_examples(&child.title) => examples(cx, child),
            _ => topic(cx, child, group),
        }
    }
}

/// A sub-section named after its subject ("Words about addiction") holds the same
/// kinds of entries; if none can be read, it is text.
fn topic(cx: &mut Context<'_>, section: &Section<'_>, group: Group) {
    let mark = cx.mark();
    let before = count(cx);
    read(cx, section, group);
    if count(cx) == before && !cx.erred_since(mark) {
        cx.rewind(mark);
        leftovers::not_understood(cx, section);
    }
}

fn count(cx: &Context<'_>) -> usize {
    let other = cx.book.claims.len() + cx.book.required.len() + cx.book.tests.len();
    other + cx.book.words.len() + cx.book.names.len() + cx.book.patterns.len()
}

/// Do and Don't blocks hold whole sentences: examples, never terms.
fn examples(cx: &mut Context<'_>, section: &Section<'_>) {
    cx.note(&section.title, section.body, section.end);
    cx.suggest(
        "words/examples",
        section.at,
        format!(
            "What stands under \"{}\" is read as examples for people, not as rules.",
            section.title
        ),
        HELP,
    );
}

fn blocks(cx: &mut Context<'_>, section: &Section<'_>, group: Group) {
    let mut pairs = Pairs::default();
    // `**Avoid:**` on a line of its own says what the list below it is.
    let mut list = group;
    for block in section.own {
        let group = std::mem::replace(&mut list, group);
        match &block.kind {
            BlockKind::Paragraph(rich) if sense::announces(rich.all().text()) => {
                list = Group::Avoid
            }
            BlockKind::Paragraph(rich) => {
                if !pairs.paragraph(cx, rich.all()) {
                    pairs.finish(cx);
                    leftovers::blocks(cx, section, &[block], HELP);
                }
            }
            BlockKind::List(items) => items
                .iter()
                .for_each(|i| item(cx, &mut pairs, section, i, group)),
            BlockKind::Table(t) => {
                pairs.finish(cx);
                match group {
                    Group::Names => names::table(cx, t),
                    Group::Patterns => patterns::table(cx, t),
                    _ => {
                        table::read(cx, block.span.start, t, group);
                    }
                }
            }
            BlockKind::Definitions(list) => {
                pairs.finish(cx);
                list.iter().for_each(|d| definitions::read(cx, d, group));
            }
            _ => {
                pairs.finish(cx);
                leftovers::blocks(cx, section, &[block], HELP);
            }
        }
    }
    pairs.finish(cx);
}

fn item<'d>(
    cx: &mut Context<'_>,
    pairs: &mut Pairs<'d>,
    section: &Section<'d>,
    item: &'d Item,
    group: Group,
) {
    match group {
        Group::Names => names::item(cx, item),
        Group::Patterns => patterns::item(cx, item),
        _ if pairs.item(cx, item) => {}
        _ => {
            pairs.finish(cx);
            if !bullets::read(cx, item, group) {
                leftovers::item(cx, "words/item-not-read", &section.title, item, HELP);
            }
        }
    }
}

/// What was read outside any section of words.
#[derive(Clone, Copy, Default)]
pub struct Explicit {
    /// Number of rules.
    pub rules: usize,
    /// Lists, tables and the like that were left.
    pub left: usize,
}

/// Reads, outside any section of words, what says by itself that it is a word
/// rule: tables with an unmistakable heading and `Use` / `Avoid` pairs.
pub fn explicit(cx: &mut Context<'_>, own: &[Block]) -> Explicit {
    let before = cx.book.words.len();
    let mut pairs = Pairs::default();
    let mut left = 0;
    for block in own {
        match &block.kind {
            BlockKind::Paragraph(rich) if pairs.paragraph(cx, rich.all()) => {}
            BlockKind::Table(t) if sense::is_unmistakable(t) => {
                table::read(cx, block.span.start, t, Group::Any);
            }
            BlockKind::List(items) => {
                pairs.finish(cx);
                let inner: Vec<Explicit> = items.iter().map(|i| explicit(cx, &i.blocks)).collect();
                left += usize::from(inner.iter().all(|e| e.rules == 0));
            }
            other => {
                pairs.finish(cx);
                let says_nothing = matches!(
                    other,
                    BlockKind::Paragraph(_) | BlockKind::Rule | BlockKind::Html { comment: true }
                );
                left += usize::from(!says_nothing);
            }
        }
    }
    pairs.finish(cx);
    Explicit {
        rules: cx.book.words.len() - before,
        left,
    }
}

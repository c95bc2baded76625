//! Approved messages: a heading, a line of fields in italics, a quote.

use crate::compile::context::Context;
use crate::compile::days;
use crate::compile::document::{Block, Kind};
use crate::compile::labels::Labelled;
use crate::compile::meta::{self, Field};
use crate::compile::near::did_you_mean;
use crate::compile::outline::Section;
use crate::compile::sections::entries::entries;
use crate::compile::sections::{kinds, leftovers};
use crate::compile::{ids, plain, scope, terms};
use crate::model::Message;

const HELP: &str = "Write a heading for each message, below it `*Platforms: x, facebook · Until: 2026-12-31*`, and the text as a quote: `> Visiting hours are …`";
const SHOWN: [&str; 3] = ["Platforms", "Until", "Tags"];

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    let own: Vec<&Block> = section.own.iter().collect();
    leftovers::blocks(cx, section, &own, HELP);
    for entry in entries(cx, section, &|_| false) {
        message(cx, entry);
    }
}

fn is_field(key: &str) -> bool {
    field_of(key).is_some()
}

fn field_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "platforms" | "platform" | "channels" | "channel" | "where" | "for" => "platforms",
        "until" | "expires" | "valid until" | "expiry" | "expiry date" | "end" | "good until" => {
            "until"
        }
        "tags" | "tag" | "search" | "keywords" | "search words" | "labels" => "tags",
        _ => return None,
    })
}

fn message(cx: &mut Context<'_>, section: &Section<'_>) {
    let mut message = Message {
        name: section.title.clone(),
        line: cx.line(section.at),
        ..Message::default()
    };
    let mut text = Text::default();
    for block in section.own {
        let found = fields(block, is_field);
        if found.is_empty() {
            text.take(block);
        }
        for field in found {
            match field_of(&field.key) {
                Some("platforms") => message.platforms = scope::platforms(field.value.text()),
                Some("until") => message.until = days::optional(cx, &field.value),
                Some(_) => message.tags = terms::texts(field.value),
                None => unknown(cx, "messages/unknown-field", &field, &SHOWN),
            }
        }
    }
    message.text = text.finish(cx, section, "message", "messages/empty");
    subsections(cx, section);
    message.id = ids::give(cx, "message", section.id, &section.title, section.at);
    if !message.text.is_empty() {
        cx.book.messages.push(message);
    }
}

/// Sub-sections of an entry are kept as text.
pub fn subsections(cx: &mut Context<'_>, section: &Section<'_>) {
    for child in &section.children {
        leftovers::not_understood(cx, child);
    }
}

/// The fields that a block holds: a line in italics, or items with known labels.
pub fn fields<'d>(block: &'d Block, known: impl Fn(&str) -> bool) -> Vec<Field<'d>> {
    match &block.kind {
        Kind::Paragraph(rich) => meta::fields(rich.all(), known).unwrap_or_default(),
        Kind::List(items) => {
            let labelled: Vec<Labelled<'d>> = items.iter().filter_map(Labelled::item).collect();
            if labelled.len() == items.len() && labelled.iter().all(|l| known(&l.key())) {
                labelled
                    .into_iter()
                    .map(|l| Field {
                        key: l.key(),
                        label: l.label,
                        value: l.value,
                    })
                    .collect()
            } else {
                Vec::new()
            }
        }
        _ => Vec::new(),
    }
}

pub fn unknown(
    cx: &mut Context<'_>,
    code: &'static str,
    field: &Field<'_>,
    shown: &[&'static str],
) {
    let near = did_you_mean(&field.key, shown.iter().copied());
    cx.warn(
        code,
        field.label.at(),
        format!(
            "\"{}\" is no field of this line, so it is not read.",
            field.label.text()
        ),
        format!("{near}The fields are {}.", shown.join(", ")),
    );
}

/// The text of an entry: its quotes; without any, its paragraphs.
#[derive(Default)]
pub struct Text<'d> {
    quotes: Vec<&'d Block>,
    others: Vec<&'d Block>,
}

impl<'d> Text<'d> {
    pub fn take(&mut self, block: &'d Block) {
        match block.kind {
            Kind::Quote(_) | Kind::Code(_) => self.quotes.push(block),
            Kind::Html { comment: true } | Kind::Rule => {}
            _ => self.others.push(block),
        }
    }

    pub fn finish(
        self,
        cx: &mut Context<'_>,
        section: &Section<'_>,
        what: &str,
        empty: &'static str,
    ) -> String {
        let join = |blocks: &[&Block]| {
            blocks
                .iter()
                .map(|b| plain::text(std::slice::from_ref(*b)))
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join("\n\n")
        };
        let quoted = join(&self.quotes);
        let first = self.others.first().map(|b| b.span.start);
        if !quoted.is_empty() {
            if let Some(at) = first {
                cx.suggest(
                    "messages/remark",
                    at,
                    format!("Only what is quoted belongs to the {what} \"{}\"; this is kept as a remark.", section.title),
                    "Put `>` before each line that belongs to the text.",
                );
            }
            for block in self.others {
                cx.note(&section.title, block.span.start, block.span.end);
            }
            return quoted;
        }
        let text = join(&self.others);
        if text.is_empty() {
            cx.error(
                empty,
                section.at,
                format!(
                    "The {what} \"{}\" has no text, so it cannot be offered.",
                    section.title
                ),
                "Write the text below its heading as a quote: `> Visiting hours are …`",
            );
        } else if let Some(at) = first {
            cx.suggest(
                "messages/not-quoted",
                at,
                format!("The text of the {what} \"{}\" is not quoted; everything below the heading is taken for it.", section.title),
                "Put `>` before each line of the text.",
            );
        }
        text
    }
}

/// Whether a sub-heading names a section of its own rather than an entry.
pub fn is_section(title: &str, wanted: kinds::Kind) -> bool {
    kinds::of(title) == Some(wanted)
}

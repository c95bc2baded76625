//! Deadlines, kept as sentences.

use crate::compile::context::Context;
use crate::compile::document::Item;
use crate::compile::outline::Section;
use crate::compile::plain;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::model::Deadline;

const HELP: &str =
    "Write one deadline an item, for example `- Posts for approval are due on Thursday at 17:00.`";

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |_| false) {
        match part {
            Part::Labelled(_, Some(i)) | Part::Item(i) => item(cx, i),
            Part::Table(table, _) => {
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let cells: Vec<&str> = row
                        .cells
                        .iter()
                        .map(|c| c.all().text().trim())
                        .filter(|c| !c.is_empty())
                        .collect();
                    add(cx, cells.join(": "), row.span.start);
                }
            }
            Part::Labelled(l, None) => add(cx, l.label.through(&l.value).text().to_owned(), l.at),
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
    children(cx, section);
}

pub fn item(cx: &mut Context<'_>, item: &Item) {
    let text = plain::text(&item.blocks)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    add(cx, text, item.at);
}

fn add(cx: &mut Context<'_>, text: String, at: usize) {
    if text.is_empty() {
        cx.suggest("deadlines/empty", at, "This item is empty.", HELP);
        return;
    }
    let line = cx.line(at);
    cx.book.deadlines.push(Deadline { text, line });
}

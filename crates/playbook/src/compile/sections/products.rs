//! Drugs and devices whose names need clinical approval: an item holds one or several.

use crate::compile::context::Context;
use crate::compile::outline::Section;
use crate::compile::rich::Slice;
use crate::compile::sections::goals::first_line;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::compile::terms::{self, Separators};
use crate::model::Product;

const HELP: &str = "Write the names in a list: `- Ozempic, Wegovy` or one an item.";

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |_| false) {
        match part {
            // `Drugs: Ozempic, Wegovy`.
            Part::Labelled(l, _) => {
                for value in l.values() {
                    names(cx, value);
                }
            }
            Part::Item(item) => match first_line(item) {
                Some(line) => names(cx, line),
                None => leftovers::item(cx, "products/item-not-read", &section.title, item, HELP),
            },
            Part::Table(table, _) => {
                for row in &table.rows {
                    if let Some(cell) = row.cells.first().filter(|c| !c.all().is_empty()) {
                        names(cx, cell.all());
                    }
                }
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP);
            }
        }
    }
    children(cx, section);
}

fn names(cx: &mut Context<'_>, line: Slice<'_>) {
    for term in terms::split(line, Separators::Any) {
        if term.text.is_empty() {
            continue;
        }
        let row = cx.line(term.at);
        let key = term.text.to_lowercase();
        if let Some(line) = cx.references.products.get(&key).copied() {
            cx.suggest(
                "products/duplicate",
                term.at,
                format!("\"{}\" stands in the list twice (line {line}).", term.text),
                "Keep one of the two.",
            );
            continue;
        }
        cx.references.products.insert(key, row);
        cx.book.products.push(Product {
            name: term.text,
            line: row,
        });
    }
}

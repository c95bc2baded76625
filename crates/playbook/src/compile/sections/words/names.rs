//! Names with their one right spelling.

use crate::compile::context::Context;
use crate::compile::document::{Item, Kind, Table};
use crate::compile::rich::Slice;
use crate::compile::sections::leftovers;
use crate::compile::sections::words::rule::Draft;
use crate::compile::terms::{self, Separators};
use crate::model::Name;

const HELP: &str = "Write one name an item, for example `- Riverside Children's Pavilion`.";

/// A name; `(not X)` behind it makes X a term to avoid.
pub fn item(cx: &mut Context<'_>, item: &Item) {
    match item.blocks.first().map(|b| &b.kind) {
        Some(Kind::Paragraph(rich)) if !rich.all().is_empty() => name(cx, rich.all(), item.at),
        _ => leftovers::item(cx, "names/item-not-read", "Names", item, HELP),
    }
}

/// A table of names: the first column.
pub fn table(cx: &mut Context<'_>, table: &Table) {
    for row in &table.rows {
        if let Some(cell) = row.cells.first().filter(|c| !c.all().is_empty()) {
            name(cx, cell.all(), row.span.start);
        }
    }
}

fn name(cx: &mut Context<'_>, text: Slice<'_>, at: usize) {
    let (body, note) = terms::note(text);
    let not = note.filter(|n| n.text().to_lowercase().starts_with("not "));
    // A note that is not "not …" belongs to the name: `Family Birth Center (FBC)`.
    let name = terms::unquote(if not.is_some() {
        body.text()
    } else {
        text.text()
    })
    .to_owned();
    let line = cx.line(at);
    if !cx.references.names.insert(name.clone()) {
        cx.suggest(
            "names/duplicate",
            at,
            format!("The name \"{name}\" stands in the list twice."),
            "Keep one of the two.",
        );
        return;
    }
    if let Some(not) = not {
        let avoid = terms::split(not.from(4), Separators::Any);
        Draft {
            at,
            avoid,
            prefer: vec![name.clone()],
            ..Draft::default()
        }
        .add(cx);
    }
    cx.book.names.push(Name { name, line });
}

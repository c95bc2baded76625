//! Tables by the words of their headings.

use crate::compile::context::Context;
use crate::compile::document::{Row, Table};
use crate::compile::labels::key;
use crate::compile::rich::{Rich, Slice};

/// Which column holds what.
pub struct Columns {
    fields: Vec<Option<&'static str>>,
}

/// A field with the headings that mean it; the first one is shown in messages.
pub type Field = (&'static str, &'static [&'static str]);

impl Columns {
    /// Reads the headings; a heading that means nothing is reported once.
    pub fn read(cx: &mut Context<'_>, table: &Table, section: &str, fields: &[Field]) -> Self {
        let mut out: Vec<Option<&'static str>> = Vec::new();
        for cell in &table.head {
            let heading = key(cell.all().text());
            let field = fields
                .iter()
                .find(|(name, words)| *name == heading || words.contains(&heading.as_str()));
            let name = field
                .map(|(name, _)| *name)
                .filter(|name| !out.contains(&Some(*name)));
            if name.is_none() && !heading.is_empty() {
                let known: Vec<&str> = fields.iter().map(|(n, _)| *n).collect();
                cx.warn(
                    "table/unknown-column",
                    cell.all().trim().at(),
                    format!(
                        "The column \"{}\" is not read: a table under {section} has no such column, or has it twice.",
                        cell.all().text().trim()
                    ),
                    format!("The columns that are read: {}.", known.join(", ")),
                );
            }
            out.push(name);
        }
        Self { fields: out }
    }

    pub fn has(&self, field: &str) -> bool {
        self.fields.contains(&Some(field))
    }

    /// The cell of a field, when the row has it and it is not empty.
    pub fn cell<'d>(&self, row: &'d Row, field: &str) -> Option<Slice<'d>> {
        let i = self.fields.iter().position(|f| *f == Some(field))?;
        row.cells
            .get(i)
            .map(|c| c.all().trim())
            .filter(|c| !c.is_empty())
    }

    /// The text of the cell of a field; empty when there is none.
    pub fn text(&self, row: &Row, field: &str) -> String {
        self.cell(row, field)
            .map(|c| c.text().to_owned())
            .unwrap_or_default()
    }
}

/// Reports the cells beyond the last heading: the parser drops them, and an
/// unescaped `|` in a cell is the usual reason.
pub fn extra_cells(cx: &mut Context<'_>, table: &Table) {
    for row in &table.rows {
        let text = cx.source.get(row.span.clone()).unwrap_or("");
        let line = text.trim();
        let inner = line.strip_prefix('|').unwrap_or(line);
        let inner = inner
            .strip_suffix('|')
            .filter(|s| !s.ends_with('\\'))
            .unwrap_or(inner);
        let mut escaped = false;
        let mut bars = 0;
        for c in inner.chars() {
            if c == '|' && !escaped {
                bars += 1;
            }
            escaped = c == '\\' && !escaped;
        }
        if bars + 1 > table.head.len() && !row.is_blank() {
            cx.warn(
                "table/extra-cells",
                row.span.start,
                format!(
                    "This row has {} cells, the table has {} columns: the cells at the end are not read.",
                    bars + 1,
                    table.head.len()
                ),
                "Write a `|` that belongs to the text as `\\|`, or add a heading for the column.",
            );
        }
    }
}

impl Row {
    /// Whether all cells are empty.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|c: &Rich| c.all().is_empty())
    }
}

//! Patterns: `` `expression` → advice (level) ``. Whether the expression is one is
//! checked where patterns are run.

use crate::compile::context::Context;
use crate::compile::document::{Item, Kind, Table};
use crate::compile::rich::{Mark, Slice};
use crate::compile::sections::words::rule::level;
use crate::compile::terms;
use crate::model::{Level, PatternRule};

const HELP: &str = "Write the expression in backquotes, an arrow, and what to do: `` - `\\bfree\\b` → say what is free (warning) ``.";
const ARROWS: &[&str] = &["→", "->", "=>", "⟶", "➔"];

/// An item of the list of patterns.
pub fn item(cx: &mut Context<'_>, item: &Item) {
    match item.blocks.first().map(|b| &b.kind) {
        Some(Kind::Paragraph(rich)) => line(cx, rich.all().trim(), item.at),
        _ => cx.error(
            "patterns/no-expression",
            item.at,
            "This item holds no pattern.",
            HELP,
        ),
    }
}

/// A table of patterns: expression, advice, level, in this order.
pub fn table(cx: &mut Context<'_>, table: &Table) {
    for row in &table.rows {
        let mut cells = row.cells.iter().map(|c| c.all().trim());
        let code = cells.next().and_then(|c| c.marked(Mark::Code).next());
        let advice = cells
            .next()
            .map(|c| c.text().to_owned())
            .unwrap_or_default();
        let level = cells
            .next()
            .and_then(|c| level(c.text()))
            .unwrap_or_default();
        match code {
            Some(code) => add(cx, code, advice, level, row.span.start),
            None if row.is_blank() => {}
            None => cx.error(
                "patterns/no-expression",
                row.span.start,
                "This row has no expression in backquotes in its first cell.",
                HELP,
            ),
        }
    }
}

fn line(cx: &mut Context<'_>, line: Slice<'_>, at: usize) {
    let Some((range, _)) = line.marks().find(|(_, m)| *m == Mark::Code) else {
        if line.text().contains('`') {
            cx.error(
                "patterns/unbalanced",
                at,
                "The backquotes around this pattern are not closed, so it cannot be told where the expression ends.",
                "Put one backquote before the expression and one behind it; an expression that holds a backquote needs two on each side.",
            );
        } else {
            cx.error(
                "patterns/no-expression",
                at,
                "This item holds no expression in backquotes, so it is not read.",
                HELP,
            );
        }
        return;
    };
    let rest = line.from(range.end).trim();
    let arrow = ARROWS
        .iter()
        .find(|a| rest.text().starts_with(**a))
        .or_else(|| {
            [":", "—", "–"]
                .iter()
                .find(|a| rest.text().starts_with(**a))
        });
    let advice = rest.from(arrow.map_or(0, |a| a.len())).trim();
    let (body, note) = terms::note(advice);
    let named = note.and_then(|n| level(n.text()));
    let advice = if named.is_some() {
        body.text()
    } else {
        advice.text()
    };
    if arrow.is_none() || advice.trim().is_empty() {
        cx.warn(
            "patterns/no-advice",
            rest.at().max(at),
            "No arrow with advice stands behind this pattern, so people see that it matched but not what to do.",
            HELP,
        );
    }
    add(
        cx,
        line.sub(range),
        advice.replace('\n', " "),
        named.unwrap_or_default(),
        at,
    );
}

fn add(cx: &mut Context<'_>, code: Slice<'_>, advice: String, level: Level, at: usize) {
    let line = cx.line(at);
    cx.book.patterns.push(PatternRule {
        pattern: code.text().to_owned(),
        advice,
        level,
        line,
    });
}

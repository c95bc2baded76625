//! Tables of words. The direction comes from the headings, in either order.

use crate::compile::columns;
use crate::compile::context::Context;
use crate::compile::document::{Row, Table};
use crate::compile::rich::Slice;
use crate::compile::scope;
use crate::compile::sections::kinds::Group;
use crate::compile::sections::words::bullets::default_level;
use crate::compile::sections::words::clauses;
use crate::compile::sections::words::rule::{Draft, level};
use crate::compile::sections::words::sense::{self, Column};
use crate::compile::terms::{self, Separators, Term};

/// Reads a table of words.
pub fn read(cx: &mut Context<'_>, at: usize, table: &Table, group: Group) {
    if sense::is_do_dont(table) {
        cx.suggest(
            "words/examples",
            at,
            "A table headed Do and Don't is read as examples for people, not as word rules.",
            "If its cells are terms, head it `Don't say | Say`.",
        );
        let end = table.rows.last().map_or(at, |r| r.span.end);
        cx.note("Do and Don't", at, end);
        return;
    }
    let columns = direction(table, group);
    if !columns.contains(&Column::Avoid) {
        let headings: Vec<&str> = table.head.iter().map(|c| c.all().text().trim()).collect();
        cx.error(
            "words/no-direction",
            at,
            format!(
                "The headings of this table (\"{}\") do not say which column to avoid and which to use, so none of its {} rows is read.",
                headings.join("\" and \""),
                table.rows.len()
            ),
            "Head the columns `Don't say` and `Say`, or `Avoid` and `Use`; their order does not matter.",
        );
        return;
    }
    for (cell, column) in table.head.iter().zip(&columns) {
        if *column == Column::Unknown {
            cx.warn(
                "table/unknown-column",
                cell.all().trim().at(),
                format!(
                    "The column \"{}\" is not read: a table of words has no such column.",
                    cell.all().text().trim()
                ),
                "The columns that are read: Don't say, Say, Why, Unless, Where, Level, Hashtags.",
            );
        }
    }
    columns::extra_cells(cx, table);
    for row in &table.rows {
        self::row(cx, row, &columns, group);
    }
}

/// The meaning of each column. A column of mere terms is the opposite of the one
/// that names a direction.
fn direction(table: &Table, group: Group) -> Vec<Column> {
    let mut columns: Vec<Column> = table
        .head
        .iter()
        .map(|c| sense::column(c.all().text()))
        .collect();
    let has = |columns: &[Column], c| columns.contains(&c);
    let opposite = if has(&columns, Column::Prefer) && !has(&columns, Column::Avoid) {
        Column::Avoid
    } else if has(&columns, Column::Avoid) && !has(&columns, Column::Prefer) {
        Column::Prefer
    } else if matches!(group, Group::Avoid | Group::Careful) {
        Column::Avoid
    } else {
        return columns
            .into_iter()
            .map(|c| {
                if c == Column::Term {
                    Column::Unknown
                } else {
                    c
                }
            })
            .collect();
    };
    let mut taken = false;
    for column in &mut columns {
        if *column == Column::Term {
            *column = if taken { Column::Unknown } else { opposite };
            taken = true;
        }
    }
    columns
}

fn row(cx: &mut Context<'_>, row: &Row, columns: &[Column], group: Group) {
    if row.is_blank() {
        return;
    }
    let mut draft = Draft {
        at: row.span.start,
        level: default_level(group),
        ..Draft::default()
    };
    let mut noted: Vec<(Term, Slice<'_>)> = Vec::new();
    let mut answered = !columns.contains(&Column::Prefer);
    for (cell, column) in row.cells.iter().zip(columns) {
        let cell = cell.all().trim();
        if cell.is_empty() {
            continue;
        }
        match column {
            Column::Avoid => avoid(cell, &mut draft, &mut noted),
            Column::Prefer => {
                answered = true;
                let found = clauses::prefer(cell, true);
                draft.omit |= found.omit;
                draft.prefer.extend(found.terms);
            }
            Column::Why => draft.why = Some(cell.text().replace('\n', " ")),
            Column::Unless => {
                let text = cell.text().replace('\n', " ");
                let bare = text
                    .strip_prefix("unless ")
                    .or_else(|| text.strip_prefix("Unless "))
                    .unwrap_or(&text);
                draft.unless = Some(bare.to_owned());
            }
            Column::Where => draft.scope = scope::scope(cell.text()),
            Column::Level => match level(cell.text()) {
                Some(level) => draft.level = level,
                None => cx.warn(
                    "words/unknown-level",
                    cell.at(),
                    format!(
                        "\"{}\" is no level; the rule is read as a warning.",
                        cell.text()
                    ),
                    "The levels are suggestion, warning and error.",
                ),
            },
            Column::Hashtags => {
                draft.hashtags =
                    !matches!(cell.text().to_lowercase().as_str(), "no" | "-" | "–" | "—")
            }
            Column::Term | Column::Unknown => {}
        }
    }
    if draft.avoid.is_empty() && noted.is_empty() {
        cx.error(
            "words/empty-cell",
            row.span.start,
            "This row does not say what to avoid, so it is not read.",
            "Fill the cell, or take the row out.",
        );
        return;
    }
    if !answered {
        cx.suggest(
            "words/nothing-to-use",
            row.span.start,
            "This row does not say what to use in place of the term; people are only told to avoid it.",
            "Name the word to use, or write `(omit)` if the term is to be left out.",
        );
    }
    for (term, note) in noted {
        let mut own = Draft {
            at: draft.at,
            avoid: vec![term],
            prefer: draft.prefer.clone(),
            omit: draft.omit,
            unless: draft.unless.clone(),
            why: draft.why.clone(),
            scope: draft.scope.clone(),
            level: draft.level,
            hashtags: draft.hashtags,
            forms: draft.forms,
        };
        clauses::read(&mut own, note);
        own.add(cx);
    }
    if !draft.avoid.is_empty() {
        draft.add(cx);
    }
}

/// The terms of an avoid cell. A term with a note in parentheses is a rule of its
/// own, because the note is about that term only; an abbreviation in parentheses
/// is a term like the one before it.
fn avoid<'d>(cell: Slice<'d>, draft: &mut Draft, noted: &mut Vec<(Term, Slice<'d>)>) {
    for piece in pieces(cell) {
        let (body, note) = terms::note(piece);
        match note {
            Some(note) if is_abbreviation(note.text()) => {
                draft.avoid.extend([terms::term(body), terms::term(note)])
            }
            Some(note) if !body.is_empty() => noted.push((terms::term(body), note)),
            _ => draft.avoid.push(terms::term(body)),
        }
    }
    draft.avoid.retain(|t| !t.text.is_empty());
}

/// The pieces of a cell: a list, or one sentence, whose commas part nothing.
pub fn pieces(cell: Slice<'_>) -> Vec<Slice<'_>> {
    let text = cell.text().trim();
    let sentence = text.starts_with(char::is_uppercase)
        && text.ends_with(['.', '!', '?', '…'])
        && text.split_whitespace().count() > LONGEST_LISTED
        && !text.contains(';');
    if sentence {
        cell.lines()
    } else {
        terms::pieces(cell, Separators::Any)
    }
}

/// A cell of more words that begins and ends like a sentence is one.
const LONGEST_LISTED: usize = 5;

/// Whether a note is the abbreviation of the term before it: `(MAT)`.
pub fn is_abbreviation(text: &str) -> bool {
    (2..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

//! Priorities: content types with a share and the words that show them.

use crate::compile::columns::{self, Columns, Field};
use crate::compile::context::Context;
use crate::compile::outline::Section;
use crate::compile::rich::Slice;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::compile::terms;
use crate::model::Priority;

const HELP: &str = "Write a table headed `Content | Share | Signals`, or an item such as `- Recruitment: 30% (we're hiring, join our team)`.";
const FIELDS: &[Field] = &[
    (
        "content",
        &[
            "type",
            "content type",
            "priority",
            "topic",
            "pillar",
            "theme",
            "name",
            "category",
        ],
    ),
    (
        "share",
        &[
            "target",
            "target share",
            "percent",
            "%",
            "percentage",
            "mix",
            "weight",
        ],
    ),
    (
        "signals",
        &[
            "key phrases",
            "phrases",
            "keywords",
            "key words",
            "words",
            "examples",
            "looks like",
        ],
    ),
];

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    let first = cx.book.priorities.len();
    for part in parts(section.own, |_| false) {
        match part {
            Part::Table(table, at) => {
                let columns = Columns::read(cx, table, &section.title, FIELDS);
                if !columns.has("content") {
                    cx.error("priorities/no-content-column", at, "This table has no column for the content type, so none of its rows is read.", HELP);
                    continue;
                }
                columns::extra_cells(cx, table);
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let share = columns.cell(row, "share").and_then(|c| share(cx, c));
                    let signals = columns
                        .cell(row, "signals")
                        .map(terms::texts)
                        .unwrap_or_default();
                    add(
                        cx,
                        columns.text(row, "content"),
                        share,
                        signals,
                        row.span.start,
                    );
                }
            }
            Part::Labelled(l, _) => {
                let (value, note) = terms::note(l.value);
                let share = share(cx, value);
                let mut signals = note.map(terms::texts).unwrap_or_default();
                signals.extend(l.values().into_iter().skip(1).flat_map(terms::texts));
                add(cx, l.label.text().to_owned(), share, signals, l.at);
            }
            Part::Item(item) => {
                leftovers::item(cx, "priorities/item-not-read", &section.title, item, HELP)
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
    let shares: Vec<f32> = cx
        .book
        .priorities
        .iter()
        .skip(first)
        .filter_map(|p| p.share)
        .collect();
    let sum: f32 = shares.iter().sum();
    if !shares.is_empty() && (sum - 1.0).abs() > 0.005 {
        cx.suggest(
            "priorities/sum",
            section.at,
            format!(
                "The shares add up to {}%, not to 100%.",
                (sum * 1000.0).round() / 10.0
            ),
            "Change the shares until they add up, or leave a share out where none is agreed.",
        );
    }
    children(cx, section);
}

fn share(cx: &mut Context<'_>, cell: Slice<'_>) -> Option<f32> {
    let text = cell.text().trim();
    if text.is_empty() {
        return None;
    }
    let number = text
        .trim_end_matches('%')
        .trim()
        .trim_start_matches(['~', '≈'])
        .trim();
    match number.parse::<f32>() {
        Ok(n) if n.is_finite() && (0.0..=100.0).contains(&n) => {
            Some(if text.ends_with('%') || n > 1.0 {
                n / 100.0
            } else {
                n
            })
        }
        _ => {
            cx.warn(
                "priorities/share",
                cell.trim().at(),
                format!(
                    "\"{}\" is no share between 0% and 100%, so this content type has none.",
                    leftovers::shortened(text)
                ),
                "Write a share as a percentage, for example `30%`.",
            );
            None
        }
    }
}

fn add(cx: &mut Context<'_>, name: String, share: Option<f32>, signals: Vec<String>, at: usize) {
    if name.trim().is_empty() {
        cx.warn(
            "priorities/no-name",
            at,
            "This content type has no name, so it is not read.",
            HELP,
        );
        return;
    }
    let line = cx.line(at);
    cx.book.priorities.push(Priority {
        name: name.trim().to_owned(),
        share,
        signals,
        line,
    });
}

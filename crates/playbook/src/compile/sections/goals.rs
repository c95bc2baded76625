//! Value: which interactions count, and the goals.

use crate::compile::columns::{self, Columns, Field};
use crate::compile::context::Context;
use crate::compile::document::{Item, Kind};
use crate::compile::outline::Section;
use crate::compile::rich::Slice;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{dispatch, kinds, leftovers};
use crate::model::Goal;

const HELP: &str = "Write a goal as `- Replies within one business day: 90%`, or a table headed `Goal | Target | Period`.";
const FIELDS: &[Field] = &[
    (
        "goal",
        &[
            "interaction",
            "interactions",
            "what",
            "what counts",
            "name",
            "measure",
            "metric",
            "kpi",
            "value",
        ],
    ),
    ("target", &["aim", "number", "goal target"]),
    ("period", &["how often", "every", "frequency", "when"]),
];

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    blocks(cx, section, period(&section.title).unwrap_or_default());
    for child in &section.children {
        match period(&child.title) {
            Some(period) if kinds::of(&child.title).is_none() => blocks(cx, child, period),
            _ => dispatch(cx, child),
        }
    }
}

fn blocks(cx: &mut Context<'_>, section: &Section<'_>, default: &str) {
    for part in parts(section.own, |_| false) {
        match part {
            Part::Labelled(l, item) => {
                let target = l
                    .values()
                    .iter()
                    .map(|v| v.text().trim())
                    .collect::<Vec<_>>()
                    .join("; ");
                let at = item.map_or(l.at, |i| i.at);
                add(cx, l.label.text(), &target, default, at);
            }
            Part::Item(item) => match first_line(item) {
                Some(line) => add(cx, line.text(), "", default, item.at),
                None => leftovers::item(cx, "goals/item-not-read", &section.title, item, HELP),
            },
            Part::Table(table, _) => {
                let columns = Columns::read(cx, table, &section.title, FIELDS);
                columns::extra_cells(cx, table);
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let named = columns.text(row, "goal");
                    let name = if columns.has("goal") {
                        named
                    } else {
                        row.cells
                            .first()
                            .map(|c| c.all().text().trim().to_owned())
                            .unwrap_or_default()
                    };
                    let own = columns.text(row, "period");
                    let period = if own.is_empty() {
                        default
                    } else {
                        period(&own).unwrap_or(&own)
                    };
                    add(
                        cx,
                        &name,
                        &columns.text(row, "target"),
                        period,
                        row.span.start,
                    );
                }
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
}

fn add(cx: &mut Context<'_>, name: &str, target: &str, default: &str, at: usize) {
    let said = period(target).or_else(|| period(name)).unwrap_or(default);
    let line = cx.line(at);
    cx.book.goals.push(Goal {
        name: name.trim().to_owned(),
        target: target.trim().to_owned(),
        period: said.to_owned(),
        line,
    });
}

/// `weekly` or `monthly`, when the words say so.
fn period(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if has(&["weekly", "a week", "per week", "each week", "every week"]) {
        Some("weekly")
    } else if has(&[
        "monthly",
        "a month",
        "per month",
        "each month",
        "every month",
    ]) {
        Some("monthly")
    } else {
        None
    }
}

/// The first paragraph of an item.
pub fn first_line(item: &Item) -> Option<Slice<'_>> {
    match item.blocks.first().map(|b| &b.kind) {
        Some(Kind::Paragraph(rich)) if !rich.all().is_empty() => Some(rich.all().trim()),
        _ => None,
    }
}

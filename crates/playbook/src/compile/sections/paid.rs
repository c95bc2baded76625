//! Paid media: budgets by channel and month, and what may be boosted.

use crate::compile::columns::{self, Columns, Field};
use crate::compile::context::Context;
use crate::compile::outline::Section;
use crate::compile::scope;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::compile::terms::{self, Separators};
use crate::model::Budget;

const HELP: &str = "Write a table headed `Channel | Month | Budget | Cap per post`, and below it `- May be boosted: Recruitment, Community health`.";
const FIELDS: &[Field] = &[
    ("channel", &["platform", "network", "where"]),
    ("month", &["when", "period"]),
    ("budget", &["amount", "spend", "total"]),
    (
        "cap per post",
        &[
            "cap",
            "max per post",
            "most per post",
            "limit per post",
            "cap a post",
        ],
    ),
];

fn is_boost(key: &str) -> bool {
    matches!(
        key,
        "may be boosted"
            | "boost"
            | "can be boosted"
            | "boostable"
            | "may boost"
            | "what may be boosted"
            | "ok to boost"
    )
}

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, is_boost) {
        match part {
            Part::Labelled(l, _) if is_boost(&l.key()) => {
                for value in l.values() {
                    for term in terms::split(value, Separators::Any) {
                        cx.references.priorities.push((term.text.clone(), term.at));
                        cx.book.paid.may_be_boosted.push(term.text);
                    }
                }
            }
            Part::Labelled(_, Some(item)) | Part::Item(item) => {
                leftovers::item(cx, "paid/item-not-read", &section.title, item, HELP)
            }
            Part::Labelled(l, None) => leftovers::line(
                cx,
                "paid/item-not-read",
                &section.title,
                l.label.through(&l.value),
                HELP,
            ),
            Part::Table(table, at) => {
                let columns = Columns::read(cx, table, &section.title, FIELDS);
                if !columns.has("channel") {
                    cx.error(
                        "paid/no-channel-column",
                        at,
                        "This table has no column for the channel, so none of its rows is read.",
                        HELP,
                    );
                    continue;
                }
                columns::extra_cells(cx, table);
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let month = columns.text(row, "month");
                    // A month is a day without its last part.
                    let real =
                        month.len() == 7 && format!("{month}-01").parse::<crate::Date>().is_ok();
                    if !real {
                        cx.error(
                            "paid/month",
                            columns.cell(row, "month").map_or(row.span.start, |c| c.at()),
                            format!("`{month}` is no month in the form YYYY-MM, so this budget counts for none."),
                            "Write for example `2026-11`.",
                        );
                    }
                    let budget = Budget {
                        channel: scope::platform(&columns.text(row, "channel")),
                        month,
                        budget: columns.text(row, "budget"),
                        cap: columns.text(row, "cap per post"),
                        line: cx.line(row.span.start),
                    };
                    cx.book.paid.budgets.push(budget);
                }
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
    children(cx, section);
}

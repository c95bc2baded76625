//! Roles: who does what, and how to reach them.

use crate::compile::columns::{self, Columns, Field};
use crate::compile::context::Context;
use crate::compile::labels::{Labelled, key};
use crate::compile::outline::Section;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, deadlines, leftovers};
use crate::compile::terms;
use crate::model::Role;

const HELP: &str = "Write a table headed `Role | Who | Reach | Hours`, or an item such as `- Patient Relations: the desk, relations@riverside.example, Mon-Fri 8:00-18:00`.";
const FIELDS: &[Field] = &[
    (
        "role",
        &["name", "title", "function", "team", "responsibility"],
    ),
    ("who", &["person", "people", "holder", "held by", "owner"]),
    (
        "reach",
        &[
            "contact",
            "contacts",
            "how to reach",
            "phone",
            "email",
            "phone or email",
            "address",
            "reach them",
            "phone and email",
            "contact details",
        ],
    ),
    (
        "hours",
        &["staffed hours", "when", "availability", "staffed", "times"],
    ),
];

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    // Under "Roles and deadlines" the table holds the roles, the list the deadlines.
    let both = key(&section.title).contains("deadline");
    for part in parts(section.own, |_| false) {
        match part {
            Part::Table(table, at) => {
                let columns = Columns::read(cx, table, &section.title, FIELDS);
                if !columns.has("role") {
                    cx.error(
                        "roles/no-role-column",
                        at,
                        "This table has no column for the role, so none of its rows is read.",
                        HELP,
                    );
                    continue;
                }
                columns::extra_cells(cx, table);
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let reach = columns
                        .cell(row, "reach")
                        .map(terms::texts)
                        .unwrap_or_default();
                    let role = Role {
                        name: columns.text(row, "role"),
                        who: columns.text(row, "who"),
                        reach,
                        hours: columns.text(row, "hours"),
                        line: cx.line(row.span.start),
                    };
                    add(cx, role, row.span.start);
                }
            }
            Part::Labelled(l, _) if !both => labelled(cx, &l),
            Part::Labelled(_, Some(item)) | Part::Item(item) if both => deadlines::item(cx, item),
            Part::Item(item) => {
                leftovers::item(cx, "roles/item-not-read", &section.title, item, HELP)
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
            Part::Labelled(..) => {}
        }
    }
    children(cx, section);
}

/// `Patient Relations: the desk, relations@…, 555-0100, Mon-Fri 8:00-18:00`.
fn labelled(cx: &mut Context<'_>, l: &Labelled<'_>) {
    let (mut who, mut reach, mut hours) = (Vec::new(), Vec::new(), Vec::new());
    for value in l.values() {
        for part in terms::texts(value) {
            let digits = part.chars().filter(char::is_ascii_digit).count();
            if is_hours(&part) {
                hours.push(part);
            } else if part.contains('@') || digits >= 3 {
                reach.push(part);
            } else {
                who.push(part);
            }
        }
    }
    let line = cx.line(l.at);
    let role = Role {
        name: l.label.text().to_owned(),
        who: who.join(", "),
        reach,
        hours: hours.join(", "),
        line,
    };
    add(cx, role, l.at);
}

fn is_hours(text: &str) -> bool {
    let lower = text.to_lowercase();
    let days = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekday", "daily",
    ];
    lower.starts_with("always") || lower == "24/7" || days.iter().any(|d| lower.starts_with(d))
}

fn add(cx: &mut Context<'_>, role: Role, at: usize) {
    if role.name.is_empty() {
        cx.warn(
            "roles/no-name",
            at,
            "This role has no name, so nothing can refer to it.",
            HELP,
        );
        return;
    }
    let key = role.name.to_lowercase();
    if let Some(line) = cx.references.role_lines.get(&key).copied() {
        cx.warn(
            "roles/duplicate",
            at,
            format!(
                "The role \"{}\" stands here and on line {line}. The one on line {line} is used.",
                role.name
            ),
            "Give one of the two another name.",
        );
        return;
    }
    if role.reach.is_empty() {
        cx.suggest(
            "roles/no-reach",
            at,
            format!("It does not say how to reach \"{}\".", role.name),
            "Add an address or a number, so that whoever must tell them can do so at once.",
        );
    }
    cx.references.role_lines.insert(key, role.line);
    cx.book.roles.push(role);
}

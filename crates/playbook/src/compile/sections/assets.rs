//! Pictures and films with their consents.

use crate::compile::columns::{self, Columns, Field};
use crate::compile::context::Context;
use crate::compile::days;
use crate::compile::document::Kind;
use crate::compile::labels::Labelled;
use crate::compile::outline::Section;
use crate::compile::sections::entries::entries;
use crate::compile::sections::leftovers;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::{ids, scope};
use crate::model::Asset;

const HELP: &str = "Write a table headed `Asset | People | Consent | Where | Until | Alt text`.";
const FIELDS: &[Field] = &[
    (
        "asset",
        &[
            "file",
            "image",
            "picture",
            "photo",
            "video",
            "name",
            "file name",
        ],
    ),
    ("people", &["who", "who is shown", "people shown", "shows"]),
    (
        "consent",
        &[
            "authorization",
            "authorisation",
            "release",
            "consent number",
            "permission",
        ],
    ),
    (
        "where",
        &[
            "platforms",
            "platform",
            "channels",
            "may be used on",
            "used on",
        ],
    ),
    (
        "until",
        &["expires", "expiry", "consent until", "valid until"],
    ),
    ("alt text", &["alt", "description", "alternative text"]),
];

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |_| false) {
        match part {
            Part::Table(table, at) => {
                let columns = Columns::read(cx, table, &section.title, FIELDS);
                if !columns.has("asset") {
                    cx.error(
                        "assets/no-asset-column",
                        at,
                        "This table has no column for the file, so none of its rows is read.",
                        HELP,
                    );
                    continue;
                }
                columns::extra_cells(cx, table);
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let (name, id) = named(&columns.text(row, "asset"));
                    let asset = Asset {
                        id: ids::give(cx, "asset", id.as_deref(), &name, row.span.start),
                        name,
                        people: columns.text(row, "people"),
                        consent: columns.text(row, "consent"),
                        platforms: columns
                            .cell(row, "where")
                            .map(|c| scope::platforms(c.text()))
                            .unwrap_or_default(),
                        until: columns
                            .cell(row, "until")
                            .and_then(|c| days::optional(cx, &c)),
                        alt: columns.text(row, "alt text"),
                        line: cx.line(row.span.start),
                    };
                    add(cx, asset, row.span.start);
                }
            }
            Part::Labelled(_, Some(item)) | Part::Item(item) => {
                leftovers::item(cx, "assets/item-not-read", &section.title, item, HELP)
            }
            Part::Labelled(_, None) => {}
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
    for entry in entries(cx, section, &|_| false) {
        headed(cx, entry);
    }
}

/// `photo.jpg {#id}` in a cell.
fn named(cell: &str) -> (String, Option<String>) {
    match cell.split_once("{#") {
        Some((name, rest)) => (
            name.trim().to_owned(),
            rest.split('}').next().map(str::to_owned),
        ),
        None => (cell.to_owned(), None),
    }
}

fn field_of(key: &str) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|(name, words)| *name == key || words.contains(&key))
        .map(|(name, _)| *name)
}

/// An asset with a heading of its own and its fields as items.
fn headed(cx: &mut Context<'_>, section: &Section<'_>) {
    let mut asset = Asset {
        id: ids::give(cx, "asset", section.id, &section.title, section.at),
        name: section.title.clone(),
        people: String::new(),
        consent: String::new(),
        platforms: Vec::new(),
        until: None,
        alt: String::new(),
        line: cx.line(section.at),
    };
    let mut known = false;
    for block in section.own {
        match &block.kind {
            Kind::List(items) => {
                for item in items {
                    match Labelled::item(item).map(|l| (field_of(&l.key()), l)) {
                        Some((Some(field), l)) => {
                            known = true;
                            let text = l.value.text().trim().to_owned();
                            match field {
                                "asset" => asset.name = text,
                                "people" => asset.people = text,
                                "consent" => asset.consent = text,
                                "where" => asset.platforms = scope::platforms(&text),
                                "until" => asset.until = days::optional(cx, &l.value),
                                _ => asset.alt = text,
                            }
                        }
                        _ => {
                            leftovers::item(cx, "assets/item-not-read", &section.title, item, HELP)
                        }
                    }
                }
            }
            _ => leftovers::blocks(cx, section, &[block], HELP),
        }
    }
    super::messages::subsections(cx, section);
    if known {
        add(cx, asset, section.at);
    } else {
        cx.suggest(
            "section/not-read",
            section.at,
            format!("\"{}\" is not read as an asset: it says nothing about consent, people or alt text.", section.title),
            HELP,
        );
        cx.note(&section.title, section.body, section.own_end);
    }
}

fn add(cx: &mut Context<'_>, asset: Asset, at: usize) {
    if asset.name.is_empty() {
        cx.warn(
            "assets/no-name",
            at,
            "This asset has no file name, so it cannot be found.",
            HELP,
        );
        return;
    }
    if asset.alt.is_empty() {
        cx.warn(
            "assets/no-alt",
            at,
            format!(
                "`{}` has no alt text, so people who do not see it miss what it says.",
                asset.name
            ),
            "Describe in one sentence what the picture shows.",
        );
    }
    let shown = asset.people.to_lowercase();
    let needs_consent = ["patient", "family", "visitor"]
        .iter()
        .any(|p| shown.contains(p));
    if needs_consent && asset.consent.is_empty() {
        cx.error(
            "assets/no-consent",
            at,
            format!(
                "`{}` shows {} but names no consent, so it must not go out.",
                asset.name, asset.people
            ),
            "Write the number of the signed authorization into the Consent column.",
        );
    }
    cx.book.assets.push(asset);
}

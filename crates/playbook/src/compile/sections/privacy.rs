//! What is no personal data although it looks like it.

use crate::compile::context::Context;
use crate::compile::labels::Labelled;
use crate::compile::near::did_you_mean;
use crate::compile::outline::Section;
use crate::compile::rich::Mark;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::compile::terms;

const HELP: &str = "Write `- Our numbers: 555-0100`, `- Our domains: riverside.example`, `- Staff who may be named: Amara Okafor`, or `` - Record numbers look like: `RH-\\d{7}` ``.";
const SHOWN: [&str; 5] = [
    "Our numbers",
    "Our domains",
    "Our street addresses",
    "Staff who may be named",
    "Record numbers look like",
];

fn field_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "our numbers" | "numbers" | "phone numbers" | "our phone numbers" | "published numbers" => {
            "numbers"
        }
        "our domains" | "domains" | "our websites" | "our sites" | "our addresses"
        | "our domain" => "domains",
        "our street addresses"
        | "street addresses"
        | "our locations"
        | "locations"
        | "our places"
        | "our postal addresses" => "places",
        "our staff"
        | "staff"
        | "staff who may be named"
        | "people who may be named"
        | "our people"
        | "names"
        | "may be named" => "staff",
        "record numbers look like"
        | "record numbers"
        | "record number"
        | "our record numbers look like"
        | "mrn"
        | "medical record numbers look like" => "records",
        _ => return None,
    })
}

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |k| field_of(k).is_some()) {
        match part {
            Part::Labelled(l, _) => labelled(cx, &l),
            Part::Item(item) => {
                leftovers::item(cx, "privacy/item-not-read", &section.title, item, HELP)
            }
            Part::Table(_, at) => cx.warn(
                "section/block-not-read",
                at,
                format!("This table is not read as rules under {}.", section.title),
                HELP,
            ),
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
    children(cx, section);
}

fn labelled(cx: &mut Context<'_>, l: &Labelled<'_>) {
    let values = l.values();
    let list = || {
        values
            .iter()
            .flat_map(|v| terms::texts(*v))
            .collect::<Vec<_>>()
    };
    match field_of(&l.key()) {
        Some("numbers") => cx.book.privacy.numbers.extend(list()),
        Some("domains") => {
            let domains = list().into_iter().map(|d| {
                let bare = d.split_once("://").map_or(d.as_str(), |(_, rest)| rest);
                bare.trim_end_matches('/').to_lowercase()
            });
            cx.book.privacy.domains.extend(domains.collect::<Vec<_>>());
        }
        // One address a value: commas are part of it. Several stand in a nested list, or behind semicolons.
        Some("places") => {
            let places = values.iter().flat_map(|v| v.text().split([';', '\n']));
            let places = places
                .map(|p| p.trim().to_owned())
                .filter(|p| !p.is_empty());
            cx.book.privacy.places.extend(places.collect::<Vec<_>>());
        }
        Some("staff") => cx.book.privacy.staff.extend(list()),
        Some(_) => {
            let codes: Vec<String> = values
                .iter()
                .flat_map(|v| v.marked(Mark::Code))
                .map(|c| c.text().to_owned())
                .collect();
            if codes.is_empty() {
                cx.error(
                    "privacy/no-pattern",
                    l.at,
                    "No pattern in backquotes says how record numbers look, so none is found.",
                    "Write the expression in backquotes: `` - Record numbers look like: `RH-\\d{7}` ``.",
                );
            }
            cx.book.privacy.record_numbers.extend(codes);
        }
        None => {
            let near = did_you_mean(&l.key(), SHOWN);
            cx.warn(
                "privacy/unknown-label",
                l.at,
                format!(
                    "\"{}\" is no label of the Privacy section. The line is kept as text.",
                    l.label.text()
                ),
                format!("{near}The labels are {}.", SHOWN.join(", ")),
            );
            let text = values
                .iter()
                .map(|v| v.text())
                .collect::<Vec<_>>()
                .join("\n");
            cx.book
                .privacy
                .other
                .push((l.label.text().to_owned(), text));
        }
    }
}

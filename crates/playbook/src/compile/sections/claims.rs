//! Claims that are never made, or only after approval.

use crate::compile::columns::{self, Columns, Field};
use crate::compile::context::Context;
use crate::compile::labels::{Labelled, key};
use crate::compile::outline::Section;
use crate::compile::rich::Slice;
use crate::compile::sections::goals::first_line;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{dispatch, kinds, leftovers};
use crate::compile::terms::{self, Separators};
use crate::model::{ApprovedClaim, Claim};

const HELP: &str = "Write `- Never: guarantee, cure`, `- Needs approval: best, #1` or `- Approved: a claim in its own words (where the proof is)`.";
const FIELDS: &[Field] = &[
    (
        "claim",
        &[
            "claims",
            "term",
            "word",
            "phrase",
            "words",
            "words or phrase",
        ],
    ),
    (
        "rule",
        &["status", "allowed", "use", "permission", "approval"],
    ),
    ("why", &["reason", "note", "notes", "because"]),
];

/// Whether a label or heading says that claims may be made as they stand.
fn is_approved(label: &str) -> bool {
    matches!(
        key(label).as_str(),
        "approved"
            | "approved claims"
            | "approved, with proof"
            | "proof on file"
            | "on file"
            | "substantiated"
            | "may be said"
            | "allowed"
    )
}

/// Whether a label or heading says that claims are approvable (`true`) or never
/// made (`false`).
fn approvable(label: &str) -> Option<bool> {
    let key = key(label);
    if is_approved(&key) {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|w| key.contains(w));
    if has(&[
        "approval",
        "approve",
        "ask first",
        "with proof",
        "only with",
        "check first",
        "needs proof",
    ]) {
        Some(true)
    } else if key == "no"
        || has(&[
            "never",
            "not allowed",
            "forbidden",
            "banned",
            "must not",
            "do not",
            "don't",
            "prohibited",
            "avoid",
        ])
    {
        Some(false)
    } else {
        None
    }
}

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    blocks(cx, section, None);
    for child in &section.children {
        match approvable(&child.title) {
            Some(sense) => blocks(cx, child, Some(sense)),
            None if is_approved(&child.title) => approved_blocks(cx, child),
            None if kinds::of(&child.title).is_some() => dispatch(cx, child),
            None => leftovers::not_understood(cx, child),
        }
    }
}

fn blocks(cx: &mut Context<'_>, section: &Section<'_>, under: Option<bool>) {
    for part in parts(section.own, |k| approvable(k).is_some() || is_approved(k)) {
        match part {
            Part::Labelled(l, _) if is_approved(l.label.text()) => {
                for value in l.values() {
                    approved(cx, value);
                }
            }
            Part::Labelled(l, _) if approvable(l.label.text()).is_some() => {
                labelled(cx, &l, approvable(l.label.text()).unwrap_or_default());
            }
            Part::Labelled(_, Some(item)) | Part::Item(item) => match (under, first_line(item)) {
                (Some(sense), Some(line)) => list(cx, line, sense, None),
                _ => leftovers::item(cx, "claims/item-not-read", &section.title, item, HELP),
            },
            Part::Labelled(l, None) => leftovers::line(
                cx,
                "claims/item-not-read",
                &section.title,
                l.label.through(&l.value),
                HELP,
            ),
            Part::Table(table, at) => {
                let columns = Columns::read(cx, table, &section.title, FIELDS);
                if !columns.has("claim") || (under.is_none() && !columns.has("rule")) {
                    cx.error("claims/no-direction", at, "This table does not say which claims are never made and which need approval, so it is not read.", "Head it `Claim | Rule | Why`, with `never` or `needs approval` as the rule.");
                    continue;
                }
                columns::extra_cells(cx, table);
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    let sense = approvable(&columns.text(row, "rule")).or(under);
                    match (columns.cell(row, "claim"), sense) {
                        (Some(cell), Some(sense)) => list(cx, cell, sense, columns.cell(row, "why").map(|c| c.text().to_owned())),
                        _ => cx.warn("claims/item-not-read", row.span.start, "This row does not say whether the claim is never made or needs approval.", HELP),
                    }
                }
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
}

/// A section of approved claims: one an item.
fn approved_blocks(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |_| false) {
        match part {
            Part::Labelled(_, Some(item)) | Part::Item(item) => match first_line(item) {
                Some(line) => approved(cx, line),
                None => leftovers::item(cx, "claims/item-not-read", &section.title, item, HELP),
            },
            Part::Labelled(l, None) => approved(cx, l.label.through(&l.value)),
            Part::Table(table, _) => {
                for row in table.rows.iter().filter(|r| !r.is_blank()) {
                    if let Some(cell) = row.cells.first() {
                        approved(cx, cell.all());
                    }
                }
            }
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP);
            }
        }
    }
}

/// Approved claims on one line, parted by semicolons; the proof stands in parentheses.
fn approved(cx: &mut Context<'_>, line: Slice<'_>) {
    for piece in terms::pieces(line, Separators::Semicolons) {
        let (body, note) = terms::note(piece);
        let text = terms::unquote(body.text()).trim().to_owned();
        if text.is_empty() {
            continue;
        }
        let row = cx.line(piece.at());
        cx.book.approved_claims.push(ApprovedClaim {
            text,
            proof: note.map(|n| n.text().to_owned()),
            line: row,
        });
    }
}

fn labelled(cx: &mut Context<'_>, l: &Labelled<'_>, sense: bool) {
    let values = l.values();
    if values.is_empty() {
        cx.warn(
            "claims/empty",
            l.at,
            format!("No claim stands behind \"{}\".", l.label.text()),
            HELP,
        );
    }
    for value in values {
        list(cx, value, sense, None);
    }
}

fn list(cx: &mut Context<'_>, line: Slice<'_>, approvable: bool, why: Option<String>) {
    for term in terms::split(line, Separators::Any) {
        let row = cx.line(term.at);
        if term.text.is_empty() {
            continue;
        }
        let twice = cx
            .references
            .claims
            .insert(term.text.to_lowercase(), (approvable, row));
        if let Some((before, line)) = twice
            && before != approvable
        {
            cx.warn(
                "claims/conflict",
                term.at,
                format!("\"{}\" is never claimed by one line and needs approval by another (line {line}).", term.text),
                "Keep one of the two. Both are reported until then.",
            );
        }
        let why = why.clone().or(term.note);
        cx.book.claims.push(Claim {
            term: term.text,
            approvable,
            why,
            line: row,
        });
    }
}

//! How often each rule speaks of texts that nobody wrote as drafts: `cargo run --release -p cuecard-checks --example noise [reply] [all]`.
//!
//! Takes the comments of `nhs-fft` as posts (or answers) and counts the rows with a finding, by rule; no row is
//! shown. With `all`, the packs that are off by default are on. The suite is read in place: `CUECARD_SUITES`,
//! else `../shared/suites`.
#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use cuecard_checks::{Checker, Draft};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{PACKS, PackSwitch, Playbook};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let said = |word: &str| std::env::args().any(|a| a == word);
    let suites = std::env::var_os("CUECARD_SUITES").map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../shared/suites"
            ))
        },
        PathBuf::from,
    );
    let csv = std::fs::read(suites.join("nhs-fft/text_data.csv"))?;
    let csv = String::from_utf8_lossy(&csv);
    let mut playbook = Playbook::default();
    if said("all") {
        playbook.packs = PACKS
            .iter()
            .map(|name| PackSwitch {
                name: (*name).to_owned(),
                on: true,
                line: 1,
            })
            .collect();
    }
    let kind = if said("reply") {
        ComposerKind::Reply
    } else {
        ComposerKind::Post
    };
    let checker = Checker::new(&playbook);
    let mut by_rule: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut rows = 0;
    let mut records = records(&csv);
    let head = records.next().unwrap_or_default();
    let column = head
        .iter()
        .position(|h| h == "feedback")
        .unwrap_or(usize::MAX);
    for record in records {
        let Some(text) = record.get(column) else {
            continue;
        };
        rows += 1;
        let draft = Draft {
            text,
            kind,
            ..Draft::default()
        };
        for finding in checker.check(&draft).findings {
            let rule = format!("{} ({:?})", finding.rule, finding.level);
            by_rule.entry(rule).or_default().insert(rows);
        }
    }
    println!("{rows} comments as {kind:?}, rows with a finding by rule:");
    for (rule, found) in by_rule {
        println!("  {:>5} {rule}", found.len());
    }
    Ok(())
}

/// The rows of a CSV with quoted fields.
fn records(csv: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    let mut chars = csv.chars().peekable();
    std::iter::from_fn(move || {
        chars.peek()?;
        let (mut row, mut field, mut quoted) = (Vec::new(), String::new(), false);
        while let Some(c) = chars.next() {
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    chars.next();
                    field.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut field)),
                '\n' if !quoted => break,
                '\r' if !quoted => {}
                _ => field.push(c),
            }
        }
        row.push(field);
        Some(row)
    })
}

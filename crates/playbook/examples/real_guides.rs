//! How many of the avoid/prefer pairs that real guides state come out of the
//! compiler: recall for each guide, and the pairs that are missing with `--missing`.
//!
//! Reads the suite `real-guides` in place (`CUECARD_SUITES`, or `../shared/suites`
//! beside the repository).
#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;

#[derive(Deserialize)]
struct Pair {
    avoid: String,
    prefer: String,
}

fn main() {
    let missing = std::env::args().any(|a| a == "--missing");
    let suites = std::env::var_os("CUECARD_SUITES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/suites"),
        PathBuf::from,
    );
    let root = suites.join("real-guides");
    let gold: BTreeMap<String, Vec<Pair>> =
        match std::fs::read_to_string(root.join("gold_pairs.json"))
            .map_err(|e| e.to_string())
            .and_then(|s| serde_json::from_str(&s).map_err(|e| e.to_string()))
        {
            Ok(gold) => gold,
            Err(e) => {
                println!(
                    "LEFT OUT: the suite real-guides cannot be read at {}: {e}",
                    root.display()
                );
                return;
            }
        };
    let (mut all_right, mut all) = (0, 0);
    for (guide, pairs) in &gold {
        let text = std::fs::read_to_string(root.join(guide)).unwrap_or_default();
        let book = cuecard_playbook::compile(&text).playbook;
        // A rule says: each of these, use one of those.
        let read: Vec<(BTreeSet<String>, BTreeSet<String>)> = book
            .words
            .iter()
            .map(|w| {
                let mut prefer: BTreeSet<String> = w.prefer.iter().flat_map(|p| terms(p)).collect();
                if w.omit {
                    prefer.insert("(omit)".to_owned());
                }
                (w.avoid.iter().flat_map(|a| terms(a)).collect(), prefer)
            })
            .collect();
        let right = pairs
            .iter()
            .filter(|p| {
                let (avoid, prefer) = (terms(&p.avoid), terms(&p.prefer));
                let found = read
                    .iter()
                    .any(|(a, b)| avoid.is_subset(a) && prefer.is_subset(b));
                if !found && missing {
                    println!("    missing: {} | {}", p.avoid, p.prefer);
                }
                found
            })
            .count();
        println!("{right:4} of {:4}  {guide}", pairs.len());
        all_right += right;
        all += pairs.len();
    }
    println!("{all_right:4} of {all:4}  in all");
}

/// The terms of a cell, as the suite says: parted at commas and semicolons (and at
/// "or", which its cells hold too), without regard to case, marks and stops.
fn terms(cell: &str) -> BTreeSet<String> {
    cell.replace(['*', '_', '"', '“', '”'], "")
        .split([',', ';'])
        .flat_map(|t| t.split(" or "))
        .map(|t| {
            t.trim()
                .trim_start_matches("or ")
                .trim_end_matches('.')
                .trim()
                .to_lowercase()
        })
        .filter(|t| !t.is_empty())
        .collect()
}

//! Brings the lists of `retext-equality` into the form of a pack, and runs that project's cases:
//! `cargo run --release -p cuecard-checks --example retext [-- -o PACK.md] [-- --misses]`.
//!
//! A case holds when exactly the places are found that it expects. With `-o` the pack is written, for
//! `cuecard check --pack PACK.md`. The suite is read in place: `CUECARD_SUITES`, else `../shared/suites`.
#![allow(clippy::print_stdout)]

mod lists;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cuecard_checks::packs::read::Pack;
use cuecard_checks::{Checker, Draft};
use cuecard_playbook::{PACKS, PackSwitch, Playbook};
use cuecard_text::Offsets;
use lists::{Options, pack};
use serde_json::Value;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let suites = std::env::var_os("CUECARD_SUITES").map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../shared/suites"
            ))
        },
        PathBuf::from,
    );
    let folder = suites.join("retext-lists");
    let sources = sources(&folder)?;
    let whole = pack(&sources, &Options::default());
    if let Some(path) = args
        .iter()
        .position(|a| a == "-o")
        .and_then(|i| args.get(i + 1))
    {
        std::fs::write(path, &whole)?;
    }
    let read = Pack::read(&whole);
    println!(
        "{} lists: {} groups, {} lines of the pack not understood",
        sources.len(),
        read.groups.len(),
        read.problems.len()
    );
    let cases = std::fs::read_to_string(folder.join("equality_cases.json"))?;
    let cases: Vec<Value> = serde_json::from_str(&cases)?;
    let mut right = 0;
    for case in &cases {
        let text = case["text"].as_str().unwrap_or_default();
        let (got, want) = (found(&sources, case, text), expected(case));
        right += usize::from(got == want);
        if got != want && args.iter().any(|a| a == "--misses") {
            println!("  {text:?}: {got:?}, not {want:?}");
        }
    }
    let share = right as f64 * 100.0 / cases.len().max(1) as f64;
    println!("equality_cases: {right} of {} ({share:.1} %)", cases.len());
    Ok(())
}

fn sources(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "yml"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|p| Ok(std::fs::read_to_string(p)?))
        .collect()
}

/// The places that are found, in columns of UTF-16 code units from 1, as the cases count.
fn found(sources: &[String], case: &Value, text: &str) -> BTreeSet<(usize, usize)> {
    let strings = |value: &Value| {
        let list = value.as_array().into_iter().flatten();
        list.filter_map(|v| v.as_str().map(str::to_owned)).collect()
    };
    let options = Options {
        binary: case["options"]["binary"].as_bool() == Some(true),
        ignore: strings(&case["options"]["ignore"]),
    };
    let off = |name: &&str| PackSwitch {
        name: (*name).to_owned(),
        on: false,
        line: 1,
    };
    let playbook = Playbook {
        packs: PACKS.iter().map(off).collect(),
        ..Playbook::default()
    };
    let pack = Pack::read(&pack(sources, &options));
    let checker = Checker::with_packs(&playbook, &[pack]);
    let draft = Draft {
        text,
        ..Draft::default()
    };
    let offsets = Offsets::new(text);
    let findings = checker.check(&draft).findings;
    let ours = findings.iter().filter(|f| f.rule.starts_with("retext/"));
    ours.map(|f| {
        (
            offsets.utf16(f.span.start) + 1,
            offsets.utf16(f.span.end) + 1,
        )
    })
    .collect()
}

/// `1:5-1:12: …`, all in the first line.
fn expected(case: &Value) -> BTreeSet<(usize, usize)> {
    let messages = case["messages"].as_array().into_iter().flatten();
    messages
        .filter_map(|m| {
            let place = m.as_str()?.split(": ").next()?;
            let (from, to) = place.split_once('-')?;
            let column = |p: &str| p.split_once(':')?.1.parse().ok();
            Some((column(from)?, column(to)?))
        })
        .collect()
}

//! The reply guard on sentences that it was not written from.
//!
//! `guard_tuning.tsv` and `guard_aside.tsv` were written, and parted by a hash of each line, before the pack
//! was touched. The pack may be read against the first; the second is only counted. `guard_set.tsv` is older and has
//! both halves in it; `guard_probes.tsv` was written to break what there was then. All keep what was gained.
//! The figures, by class: `cargo run --release -p cuecard-checks --example guard`.
#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic)]

#[path = "guard/sets.rs"]
mod sets;

use cuecard_checks::Checker;
use sets::{Count, Line, PARTS};

/// FNV-1a, 64 bits: its bit 32 says which half a line is in.
fn half_of(text: &str) -> bool {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash >> 32 & 1 == 1
}

/// Holds a set to a floor of bad ones found at the level of their class, and a ceiling of good
/// ones flagged as an error, in percent.
fn hold(name: &str, floor: f64, ceiling: f64) {
    let part = PARTS.iter().find(|p| p.name == name).expect("a set");
    let checker = Checker::new(&sets::sample());
    let count = Count::of(&checker, &part.lines(), |line, findings| {
        // What is set aside stays unread, also when it fails.
        if !part.aside {
            println!("{} {findings:?}", line.text);
        }
    });
    let [found, flagged] = count.shares();
    let title = part.title;
    println!("{title}: {found:.1} % found, {flagged:.1} % flagged as an error");
    assert!(count.bad >= 90 && count.good >= 90, "{title}: {count:?}");
    assert!(found >= floor && flagged <= ceiling, "{title}: {count:?}");
}

#[test]
fn the_halves_follow_from_the_text() {
    for (file, aside) in [(sets::TUNING, false), (sets::ASIDE, true)] {
        for line in Line::read(file) {
            let text = format!("{}\t{}", line.comment.unwrap_or("-"), line.text);
            assert_eq!(half_of(&text), aside, "{text}");
        }
    }
    let both = [sets::TUNING, sets::ASIDE].map(Line::read).concat();
    let bad = both.iter().filter(|line| line.bad).count();
    assert!(
        bad >= 400 && both.len() - bad >= 400,
        "{bad} of {}",
        both.len()
    );
}

#[test]
fn the_tuning_half() {
    hold("tuning", 97.0, 1.0);
}

#[test]
fn the_set_aside_half() {
    hold("aside", 95.0, 2.0);
}

#[test]
fn the_older_set() {
    hold("older", 95.0, 3.0);
    hold("older-aside", 86.0, 5.0);
}

#[test]
fn the_probes() {
    hold("probes", 92.0, 1.0);
}

#[test]
fn the_practice_set() {
    hold("practice", 95.0, 2.0);
}

#[test]
fn the_families() {
    hold("families", 87.0, 1.5);
}

#[test]
fn every_disclosure_of_the_published_replies_is_an_error() {
    let checker = Checker::new(&sets::sample());
    let lines = Line::read(sets::PUBLISHED);
    assert_eq!(lines.len(), 60);
    let mut missed = Vec::new();
    Count::of(&checker, &lines, |line, found| {
        missed.push(format!("{} {found:?}", line.text));
    });
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

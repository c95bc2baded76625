//! The reply guard on sentences that it was not written from.
//!
//! `guard_set.tsv` was written before the pack was tuned for it. A line's half follows from
//! its text alone: the pack may be read against the `tuning` half; the `set-aside` half
//! is only counted. The figures: `cargo test -p cuecard-checks --test guard_set -- --nocapture`.
#![allow(clippy::print_stdout)]

use cuecard_checks::{Checker, Draft};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

const SET: &str = include_str!("guard_set.tsv");

/// Bit 32 of the text's FNV-1a (64 bits) says which half a line is in.
fn half_of(text: &str) -> &'static str {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    if hash >> 32 & 1 == 1 {
        "set-aside"
    } else {
        "tuning"
    }
}

/// The gravest that the guard says of a text, in a reply.
fn gravest(checker: &Checker, text: &str, kind: ComposerKind) -> Option<(Level, String)> {
    let draft = Draft {
        text,
        kind,
        ..Draft::default()
    };
    checker
        .check(&draft)
        .findings
        .into_iter()
        .filter(|f| f.rule.starts_with("reply-guard/"))
        .max_by_key(|f| f.level)
        .map(|f| (f.level, f.span.of(text).to_owned()))
}

#[derive(Debug, Default, PartialEq)]
struct Count {
    bad: usize,
    found: usize,
    found_as_error: usize,
    good: usize,
    flagged: usize,
    flagged_as_error: usize,
}

/// Counts a half; with `CUECARD_SHOW=tuning` the misses of the tuning half are printed.
fn count(half: &str) -> Count {
    let checker = Checker::new(&Playbook::default());
    let show = half == "tuning" && std::env::var_os("CUECARD_SHOW").is_some_and(|v| v == half);
    let mut count = Count::default();
    for line in SET.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [label, at, text] = fields[..] else {
            panic!("a line is label, half, text: {line}");
        };
        assert_eq!(at, half_of(text), "{text}");
        if at != half {
            continue;
        }
        let said = gravest(&checker, text, ComposerKind::Reply);
        let any = usize::from(said.is_some());
        let error = usize::from(said.as_ref().is_some_and(|(l, _)| *l == Level::Error));
        match label {
            "bad" => {
                count.bad += 1;
                count.found += any;
                count.found_as_error += error;
            }
            "good" => {
                count.good += 1;
                count.flagged += any;
                count.flagged_as_error += error;
            }
            _ => panic!("a label is bad or good: {line}"),
        }
        if show && (label == "bad") != (error == 1) {
            println!("{label} {said:?}: {text}");
        }
    }
    println!("{half}: {count:?}");
    count
}

#[test]
fn the_tuning_half() {
    let count = count("tuning");
    assert!(count.bad >= 90 && count.good >= 90);
}

#[test]
fn the_set_aside_half() {
    let count = count("set-aside");
    assert!(count.bad >= 90 && count.good >= 90);
}

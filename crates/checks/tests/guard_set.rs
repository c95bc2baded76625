//! The reply guard on sentences that it was not written from.
//!
//! `guard_set.tsv` was written before the pack was tuned for it. A line's half follows from
//! its text alone: the pack may be read against the `tuning` half; the `set-aside` half
//! is only counted. `guard_probes.tsv` was written in eight batches between rounds of tuning,
//! each batch to break what was there, and then tuned for: it keeps what was gained. The figures: `cargo test -p cuecard-checks --test guard_set -- --nocapture`.
#![allow(clippy::print_stdout, clippy::expect_used, clippy::panic)]

use cuecard_checks::{Checker, Draft};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

const SET: &str = include_str!("guard_set.tsv");
const PROBES: &str = include_str!("guard_probes.tsv");

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

/// The level of the gravest thing that the guard says of a reply.
fn gravest(checker: &Checker, text: &str) -> Option<Level> {
    let draft = Draft {
        text,
        kind: ComposerKind::Reply,
        ..Draft::default()
    };
    let findings = checker.check(&draft).findings;
    let guard = findings
        .iter()
        .filter(|f| f.rule.starts_with("reply-guard/"));
    guard.map(|f| f.level).max()
}

/// Sentences counted.
#[derive(Debug, Default)]
struct Count {
    bad: usize,
    found: usize,
    found_as_error: usize,
    good: usize,
    flagged: usize,
    flagged_as_error: usize,
}

impl Count {
    /// Counts a sentence; true when it was told right, by an error or by silence.
    fn add(&mut self, checker: &Checker, label: &str, text: &str) -> bool {
        let said = gravest(checker, text);
        let (any, error) = (said.is_some(), said == Some(Level::Error));
        match label {
            "bad" => {
                self.bad += 1;
                self.found += usize::from(any);
                self.found_as_error += usize::from(error);
                error
            }
            "good" => {
                self.good += 1;
                self.flagged += usize::from(any);
                self.flagged_as_error += usize::from(error);
                !any
            }
            _ => panic!("a label is bad or good: {label} {text}"),
        }
    }

    /// Prints the figures and holds them to a floor of bad ones found at all and found as an
    /// error, and a ceiling of good ones flagged at all and flagged as an error, in percent.
    fn hold(&self, name: &str, floor: [f64; 2], ceiling: [f64; 2]) {
        let share = |part: usize, of: usize| part as f64 * 100.0 / of.max(1) as f64;
        let got = [self.found, self.found_as_error].map(|n| share(n, self.bad));
        let noise = [self.flagged, self.flagged_as_error].map(|n| share(n, self.good));
        println!(
            "{name}: of {} bad {:.1} % found, {:.1} % as an error; of {} good {:.1} % flagged, {:.1} % as an error",
            self.bad, got[0], got[1], self.good, noise[0], noise[1]
        );
        assert!(self.bad >= 90 && self.good >= 90, "{name}: {self:?}");
        assert!(got[0] >= floor[0] && got[1] >= floor[1], "{name}: {self:?}");
        assert!(
            noise[0] <= ceiling[0] && noise[1] <= ceiling[1],
            "{name}: {self:?}"
        );
    }
}

/// Counts a half. With `CUECARD_SHOW=1` the misses of the tuning half are printed; those of the
/// other half never are.
fn half(name: &str) -> Count {
    let checker = Checker::new(&Playbook::default());
    let show = name == "tuning" && std::env::var_os("CUECARD_SHOW").is_some();
    let mut count = Count::default();
    for line in SET.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [label, half, text] = fields[..] else {
            panic!("a line is label, half, text: {line}");
        };
        assert_eq!(half, half_of(text), "{text}");
        if half == name && !count.add(&checker, label, text) && show {
            println!("{label}: {text}");
        }
    }
    count
}

#[test]
fn the_tuning_half() {
    half("tuning").hold("tuning", [97.0, 95.0], [4.0, 2.0]);
}

#[test]
fn the_set_aside_half() {
    half("set-aside").hold("set-aside", [90.0, 73.0], [4.0, 2.0]);
}

#[test]
fn the_probes() {
    let checker = Checker::new(&Playbook::default());
    let mut count = Count::default();
    for line in PROBES.lines().skip(1) {
        let (label, text) = line.split_once('\t').expect("a line is label, text");
        count.add(&checker, label, text);
    }
    count.hold("probes", [95.0, 60.0], [5.0, 1.0]);
}

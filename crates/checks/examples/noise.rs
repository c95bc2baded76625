//! How often each rule speaks of texts that nobody wrote as drafts: `cargo run --release -p cuecard-checks --example noise [reply] [all]`.
//!
//! Takes the comments of `nhs-fft` as posts (or answers) and counts the rows with a finding, by rule; no row is
//! shown. With `all`, the packs that are off by default are on. The suite is read in place: `CUECARD_SUITES`,
//! else `../shared/suites`.
#![allow(clippy::print_stdout)]

mod suites;

use cuecard_checks::{Checker, Draft};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{PACKS, PackSwitch, Playbook};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let said = |word: &str| std::env::args().any(|a| a == word);
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
    let comments = suites::comments()?;
    let by_rule = suites::by_rule(&comments, |text| {
        let draft = Draft {
            text,
            kind,
            ..Draft::default()
        };
        checker.check(&draft).findings
    });
    let rows = comments.len();
    println!("{rows} comments as {kind:?}, rows with a finding by rule:");
    for (rule, found) in by_rule {
        println!("  {:>5} {rule}", found.len());
    }
    Ok(())
}

//! What the reply guard says of many texts, as counts: one text a line from standard input.
//!
//! `cargo run --release -p cuecard-checks --example guard [words] < texts`. Prints how many texts
//! have an error, a warning, nothing, and how often each group of the pack spoke. With a number of
//! words it prints the phrases that were found, cut to as many, and their counts; never a whole text.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::io::BufRead as _;

use cuecard_checks::{Checker, Draft};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

fn main() -> std::io::Result<()> {
    let words: usize = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    let checker = Checker::new(&Playbook::default());
    let mut rows = [0_usize; 3];
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    let mut phrases: BTreeMap<String, usize> = BTreeMap::new();
    for line in std::io::stdin().lock().lines() {
        let text = line?;
        let draft = Draft {
            text: &text,
            kind: ComposerKind::Reply,
            ..Draft::default()
        };
        let mut gravest = 0;
        for finding in checker.check(&draft).findings {
            if !finding.rule.starts_with("reply-guard/") {
                continue;
            }
            let error = finding.level == Level::Error;
            gravest = gravest.max(if error { 2 } else { 1 });
            let why: String = finding.message.chars().take(60).collect();
            *groups
                .entry(format!("{:?} {why}", finding.level))
                .or_default() += 1;
            if error {
                let phrase: Vec<&str> = finding
                    .span
                    .of(&text)
                    .split_whitespace()
                    .take(words)
                    .collect();
                *phrases.entry(phrase.join(" ").to_lowercase()).or_default() += 1;
            }
        }
        if let Some(count) = rows.get_mut(gravest) {
            *count += 1;
        }
    }
    let [none, warned, wrong] = rows;
    let all = (none + warned + wrong).max(1);
    let share = wrong as f64 * 100.0 / all as f64;
    println!(
        "{all} texts: {wrong} with an error ({share:.2} %), {warned} with a warning at most, {none} with nothing"
    );
    for (group, count) in groups {
        println!("{count:>6}  {group}");
    }
    if words > 0 {
        for (phrase, count) in phrases {
            println!("{count:>6}  {phrase}");
        }
    }
    Ok(())
}

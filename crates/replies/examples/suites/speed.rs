//! How long one comment takes with a large playbook.

use std::path::Path;
use std::time::Instant;

use cuecard_playbook::{Playbook, Protocol, Severity, VERSION};
use cuecard_replies::{Comment, Replier};

use super::data::{Draw, clinc, labelled};
use super::target;

/// Comments with a name for their length.
type Comments = (&'static str, Vec<String>);

/// 200 protocols of ten examples each, and comments that are none of the examples.
fn case() -> (Playbook, Vec<Comments>) {
    let mut rows = labelled("banking77/train.csv", 0, 1);
    rows.extend(clinc("train"));
    let (taken, left) = Draw(11).split(&rows, 10);
    let mut labels: Vec<&String> = taken.iter().map(|(_, l)| l).collect();
    labels.dedup();
    labels.truncate(200);
    let protocols = labels
        .iter()
        .map(|label| Protocol {
            id: (*label).clone(),
            name: label.replace('_', " "),
            level: Severity::Question,
            examples: taken
                .iter()
                .filter(|(_, l)| l == *label)
                .map(|(t, _)| t.clone())
                .collect(),
            phrases: vec![label.replace('_', " ")],
            hard: ["kill", "shoot", "sue", "bomb", "burn"]
                .map(|word| format!("going to {word} the {}", label.replace('_', " ")))
                .to_vec(),
            ..Protocol::default()
        })
        .collect();
    let comments = [("one sentence", 1), ("six sentences", 6)].map(|(name, joined)| {
        let texts = left.chunks(joined).take(2000).map(|texts| {
            let text: Vec<&str> = texts.iter().map(|(t, _)| t.as_str()).collect();
            text.join(" ")
        });
        (name, texts.collect())
    });
    let playbook = Playbook {
        version: VERSION,
        protocols,
        ..Playbook::default()
    };
    (playbook, comments.into())
}

/// Writes the playbook in the form that the card loads, and the comments, for `cargo xtask measure engine`.
pub fn write(folder: &Path) -> std::io::Result<()> {
    let (playbook, comments) = case();
    std::fs::write(
        folder.join("protocols.packed"),
        cuecard_playbook::pack(&playbook),
    )?;
    let json = serde_json::to_string(&comments)?;
    std::fs::write(folder.join("comments.json"), json)
}

/// Prints p50 and p95 for 200 protocols of ten examples each.
pub fn run() {
    let (playbook, cases) = case();
    let count = playbook.protocols.len();
    let start = Instant::now();
    let replier = Replier::new(&playbook);
    let built = start.elapsed();
    for (name, comments) in cases {
        let mut micros: Vec<u128> = comments
            .iter()
            .map(|text| {
                let once = || {
                    let start = Instant::now();
                    let comment = Comment { text, author: None };
                    let answer = replier.answer(&comment, Some("x"));
                    assert!(answer.none <= 1.0);
                    start.elapsed().as_micros()
                };
                // The machine is shared: of three times the shortest is the program's own.
                (0..3).map(|_| once()).min().unwrap_or(0)
            })
            .collect();
        micros.sort_unstable();
        let at = |share: usize| micros.get(micros.len() * share / 100).copied().unwrap_or(0);
        target(
            &format!(
                "{count} protocols x 10 examples, {name}: p50 {} µs, p95 {} µs, native (built in {} ms)",
                at(50),
                at(95),
                built.as_millis()
            ),
            "p95 ≤ 2000 µs in WASM",
            at(95) <= 2000,
        );
    }
}

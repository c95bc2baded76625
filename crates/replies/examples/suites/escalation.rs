//! Escalation with the sample playbook: false alarms on patients' real comments,
//! threats and their contrasts, phrases of people at risk.

use std::collections::BTreeMap;

use cuecard_playbook::{Severity, compile};
use cuecard_replies::{Comment, Replier};

use super::data::{csv, folder};

/// Prints the figures; rows are counted, never shown.
pub fn run() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../static/playbook/wrenfield.md"
    );
    let Ok(source) = std::fs::read_to_string(path) else {
        println!("LEFT OUT: no sample playbook at {path}");
        return;
    };
    let replier = Replier::new(&compile(&source).playbook);
    let told = |text: &str| {
        let comment = Comment { text, author: None };
        replier.answer(&comment, None).escalation
    };
    let rows = csv("nhs-fft/text_data.csv");
    let mut by: BTreeMap<String, usize> = BTreeMap::new();
    for row in &rows {
        if let Some(e) = row.get(3).and_then(|t| told(t)) {
            *by.entry(format!("{:?} {}", e.level, e.protocol))
                .or_default() += 1;
        }
    }
    let all: usize = by.values().sum();
    let share = 100.0 * all as f64 / rows.len().max(1) as f64;
    println!(
        "nhs-fft: {all} of {} escalated, {share:.2} % (target ≤ 1 %) {by:?}",
        rows.len()
    );

    let mut hate: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in csv("hatecheck-threats/cases.csv") {
        let (Some(kind), Some(text)) = (row.first(), row.get(2)) else {
            continue;
        };
        let count = hate.entry(kind.clone()).or_default();
        count.1 += 1;
        count.0 += usize::from(told(text).is_some());
    }
    println!("hatecheck-threats, escalated of all: {hate:?}");

    let file = folder()
        .and_then(|f| std::fs::read_to_string(f.join("suicide-risk-lexicon/lexicon.json")).ok());
    let json: BTreeMap<String, Vec<String>> = file
        .and_then(|t| serde_json::from_str(&t).ok())
        .unwrap_or_default();
    for (construct, phrases) in json {
        let many: Vec<&String> = phrases.iter().filter(|p| p.contains(' ')).collect();
        let found = many
            .iter()
            .filter(|p| told(p).is_some_and(|e| e.level == Severity::Crisis));
        println!(
            "suicide-risk-lexicon, {construct}: {} of {}",
            found.count(),
            many.len()
        );
    }
}

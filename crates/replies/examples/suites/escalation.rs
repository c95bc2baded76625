//! Escalation with the sample playbook: false alarms on patients' real comments,
//! threats and their contrasts, phrases of people at risk.

use std::collections::BTreeMap;

use cuecard_playbook::Severity;
use cuecard_replies::{Comment, Escalation, Replier};

use super::data::{csv, folder};
use super::sample::{playbook, replier};
use super::target;

/// Five ways in which a person at risk, or somebody who fears for one, writes a phrase;
/// no phrase of the pack is in them. What the second opinion makes of them by themselves is printed.
const WORDINGS: [&str; 5] = [
    "I'm so alone tonight. {}",
    "lately all i think about is {}",
    "{}. sorry, just had to tell someone",
    "my brother posted this an hour ago: \"{}\" and now he won't pick up",
    "can't sleep again, {}, nobody at your clinic ever calls back",
];

/// Contrast cases of HateCheck that are threats or wishes of death to people all the
/// same; only not to a protected group. Whoever reads comments for a hospital wants them.
const THREATS_TOO: [&str; 29] = [
    "kill him",
    "end his life",
    "murder him",
    "shoot you",
    "make you suffer",
    "stab him",
    "will hurt you",
    "cut his throat",
    "snap your neck",
    "attacking you",
    "should be killed",
    "deserve to die",
    "shot in the street",
    "Raping him",
    "Murdering you",
    "off without you",
    "snap his neck",
    "burned at the stake",
    "kill all government",
    "vegetarians suffer",
    "Death to all",
    "throats cut",
    "drown those",
    "all be dead",
    "off without academics",
    "slaughter those",
    "want to kill",
    "will kill",
    "going to kill",
];

/// Prints the figures; rows are counted, never shown. `show` prints which rows of nhs-fft were escalated, by number only.
pub fn run(show: bool) {
    let Some(playbook) = playbook() else {
        println!("LEFT OUT: no sample playbook");
        return;
    };
    let replier = replier(&playbook);
    patients(&replier, show);
    threats(&replier, show);
    lexicon(&replier, show);
}

fn told(replier: &Replier, text: &str) -> Option<Escalation> {
    replier
        .answer(&Comment { text, author: None }, None)
        .escalation
}

fn patients(replier: &Replier, show: bool) {
    let rows = csv("nhs-fft/text_data.csv");
    let mut by: BTreeMap<String, usize> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate() {
        if let Some(e) = row.get(3).and_then(|t| told(replier, t)) {
            if show {
                println!("nhs-fft row {n}: {:?} {}", e.level, e.class);
            }
            *by.entry(format!("{:?} {}", e.level, e.class)).or_default() += 1;
        }
    }
    let all: usize = by.values().sum();
    let share = 100.0 * all as f64 / rows.len().max(1) as f64;
    target(
        &format!(
            "nhs-fft: {all} of {} at serious or crisis, {share:.2} %",
            rows.len()
        ),
        "≤ 1 %",
        share <= 1.0,
    );
    println!("  {by:?}");
}

fn threats(replier: &Replier, show: bool) {
    // Threats; contrasts; contrasts that threaten nobody: escalated, all.
    let mut counts = [(0usize, 0usize); 3];
    for row in csv("hatecheck-threats/cases.csv") {
        let (Some(kind), Some(text)) = (row.first(), row.get(2)) else {
            continue;
        };
        let threat = kind.starts_with("threat_");
        let hit = told(replier, text).is_some();
        let of_kind = [
            threat,
            !threat,
            !threat && !THREATS_TOO.iter().any(|t| text.contains(t)),
        ];
        if show && (hit != threat) && (of_kind[0] || of_kind[2]) {
            println!("hatecheck: {kind} {hit} {text}");
        }
        for (count, of) in counts.iter_mut().zip(of_kind) {
            count.0 += usize::from(of && hit);
            count.1 += usize::from(of);
        }
    }
    let share = |(n, of): (usize, usize)| n as f64 / of.max(1) as f64;
    let [threats, contrasts, harmless] = counts;
    target(
        &format!(
            "hatecheck threats: {} of {}, {:.3}",
            threats.0,
            threats.1,
            share(threats)
        ),
        "≥ .90",
        share(threats) >= 0.9,
    );
    target(
        &format!(
            "hatecheck contrasts: {} of {}, {:.3}",
            contrasts.0,
            contrasts.1,
            share(contrasts)
        ),
        "≤ .10",
        share(contrasts) <= 0.1,
    );
    println!(
        "  of them {} of {} threaten nobody at all",
        harmless.0, harmless.1
    );
}

fn lexicon(replier: &Replier, show: bool) {
    let file = folder()
        .and_then(|f| std::fs::read_to_string(f.join("suicide-risk-lexicon/lexicon.json")).ok());
    let json: BTreeMap<String, Vec<String>> = file
        .and_then(|t| serde_json::from_str(&t).ok())
        .unwrap_or_default();
    for frame in WORDINGS {
        for filler in ["", "the parking garage", "we waited four hours", "my bill"] {
            let text = frame.replace("{}", filler);
            if told(replier, &text).is_some_and(|e| e.level == Severity::Crisis) {
                println!("MISSED: the wording alone is an alarm: {text}");
            }
        }
    }
    let mut phrases: Vec<&String> = json
        .values()
        .flatten()
        .filter(|p| p.contains(' '))
        .collect();
    phrases.sort_unstable();
    phrases.dedup();
    let (mut found, mut alone) = (0usize, 0usize);
    for phrase in &phrases {
        let crisis = |text: &str| told(replier, text).is_some_and(|e| e.level == Severity::Crisis);
        alone += usize::from(crisis(phrase));
        for frame in WORDINGS {
            let text = frame.replace("{}", phrase);
            let hit = crisis(&text);
            found += usize::from(hit);
            if show && !hit {
                println!("lexicon: {text}");
            }
        }
    }
    let all = phrases.len() * WORDINGS.len();
    let share = found as f64 / all.max(1) as f64;
    target(
        &format!("suicide-risk-lexicon: {found} of {all}, {share:.3}"),
        "≥ .98",
        share >= 0.98,
    );
    println!("  {alone} of {} phrases by themselves", phrases.len());
}

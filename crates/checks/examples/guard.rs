//! The reply guard's figures: `cargo run --release -p cuecard-checks --example guard`.
//!
//! Prints how many bad and good sentences of each set it tells right, by class; what it says of the comments
//! of ../shared/suites/nhs-fft run as replies, by rule, as counts only; and what the pack weighs.
//!
//! While tuning: `-- tuning` leaves out what is set aside and prints what is told wrong of the rest,
//! `-- set FILE` does so for a set of your own (columns `label` and `text`), `-- texts FILE [N]` counts a file of texts, one a line, with the N first words of what was found.
#![allow(clippy::print_stdout, clippy::disallowed_macros)]

#[path = "../tests/guard/sets.rs"]
mod sets;

use std::collections::BTreeMap;
use std::path::Path;

use cuecard_checks::Checker;
use cuecard_playbook::Level;
use sets::{Count, Line, share};

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let checker = Checker::new(&sets::sample());
    if let [mode, file, rest @ ..] = args.as_slice()
        && mode == "texts"
    {
        let text = std::fs::read_to_string(file)?;
        let words = rest.first().and_then(|n| n.parse().ok()).unwrap_or(0);
        rows(&checker, text.lines(), words);
        return Ok(());
    }
    if let [mode, file] = args.as_slice()
        && mode == "set"
    {
        let text = std::fs::read_to_string(file)?;
        report(&checker, file, &Line::read(&text), true);
        return Ok(());
    }
    let tuning = args.iter().any(|a| a == "tuning");
    let mut sets = vec![
        ("published violations", Line::read(sets::PUBLISHED)),
        ("tuning half", Line::read(sets::TUNING)),
        ("older set, tuning half", Line::older("tuning")),
        ("older probes", Line::read(sets::PROBES)),
    ];
    if !tuning {
        sets.push(("set-aside half", Line::read(sets::ASIDE)));
        sets.push(("older set, set-aside half", Line::older("set-aside")));
    }
    for (name, lines) in sets {
        report(&checker, name, &lines, tuning);
    }
    nhs(&checker)?;
    let pack = cuecard_checks::guard::PACK.len();
    println!("pack as the card carries it: {pack} bytes");
    Ok(())
}

/// Prints the figures of a set, with `show` what is told wrong, too.
fn report(checker: &Checker, name: &str, lines: &[Line<'_>], show: bool) {
    let count = Count::of(checker, lines, |line, findings| {
        if show {
            let found: Vec<String> = findings
                .iter()
                .map(|f| format!("{} “{}”", f.rule, f.span.of(line.text)))
                .collect();
            let label = if line.bad { "bad " } else { "good" };
            println!("{label} {}: {} {found:?}", line.rule, line.text);
        }
    });
    let [found, flagged] = count.shares();
    println!(
        "{name}: of {} bad {found:.1} % found at the level of their class ({:.1} % at any level, {:.1} % under its rule); of {} good {flagged:.1} % flagged as an error ({:.1} % at any level)",
        count.bad,
        share(count.noticed, count.bad),
        share(count.named, count.bad),
        count.good,
        share(count.flagged, count.good)
    );
    by_class(checker, lines);
}

/// The bad sentences of a set by class.
fn by_class(checker: &Checker, lines: &[Line<'_>]) {
    let mut classes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in lines.iter().filter(|l| l.bad) {
        let class = classes.entry(line.rule).or_default();
        class.0 += usize::from(line.right(&line.findings(checker)));
        class.1 += 1;
    }
    if classes.len() > 1 {
        for (class, (found, all)) in classes {
            println!("    {class}: {found} of {all}");
        }
    }
}

/// Comments of patients, run as if they were replies.
fn nhs(checker: &Checker) -> std::io::Result<()> {
    let suites = std::env::var("CUECARD_SUITES").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/suites").to_owned()
    });
    let file = Path::new(&suites).join("nhs-fft/text_data.csv");
    if !file.exists() {
        println!("nhs-fft: left out, there is no {}", file.display());
        return Ok(());
    }
    let csv = std::fs::read_to_string(file)?;
    let records = records(&csv);
    let texts = records.iter().skip(1).filter_map(|r| r.get(3));
    println!("nhs-fft, comments run as replies:");
    rows(checker, texts.map(String::as_str), 0);
    Ok(())
}

/// Prints what is said of texts, by rule and level, as counts.
fn rows<'a>(checker: &Checker, texts: impl Iterator<Item = &'a str>, words: usize) {
    let mut all = 0_usize;
    let mut levels: BTreeMap<Option<Level>, usize> = BTreeMap::new();
    let mut rules: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut phrases: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        all += 1;
        let line = Line {
            bad: true,
            rule: "",
            level: Level::Error,
            comment: None,
            author: "",
            text,
        };
        let findings = line.findings(checker);
        *levels
            .entry(findings.iter().map(|f| f.level).max())
            .or_default() += 1;
        let mut of_row: BTreeMap<(String, &str), ()> = BTreeMap::new();
        for f in &findings {
            let level = if f.level == Level::Error {
                "error"
            } else {
                "warning"
            };
            of_row.insert((f.rule.clone(), level), ());
            let phrase: Vec<&str> = f.span.of(text).split_whitespace().take(words).collect();
            *phrases
                .entry(format!("{} {}", f.rule, phrase.join(" ").to_lowercase()))
                .or_default() += 1;
        }
        for rule in of_row.into_keys() {
            *rules.entry(rule).or_default() += 1;
        }
    }
    let of = |level| levels.get(&level).copied().unwrap_or(0);
    let wrong = of(Some(Level::Error));
    println!(
        "  {all} texts: {wrong} with an error ({:.2} %), {} with a warning at most, {} with nothing",
        share(wrong, all),
        of(Some(Level::Warning)) + of(Some(Level::Suggestion)),
        of(None)
    );
    for ((rule, level), count) in rules {
        println!(
            "  {count:>6} texts ({:.2} %)  {rule} {level}",
            share(count, all)
        );
    }
    if words > 0 {
        let mut phrases: Vec<_> = phrases.into_iter().collect();
        phrases.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (phrase, count) in phrases {
            println!("  {count:>6}  {phrase}");
        }
    }
}

/// The records of a CSV file (RFC 4180).
fn records(csv: &str) -> Vec<Vec<String>> {
    let mut out = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(record) = out.last_mut() else { break };
        let Some(field) = record.last_mut() else {
            break;
        };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => out.push(vec![String::new()]),
            c => field.push(c),
        }
    }
    out.retain(|record| record.len() > 1);
    out
}

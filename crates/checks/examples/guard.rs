//! The reply guard's figures: `cargo run --release -p cuecard-checks --example guard`.
//!
//! Prints how many bad and good sentences of each set it tells right, by class; what it says of the comments
//! of ../shared/suites/nhs-fft run as replies, by rule, as counts only; and what the pack weighs.
//!
//! `-- NAME…` does so for the sets that are named: `published`, `tuning`, `older`, `probes`, `practice`, `families`,
//! and those set aside, `aside`, `older-aside`, `second`, of which sentences are never shown. `nhs` is the comments.
//! While tuning: `-- show NAME…` prints what is told wrong of a set that may be read, `-- set FILE` does so for a
//! set of your own (columns `label` and `text`), `-- texts FILE [N]` counts a file of texts, one a line, with the N
//! first words of what was found.
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
    let show = args.first().is_some_and(|a| a == "show");
    let names = args.get(usize::from(show)..).unwrap_or(&[]);
    let asked = |name: &str| names.is_empty() || names.iter().any(|n| n == name);
    for name in names {
        let known = name == "nhs" || sets::PARTS.iter().any(|p| p.name == name);
        if !known {
            println!("there is no set called {name}");
        }
    }
    for part in sets::PARTS.iter().filter(|p| asked(p.name)) {
        report(&checker, part.title, &part.lines(), show && !part.aside);
    }
    if asked("nhs") {
        nhs(&checker)?;
    }
    let pack = cuecard_checks::guard::PACK.len();
    println!("pack as the card carries it: {pack} bytes");
    Ok(())
}

/// Prints the figures of a set, with `show` what is told wrong, too, and what is said of good ones at all.
fn report(checker: &Checker, name: &str, lines: &[Line<'_>], show: bool) {
    if show {
        for line in lines {
            let findings = line.findings(checker);
            if line.right(&findings) && (line.bad || findings.is_empty()) {
                continue;
            }
            let found: Vec<String> = findings
                .iter()
                .map(|f| format!("{:?} {} “{}”", f.level, f.rule, f.span.of(line.text)))
                .collect();
            let label = if line.bad { "bad " } else { "good" };
            println!("{label} {}: {} {found:?}", line.rule, line.text);
        }
    }
    let count = Count::of(checker, lines, |_, _| {});
    let [found, flagged] = count.shares();
    let bad = |part| share(part, count.bad);
    println!(
        "{name}: of {} bad {:.1} % found ({:.1} % as an error, {found:.1} % at the level of their class, {:.1} % under its rule); \
         of {} good {flagged:.1} % flagged as an error ({:.1} % at all)",
        count.bad,
        bad(count.noticed),
        bad(count.errors),
        bad(count.named),
        count.good,
        share(count.flagged, count.good)
    );
    by_class(checker, lines);
    by_rule(checker, lines);
}

/// The good sentences of a set that are flagged, by the rule that does so.
fn by_rule(checker: &Checker, lines: &[Line<'_>]) {
    let mut rules: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for line in lines.iter().filter(|l| !l.bad) {
        let mut levels: BTreeMap<String, Level> = BTreeMap::new();
        for f in line.findings(checker) {
            let level = levels.entry(f.rule).or_insert(f.level);
            *level = f.level.max(*level);
        }
        for (rule, level) in levels {
            let rule = rules.entry(rule).or_default();
            rule.0 += usize::from(level == Level::Error);
            rule.1 += 1;
        }
    }
    for (rule, (errors, all)) in rules {
        println!("    good, {rule}: {errors} as an error, {all} at all");
    }
}

/// The bad sentences of a set by class.
fn by_class(checker: &Checker, lines: &[Line<'_>]) {
    let mut classes: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for line in lines.iter().filter(|l| l.bad) {
        let [found, errors, right, all] = classes.entry(line.rule).or_default();
        let findings = line.findings(checker);
        *found += usize::from(!findings.is_empty());
        *errors += usize::from(findings.iter().any(|f| f.level == Level::Error));
        *right += usize::from(line.right(&findings));
        *all += 1;
    }
    if classes.len() > 1 {
        for (class, [found, errors, right, all]) in classes {
            println!(
                "    {class}: {found} of {all} found, {errors} as an error, {right} at its level"
            );
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

//! How well identifiers are found: `cargo run --release -p cuecard-checks --example identifiers`.
//!
//! On `presidio-cases`, span recall and precision by type (every text run as an answer, where all kinds
//! speak). On `nhs-fft`, how many comments have a finding when they are drafts of posts, by rule, as
//! counts only: no row is shown. On `obi-deid-notes` and `presidio-research`, what is found, by kind.
#![allow(clippy::print_stdout)]

mod suites;

use std::collections::{BTreeMap, BTreeSet};

use cuecard_checks::{Checker, Draft, Finding};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::Playbook;
use cuecard_text::{Offsets, Span};
use serde_json::Value;

type Failure = Box<dyn std::error::Error>;

/// The types of the suite, the rules that answer to them, and whether the type is one of
/// Safe Harbor's with a form of its own. The others are shown, and not counted: numbers of other countries,
/// and numbers without any form (a row of digits).
const TYPES: [(&str, &[&str], bool); 19] = [
    ("us_ssn", &["privacy/ssn"], true),
    ("us_itin", &["privacy/ssn"], true),
    ("phone", &["privacy/phone"], true),
    ("email", &["privacy/email"], true),
    ("credit_card", &["privacy/card"], true),
    ("us_mbi", &["privacy/mbi"], true),
    ("us_npi", &["privacy/account"], true),
    ("certificate_number", &["privacy/account"], true),
    ("aba_routing", &["privacy/account"], true),
    ("mac", &["privacy/account"], true),
    ("ip", &["privacy/ip"], true),
    ("url", &["privacy/url"], true),
    ("date", &["privacy/date"], true),
    (
        "us_passport",
        &["privacy/account", "privacy/ssn", "privacy/number"],
        false,
    ),
    (
        "us_driver_license",
        &["privacy/account", "privacy/ssn", "privacy/number"],
        false,
    ),
    ("us_bank", &["privacy/account", "privacy/number"], false),
    ("uk_nhs", &["privacy/number", "privacy/phone"], false),
    ("uk_nino", &["privacy/account"], false),
    ("uk_postcode", &["privacy/address"], false),
];

fn main() -> Result<(), Failure> {
    let checker = Checker::new(&Playbook::default());
    let shown = std::env::args().any(|a| a == "--misses");
    presidio(&checker, &suites::read("presidio-cases/cases.json")?, shown)?;
    comments(&checker, &suites::comments()?);
    notes(&checker, &suites::read("obi-deid-notes/notes.jsonl")?)?;
    templates(
        &checker,
        &suites::read("presidio-research/templates.txt")?,
        shown,
    );
    Ok(())
}

fn findings(checker: &Checker, text: &str, kind: ComposerKind) -> Vec<Finding> {
    let draft = Draft {
        text,
        kind,
        ..Draft::default()
    };
    let mut all = checker.check(&draft).findings;
    all.retain(|f| f.rule.starts_with("privacy/"));
    all
}

fn presidio(checker: &Checker, json: &str, shown: bool) -> Result<(), Failure> {
    let cases: BTreeMap<String, Vec<Value>> = serde_json::from_str(json)?;
    println!("presidio-cases: spans expected, found, right; recall, precision");
    let mut total = [0_usize; 3];
    let mut rows = Vec::new();
    for (name, rules, counted) in TYPES {
        let mut sums = [0_usize; 3];
        for case in cases.get(name).map_or(&[][..], Vec::as_slice) {
            let Some(text) = case["text"].as_str() else {
                continue;
            };
            let Some(want) = expected(case, text) else {
                continue;
            };
            let got: BTreeSet<Span> = findings(checker, text, ComposerKind::Reply)
                .iter()
                .filter(|f| rules.contains(&f.rule.as_str()))
                .map(|f| f.span)
                .collect();
            let right = got.intersection(&want).count();
            if shown && (right < want.len() || right < got.len()) {
                let of = |spans: &BTreeSet<Span>| {
                    spans
                        .iter()
                        .map(|s| s.of(text).to_owned())
                        .collect::<Vec<_>>()
                };
                println!(
                    "  {name}: {text:?} wants {:?}, gets {:?}",
                    of(&want),
                    of(&got)
                );
            }
            for (sum, n) in sums.iter_mut().zip([want.len(), got.len(), right]) {
                *sum += n;
            }
        }
        if counted {
            for (all, n) in total.iter_mut().zip(sums) {
                *all += n;
            }
        }
        rows.push((name, counted, sums));
    }
    for (name, counted, sums) in rows {
        let note = if counted { "" } else { "  (not counted)" };
        println!("  {name:<20} {}{note}", line(sums));
    }
    println!("  {:<20} {}", "all counted types", line(total));
    Ok(())
}

fn line([want, got, right]: [usize; 3]) -> String {
    let share = |of: usize| {
        if of == 0 {
            1.0
        } else {
            right as f64 / of as f64
        }
    };
    format!(
        "{want:>4} {got:>4} {right:>4}   {:.3}  {:.3}",
        share(want),
        share(got)
    )
}

/// The spans that a case expects, without white space and quotes at their ends (two cases of the suite have
/// some); none for a case that tells only how many there are.
fn expected(case: &Value, text: &str) -> Option<BTreeSet<Span>> {
    let offsets = Offsets::new(text);
    let listed = case["expected_positions"]
        .as_array()
        .or(case["expected_res"].as_array());
    let Some(listed) = listed else {
        // The suite's IPv6 cases that say only "one" are about the whole text.
        return match case["expected_len"].as_u64() {
            Some(0) => Some(BTreeSet::new()),
            Some(1) if !text.contains(' ') => Some(BTreeSet::from([Span::new(0, text.len())])),
            _ => None,
        };
    };
    if listed.is_empty() && case["expected_len"].as_u64() == Some(1) && !text.contains(' ') {
        return Some(BTreeSet::from([Span::new(0, text.len())]));
    }
    let spans = listed.iter().filter_map(|pair| {
        let end = |n: usize| pair.get(n)?.as_u64().and_then(|n| usize::try_from(n).ok());
        let span = Span::new(byte(&offsets, text, end(0)?), byte(&offsets, text, end(1)?));
        let trim = |c: char| c.is_whitespace() || c == '"';
        let body = span.of(text);
        let lead = body.len() - body.trim_start_matches(trim).len();
        Some(Span::new(
            span.start + lead,
            span.start + lead + body.trim_matches(trim).len(),
        ))
    });
    Some(spans.collect())
}

/// The byte of a code point.
fn byte(offsets: &Offsets<'_>, text: &str, chars: usize) -> usize {
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .find(|at| offsets.chars(*at) >= chars)
        .unwrap_or(text.len())
}

/// Comments as drafts of posts.
fn comments(checker: &Checker, comments: &[String]) {
    let by_rule = suites::by_rule(comments, |text| findings(checker, text, ComposerKind::Post));
    let hit: BTreeSet<usize> = by_rule.values().flatten().copied().collect();
    let rows = comments.len();
    let share = hit.len() as f64 * 100.0 / rows.max(1) as f64;
    println!(
        "nhs-fft as posts: {} of {rows} rows with a finding ({share:.2} %)",
        hit.len()
    );
    for (rule, rows) in by_rule {
        println!("  {:>4} {rule}", rows.len());
    }
}

fn by_kind<'a>(checker: &Checker, texts: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for text in texts {
        for finding in findings(checker, text, ComposerKind::Reply) {
            *out.entry(finding.rule).or_default() += 1;
        }
    }
    out
}

fn notes(checker: &Checker, lines: &str) -> Result<(), Failure> {
    let texts: Result<Vec<Value>, _> = lines.lines().map(serde_json::from_str).collect();
    let texts = texts?;
    let found = by_kind(checker, texts.iter().filter_map(|v| v["text"].as_str()));
    println!(
        "obi-deid-notes ({} invented notes, no gold spans): {found:?}",
        texts.len()
    );
    Ok(())
}

/// Templates with their slots filled by one value a kind: which slots are found whole, and what else is.
fn templates(checker: &Checker, lines: &str, shown: bool) {
    const FILLS: [(&str, &str, &str); 8] = [
        (
            "{{credit_card_number}}",
            "4111 1111 1111 1111",
            "privacy/card",
        ),
        ("{{phone_number}}", "(415) 555-0132", "privacy/phone"),
        ("{{email}}", "ann.lee@mail.com", "privacy/email"),
        ("{{ssn}}", "219-09-9999", "privacy/ssn"),
        ("{{iban}}", "GB82WEST12345698765432", "privacy/account"),
        ("{{ip_address}}", "203.0.113.77", "privacy/ip"),
        ("{{date_of_birth}}", "3/14/1961", "privacy/date"),
        ("{{url}}", "https://www.annlee.com/blog", "privacy/url"),
    ];
    let (mut want, mut right, mut texts, mut silent) = (0, 0, 0, 0);
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        texts += 1;
        let mut text = line.replace("\\n", "\n").replace("\\,", ",");
        for (slot, fill, _) in FILLS {
            text = text.replace(slot, fill);
        }
        let found = findings(checker, &text, ComposerKind::Reply);
        for (slot, fill, rule) in FILLS {
            let slots = line.matches(slot).count();
            let whole = found
                .iter()
                .filter(|f| f.rule == rule && f.span.of(&text) == fill);
            let whole = whole.count().min(slots);
            if shown && whole < slots {
                println!("  {slot} missed in {text:?}");
            }
            want += slots;
            right += whole;
        }
        let filled = FILLS.iter().any(|(slot, ..)| line.contains(slot));
        silent += usize::from(!filled && found.is_empty());
    }
    println!(
        "presidio-research: {right} of {want} filled slots found whole in {texts} templates; {silent} texts without such a slot are silent"
    );
}

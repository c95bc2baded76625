//! The compiler takes any text: prefixes, lines lost or doubled, random bytes; and
//! its time grows with the text, not faster.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use cuecard_playbook::{Compiled, compile};

const SOURCE: &str = include_str!("canonical.md");

/// Compiles, and holds the diagnostics to what they promise.
fn take(text: &str) -> Compiled {
    let compiled = compile(text);
    let lines = text.split('\n').count() + text.matches('\r').count() + 1;
    for d in &compiled.diagnostics {
        assert!((1..=lines).contains(&d.line), "{d:?} in {text:?}");
        assert!(d.column >= 1, "{d:?}");
    }
    compiled
}

#[test]
fn every_prefix() {
    for (i, _) in SOURCE.char_indices() {
        take(&SOURCE[..i]);
    }
}

#[test]
fn every_suffix_by_line() {
    for (i, _) in SOURCE.match_indices('\n') {
        take(&SOURCE[i..]);
    }
}

#[test]
fn lines_lost_doubled_and_swapped() {
    let lines: Vec<&str> = SOURCE.lines().collect();
    for i in 0..lines.len() {
        let mut lost = lines.clone();
        lost.remove(i);
        take(&lost.join("\n"));
        let mut doubled = lines.clone();
        doubled.insert(i, lines[i]);
        take(&doubled.join("\n"));
        let mut swapped = lines.clone();
        swapped.swap(i, (i * 7 + 3) % lines.len());
        take(&swapped.join("\n"));
    }
}

/// A linear congruential generator (Knuth's constants): the same run every time.
struct Lcg(u64);

impl Lcg {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below.max(1)
    }
}

/// Pieces that mean something to one reader or another.
const PIECES: &[&str] = &[
    "|",
    "| --- |",
    "\n",
    "\n\n",
    "- ",
    "  ",
    "> ",
    "# ",
    "## Words\n",
    "### ",
    ":",
    ": ",
    "`",
    "``",
    "*",
    "**",
    "_",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "{#",
    "{{",
    "}}",
    "\"",
    "“",
    "”",
    "’",
    "→",
    "->",
    ",",
    ";",
    "·",
    "---\n",
    "...",
    "..",
    "é",
    "🎉",
    "\u{200d}",
    "\u{feff}",
    "\u{a0}",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "<br>",
    "<!--",
    "<x>",
    "&amp;",
    "\\",
    "2026-02-30",
    "9999999999",
    "%",
    "#",
    "@",
    "unless ",
    "use ",
    "not ",
    " or ",
    "Level: ",
    "Use: ",
    "Avoid: ",
    "within ",
];

#[test]
fn random_changes() {
    let mut random = Lcg(2026);
    let chars: Vec<char> = SOURCE.chars().collect();
    for _ in 0..1500 {
        let mut text = chars.clone();
        for _ in 0..=random.next(12) {
            let at = random.next(text.len());
            match random.next(4) {
                0 => {
                    let end = (at + random.next(40)).min(text.len());
                    text.drain(at..end);
                }
                1 => {
                    text[at] = char::from_u32(u32::try_from(random.next(0x3000)).unwrap())
                        .unwrap_or('\u{fffd}')
                }
                _ => {
                    let piece = PIECES[random.next(PIECES.len())];
                    text.splice(at..at, piece.chars());
                }
            }
            if text.is_empty() {
                break;
            }
        }
        take(&text.into_iter().collect::<String>());
    }
}

#[test]
fn random_front_matters_and_soup() {
    let mut random = Lcg(7);
    for round in 0..3000 {
        let mut text = String::from(if round % 2 == 0 { "---\n" } else { "" });
        for _ in 0..random.next(30) {
            match random.next(3) {
                0 => text.push_str(
                    [
                        "brand: ",
                        "accounts: ",
                        "valid: ",
                        "\n",
                        "a: |\n ",
                        "a: >-\n",
                        "? ",
                        "!!x ",
                        "&a ",
                        "*a",
                        "%YAML 1.2\n",
                        "- - - ",
                        "\t- ",
                    ][random.next(13)],
                ),
                1 => text.push(char::from(u8::try_from(random.next(256)).unwrap())),
                _ => text.push_str(PIECES[random.next(PIECES.len())]),
            }
        }
        if round % 3 == 0 {
            text.push_str("\n---\n");
        }
        take(&text);
    }
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    for text in [
        "> ".repeat(20_000) + "x",
        "- ".repeat(20_000) + "x",
        format!("---\na: {}\n---\n", "[".repeat(20_000)),
        format!("---\na: {}\n---\n", "{a: ".repeat(20_000)),
        format!(
            "## Words to avoid\n- {}x{}\n",
            "(".repeat(20_000),
            ")".repeat(20_000)
        ),
        format!("## Words to avoid\n- {}\n", "\"“*".repeat(10_000)),
        "# a\n".repeat(10_000),
        "###### a\n".repeat(10_000),
    ] {
        take(&text);
    }
}

/// A playbook with the given number of words, messages and protocols.
fn large(n: usize) -> String {
    let mut text = String::from(
        "---\nbrand: B\n---\n## Words\n| Don't say | Say | Why |\n| --- | --- | --- |\n",
    );
    for i in 0..n {
        let _ = writeln!(
            text,
            "| term {i}, Word{i} (unless quoted) | better {i} | because {i} |"
        );
    }
    text.push_str("\n### Words to avoid\n");
    for i in 0..n {
        let _ = writeln!(text, "- avoided {i} (use *used {i}*)");
    }
    text.push_str("\n### Names\n");
    for i in 0..n {
        let _ = writeln!(text, "- Name {i} (not Nmae {i})");
    }
    text.push_str("\n## Roles\n");
    for i in 0..n {
        let _ = writeln!(text, "- Role {i}: {i}@alder.example");
    }
    text.push_str("\n## Messages\n");
    for i in 0..n / 10 {
        let _ = writeln!(text, "### Message\n> Text {i}");
    }
    text.push_str("\n## Protocols\n");
    for i in 0..n / 10 {
        let _ = writeln!(
            text,
            "### Protocol {i}\n- Level: crysis\n- Phrases: a, b\n- Tell: Nobody {i} within 5 minutes"
        );
    }
    text
}

fn time(text: &str) -> Duration {
    let best = (0..3).map(|_| {
        let start = Instant::now();
        std::hint::black_box(compile(text));
        start.elapsed()
    });
    best.min().unwrap_or_default()
}

#[test]
fn ten_thousand_terms_in_linear_time() {
    let (small, big) = (large(2_500), large(10_000));
    let compiled = take(&big);
    assert_eq!(compiled.playbook.words.len(), 40_000);
    assert_eq!(compiled.playbook.messages.len(), 1_000);
    let (one, four) = (time(&small), time(&big));
    eprintln!(
        "2,500 terms: {one:?}; 10,000 terms: {four:?} ({} KB)",
        big.len() / 1024
    );
    // Four times the text: four times the time, with room for a busy machine. What
    // grows with the square would take sixteen times as long.
    assert!(
        four < one * 9 + Duration::from_millis(50),
        "{one:?} then {four:?}"
    );
    assert!(four < Duration::from_secs(10), "{four:?}");
}

#[test]
fn one_very_long_line_is_no_harder() {
    let line = |n: usize| {
        let terms: Vec<String> = (0..n).map(|i| format!("t{}", i % 50)).collect();
        format!(
            "---\nbrand: B\n---\n## Claims\n- Never: {0}\n- Needs approval: {0}\n\n## Words\n**Use:** x\n**Avoid:** {0}\n",
            terms.join(", ")
        )
    };
    let (small, big) = (line(2_500), line(10_000));
    let (one, four) = (time(&small), time(&big));
    eprintln!("one line of 2,500 terms: {one:?}; of 10,000: {four:?}");
    assert!(
        four < one * 9 + Duration::from_millis(50),
        "{one:?} then {four:?}"
    );
}

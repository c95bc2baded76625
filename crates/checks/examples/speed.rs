//! How long a check takes: `cargo run --release -p cuecard-checks --example speed`.
//!
//! Prints the median time in nanoseconds a character, for drafts of three lengths and
//! playbooks of three sizes with every pack on, and the time to make the checker; then the median and the 95th
//! percentile in milliseconds of one check with the largest, as a post and as an answer.
//!
//! `-- repeat post|answer LENGTH TIMES` checks one draft so many times and prints nothing: to be looked at with a profiler.
//!
//! `-- write FOLDER` measures nothing and writes the playbooks and the prose, so that `cargo xtask measure engine` asks
//! the engine in WASM about the very same.
#![allow(clippy::print_stdout)]

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use cuecard_checks::{Checker, Draft};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Message, Name, PACKS, PackSwitch, Playbook, Product, VERSION, WordRule};

const PROSE: &str = "Our nurses will be at the farmers' market on Saturday with blood pressure checks, a healthy cooking class and \
    answers to your questions about the new clinic, 9 a.m. to 1 p.m. at 120 Main Street. Call 555-0100, or see wrenfield.example/market. #hearthealth The emergency room is open at any hour, and our physicians utilize the latest \
    equipment. We’re hiring, too: join our team of more than four hundred people who care about this community. ";

/// A word that is in no draft, of two parts, different for each number.
fn term(n: usize) -> String {
    const PARTS: [&str; 16] = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu",
        "ve",
    ];
    let part = |shift: usize| PARTS[(n >> shift) % 16];
    format!("{}{}{} {}{}", part(0), part(4), part(8), part(12), part(0))
}

fn playbook(terms: usize) -> Playbook {
    let mut p = Playbook {
        version: VERSION,
        packs: PACKS
            .iter()
            .map(|name| PackSwitch {
                name: (*name).to_owned(),
                on: true,
                line: 1,
            })
            .collect(),
        products: vec![Product {
            name: "Ozempic".to_owned(),
            line: 1,
        }],
        reading_grade: Some(8.0),
        ..Playbook::default()
    };
    p.privacy.record_numbers = vec![r"RH-\d{7}".to_owned()];
    p.privacy.numbers = vec!["555-0100".to_owned()];
    for (avoid, prefer) in [
        ("emergency room", "emergency department"),
        ("utilize", "use"),
    ] {
        p.words.push(rule(avoid, prefer));
    }
    p.words
        .extend((0..terms).map(|n| rule(&term(n), "another word")));
    p.names = (0..terms.min(200))
        .map(|n| Name {
            name: format!("Dr. {}", term(n)),
            line: 1,
        })
        .collect();
    p.messages = (0..(terms / 20).min(500))
        .map(|n| Message {
            id: n.to_string(),
            name: n.to_string(),
            text: format!("The {} is open on Saturday, and our nurses will be at the {} with answers to your questions.", term(n), term(n + 7)),
            ..Message::default()
        })
        .collect();
    p
}

fn rule(avoid: &str, prefer: &str) -> WordRule {
    WordRule {
        avoid: vec![avoid.to_owned()],
        prefer: vec![prefer.to_owned()],
        ..WordRule::default()
    }
}

/// The sizes of the playbooks, in terms.
const TERMS: [usize; 3] = [100, 1_000, 10_000];
/// The lengths of the drafts, in characters.
const LENGTHS: [usize; 3] = [280, 3_000, 30_000];

/// Prose of so many characters.
fn prose(length: usize) -> String {
    PROSE.chars().cycle().take(length).collect()
}

/// The playbooks in the form that the card loads, the prose, and a playbook of the most terms as a person writes it.
fn write(folder: &Path) -> std::io::Result<()> {
    for terms in TERMS {
        let packed = cuecard_playbook::pack(&playbook(terms));
        std::fs::write(folder.join(format!("terms-{terms}.packed")), packed)?;
    }
    std::fs::write(folder.join("prose.txt"), prose(LENGTHS[2] + 1_000))?;
    let mut source = "# Playbook\n\n## Words\n| Don't say | Say |\n| --- | --- |\n".to_owned();
    for n in 0..TERMS[2] {
        let _ = writeln!(source, "| {} | another word |", term(n));
    }
    std::fs::write(folder.join("terms.md"), source)
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [what, folder] = args.as_slice()
        && what == "write"
    {
        return write(Path::new(folder));
    }
    if let [what, kind, length, times] = args.as_slice()
        && what == "repeat"
    {
        let (Ok(length), Ok(times)) = (length.parse(), times.parse()) else {
            return Err(std::io::Error::other("repeat post|answer LENGTH TIMES"));
        };
        repeat(kind == "answer", length, times);
        return Ok(());
    }
    measure();
    Ok(())
}

/// Checks a draft again and again.
fn repeat(answer: bool, length: usize, times: usize) {
    let checker = Checker::new(&playbook(TERMS[2]));
    let text = prose(length);
    let draft = Draft {
        text: &text,
        platform: Some("facebook"),
        kind: if answer {
            ComposerKind::Reply
        } else {
            ComposerKind::Post
        },
        ..Draft::default()
    };
    for _ in 0..times {
        std::hint::black_box(checker.check(&draft));
    }
}

fn measure() {
    println!(
        "terms   make (ms)   280 chars   3,000 chars   30,000 chars   (median ns a character)"
    );
    for terms in TERMS {
        let playbook = playbook(terms);
        let start = Instant::now();
        let checker = Checker::new(&playbook);
        let made = start.elapsed().as_secs_f64() * 1e3;
        let cells: Vec<String> = LENGTHS
            .map(|size| {
                let text = prose(size);
                let draft = Draft {
                    text: &text,
                    platform: Some("facebook"),
                    kind: ComposerKind::Reply,
                    ..Draft::default()
                };
                let runs = 600_000 / size;
                let mut times: Vec<f64> = (0..runs.max(20))
                    .map(|_| {
                        let start = Instant::now();
                        std::hint::black_box(checker.check(&draft));
                        start.elapsed().as_nanos() as f64 / size as f64
                    })
                    .collect();
                times.sort_by(f64::total_cmp);
                format!("{:.0}", times[times.len() / 2])
            })
            .to_vec();
        println!(
            "{terms:>6}  {made:>9.1}  {:>10}  {:>12}  {:>13}",
            cells[0], cells[1], cells[2]
        );
    }
    let checker = Checker::new(&playbook(10_000));
    println!("10,000 terms, one check: median and 95th percentile in ms");
    for (name, kind) in [
        ("post", ComposerKind::Post),
        ("answer", ComposerKind::Reply),
    ] {
        for size in LENGTHS {
            let text = prose(size);
            let draft = Draft {
                text: &text,
                platform: Some("facebook"),
                kind,
                ..Draft::default()
            };
            let mut times: Vec<f64> = (0..(600_000 / size).max(50))
                .map(|_| {
                    let start = Instant::now();
                    std::hint::black_box(checker.check(&draft));
                    start.elapsed().as_secs_f64() * 1e3
                })
                .collect();
            times.sort_by(f64::total_cmp);
            println!(
                "  {name:>6} {size:>6}  {:.3}  {:.3}",
                times[times.len() / 2],
                times[times.len() * 95 / 100]
            );
        }
    }
    parts(&playbook(10_000));
}

/// What each pack costs: the fastest of many checks with all packs, and with all but one.
fn parts(whole: &Playbook) {
    let text = prose(3_000);
    println!("10,000 terms, 3,000 characters, fastest of 200 in ms, post and answer");
    let off = PACKS.iter().map(|name| Some(*name));
    for without in [None].into_iter().chain(off) {
        let mut playbook = whole.clone();
        playbook
            .packs
            .iter_mut()
            .for_each(|p| p.on = Some(p.name.as_str()) != without);
        let checker = Checker::new(&playbook);
        let best = |kind| {
            let draft = Draft {
                text: &text,
                platform: Some("facebook"),
                kind,
                ..Draft::default()
            };
            let time = |_| {
                let start = Instant::now();
                std::hint::black_box(checker.check(&draft));
                start.elapsed().as_secs_f64() * 1e3
            };
            (0..200).map(time).fold(f64::MAX, f64::min)
        };
        let name = without.map_or("all packs".to_owned(), |n| format!("without {n}"));
        println!(
            "  {name:<28} {:.3}  {:.3}",
            best(ComposerKind::Post),
            best(ComposerKind::Reply)
        );
    }
}

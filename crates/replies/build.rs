//! Makes the escalation pack smaller for the program: the card carries its lists, phrases
//! and actions, not its examples and prose, which are for people and for the tests.

use std::path::Path;
use std::{env, fs, io};

// The program compares words without their endings, so that forms of a word that it
// takes for the same need not be carried twice.
#[path = "src/phrase/spoken.rs"]
#[allow(dead_code)]
mod spoken;

const PACK: &str = "packs/escalation.md";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={PACK}");
    println!("cargo::rerun-if-changed=src/phrase/spoken.rs");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(
        Path::new(&out).join("escalation.md"),
        without_examples(&fs::read_to_string(PACK)?),
    )
}

/// The pack without its front matter, introduction, reasons, examples, owners and empty lines.
fn without_examples(pack: &str) -> String {
    let mut out = String::new();
    let mut keep = false;
    for line in pack.lines() {
        if line.starts_with("## ") {
            keep = true;
        } else if line.starts_with("### ") {
            keep = !matches!(line, "### Bad" | "### Good");
        }
        let kept = line.starts_with("- ") || line.starts_with('#');
        if let Some(settings) = line.strip_prefix('*').and_then(|l| l.strip_suffix('*')) {
            let needed = |s: &&str| !["Owner:", "Date:"].iter().any(|k| s.trim().starts_with(k));
            let needed: Vec<&str> = settings.split('·').filter(needed).map(str::trim).collect();
            out.push_str(&format!("*{}*\n", needed.join("·")));
        } else if keep && kept {
            out.push_str(&once(line));
            out.push('\n');
        }
    }
    out
}

/// A line whose alternatives, or whose entries of a list, stand there once.
fn once(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    if let Some((name, entries)) = line.split_once(": ")
        && entries.contains(", ")
        && !line.contains('(')
    {
        return format!("{name}: {}", distinct(entries.split(", ")).join(","));
    }
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, after)) = after.split_once(')') else {
            break;
        };
        out.push_str(before);
        let alternatives = distinct(inside.split('|'));
        out.push_str(&format!("({})", alternatives.join("|")));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn distinct<'a>(items: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for item in items {
        let words = item.split_whitespace().map(|word| {
            let plain = word.to_lowercase().replace('’', "'");
            match plain.starts_with(['=', '{']) {
                true => plain,
                false => {
                    let spelled = spoken::readings(&plain).into_iter().next();
                    let words = spelled.unwrap_or_default();
                    let light: Vec<String> = words.iter().map(|w| spoken::light(w)).collect();
                    light.join(" ")
                }
            }
        });
        let key = words.collect::<Vec<String>>().join(" ");
        if !seen.contains(&key) {
            seen.push(key);
            out.push(item);
        }
    }
    out
}

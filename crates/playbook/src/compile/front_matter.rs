//! The YAML block at the head of the document: whose playbook it is, and when it
//! is in force.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::compile::context::Context;
use crate::compile::days;
use crate::compile::near::did_you_mean;
use crate::compile::packs;
use crate::compile::scope;
use crate::compile::yaml::{self, Broken, Entry, Value};
use crate::model::{Account, Comfort};

/// The keys that are read, as shown in messages.
const KEYS: [&str; 11] = [
    "brand",
    "accounts",
    "locale",
    "owner",
    "valid",
    "reading grade",
    "title",
    "packs",
    "gate",
    "drift",
    "comfort",
];

/// Other names of some of them.
const ALIASES: [&str; 10] = [
    "grade",
    "account",
    "language",
    "validity",
    "pack",
    "comfort level",
    "positive interactions",
    "positive comments",
    "drift limit",
    "changes allowed",
];

/// Reads the front matter, if there is one, and gives the byte at which the
/// document proper begins.
pub fn read(cx: &mut Context<'_>) -> usize {
    let source = cx.source;
    let (block, body) = match find(source) {
        Found::Block(block, body) => (block, body),
        Found::Unclosed(block, at) => {
            cx.error(
                "front-matter/unclosed",
                at,
                "The front matter begins here but has no line `---` that ends it. What looks like an entry is read all the same.",
                "Put a line with nothing but `---` behind the last entry.",
            );
            let body = block.end;
            (block, body)
        }
        Found::None(start) => {
            cx.suggest(
                "front-matter/missing",
                start,
                "The playbook does not say whose it is: it has no front matter.",
                "Begin the document with a line `---`, then `brand: Name of the hospital`, then a line `---`.",
            );
            return start;
        }
    };
    let (entries, strays) = yaml::entries(source, block.clone());
    for stray in strays {
        cx.error(
            "front-matter/not-read",
            stray.start,
            "This line of the front matter is not an entry, so it is not read.",
            "Write an entry as `key: value`, for example `owner: Communications`.",
        );
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    for entry in entries {
        let key = entry.key.to_lowercase().replace(['-', '_'], " ");
        let line = cx.line(entry.at);
        match seen.get(&key) {
            Some(first) => {
                let first = *first;
                cx.warn(
                    "front-matter/duplicate-key",
                    entry.at,
                    format!(
                        "`{}` stands here and on line {first}. The one on line {first} is read.",
                        entry.key
                    ),
                    "Keep one of the two.",
                );
            }
            None => {
                seen.insert(key.clone(), line);
                self::entry(cx, &key, entry);
            }
        }
    }
    if cx.book.brand.is_empty() {
        cx.warn(
            "front-matter/no-brand",
            block.start,
            "The front matter does not name the brand.",
            "Add a line such as `brand: Riverside Health`.",
        );
    }
    body
}

enum Found {
    /// The block without its fences, and where the document goes on.
    Block(Range<usize>, usize),
    Unclosed(Range<usize>, usize),
    /// Where the document begins.
    None(usize),
}

/// Finds the block: a line `---` at the head, up to a line `---` or `...`.
fn find(source: &str) -> Found {
    let mark = if source.starts_with('\u{feff}') { 3 } else { 0 };
    let text = source.get(mark..).unwrap_or("");
    // Empty lines above the block are a slip that does no harm.
    let blank = text.len() - text.trim_start_matches(['\n', '\r', ' ', '\t']).len();
    let start = mark
        + text
            .get(..blank)
            .and_then(|s| s.rfind(['\n', '\r']))
            .map_or(0, |i| i + 1);
    let mut at = start;
    let mut lines = source.get(start..).unwrap_or("").split_inclusive('\n');
    let Some(first) = lines.next() else {
        return Found::None(mark);
    };
    at += first.len();
    let body = at;
    let mut entries = body;
    let mut open = true;
    if first.trim_end() != "---" {
        return Found::None(mark);
    }
    for (i, line) in lines.enumerate() {
        let bare = line.trim();
        // A rule with an empty line below it is a rule.
        if i == 0 && bare.is_empty() {
            return Found::None(mark);
        }
        if line.trim_end() == "---" || line.trim_end() == "..." {
            return Found::Block(body..at, at + line.len());
        }
        open &= !bare.is_empty() && !bare.starts_with("# ") && !bare.starts_with("## ");
        at += line.len();
        if open {
            entries = at;
        }
    }
    let looks_like_entries = source
        .get(body..entries)
        .is_some_and(|s| s.lines().any(|l| l.contains(": ")));
    if looks_like_entries {
        Found::Unclosed(body..entries, start)
    } else {
        Found::None(mark)
    }
}

/// Reads one entry.
fn entry(cx: &mut Context<'_>, key: &str, entry: Entry) {
    if !KEYS.contains(&key) && !ALIASES.contains(&key) {
        let near = did_you_mean(key, KEYS);
        cx.warn(
            "front-matter/unknown-key",
            entry.at,
            format!(
                "`{}` is no entry that the front matter knows, so it is not read.",
                entry.key
            ),
            format!("{near}The entries are {}.", KEYS.join(", ")),
        );
        return;
    }
    let value = match entry.value {
        Ok(value) => value,
        Err(broken) => repaired(cx, &entry.key, broken),
    };
    match key {
        "brand" => cx.book.brand = text(cx, key, value),
        "owner" => cx.book.owner = text(cx, key, value),
        "title" => cx.book.title = text(cx, key, value),
        "locale" | "language" => locale(cx, value, entry.at),
        "valid" | "validity" => valid(cx, value, entry.at),
        "reading grade" | "grade" => reading_grade(cx, value, entry.at),
        "gate" => gate(cx, value, entry.at),
        "packs" | "pack" => switches(cx, value, entry.at),
        "drift" | "drift limit" | "changes allowed" => drift(cx, value, entry.at),
        "comfort" | "comfort level" | "positive interactions" | "positive comments" => {
            comfort(cx, value, entry.at);
        }
        _ => accounts(cx, value, entry.at),
    }
}

/// What is broken as YAML is reported, and then read as the plain text it shows.
fn repaired(cx: &mut Context<'_>, key: &str, broken: Broken) -> Value {
    cx.error(
        "front-matter/broken",
        broken.at,
        format!("The entry `{key}` is not valid YAML ({}). It is read as plain text.", broken.why),
        "Put the value in double quotes when it holds a colon, a `#` or begins with `@`, for example `[\"x:@riversidehealth\"]`.",
    );
    let raw = broken
        .raw
        .trim_matches(['[', ']', '"', '\''])
        .replace(['"', '\''], "");
    Value::Scalar(raw, broken.at)
}

/// A text; a list is joined.
fn text(cx: &mut Context<'_>, key: &str, value: Value) -> String {
    match value {
        Value::Scalar(text, _) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        value => {
            let mut parts = Vec::new();
            scalars(value, &mut parts);
            if let Some((_, at)) = parts.first() {
                cx.suggest(
                    "front-matter/one-value",
                    *at,
                    format!("`{key}` has several values; they are read as one text."),
                    format!("Write it on one line: `{key}: …`."),
                );
            }
            parts
                .into_iter()
                .map(|(t, _)| t)
                .collect::<Vec<_>>()
                .join(", ")
        }
    }
}

/// All scalars of a value; a key of a map is put before its value with a colon.
fn scalars(value: Value, out: &mut Vec<(String, usize)>) {
    match value {
        Value::Scalar(text, at) => out.push((text, at)),
        Value::List(list) => list.into_iter().for_each(|v| scalars(v, out)),
        Value::Map(map) => {
            for (key, value) in map {
                let from = out.len();
                scalars(value, out);
                for (text, _) in out.iter_mut().skip(from) {
                    *text = format!("{key}:{text}");
                }
            }
        }
    }
}

fn locale(cx: &mut Context<'_>, value: Value, at: usize) {
    let tag = text(cx, "locale", value).replace('_', "-");
    let shaped = tag
        .split('-')
        .all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag
            .split('-')
            .next()
            .is_some_and(|p| p.len() >= 2 && p.bytes().all(|b| b.is_ascii_alphabetic()));
    if shaped {
        cx.book.locale = tag;
    } else {
        cx.warn(
            "front-matter/locale",
            at,
            format!(
                "`{tag}` is no language tag. The playbook is read as `{}`.",
                cx.book.locale
            ),
            "Write the language and the country, for example `en-US` or `es-MX`.",
        );
    }
}

fn valid(cx: &mut Context<'_>, value: Value, at: usize) {
    let mut parts = Vec::new();
    match value {
        Value::Map(map) => map.into_iter().for_each(|(_, v)| scalars(v, &mut parts)),
        value => scalars(value, &mut parts),
    }
    let at = parts.first().map_or(at, |(_, at)| *at);
    let text = parts
        .into_iter()
        .map(|(t, _)| t)
        .collect::<Vec<_>>()
        .join("..");
    cx.book.valid = days::range(cx, &text, at);
}

fn reading_grade(cx: &mut Context<'_>, value: Value, at: usize) {
    let text = text(cx, "reading grade", value);
    let digits: String = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    match digits.parse::<f32>() {
        Ok(grade) if (1.0..=20.0).contains(&grade) => cx.book.reading_grade = Some(grade),
        _ => cx.error(
            "front-matter/reading-grade",
            at,
            format!("`{text}` is no reading grade, so none is set."),
            "Write a school grade from 1 to 20, for example `reading grade: 8`.",
        ),
    }
}

/// `[health-stigma, ftc: off]`, or a map.
fn switches(cx: &mut Context<'_>, value: Value, at: usize) {
    let mut parts = Vec::new();
    match value {
        Value::Scalar(text, at) => {
            parts.extend(text.split([',', ';']).map(|p| (p.trim().to_owned(), at)));
        }
        value => scalars(value, &mut parts),
    }
    parts.retain(|(text, _)| !text.is_empty());
    if parts.is_empty() {
        packs::none(cx, at);
    }
    for (text, at) in parts {
        packs::switch(cx, &text, at);
    }
}

fn gate(cx: &mut Context<'_>, value: Value, at: usize) {
    let text = text(cx, "gate", value).to_lowercase();
    match text.as_str() {
        "errors" | "error" | "on" | "yes" | "true" => cx.book.gate = true,
        "off" | "none" | "no" | "false" => cx.book.gate = false,
        _ => cx.error(
            "front-matter/gate",
            at,
            format!("`{text}` does not say when the card shall ask before a post goes out, so it never does."),
            "Write `gate: errors` to be asked while errors are open, or `gate: off`.",
        ),
    }
}

/// `15%`, or `15`.
fn drift(cx: &mut Context<'_>, value: Value, at: usize) {
    let text = text(cx, "drift", value);
    let number = text.trim_end_matches(['%', ' ']);
    let number = number.trim_end_matches("percent").trim_end();
    match number.parse::<f32>() {
        Ok(percent) if (0.0..=100.0).contains(&percent) => cx.book.drift = Some(percent / 100.0),
        _ => cx.error(
            "front-matter/drift",
            at,
            format!("`{text}` is no percentage, so every change to an approved text counts."),
            "Write how much of an approved text may be changed before it has to be approved again, for example `drift: 15%`.",
        ),
    }
}

/// `like`, `thank`, `thank and share`: the farthest step that is named.
fn comfort(cx: &mut Context<'_>, value: Value, at: usize) {
    let text = text(cx, "comfort", value).to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
    let says = |stems: [&str; 2]| words.iter().any(|w| stems.iter().any(|s| w.starts_with(s)));
    let negated = ["no", "not", "never", "don"];
    if words.iter().any(|w| negated.contains(w)) {
        // "Like, but do not share" is a sentence for people.
    } else if says(["share", "sharing"]) {
        return cx.book.comfort = Some(Comfort::Share);
    } else if says(["thank", "reply"]) {
        return cx.book.comfort = Some(Comfort::Thank);
    } else if says(["like", "react"]) {
        return cx.book.comfort = Some(Comfort::Like);
    }
    cx.error(
        "front-matter/comfort",
        at,
        format!("`{text}` does not say how far one goes under a kind comment, so the card does not say it either."),
        "Write `comfort: like`, `comfort: thank` or `comfort: thank and share`.",
    );
}

fn accounts(cx: &mut Context<'_>, value: Value, at: usize) {
    let mut seen = HashSet::new();
    let mut parts = Vec::new();
    match value {
        Value::Scalar(text, at) => parts.extend(
            text.split([',', ';', ' '])
                .map(|p| (p.trim().to_owned(), at)),
        ),
        value => scalars(value, &mut parts),
    }
    for (text, at) in parts.into_iter().filter(|(t, _)| !t.is_empty()) {
        match text.split_once(':') {
            Some((platform, handle)) if !platform.trim().is_empty() && !handle.trim().is_empty() => {
                let account = Account { platform: scope::platform(platform), handle: handle.trim().to_owned() };
                if seen.insert((account.platform.clone(), account.handle.clone())) {
                    cx.book.accounts.push(account);
                }
            }
            _ => cx.error(
                "front-matter/account",
                at,
                format!("`{text}` does not say on which platform the account is, so it is not read."),
                "Write platform and handle with a colon between, for example `\"x:@riversidehealth\"`.",
            ),
        }
    }
    if cx.book.accounts.is_empty() {
        cx.suggest(
            "front-matter/no-accounts",
            at,
            "No account is named, so nothing is tied to the accounts of the brand.",
            "List them: `accounts: [\"x:@riversidehealth\", \"facebook:RiversideHealth\"]`.",
        );
    }
}

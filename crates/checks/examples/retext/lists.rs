//! The lists: YAML of one shape, a sequence of rules with scalars, lists and maps of terms.

use std::fmt::Write as _;

/// How the lists are brought over.
#[derive(Default)]
pub struct Options {
    /// A pair (`her or his`) names both, so it is right.
    pub binary: bool,
    /// Terms that are left out.
    pub ignore: Vec<String>,
}

/// One rule of a list.
#[derive(Default)]
struct Rule {
    kind: String,
    note: String,
    considerate: Vec<String>,
    /// Terms with the side of their pair, where they have one.
    inconsiderate: Vec<(String, String)>,
}

/// A pack with a group for each rule of the lists.
pub fn pack(sources: &[String], options: &Options) -> String {
    let mut out =
        String::from("---\nname: retext-equality\nowner: imported\n---\n# Imported lists\n");
    for (n, rule) in sources.iter().flat_map(|s| rules(s)).enumerate() {
        let ignored = |term: &String| options.ignore.contains(term);
        let terms: Vec<&(String, String)> = rule
            .inconsiderate
            .iter()
            .filter(|(t, _)| !ignored(t))
            .collect();
        if terms.is_empty() {
            continue;
        }
        let note = if rule.note.is_empty() {
            "May hurt or leave out people."
        } else {
            rule.note.as_str()
        };
        let list: Vec<String> = terms.iter().flat_map(|(t, _)| spellings(t)).collect();
        let prefer = rule.considerate.join("; ");
        let arrow = if prefer.is_empty() { "" } else { " → " };
        // A string takes all that is written to it.
        let _ = write!(
            out,
            "\n## Rule {n}\n*Rule: retext/ · Posts: suggestion · Replies: suggestion*\n\n{note}\n\n### Words\n- {}{arrow}{prefer}\n",
            list.join(", "),
        );
        if options.binary && rule.kind == "or" {
            let _ = write!(out, "### Unless\n- {}\n", pairs(&terms).join(", "));
        }
    }
    out
}

/// The ways in which a term is written. The lists are read without hyphens and apostrophes (`heshe` is found in
/// "he-she", `downs syndrome` in "Down's syndrome"), so the spellings that have them are added: a hyphen for a
/// space or between two pronouns, `'s` for the `s` of a first word, an abbreviation with its stops.
fn spellings(term: &str) -> Vec<String> {
    let mut out = Vec::new();
    for term in term.split(',').map(str::trim).filter(|t| !t.is_empty()) {
        out.push(term.to_owned());
        if term.matches(' ').count() == 1 && !term.contains(['-', '*']) {
            out.push(term.replace(' ', "-"));
        }
        if let Some((name, rest)) = term
            .split_once("s ")
            .filter(|(name, _)| !name.contains(' '))
        {
            out.push(format!("{name}'s {rest}"));
        }
        let pronoun = |part: &str| ["he", "she"].contains(&part);
        for cut in 2..4 {
            if let (Some(a), Some(b)) = (term.get(..cut), term.get(cut..))
                && pronoun(a)
                && pronoun(b)
            {
                out.push(format!("{a}-{b}"));
            }
        }
        let vowel = |c: char| "aeiouy".contains(c);
        if term.len() <= 4
            && term.bytes().all(|b| b.is_ascii_lowercase())
            && term.matches(vowel).count() <= 1
        {
            out.push(term.chars().flat_map(|c| [c, '.']).collect());
        }
    }
    out
}

/// Both orders of each pair, with the words and signs that join them.
fn pairs(terms: &[&(String, String)]) -> Vec<String> {
    let mut out = Vec::new();
    for (a, side) in terms {
        for (b, other) in terms {
            if side != other {
                out.extend([" and ", " or ", "/"].map(|joint| format!("{a}{joint}{b}")));
            }
        }
    }
    out
}

fn rules(source: &str) -> Vec<Rule> {
    let mut out: Vec<Rule> = Vec::new();
    let mut key = String::new();
    for line in source.lines() {
        let begins = line.strip_prefix("- ");
        if begins.is_some() {
            out.push(Rule::default());
        }
        let text = begins.unwrap_or_else(|| line.strip_prefix("  ").unwrap_or(line));
        let Some(rule) = out.last_mut() else { continue };
        if let Some(item) = text.strip_prefix("  ") {
            // An item of a list, or a term with its side.
            match item.strip_prefix("- ") {
                Some(item) => rule.put(&key, item, ""),
                None => {
                    let (term, side) = item.rsplit_once(": ").unwrap_or((item, ""));
                    rule.put(&key, term, side);
                }
            }
        } else if let Some((name, value)) = text.split_once(':') {
            name.trim().clone_into(&mut key);
            if !value.trim().is_empty() {
                rule.put(&key, value, "");
            }
        }
    }
    out
}

impl Rule {
    fn put(&mut self, key: &str, value: &str, side: &str) {
        let value = value.trim().trim_matches(['\'', '"']).to_owned();
        match key {
            "type" => self.kind = value,
            "note" => self.note = value,
            "considerate" => self.considerate.push(value),
            "inconsiderate" => self.inconsiderate.push((value, side.trim().to_owned())),
            _ => {}
        }
    }
}

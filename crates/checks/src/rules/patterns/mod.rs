//! `patterns/…`: the playbook's regular expressions.
//!
//! They run on regex-lite, whose time is linear in the text. It has no look-around;
//! the two uses that playbooks make of it are carried out here: `(?=…)` or `(?!…)` at
//! the end looks at the text behind the match, `(?<=…)` or `(?<!…)` at the start at the
//! text before it, both no further than [`WINDOW`] bytes.

mod gate;
mod look_around;

use cuecard_playbook::{Diagnostic, Level, PatternRule, Playbook};
use cuecard_text::Span;
use regex_lite::{Regex, RegexBuilder};

use super::{Check, rule_id, sentence};
use crate::literals::{Collector, Owner, Reach};
use crate::prepared::Prepared;
use crate::report::Finding;
use gate::required_literal;
use look_around::parts;

/// How far a look-around sees, in bytes.
const WINDOW: usize = 256;

/// The most memory that a compiled pattern may take, in bytes: enough for any sane
/// pattern, too little for `((a{99}){99}){99}`.
const SIZE: usize = 256 * 1024;

/// All patterns of a playbook that can be run.
#[derive(Clone, Debug)]
pub struct Patterns {
    patterns: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// Its place in the playbook.
    number: usize,
    pattern: Pattern,
    /// It cannot match unless this place's literal was found in the draft.
    gated: bool,
    id: String,
    level: Level,
    message: String,
}

/// Adds the texts without which patterns cannot match to the automaton.
pub fn collect(playbook: &Playbook, into: &mut Collector) {
    for (p, rule) in playbook.patterns.iter().enumerate() {
        if let Some(gate) = parts(&rule.pattern)
            .ok()
            .and_then(|parts| required_literal(parts.core))
        {
            into.add(Owner::Gate(p), &gate, Reach::Anywhere);
        }
    }
}

/// What cannot be run, each with its line, the reason and what to do.
#[must_use]
pub fn pattern_diagnostics(playbook: &Playbook) -> Vec<Diagnostic> {
    let refused = |rule: &PatternRule| {
        let error = Pattern::new(&rule.pattern).err()?;
        Some(Diagnostic {
            code: "patterns/refused".to_owned(),
            level: Level::Error,
            line: rule.line,
            column: 1,
            message: format!(
                "The pattern `{}` cannot be used: {}.",
                rule.pattern, error.cause
            ),
            help: error.help.to_owned(),
        })
    };
    playbook.patterns.iter().filter_map(refused).collect()
}

impl Patterns {
    /// Compiles the patterns; those that cannot be run are left out and are reported
    /// by [`pattern_diagnostics`].
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let mut patterns: Vec<Entry> = Vec::new();
        for (number, rule) in playbook.patterns.iter().enumerate() {
            let Ok(pattern) = Pattern::new(&rule.pattern) else {
                continue;
            };
            let gate = parts(&rule.pattern)
                .ok()
                .and_then(|parts| required_literal(parts.core));
            let ordinal = (number + 1).to_string();
            let mut id = rule_id("patterns", gate.as_deref().unwrap_or(&ordinal));
            if patterns.iter().any(|p| p.id == id) {
                id = rule_id(
                    "patterns",
                    &format!("{} {ordinal}", gate.as_deref().unwrap_or("")),
                );
            }
            patterns.push(Entry {
                number,
                pattern,
                gated: gate.is_some(),
                id,
                level: rule.level,
                message: sentence(&rule.advice),
            });
        }
        Self { patterns }
    }
}

impl Check for Patterns {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        let mut open = vec![false; self.patterns.last().map_or(0, |last| last.number + 1)];
        for hit in &draft.hits {
            if let Owner::Gate(number) = hit.owner
                && let Some(gate) = open.get_mut(number)
            {
                *gate = true;
            }
        }
        for entry in &self.patterns {
            if entry.gated && open.get(entry.number) != Some(&true) {
                continue;
            }
            for span in entry.pattern.find(draft.text) {
                out.push(Finding::new(
                    span,
                    entry.level,
                    entry.id.clone(),
                    entry.message.clone(),
                ));
            }
        }
    }
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    core: Regex,
    /// Conditions on the text before the match: `(must match, expression)`.
    before: Vec<(bool, Regex)>,
    /// Conditions on the text behind it.
    after: Vec<(bool, Regex)>,
}

/// Why a pattern cannot be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// What is wrong, to follow "cannot be used: ".
    cause: String,
    /// What to do.
    help: &'static str,
}

impl Pattern {
    /// Compiles an expression. Case counts only when it holds a capital letter.
    pub(crate) fn new(pattern: &str) -> Result<Self, Refused> {
        let parts = parts(pattern)?;
        let any_case = !has_capital(pattern);
        let compile = |text: &str| {
            RegexBuilder::new(text)
                .case_insensitive(any_case)
                .size_limit(SIZE)
                .build()
                .map_err(|e| Refused {
                    cause: e.to_string().trim_end_matches('.').to_owned(),
                    help: "Mend the expression, or use plain words. Look-around works at the two ends only; back-references and Unicode classes do not.",
                })
        };
        let core = compile(parts.core)?;
        if core.is_match("") {
            return Err(Refused {
                cause: "it matches the empty text, which is everywhere".to_owned(),
                help: "Make at least one part of it required.",
            });
        }
        let side = |list: &[(bool, &str)], open: &str, close: &str| {
            list.iter()
                .map(|(want, body)| Ok((*want, compile(&[open, body, close].concat())?)))
                .collect::<Result<Vec<_>, Refused>>()
        };
        Ok(Self {
            before: side(&parts.before, "(?:", ")$")?,
            after: side(&parts.after, "^(?:", ")")?,
            core,
        })
    }

    /// Its places, without overlap.
    pub(crate) fn find(&self, text: &str) -> Vec<Span> {
        let spans = self
            .core
            .find_iter(text)
            .map(|m| Span::new(m.start(), m.end()));
        spans
            .filter(|span| !span.is_empty())
            .filter(|span| {
                let holds =
                    |(want, regex): &(bool, Regex), beside: &str| regex.is_match(beside) == *want;
                self.before
                    .iter()
                    .all(|c| holds(c, before(text, span.start)))
                    && self.after.iter().all(|c| holds(c, after(text, span.end)))
            })
            .collect()
    }
}

/// At most [`WINDOW`] bytes before a place.
fn before(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(WINDOW);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..at).unwrap_or("")
}

/// At most [`WINDOW`] bytes behind a place.
fn after(text: &str, at: usize) -> &str {
    let mut end = at.saturating_add(WINDOW).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(at..end).unwrap_or("")
}

/// A capital letter that is no escape (`\W`, `\S`).
fn has_capital(pattern: &str) -> bool {
    let mut escaped = false;
    pattern.chars().any(|c| {
        let counts = !escaped && c.is_uppercase();
        escaped = c == '\\' && !escaped;
        counts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_found() {
        let cases: [(&str, &str, &[&str]); 14] = [
            (
                r"\bfree\b(?! class)",
                "Free parking, a free class, free",
                &["Free", "free"],
            ),
            (
                r"(?<!\$)\b\d+ dollars",
                "$5 dollars and 6 dollars",
                &["6 dollars"],
            ),
            (r"(?<=Dr\. )smith", "Dr. smith and smith", &["smith"]),
            (
                r"(?<!no )(?<!zero )risk(?= of)",
                "no risk of, zero risk of, risk of, risk",
                &["risk"],
            ),
            (r"RH-\d{7}", "RH-1234567 rh-1234567", &["RH-1234567"]),
            (r"\W{3,}", "what??? no", &["??? "]),
            (r"colou?r", "color colour", &["color", "colour"]),
            (
                r"(?:lowest|best) price(?!s)",
                "lowest price, best prices",
                &["lowest price"],
            ),
            ("[(]free[)](?!x)", "(free) (free)x", &["(free)"]),
            (r"\(free\)(?!x)", "(free)", &["(free)"]),
            ("free|gratis", "free gratis", &["free", "gratis"]),
            ("ab{2,3}c", "abbc abc", &["abbc"]),
            ("free(?!)", "free", &[]),
            ("é", "né", &["é"]),
        ];
        for (pattern, text, want) in cases {
            let found = Pattern::new(pattern).unwrap().find(text);
            let got: Vec<&str> = found.iter().map(|s| s.of(text)).collect();
            assert_eq!(got, want, "{pattern} in {text}");
        }
    }

    #[test]
    fn what_cannot_be_run_is_refused_with_a_reason() {
        for (pattern, want) in [
            ("(free", ""),
            ("a|b(?!c)", "alternatives"),
            ("x*", "empty"),
            (r"(a)\1", ""),
            ("(?!a)b", ""),
            ("((a{99}){99}){99}", ""),
            ("", "empty"),
        ] {
            let error = Pattern::new(pattern).unwrap_err();
            assert!(error.cause.contains(want), "{pattern}: {error:?}");
        }
    }
}

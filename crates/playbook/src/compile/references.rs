//! What one section says about another: roles that protocols tell, content types
//! that posts serve, terms that stand in two rules.

use std::collections::{HashMap, HashSet};

use crate::compile::context::Context;
use crate::compile::near::did_you_mean;

/// Names used, with the byte of their use.
#[derive(Default)]
pub struct References {
    /// Roles that are told.
    pub roles: Vec<(String, usize)>,
    /// Content types.
    pub priorities: Vec<(String, usize)>,
    /// Roles defined so far, in lower case, with their lines.
    pub role_lines: HashMap<String, usize>,
    /// Names seen so far.
    pub names: HashSet<String>,
    /// Claims seen so far, in lower case: approvable, line.
    pub claims: HashMap<String, (bool, usize)>,
    /// Products seen so far, in lower case, with their lines.
    pub products: HashMap<String, usize>,
    /// Terms of word rules: the rule's index, the term, its byte.
    pub terms: Vec<(usize, String, usize)>,
}

/// Names shown in a message at most.
const SHOWN: usize = 12;

/// Unknown roles for which the nearest known one is looked up; a document with more
/// has another trouble than slips of the pen.
const GUESSES: usize = 100;

/// Checks the whole.
pub fn check(cx: &mut Context<'_>) {
    let used = std::mem::take(&mut cx.references);
    roles(cx, used.roles, &used.role_lines);
    priorities(cx, used.priorities);
    terms(cx, &used.terms);
}

fn roles(cx: &mut Context<'_>, used: Vec<(String, usize)>, lines: &HashMap<String, usize>) {
    let names: Vec<String> = cx.book.roles.iter().map(|r| r.name.clone()).collect();
    let mut guesses = GUESSES;
    for (role, at) in used {
        if lines.contains_key(&role.to_lowercase()) {
            continue;
        }
        let help = if names.is_empty() {
            "Add a Roles section with a table: Role, Who, Reach, Hours.".to_owned()
        } else {
            let candidates = names.iter().map(String::as_str).filter(|_| guesses > 0);
            let near = did_you_mean(&role, candidates);
            guesses = guesses.saturating_sub(1);
            format!("{near}Add a row for it under Roles, or name one of them.")
        };
        cx.warn(
            "protocols/unknown-role",
            at,
            format!("\"{role}\" is told here but is not among the roles, so nobody can see how to reach them."),
            help,
        );
    }
}

fn priorities(cx: &mut Context<'_>, used: Vec<(String, usize)>) {
    let names: Vec<String> = cx.book.priorities.iter().map(|p| p.name.clone()).collect();
    if names.is_empty() {
        return;
    }
    let known: HashSet<String> = names.iter().map(|n| n.to_lowercase()).collect();
    let shown: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    let shown = shown.join(", ");
    for (name, at) in used {
        if !known.contains(&name.to_lowercase()) {
            cx.warn(
                "priorities/unknown",
                at,
                format!("\"{name}\" is not among the content types of the Priorities section."),
                format!(
                    "{}The content types: {shown}.",
                    did_you_mean(&name, names.iter().map(String::as_str))
                ),
            );
        }
    }
}

/// Terms in two rules, and advice that another rule forbids.
fn terms(cx: &mut Context<'_>, terms: &[(usize, String, usize)]) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut remarks = Vec::new();
    for (rule, term, at) in terms {
        let Some(other) = first.get(term).copied() else {
            first.insert(term.clone(), *rule);
            continue;
        };
        let (Some(a), Some(b)) = (cx.book.words.get(other), cx.book.words.get(*rule)) else {
            continue;
        };
        if a.scope != b.scope || other == *rule {
            continue;
        }
        let same = a.prefer == b.prefer && a.omit == b.omit;
        remarks.push((*at, same, term.clone(), a.line));
    }
    for (at, same, term, line) in remarks {
        if same {
            cx.suggest(
                "words/duplicate",
                at,
                format!("\"{term}\" stands here and on line {line} with the same advice."),
                "Keep one of the two.",
            );
        } else {
            cx.warn(
                "words/conflict",
                at,
                format!("\"{term}\" stands here and on line {line} with different advice, so people see both."),
                "Keep one, put all the words to use into one row, or say with `unless` when each applies.",
            );
        }
    }
    let mut circular = Vec::new();
    let mut last = None;
    for (rule, _, at) in terms {
        if last.replace(*rule) == Some(*rule) {
            continue;
        }
        let Some(own) = cx.book.words.get(*rule) else {
            continue;
        };
        for prefer in &own.prefer {
            let forbidden = first
                .get(prefer)
                .and_then(|other| cx.book.words.get(*other))
                .filter(|o| o.line != own.line);
            if let Some(other) = forbidden {
                circular.push((*rule, *at, prefer.clone(), other.line));
            }
        }
    }
    circular.dedup_by_key(|(rule, ..)| *rule);
    for (_, at, prefer, line) in circular {
        cx.warn(
            "words/circular",
            at,
            format!("The advice here is to write \"{prefer}\", which line {line} says not to use."),
            "Change one of the two rules.",
        );
    }
}

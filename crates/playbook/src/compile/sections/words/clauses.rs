//! What stands in the parentheses behind a term: `(unless it unlocks something;
//! use *important* or omit)`.

use crate::compile::rich::Slice;
use crate::compile::scope;
use crate::compile::sections::words::rule::{Draft, level};
use crate::compile::sections::words::table;
use crate::compile::terms::{self, Separators};
use crate::model::Level;

const USE: &[&str] = &[
    "use ",
    "use: ",
    "say ",
    "say: ",
    "write ",
    "try ",
    "prefer ",
    "instead use ",
    "instead say ",
    "instead, use ",
    "instead, say ",
    "better: ",
    "we say ",
    "we use ",
];
const UNLESS: &[&str] = &[
    "unless ", "except ", "except: ", "but not ", "but ok ", "ok ", "okay ", "fine ", "allowed ",
];
const OMIT: &[&str] = &[
    "omit",
    "or omit",
    "delete",
    "or delete",
    "leave it out",
    "or leave it out",
    "leave out",
    "or leave",
    "or leave out",
    "remove",
    "or remove",
    "drop it",
    "just leave it out",
];
const HASHTAGS: &[&str] = &[
    "including hashtags",
    "hashtags too",
    "also in hashtags",
    "in hashtags too",
    "and in hashtags",
];

/// What says that a rule is about every form of its terms.
const FORMS: &[&str] = &[
    "all forms",
    "any form",
    "every form",
    "in any form",
    "in all forms",
    "and its forms",
    "and all its forms",
    "and all forms",
    "with inflections",
    "all inflections",
    "and inflections",
];

/// Adds what the clauses say to the rule.
pub fn read(draft: &mut Draft, note: Slice<'_>) {
    for clause in clauses(note) {
        let text = clause.text();
        let lower = text.to_lowercase().replace('’', "'");
        if HASHTAGS.contains(&lower.as_str()) {
            draft.hashtags = true;
        } else if FORMS.contains(&lower.as_str()) {
            draft.forms = true;
        } else if let Some(audience) = scope::audience(&lower) {
            draft.scope.audiences = audience;
        } else if OMIT
            .iter()
            .any(|o| lower == *o || (lower.starts_with(o) && lower.starts_with("or ")))
        {
            draft.omit = true;
        } else if let Some(verb) = USE.iter().find(|v| lower.starts_with(**v)) {
            advice(draft, clause.from(verb.len()), clause);
        } else if let Some(word) = UNLESS.iter().find(|v| lower.starts_with(**v)) {
            let cut = if matches!(*word, "unless " | "except " | "except: ") {
                word.len()
            } else {
                0
            };
            append(&mut draft.unless, clause.from(cut).text());
        } else if let Some(level) = named_level(text) {
            draft.level = level;
        } else if let Some(place) = place(&lower) {
            let place = scope::scope(place);
            draft.scope.platforms.extend(place.platforms);
            draft.scope.kinds.extend(place.kinds);
        } else if lower != "instead" && !text.is_empty() {
            append(&mut draft.why, text);
        }
    }
}

/// The clauses: parted at semicolons, and at commas where a clause begins.
fn clauses(note: Slice<'_>) -> Vec<Slice<'_>> {
    let mut out = Vec::new();
    for part in terms::pieces(note, Separators::Semicolons) {
        let mut open: Option<Slice<'_>> = None;
        for piece in terms::pieces(part, Separators::Any) {
            open = Some(match open {
                Some(before) if !begins_clause(piece.text()) => before.through(&piece),
                before => {
                    out.extend(before);
                    piece
                }
            });
        }
        out.extend(open);
    }
    out
}

/// A level in parentheses: only its own name, since `stress (high)` is about stress.
fn named_level(text: &str) -> Option<Level> {
    matches!(
        text.trim().to_lowercase().as_str(),
        "suggestion" | "warning" | "error"
    )
    .then(|| level(text))
    .flatten()
}

fn begins_clause(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    USE.iter().chain(UNLESS).any(|w| lower.starts_with(w))
        || OMIT.iter().any(|w| lower.starts_with(w))
        || HASHTAGS.contains(&lower.as_str())
        || FORMS.contains(&lower.as_str())
        || scope::audience(&lower).is_some()
        || named_level(text).is_some()
}

/// `use *x* or *y*`, `use x`, `use *x* or omit`.
fn advice(draft: &mut Draft, words: Slice<'_>, clause: Slice<'_>) {
    let lower = words.text().to_lowercase();
    // "Use words that describe the outcome" is advice for a person, no term.
    let described = [
        "words that ",
        "something ",
        "a word ",
        "specific ",
        "a specific ",
        "language that ",
        "terms that ",
        "the name of ",
        "another ",
    ];
    if described.iter().any(|d| lower.starts_with(d)) {
        append(&mut draft.why, clause.text());
        return;
    }
    let found = prefer(words, false);
    draft.omit |= found.omit;
    draft.prefer.extend(found.terms);
}

/// Terms to use, and whether leaving the term out is one of the choices.
#[derive(Debug, Default)]
pub struct Prefer {
    pub terms: Vec<String>,
    pub omit: bool,
}

/// The terms of a piece of advice. Marked or quoted stretches are the terms; else
/// it is a list. In a cell the whole text is the list, marks are decoration.
pub fn prefer(words: Slice<'_>, cell: bool) -> Prefer {
    let mut out = Prefer::default();
    let marked = if cell {
        Vec::new()
    } else {
        terms::marked(words)
    };
    if !marked.is_empty() {
        let lower = words.text().to_lowercase();
        out.omit = [" omit", "leave it out", "leave the ", " delete"]
            .iter()
            .any(|o| lower.contains(o));
        out.terms = marked.into_iter().map(|t| t.text).collect();
        return out;
    }
    let pieces = if cell {
        table::pieces(words)
    } else {
        terms::pieces(words, Separators::Any)
    };
    for piece in pieces {
        let mut text = terms::unquote(piece.text());
        if !cell {
            text = text.strip_prefix("or ").unwrap_or(text);
            text = text.strip_suffix(" instead").unwrap_or(text);
        }
        let choices: Vec<&str> = if cell {
            vec![text]
        } else {
            text.split(" or ").collect()
        };
        for choice in choices
            .into_iter()
            .map(terms::unquote)
            .filter(|c| !c.is_empty())
        {
            if is_omit(choice, cell) {
                out.omit = true
            } else {
                out.terms.push(choice.to_owned())
            }
        }
    }
    out
}

/// Whether a text says to leave the term out. Bare words do so only where they are
/// nobody's preferred word.
fn is_omit(text: &str, cell: bool) -> bool {
    let lower = text.trim().to_lowercase();
    let bare = matches!(
        lower.as_str(),
        "omit" | "leave out" | "leave it out" | "-" | "–" | "—" | "n/a" | "no replacement"
    );
    let Some(inner) = lower.strip_prefix('(').and_then(|s| s.strip_suffix(')')) else {
        return bare || (!cell && lower == "delete");
    };
    let inner = inner.trim();
    matches!(
        inner,
        "omit"
            | "omit it"
            | "delete"
            | "delete it"
            | "remove"
            | "drop"
            | "cut"
            | "leave out"
            | "leave it out"
            | "none"
            | "nothing"
            | "no replacement"
    )
}

/// The platforms or kinds of composer of `on x`, `only on facebook`, `in replies`.
fn place(lower: &str) -> Option<&str> {
    let rest = lower.strip_prefix("only ").unwrap_or(lower);
    let rest = rest.strip_suffix(" only").unwrap_or(rest);
    let place = rest
        .strip_prefix("on ")
        .or_else(|| rest.strip_prefix("in "))?;
    let inside = rest.starts_with("in ");
    let fits = place
        .split([',', ';'])
        .flat_map(|p| p.split(" and "))
        .map(str::trim)
        .all(|p| scope::kind(p).is_some() || (!inside && !p.is_empty() && !p.contains(' ')));
    fits.then_some(place)
}

fn append(to: &mut Option<String>, text: &str) {
    let text = text.trim();
    match to {
        Some(old) => {
            old.push_str("; ");
            old.push_str(text);
        }
        None => *to = Some(text.to_owned()),
    }
}

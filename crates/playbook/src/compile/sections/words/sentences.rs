//! Items that are a sentence: `DC, not D.C.`, `Use "x," not "y"`,
//! `x instead of y`, `We prefer *x* to *y*`, `y → x`.

use crate::compile::rich::Slice;
use crate::compile::sections::words::clauses;
use crate::compile::sections::words::rule::Draft;
use crate::compile::terms::{self, Separators, Term};

/// What stands between the words to use and the words to avoid.
const BETWEEN: &[&str] = &[
    ", not ",
    "; not ",
    " --- instead of ",
    " — instead of ",
    " – instead of ",
    " instead of ",
    " rather than ",
    " --- not ",
    " — not ",
    " – not ",
    " and not ",
    " (not ",
];
/// What stands between the words to avoid and the words to use.
const ARROWS: &[&str] = &[" → ", " -> ", " => ", " ⟶ ", " ➔ "];
const DONT: &[&str] = &[
    "don't say ",
    "don't use ",
    "don't write ",
    "do not say ",
    "do not use ",
    "do not write ",
    "never say ",
    "never use ",
    "avoid ",
];
const USE: &[&str] = &[
    "always use ",
    "use ",
    "always say ",
    "say ",
    "write ",
    "we prefer ",
    "prefer ",
    "we say ",
    "we use ",
    "please use ",
];

/// Words around a term that are not marked as one; more are a sentence.
const LONGEST: usize = 6;

/// Reads the item as a sentence; under a heading of words to avoid, only an arrow
/// and `don't` say more than the heading.
pub fn read(line: Slice<'_>, draft: &mut Draft, avoids: bool) -> bool {
    let text = line.text();
    let lower = lower(text);
    if let Some((i, len)) = first(&lower, ARROWS) {
        let (to, note) = terms::note(line.from(i + len));
        return set(draft, line.sub(0..i), to, note);
    }
    if let Some(rest) = strip(line, &lower, DONT) {
        let lower = self::lower(rest.text());
        for (i, _) in lower.match_indices([';', ',', '.', '—', '–', ':']) {
            let after = rest
                .from(
                    i + lower
                        .get(i..)
                        .and_then(|s| s.chars().next())
                        .map_or(1, char::len_utf8),
                )
                .trim();
            if let Some(prefer) = strip(
                after,
                &lower_head(after.text()),
                &[
                    "instead, use ",
                    "instead use ",
                    "use ",
                    "instead, say ",
                    "say ",
                    "write ",
                    "try ",
                ],
            ) {
                return set(draft, rest.sub(0..i), prefer, None);
            }
        }
        return false;
    }
    if avoids {
        return false;
    }
    let (body, note) = terms::note(line);
    let lower = self::lower(body.text());
    let body = strip(body, &lower, USE).unwrap_or(body);
    let lower = self::lower(body.text());
    if let Some((i, len)) = first(&lower, BETWEEN) {
        return set(draft, body.from(i + len), body.sub(0..i), note);
    }
    // `"high blood pressure," not "hypertension"`: the comma is inside the quotes.
    if let Some(i) = ["\" not \"", "” not “"]
        .iter()
        .find_map(|q| lower.find(q).map(|i| i + q.find(' ').unwrap_or(1)))
    {
        return set(draft, body.from(i + 5), body.sub(0..i), note);
    }
    let prefers =
        line.text().len() != body.text().len() && self::lower(line.text()).contains("prefer ");
    if prefers && let Some(i) = lower.find(" to ") {
        return set(draft, body.from(i + 4), body.sub(0..i), note);
    }
    false
}

/// Fills the rule, if both sides are terms.
fn set(draft: &mut Draft, avoid: Slice<'_>, prefer: Slice<'_>, note: Option<Slice<'_>>) -> bool {
    let (Some(avoid), Some(prefer)) = (side(avoid), side(prefer)) else {
        return false;
    };
    draft.avoid = avoid;
    for term in prefer {
        if matches!(
            term.text.to_lowercase().as_str(),
            "omit" | "(omit)" | "delete"
        ) || term.text.is_empty()
        {
            draft.omit = true;
        } else {
            draft.prefer.push(term.text);
        }
    }
    if let Some(note) = note {
        if note.text().eq_ignore_ascii_case("omit") {
            draft.omit = true
        } else {
            clauses::read(draft, note)
        }
    }
    true
}

/// The terms of a side: its marked stretches, else a short list.
fn side(side: Slice<'_>) -> Option<Vec<Term>> {
    let side = side.trim();
    let marked = terms::marked(side);
    if !marked.is_empty() {
        return Some(marked);
    }
    let mut out = Vec::new();
    for piece in terms::pieces(side, Separators::Any) {
        let text = piece.text();
        let mut from = 0;
        for cut in text
            .match_indices(" or ")
            .map(|(i, _)| i)
            .chain([text.len()])
        {
            let mut term = terms::term(piece.sub(from..cut));
            if !is_abbreviation(&term.text) {
                term.text = term.text.trim_end_matches('.').to_owned();
            }
            if let Some(rest) = term.text.strip_prefix("or ") {
                term.text = rest.to_owned();
            }
            out.push(term);
            from = cut + 4;
        }
    }
    let sentence = |t: &Term| {
        let first = lower(t.text.split_whitespace().next().unwrap_or(""));
        t.text.split_whitespace().count() > LONGEST
            || matches!(
                first.as_str(),
                "we" | "you" | "be" | "they" | "it" | "our" | "your" | "i"
            )
    };
    let empty = out.iter().all(|t| t.text.is_empty() && t.note.is_none());
    (!empty && !out.iter().any(sentence)).then_some(out)
}

/// `D.C.` keeps its full stop.
fn is_abbreviation(text: &str) -> bool {
    text.trim_end_matches('.').contains('.')
        || text
            .split_whitespace()
            .last()
            .is_some_and(|w| w.len() <= 4 && w.starts_with(char::is_uppercase))
}

/// Lower case for ASCII only, so that every offset is that of the text.
fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Enough of a text to tell how it begins; a long item has many places to look at.
fn lower_head(text: &str) -> String {
    lower(&text.chars().take(24).collect::<String>())
}

fn first(lower: &str, marks: &[&str]) -> Option<(usize, usize)> {
    marks
        .iter()
        .filter_map(|m| lower.find(m).map(|i| (i, m.len())))
        .min_by_key(|(i, len)| (*i, usize::MAX - len))
}

/// Takes one of the openings off, curly apostrophes included.
fn strip<'d>(line: Slice<'d>, lower: &str, openings: &[&str]) -> Option<Slice<'d>> {
    openings.iter().find_map(|o| {
        let curly = o.replace('\'', "’");
        [(*o).to_owned(), curly]
            .iter()
            .find(|o| lower.starts_with(o.as_str()))
            .map(|o| line.from(o.len()).trim())
    })
}

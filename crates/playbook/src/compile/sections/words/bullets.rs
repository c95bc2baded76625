//! List items: `- utilize (use *use*)`, `- key (unless …; use *x* or omit)`,
//! `- robust`.

use crate::compile::context::Context;
use crate::compile::document::{Block, Item, Kind};
use crate::compile::labels::{self, Labelled};
use crate::compile::rich::{Mark, Slice};
use crate::compile::sections::kinds::Group;
use crate::compile::sections::words::clauses;
use crate::compile::sections::words::rule::Draft;
use crate::compile::sections::words::sense::{self, Column};
use crate::compile::sections::words::sentences;
use crate::compile::terms::{self, Separators, Term};
use crate::model::Level;

/// An item of more words without a mark is a sentence for people.
const LONGEST: usize = 8;

/// The level of rules under a heading.
pub fn default_level(group: Group) -> Level {
    if group == Group::Careful {
        Level::Suggestion
    } else {
        Level::Warning
    }
}

/// Reads an item. Gives false when it is no rule that can be read.
pub fn read(cx: &mut Context<'_>, item: &Item, group: Group) -> bool {
    let Some((first, nested)) = item.blocks.split_first() else {
        return false;
    };
    let Kind::Paragraph(rich) = &first.kind else {
        return false;
    };
    let line = rich.all().trim();
    let mut draft = Draft {
        at: item.at,
        level: default_level(group),
        ..Draft::default()
    };
    let avoids = matches!(group, Group::Avoid | Group::Careful);
    if sentences::read(line, &mut draft, avoids) {
        self::nested(&mut draft, nested);
        return draft.add(cx);
    }
    let (body, note) = terms::note(line);
    if let Some(note) = note {
        clauses::read(&mut draft, note);
    }
    let body = match remark(body) {
        Some((term, rest)) if avoids => {
            clauses::read(&mut draft, rest);
            term
        }
        _ => body,
    };
    self::nested(&mut draft, nested);
    if !avoids && draft.prefer.is_empty() && !draft.omit {
        return false;
    }
    draft.avoid = terms_of(body);
    draft.add(cx)
}

/// The terms of an item: its marked stretches when it is a sentence around them,
/// else the list that it is.
fn terms_of(body: Slice<'_>) -> Vec<Term> {
    let words = body.text().split_whitespace().count();
    let mut out = Vec::new();
    for piece in terms::pieces(body, Separators::Any) {
        let piece = match piece.text() {
            t if t.starts_with("or ") => piece.from(3),
            t if t.starts_with("and ") => piece.from(4),
            _ => piece,
        };
        match twins(piece) {
            Some((a, b)) => out.extend([terms::term(a), terms::term(b)]),
            None => out.push(terms::term(piece)),
        }
    }
    out.retain(|t| !t.text.is_empty());
    if words > LONGEST
        && out
            .iter()
            .any(|t| t.text.split_whitespace().count() > LONGEST)
    {
        return terms::marked(body);
    }
    out
}

/// `simple or simply`, `illegals or illegal aliens`: two forms of one word. Two
/// words that are not akin may be a phrase (`sooner or later`).
fn twins(piece: Slice<'_>) -> Option<(Slice<'_>, Slice<'_>)> {
    let text = piece.text();
    let at = text.find(" or ")?;
    let (a, b) = (piece.sub(0..at), piece.from(at + 4));
    let marks = |s: &Slice<'_>| {
        s.is_all(Mark::Emphasis)
            || s.is_all(Mark::Strong)
            || terms::unquote(s.text()) != s.text().trim()
    };
    let (x, y) = (
        a.text().trim().to_lowercase(),
        b.text().trim().to_lowercase(),
    );
    let head: String = x.chars().take(5).collect();
    let tail: String = x
        .chars()
        .skip(x.chars().count().saturating_sub(6))
        .collect();
    let akin = head.chars().count() >= 4 && (y.starts_with(&head) || y.ends_with(&tail));
    ((marks(&a) && marks(&b)) || akin).then_some((a, b))
}

/// `term: remark`, `term — remark`, `term - remark`.
fn remark(body: Slice<'_>) -> Option<(Slice<'_>, Slice<'_>)> {
    let text = body.text();
    let dash = [" — ", " – ", " --- ", " -- ", " - "]
        .iter()
        .filter_map(|d| text.find(d).map(|i| (i, d.len())))
        .min();
    if let Some((i, len)) = dash {
        return Some((body.sub(0..i).trim(), body.from(i + len).trim()));
    }
    labels::split(body).filter(|(_, rest)| !rest.is_empty())
}

/// What is nested under an item: `Use: x`, `Why: …`, `Unless: …`.
fn nested(draft: &mut Draft, blocks: &[Block]) {
    let mut lines = Vec::new();
    labels::gather(blocks, &mut lines);
    for line in lines {
        let labelled = Labelled::lines(line).unwrap_or_default();
        if labelled.is_empty() {
            clauses::read(draft, line);
        }
        for l in labelled {
            match sense::column(l.label.text()) {
                Column::Prefer => {
                    let found = clauses::prefer(l.value, false);
                    draft.omit |= found.omit;
                    draft.prefer.extend(found.terms);
                }
                Column::Unless => draft.unless = Some(l.value.text().to_owned()),
                Column::Why => draft.why = Some(l.value.text().to_owned()),
                _ => clauses::read(draft, line),
            }
        }
    }
}

//! `**Use:** …` and `**Avoid:** …`, in either order, on lines of a paragraph, in
//! paragraphs that follow each other, or in list items.

use crate::compile::context::Context;
use crate::compile::document::Item;
use crate::compile::labels::Labelled;
use crate::compile::rich::Slice;
use crate::compile::sections::words::clauses;
use crate::compile::sections::words::rule::Draft;
use crate::compile::sections::words::sense::{self, Column};
use crate::compile::sections::words::table;
use crate::compile::terms::{self, Separators, Term};
use crate::model::Level;

/// The half of a pair that waits for the other.
#[derive(Default)]
pub struct Pairs<'d> {
    waiting: Option<(Column, Slice<'d>, usize)>,
}

impl<'d> Pairs<'d> {
    /// Takes a paragraph if its lines are such labels.
    pub fn paragraph(&mut self, cx: &mut Context<'_>, paragraph: Slice<'d>) -> bool {
        let Some(lines) = Labelled::lines(paragraph) else {
            return false;
        };
        if !lines
            .iter()
            .all(|l| sense::label(l.label.text()).is_some() && !l.value.is_empty())
        {
            return false;
        }
        for line in lines {
            self.line(cx, &line);
        }
        true
    }

    /// Takes a list item if it is such a label with its value on the line.
    pub fn item(&mut self, cx: &mut Context<'_>, item: &'d Item) -> bool {
        match Labelled::item(item) {
            Some(line) if line.nested.is_empty() && sense::label(line.label.text()).is_some() => {
                self.line(cx, &line);
                true
            }
            _ => false,
        }
    }

    fn line(&mut self, cx: &mut Context<'_>, line: &Labelled<'d>) {
        let Some(sense) = sense::label(line.label.text()) else {
            return;
        };
        match self.waiting.take() {
            Some((before, value, at)) if before != sense => {
                let (avoid, prefer) = if sense == Column::Avoid {
                    (line.value, value)
                } else {
                    (value, line.value)
                };
                pair(cx, avoid, Some(prefer), at);
            }
            Some(other) => {
                self.waiting = Some(other);
                self.finish(cx);
                self.waiting = Some((sense, line.value, line.at));
            }
            None => self.waiting = Some((sense, line.value, line.at)),
        }
    }

    /// Whatever still waits stands alone: something to avoid is a rule, something
    /// to use says nothing without the other half.
    pub fn finish(&mut self, cx: &mut Context<'_>) {
        match self.waiting.take() {
            Some((Column::Avoid, value, at)) => pair(cx, value, None, at),
            Some((_, value, at)) => cx.warn(
                "words/unpaired",
                at,
                format!(
                    "This says to use \"{}\", but not in place of what, so it is not read.",
                    value.text().trim()
                ),
                "Put a line `**Avoid:** …` directly below or above it.",
            ),
            None => {}
        }
    }
}

fn pair(cx: &mut Context<'_>, avoid: Slice<'_>, prefer: Option<Slice<'_>>, at: usize) {
    // A semicolon on either side says that commas belong to the terms.
    let semicolons = terms::has_semicolon(avoid) || prefer.is_some_and(terms::has_semicolon);
    let by = if semicolons {
        Separators::Semicolons
    } else {
        Separators::Any
    };
    let mut draft = Draft {
        at,
        level: Level::Warning,
        ..Draft::default()
    };
    for piece in list(avoid, by) {
        let (body, note) = terms::note(piece);
        // `relapse (unless quoting)` adds to the rule; in `treatment (MAT)` the
        // abbreviation is a term too.
        match note {
            Some(note) if table::is_abbreviation(note.text()) => {
                draft.avoid.push(terms::term(note))
            }
            Some(note) => clauses::read(&mut draft, note),
            None => {}
        }
        let Term { text, at, .. } = terms::term(body);
        let text = sentence_case(&text, true);
        draft.avoid.push(Term {
            text,
            at,
            note: None,
        });
    }
    let pieces = prefer.map(|p| list(p, by)).unwrap_or_default();
    // A capital that only the first term has is that of the line.
    let line = pieces
        .iter()
        .skip(1)
        .any(|p| p.text().starts_with(char::is_lowercase));
    for piece in pieces {
        let found = clauses::prefer(piece, true);
        draft.omit |= found.omit;
        let whole = terms::unquote(piece.text().trim_end_matches('.')).to_owned();
        if !found.omit {
            draft.prefer.push(sentence_case(&whole, line));
        }
    }
    draft.avoid.retain(|t| !t.text.is_empty());
    if draft.avoid.is_empty() {
        cx.error(
            "words/empty-cell",
            at,
            "This pair does not say what to avoid, so it is not read.",
            "Write the terms behind `**Avoid:**`, parted by semicolons.",
        );
        return;
    }
    draft.add(cx);
}

/// A list, unless its commas build one phrase: in `alcohol, drug, or substance
/// abuse` the parts share a word, so it is no list of three terms.
fn list(value: Slice<'_>, by: Separators) -> Vec<Slice<'_>> {
    let pieces = terms::pieces(value, by);
    let joined = |s: &Slice<'_>| s.text().starts_with("or ") || s.text().starts_with("and ");
    if by == Separators::Any && pieces.iter().any(joined) {
        let words = |s: &Slice<'_>| s.text().split_whitespace().count() - usize::from(joined(s));
        if pieces.iter().any(|p| words(p) > 1) {
            return vec![value.trim()];
        }
        return pieces
            .into_iter()
            .map(|p| if joined(&p) { after_word(p) } else { p })
            .collect();
    }
    pieces
}

/// What stands behind the first word.
fn after_word(piece: Slice<'_>) -> Slice<'_> {
    piece.from(piece.text().find(' ').unwrap_or(0)).trim()
}

/// A term at the head of a sentence has a capital that is not its own. What is
/// avoided loses it (it is then found in any case); what is used loses it only
/// when its first word is a common one, because names begin with capitals too.
fn sentence_case(text: &str, always: bool) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let rest = letters.as_str();
    if !first.is_uppercase() || rest.chars().any(char::is_uppercase) || rest.is_empty() {
        return text.to_owned();
    }
    let word = text.split_whitespace().next().unwrap_or("").to_lowercase();
    let common = matches!(
        word.as_str(),
        "person"
            | "people"
            | "patient"
            | "patients"
            | "someone"
            | "a"
            | "an"
            | "the"
            | "not"
            | "no"
            | "use"
            | "has"
            | "had"
            | "have"
            | "having"
            | "with"
            | "without"
            | "in"
            | "on"
            | "of"
            | "to"
            | "be"
            | "is"
            | "older"
            | "currently"
    );
    if always || common {
        first.to_lowercase().chain(rest.chars()).collect()
    } else {
        text.to_owned()
    }
}

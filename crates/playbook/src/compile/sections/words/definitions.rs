//! Definition lists: a term, and below it `: Use "x" instead.`

use crate::compile::context::Context;
use crate::compile::document::Definition;
use crate::compile::labels;
use crate::compile::rich::Slice;
use crate::compile::sections::kinds::Group;
use crate::compile::sections::leftovers::shortened;
use crate::compile::sections::words::bullets::default_level;
use crate::compile::sections::words::clauses;
use crate::compile::sections::words::rule::Draft;
use crate::compile::sections::words::sentences;
use crate::compile::terms::{self, Separators};

/// Reads a term with its definitions.
pub fn read(cx: &mut Context<'_>, definition: &Definition, group: Group) {
    let term = definition.term.all().trim();
    let mut paragraphs = Vec::new();
    labels::gather(&definition.blocks, &mut paragraphs);
    let at = term.at();
    let mut draft = Draft {
        at,
        level: default_level(group),
        ..Draft::default()
    };
    let mut forbidden = matches!(group, Group::Avoid | Group::Careful);
    let mut rest: Vec<&str> = Vec::new();
    for paragraph in paragraphs {
        for sentence in split(paragraph) {
            let lower = sentence.text().to_lowercase().replace('’', "'");
            let starts = |words: &[&str]| words.iter().any(|w| lower.starts_with(w));
            if starts(&["unless ", "except "]) {
                clauses::read(&mut draft, sentence);
            } else if (starts(&[
                "use ",
                "say ",
                "write ",
                "try ",
                "prefer ",
                "instead, use ",
                "instead use ",
            ])) && (lower.contains("instead") || !terms::marked(sentence).is_empty())
                && !starts(&["use this ", "use it ", "use only ", "use with "])
            {
                clauses::read(&mut draft, sentence);
                forbidden = true;
            } else if starts(&[
                "don't use",
                "do not use",
                "avoid",
                "never use",
                "don't say",
                "do not say",
                "not ",
            ]) {
                forbidden = true;
                // "Don't use." says no more than that it is forbidden.
                if !matches!(
                    lower.as_str(),
                    "don't use" | "do not use" | "avoid" | "never use" | "don't say" | "do not say"
                ) {
                    rest.push(sentence.text());
                }
            } else {
                let mut other = Draft {
                    at,
                    level: default_level(group),
                    ..Draft::default()
                };
                if sentences::read(sentence, &mut other, false) {
                    other.add(cx);
                    return;
                }
                rest.push(sentence.text());
            }
        }
    }
    if !forbidden {
        cx.suggest(
            "words/definition-not-read",
            at,
            format!(
                "The definition of \"{}\" does not say what to use or avoid, so it is no rule.",
                shortened(term.text())
            ),
            "Write `: Use \"x\" instead.` below the term if it is to be avoided.",
        );
        return;
    }
    if draft.why.is_none() && !rest.is_empty() {
        draft.why = Some(rest.join(". "));
    }
    draft.avoid = terms::split(term, Separators::Any);
    draft.avoid.retain(|t| !t.text.is_empty());
    draft.add(cx);
}

/// Sentences: parted at a full stop with a space behind it.
fn split(paragraph: Slice<'_>) -> Vec<Slice<'_>> {
    let mut out = Vec::new();
    let mut from = 0;
    for (i, _) in paragraph.text().match_indices(". ") {
        out.push(paragraph.sub(from..i).trim());
        from = i + 2;
    }
    let last = paragraph.from(from).trim();
    out.push(last.sub(0..last.text().trim_end_matches('.').len()));
    out.retain(|s| !s.is_empty());
    out
}

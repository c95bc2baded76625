//! The line of fields under a message's heading:
//! `*Platforms: x, facebook · Until: 2026-12-31*`.

use crate::compile::labels;
use crate::compile::rich::{Mark, Slice};

/// A field of the line.
pub struct Field<'d> {
    pub key: String,
    pub label: Slice<'d>,
    pub value: Slice<'d>,
}

/// The fields of a paragraph: of one that is wholly in italics, or of one in which
/// every part is `Label: value` with a label that the caller knows.
pub fn fields<'d>(paragraph: Slice<'d>, known: impl Fn(&str) -> bool) -> Option<Vec<Field<'d>>> {
    let paragraph = paragraph.trim();
    let mut out = Vec::new();
    let mut all_known = true;
    for line in paragraph.lines() {
        for part in parts(line) {
            match labels::split(part) {
                Some((label, value)) => {
                    let key = labels::key(label.text());
                    all_known &= known(&key);
                    out.push(Field { key, label, value });
                }
                None => all_known = false,
            }
        }
    }
    let italic = paragraph.is_all(Mark::Emphasis) && out.iter().any(|f| known(&f.key));
    (!out.is_empty() && (italic || all_known)).then_some(out)
}

/// Parts at `·`, `|`, `•` and `;`.
fn parts(line: Slice<'_>) -> Vec<Slice<'_>> {
    let mut out = Vec::new();
    let mut from = 0;
    for (i, c) in line.text().char_indices() {
        if matches!(c, '·' | '|' | '•' | ';' | '‧' | '∙') {
            out.push(line.sub(from..i).trim());
            from = i + c.len_utf8();
        }
    }
    out.push(line.from(from).trim());
    out.retain(|p| !p.is_empty());
    out
}

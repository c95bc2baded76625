//! Whom to tell, and how fast: `Patient Relations within 1 business day`.

use crate::compile::context::Context;
use crate::compile::durations;
use crate::compile::rich::Slice;
use crate::compile::terms::{self, Separators};
use crate::model::Tell;

/// What stands between the role and the time. `in` only before a number: a role
/// may hold the word.
const BEFORE: &[&str] = &[" within ", " in ", " inside "];
const AT_ONCE: &[&str] = &[
    "immediately",
    "at once",
    "right away",
    "now",
    "without delay",
];

/// Reads one value; semicolons part several roles.
pub fn read(cx: &mut Context<'_>, value: Slice<'_>, out: &mut Vec<Tell>) {
    for piece in terms::pieces(value, Separators::Semicolons) {
        one(cx, piece, out);
    }
}

fn one(cx: &mut Context<'_>, piece: Slice<'_>, out: &mut Vec<Tell>) {
    let text = piece.text().trim_end_matches('.');
    // A space before, so that a value that begins with the time is seen too.
    let lower = format!(" {}", text.to_ascii_lowercase());
    let mut roles = piece.sub(0..text.len());
    let mut within = String::new();
    let found = BEFORE.iter().filter_map(|b| {
        let i = lower.rfind(b)?;
        let rest = text.get(i + b.len() - 1..)?.trim();
        let timed = *b == " within "
            || rest.starts_with(|c: char| c.is_ascii_digit())
            || durations::minutes(rest).is_some();
        timed.then_some((i, rest))
    });
    if let Some((i, rest)) = found.max_by_key(|(i, _)| *i) {
        within = rest.to_owned();
        roles = piece.sub(0..i.saturating_sub(1));
    } else if let Some(word) = AT_ONCE.iter().find(|w| lower.ends_with(**w)) {
        let i = text.len() - word.len();
        within = (*word).to_owned();
        roles = piece.sub(0..i);
        let bare = roles.text().trim_end().trim_end_matches(',').len();
        roles = roles.sub(0..bare);
    }
    let roles = roles.trim();
    if roles.is_empty() {
        cx.warn(
            "protocols/tell-whom",
            piece.at(),
            format!("\"{}\" does not say whom to tell.", piece.text()),
            "Write the role and the time, for example `- Tell: Patient Relations within 1 business day`.",
        );
        return;
    }
    let minutes = durations::minutes(&within);
    for role in several(cx, roles) {
        let name = terms::unquote(role.text()).to_owned();
        cx.references.roles.push((name.clone(), role.at()));
        out.push(Tell {
            role: name,
            within: within.clone(),
            minutes,
        });
    }
}

/// The roles of `On call and Patient Relations`; a role whose own name holds a
/// comma or "and" stays whole.
fn several<'d>(cx: &Context<'_>, roles: Slice<'d>) -> Vec<Slice<'d>> {
    let is_role = |s: &Slice<'_>| {
        cx.references
            .role_lines
            .contains_key(&s.text().trim().to_lowercase())
    };
    if is_role(&roles) {
        return vec![roles];
    }
    let text = roles.text();
    let mut cuts: Vec<(usize, usize)> = text
        .match_indices(" and ")
        .map(|(i, m)| (i, m.len()))
        .collect();
    cuts.extend(text.match_indices(", ").map(|(i, m)| (i, m.len())));
    cuts.extend(text.match_indices(" & ").map(|(i, m)| (i, m.len())));
    cuts.sort_unstable();
    let mut parts = Vec::new();
    let mut from = 0;
    for (i, len) in cuts {
        parts.push(roles.sub(from..i).trim());
        from = i + len;
    }
    parts.push(roles.from(from).trim());
    parts.retain(|p| !p.is_empty());
    // Split only when that finds a role: an unknown name is better reported whole.
    if parts.len() > 1 && parts.iter().any(is_role) {
        parts
    } else {
        vec![roles]
    }
}

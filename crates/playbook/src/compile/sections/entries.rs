//! Sections whose sub-headings are entries: messages, protocols, posts, assets.

use crate::compile::context::Context;
use crate::compile::document::Kind;
use crate::compile::outline::Section;

/// The entries under a section. A sub-heading that holds nothing but prose and
/// further sub-headings is a group; its entries are those below it. `is_part` says
/// which sub-headings are parts of an entry.
pub fn entries<'a, 'd>(
    cx: &mut Context<'_>,
    section: &'a Section<'d>,
    is_part: &impl Fn(&str) -> bool,
) -> Vec<&'a Section<'d>> {
    let mut out = Vec::new();
    for child in &section.children {
        let prose = child
            .own
            .iter()
            .all(|b| matches!(b.kind, Kind::Paragraph(_) | Kind::Rule | Kind::Html { .. }));
        let parts = child.children.iter().any(|c| is_part(&c.title));
        if prose && !parts && !child.children.is_empty() {
            cx.note(&child.title, child.body, child.own_end);
            out.extend(entries(cx, child, is_part));
        } else {
            out.push(child);
        }
    }
    out
}

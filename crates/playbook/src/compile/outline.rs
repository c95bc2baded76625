//! The blocks, nested under their headings.

use crate::compile::document::{Block, Kind};
use crate::compile::rich::Slice;

/// A heading with what stands under it. The root has no heading.
#[derive(Debug, Default)]
pub struct Section<'d> {
    pub level: u8,
    pub title: String,
    /// The heading's text with its place.
    pub heading: Option<Slice<'d>>,
    pub id: Option<&'d str>,
    /// Byte of the heading.
    pub at: usize,
    /// Its own blocks, up to the next heading of any level.
    pub own: &'d [Block],
    pub children: Vec<Section<'d>>,
    /// Where its own blocks begin and where the whole of it ends.
    pub body: usize,
    pub own_end: usize,
    pub end: usize,
}

impl<'d> Section<'d> {
    /// The level, id and text of a heading.
    fn head(block: &'d Block) -> Option<(u8, Option<&'d str>, Slice<'d>)> {
        match &block.kind {
            Kind::Heading { level, id, text } => Some((*level, id.as_deref(), text.all())),
            _ => None,
        }
    }
}

/// Builds the outline. Its depth is that of heading levels, six.
pub fn build(blocks: &[Block], end: usize) -> Section<'_> {
    let mut rest = blocks;
    let mut root = Section {
        own: take_own(&mut rest),
        end,
        ..Section::default()
    };
    root.own_end = rest.first().map_or(end, |b| b.span.start);
    root.body = root.own.first().map_or(root.own_end, |b| b.span.start);
    while !rest.is_empty() {
        let before = rest.len();
        root.children.extend(section(&mut rest, end));
        if rest.len() == before {
            break;
        }
    }
    root
}

fn section<'d>(rest: &mut &'d [Block], end: usize) -> Option<Section<'d>> {
    let (head, tail) = rest.split_first()?;
    let (level, id, text) = Section::head(head)?;
    *rest = tail;
    let mut out = Section {
        level,
        title: text.text().trim().to_owned(),
        heading: Some(text),
        id,
        at: head.span.start,
        body: head.span.end,
        own: take_own(rest),
        ..Section::default()
    };
    out.own_end = rest.first().map_or(end, |b| b.span.start);
    while let Some((deeper, ..)) = rest.first().and_then(Section::head) {
        if deeper <= level {
            break;
        }
        out.children.extend(section(rest, end));
    }
    out.end = rest.first().map_or(end, |b| b.span.start);
    Some(out)
}

fn take_own<'d>(rest: &mut &'d [Block]) -> &'d [Block] {
    let n = rest
        .iter()
        .position(|b| matches!(b.kind, Kind::Heading { .. }))
        .unwrap_or(rest.len());
    let (own, tail) = rest.split_at(n);
    *rest = tail;
    own
}

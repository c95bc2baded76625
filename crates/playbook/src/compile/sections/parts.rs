//! The own blocks of a section, taken apart the way most readers need them.

use crate::compile::document::{Block, Item, Kind, Table};
use crate::compile::labels::Labelled;
use crate::compile::rich::Slice;

/// A part of a section.
pub enum Part<'d> {
    /// `Label: value`, an item or lines of a paragraph.
    Labelled(Labelled<'d>, Option<&'d Item>),
    /// An item without a label.
    Item(&'d Item),
    Table(&'d Table, usize),
    Paragraph(Slice<'d>, &'d Block),
    Other(&'d Block),
}

/// Takes blocks apart. A paragraph counts as labelled lines only when its first
/// label is known: prose has colons too.
pub fn parts<'d>(own: &'d [Block], known: impl Fn(&str) -> bool) -> Vec<Part<'d>> {
    let mut out = Vec::new();
    for block in own {
        match &block.kind {
            Kind::List(items) => out.extend(items.iter().map(|i| match Labelled::item(i) {
                Some(l) => Part::Labelled(l, Some(i)),
                None => Part::Item(i),
            })),
            Kind::Table(t) => out.push(Part::Table(t, block.span.start)),
            Kind::Paragraph(rich) => match Labelled::lines(rich.all()) {
                Some(lines) if lines.first().is_some_and(|l| known(&l.key())) => {
                    out.extend(lines.into_iter().map(|l| Part::Labelled(l, None)));
                }
                _ => out.push(Part::Paragraph(rich.all().trim(), block)),
            },
            _ => out.push(Part::Other(block)),
        }
    }
    out
}

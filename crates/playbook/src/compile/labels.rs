//! `Label: value`, in a list item, a paragraph or a line of one; the value on the
//! same line, in a nested list, or in a nested quote.

use crate::compile::document::{Block, Item, Kind};
use crate::compile::rich::{Mark, Slice};

/// A label with its value.
#[derive(Clone, Copy, Debug)]
pub struct Labelled<'d> {
    pub label: Slice<'d>,
    /// The rest of the line; may be empty.
    pub value: Slice<'d>,
    /// What is nested under it.
    pub nested: &'d [Block],
    pub at: usize,
}

/// A label longer than this is a sentence with a colon in it. Code points.
const LONGEST: usize = 60;

/// Parts a line at the colon of its label.
pub fn split<'d>(line: Slice<'d>) -> Option<(Slice<'d>, Slice<'d>)> {
    let line = line.trim();
    let text = line.text();
    let mut before = ' ';
    for (count, (i, c)) in text.char_indices().enumerate() {
        if count > LONGEST {
            return None;
        }
        if c == ':' || c == '：' {
            let after = text.get(i + c.len_utf8()..).unwrap_or("").chars().next();
            let time = before.is_ascii_digit() && after.is_some_and(|a| a.is_ascii_digit());
            let address = after == Some('/');
            let in_code = line.marks().any(|(r, m)| m == Mark::Code && r.contains(&i));
            if in_code {
                return None;
            }
            if !time && !address {
                let label = line.sub(0..i).trim();
                return (!label.is_empty()).then(|| (label, line.from(i + c.len_utf8()).trim()));
            }
        }
        before = c;
    }
    None
}

impl<'d> Labelled<'d> {
    /// A list item whose first paragraph begins with a label.
    pub fn item(item: &'d Item) -> Option<Self> {
        let (first, nested) = item.blocks.split_first()?;
        let Kind::Paragraph(rich) = &first.kind else {
            return None;
        };
        let (label, value) = split(rich.all())?;
        Some(Self {
            label,
            value,
            nested,
            at: item.at,
        })
    }

    /// The lines of a paragraph that begin with a label, each with the lines that
    /// carry it on. None when the first line has no label.
    pub fn lines(paragraph: Slice<'d>) -> Option<Vec<Self>> {
        let mut out: Vec<Self> = Vec::new();
        for line in paragraph.lines() {
            match (split(line), out.last_mut()) {
                (Some((label, value)), _) => out.push(Self {
                    label,
                    value,
                    nested: &[],
                    at: line.at(),
                }),
                (None, Some(last)) => last.value = last.value.through(&line),
                (None, None) => return None,
            }
        }
        Some(out)
    }

    /// The label without marks, in lower case, single spaces, straight quotes.
    pub fn key(&self) -> String {
        key(self.label.text())
    }

    /// The single values: the one on the line, then those of nested lists and
    /// quotes, one an item or paragraph.
    pub fn values(&self) -> Vec<Slice<'d>> {
        let mut out = Vec::new();
        if !self.value.is_empty() {
            out.push(self.value.trim());
        }
        gather(self.nested, &mut out);
        out
    }
}

/// The paragraphs inside blocks, in order.
pub fn gather<'d>(blocks: &'d [Block], out: &mut Vec<Slice<'d>>) {
    for block in blocks {
        match &block.kind {
            Kind::Paragraph(rich) if !rich.all().is_empty() => out.push(rich.all().trim()),
            Kind::Quote(blocks) => gather(blocks, out),
            Kind::List(items) => items.iter().for_each(|i| gather(&i.blocks, out)),
            _ => {}
        }
    }
}

/// A label or heading for comparing: lower case, single spaces, straight quotes,
/// no marks of punctuation at its ends.
pub fn key(text: &str) -> String {
    text.to_lowercase()
        .replace(['’', '‘'], "'")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '(' && c != '#')
        .to_owned()
}

//! Blocks as plain text, the way a message goes into a composer.

use crate::compile::document::{Block, Kind};

/// The text of blocks: paragraphs parted by an empty line, list items on lines of
/// their own, marks dropped, line breaks kept.
pub fn text(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks.iter().map(block).filter(|p| !p.is_empty()).collect();
    parts.join("\n\n")
}

/// The text of the quotes and code blocks among blocks, if there are any.
pub fn quoted(blocks: &[Block]) -> Option<String> {
    let parts: Vec<String> = blocks
        .iter()
        .filter(|b| matches!(b.kind, Kind::Quote(_) | Kind::Code(_)))
        .map(block)
        .filter(|p| !p.is_empty())
        .collect();
    if parts.is_empty() {
        None
    } else {
        Some(parts.join("\n\n"))
    }
}

fn block(block: &Block) -> String {
    match &block.kind {
        Kind::Paragraph(rich) | Kind::Heading { text: rich, .. } => tidy(rich.all().text()),
        Kind::Quote(blocks) => text(blocks),
        Kind::Code(code) => code.trim_matches('\n').to_owned(),
        Kind::List(items) => items
            .iter()
            .map(|i| format!("- {}", text(&i.blocks).replace("\n\n", "\n")))
            .collect::<Vec<_>>()
            .join("\n"),
        Kind::Definitions(list) => list
            .iter()
            .map(|d| format!("{}: {}", d.term.all().text().trim(), text(&d.blocks)))
            .collect::<Vec<_>>()
            .join("\n"),
        Kind::Table(table) => table
            .rows
            .iter()
            .map(|r| {
                r.cells
                    .iter()
                    .map(|c| c.all().text().trim())
                    .collect::<Vec<_>>()
                    .join(", ")
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Kind::Html { .. } | Kind::Rule => String::new(),
    }
}

/// Trims each line of a paragraph.
fn tidy(text: &str) -> String {
    text.trim()
        .split('\n')
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("\n")
}

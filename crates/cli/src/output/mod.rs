//! The forms of results.
//!
//! `json` and `sarif` are stable; a change to one is a change of its `version`.

pub mod json;
pub mod playbook;
pub mod sarif;
pub mod text;

use cuecard_playbook::Level;
use cuecard_text::{Offsets, Span};

/// A level's name, as programs and people read it.
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Suggestion => "suggestion",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// Something to say about a place in a file, for [`text`] and [`sarif`].
pub struct Remark<'a> {
    /// The file's name.
    pub file: &'a str,
    /// How much it matters.
    pub level: Level,
    /// Stable rule id or diagnostic code.
    pub rule: &'a str,
    /// What is wrong.
    pub message: &'a str,
    /// How to mend it, in words; empty when the fixes say it.
    pub help: &'a str,
    /// Where it begins.
    pub start: Position,
    /// Where it ends; none for a whole line.
    pub end: Option<Position>,
    /// What stands there.
    pub found: &'a str,
    /// What may stand in its place, and where that is.
    pub fixes: &'a [String],
    /// The place that the fixes replace.
    pub fix_at: Option<(Position, Position)>,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, 1-based.
    pub line: usize,
    /// Column in code points, 1-based.
    pub column: usize,
}

/// Finds the lines and columns of one text.
pub struct Lines<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
    /// Bytes at which lines begin.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            offsets: Offsets::new(text),
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    /// The place of a byte.
    pub fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        Position {
            line,
            column: self
                .offsets
                .chars(byte)
                .saturating_sub(self.offsets.chars(start))
                + 1,
        }
    }

    /// Both ends of a span.
    pub fn range(&self, span: Span) -> (Position, Position) {
        (self.position(span.start), self.position(span.end))
    }

    /// What a span covers.
    pub fn found(&self, span: Span) -> &'a str {
        span.of(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_code_points_from_one() {
        let lines = Lines::new("é😀ER\n\nlast");
        for (byte, line, column) in [
            (0, 1, 1),
            (6, 1, 3),
            (8, 1, 5),
            (9, 2, 1),
            (10, 3, 1),
            (14, 3, 5),
            (99, 3, 5),
        ] {
            assert_eq!(lines.position(byte), Position { line, column }, "{byte}");
        }
        assert_eq!(lines.found(Span::new(6, 8)), "ER");
    }
}

//! What every reader writes to: the playbook so far, the diagnostics, and the
//! names that are looked up once everything is read.

use crate::compile::ids::Ids;
use crate::compile::lines::Lines;
use crate::compile::references::References;
use crate::model::{Compiled, Diagnostic, Level, Note, Playbook, VERSION};

/// A diagnostic before its byte is turned into a line and a column.
struct Pending {
    at: usize,
    code: &'static str,
    level: Level,
    message: String,
    help: String,
}

/// The state of one compilation.
pub struct Context<'s> {
    pub source: &'s str,
    pub book: Playbook,
    pub ids: Ids,
    pub references: References,
    lines: Lines,
    pending: Vec<Pending>,
}

impl<'s> Context<'s> {
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            book: Playbook {
                version: VERSION,
                locale: "en-US".to_owned(),
                ..Playbook::default()
            },
            ids: Ids::default(),
            references: References::default(),
            lines: Lines::new(source),
            pending: Vec::new(),
        }
    }

    /// The 1-based line of a byte of the source.
    pub fn line(&self, at: usize) -> usize {
        self.lines.line(at)
    }

    /// Something that must be mended.
    pub fn error(
        &mut self,
        code: &'static str,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.say(code, Level::Error, at, message, help);
    }

    /// Something that is probably not meant.
    pub fn warn(
        &mut self,
        code: &'static str,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.say(code, Level::Warning, at, message, help);
    }

    /// Something worth a thought.
    pub fn suggest(
        &mut self,
        code: &'static str,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.say(code, Level::Suggestion, at, message, help);
    }

    fn say(
        &mut self,
        code: &'static str,
        level: Level,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.pending.push(Pending {
            at,
            code,
            level,
            message: message.into(),
            help: help.into(),
        });
    }

    /// How much has been reported and noted so far.
    pub fn mark(&self) -> (usize, usize) {
        (self.pending.len(), self.book.notes.len())
    }

    /// Whether an error was reported since the mark.
    pub fn erred_since(&self, (pending, _): (usize, usize)) -> bool {
        self.pending
            .iter()
            .skip(pending)
            .any(|p| p.level == Level::Error)
    }

    /// Takes back what was reported and noted since the mark: another reader says it
    /// better.
    pub fn rewind(&mut self, (pending, notes): (usize, usize)) {
        self.pending.truncate(pending);
        self.book.notes.truncate(notes);
    }

    /// Keeps a piece of the source as text.
    pub fn note(&mut self, heading: &str, start: usize, end: usize) {
        let text = self.source.get(start..end).unwrap_or("");
        let start = start + (text.len() - text.trim_start().len());
        let text = text.trim();
        if !text.is_empty() {
            let line = self.line(start);
            self.book.notes.push(Note {
                heading: heading.to_owned(),
                text: text.to_owned(),
                line,
            });
        }
    }

    /// Puts the diagnostics in the order of the source and gives them positions.
    ///
    /// Columns are counted here, walking each line once, so that ten thousand
    /// remarks about one long line cost as much as one.
    pub fn finish(mut self) -> Compiled {
        self.pending.sort_by_key(|p| p.at);
        let (mut counted_to, mut column, mut line_start) = (0, 1, usize::MAX);
        let mut diagnostics = Vec::with_capacity(self.pending.len());
        for p in self.pending {
            let start = self.lines.start(p.at);
            if start != line_start {
                (counted_to, column, line_start) = (start, 1, start);
            }
            let mut at = p.at.min(self.source.len()).max(counted_to);
            while !self.source.is_char_boundary(at) {
                at -= 1;
            }
            column += self
                .source
                .get(counted_to..at)
                .map_or(0, |s| s.chars().count());
            counted_to = counted_to.max(at);
            diagnostics.push(Diagnostic {
                code: p.code.to_owned(),
                level: p.level,
                line: self.lines.line(p.at),
                column,
                message: p.message,
                help: p.help,
            });
        }
        Compiled {
            playbook: self.book,
            diagnostics,
        }
    }
}

//! Inline text, flattened, that remembers its marks and where it came from.

use std::ops::Range;

/// What a stretch of inline text was marked up as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Strong,
    Emphasis,
    Code,
}

/// Flattened inline text. A soft break is a space in it, a hard break a line feed.
#[derive(Debug, Default)]
pub struct Rich {
    text: String,
    /// Offset in the text, byte of the source, and whether the stretch that
    /// begins there is the source letter by letter.
    origins: Vec<(usize, usize, bool)>,
    marks: Vec<(Range<usize>, Mark)>,
    /// Offsets of soft and hard breaks.
    breaks: Vec<usize>,
    open: Vec<(usize, Mark)>,
    start: usize,
}

impl Rich {
    pub fn starting(start: usize) -> Self {
        Self {
            start,
            ..Self::default()
        }
    }

    pub fn push(&mut self, text: &str, source: usize, verbatim: bool) {
        self.origins.push((self.text.len(), source, verbatim));
        self.text.push_str(text);
    }

    pub fn push_code(&mut self, text: &str, source: usize) {
        let start = self.text.len();
        self.push(text, source, true);
        self.marks.push((start..self.text.len(), Mark::Code));
    }

    pub fn push_break(&mut self, hard: bool, source: usize) {
        self.breaks.push(self.text.len());
        self.push(if hard { "\n" } else { " " }, source, false);
    }

    pub fn open(&mut self, mark: Mark) {
        self.open.push((self.text.len(), mark));
    }

    pub fn close(&mut self) {
        if let Some((start, mark)) = self.open.pop() {
            self.marks.push((start..self.text.len(), mark));
        }
    }

    /// To be called once the text is whole: marks in the order of the text.
    pub fn finish(mut self) -> Self {
        self.marks.sort_by_key(|(r, _)| (r.start, r.end));
        self
    }

    pub fn all(&self) -> Slice<'_> {
        Slice {
            rich: self,
            start: 0,
            end: self.text.len(),
        }
    }

    fn origin(&self, offset: usize) -> usize {
        let i = self.origins.partition_point(|(o, _, _)| *o <= offset);
        match i.checked_sub(1).and_then(|i| self.origins.get(i)) {
            Some((o, source, true)) => source + (offset - o),
            Some((_, source, false)) => *source,
            None => self.start,
        }
    }
}

/// A part of a [`Rich`] text.
#[derive(Clone, Copy, Debug)]
pub struct Slice<'d> {
    rich: &'d Rich,
    start: usize,
    end: usize,
}

impl<'d> Slice<'d> {
    pub fn text(&self) -> &'d str {
        self.rich.text.get(self.start..self.end).unwrap_or("")
    }

    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// The byte of the source at which it begins.
    pub fn at(&self) -> usize {
        self.rich.origin(self.start)
    }

    /// A part of it; offsets in its text, clamped to it and to letters.
    pub fn sub(&self, part: Range<usize>) -> Slice<'d> {
        let clamp = |offset: usize| {
            let mut at = (self.start + offset).min(self.end);
            while at > self.start && !self.rich.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = clamp(part.start);
        Slice {
            rich: self.rich,
            start,
            end: clamp(part.end).max(start),
        }
    }

    pub fn from(&self, offset: usize) -> Slice<'d> {
        self.sub(offset..self.end - self.start)
    }

    pub fn trim(&self) -> Slice<'d> {
        let text = self.text();
        let start = text.len() - text.trim_start().len();
        self.sub(start..start + text.trim().len())
    }

    /// The marked stretches that lie wholly in it, as offsets in its text.
    pub fn marks(&self) -> impl Iterator<Item = (Range<usize>, Mark)> + use<'d> {
        let (start, end) = (self.start, self.end);
        let from = self.rich.marks.partition_point(|(r, _)| r.start < start);
        self.rich
            .marks
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .take_while(move |(r, _)| r.start < end)
            .filter(move |(r, _)| r.end <= end)
            .map(move |(r, m)| (r.start - start..r.end - start, *m))
    }

    /// The marked stretches of one kind.
    pub fn marked(&self, mark: Mark) -> impl Iterator<Item = Slice<'d>> + use<'d> {
        let slice = *self;
        self.marks()
            .filter(move |(_, m)| *m == mark)
            .map(move |(r, _)| slice.sub(r))
    }

    /// Whether the whole text is one stretch of the mark.
    pub fn is_all(&self, mark: Mark) -> bool {
        let whole = self.trim();
        !whole.is_empty()
            && whole
                .marks()
                .any(|(r, m)| m == mark && r.start == 0 && r.end == whole.text().len())
    }

    /// Its lines as they stand in the source: parted at soft and hard breaks.
    pub fn lines(&self) -> Vec<Slice<'d>> {
        let mut out = Vec::new();
        let mut from = self.start;
        let first = self.rich.breaks.partition_point(|b| *b < self.start);
        let breaks = self.rich.breaks.get(first..).unwrap_or(&[]);
        for b in breaks.iter().take_while(|b| **b < self.end) {
            out.push(Slice {
                rich: self.rich,
                start: from,
                end: *b,
            });
            from = b + 1;
        }
        out.push(Slice {
            rich: self.rich,
            start: from.min(self.end),
            end: self.end,
        });
        out.into_iter()
            .map(|s| s.trim())
            .filter(|s| !s.is_empty())
            .collect()
    }

    /// From the beginning of this part to the end of the other, when both are
    /// of one text and in order.
    pub fn through(&self, other: &Slice<'d>) -> Slice<'d> {
        Slice {
            rich: self.rich,
            start: self.start,
            end: other.end.max(self.start),
        }
    }
}

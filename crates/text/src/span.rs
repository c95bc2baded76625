//! A place in a text.

/// A half-open range of bytes in a text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`, in bytes; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds nothing: a place between two characters.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether the two share at least one byte. An empty span overlaps nothing.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// Whether `other` lies wholly inside, equal ends included.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same place in a text of which this one begins at a byte.
    #[must_use]
    pub fn after(self, start: usize) -> Self {
        Self::new(self.start + start, self.end + start)
    }

    /// The part of `text` that it covers; `""` when it is out of range or off a character boundary.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_compare_as_half_open_ranges() {
        let (a, b, c) = (Span::new(0, 3), Span::new(2, 5), Span::new(3, 5));
        assert!(a.overlaps(b) && !a.overlaps(c) && !a.overlaps(Span::new(1, 1)));
        assert!(b.contains(c) && !c.contains(b) && a.contains(a));
        assert_eq!(Span::new(7, 2), Span { start: 7, end: 7 });
    }

    #[test]
    fn a_span_that_does_not_fit_covers_nothing() {
        for (text, start, end, want) in [
            ("héllo", 0, 3, "hé"),
            ("héllo", 0, 2, ""),
            ("héllo", 4, 99, ""),
            ("", 0, 0, ""),
        ] {
            assert_eq!(Span { start, end }.of(text), want, "{text} {start}..{end}");
        }
    }
}

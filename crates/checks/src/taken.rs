//! Non-overlap, once for all checks.

use std::collections::BTreeMap;

use cuecard_text::Span;

/// Parts of a text that are spoken for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    /// End by start; none overlap.
    parts: BTreeMap<usize, usize>,
}

impl Taken {
    /// Takes a part, unless it overlaps one that is taken.
    pub(crate) fn take(&mut self, span: Span) -> bool {
        let clash = self
            .parts
            .range(..span.end)
            .next_back()
            .is_some_and(|(_, end)| *end > span.start);
        if !clash {
            self.parts.insert(span.start, span.end);
        }
        !clash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_not_taken_twice() {
        let mut taken = Taken::default();
        for (start, end, want) in [
            (4, 8, true),
            (0, 4, true),
            (8, 9, true),
            (7, 10, false),
            (3, 5, false),
            (5, 6, false),
            (0, 20, false),
        ] {
            assert_eq!(taken.take(Span::new(start, end)), want, "{start}..{end}");
        }
    }
}

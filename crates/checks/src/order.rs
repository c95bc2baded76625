//! Sorting and non-overlap, once for all checks.
//!
//! The standard library's sort is several kilobytes of WASM for each type that is
//! sorted. Here only indices are, whatever the items.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use cuecard_text::Span;

/// The items in order; equal ones stay as they stood.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = indices(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|i| items.get_mut(i).and_then(Option::take))
        .collect()
}

fn indices(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut out: Vec<usize> = (0..count).collect();
    out.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    out
}

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
    fn the_order_is_stable() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let letters: String = sorted(items, |a, b| a.0.cmp(&b.0))
            .iter()
            .map(|i| i.1)
            .collect();
        assert_eq!(letters, "bdac");
    }

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

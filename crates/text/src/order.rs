//! Sorting, once for the whole engine.
//!
//! The standard library's sort is several kilobytes of WASM for each type that is
//! sorted. Here only places are, by one merge sort, whatever the items.

use std::cmp::Ordering;

/// The items in order; equal ones stay as they stood.
///
/// ```
/// let words = vec!["to", "a", "be"];
/// assert_eq!(cuecard_text::sorted(words, |a, b| a.len().cmp(&b.len())), ["a", "to", "be"]);
/// ```
#[must_use]
pub fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = places(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let mut out = Vec::with_capacity(items.len());
    for place in order {
        out.extend(items.get_mut(place).and_then(Option::take));
    }
    out
}

/// The places of so many items, in the order of the items: runs of one, two, four... are merged.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut into: Vec<usize> = Vec::with_capacity(count);
    let mut run = 1;
    while run < count {
        for pair in from.chunks(run.saturating_mul(2)) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            merge(left, right, compare, &mut into);
        }
        std::mem::swap(&mut from, &mut into);
        into.clear();
        run = run.saturating_mul(2);
    }
    from
}

fn merge(
    left: &[usize],
    right: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    into: &mut Vec<usize>,
) {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    loop {
        let next = match (left.peek(), right.peek()) {
            (Some(a), Some(b)) if compare(**a, **b) == Ordering::Greater => right.next(),
            (Some(_), _) => left.next(),
            (None, _) => right.next(),
        };
        let Some(next) = next else { break };
        into.push(*next);
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
    fn it_agrees_with_the_standard_library() {
        for count in (0..70).chain([255, 256, 257, 1000]) {
            // Numbers that repeat, in no order: multiples of a prime, modulo another.
            let items: Vec<(u32, u32)> = (0..count).map(|i| (i * 7919 % 31, i)).collect();
            let mut want = items.clone();
            want.sort_by_key(|i| i.0);
            assert_eq!(sorted(items, |a, b| a.0.cmp(&b.0)), want, "{count}");
        }
    }
}

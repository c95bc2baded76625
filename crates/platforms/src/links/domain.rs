//! Where domains end.
//!
//! A regular expression would try each start of a long run of letters anew, in time
//! quadratic in the text. Here each run is read once, from its end: for every label
//! it is then known how far a domain reaches that begins at it.

use super::chars::is_domain;
use super::tld::leading_tld;

/// The labels of a text that could belong to a domain, in order.
pub(crate) struct Domains {
    labels: Vec<Label>,
}

/// What stands between two dots. All places are indices of characters.
struct Label {
    start: usize,
    end: usize,
    /// Ends in a letter, and is not empty.
    ends_well: bool,
    /// The last `_` in it; a name may have none, a subdomain may.
    underscore: Option<usize>,
    /// Where the domain ends if this label is its last but the top-level domain.
    own: Option<usize>,
    /// Where the domain ends if it goes on beyond the next label.
    beyond: Option<usize>,
}

impl Domains {
    /// Reads the text once.
    pub(crate) fn new(chars: &[char]) -> Self {
        let mut labels = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let run = chars
                .iter()
                .skip(at)
                .take_while(|c| may_stand_in_domain(**c))
                .count();
            read_run(chars, at, at + run, &mut labels);
            at += run + 1;
        }
        Self { labels }
    }

    /// Where the domain that begins at character `start` ends; none when none begins there.
    pub(crate) fn end(&self, chars: &[char], start: usize) -> Option<usize> {
        let after = self.labels.partition_point(|label| label.start <= start);
        let label = self.labels.get(after.checked_sub(1)?)?;
        let begins_well = start < label.end && chars.get(start).copied().is_some_and(is_domain);
        if !begins_well || !label.ends_well {
            return None;
        }
        let named = label.underscore.is_none_or(|at| at < start);
        label.beyond.or(if named { label.own } else { None })
    }
}

fn may_stand_in_domain(c: char) -> bool {
    is_domain(c) || matches!(c, '.' | '_' | '-')
}

/// Adds the labels of the run `from..to`.
fn read_run(chars: &[char], from: usize, to: usize, labels: &mut Vec<Label>) {
    let first = labels.len();
    let mut start = from;
    for at in from..=to {
        if at == to || chars.get(at) == Some(&'.') {
            let body = chars.get(start..at).unwrap_or_default();
            let own = chars
                .get(at.saturating_add(1)..to)
                .filter(|_| at < to)
                // The character after the run decides too whether a top-level domain ends: `.jp@`.
                .and_then(|_| leading_tld(chars.get(at + 1..).unwrap_or_default()))
                .map(|length| at + 1 + length);
            labels.push(Label {
                start,
                end: at,
                ends_well: body.last().copied().is_some_and(is_domain),
                underscore: body.iter().rposition(|c| *c == '_').map(|i| start + i),
                own,
                beyond: None,
            });
            start = at + 1;
        }
    }
    // From the end: a label passes on how far a domain reaches that begins with it as a whole.
    let mut reach = None;
    for label in labels.iter_mut().skip(first).rev() {
        label.beyond = reach;
        let whole = label.ends_well && chars.get(label.start).copied().is_some_and(is_domain);
        let named = label.underscore.is_none();
        reach = match whole {
            true => label.beyond.or(if named { label.own } else { None }),
            false => None,
        };
    }
}

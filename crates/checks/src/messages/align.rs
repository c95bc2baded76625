//! The word-by-word comparison of an approved text and a draft.

use super::template::TemplateWord;
use crate::report::Change;

/// A comparison.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Aligned {
    /// Share of words that are not the same in both, 0–1, of the longer of the two.
    pub drift: f32,
    /// The same in whole per cent, at least 1.
    pub percent: usize,
    /// What is the same and what is not; words of one kind in a row are one piece.
    pub changes: Vec<Change>,
    /// What stands in each slot.
    pub fills: Vec<Option<String>>,
}

/// Longest text, in words, that is compared: both sides take part in the memory.
const MOST: usize = 2_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    Same,
    Changed,
    Removed,
    Added,
    /// One more word in the slot.
    More,
}

/// The least that a template and so many words of a draft can differ, as [`Aligned::drift`]: what one side has more
/// of was added or removed, unless a slot took it.
pub(super) fn least_drift(template: &[TemplateWord], draft: usize) -> f32 {
    let apart = if draft > template.len() && template.iter().any(TemplateWord::is_slot) {
        0
    } else {
        template.len().abs_diff(draft)
    };
    apart as f32 / template.len().max(draft).max(1) as f32
}

/// Compares by the smallest number of words changed, removed or added. A slot takes
/// one or more words of the draft for nothing.
pub(super) fn align(template: &[TemplateWord], draft: &[&str]) -> Aligned {
    let (n, m) = (template.len(), draft.len());
    if n.max(m) > MOST {
        return Aligned {
            drift: 1.0,
            percent: 100,
            changes: Vec::new(),
            fills: Vec::new(),
        };
    }
    let width = m + 1;
    let mut steps = vec![Step::Start; (n + 1) * width];
    let mut above: Vec<u32> = (0..=m)
        .map(|j| u32::try_from(j).unwrap_or(u32::MAX))
        .collect();
    for step in steps.iter_mut().take(width).skip(1) {
        *step = Step::Added;
    }
    for (i, word) in template.iter().enumerate() {
        let mut row = Vec::with_capacity(width);
        let first = above.first().copied().unwrap_or(0) + 1;
        row.push(first);
        let base = (i + 1) * width;
        set(&mut steps, base, Step::Removed);
        let mut left = first;
        // Whether the best way to the cell on the left ends with this slot taking a word.
        let mut open = false;
        for (j, have) in draft.iter().enumerate() {
            let corner = above.get(j).copied().unwrap_or(u32::MAX);
            let up = above.get(j + 1).copied().unwrap_or(u32::MAX);
            let takes = word.takes(have);
            let mut best = if takes {
                (corner, Step::Same)
            } else {
                (corner.saturating_add(1), Step::Changed)
            };
            let more = if word.is_slot() && open {
                left
            } else {
                u32::MAX
            };
            for (cost, step) in [
                (more, Step::More),
                (up.saturating_add(1), Step::Removed),
                (left.saturating_add(1), Step::Added),
            ] {
                if cost < best.0 {
                    best = (cost, step);
                }
            }
            open = word.is_slot() && matches!(best.1, Step::Same | Step::More);
            set(&mut steps, base + j + 1, best.1);
            left = best.0;
            row.push(left);
        }
        above = row;
    }
    let cost = above.last().copied().unwrap_or(0).max(1);
    let mut out = walk(template, draft, &steps);
    // Both lengths are small: exact in f32.
    let longer = n.max(m).max(1);
    out.drift = cost as f32 / longer as f32;
    out.percent = ((cost as usize * 100 + longer / 2) / longer).max(1);
    out
}

fn set(steps: &mut [Step], at: usize, step: Step) {
    if let Some(cell) = steps.get_mut(at) {
        *cell = step;
    }
}

/// Follows the steps back from the end.
fn walk(template: &[TemplateWord], draft: &[&str], steps: &[Step]) -> Aligned {
    let width = draft.len() + 1;
    let (mut i, mut j) = (template.len(), draft.len());
    let mut pieces: Vec<Change> = Vec::new();
    let slots = template
        .iter()
        .filter_map(|w| w.slot)
        .max()
        .map_or(0, |s| s + 1);
    let mut fills: Vec<Option<String>> = vec![None; slots];
    // The draft's words of the slot that is being walked through end here.
    let mut until = None;
    while let Some(step) = steps.get(i * width + j) {
        let have = || {
            j.checked_sub(1)
                .and_then(|j| draft.get(j))
                .map_or("", |w| w)
                .to_owned()
        };
        let want = || i.checked_sub(1).and_then(|i| template.get(i));
        let approved = || want().map_or_else(String::new, |w| w.text.replace('\u{FFFC}', "…"));
        match step {
            Step::Start => break,
            Step::More => {
                until.get_or_insert(j);
                pieces.push(Change::Same(have()));
                j -= 1;
                continue;
            }
            Step::Same => {
                if let Some(word) = want().filter(|w| w.is_slot()) {
                    let run = draft
                        .get(j - 1..until.unwrap_or(j))
                        .unwrap_or(&[])
                        .join(" ");
                    if let Some(fill) = word.slot.and_then(|s| fills.get_mut(s)) {
                        *fill = Some(word.fill(&run));
                    }
                }
                pieces.push(Change::Same(have()));
                i -= 1;
                j -= 1;
            }
            Step::Changed => {
                pieces.push(Change::Added(have()));
                pieces.push(Change::Removed(approved()));
                i -= 1;
                j -= 1;
            }
            Step::Removed => {
                pieces.push(Change::Removed(approved()));
                i -= 1;
            }
            Step::Added => {
                pieces.push(Change::Added(have()));
                j -= 1;
            }
        }
        until = None;
    }
    pieces.reverse();
    Aligned {
        drift: 0.0,
        percent: 0,
        changes: merged(pieces),
        fills,
    }
}

/// Joins what stands in a row; within a changed run, what was removed comes first.
fn merged(pieces: Vec<Change>) -> Vec<Change> {
    let mut out = Vec::new();
    let (mut removed, mut added): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut same: Vec<String> = Vec::new();
    fn flush(out: &mut Vec<Change>, words: &mut Vec<String>, kind: fn(String) -> Change) {
        if !words.is_empty() {
            out.push(kind(words.join(" ")));
            words.clear();
        }
    }
    for piece in pieces {
        match piece {
            Change::Same(word) => {
                flush(&mut out, &mut removed, Change::Removed);
                flush(&mut out, &mut added, Change::Added);
                same.push(word);
            }
            Change::Removed(word) => {
                flush(&mut out, &mut same, Change::Same);
                removed.push(word);
            }
            Change::Added(word) => {
                flush(&mut out, &mut same, Change::Same);
                added.push(word);
            }
        }
    }
    flush(&mut out, &mut same, Change::Same);
    flush(&mut out, &mut removed, Change::Removed);
    flush(&mut out, &mut added, Change::Added);
    out
}

#[cfg(test)]
mod tests {
    use super::super::template::Template;
    use super::*;

    fn run(template: &str, draft: &str) -> (String, f32, Vec<Option<String>>) {
        let words: Vec<&str> = draft.split(' ').filter(|w| !w.is_empty()).collect();
        let aligned = align(&Template::new(template).words, &words);
        let shown: Vec<String> = aligned
            .changes
            .iter()
            .map(|c| match c {
                Change::Same(w) => w.clone(),
                Change::Removed(w) => format!("[-{w}-]"),
                Change::Added(w) => format!("[+{w}+]"),
            })
            .collect();
        (shown.join(" "), aligned.drift, aligned.fills)
    }

    #[test]
    fn no_text_differs_less_than_its_length_says() {
        let words = ["a", "b", "{{s}}", "c", "a"];
        for template in 1..=words.len() {
            let template = Template::new(&words[..template].join(" ")).words;
            for length in 1..12 {
                let draft: Vec<&str> = "a b 1 c a b 2 3 c c a b".split(' ').take(length).collect();
                let drift = align(&template, &draft).drift;
                let least = least_drift(&template, length);
                assert!(least <= drift, "{least} {drift} {template:?} {draft:?}");
            }
        }
    }

    #[test]
    fn changes_are_shown_word_by_word() {
        for (template, draft, want, cost) in [
            ("a b c d", "a b c d e", "a b c d [+e+]", 0.2),
            ("a b c d", "a x c d", "a [-b-] [+x+] c d", 0.25),
            ("a b c d", "b c d", "[-a-] b c d", 0.25),
            ("a {{s}} c d", "a 1 2 c d", "a 1 2 c d", 0.2),
            ("a {{s}} c d", "a 1 2 x d", "a 1 2 [-c-] [+x+] d", 0.2),
            ("", "a", "[+a+]", 1.0),
        ] {
            let (shown, drift, _) = run(template, draft);
            assert_eq!(
                (shown.as_str(), drift),
                (want, cost),
                "{template} | {draft}"
            );
        }
        assert_eq!(
            run("Call {{phone}}. Now b c", "Call 555 0100. Now b d").2,
            [Some("555 0100".to_owned())]
        );
    }
}

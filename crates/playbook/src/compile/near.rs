//! The nearest known word, for "did you mean".

/// The candidate nearest to the word, if one is near enough to be a slip of the
/// pen: at most one edit in three letters.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word: Vec<char> = word
        .trim()
        .to_lowercase()
        .chars()
        .take(LONGEST + 1)
        .collect();
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .take(MOST)
        .filter_map(|c| {
            let most = (word.len().max(c.chars().count()) / 3).max(1);
            distance(&word, &c.to_lowercase(), most).map(|d| (d, c))
        })
        .min_by_key(|(d, _)| *d)
        .map(|(_, c)| c)
}

/// Words longer than this are sentences, not slips.
const LONGEST: usize = 48;
/// Bounds the work for a list of any length.
const MOST: usize = 200;

/// Edit distance with adjacent letters swapped counting as one edit; none when it is
/// more than `most`, which is found out early.
fn distance(a: &[char], b: &str, most: usize) -> Option<usize> {
    let b: Vec<char> = b.chars().take(LONGEST + 1).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |v: &[usize], k: usize| v.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&last, j) + usize::from(x != y))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        // A swap reaches back two rows, so both must be beyond the bound.
        let beyond = |row: &[usize]| row.iter().all(|d| *d > most);
        if beyond(&row) && beyond(&last) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|d| *d <= most)
}

/// A help sentence that names the nearest candidate, or nothing.
pub fn did_you_mean<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> String {
    nearest(word, candidates)
        .map(|c| format!("Did you mean `{c}`? "))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_other_words_left_alone() {
        let levels = [
            "none",
            "praise",
            "question",
            "complaint",
            "serious",
            "crisis",
        ];
        for (word, want) in [
            ("crysis", Some("crisis")),
            ("Complaints", Some("complaint")),
            ("seriuos", Some("serious")),
            ("urgent", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, levels), want, "{word}");
        }
    }
}

//! How the letters of names are compared.

use std::borrow::Cow;

use cuecard_text::latin;

/// Titles that people leave out.
pub(super) const TITLES: [&str; 10] = [
    "dr",
    "mr",
    "mrs",
    "ms",
    "prof",
    "professor",
    "rev",
    "sister",
    "sr",
    "chief",
];

/// Letters and digits, without accents.
pub(super) fn letters(folded: &str) -> Cow<'_, str> {
    if folded.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Cow::Borrowed(folded);
    }
    let letters = folded.chars().filter(|c| c.is_alphanumeric());
    letters.map(latin::plain).collect()
}

/// Without the stops at its end.
pub(super) fn without_stop(text: &str) -> &str {
    text.trim_end_matches('.')
}

/// Without a title at its start, when two words are left.
pub(super) fn without_title(name: &str) -> &str {
    let Some((first, rest)) = name.split_once(' ') else {
        return name;
    };
    let title = without_stop(first).to_lowercase();
    if TITLES.contains(&title.as_str()) && rest.trim().contains(' ') {
        rest.trim()
    } else {
        name
    }
}

/// Whether one letter was changed, dropped, doubled or swapped with its neighbour. An
/// `s` more or less at the end is no slip but another form of the word.
pub(super) fn one_slip(written: &str, right: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (written.chars().collect(), right.chars().collect());
    if a == b || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    if a.len() != b.len() {
        let (short, long) = if a.len() < b.len() {
            (&a, &b)
        } else {
            (&b, &a)
        };
        let plural = front >= short.len() && long.last() == Some(&'s');
        return front + back >= short.len() && !plural;
    }
    let middle = a.len() - (front + back).min(a.len());
    let swapped =
        middle == 2 && a.get(front) == b.get(front + 1) && a.get(front + 1) == b.get(front);
    middle == 1 || swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        for (written, right, want) in [
            ("okofor", "okafor", true),
            ("okfor", "okafor", true),
            ("okaffor", "okafor", true),
            ("okafro", "okafor", true),
            ("okafor", "okafor", false),
            ("okafors", "okafor", false),
            ("children", "childrens", false),
            ("akofor", "okafor", false),
            ("", "a", true),
        ] {
            assert_eq!(one_slip(written, right), want, "{written} {right}");
        }
    }
}

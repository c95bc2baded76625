//! Top-level domains.

use super::chars::is_domain;

/// One a line, sorted by bytes, lower case; the comment at its head sorts first.
const LIST: &str = include_str!("../../data/tlds.txt");

/// The longest entry has 24 characters; nothing longer need be looked up.
const LONGEST: usize = 24;

/// Whether `name`, in lower case and without its dot, is a top-level domain.
pub(crate) fn is_tld(name: &str) -> bool {
    let (mut low, mut high) = (0, LIST.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = line_start(middle).max(low);
        let end = line_end(middle);
        match LIST.get(start..end).map(|line| line.cmp(name)) {
            Some(std::cmp::Ordering::Less) => low = end.saturating_add(1),
            Some(std::cmp::Ordering::Greater) => high = start,
            Some(std::cmp::Ordering::Equal) => return true,
            None => return false,
        }
    }
    false
}

/// First byte of the line that holds byte `at`. Looked for in bytes: `at` may lie inside a character.
fn line_start(at: usize) -> usize {
    LIST.as_bytes()
        .get(..at)
        .and_then(|before| before.iter().rposition(|b| *b == b'\n'))
        .map_or(0, |newline| newline + 1)
}

/// The line break that ends the line that holds byte `at`.
fn line_end(at: usize) -> usize {
    LIST.as_bytes()
        .get(at..)
        .and_then(|after| after.iter().position(|b| *b == b'\n'))
        .map_or(LIST.len(), |length| at + length)
}

/// How many characters at the start of `text` are a top-level domain that ends there: twitter-text
/// (`validGTLD`, `validCCTLD`, `validPunycode`) wants no ASCII letter or digit, `@`, `+` or `-` after it,
/// so that `com` in `comtest` is none, while `comです` is `com` and what follows in Japanese.
pub(crate) fn leading_tld(text: &[char]) -> Option<usize> {
    let punycode = ['x', 'n', '-', '-'];
    if text.len() > punycode.len()
        && text
            .iter()
            .zip(punycode)
            .all(|(c, p)| c.to_ascii_lowercase() == p)
    {
        let tail = text.iter().skip(punycode.len());
        let length = tail
            .take_while(|c| c.is_ascii_alphanumeric() || **c == '-')
            .count();
        return (length > 0).then_some(punycode.len() + length);
    }
    let mut name = String::new();
    let mut found = None;
    let letters = text.iter().take(LONGEST).take_while(|c| is_domain(**c));
    for (i, c) in letters.enumerate() {
        name.extend(c.to_lowercase());
        let ends = text
            .get(i + 1)
            .is_none_or(|next| !(next.is_ascii_alphanumeric() || matches!(next, '@' | '+' | '-')));
        if ends && is_tld(&name) {
            found = Some(i + 1);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_no_entry_is_longer_than_the_bound() {
        let lines: Vec<&str> = LIST.lines().collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(lines.iter().skip(1).all(|l| l.chars().count() <= LONGEST));
        assert!(lines.iter().skip(1).all(|l| is_tld(l)));
        for other in ["", "comm", "a", "zzzz", "#", "\u{10FFFF}"] {
            assert!(!is_tld(other), "{other}");
        }
    }

    #[test]
    fn a_domain_ends_where_the_script_changes_but_not_inside_a_word() {
        for (text, length) in [
            ("com", Some(3)),
            ("COM/path", Some(3)),
            ("comtest", None),
            ("comです", Some(3)),
            ("com@x", None),
            ("みんなです", Some(3)),
            ("xn--p1ai", Some(8)),
            ("xn--", None),
            ("", None),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(leading_tld(&chars), length, "{text}");
        }
    }
}

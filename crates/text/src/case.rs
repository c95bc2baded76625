//! The case of a replacement.

use crate::words::words;

/// Words that stay small inside a title.
const SMALL: [&str; 16] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "who",
    "with",
];

/// Gives `replacement` the case of what it replaces.
///
/// `ADDICT` → all capitals (two letters at least), `Addict` → first letter,
/// `Emergency Room` (every word) → every word but the small ones; anything else
/// leaves the replacement as it was written. A word of the replacement that holds
/// a capital already (`MyChart`) is never changed except to all capitals.
#[must_use]
pub fn like(original: &str, replacement: &str) -> String {
    let letters = || original.chars().filter(|c| c.is_alphabetic());
    let cased = letters()
        .filter(|c| c.is_uppercase() || c.is_lowercase())
        .count();
    if cased >= 2 && letters().all(|c| !c.is_lowercase()) {
        return replacement.chars().flat_map(capital).collect();
    }
    let heads: Vec<char> = words(original)
        .iter()
        .filter(|w| !SMALL.contains(&w.text))
        .filter_map(|w| w.text.chars().next())
        .collect();
    let Some(true) = letters().next().map(char::is_uppercase) else {
        return replacement.to_owned();
    };
    if heads.len() >= 2 && heads.iter().all(|c| !c.is_lowercase()) {
        return title(replacement);
    }
    capitalised(replacement)
}

/// The text with its first letter a capital, unless its first word holds one already.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let Some(first) = words(text).first().copied() else {
        return text.to_owned();
    };
    raise(text, &[first.span.start])
}

/// Every word but the small ones with a capital.
fn title(text: &str) -> String {
    let heads: Vec<usize> = words(text)
        .iter()
        .enumerate()
        .filter(|(i, w)| *i == 0 || !SMALL.contains(&w.text))
        .map(|(_, w)| w.span.start)
        .collect();
    raise(text, &heads)
}

/// Capitals at these bytes, where the word that begins there has none.
fn raise(text: &str, at: &[usize]) -> String {
    let mut out = String::with_capacity(text.len());
    for (byte, c) in text.char_indices() {
        if at.contains(&byte) && !has_capital(text.get(byte..).unwrap_or("")) {
            out.extend(capital(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// The capital of a small letter; anything else as it is. `ß` has two.
///
/// Found by way of the small letters: the standard library's table of capitals would be a
/// second one of 13 KB in the card's module. Letters outside ASCII are few, so
/// looking at every capital below U+2000 (all of Latin, Greek and Cyrillic) is soon done.
pub(crate) fn capital(c: char) -> impl Iterator<Item = char> {
    let one = match c {
        _ if c.is_ascii() => c.to_ascii_uppercase(),
        'ß' => return ['S'; 2].into_iter().take(2),
        'ς' => 'Σ',
        'ı' => 'I',
        _ if c.is_lowercase() => ('\u{C0}'..'\u{2000}')
            .find(|capital| *capital != c && capital.to_lowercase().eq([c]))
            .unwrap_or(c),
        _ => c,
    };
    [one; 2].into_iter().take(1)
}

/// Whether the word at the start of `rest` holds a capital.
fn has_capital(rest: &str) -> bool {
    words(rest)
        .first()
        .is_some_and(|w| w.text.chars().any(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_those_of_the_standard_library() {
        // Left out: what has no capital of one letter, or one that is another letter's too, as
        // used in phonetics and old prints; and the letters that are both (`ǅ`).
        let rare = |c: char| {
            let mut upper = c.to_uppercase();
            let both = c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
            both || upper.len() > 1 && c != 'ß'
                || upper.any(|u| u >= '\u{2000}' || !u.to_lowercase().eq([c]))
        };
        for c in ('\0'..'\u{2000}').filter(|c| "ßςı".contains(*c) || !rare(*c)) {
            let (got, want): (String, String) = (capital(c).collect(), c.to_uppercase().collect());
            assert_eq!(got, want, "{c} {:x}", c as u32);
        }
    }

    #[test]
    fn case_is_carried() {
        for (original, replacement, want) in [
            ("utilize", "use", "use"),
            ("Utilize", "use", "Use"),
            ("UTILIZE", "use", "USE"),
            (
                "Emergency Room",
                "emergency department",
                "Emergency Department",
            ),
            (
                "Emergency room",
                "emergency department",
                "Emergency department",
            ),
            (
                "Substance Abuser",
                "person with a substance use disorder",
                "Person with a Substance Use Disorder",
            ),
            ("Portal", "MyChart", "MyChart"),
            ("portal", "MyChart", "MyChart"),
            ("Y", "yes", "Yes"),
            ("école", "school", "school"),
            ("École", "school", "School"),
            ("123", "number", "number"),
            ("", "x", "x"),
        ] {
            assert_eq!(
                like(original, replacement),
                want,
                "{original} {replacement}"
            );
        }
    }
}

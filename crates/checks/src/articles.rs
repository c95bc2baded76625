//! The indefinite article: which one a word wants, and where it stands.

use cuecard_text::{Span, words};

/// The indefinite article that stands before `at` with white space between.
pub(crate) fn article_before(text: &str, at: usize) -> Option<Span> {
    let before = text.get(..at)?;
    let trimmed = before.trim_end();
    if trimmed.len() == before.len() {
        return None;
    }
    let letters = trimmed.len() - trimmed.trim_end_matches(['a', 'A', 'n', 'N']).len();
    let start = trimmed.len() - letters;
    let article = trimmed.get(start..)?;
    if !matches!(article, "a" | "an" | "A" | "An" | "AN") {
        return None;
    }
    let lead = trimmed.get(..start)?;
    let bounded = lead
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '‘' | '—' | '–'));
    // `Hepatitis A` is no article; a capital one opens a sentence.
    let small = article.starts_with('a');
    let opens = || {
        let end = lead.trim_end_matches(|c: char| {
            !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '\n')
        });
        end.chars()
            .next_back()
            .is_none_or(|c| matches!(c, '.' | '!' | '?' | '\n'))
    };
    (bounded && (small || opens())).then(|| Span::new(start, trimmed.len()))
}

/// The article that the word wants, in the case of the one that is there; none when it is right.
pub(crate) fn right_article(article: &str, follows: &str) -> Option<String> {
    let want_an = wants_an(follows)?;
    if want_an == (article.len() == 2) {
        return None;
    }
    let capital = article.starts_with('A');
    Some(
        match (want_an, capital) {
            (true, true) => "An",
            (true, false) => "an",
            (false, true) => "A",
            (false, false) => "a",
        }
        .to_owned(),
    )
}

/// Beginnings that are written with a vowel and spoken with a consonant.
const CONSONANT: [&str; 14] = [
    "uni", "use", "usu", "usa", "eu", "ewe", "one", "once", "ubiq", "uter", "uti", "ura", "ufo",
    "u.s",
];
/// Beginnings of `uni` words that are spoken with a vowel all the same.
const VOWEL: [&str; 5] = ["unin", "unim", "unid", "honest", "heir"];
/// Beginnings that are written with a consonant and spoken with a vowel.
const SILENT: [&str; 4] = ["hour", "honor", "honour", "honest"];

/// Whether the text is spoken with a vowel at its start; none when that cannot be told.
fn wants_an(text: &str) -> Option<bool> {
    let first = *words(text).first()?;
    let word = first.text;
    let initial = word.chars().next()?;
    if initial.is_ascii_digit() {
        return Some(initial == '8' || word == "11" || word == "18");
    }
    if !initial.is_ascii_alphabetic() {
        return None;
    }
    let spelled =
        word.len() >= 2 && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_uppercase());
    let lone = word.len() == 1;
    if spelled || lone {
        return Some("AEFHILMNORSX".contains(initial.to_ascii_uppercase()));
    }
    let lower = word.to_ascii_lowercase();
    let begins = |list: &[&str]| list.iter().any(|p| lower.starts_with(p));
    if begins(&VOWEL) || begins(&SILENT) {
        return Some(true);
    }
    Some("aeiou".contains(initial.to_ascii_lowercase()) && !begins(&CONSONANT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spoken_beginnings() {
        for (word, want) in [
            ("unusual", true),
            ("uninsured", true),
            ("unit", false),
            ("user", false),
            ("European", false),
            ("one-time", false),
            ("hour", true),
            ("hospital", false),
            ("8-hour", true),
            ("11", true),
            ("12", false),
            ("X-ray", true),
            ("urgent", true),
            ("ultrasound", true),
            ("university", false),
            ("uterine", false),
        ] {
            assert_eq!(wants_an(word), Some(want), "{word}");
        }
    }
}

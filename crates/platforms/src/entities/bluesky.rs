//! Hashtags, mentions and cashtags by `@atproto/api`.

use cuecard_text::Span;

use super::run;
use crate::links::{is_space, is_tld};

/// Longest hashtag, in UTF-16 code units.
const MAX_TAG: usize = 64;

/// Longest name of a share.
const MAX_SHARE: usize = 5;

/// A hashtag follows a space or nothing, and is more than digits and punctuation.
pub(super) fn hashtags(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (start, sign) in text.match_indices(['#', '＃']) {
        let before = text.get(..start).and_then(|t| t.chars().next_back());
        if before.is_some_and(|c| !is_blank(c)) {
            continue;
        }
        let rest = text.get(start + sign.len()..).unwrap_or_default();
        let tag = rest
            .get(..run(rest, |c| !ends_hashtag(c)))
            .unwrap_or_default();
        let says_something = |c: char| !(c.is_ascii_digit() || is_punctuation(c));
        if tag.starts_with('\u{FE0F}') || !tag.chars().any(says_something) {
            continue;
        }
        let tag = tag.trim_end_matches(is_punctuation);
        if (1..=MAX_TAG).contains(&tag.encode_utf16().count()) {
            found.push(Span::new(start, start + sign.len() + tag.len()));
        }
    }
    found
}

/// A mention is a handle, which is a domain.
pub(super) fn mentions(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('@') {
        let before = text.get(..start).and_then(|t| t.chars().next_back());
        if before.is_some_and(|c| !(is_blank(c) || c == '(')) {
            continue;
        }
        let rest = text.get(start + 1..).unwrap_or_default();
        let longest = run(rest, |c| {
            c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
        });
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        // It ends where a word ends or begins.
        let end = (1..=longest).rev().find(|end| {
            let (handle, after) = rest.split_at_checked(*end).unwrap_or((rest, ""));
            is_word(handle.chars().next_back()) != is_word(after.chars().next())
        });
        let handle = end.and_then(|end| rest.get(..end)).unwrap_or_default();
        let top = handle.rsplit_once('.').map(|(_, top)| top);
        if top.is_some_and(|top| top == "test" || is_tld(top)) {
            found.push(Span::new(start, start + 1 + handle.len()));
        }
    }
    found
}

/// `$ABC`, of letters and then digits too.
pub(super) fn cashtags(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('$') {
        let before = text.get(..start).and_then(|t| t.chars().next_back());
        if before.is_some_and(|c| !(is_blank(c) || c == '(')) {
            continue;
        }
        let rest = text.get(start + 1..).unwrap_or_default();
        let length = run(rest, |c| c.is_ascii_alphanumeric());
        let next = rest.get(length..).and_then(|t| t.chars().next());
        let ends = |c: char| {
            is_blank(c)
                || matches!(
                    c,
                    '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '’'
                )
        };
        if rest.starts_with(|c: char| c.is_ascii_alphabetic())
            && length <= MAX_SHARE
            && next.is_none_or(ends)
        {
            found.push(Span::new(start, start + 1 + length));
        }
    }
    found
}

/// JavaScript's `\s`.
fn is_blank(c: char) -> bool {
    is_space(c) || c == '\u{FEFF}'
}

fn ends_hashtag(c: char) -> bool {
    is_blank(c)
        || matches!(
            c,
            '\u{AD}' | '\u{2060}' | '\u{200A}'..='\u{200D}' | '\u{20E2}'
        )
}

/// Unicode's punctuation, as far as people type it.
fn is_punctuation(c: char) -> bool {
    match c {
        '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' => false,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '؟' | '،' | '؛' | '।' | '॥' | '・' => {
            true
        }
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => !matches!(c, '\u{2044}' | '\u{2052}'),
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' => true,
        '！' | '＃' | '％' | '＆' | '（' | '）' | '，' | '．' | '：' | '；' | '？' | '＠'
        | '＿' => true,
        _ => c.is_ascii_punctuation(),
    }
}

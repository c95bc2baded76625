//! Hashtags, mentions and cashtags by twitter-text 3.1.0.

use cuecard_text::Span;
use cuecard_text::chars::is_mark;

use super::run;
use crate::links::{is_latin_accent, is_space};

/// Longest name of an account.
const MAX_NAME: usize = 20;

/// Longest name of a share, and of what may follow its dot.
const MAX_SHARE: usize = 6;
const MAX_SHARE_CLASS: usize = 2;

/// Selects the picture or the text form of the character before it.
const AS_TEXT: char = '\u{FE0E}';
const AS_EMOJI: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

/// `#word`, with at least one letter.
pub(super) fn hashtags(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    for (start, sign) in text.match_indices(['#', '＃']) {
        let before = text.get(..start).and_then(|t| t.chars().next_back());
        if start < from || before.is_some_and(|c| !ends_before_hashtag(c)) {
            continue;
        }
        let rest = text.get(start + sign.len()..).unwrap_or_default();
        let length = run(rest, is_hashtag);
        let (tag, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let keycap = tag.starts_with([AS_EMOJI, KEYCAP]);
        let goes_on = after.starts_with(['#', '＃']) || after.starts_with("://");
        if keycap || !tag.chars().any(is_letter) || goes_on {
            continue;
        }
        from = start + sign.len() + length;
        found.push(Span::new(start, from));
    }
    found
}

/// `@name`; `@name/list` is a list of accounts and none.
pub(super) fn mentions(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    for (start, sign) in text.match_indices(['@', '＠']) {
        let before = text.get(..start).unwrap_or_default();
        if start < from || !may_mention_after(before) {
            continue;
        }
        let rest = text.get(start + sign.len()..).unwrap_or_default();
        let name = run(rest, is_name).min(MAX_NAME);
        let after = rest.get(name..).unwrap_or_default();
        if name == 0 || ends_no_mention(after) {
            continue;
        }
        from = start + sign.len() + name;
        if !is_list(after) {
            found.push(Span::new(start, from));
        }
    }
    found
}

/// `$ABC` and `$ABC.D`.
pub(super) fn cashtags(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (start, sign) in text.match_indices('$') {
        let before = text.get(..start).and_then(|t| t.chars().next_back());
        if before.is_some_and(|c| !is_space(c)) {
            continue;
        }
        let rest = text.get(start + sign.len()..).unwrap_or_default();
        let letters = |part: &str| run(part, |c| c.is_ascii_alphabetic());
        let share = letters(rest);
        if !(1..=MAX_SHARE).contains(&share) {
            continue;
        }
        let after = rest.get(share..).unwrap_or_default();
        let class = after
            .strip_prefix(['.', '_'])
            .map(letters)
            .filter(|length| (1..=MAX_SHARE_CLASS).contains(length));
        let ends = [class.map(|length| share + 1 + length), Some(share)];
        let end = ends.into_iter().flatten().find(|end| {
            let next = rest.get(*end..).and_then(|t| t.chars().next());
            next.is_none_or(|c| {
                is_space(c) || (c.is_ascii_punctuation() && !matches!(c, '"' | '`' | '\\'))
            })
        });
        found.extend(end.map(|end| Span::new(start, start + sign.len() + end)));
    }
    found
}

/// A hashtag may stand behind it.
fn ends_before_hashtag(c: char) -> bool {
    matches!(c, AS_TEXT | AS_EMOJI) || !(is_hashtag(c) || c == '&')
}

fn is_letter(c: char) -> bool {
    (c.is_alphabetic() || is_mark(c)) && !c.is_ascii_digit()
}

fn is_hashtag(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c) || c == '_' || joins_in_hashtag(c)
}

/// Signs that some scripts write inside of words.
fn joins_in_hashtag(c: char) -> bool {
    matches!(
        c,
        '\u{200C}'
            | '\u{200D}'
            | '\u{A67E}'
            | '\u{5BE}'
            | '\u{5F3}'
            | '\u{5F4}'
            | '\u{FF5E}'
            | '\u{301C}'
            | '\u{309B}'
            | '\u{309C}'
            | '\u{30A0}'
            | '\u{30FB}'
            | '\u{3003}'
            | '\u{F0B}'
            | '\u{F0C}'
            | '\u{B7}'
    )
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// A mention may stand behind this text: not in a word, but right behind `RT`.
fn may_mention_after(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else {
        return true;
    };
    if !(is_name(last) || matches!(last, '!' | '#' | '$' | '%' | '&' | '*' | '@' | '＠')) {
        return true;
    }
    let head = before
        .len()
        .checked_sub(2)
        .and_then(|at| before.split_at_checked(at));
    head.is_some_and(|(head, word)| {
        let inside = |c: char| is_name(c) || matches!(c, '+' | '~' | '.' | '-');
        word.eq_ignore_ascii_case("rt") && !head.chars().next_back().is_some_and(inside)
    })
}

/// What follows shows that it is an address or no name.
fn ends_no_mention(after: &str) -> bool {
    after.starts_with(['@', '＠']) || after.starts_with("://") || after.starts_with(is_latin_accent)
}

/// `/list` behind a name.
fn is_list(after: &str) -> bool {
    let name = after.strip_prefix('/').and_then(|list| list.chars().next());
    name.is_some_and(|c| c.is_ascii_alphabetic())
}

//! What else must change when a term is replaced or taken out: the article before
//! it, the spaces around it, the capital at the start of a sentence.

use cuecard_text::case::capitalised;
use cuecard_text::chars::is_word_char;
use cuecard_text::{Span, words};

use crate::articles::{article_before, right_article};

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// Replaces a term; `a` or `an` directly before it follows the new word.
#[must_use]
pub fn replace(text: &str, span: Span, replacement: &str) -> Edit {
    let plain = Edit {
        span,
        text: replacement.to_owned(),
    };
    let Some(article) = article_before(text, span.start) else {
        return plain;
    };
    let gap = Span::new(article.end, span.start).of(text);
    let Some(right) = right_article(article.of(text), replacement) else {
        return plain;
    };
    Edit {
        span: Span::new(article.start, span.end),
        text: [&right, gap, replacement].concat(),
    }
}

/// Takes a term out, with one space beside it, so that none is doubled and none is
/// left before a comma or stop. What follows takes over the capital of a sentence's
/// first word, and an article before it follows the word that comes next.
#[must_use]
pub fn delete(text: &str, term: Span, opens_sentence: bool) -> Edit {
    let mut span = term;
    let before = |at: usize| text.get(..at).and_then(|t| t.chars().next_back());
    let after = |at: usize| text.get(at..).and_then(|t| t.chars().next());
    if before(span.start) == Some('(') && after(span.end) == Some(')') {
        span = Span::new(span.start - 1, span.end + 1);
    }
    let spaced = |c: Option<char>| c.is_some_and(|c| c == ' ' || c == '\u{A0}' || c == '\t');
    let gap_after = |at: usize| Span::new(at, at + after(at).map_or(0, char::len_utf8));
    // `world-class, caring staff`: the comma belonged to the term.
    if after(span.end) == Some(',') && spaced(after(span.end + 1)) {
        span.end += 1;
    }
    if spaced(after(span.end))
        && (spaced(before(span.start)) || before(span.start).is_none_or(|c| !is_word_char(c)))
    {
        span.end = gap_after(span.end).end;
    } else if spaced(before(span.start)) {
        span.start -= before(span.start).map_or(0, char::len_utf8);
    }
    let deleted = Edit {
        span,
        text: String::new(),
    };
    let Some(next) = next_word(text, span.end) else {
        return deleted;
    };
    if opens_sentence {
        return Edit {
            span: Span::new(span.start, next.end),
            text: capitalised(next.of(text)),
        };
    }
    let Some(article) = article_before(text, span.start) else {
        return deleted;
    };
    let gap = Span::new(article.end, span.start).of(text);
    match right_article(article.of(text), next.of(text)) {
        None => deleted,
        Some(right) => Edit {
            span: Span::new(article.start, span.end),
            text: [&right, gap].concat(),
        },
    }
}

/// Brings edits that replace different spans to one span with a text each.
#[must_use]
pub fn unify(text: &str, edits: &[Edit]) -> Option<(Span, Vec<String>)> {
    let start = edits.iter().map(|e| e.span.start).min()?;
    let end = edits.iter().map(|e| e.span.end).max()?;
    let mut fixes: Vec<String> = Vec::with_capacity(edits.len());
    for edit in edits {
        let lead = Span::new(start, edit.span.start).of(text);
        let tail = Span::new(edit.span.end, end).of(text);
        let fix = [lead, &edit.text, tail].concat();
        if !fixes.contains(&fix) {
            fixes.push(fix);
        }
    }
    Some((Span::new(start, end), fixes))
}

/// The word that begins at `at`.
fn next_word(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let end = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
    let first = *words(rest.get(..end)?).first()?;
    (first.span.start == 0).then(|| Span::new(at, at + first.span.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(text: &str, edit: &Edit) -> String {
        let (before, after) = (&text[..edit.span.start], &text[edit.span.end..]);
        [before, &edit.text, after].concat()
    }

    /// `[` and `]` mark the term.
    fn marked(text: &str) -> (String, Span) {
        let (start, end) = (text.find('[').unwrap(), text.find(']').unwrap());
        (text.replace(['[', ']'], ""), Span::new(start, end - 1))
    }

    #[test]
    fn articles_follow_the_new_word() {
        for (text, new, want) in [
            (
                "an [ER] visit",
                "emergency department",
                "an emergency department visit",
            ),
            ("an [ER] visit", "hospital", "a hospital visit"),
            (
                "A [cardiac event] can",
                "heart attack",
                "A heart attack can",
            ),
            (
                "a [myocardial infarction]",
                "attack of the heart",
                "an attack of the heart",
            ),
            ("A [cardiac event]", "emergency", "An emergency"),
            ("Hepatitis A [test]", "exam", "Hepatitis A exam"),
            (
                "a [diabetic]",
                "person with diabetes",
                "a person with diabetes",
            ),
            ("a [clinic]", "university clinic", "a university clinic"),
            ("an [illness]", "hour", "an hour"),
            ("a [scan]", "MRI", "an MRI"),
            ("banana [x]", "emergency", "banana emergency"),
            ("[x]", "emergency", "emergency"),
            ("a [x]", "unusual thing", "an unusual thing"),
        ] {
            let (text, span) = marked(text);
            assert_eq!(done(&text, &replace(&text, span, new)), want);
        }
    }

    #[test]
    fn a_deleted_term_leaves_no_hole() {
        for (text, opens, want) in [
            ("our [world-class] team", false, "our team"),
            ("we are [world-class].", false, "we are."),
            (
                "We offer [world-class], caring staff",
                false,
                "We offer caring staff",
            ),
            ("[World-class] care here", true, "Care here"),
            ("[world-class]", true, ""),
            ("an [outstanding] hospital", false, "a hospital"),
            ("a [world-class] emergency team", false, "an emergency team"),
            ("our team ([world-class]) is", false, "our team is"),
            ("team\n[really] good", false, "team\ngood"),
            ("good [really]\nteam", false, "good\nteam"),
            ("it is [very]", false, "it is"),
        ] {
            let (text, span) = marked(text);
            assert_eq!(done(&text, &delete(&text, span, opens)), want, "{text}");
        }
    }

    #[test]
    fn edits_come_to_one_span() {
        let text = "an ER now";
        let span = Span::new(3, 5);
        let edits = [
            replace(text, span, "hospital"),
            replace(text, span, "emergency room"),
        ];
        let (all, fixes) = unify(text, &edits).unwrap();
        assert_eq!(all.of(text), "an ER");
        assert_eq!(fixes, ["a hospital", "an emergency room"]);
    }
}

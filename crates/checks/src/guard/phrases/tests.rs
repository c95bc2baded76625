//! The phrase language, case by case.

use super::super::pack::Phrase;
use super::*;
use cuecard_text::sentences;

fn found(phrases: &[&str], never: &[&str], text: &str) -> Vec<String> {
    let list = |items: &[&str]| -> Vec<Phrase> {
        items
            .iter()
            .map(|t| Phrase {
                text: (*t).to_owned(),
                line: 1,
            })
            .collect()
    };
    let mut pack =
        Pack::read("## Lists of words\n- care: visit, check-up\n- but-ed: asked\n\n## G\n");
    pack.groups[0].phrases = list(phrases);
    pack.never = list(never);
    let finder = Finder::new(&pack);
    assert_eq!(finder.problems(), []);
    let mut machine = finder.machine();
    let mut spans: Vec<Span> = Vec::new();
    for sentence in sentences(text) {
        let here = machine.find(sentence.of(text)).into_iter();
        spans.extend(here.map(|m| m.span.after(sentence.start)));
    }
    spans.sort();
    spans.iter().map(|s| s.of(text).to_owned()).collect()
}

#[test]
fn the_phrase_language() {
    type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a str, &'a [&'a str]);
    let cases: [Case<'_>; 22] = [
        (
            &["you [...] visit"],
            &[],
            "you a b c d e visit. You. Visit. You visit",
            &["you a b c d e visit", "You visit"],
        ),
        (
            &["you *ed"],
            &[],
            "you waited, you asked, you need, you red, you éted",
            &["you waited", "you need", "you éted"],
        ),
        (
            &["your {care}"],
            &[],
            "Your VISIT, your check-up, your visits",
            &["Your VISIT", "your check-up"],
        ),
        (
            &["your recent? {care}"],
            &[],
            "your recent visit; your own visit",
            &["your recent visit"],
        ),
        (
            &["(when|since) you came in"],
            &[],
            "When you came in, since you came in",
            &["When you came in", "since you came in"],
        ),
        (
            &["you are better"],
            &[],
            "you’re better, youre better",
            &["you’re better", "youre better"],
        ),
        (
            &["you did not come"],
            &[],
            "You didn’t come",
            &["You didn’t come"],
        ),
        (
            &["glad ... better"],
            &[],
            "glad you are better",
            &["glad you are better"],
        ),
        (
            &["glad ... better"],
            &[],
            "glad that you are much better",
            &[],
        ),
        (&["glad ... better"], &[], "glad. Feel better", &[]),
        (
            &["[<] (call|ask) us"],
            &[],
            "“Ask us! Do call us. Call us.",
            &["Ask us", "Call us"],
        ),
        (
            &["we ~treat you"],
            &[],
            "we treated you, we are treating you",
            &["we treated you"],
        ),
        (
            &["your daughter's visit"],
            &[],
            "your daughter’s visit",
            &["your daughter’s visit"],
        ),
        (
            &["your visit"],
            &["book your visit"],
            "book your visit; your visit",
            &["your visit"],
        ),
        (
            &["you were seen"],
            &["if you"],
            "if you were seen; you were seen",
            &["you were seen"],
        ),
        (
            &["a (b|c d)? e"],
            &[],
            "a e, a b e, a c d e, a c e",
            &["a e", "a b e", "a c d e"],
        ),
        (&["your visit"], &[], "your\nvisit", &[]),
        (
            &["your visit"],
            &[],
            "your\u{A0}visit 👋",
            &["your\u{A0}visit"],
        ),
        (&["a", "a b"], &[], "a b", &["a", "a b"]),
        (&["it is you"], &[], "it's you", &["it's you"]),
        (
            &["your _ (a|b c|d)"],
            &[],
            "your x a, your d, your a b c, your x d",
            &["your x a", "your a b c", "your x d"],
        ),
        (
            &["your ... visit"],
            &["your note"],
            "your note: your visit",
            &["your visit"],
        ),
    ];
    for (phrases, never, text, want) in cases {
        assert_eq!(found(phrases, never, text), want, "{phrases:?} in {text}");
    }
}

#[test]
fn a_phrase_that_needs_no_word_is_refused() {
    for phrase in ["a?", "... a", "a? ...", "*ed a", "_ a"] {
        let pack = Pack::read(&format!("## Never reported\n- {phrase}\n"));
        assert_eq!(Finder::new(&pack).problems().len(), 1, "{phrase}");
    }
}

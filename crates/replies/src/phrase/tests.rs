//! What is found and what is not.

use super::*;

const PHRASES: [&str; 12] = [
    "kill myself",
    "want to die",
    "can't go on",
    "bomb the hospital",
    "suicide",
    "threat",
    "going to sue",
    "I'm bleeding",
    "end it all",
    "shoot you",
    "overdose",
    "law suit",
];

fn found(text: &str) -> Vec<(&'static str, String)> {
    let mut phrases = Phrases::default();
    for phrase in PHRASES {
        phrases.phrase(phrase, false);
    }
    let (all, _) = phrases.find(text);
    all.into_iter()
        .map(|f| (PHRASES[f.phrase], f.span.of(text).to_owned()))
        .collect()
}

#[test]
fn phrases_are_found_however_they_are_typed() {
    for (text, phrase, words) in [
        ("I want to die", "want to die", "want to die"),
        ("i WANNA die", "want to die", "WANNA die"),
        ("want\n\nto   die.", "want to die", "want\n\nto   die"),
        ("want-to-die", "want to die", "want-to-die"),
        (
            "I want to fucking die",
            "want to die",
            "want to fucking die",
        ),
        ("want to dieeee", "want to die", "want to dieeee"),
        ("waaannt to die", "want to die", "waaannt to die"),
        ("i want 2 die", "want to die", "want 2 die"),
        ("I wanted to die", "want to die", "wanted to die"),
        ("i w a n t to d i e", "want to die", "w a n t to d i e"),
        ("#WantToDie", "want to die", "WantToDie"),
        ("k i l l myself", "kill myself", "k i l l myself"),
        ("k.i.l.l my self", "kill myself", "k.i.l.l my self"),
        ("k!ll myself!", "kill myself", "k!ll myself"),
        ("k*ll myself", "kill myself", "k*ll myself"),
        ("killing myself", "kill myself", "killing myself"),
        ("kms", "kill myself", "kms"),
        ("kill myslef", "kill myself", "kill myslef"),
        ("𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟", "kill myself", "𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟"),
        ("кill mуself", "kill myself", "кill mуself"),
        ("I can’t go on", "can't go on", "can’t go on"),
        ("i cant go on", "can't go on", "cant go on"),
        ("i can not go on", "can't go on", "can not go on"),
        (
            "bomb this hospital",
            "bomb the hospital",
            "bomb this hospital",
        ),
        ("su1cide", "suicide", "su1cide"),
        ("suicde", "suicide", "suicde"),
        ("s-u-i-c-i-d-e", "suicide", "s-u-i-c-i-d-e"),
        ("gonna sue u", "going to sue", "gonna sue"),
        ("im bleeding", "I'm bleeding", "im bleeding"),
        ("ending it all", "end it all", "ending it all"),
        ("shoot u", "shoot you", "shoot u"),
        ("he over dosed", "overdose", "over dosed"),
        ("a lawsuit", "law suit", "lawsuit"),
    ] {
        let all = found(text);
        assert!(all.contains(&(phrase, words.to_owned())), "{text}: {all:?}");
    }
}

#[test]
fn words_have_edges_and_guesses_have_bounds() {
    for text in [
        "",
        "skill myself",
        "I want to diet",
        "they treat you well",
        "the flu shot you gave",
        "we drove 40 kms",
        "overdone",
        "want a die",
        "suicidology-free",
        "kill time by myself",
        "b0b the hospital",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_long_strange_text_stays_within_bounds() {
    let text = "want to to to the a just k i l l ".repeat(2000);
    assert!(found(&text).len() < 10);
    assert_eq!(found(&"'".repeat(5000)), []);
}

#[test]
fn patterns_are_found_with_their_variants() {
    let mut phrases = Phrases::default();
    let list = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    phrases.list("i", &list(&["I", "we"]));
    phrases.list("hurt", &list(&["kill", "beat up", "run over"]));
    phrases.list("you", &list(&["you", "doctor", "front desk"]));
    for pattern in [
        "{i} (will|am going to) {hurt} ... {you}",
        "=killed my _ here",
        "{hurt} {you}?",
    ] {
        assert!(phrases.pattern(pattern, false).is_ok(), "{pattern}");
    }
    let found = |text: &str| -> Vec<(usize, String)> {
        let (all, _) = phrases.find(text);
        all.iter()
            .map(|f| (f.phrase, f.span.of(text).to_owned()))
            .filter(|(phrase, _)| *phrase < 2)
            .collect()
    };
    for (text, phrase, words) in [
        ("Im gonna kill you", 0, "Im gonna kill you"),
        ("we'll beat up all of you", 0, "we'll beat up all of you"),
        (
            "I will k!ll every single doctor",
            0,
            "I will k!ll every single doctor",
        ),
        (
            "I'll run over that fat old doctor",
            0,
            "I'll run over that fat old doctor",
        ),
        (
            "we will kill the front desk",
            0,
            "we will kill the front desk",
        ),
        ("I will kill time. You know", 9, ""),
        ("You killed my dad here", 1, "killed my dad here"),
        ("kill my dad here", 9, ""),
        ("killed my. Dad here", 9, ""),
    ] {
        let want: Vec<(usize, String)> = (phrase < 2)
            .then(|| (phrase, words.to_owned()))
            .into_iter()
            .collect();
        assert_eq!(found(text), want, "{text}");
    }
}

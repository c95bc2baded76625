//! Which comments raise an alarm, and which only sound like it.

use super::*;

const PROTOCOLS: [(&str, &[&str]); 6] = [
    (
        "self-harm",
        &[
            "kill myself",
            "hurt myself",
            "want to die",
            "end my life",
            "don't want to live",
            "suicide",
            "suicidal",
            "better off dead",
        ],
    ),
    (
        "threat",
        &[
            "kill you",
            "shoot you",
            "shoot up",
            "bomb",
            "burn the place down",
            "you will die",
            "watch your back",
        ],
    ),
    (
        "emergency",
        &[
            "chest pain",
            "can't breathe",
            "heart attack",
            "is dying",
            "overdosed",
            "unresponsive",
            "killing me",
        ],
    ),
    ("harm", &["malpractice", "murder", "left to die"]),
    ("legal", &["lawsuit", "going to sue", "my lawyer"]),
    ("parking", &["garage closed"]),
];

/// The figures of speech of the default pack, without its classes.
fn figures() -> Pack {
    Pack {
        groups: Vec::new(),
        ..Pack::standard()
    }
}

/// Ids of the protocols whose hard triggers stand in a comment.
fn heard(text: &str) -> Vec<&'static str> {
    let protocols: Vec<Protocol> = PROTOCOLS
        .iter()
        .map(|(id, hard)| Protocol {
            id: (*id).to_owned(),
            hard: hard.iter().map(|h| (*h).to_owned()).collect(),
            ..Protocol::default()
        })
        .collect();
    let mut ids: Vec<&str> = Vec::new();
    for (p, span) in Signals::new(&protocols, &figures()).hear(text).hard {
        assert!(!span.of(text).is_empty(), "{text}");
        ids.extend(PROTOCOLS.get(p).map(|(id, _)| *id));
    }
    ids.dedup();
    ids
}

#[test]
fn grave_words_are_heard() {
    for (text, id) in [
        ("I want to kill myself", "self-harm"),
        ("I want to KILL MYSELF!!!", "self-harm"),
        ("i wanna kill   my\nself", "self-harm"),
        ("honestly i just want to die", "self-harm"),
        ("i want to f die. i want to really just die", "self-harm"),
        ("I don’t want to live anymore", "self-harm"),
        ("i dont wanna live", "self-harm"),
        ("i do not want to live like this", "self-harm"),
        ("i am sucidal", "self-harm"),
        ("thinking about su1c1de", "self-harm"),
        ("k i l l myself", "self-harm"),
        ("k!ll myself tonight", "self-harm"),
        ("I want to dieee", "self-harm"),
        ("everyone would be better-off dead without me", "self-harm"),
        ("ending my life tonight", "self-harm"),
        ("gonna kms", "self-harm"),
        ("#suicidal", "self-harm"),
        ("I can't not kill myself", "self-harm"),
        ("why not kill myself", "self-harm"),
        ("I never wanted to die until now", "self-harm"),
        ("I don't want to hurt myself but I can't stop", "self-harm"),
        ("I don't want to die anymore than you do", "self-harm"),
        ("you never want to die? I do", "self-harm"),
        ("can't breathe and I want to die", "self-harm"),
        ("I will kill you all", "threat"),
        ("im gonna kill u", "threat"),
        ("I'm going to sh00t you", "threat"),
        ("somebody should shoot-up this place", "threat"),
        ("there is a b0mb in the lobby", "threat"),
        ("burn that place down", "threat"),
        ("watch ur back doc", "threat"),
        ("you are not going to kill me, I will kill you", "threat"),
        ("my husband has chest pains", "emergency"),
        ("my mom cant breathe help", "emergency"),
        ("i can not breathe", "emergency"),
        ("she overdosed on her pills", "emergency"),
        ("your doctors are killing me", "emergency"),
        ("dad had a heart attack in your parking lot", "emergency"),
        ("this is MURDER, you let him go", "harm"),
        ("he was left to die in the hallway", "harm"),
        ("expect a law suit", "legal"),
        ("we're gonna sue", "legal"),
        ("my lawyers will call", "legal"),
        ("is the garage closed?", "parking"),
    ] {
        assert!(heard(text).contains(&id), "{text}: {:?}", heard(text));
    }
}

#[test]
fn figures_of_speech_and_denials_are_not() {
    for text in [
        "",
        "this wait is killing me",
        "the wait is really killing me",
        "I'd die for that cafeteria pie",
        "that pie is to die for",
        "dying to know the visiting hours",
        "the parking is murder",
        "The parking there is MURDER",
        "shoot me an email",
        "I'll shoot you an email tomorrow",
        "can I shoot you a quick text",
        "your nurses are the bomb",
        "you guys are da bomb!!",
        "my feet are killing me after that shift",
        "nearly had a heart attack when I saw the bill",
        "that prank almost gave me a heart attack",
        "bored to death in the lobby",
        "I'm not going to hurt myself",
        "im not gonna hurt myself",
        "I am NOT going to kill myself lol",
        "Not going to kill myself over a parking ticket",
        "I don't want to die",
        "I would never kill myself",
        "we will never kill you",
        "I'm not going to sue",
        "flu shots this week?",
        "they treat you well",
        "skill yourself up",
        "the bombastic announcement",
        "kill time in the gift shop",
        "garages closed off Elm",
        "visiting hours please",
        "my lawn is next door",
    ] {
        let parking = heard(text) == ["parking"];
        assert!(
            heard(text).is_empty() || parking,
            "{text}: {:?}",
            heard(text)
        );
    }
}

#[test]
fn the_trigger_is_shown_as_it_stands() {
    let protocol = Protocol {
        hard: vec!["kill myself".to_owned()],
        ..Protocol::default()
    };
    let text = "So… I’ll k!ll my\u{200B}self. Kill  myself!";
    let found = Signals::new(&[protocol], &figures()).hear(text).hard;
    let words: Vec<&str> = found.iter().map(|(_, s)| s.of(text)).collect();
    assert_eq!(words, ["k!ll my\u{200B}self", "Kill  myself"]);
}

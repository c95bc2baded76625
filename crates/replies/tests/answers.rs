//! Answers of a small playbook, made here.

use std::sync::OnceLock;

use cuecard_playbook::{Message, Permission, Playbook, Protocol, Reply, Severity};
use cuecard_replies::{Answer, Comment, HitKind, Replier};

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|t| (*t).to_owned()).collect()
}

fn protocol(
    id: &str,
    level: Severity,
    examples: &[&str],
    hard: &[&str],
    reply: Option<&str>,
) -> Protocol {
    Protocol {
        id: id.to_owned(),
        name: id.replace('-', " "),
        level,
        examples: texts(examples),
        hard: texts(hard),
        replies: reply
            .map(|text| Reply {
                platform: None,
                text: text.to_owned(),
                line: 1,
            })
            .into_iter()
            .collect(),
        ..Protocol::default()
    }
}

fn playbook() -> Playbook {
    let mut protocols = vec![
        protocol(
            "visiting-hours",
            Severity::Question,
            &[
                "when can I visit my mother",
                "what are the visiting hours",
                "can children visit on Sunday",
            ],
            &[],
            Some("Visiting hours are 9 to 8 every day."),
        ),
        protocol(
            "long-wait",
            Severity::Complaint,
            &[
                "I waited four hours in your ER",
                "why does it take so long to be seen",
                "still sitting in the waiting room",
            ],
            &["waited all night"],
            Some("We are sorry. Please call Patient Relations at {{phone}}."),
        ),
        protocol(
            "parking",
            Severity::Question,
            &[
                "where do I park",
                "the garage is always full",
                "how much is parking",
            ],
            &[],
            Some("Parking is free in garage B."),
        ),
        protocol(
            "privacy",
            Severity::Serious,
            &[
                "your nurse posted my chart online",
                "you shared my medical information with my ex",
            ],
            &["HIPAA violation"],
            Some("Please call the privacy office."),
        ),
        protocol(
            "self-harm",
            Severity::Crisis,
            &["I have nothing left to live for"],
            &["kill myself", "want to die"],
            Some("Call or text 988 at any hour."),
        ),
        protocol(
            "threat",
            Severity::Crisis,
            &["I will come for you"],
            &["bomb"],
            Some("never shown"),
        ),
        protocol(
            "troll",
            Severity::None,
            &["this hospital is a joke lol"],
            &[],
            None,
        ),
    ];
    if let Some(long_wait) = protocols.get_mut(1) {
        long_wait.phrases = texts(&["hours in the waiting room"]);
        long_wait.replies.push(Reply {
            platform: Some("x".to_owned()),
            text: "Short, for X.".to_owned(),
            line: 2,
        });
    }
    if let Some(threat) = protocols.iter_mut().find(|p| p.id == "threat") {
        threat.permission = Permission::MustNotReply;
    }
    let message = |id: &str, name: &str, text: &str, tags: &[&str]| Message {
        id: id.to_owned(),
        name: name.to_owned(),
        text: text.to_owned(),
        tags: texts(tags),
        ..Message::default()
    };
    Playbook {
        protocols,
        messages: vec![
            message("flu", "Flu shots", "Walk in, no parking fee.", &["vaccine"]),
            message("park-map", "Parking map", "See the map.", &[]),
        ],
        ..Playbook::default()
    }
}

/// The playbook made ready, once for all tests: the pack takes its time to read.
fn replier() -> &'static Replier {
    static READY: OnceLock<Replier> = OnceLock::new();
    READY.get_or_init(|| Replier::new(&playbook()))
}

fn answer(text: &str) -> Answer {
    let comment = Comment {
        text,
        author: Some("Somebody"),
    };
    replier().answer(&comment, Some("x"))
}

#[test]
fn the_right_protocol_comes_first() {
    for (text, want) in [
        ("what time are visiting hours tomorrow?", "visiting-hours"),
        ("Can I visit my sister on Sunday", "visiting-hours"),
        ("We waited five hours in the ER!!", "long-wait"),
        ("3 hours in the waiting room and counting", "long-wait"),
        ("is there a garage where I can park", "parking"),
        ("how much is parking per day", "parking"),
        ("this place is a joke", "troll"),
        ("I waited all night to park", "long-wait"),
    ] {
        let a = answer(text);
        assert!(a.escalation.is_none(), "{text}: {a:?}");
        let first = a.replies.first().map(|s| s.protocol.as_str());
        assert_eq!(first, Some(want), "{text}: {a:?}");
        assert!(a.none < 0.7 && a.replies.len() <= 5, "{text}: {a:?}");
    }
}

#[test]
fn a_suggestion_says_why_in_the_words_of_the_comment() {
    let a = answer("We WAITED five hours in the ER and nobody came");
    let first = a.replies.first().expect("a suggestion");
    assert!(first.because.iter().any(|w| w == "WAITED"), "{first:?}");
    assert!(
        !first.because.iter().any(|w| w == "the" || w == "in"),
        "{first:?}"
    );
    assert!(first.because.len() <= 4);
    assert_eq!(first.text.as_deref(), Some("Short, for X."));
    let b = answer("3 hours in the waiting room");
    assert_eq!(b.replies[0].because[0], "hours in the waiting room");
}

#[test]
fn nothing_fits_is_an_answer() {
    for text in [
        "",
        "   \n",
        "🔥🔥🔥",
        "!!! ??",
        "what's the weather",
        "happy birthday grandma",
        "Go Tigers",
        "12345",
        "漢字だけのコメント",
    ] {
        let a = answer(text);
        assert_eq!(a.replies, [], "{text}");
        assert!(a.escalation.is_none() && a.none > 0.5, "{text}: {a:?}");
    }
    let empty = Replier::new(&Playbook::default());
    let a = empty.answer(
        &Comment {
            text: "where do I park",
            author: None,
        },
        None,
    );
    assert_eq!((a.replies.len(), a.none > 0.5), (0, true));
}

#[test]
fn the_gravest_trigger_wins_then_the_first() {
    for (text, want, because) in [
        ("HIPAA violation! I want to die", "self-harm", "want to die"),
        ("what a HIPAA violation", "privacy", "HIPAA violation"),
        ("a bomb, or I kill myself", "threat", "bomb"),
        ("I kill myself, or a bomb", "self-harm", "kill myself"),
    ] {
        let e = answer(text).escalation.expect(text);
        assert_eq!(e.protocol, want, "{text}");
        assert_eq!(e.because, [because], "{text}");
        assert_eq!(e.spans.len(), 1);
    }
}

#[test]
fn an_escalation_offers_at_most_its_holding_reply() {
    let a = answer("I want to die");
    let e = a.escalation.expect("an escalation");
    assert_eq!(e.holding.as_deref(), Some("Call or text 988 at any hour."));
    assert_eq!(a.replies.len(), 1);
    assert_eq!(a.replies[0].protocol, "self-harm");
    let b = answer("there is a bomb");
    assert_eq!(b.replies, []);
    assert_eq!(b.escalation.and_then(|e| e.holding), None);
}

#[test]
fn the_ranking_alone_may_escalate() {
    let a = answer("your nurse shared my medical chart with my ex husband");
    let e = a.escalation.expect("an escalation");
    assert_eq!(e.protocol, "privacy");
    assert!(!e.because.is_empty());
}

#[test]
fn a_grave_protocol_is_no_reply_like_another() {
    let mut doubted = 0;
    for text in [
        "somebody shared my information?",
        "is my chart online",
        "who posted my chart",
        "information on parking for my ex",
        "when can I visit my ex",
    ] {
        let answer = answer(text);
        let first = answer.replies.first();
        let grave = first.filter(|s| s.level >= Severity::Serious && answer.escalation.is_none());
        if let Some(first) = grave {
            let doubt = answer.doubt.as_ref().map(|d| &d.protocol);
            assert_eq!(doubt, Some(&first.protocol), "{text}");
            doubted += 1;
        }
    }
    assert!(doubted > 0, "none of the comments shows it");
}

#[test]
fn what_is_nearest_is_named_where_little_fits() {
    let answer = answer("the hours of the garage on Sunday, anyone");
    let ids = |all: &[cuecard_replies::Suggestion]| -> Vec<String> {
        all.iter().map(|s| s.protocol.clone()).collect()
    };
    let (fit, nearest) = (ids(&answer.replies), ids(&answer.nearest));
    assert!(!nearest.is_empty(), "{fit:?}");
    assert!(fit.len() + nearest.len() <= 3 && fit.iter().all(|id| !nearest.contains(id)));
    let least = answer.replies.iter().map(|s| s.score).fold(1.0, f32::min);
    assert!(answer.nearest.iter().all(|s| s.level < Severity::Serious));
    assert!(answer.nearest.iter().any(|s| s.score <= least));
    for nothing in ["🔥🔥🔥", "qwrtz plmk", ""] {
        assert_eq!(ids(&self::answer(nothing).nearest), [""; 0], "{nothing:?}");
    }
}

#[test]
fn doing_nothing_is_an_answer() {
    let a = answer("this hospital is a joke lol");
    assert_eq!(a.replies[0].protocol, "troll");
    assert_eq!(a.replies[0].text, None);
}

#[test]
fn search_puts_the_name_before_the_text() {
    let replier = replier();
    let ids =
        |query: &str| -> Vec<String> { replier.search(query).into_iter().map(|h| h.id).collect() };
    for (query, want) in [
        ("parking", &["park-map", "parking", "flu"][..]),
        ("park map", &["park-map"]),
        ("vacc", &["flu"]),
        ("VISITING", &["visiting-hours"]),
        ("aiting", &["long-wait"]),
        ("988", &["self-harm"]),
        ("xyzzy", &[]),
        ("parking xyzzy", &[]),
        ("???", &[]),
    ] {
        assert_eq!(ids(query), want, "{query}");
    }
    assert_eq!(replier.search(" ").len(), 9);
    let hit = &replier.search("threat")[0];
    assert_eq!((hit.kind, hit.text.as_str()), (HitKind::Protocol, ""));
}

#[test]
fn any_text_is_answered_and_always_alike() {
    let (replier, other) = (replier(), Replier::new(&playbook()));
    let mut seed = 0x2545_F491_4F6C_DD1Du64;
    let alphabet: Vec<char> =
        "kill myself ’'!*@$0137-–\n\t\u{200B}\u{301}éß漢👩🏽\u{200D}⚕️İſŉ#_.,ａ𝐤ⓚbomb waited"
            .chars()
            .collect();
    for round in 0..200 {
        let text: String = (0..round % 120)
            .map(|_| {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                if seed.is_multiple_of(4) {
                    char::from_u32((seed >> 20) as u32 % 0x11_0000).unwrap_or('x')
                } else {
                    alphabet[(seed >> 8) as usize % alphabet.len()]
                }
            })
            .collect();
        let comment = Comment {
            text: &text,
            author: None,
        };
        let a = replier.answer(&comment, Some("bluesky"));
        assert_eq!(a, other.answer(&comment, Some("bluesky")), "{text:?}");
        assert!((0.0..=1.0).contains(&a.none));
        for span in a.escalation.iter().flat_map(|e| &e.spans) {
            assert!(
                text.get(span.start..span.end)
                    .is_some_and(|s| !s.is_empty()),
                "{text:?}"
            );
        }
        assert!(replier.search(&text).len() <= 9);
    }
}

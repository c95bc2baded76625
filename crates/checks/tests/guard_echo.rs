//! What a reply repeats from the comment, and whom it names: with both places.
#![allow(clippy::expect_used)]

#[path = "guard/sets.rs"]
#[allow(dead_code)]
mod sets;

use cuecard_checks::{Checker, Comment, Draft, Finding};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

fn found(checker: &Checker, comment: Comment<'_>, text: &str) -> Vec<Finding> {
    let draft = Draft {
        text,
        kind: ComposerKind::Reply,
        answering: Some(comment),
        ..Draft::default()
    };
    let mut findings = checker.check(&draft).findings;
    findings.retain(|f| matches!(f.rule.as_str(), "reply-guard/echo" | "reply-guard/identity"));
    findings
}

/// Rule, what the draft says, what the comment says.
type Told<'a> = (&'a str, &'a str, Option<&'a str>);

fn told<'a>(findings: &'a [Finding], comment: &'a str, text: &'a str) -> Vec<Told<'a>> {
    let told = |f: &'a Finding| {
        let rule = f.rule.strip_prefix("reply-guard/").unwrap_or(&f.rule);
        (rule, f.span.of(text), f.source.map(|s| s.of(comment)))
    };
    findings.iter().map(told).collect()
}

#[test]
fn both_places_are_given() {
    let checker = Checker::new(&Playbook::default());
    let cases: [(&str, &str, &str, &[Told<'_>]); 8] = [
        (
            "They took my gallbladder – and nobody came. 😡",
            "",
            "Gallbladders deserve better.",
            &[("echo", "Gallbladders", Some("gallbladder"))],
        ),
        (
            "Two weeks of chemo and a rude desk.",
            "",
            "Chemotherapy is hard.",
            &[("echo", "Chemotherapy", Some("chemo"))],
        ),
        (
            "On the 14th of June I waited.",
            "",
            "June 14 was busy.",
            &[("echo", "June 14", Some("14th of June"))],
        ),
        (
            "A wet diaper for hours.",
            "",
            "Nobody should be in a wet diaper.",
            &[("echo", "wet diaper", Some("wet diaper"))],
        ),
        (
            "My husband Paul waited.",
            "",
            "Please ask Paul to call.",
            &[("identity", "Paul", Some("Paul"))],
        ),
        (
            "Rude.",
            "Karen Whitlow",
            "Karen, thank you for writing.",
            &[("identity", "Karen", None)],
        ),
        (
            "Rude.",
            "truckerdude77",
            "Dear Steven Marsh, thank you for writing.",
            &[("identity", "Steven Marsh", None)],
        ),
        (
            "The app is down",
            "@river_otter",
            "It is up again, @river_otter.",
            &[("identity", "@river_otter", None)],
        ),
    ];
    for (text, author, reply, want) in cases {
        let findings = found(&checker, Comment { text, author }, reply);
        assert_eq!(told(&findings, text, reply), want, "{text} / {reply}");
        for f in &findings {
            let handle = f.span.of(reply).starts_with('@');
            let level = if handle { Level::Warning } else { Level::Error };
            assert_eq!(f.level, level, "{reply}");
            let safe = f.apply(reply, 0).expect("a safe sentence is offered");
            let comment = Comment { text, author };
            assert_eq!(found(&checker, comment, &safe), [], "{safe}");
        }
    }
}

#[test]
fn what_is_nobodys_secret_is_silent() {
    let checker = Checker::new(&sets::sample());
    for (text, author, reply) in [
        // The site itself puts the handle there.
        (
            "The app is down",
            "@river_otter",
            "@river_otter it is up again.",
        ),
        (
            "Waited four hours in the ER",
            "Ann",
            "The ER is at 400 Alder Street, 555-0100.",
        ),
        (
            "Is the diabetes class free?",
            "Ann",
            "Yes, the diabetes class is free.",
        ),
        (
            "I think I'm having a stroke",
            "Ann",
            "If this is a stroke, call 911.",
        ),
        (
            "Marisol Quintavalle is an angel",
            "Bo",
            "Marisol Quintavalle will be so happy.",
        ),
        (
            "Will never come back",
            "Hope Winters",
            "We hope the new garage helps.",
        ),
        (
            "Nice place",
            "May Summers",
            "May is busy. See our calendar.",
        ),
        ("Do you do MRI?", "", "Yes, MRI is offered on Mill Road."),
        ("", "", ""),
    ] {
        let comment = Comment { text, author };
        let findings = found(&checker, comment, reply);
        assert_eq!(told(&findings, text, reply), [], "{text} / {reply}");
    }
}

#[test]
fn the_playbooks_own_replies_repeat_nothing() {
    let playbook = sets::sample();
    let checker = Checker::new(&playbook);
    for protocol in &playbook.protocols {
        for reply in &protocol.replies {
            for example in &protocol.examples {
                let comment = Comment {
                    text: example,
                    author: "Ann Lee",
                };
                let findings = found(&checker, comment, &reply.text);
                assert_eq!(told(&findings, example, &reply.text), [], "{example}");
            }
        }
    }
}

#[test]
fn posts_repeat_nothing() {
    let checker = Checker::new(&Playbook::default());
    let draft = Draft {
        text: "Gallbladder facts from our surgeons.",
        kind: ComposerKind::Post,
        answering: Some(Comment {
            text: "They took my gallbladder.",
            author: "Ann",
        }),
        ..Draft::default()
    };
    let findings = checker.check(&draft).findings;
    assert!(findings.iter().all(|f| f.rule != "reply-guard/echo"));
}

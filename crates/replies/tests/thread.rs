//! Classes, the playbook's precedence, volume on a thread, and the packet.

use std::sync::OnceLock;

use cuecard_playbook::{Permission, Playbook, Protocol, Reply, Role, Severity, Tell};
use cuecard_replies::{Answer, Comment, Earlier, Moment, Replier, Thread};

fn role(name: &str, hours: &str) -> Role {
    Role {
        name: name.to_owned(),
        who: format!("{name} desk"),
        reach: vec!["555-0100".to_owned()],
        hours: hours.to_owned(),
        line: 1,
    }
}

fn tell(role: &str, within: &str, minutes: u32) -> Vec<Tell> {
    vec![Tell {
        role: role.to_owned(),
        within: within.to_owned(),
        minutes: Some(minutes),
    }]
}

fn playbook() -> Playbook {
    let wait = Protocol {
        id: "long-wait".to_owned(),
        name: "Long wait".to_owned(),
        level: Severity::Complaint,
        examples: vec!["I waited four hours in your ER".to_owned()],
        phrases: vec!["still waiting".to_owned()],
        tell: tell("Relations", "1 hour", 60),
        ..Protocol::default()
    };
    let legal = Protocol {
        id: "lawyers".to_owned(),
        name: "Lawyers".to_owned(),
        level: Severity::Serious,
        permission: Permission::ApproveFirst,
        tags: vec!["legal-threat".to_owned()],
        tell: tell("Legal", "10 minutes", 10),
        actions: vec!["keep everything".to_owned()],
        replies: vec![Reply {
            platform: None,
            text: "Please write to our legal office.".to_owned(),
            line: 1,
        }],
        other: vec![("Volume".to_owned(), "2 within 1 hour → crisis".to_owned())],
        ..Protocol::default()
    };
    Playbook {
        protocols: vec![wait, legal],
        roles: vec![
            role("Relations", "Mon-Fri 8:00-18:00"),
            role("Legal", "Mon-Fri 9:00-17:00"),
            role("On call", "always"),
        ],
        ..Playbook::default()
    }
}

/// The playbook made ready, once for all tests: the pack takes its time to read.
fn replier() -> &'static Replier {
    static READY: OnceLock<Replier> = OnceLock::new();
    READY.get_or_init(|| Replier::new(&playbook()))
}

fn ask(text: &str, earlier: &[(&str, u64)]) -> Answer {
    let earlier: Vec<Earlier> = earlier
        .iter()
        .map(|&(class, minutes)| Earlier {
            class: class.to_owned(),
            ago: minutes * 60_000,
        })
        .collect();
    let comment = Comment { text, author: None };
    let thread = Thread {
        earlier: &earlier,
        ..Thread::default()
    };
    replier().answer_on(&comment, &thread)
}

#[test]
fn the_playbooks_protocol_of_a_class_says_what_to_do() {
    let e = ask("I'm going to sue this hospital", &[])
        .escalation
        .expect("heard");
    assert_eq!(
        (e.class.as_str(), e.protocol.as_str()),
        ("legal-threat", "lawyers")
    );
    assert_eq!(e.tell, tell("Legal", "10 minutes", 10));
    assert_eq!(e.actions, ["keep everything"]);
    assert_eq!(
        e.holding.as_deref(),
        Some("Please write to our legal office.")
    );
    assert_eq!(e.level, Severity::Serious);
}

#[test]
fn a_class_without_a_protocol_is_told_to_whoever_is_on_call() {
    let a = ask("there is a bomb in your lobby", &[]);
    let e = a.escalation.expect("heard");
    assert_eq!((e.class.as_str(), e.protocol.as_str()), ("threat", ""));
    assert_eq!(
        (e.level, e.permission),
        (Severity::Crisis, Permission::MustNotReply)
    );
    assert_eq!(e.tell, tell("On call", "5 minutes", 5));
    assert!(!e.actions.is_empty() && e.holding.is_none() && a.replies.is_empty());
    let codes: Vec<String> = replier()
        .diagnostics()
        .into_iter()
        .map(|d| format!("{} {}", d.code, d.message))
        .collect();
    assert!(
        codes
            .iter()
            .any(|c| c.starts_with("escalation/no-protocol") && c.contains("\"Threat\""))
    );
    assert!(
        !codes.iter().any(|c| c.contains("\"Legal threat\"")),
        "{codes:?}"
    );
    assert!(
        !codes
            .iter()
            .any(|c| c.starts_with("escalation/nobody-on-call"))
    );
}

#[test]
fn the_gravest_class_comes_first_and_the_others_are_named() {
    let e = ask("I'm going to sue you and then I will kill you all", &[]);
    let e = e.escalation.expect("heard");
    assert_eq!((e.class.as_str(), e.level), ("threat", Severity::Crisis));
    assert_eq!(e.also, ["legal-threat"]);
}

#[test]
fn the_other_classes_have_names_for_people() {
    let text = "I'm going to sue you and then I will kill you all";
    let names = |replier: &Replier| {
        let comment = Comment { text, author: None };
        let answer = replier.answer_on(&comment, &Thread::default());
        let e = answer.escalation.expect("heard");
        replier
            .packet(
                &e,
                text,
                Moment {
                    weekday: 1,
                    minute: 600,
                },
            )
            .also
    };
    let pack = names(&Replier::new(&Playbook::default()));
    assert_eq!(pack, ["Legal threat"]);
    assert_eq!(names(&Replier::new(&playbook())), ["Lawyers"]);
}

#[test]
fn several_of_one_class_within_the_time_are_graver() {
    let legal = "I'm going to sue this hospital";
    let level =
        |text: &str, earlier: &[(&str, u64)]| ask(text, earlier).escalation.map(|e| e.level);
    assert_eq!(
        level(legal, &[("legal-threat", 59)]),
        Some(Severity::Crisis)
    );
    assert_eq!(
        level(legal, &[("legal-threat", 61)]),
        Some(Severity::Serious)
    );
    assert_eq!(level(legal, &[("press", 1)]), Some(Severity::Serious));
    let wait = "still waiting, four hours in your ER";
    assert_eq!(level(wait, &[("long-wait", 1); 3]), None);
    let e = ask(wait, &[("long-wait", 1); 4])
        .escalation
        .expect("raised");
    assert_eq!(
        (e.level, e.protocol.as_str()),
        (Severity::Serious, "long-wait")
    );
    let raised = e.raised.expect("said why");
    assert_eq!(
        (raised.from, raised.count, raised.minutes),
        (Severity::Complaint, 5, 60)
    );
    assert!(!e.because.is_empty());
}

#[test]
fn the_packet_names_who_can_be_reached_now() {
    let text = "honestly? I'm going to sue this hospital";
    let replier = replier();
    let answer = replier.answer(&Comment { text, author: None }, None);
    let e = answer.escalation.expect("heard");
    let at = |weekday, hour: u16| Moment {
        weekday,
        minute: hour * 60,
    };
    let day = replier.packet(&e, text, at(0, 10));
    assert_eq!(
        (day.class.as_str(), day.level),
        ("legal-threat", Severity::Serious)
    );
    for (words, span) in &day.words {
        assert_eq!(span.of(text), words);
    }
    assert_eq!(day.tell[0].staffed, Some(true));
    assert_eq!(day.tell[0].instead, None);
    let night = replier.packet(&e, text, at(5, 23));
    assert_eq!(night.tell[0].staffed, Some(false));
    let instead = night.tell[0].instead.as_ref().map(|r| r.name.as_str());
    assert_eq!(instead, Some("On call"));
}

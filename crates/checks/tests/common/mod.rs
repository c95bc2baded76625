//! A playbook in code, and one way to ask about a draft.
#![allow(dead_code, clippy::unwrap_used, clippy::field_reassign_with_default)]

use cuecard_checks::{Checker, Draft, Finding, Report};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{
    Claim, Date, Hold, Level, Message, Name, PackSwitch, PatternRule, Playbook, Priority, Protocol,
    Reply, Required, Role, WordRule,
};

pub fn word(avoid: &[&str], prefer: &[&str]) -> WordRule {
    WordRule {
        avoid: avoid.iter().map(|s| (*s).to_owned()).collect(),
        prefer: prefer.iter().map(|s| (*s).to_owned()).collect(),
        omit: prefer.is_empty(),
        ..WordRule::default()
    }
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The rules of the document that describes the canonical form.
pub fn playbook() -> Playbook {
    let mut p = Playbook::default();
    p.words = vec![
        WordRule {
            why: Some("One name everywhere".into()),
            ..word(&["ER", "emergency room"], &["emergency department"])
        },
        word(&["addict"], &["person with a substance use disorder"]),
        word(&["utilize"], &["use"]),
        word(&["world-class"], &[]),
        word(&["diabetes"], &["person with diabetes"]),
        WordRule {
            unless: Some("in \"key card\" or where it unlocks something".into()),
            ..word(&["key"], &["important"])
        },
        word(&["myocardial infarction"], &["heart attack"]),
        WordRule {
            scope: cuecard_playbook::Scope {
                platforms: vec!["x".into()],
                kinds: vec!["post".into()],
                ..Default::default()
            },
            ..word(&["retweet"], &["repost"])
        },
        word(&["center's"], &["centre's"]),
        WordRule {
            in_hashtags: true,
            ..word(&["wellness"], &["health"])
        },
        word(&["room"], &["space"]),
        word(&["outstanding"], &[]),
        word(&["covid-19"], &["COVID-19"]),
        word(&["Website"], &["website"]),
        word(&["physician"], &["doctor", "care provider"]),
    ];
    p.claims = [
        ("guarantee", false),
        ("painless", false),
        ("best", true),
        ("#1", true),
    ]
    .map(|(term, approvable)| Claim {
        term: term.into(),
        approvable,
        why: None,
        line: 1,
    })
    .to_vec();
    p.roles = vec![Role {
        name: "Approver".into(),
        who: "Communications lead".into(),
        reach: vec!["comms@riverside.example".into()],
        hours: String::new(),
        line: 1,
    }];
    p.names = [
        "Dr. Amara Okafor",
        "Riverside Children's Pavilion",
        "MyChart",
        "Haven",
        "José Núñez, MD",
        "Emergency Room Care Group",
    ]
    .map(|name| Name {
        name: name.into(),
        line: 1,
    })
    .to_vec();
    p.patterns = vec![PatternRule {
        pattern: r"\bfree\b(?! class)".into(),
        advice: "say what is free and for whom".into(),
        level: Level::Warning,
        line: 9,
    }];
    p.required = vec![Required {
        rule: "Paid partnership posts begin with `#ad`.".into(),
        text: Some("#ad".into()),
        begins: true,
        when: "Paid partnership posts".into(),
        line: 1,
        ..Required::default()
    }];
    p.messages = vec![
        Message {
            id: "visiting-hours".into(),
            name: "Visiting hours".into(),
            text: "Visiting hours are 9 a.m. to 8 p.m. every day in the ER. Call {{phone}} for special arrangements.".into(),
            platforms: vec!["x".into(), "facebook".into()],
            until: Some(day("2026-12-31")),
            ..Message::default()
        },
        Message {
            id: "masks".into(),
            name: "Masks".into(),
            text: "We ask everybody to wear a mask in the waiting areas.\n\nMasks are at the front desk.".into(),
            ..Message::default()
        },
    ];
    p.protocols = vec![Protocol {
        id: "long-wait".into(),
        name: "Long wait".into(),
        replies: vec![
            Reply {
                platform: None,
                text: "We're sorry to hear this was frustrating. We can't discuss anyone's care here. Please call Patient Relations at 555-0100.".into(),
                line: 3,
            },
            Reply {
                platform: Some("x".into()),
                text: "Dear [NAME], please call Patient Relations about your visit.".into(),
                line: 4,
            },
        ],
        ..Protocol::default()
    }];
    p.priorities = [
        ("Recruitment", &["we're hiring", "careers"][..]),
        ("Promotion", &["book now", "offer"][..]),
    ]
    .map(|(name, signals)| Priority {
        name: name.into(),
        share: None,
        signals: signals.iter().map(|s| (*s).to_owned()).collect(),
        line: 1,
    })
    .to_vec();
    p.holds = vec![Hold {
        days: cuecard_playbook::DateRange {
            from: day("2026-11-03"),
            to: day("2026-11-04"),
        },
        what: "stop all promotion".into(),
        why: Some("election day".into()),
        line: 1,
    }];
    p.privacy.numbers = vec!["555-0100".into()];
    // These drafts are full of capitals and hashtags on purpose; the pack has tests of its own.
    p.packs = vec![PackSwitch {
        name: "accessibility".into(),
        on: false,
        line: 1,
    }];
    p.privacy.domains = vec!["er.org".into()];
    p
}

pub fn report(playbook: &Playbook, draft: &Draft<'_>) -> Report {
    let mut report = Checker::new(playbook).check(draft);
    // Said of most of these drafts, which are about words; `priorities.rs` has the tests of it.
    report.findings.retain(|f| f.rule != "priorities/none");
    report
}

pub fn findings(text: &str) -> Vec<Finding> {
    let draft = Draft {
        text,
        ..Draft::default()
    };
    report(&playbook(), &draft).findings
}

pub fn reply(text: &str) -> Vec<Finding> {
    let draft = Draft {
        text,
        kind: ComposerKind::Reply,
        ..Draft::default()
    };
    report(&playbook(), &draft).findings
}

/// `rule|text|fix|fix`, one line a finding.
pub fn lines(text: &str, findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|f| {
            let mut line = format!("{}|{}", f.rule, f.span.of(text));
            for n in 0..f.fixes.len() {
                line.push('|');
                line.push_str(&f.apply(text, n).unwrap());
            }
            line
        })
        .collect()
}

/// The time in seconds that this thread has computed, which other programs on the machine do not change; where
/// the system does not tell, the time of day.
pub fn computed() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos: Option<f64> = told.and_then(|t| t.split(' ').next()?.parse().ok());
    let since = || std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    nanos.map_or_else(|| since().as_secs_f64(), |n| n / 1e9)
}

/// Holds that a check of a long text costs no more than checks of as many short ones: its time grows with the
/// length and not faster.
pub fn is_linear(piece: &str, mut check: impl FnMut(&str)) {
    let (short, long) = (
        piece.repeat(1_000 / piece.len()),
        piece.repeat(16_000 / piece.len()),
    );
    let mut time = |text: &str, runs: usize| {
        let start = computed();
        (0..runs).for_each(|_| check(text));
        computed() - start
    };
    let (short, long) = (time(&short, 16), time(&long, 1));
    // Four times for the memory that a long text takes; the system counts in steps of some milliseconds.
    assert!(
        long < short * 4.0 + 0.03,
        "{piece}: {short} s in pieces, {long} s as one"
    );
}

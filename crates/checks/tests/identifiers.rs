//! The examples of `packs/identifiers.md`, and what the playbook publishes.

mod common;

use cuecard_checks::identifiers::Kind;
use cuecard_checks::packs::read::Pack;
use cuecard_checks::{Checker, Draft, Finding};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, PackSwitch, Playbook, compile};

const TEXT: &str = include_str!("../packs/identifiers.md");

fn findings(checker: &Checker, text: &str, kind: ComposerKind) -> Vec<Finding> {
    let draft = Draft {
        text,
        kind,
        ..Draft::default()
    };
    let mut found = checker.check(&draft).findings;
    found.retain(|f| f.rule.starts_with("privacy/"));
    found
}

/// Whether the reply guard speaks of a place: what it says of a name or a date says more, and stands alone.
fn guarded(checker: &Checker, text: &str, kind: ComposerKind, want: &str) -> bool {
    let draft = Draft {
        text,
        kind,
        ..Draft::default()
    };
    let at = text.find(want).unwrap_or(text.len());
    let want = cuecard_text::Span::new(at, at + want.len());
    let found = checker.check(&draft).findings;
    found
        .iter()
        .any(|f| f.rule.starts_with("reply-guard/") && f.span.overlaps(want))
}

fn found(checker: &Checker, text: &str, kind: ComposerKind) -> Vec<String> {
    let found = findings(checker, text, kind);
    found
        .iter()
        .map(|f| format!("{} {}", f.rule, f.span.of(text)))
        .collect()
}

#[test]
fn the_pack_is_understood_and_every_kind_has_its_group() {
    let pack = Pack::read(TEXT);
    assert_eq!(pack.problems, []);
    for key in ["owner", "date", "source"] {
        assert!(pack.about.iter().any(|(k, _)| k == key), "{key}");
    }
    for kind in Kind::ALL {
        let group = pack.recogniser(kind.name());
        let group = group.unwrap_or_else(|| panic!("no group for {}", kind.name()));
        assert!(group.rule.starts_with("privacy/"), "{}", group.name);
        assert!(!group.why.is_empty(), "{}", group.name);
        assert!(group.list("Bad").count() > 0, "{}", group.name);
    }
    assert_eq!(pack.groups.len(), Kind::ALL.len());
}

#[test]
fn the_packs_examples_hold() {
    let checker = Checker::new(&Playbook::default());
    let mut wrong = Vec::new();
    for group in &Pack::read(TEXT).groups {
        for item in group.list("Bad") {
            let (text, want) = item.text.split_once(" → ").expect("an arrow");
            let (kind, text) = match text.strip_prefix("post: ") {
                Some(text) => (ComposerKind::Post, text),
                None => (ComposerKind::Reply, text),
            };
            let got = findings(&checker, text, kind);
            if !got
                .iter()
                .any(|f| f.rule == group.rule && f.span.of(text) == want)
                && !guarded(&checker, text, kind, want)
            {
                let got = found(&checker, text, kind);
                wrong.push(format!("line {}: {text}: {got:?}", item.line));
            }
        }
        for item in group.list("Good") {
            for kind in [ComposerKind::Post, ComposerKind::Reply] {
                let got = found(&checker, &item.text, kind);
                if !got.is_empty() {
                    wrong.push(format!("line {}: {}: {got:?}", item.line, item.text));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_playbook_publishes_is_silent() {
    let book = compile(
        "---\nbrand: Riverside\n---\n## Roles\n| Role | Who | Reach |\n| --- | --- | --- |\n| Relations | Jo Bauer | 555-0177, help@desk.example |\n\n\
         ## Privacy\n- Our numbers: 555-0100, (312) 555-0111\n- Our domains: riverside.example\n- Staff who may be named: Amara Okafor\n\
         - Our street addresses: 1200 River Road, Alder, OH 44120\n- Record numbers look like: `RH-\\d{7}`\n\n\
         ## Messages\n### Line\n> Ring 614-555-0123 or see https://help.partner.example/now for rides.\n",
    )
    .playbook;
    let checker = Checker::new(&book);
    let none = Checker::new(&Playbook::default());
    for text in [
        "Call 555-0100.",
        "Call (312) 555-0100 or 312-555-0111.",
        "Call 1-312-555-0111.",
        "Call 614.555.0123.",
        "Phone 555-0177.",
        "Write to care@mail.riverside.example or help@desk.example.",
        "See https://www.riverside.example/er.",
        "See help.partner.example/now.",
        "Ask Dr. Amara Okafor. Thank you, Ms. Okafor.",
        "Come to 1200 River Road.",
        "Come to 1200 River Road, Alder, OH 44120.",
    ] {
        let own = found(&checker, text, ComposerKind::Reply);
        assert_eq!(own, Vec::<String>::new(), "{text}");
        let others = found(&none, text, ComposerKind::Reply);
        assert!(!others.is_empty(), "a stranger's: {text}");
    }
    for (text, want) in [
        ("Call 555-0199.", "privacy/phone 555-0199"),
        ("Call (312) 555-0112.", "privacy/phone (312) 555-0112"),
        (
            "a@riverside.example.org",
            "privacy/email a@riverside.example.org",
        ),
        (
            "Ask Dr. Amara Okaforski.",
            "privacy/name Dr. Amara Okaforski",
        ),
        ("It is RH-0482913.", "privacy/mrn RH-0482913"),
        ("1201 River Road", "privacy/address 1201 River Road"),
    ] {
        assert_eq!(found(&checker, text, ComposerKind::Reply), [want], "{text}");
    }
}

#[test]
fn levels_follow_what_is_written() {
    let checker = Checker::new(&Playbook::default());
    for (text, kind, want) in [
        ("SSN 078-05-1123", ComposerKind::Post, Some(Level::Error)),
        (
            "Call 415-555-0132",
            ComposerKind::Post,
            Some(Level::Warning),
        ),
        ("Join us on May 5, 2026", ComposerKind::Post, None),
        (
            "She was admitted on May 5, 2026",
            ComposerKind::Post,
            Some(Level::Warning),
        ),
        (
            "It was on May 5, 2026",
            ComposerKind::Message,
            Some(Level::Warning),
        ),
        ("Meet Dr. Ana Lindqvist", ComposerKind::Post, None),
    ] {
        let level = findings(&checker, text, kind).first().map(|f| f.level);
        assert_eq!(level, want, "{text} {kind:?}");
    }
}

#[test]
fn the_pack_can_be_switched_off() {
    let book = Playbook {
        packs: vec![PackSwitch {
            name: "identifiers".to_owned(),
            on: false,
            line: 1,
        }],
        ..Playbook::default()
    };
    let text = "SSN 078-05-1123, call 415-555-0132";
    assert_eq!(
        found(&Checker::new(&book), text, ComposerKind::Post),
        Vec::<String>::new()
    );
}

#[test]
fn hostile_texts_cost_no_more_than_others() {
    // The guard's time is the guard's own matter.
    let checker = Checker::new(&Playbook {
        packs: vec![PackSwitch {
            name: "reply-guard".to_owned(),
            on: false,
            line: 1,
        }],
        ..Playbook::default()
    });
    for piece in [
        "1 ",
        "1-",
        "1.",
        "a@",
        "::",
        "9 N ",
        "MRN ",
        "May ",
        "1/",
        "AB12 ",
        "Mr A",
        "call 5 ",
        "(1)",
        "+1 ",
        "1990 years old ",
        "fe80:",
    ] {
        common::is_linear(piece, |text| {
            findings(&checker, text, ComposerKind::Reply);
        });
    }
}

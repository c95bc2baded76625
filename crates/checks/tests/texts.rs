//! Slots, length, required texts, approved messages, priorities, holds.

mod common;

use common::{day, findings, lines, playbook, reply, report};
use cuecard_checks::{Change, Checker, Comment, Draft, Level, Report, self_check};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Playbook, RuleTest};

fn on<'a>(text: &'a str, platform: &'a str, today: &str) -> Draft<'a> {
    Draft {
        text,
        platform: Some(platform),
        today: Some(day(today)),
        ..Draft::default()
    }
}

fn rules(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|f| f.rule.as_str()).collect()
}

#[test]
fn slots() {
    for (text, want) in [
        (
            "Call {{phone}}",
            &["slots/unfilled|{{phone}}|Call 555-0100"][..],
        ),
        ("Dear [NAME], hello", &["slots/unfilled|[NAME]"]),
        ("Dear [SIC], hello", &[]),
        ("Call {{phone", &["slots/unfilled|{{"]),
    ] {
        assert_eq!(lines(text, &findings(text)), want, "{text}");
    }
    assert!(findings("{{place}}")[0].message.contains("“place”"));
}

#[test]
fn length() {
    let text = "x".repeat(279) + "👩🏽‍⚕️ab";
    let r = report(&playbook(), &on(&text, "x", "2026-11-24"));
    assert_eq!(r.count.limit, Some(280));
    assert_eq!(r.findings[0].rule, "length/over");
    // An emoji counts two on X: it is the first that does not fit.
    assert_eq!(r.findings[0].span.of(&text), "👩🏽‍⚕️ab");
    assert!(
        report(&playbook(), &on("short", "x", "2026-11-24"))
            .findings
            .is_empty()
    );
}

#[test]
fn required_texts() {
    for (text, want) in [
        (
            "This sponsored run is on",
            &["required/ad|sponsored|#ad This sponsored run is on"][..],
        ),
        ("#ad This sponsored run", &[]),
        (
            "#adventure: sponsored",
            &["required/ad|sponsored|#ad #adventure: sponsored"],
        ),
        // Who writes it further down says that the post is paid for, in whatever words.
        (
            "New shoes\n\n#AD come and see",
            &["required/ad|#AD|#ad New shoes\n\n#AD come and see"],
        ),
        ("A school partnership", &[]),
        ("An #adventure, no ad", &[]),
    ] {
        assert_eq!(lines(text, &findings(text)), want, "{text}");
    }
    assert!(reply("A sponsored run").is_empty());
    let mut p = playbook();
    p.required.clear();
    let draft = Draft {
        text: "A run\n\nPaid partnership with Shoes",
        ..Draft::default()
    };
    assert_eq!(rules(&report(&p, &draft)), ["disclosure/late"]);
}

#[test]
fn a_disclosure_stands_where_it_is_read() {
    let mut p = playbook();
    p.required.clear();
    let long = "Our nurses have new shoes, and they say that twelve hours in them feel like six; come by and try a pair on in the lobby";
    for (text, late) in [
        ("#ad New shoes", false),
        ("New #shoes for #nurses #ad\nCome and see", false),
        ("New shoes\n#ad", true),
        // Among other hashtags nobody sees it.
        ("New #shoes #nurses #care #ad", true),
        ("New #shoes #nurses #care and #ad", false),
        // Behind "more" nobody sees it either.
        (&*[long, " today. #ad"].concat(), true),
        (long, false),
    ] {
        let found = report(&p, &on(text, "instagram", "2026-11-24"));
        let found: Vec<_> = (found.findings.iter())
            .filter(|f| f.rule == "disclosure/late")
            .collect();
        assert_eq!(!found.is_empty(), late, "{text}");
        for finding in found {
            let mended = finding.apply(text, 0).unwrap();
            assert!(mended.starts_with("#ad "), "{mended}");
        }
    }
}

const HOURS: &str = "Visiting hours are 9 a.m. to 8 p.m. every day in the ER. Call 555-0100 for special arrangements.";

#[test]
fn an_approved_text_is_exempt_but_not_what_is_put_into_it() {
    let p = playbook();
    let r = report(&p, &on(HOURS, "x", "2026-11-24"));
    assert_eq!(r.findings, []);
    assert_eq!(
        r.message.as_ref().map(|m| (m.id.as_str(), m.drift)),
        Some(("visiting-hours", 0.0))
    );
    // Spaces and quotes do not count.
    let spaced = HOURS.replace(". Call", ".\n\nCall");
    assert_eq!(report(&p, &on(&spaced, "x", "2026-11-24")).findings, []);
    let filled = HOURS.replace("555-0100", "the best ER");
    assert_eq!(
        rules(&report(&p, &on(&filled, "x", "2026-11-24"))),
        ["claims/best", "words/er"]
    );
    // Reply boxes open with handles.
    let answer = format!("@ann @bob@host.example, {HOURS}");
    assert_eq!(report(&p, &on(&answer, "x", "2026-11-24")).findings, []);
    let open = HOURS.replace("555-0100", "{{phone}}");
    assert_eq!(
        rules(&report(&p, &on(&open, "x", "2026-11-24"))),
        ["slots/unfilled"]
    );
    let r = reply(
        "We’re sorry to hear this was frustrating. We can’t discuss anyone’s care here.  Please call Patient Relations at 555-0100.",
    );
    assert!(r.is_empty());
    // The approved words are exempt, the name that was put into their slot is not.
    let r = reply("Dear Ann, please call Patient Relations about your visit.");
    let said: Vec<&str> = r.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(said, ["reply-guard/identity"]);
    assert!(!reply("You can call Patient Relations about your visit.").is_empty());
}

#[test]
fn when_and_where_an_approved_text_holds() {
    let p = playbook();
    assert_eq!(
        rules(&report(&p, &on(HOURS, "x", "2027-01-01"))),
        ["messages/expired"]
    );
    assert_eq!(
        rules(&report(&p, &on(HOURS, "x", "2026-12-31"))),
        Vec::<&str>::new()
    );
    assert_eq!(
        rules(&report(&p, &on(HOURS, "linkedin", "2026-11-24"))),
        ["messages/platform"]
    );
}

#[test]
fn a_drifted_text_shows_what_changed() {
    let p = playbook();
    let text = HOURS.replace("9 a.m.", "8 a.m.");
    let r = report(&p, &on(&text, "x", "2026-11-24"));
    assert_eq!(rules(&r), ["messages/drift", "words/er"]);
    let drift = &r.findings[0];
    assert_eq!(drift.apply(&text, 0).as_deref(), Some(HOURS));
    let answer = format!("@ann {text}");
    let r2 = report(&p, &on(&answer, "x", "2026-11-24"));
    assert_eq!(
        r2.findings[0].apply(&answer, 0),
        Some(format!("@ann {HOURS}"))
    );
    assert_eq!(
        drift.changes[1..3],
        [Change::Removed("9".into()), Change::Added("8".into())]
    );
    assert!(drift.message.contains("6 %"), "{}", drift.message);
    assert!(r.message.is_some_and(|m| m.drift > 0.0 && m.drift < 0.1));
    for far in [
        "Visiting hours are over.",
        "We ask everybody to come to the picnic on Saturday at noon with a cake.",
    ] {
        assert_eq!(
            report(&p, &on(far, "x", "2026-11-24")).message,
            None,
            "{far}"
        );
    }
}

/// A reply of the playbook that says whom to call, with so many of its words changed.
const CALL: &str = "We’re sorry to hear this was frustrating. We can’t discuss anyone’s care here. Please call Patient Relations at 555-0100.";

#[test]
fn an_edited_reply_stays_approved_up_to_the_playbook_s_percentage() {
    let mut p = playbook();
    let drift = |p: &Playbook, text: &str, from: Option<&str>| {
        let draft = Draft {
            text,
            kind: ComposerKind::Reply,
            from,
            ..Draft::default()
        };
        let r = report(p, &draft);
        let finding = r.findings.into_iter().find(|f| f.rule == "messages/drift");
        let approved = r.message.map(|m| m.approved);
        (approved, finding.map(|f| (f.level, f.message)))
    };
    let one = CALL.replace("frustrating", "difficult");
    let four = one
        .replace("Please call", "Then ring our")
        .replace("here.", "on this page.");
    for (allowed, text, approved, level, says) in [
        (Some(0.15), CALL, Some(true), None, ""),
        (
            Some(0.15),
            &*one,
            Some(true),
            Some(Level::Suggestion),
            "5 % of the words differ from the approved “Long wait”. The playbook allows up to 15 %.",
        ),
        (
            Some(0.05),
            &one,
            Some(true),
            Some(Level::Suggestion),
            "up to 5 %.",
        ),
        (
            Some(0.04),
            &one,
            Some(false),
            Some(Level::Warning),
            "allows up to 4 %, so it counts as unapproved",
        ),
        (
            Some(0.15),
            &four,
            Some(false),
            Some(Level::Warning),
            "so it counts as unapproved",
        ),
        (
            Some(0.0),
            &one,
            Some(false),
            Some(Level::Warning),
            "allows up to 0 %",
        ),
        // Where the playbook does not say, a text is approved as it stands.
        (None, CALL, Some(true), None, ""),
        (
            None,
            &one,
            Some(false),
            Some(Level::Warning),
            "It was approved as it stands",
        ),
    ] {
        p.drift = allowed;
        let (got, finding) = drift(&p, text, None);
        assert_eq!(got, approved, "{allowed:?} {text}");
        assert_eq!(finding.as_ref().map(|f| f.0), level, "{allowed:?} {text}");
        let said = finding.map_or_else(String::new, |f| f.1);
        assert!(said.contains(says), "{said}");
    }
    // Edited past recognition it is still known where it was put, until it is another text.
    let far = "We’re sorry to hear this. Come by at noon, our door is open to you. Please call Patient Relations at 555-0100.";
    let other = "Thanks for telling us, the new garage opens at ten.";
    for (text, from, approved) in [
        (far, None, None),
        (far, Some("long-wait"), Some(false)),
        (far, Some("masks"), None),
        (other, Some("long-wait"), None),
    ] {
        assert_eq!(drift(&p, text, from).0, approved, "{text} from {from:?}");
    }
}

#[test]
fn a_name_that_the_site_put_before_a_reply_is_no_change_to_it() {
    let p = playbook();
    for (text, author, exact) in [
        (format!("Carla Mendes {CALL}"), "Carla Mendes", true),
        (format!("Carla Mendes, {CALL}"), "Carla Mendes", true),
        (format!("@carla_m {CALL}"), "Carla Mendes", true),
        (format!("Carla {CALL}"), "Carla Mendes", false),
        (format!("Carla {CALL}"), "", false),
        (format!("We{CALL}"), "We", false),
    ] {
        let draft = Draft {
            text: &text,
            kind: ComposerKind::Reply,
            answering: Some(Comment {
                text: "four hours",
                author,
            }),
            ..Draft::default()
        };
        let drift = report(&p, &draft).message.map(|m| m.drift);
        assert_eq!(drift == Some(0.0), exact, "{text} by {author:?}: {drift:?}");
    }
}

#[test]
fn priorities_and_holds() {
    let p = playbook();
    let r = report(
        &p,
        &on(
            "We’re hiring! Careers, careers. Book now",
            "x",
            "2026-11-24",
        ),
    );
    let names: Vec<_> = r
        .priorities
        .iter()
        .map(|s| (s.name.as_str(), s.score))
        .collect();
    assert_eq!(names, [("Recruitment", 0.75), ("Promotion", 0.5)]);
    assert_eq!(r.priorities[0].because, ["We’re hiring", "Careers"]);
    assert!(r.findings.is_empty());
    let held = report(&p, &on("Book now", "x", "2026-11-03"));
    assert_eq!(rules(&held), ["priorities/hold"]);
    assert!(held.findings[0].message.contains("election day"));
    assert!(
        report(&p, &on("Careers", "x", "2026-11-03"))
            .findings
            .is_empty()
    );
    let mut all = p.clone();
    all.holds[0].what = "stop all posts".into();
    let r = report(&all, &on("Hello", "x", "2026-11-03"));
    assert_eq!(r.findings[0].level, Level::Error);
}

#[test]
fn the_playbook_is_held_against_itself() {
    let mut p = playbook();
    p.tests = [
        ("Visit our ER tonight", Some("ER"), 50),
        ("Visit our hospital", Some("ER"), 51),
        ("Visit our emergency department", None, 52),
        ("the best", None, 53),
        ("We treated you", Some("reply-guard/patient-status"), 54),
        ("utilize", Some(""), 55),
    ]
    .map(|(text, expect, line)| RuleTest {
        text: text.into(),
        expect: expect.map(str::to_owned),
        line,
    })
    .to_vec();
    p.patterns[0].pattern = "(".into();
    let got: Vec<(String, usize)> = self_check(&p)
        .into_iter()
        .map(|d| (d.code, d.line))
        .collect();
    let want = [
        ("self/words/er", 0),
        ("self/reply-guard/patient-status", 4),
        ("patterns/refused", 9),
        ("self/test-bad", 51),
        ("self/test-good", 53),
    ];
    assert_eq!(got, want.map(|(code, line)| (code.to_owned(), line)));
}

#[test]
fn findings_come_in_the_order_of_the_text() {
    let found = findings("best ER, painless ER");
    let places: Vec<usize> = found.iter().map(|f| f.span.start).collect();
    assert_eq!(places, [0, 5, 9, 18]);
}

#[test]
fn nothing_is_said_of_an_empty_draft() {
    let checker = Checker::new(&playbook());
    for text in ["", " ", "\n\n"] {
        for kind in [ComposerKind::Post, ComposerKind::Reply] {
            let draft = Draft {
                text,
                kind,
                ..Draft::default()
            };
            assert_eq!(checker.check(&draft).findings, [], "{text:?}");
        }
    }
}

//! Every pack: understood to the last line, its examples hold, it can be switched off.

mod common;

use cuecard_checks::packs::read::Pack;
use cuecard_checks::packs::{BUILTIN, is_on};
use cuecard_checks::{Checker, Draft, Finding, Level, Media};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{PACKS, PackSwitch, Playbook, compile};

const FILES: [(&str, &str); 7] = [
    ("identifiers", include_str!("../packs/identifiers.md")),
    ("accessibility", include_str!("../packs/accessibility.md")),
    ("health-stigma", include_str!("../packs/health-stigma.md")),
    (
        "inclusive-language",
        include_str!("../packs/inclusive-language.md"),
    ),
    ("plain-language", include_str!("../packs/plain-language.md")),
    ("ftc", include_str!("../packs/ftc.md")),
    ("fda", include_str!("../packs/fda.md")),
];

fn only(pack: &str) -> Playbook {
    let switch = |name: &&str| PackSwitch {
        name: (**name).to_owned(),
        on: *name == pack,
        line: 1,
    };
    Playbook {
        packs: PACKS.iter().map(switch).collect(),
        ..Playbook::default()
    }
}

fn check(checker: &Checker, text: &str, kind: ComposerKind) -> Vec<Finding> {
    let draft = Draft {
        text,
        kind,
        ..Draft::default()
    };
    checker.check(&draft).findings
}

fn shown(text: &str, found: &[Finding]) -> Vec<String> {
    found
        .iter()
        .map(|f| format!("{} {}", f.rule, f.span.of(text)))
        .collect()
}

fn post(book: &Playbook, text: &str) -> Vec<String> {
    shown(text, &check(&Checker::new(book), text, ComposerKind::Post))
}

#[test]
fn the_compiler_knows_the_packs_that_there_are() {
    let names: Vec<&str> = BUILTIN.iter().map(|p| p.name).collect();
    assert_eq!(names, PACKS);
}

#[test]
fn every_pack_is_understood_to_the_last_line() {
    for (name, text) in FILES {
        let pack = Pack::read(text);
        assert_eq!(pack.problems, [], "{name}");
        let about = |key: &str| {
            let entry = pack.about.iter().find(|(k, _)| k == key);
            entry.map_or("", |(_, value)| value.as_str())
        };
        assert_eq!(about("name"), name);
        for key in ["owner", "date", "source", "default"] {
            assert!(!about(key).is_empty(), "{name}: {key}");
        }
        assert!(
            about("date").parse::<cuecard_playbook::Date>().is_ok(),
            "{name}"
        );
        assert_eq!(
            about("default").starts_with("on"),
            is_on(&Playbook::default(), name),
            "{name}"
        );
        for group in &pack.groups {
            assert!(
                !group.rule.is_empty() && !group.why.is_empty(),
                "{name}: {}",
                group.name
            );
            assert!(
                group.posts.is_some() || group.replies.is_some(),
                "{name}: {}",
                group.name
            );
            if group.recogniser.is_empty() {
                assert!(group.list("Words").count() > 0, "{name}: {}", group.name);
                assert!(group.list("Bad").count() > 0, "{name}: {}", group.name);
                assert!(group.list("Good").count() > 0, "{name}: {}", group.name);
            }
        }
    }
}

#[test]
fn the_packs_examples_hold() {
    let mut wrong = Vec::new();
    for (name, text) in FILES.iter().filter(|(name, _)| *name != "identifiers") {
        let checker = Checker::new(&only(name));
        for group in &Pack::read(text).groups {
            for item in group.list("Bad") {
                let (text, want) = item.text.split_once(" → ").expect("an arrow");
                let found = check(&checker, text, ComposerKind::Post);
                let ours = |f: &Finding| {
                    f.rule == group.rule
                        || (group.rule.ends_with('/') && f.rule.starts_with(&group.rule))
                };
                if !found.iter().any(|f| ours(f) && f.span.of(text) == want) {
                    wrong.push(format!(
                        "{name} line {}: {text}: {:?}",
                        item.line,
                        shown(text, &found)
                    ));
                }
                for fix in found
                    .iter()
                    .flat_map(|f| (0..f.fixes.len()).map(move |n| (f, n)))
                {
                    assert!(fix.0.apply(text, fix.1).is_some(), "{text}");
                }
            }
            for item in group.list("Good") {
                for kind in [ComposerKind::Post, ComposerKind::Reply] {
                    let found = check(&checker, &item.text, kind);
                    if !found.is_empty() {
                        wrong.push(format!(
                            "{name} line {}: {}: {:?}",
                            item.line,
                            item.text,
                            shown(&item.text, &found)
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_switched_off_pack_is_silent() {
    for (name, text) in FILES {
        let mut off = only("");
        off.reading_grade = None;
        let checker = Checker::new(&off);
        for item in Pack::read(text).groups.iter().flat_map(|g| g.list("Bad")) {
            let (text, _) = item.text.split_once(" → ").expect("an arrow");
            let text = text.trim_start_matches("post: ");
            let found = check(&checker, text, ComposerKind::Post);
            assert_eq!(shown(text, &found), Vec::<String>::new(), "{name}: {text}");
        }
    }
}

#[test]
fn a_playbook_goes_before_a_pack() {
    let own = |text: &str| {
        let source = format!("---\nbrand: B\npacks: [plain language]\n---\n{text}");
        compile(&source).playbook
    };
    assert_eq!(
        post(&own(""), "We treat drug addicts."),
        ["stigma/drug-addicts drug addicts"]
    );
    // It has its own rule for the term.
    let book = own("## Words\n- drug addicts (use _guests_)\n");
    assert_eq!(
        post(&book, "We treat drug addicts."),
        ["words/drug-addicts drug addicts"]
    );
    // It prefers the term, or it is a name.
    let book = own("## Words\n- heart doctor (use _cardiology_)\n### Names\n- Renal Center\n");
    assert_eq!(
        post(&book, "Ask cardiology. See the renal team."),
        Vec::<String>::new()
    );
}

#[test]
fn approved_claims_and_listed_products() {
    let book = compile(
        "---\nbrand: B\n---\n## Claims\n- Needs approval: ranked\n- Approved: ranked #1 in Ohio for stroke care (letter of 2026-02-01)\n## Products\n- Ozempic, Da Vinci\n",
    )
    .playbook;
    assert_eq!(
        post(&book, "We are ranked #1 in Ohio for stroke care."),
        Vec::<String>::new()
    );
    assert_eq!(
        post(&book, "We are ranked #1 in Ohio for heart care."),
        ["claims/ranked ranked"],
        "the playbook's own rule has found it"
    );
    assert_eq!(post(&book, "Ask about Ozempic."), ["fda/product Ozempic"]);
    assert_eq!(
        post(&only("fda"), "Ask about Ozempic."),
        Vec::<String>::new()
    );
}

#[test]
fn advice_takes_the_form_of_the_word() {
    let checker = Checker::new(&only("plain-language"));
    for (text, want) in [
        ("We utilized it.", "We used it."),
        ("Utilizing beds", "Using beds"),
        ("It commenced on Monday.", "It began on Monday."),
        ("They establish rules.", "They set up rules."),
    ] {
        let found = check(&checker, text, ComposerKind::Post);
        assert_eq!(found[0].apply(text, 0).as_deref(), Some(want), "{text}");
    }
}

#[test]
fn a_picture_asks_for_its_description() {
    let checker = Checker::new(&only("accessibility"));
    for (media, want) in [
        (Media::None, None),
        (Media::Attached, Some(Level::Suggestion)),
        (Media::Undescribed, Some(Level::Warning)),
        (Media::Described, None),
    ] {
        let draft = Draft {
            text: "Our new lobby.",
            media,
            ..Draft::default()
        };
        let found = checker.check(&draft).findings;
        let level = found
            .iter()
            .find(|f| f.rule == "access/alt-text")
            .map(|f| f.level);
        assert_eq!(level, want, "{media:?}");
    }
}

#[test]
fn a_long_hard_text_is_told_its_grade() {
    let hard = "Notwithstanding considerable organizational complexities, interdisciplinary rehabilitation professionals collaboratively \
        individualize comprehensive therapeutic interventions for patients experiencing neurological deterioration. Subsequently, \
        multidisciplinary representatives systematically evaluate functional capabilities, communicating recommendations regarding \
        appropriate continuing accommodation and community reintegration opportunities after they return to their homes and families.";
    let easy = "Come and see us on Saturday. We will be at the park from nine to noon. Bring the kids and the dog. There will be \
        free food and games for all. Our nurses can check your blood pressure. It takes five minutes. You can ask them what you like.";
    let grade = |book: &Playbook, text: &str| {
        let found = check(&Checker::new(book), text, ComposerKind::Post);
        found.into_iter().find(|f| f.rule == "reading/grade")
    };
    let mut aims = only("");
    aims.packs.clear();
    aims.reading_grade = Some(6.0);
    let told = grade(&aims, hard).unwrap();
    assert_eq!(told.level, Level::Suggestion);
    assert!(told.message.contains("the aim is 6"), "{}", told.message);
    assert!(
        told.message.contains("Flesch and Kincaid"),
        "{}",
        told.message
    );
    assert!(
        told.span.of(hard).starts_with("Subsequently"),
        "the longest sentence"
    );
    assert_eq!(grade(&aims, easy), None);
    // Too short to be scored.
    assert_eq!(
        grade(
            &aims,
            "Interdisciplinary rehabilitation professionals. Neurological deterioration."
        ),
        None
    );
    // Nobody asked; switched off although a grade is named; asked for by the pack alone.
    assert_eq!(grade(&Playbook::default(), hard), None);
    let off = Playbook {
        reading_grade: Some(6.0),
        ..only("")
    };
    assert_eq!(grade(&off, hard), None);
    assert!(grade(&only("plain-language"), hard).is_some());
}

#[test]
fn an_approved_text_is_exempt_from_packs_but_not_from_identifiers() {
    let book = compile(
        "---\nbrand: B\n---\n## Approved messages\n### Help\n> We help drug addicts. Call 555-0177 for the most trusted care, or quote 219-09-9999.\n",
    )
    .playbook;
    let text =
        "We help drug addicts. Call 555-0177 for the most trusted care, or quote 219-09-9999.";
    assert_eq!(post(&book, text), ["privacy/ssn 219-09-9999"]);
}

#[test]
fn hostile_texts_cost_no_more_than_others() {
    let all = Playbook {
        packs: PACKS
            .iter()
            .map(|name| PackSwitch {
                name: (*name).to_owned(),
                on: *name != "reply-guard",
                line: 1,
            })
            .collect(),
        reading_grade: Some(1.0),
        ..Playbook::default()
    };
    let checker = Checker::new(&all);
    for piece in [
        "#heartheart ",
        "#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
        "AB ",
        "SHOUT ",
        "🎉",
        "🎉 a\n",
        "𝗵",
        "𝗵 ",
        "gift card write a review ",
        "best hospital ",
        "drug addict",
        "e",
        "ia",
        "utilize ",
        "it is important to note that ",
    ] {
        common::is_linear(piece, |text| {
            check(&checker, text, ComposerKind::Post);
        });
    }
}

#[test]
fn a_required_text_may_stand_anywhere_in_the_first_line() {
    let book = compile(
        "---\nbrand: B\n---\n## Required\n- Paid partnership posts have `#ad` in the first line.\n",
    )
    .playbook;
    let required = |text: &str| {
        let found = check(&Checker::new(&book), text, ComposerKind::Post);
        found.into_iter().find(|f| f.rule == "required/ad")
    };
    assert_eq!(required("New shoes! #ad\nA paid partnership."), None);
    let late = "New shoes!\nA paid partnership. #ad";
    let told = required(late).unwrap();
    assert_eq!(
        told.apply(late, 0).as_deref(),
        Some("#ad New shoes!\nA paid partnership. #ad")
    );
    assert!(required("New shoes! #adventure\nA paid partnership.").is_some());
}

//! The pack's own examples: every bad one is found by its group, no good one by any.

use cuecard_checks::guard::pack::{Pack, Phrase};
use cuecard_checks::guard::phrases::Finder;
use cuecard_checks::{Checker, Draft, Finding};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

const TEXT: &str = include_str!("../packs/reply-guard.md");

fn findings(checker: &Checker, text: &str, kind: ComposerKind) -> Vec<Finding> {
    let draft = Draft {
        text,
        kind,
        ..Draft::default()
    };
    let mut found = checker.check(&draft).findings;
    found.retain(|f| f.rule.starts_with("reply-guard/"));
    found
}

#[test]
fn the_pack_is_understood_to_the_last_line() {
    let pack = Pack::read(TEXT);
    assert_eq!(pack.problems, []);
    assert_eq!(Finder::new(&pack).problems(), []);
    for key in ["owner", "date", "source"] {
        assert!(pack.about.iter().any(|(k, _)| k == key), "{key}");
    }
    for group in &pack.groups {
        let whole = !group.rule.is_empty() && !group.why.is_empty() && !group.phrases.is_empty();
        assert!(whole, "{}", group.name);
    }
    let count = |list: fn(&cuecard_checks::guard::pack::Group) -> usize| {
        pack.groups.iter().map(list).sum::<usize>()
    };
    assert!(count(|g| g.bad.len()) >= 80 && count(|g| g.good.len()) >= 80);
}

#[test]
fn bad_examples_are_found_by_their_group() {
    let checker = Checker::new(&Playbook::default());
    let mut missed = Vec::new();
    for group in Pack::read(TEXT).groups {
        for Phrase { text, line } in &group.bad {
            for kind in [
                ComposerKind::Reply,
                ComposerKind::Review,
                ComposerKind::Message,
            ] {
                let found = findings(&checker, text, kind);
                let rule = format!("reply-guard/{}", group.rule);
                if !found
                    .iter()
                    .any(|f| f.rule == rule && f.level >= group.level)
                {
                    missed.push(format!("line {line} [{}]: {text} -> {found:?}", group.name));
                    break;
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn good_examples_are_silent() {
    let checker = Checker::new(&Playbook::default());
    let mut wrong = Vec::new();
    for group in Pack::read(TEXT).groups {
        for Phrase { text, line } in &group.good {
            for kind in [ComposerKind::Reply, ComposerKind::Post] {
                for f in findings(&checker, text, kind) {
                    wrong.push(format!(
                        "line {line}: {text} -> “{}” {}",
                        f.span.of(text),
                        f.message
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fix_leaves_a_text_that_passes() {
    let checker = Checker::new(&Playbook::default());
    for group in Pack::read(TEXT).groups {
        for Phrase { text, .. } in &group.bad {
            let mut draft = format!("Hello Ann. {text} Please call 555-0100.");
            for _ in 0..6 {
                let Some(finding) = findings(&checker, &draft, ComposerKind::Reply)
                    .into_iter()
                    .next()
                else {
                    break;
                };
                draft = finding.apply(&draft, 0).expect("a fix that fits");
            }
            assert!(
                findings(&checker, &draft, ComposerKind::Reply).is_empty(),
                "{draft}"
            );
            assert!(
                !draft.contains("  ") && draft.starts_with("Hello Ann."),
                "{draft}"
            );
        }
    }
}

#[test]
fn on_posts_only_the_direct_ones_warn() {
    let checker = Checker::new(&Playbook::default());
    for (text, want) in [
        ("Book your visit today.", false),
        ("Bring your records to your appointment.", false),
        ("Wishing you a speedy recovery.", false),
        ("See you on Saturday at the health fair.", false),
        ("We treated you well when you came in.", true),
        ("Thank you for choosing us.", true),
    ] {
        let found = findings(&checker, text, ComposerKind::Post);
        assert_eq!(!found.is_empty(), want, "{text} {found:?}");
        assert!(found.iter().all(|f| f.level <= Level::Warning), "{text}");
    }
}

#[test]
fn the_playbooks_own_sentence_is_offered() {
    let mut playbook = Playbook::default();
    let mut protocol = cuecard_playbook::Protocol::default();
    protocol.replies.push(cuecard_playbook::Reply {
        platform: None,
        text: "We're sorry. We can't discuss anyone's care here. Call {{phone}}.".into(),
        line: 1,
    });
    playbook.protocols.push(protocol);
    let checker = Checker::new(&playbook);
    let text = "Hi. Thank you for choosing us! Bye.";
    let found = findings(&checker, text, ComposerKind::Review);
    assert_eq!(
        found[0].apply(text, 0).as_deref(),
        Some("Hi. We can't discuss anyone's care here. Bye.")
    );
}

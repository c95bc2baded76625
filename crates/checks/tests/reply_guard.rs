//! The pack's own examples: every bad one is found by its group, no good one by any.

use cuecard_checks::guard::PACK;
use cuecard_checks::guard::pack::{Group, Pack, Phrase};
use cuecard_checks::guard::phrases::Finder;
use cuecard_checks::{Checker, Comment, Draft, Finding};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

/// The files of the pack, as people read them.
const FILES: [&str; 6] = [
    include_str!("../packs/reply-guard.md"),
    include_str!("../packs/reply-guard-asking.md"),
    include_str!("../packs/reply-guard-clinical.md"),
    include_str!("../packs/reply-guard-dispute.md"),
    include_str!("../packs/reply-guard-echo.md"),
    include_str!("../packs/reply-guard-es.md"),
];

fn groups() -> Vec<Group> {
    FILES.iter().flat_map(|f| Pack::read(f).groups).collect()
}

fn findings(checker: &Checker, text: &str, kind: ComposerKind) -> Vec<Finding> {
    answering(checker, None, text, kind)
}

fn answering(
    checker: &Checker,
    comment: Option<&str>,
    text: &str,
    kind: ComposerKind,
) -> Vec<Finding> {
    let draft = Draft {
        text,
        kind,
        answering: comment.map(|text| Comment { text, author: "" }),
        ..Draft::default()
    };
    let mut found = checker.check(&draft).findings;
    found.retain(|f| f.rule.starts_with("reply-guard/"));
    found
}

/// An example is a reply, or `comment => reply`.
fn parts(example: &str) -> (Option<&str>, &str) {
    match example.split_once(" => ") {
        Some((comment, reply)) => (Some(comment), reply),
        None => (None, example),
    }
}

#[test]
fn the_pack_is_understood_to_the_last_line() {
    for file in FILES {
        let pack = Pack::read(file);
        assert_eq!(pack.problems, []);
        for key in ["name", "owner", "date", "source"] {
            assert!(pack.about.iter().any(|(k, _)| k == key), "{key}");
        }
        for group in &pack.groups {
            // What is repeated from the comment is found by comparing, not by phrases.
            let found = !group.phrases.is_empty() || group.rule == "echo";
            let whole = !group.rule.is_empty() && !group.why.is_empty() && found;
            assert!(whole, "{}", group.name);
            let examples = group.bad.len() >= 3 && group.good.len() >= 3;
            assert!(examples, "{}: three examples of each", group.name);
        }
    }
    assert_eq!(Finder::new(&Pack::read(PACK)).problems(), []);
    let count = |list: fn(&Group) -> usize| groups().iter().map(list).sum::<usize>();
    assert!(count(|g| g.bad.len()) >= 80 && count(|g| g.good.len()) >= 80);
}

#[test]
fn the_small_pack_has_all_groups_and_lists() {
    let small = Pack::read(PACK);
    let names = |groups: &[Group]| {
        let mut names: Vec<String> = groups.iter().map(|g| g.name.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&small.groups), names(&groups()));
    for file in FILES {
        let pack = Pack::read(file);
        for list in pack.classes.keys() {
            assert_eq!(small.classes.get(list), pack.classes.get(list), "{list}");
        }
    }
}

#[test]
fn bad_examples_are_found_by_their_group() {
    let checker = Checker::new(&Playbook::default());
    let small = Pack::read(PACK);
    let finder = Finder::new(&small);
    let mut missed = Vec::new();
    for group in groups() {
        for Phrase { text, line } in &group.bad {
            let (comment, text) = parts(text);
            for kind in [
                ComposerKind::Reply,
                ComposerKind::Review,
                ComposerKind::Message,
            ] {
                // Of two groups that find the same words one is reported, so the group is asked itself, too.
                let found = answering(&checker, comment, text, kind);
                let said = found.iter().any(|f| f.level >= group.level);
                let rule = format!("reply-guard/{}", group.rule);
                let own = match comment {
                    Some(_) => found.iter().any(|f| f.rule == rule),
                    None => in_text(&finder, text).any(|g| small.groups[g].name == group.name),
                };
                if !(said && own) {
                    let found: Vec<_> = found.iter().map(|f| (&f.rule, f.span.of(text))).collect();
                    missed.push(format!("line {line} [{}]: {text} -> {found:?}", group.name));
                    break;
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// The groups whose phrases stand in a text.
fn in_text(finder: &Finder, text: &str) -> impl Iterator<Item = usize> {
    let mut machine = finder.machine();
    let sentences = cuecard_text::sentences(text).into_iter();
    sentences.flat_map(move |s| machine.find(s.of(text)).into_iter().map(|m| m.group))
}

#[test]
fn good_examples_are_silent() {
    let checker = Checker::new(&Playbook::default());
    let mut wrong = Vec::new();
    for group in groups() {
        for Phrase { text, line } in &group.good {
            let (comment, text) = parts(text);
            for kind in [ComposerKind::Reply, ComposerKind::Post] {
                for f in answering(&checker, comment, text, kind) {
                    let found = f.span.of(text);
                    wrong.push(format!("line {line}: {text} -> “{found}” {}", f.rule));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fix_leaves_a_text_that_passes() {
    let checker = Checker::new(&Playbook::default());
    for group in groups() {
        for Phrase { text, .. } in &group.bad {
            let (comment, text) = parts(text);
            let mut draft = format!("Hello there. {text} Please call 555-0100.");
            for _ in 0..8 {
                let found = answering(&checker, comment, &draft, ComposerKind::Reply);
                let Some(finding) = found.into_iter().next() else {
                    break;
                };
                draft = finding.apply(&draft, 0).expect("a fix that fits");
            }
            let left = answering(&checker, comment, &draft, ComposerKind::Reply);
            assert!(left.is_empty(), "{draft} {left:?}");
            assert!(
                !draft.contains("  ") && draft.starts_with("Hello there."),
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

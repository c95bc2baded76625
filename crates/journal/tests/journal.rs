//! Lines, merging and the month's mix.

use cuecard_journal::{Entry, Month, What, merge, mix};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Date, Priority};

fn entry(at: u64, kind: ComposerKind, what: What) -> Entry {
    Entry {
        at,
        id: 7,
        platform: "x".to_owned(),
        kind,
        what,
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

fn all() -> Vec<Entry> {
    let post = ComposerKind::Post;
    let rule = || "words/er".to_owned();
    vec![
        entry(
            1,
            post,
            What::Posted {
                priorities: names(&["Community | health", "Re\\cruitment"]),
                open: names(&["words/er"]),
            },
        ),
        entry(
            2,
            post,
            What::Posted {
                priorities: vec![],
                open: vec![],
            },
        ),
        entry(
            3,
            ComposerKind::Reply,
            What::Overridden {
                rules: names(&["reply-guard/patient-status", "privacy/ssn"]),
            },
        ),
        entry(4, post, What::Fixed { rule: rule() }),
        entry(
            5,
            post,
            What::Ignored {
                rule: rule(),
                lasting: false,
            },
        ),
        entry(
            6,
            ComposerKind::Review,
            What::Ignored {
                rule: rule(),
                lasting: true,
            },
        ),
        entry(
            7,
            ComposerKind::Message,
            What::Answered {
                protocol: "long\twait\n".to_owned(),
            },
        ),
        entry(
            8,
            ComposerKind::Reply,
            What::Escalated {
                protocol: "self-harm".to_owned(),
            },
        ),
    ]
}

#[test]
fn each_entry_comes_back_from_its_line() {
    for entry in all() {
        let line = entry.to_line();
        assert!(!line.contains('\n'), "{line:?}");
        assert_eq!(Entry::from_line(&line), Some(entry), "{line:?}");
    }
}

#[test]
fn a_damaged_line_is_no_entry_and_no_panic() {
    for entry in all() {
        let line = entry.to_line();
        for cut in 0..line.len() {
            let damaged = &line[..cut];
            let again = Entry::from_line(damaged).map(|e| e.to_line());
            assert!(
                again.is_none() || again.as_deref() == Some(damaged),
                "{damaged:?}"
            );
        }
        assert_eq!(Entry::from_line(&format!("{line}\tmore")), None);
    }
    assert_eq!(Entry::from_line("1\t2\tx\tpost\tfixed\tbad\\x"), None);
}

#[test]
fn journals_merge_in_any_order_and_lose_nothing() {
    let lines: Vec<String> = all().iter().map(Entry::to_line).collect();
    let a = lines[..5].join("\n") + "\n9\t9\tx\tpost\tfrom the future\tq\n";
    let b = lines[3..].join("\n");
    let merged = merge(&a, &b);
    assert_eq!(merged, merge(&b, &a));
    assert_eq!(merged, merge(&merged, &a));
    assert_eq!(merged.lines().count(), lines.len() + 1);
    let mut at = 0;
    for entry in merged.lines().filter_map(Entry::from_line) {
        assert!(entry.at >= at);
        at = entry.at;
    }
    assert!(merged.ends_with("from the future\tq\n"));
}

#[test]
fn the_mix_of_a_month_is_by_posts_alone() {
    let priority = |name: &str, share| Priority {
        name: name.to_owned(),
        share,
        signals: vec![],
        line: 1,
    };
    let priorities = [
        priority("Recruitment", Some(0.3)),
        priority("Health", None),
        priority("Awards", Some(0.1)),
    ];
    let posted = |kind, served: &[&str]| {
        entry(
            1,
            kind,
            What::Posted {
                priorities: names(served),
                open: vec![],
            },
        )
        .to_line()
    };
    let journal = [
        posted(ComposerKind::Post, &["Recruitment"]),
        posted(ComposerKind::Post, &["Recruitment", "Health"]),
        posted(ComposerKind::Post, &["Health"]),
        posted(ComposerKind::Post, &["Gone since"]),
        posted(ComposerKind::Post, &[]),
        posted(ComposerKind::Reply, &["Awards"]),
        "not an entry".to_owned(),
    ]
    .join("\n");
    let (shares, none) = mix(&journal, &priorities);
    assert_eq!(none, 2);
    let parts: Vec<(f32, f32)> = shares.iter().map(|s| (s.posts, s.part)).collect();
    assert_eq!(parts, [(1.5, 0.5), (1.5, 0.5), (0.0, 0.0)]);
    assert_eq!(shares[0].agreed, Some(0.3));
    assert_eq!(mix("", &priorities).0[0].part, 0.0);
}

#[test]
fn a_month_is_written_as_people_sort_it() {
    let day = Date {
        year: 2026,
        month: 3,
        day: 31,
    };
    assert_eq!(Month::from(day).to_string(), "2026-03");
}

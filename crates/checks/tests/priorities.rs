//! Content types: which a draft serves, and what a post is told that serves none.

use cuecard_checks::{Checker, Draft, Level, Report};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Playbook, compile};

const BOOK: &str = "---
brand: B
---
## Priorities
| Content | Share | Signals |
| --- | --- | --- |
| Recruitment | 30% | we're hiring, careers |
| Community health | 40% | screening, vaccine |
| Other | 30% | |

## Approved messages
### Fair
> Come to the county fair this Saturday and bring all of your friends.
";

fn book() -> Playbook {
    compile(BOOK).playbook
}

fn report(book: &Playbook, text: &str, kind: ComposerKind) -> Report {
    let draft = Draft {
        text,
        kind,
        ..Draft::default()
    };
    Checker::new(book).check(&draft)
}

#[test]
fn the_words_that_say_so_are_named() {
    let text = "We’re hiring! Free screenings and a vaccine for new staff.";
    let got = report(&book(), text, ComposerKind::Post);
    let names: Vec<(&str, f32, Vec<&str>)> = got
        .priorities
        .iter()
        .map(|p| {
            let because = p.because.iter().map(String::as_str).collect();
            (p.name.as_str(), p.score, because)
        })
        .collect();
    assert_eq!(
        names,
        [
            ("Community health", 0.75, vec!["screenings", "vaccine"]),
            ("Recruitment", 0.5, vec!["We’re hiring"]),
        ]
    );
    assert!(got.findings.iter().all(|f| f.rule != "priorities/none"));
}

#[test]
fn a_post_that_serves_none_is_told_so_gently() {
    let long = "The lobby was painted this week and it looks rather nice.";
    let none = |book: &Playbook, text, kind| {
        let found = report(book, text, kind).findings;
        found.into_iter().find(|f| f.rule == "priorities/none")
    };
    let told = none(&book(), long, ComposerKind::Post).unwrap();
    assert_eq!(
        (told.level, told.span.is_empty()),
        (Level::Suggestion, true)
    );
    assert!(
        told.message.contains("(Recruitment, Community health)"),
        "{}",
        told.message
    );
    for (text, kind) in [
        // Answers, greetings, what serves one, what was approved.
        (long, ComposerKind::Reply),
        ("Happy Friday from all of us!", ComposerKind::Post),
        (
            "The lobby was painted this week, ask there about our careers.",
            ComposerKind::Post,
        ),
        (
            "Come to the county fair this Saturday and bring all of your friends.",
            ComposerKind::Post,
        ),
    ] {
        assert_eq!(none(&book(), text, kind), None, "{text}");
    }
    let silent = Playbook {
        priorities: Vec::new(),
        ..book()
    };
    assert_eq!(none(&silent, long, ComposerKind::Post), None);
}

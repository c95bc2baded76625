//! The playbook that ships with the program, held against itself and used.

#![allow(clippy::expect_used)]

use cuecard_checks::{Checker, Draft, self_check};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

fn sample() -> Playbook {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../static/playbook/wrenfield.md"
    );
    let text =
        std::fs::read_to_string(path).expect("the sample playbook is part of the repository");
    cuecard_playbook::compile(&text).playbook
}

#[test]
fn it_passes_its_own_checks() {
    let said: Vec<String> = self_check(&sample())
        .into_iter()
        .filter(|d| d.level >= Level::Warning)
        .map(|d| format!("line {} {}: {}", d.line, d.code, d.message))
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn its_replies_are_recognised_and_left_alone() {
    let playbook = sample();
    let checker = Checker::new(&playbook);
    let mut replies = 0;
    for protocol in &playbook.protocols {
        for reply in &protocol.replies {
            let draft = Draft {
                text: &reply.text,
                platform: reply.platform.as_deref(),
                kind: ComposerKind::Reply,
                ..Draft::default()
            };
            let report = checker.check(&draft);
            let found: Vec<&str> = report
                .findings
                .iter()
                .map(|f| f.rule.as_str())
                .filter(|r| *r != "slots/unfilled")
                .collect();
            assert_eq!(found, Vec::<&str>::new(), "{}", protocol.id);
            assert!(
                report.message.is_some_and(|m| m.drift == 0.0),
                "{}",
                protocol.id
            );
            replies += 1;
        }
    }
    assert!(replies >= 15, "only {replies} replies");
}

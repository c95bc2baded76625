//! The playbook's own tests: drafts in which something must, or nothing may, be
//! found.

use crate::compile::context::Context;
use crate::compile::labels::Labelled;
use crate::compile::outline::Section;
use crate::compile::sections::parts::{Part, parts};
use crate::compile::sections::{children, leftovers};
use crate::compile::terms;
use crate::model::RuleTest;

const HELP: &str =
    "Write `- Bad: Visit our ER tonight → ER` or `- Good: Visit our emergency department tonight`.";

/// Whether something must be found.
fn must_find(key: &str) -> Option<bool> {
    match key {
        "bad" | "wrong" | "fails" | "fail" | "not ok" | "flags" | "invalid" => Some(true),
        "good" | "right" | "passes" | "pass" | "ok" | "fine" | "valid" => Some(false),
        _ => None,
    }
}

pub fn read(cx: &mut Context<'_>, section: &Section<'_>) {
    for part in parts(section.own, |k| must_find(k).is_some()) {
        match part {
            Part::Labelled(l, item) => match (must_find(&l.key()), item) {
                (Some(bad), _) => test(cx, &l, bad),
                (None, Some(item)) => {
                    leftovers::item(cx, "tests/item-not-read", &section.title, item, HELP)
                }
                (None, None) => leftovers::line(
                    cx,
                    "tests/item-not-read",
                    &section.title,
                    l.label.through(&l.value),
                    HELP,
                ),
            },
            Part::Item(item) => {
                leftovers::item(cx, "tests/item-not-read", &section.title, item, HELP)
            }
            Part::Table(_, at) => cx.warn(
                "section/block-not-read",
                at,
                format!("This table is not read under {}.", section.title),
                HELP,
            ),
            Part::Paragraph(_, block) | Part::Other(block) => {
                leftovers::blocks(cx, section, &[block], HELP)
            }
        }
    }
    children(cx, section);
}

fn test(cx: &mut Context<'_>, l: &Labelled<'_>, bad: bool) {
    let values = l.values();
    if values.is_empty() {
        cx.warn("tests/empty", l.at, "This test has no draft.", HELP);
    }
    for value in values {
        let text = value.text();
        let arrow = ["→", "->", "=>"]
            .iter()
            .filter_map(|a| text.rfind(a).map(|i| (i, a.len())))
            .max();
        let (draft, expect) = match arrow {
            Some((i, len)) if bad => (value.sub(0..i), Some(value.from(i + len))),
            _ => (value, None),
        };
        let test = RuleTest {
            text: terms::unquote(draft.text()).to_owned(),
            expect: bad.then(|| {
                expect
                    .map(|e| terms::unquote(e.text()).to_owned())
                    .unwrap_or_default()
            }),
            line: cx.line(value.at()),
        };
        cx.book.tests.push(test);
    }
}

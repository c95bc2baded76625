//! The playbook held against itself.
//!
//! Three things are asked: do its own tests hold, can its patterns be run, and do its
//! own approved texts pass the rules that they are exempt from. A reply that confirms
//! that somebody is a patient is no better for having been approved.

use std::collections::BTreeSet;

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Diagnostic, Level, Playbook, RuleTest};
use cuecard_text::Folded;

use crate::checker::Checker;
use crate::report::{Draft, Finding};
use crate::rules::patterns::pattern_diagnostics;
use crate::rules::{quoted, slots};

/// Everything that the playbook's own tests and texts bring to light, by line.
#[must_use]
pub fn self_check(playbook: &Playbook) -> Vec<Diagnostic> {
    let checker = Checker::new(playbook);
    let mut out = pattern_diagnostics(playbook);
    out.extend(
        playbook
            .tests
            .iter()
            .filter_map(|test| run_test(&checker, test)),
    );
    for message in &playbook.messages {
        let own = OwnText {
            name: &message.name,
            text: &message.text,
            line: message.line,
            platforms: message.platforms.iter().map(String::as_str).collect(),
            kind: ComposerKind::Post,
        };
        own.check(&checker, &mut out);
    }
    for post in &playbook.calendar {
        let own = OwnText {
            name: &post.name,
            text: &post.text,
            line: post.line,
            platforms: post.platforms.iter().map(String::as_str).collect(),
            kind: ComposerKind::Post,
        };
        own.check(&checker, &mut out);
    }
    let accounts: BTreeSet<&str> = playbook
        .accounts
        .iter()
        .map(|a| a.platform.as_str())
        .collect();
    for protocol in &playbook.protocols {
        // A reply for every platform goes where no particular one was written.
        let particular: BTreeSet<&str> = protocol
            .replies
            .iter()
            .filter_map(|r| r.platform.as_deref())
            .collect();
        for reply in &protocol.replies {
            let own = OwnText {
                name: &protocol.name,
                text: &reply.text,
                line: reply.line,
                platforms: match &reply.platform {
                    Some(one) => vec![one.as_str()],
                    None => accounts.difference(&particular).copied().collect(),
                },
                kind: ComposerKind::Reply,
            };
            own.check(&checker, &mut out);
        }
    }
    out.sort_by(|a, b| (a.line, &a.code, &a.message).cmp(&(b.line, &b.code, &b.message)));
    out
}

/// A text that the playbook itself gives out.
struct OwnText<'a> {
    name: &'a str,
    text: &'a str,
    line: usize,
    platforms: Vec<&'a str>,
    kind: ComposerKind,
}

impl OwnText<'_> {
    fn check(&self, checker: &Checker, out: &mut Vec<Diagnostic>) {
        let text = without_slots(self.text);
        let mut told = BTreeSet::new();
        let platforms = self.platforms.iter().map(|p| Some(*p));
        for platform in platforms.chain(self.platforms.is_empty().then_some(None)) {
            let draft = Draft {
                text: &text,
                platform,
                kind: self.kind,
                ..Draft::default()
            };
            for finding in checker.check_as_new(&draft).findings {
                let family = finding.rule.split('/').next().unwrap_or("");
                let length = family == "length";
                if !matches!(
                    family,
                    "words"
                        | "claims"
                        | "names"
                        | "patterns"
                        | "reply-guard"
                        | "length"
                        | "disclosure"
                        | "privacy"
                        | "ftc"
                ) {
                    continue;
                }
                let place = if length { platform } else { None };
                let words = finding.span.of(&text).to_owned();
                if told.insert((
                    finding.rule.clone(),
                    place,
                    if length { String::new() } else { words },
                )) {
                    out.push(self.diagnostic(&text, &finding, place));
                }
            }
        }
    }

    fn diagnostic(&self, text: &str, finding: &Finding, platform: Option<&str>) -> Diagnostic {
        let name = quoted(self.name);
        let (what, help) = match platform {
            Some(platform) => (
                format!(
                    "The approved text {name} is too long for {platform}. {}",
                    finding.message
                ),
                format!("Shorten it, or write one for {platform}."),
            ),
            None => (
                format!(
                    "The approved text {name} says {}. {}",
                    quoted(finding.span.of(text)),
                    finding.message
                ),
                match finding.fixes.first() {
                    Some(fix) if !fix.is_empty() => {
                        format!("Put {} there, or change the rule.", quoted(fix))
                    }
                    _ => "Reword it, or change the rule.".to_owned(),
                },
            ),
        };
        Diagnostic {
            code: format!("self/{}", finding.rule),
            level: finding.level,
            line: self.line,
            column: 1,
            message: what,
            help,
        }
    }
}

/// The text with each slot filled by something that breaks no rule.
fn without_slots(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for slot in slots::of_template(text) {
        out.push_str(text.get(at..slot.start).unwrap_or(""));
        out.push('x');
        at = slot.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// What a test of the playbook brings to light; none when it holds.
fn run_test(checker: &Checker, test: &RuleTest) -> Option<Diagnostic> {
    // A test does not say what kind of draft it is: bad must be found as a post or as a reply, good be silent as a post.
    let run = |kind| {
        let draft = Draft {
            text: &test.text,
            kind,
            ..Draft::default()
        };
        checker.check_as_new(&draft).findings
    };
    let say = |code: &str, message: String, help: &str| {
        Some(Diagnostic {
            code: code.to_owned(),
            level: Level::Error,
            line: test.line,
            column: 1,
            message,
            help: help.to_owned(),
        })
    };
    let post = run(ComposerKind::Post);
    let text = quoted(&test.text);
    let Some(expect) = &test.expect else {
        let wrong = post.iter().find(|f| f.level >= Level::Warning)?;
        let here = quoted(wrong.span.of(&test.text));
        return say(
            "self/test-good",
            format!(
                "{text} is given as good, but the rule {} finds {here} in it. {}",
                wrong.rule, wrong.message
            ),
            "Change the rule, give it an exception, or change the example.",
        );
    };
    let wanted = Folded::collapsed(expect.trim());
    let hit = |f: &Finding| {
        let span = Folded::collapsed(f.span.of(&test.text));
        let name = cuecard_text::kebab(expect);
        wanted.as_str().is_empty()
            || span.as_str() == wanted.as_str()
            || span.as_str().contains(wanted.as_str())
            || f.rule == expect.trim()
            || f.rule.split('/').nth(1) == Some(name.as_str())
    };
    if post.iter().any(hit) || run(ComposerKind::Reply).iter().any(hit) {
        return None;
    }
    let looked = if wanted.as_str().is_empty() {
        "anything".to_owned()
    } else {
        quoted(expect.trim())
    };
    say(
        "self/test-bad",
        format!("{text} is given as bad, but no rule finds {looked} in it."),
        "Add the term to a rule, or change the example.",
    )
}

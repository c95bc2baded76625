//! The sentences of the playbook that may stand in place of what was found.

use cuecard_playbook::Playbook;
use cuecard_text::{Folded, sentences};

/// The first sentence that states the rule: that care, or anything about anyone, is not
/// discussed. "We can't discuss accounts" is another rule.
pub(super) fn policy(playbook: &Playbook, silent: impl Fn(&str) -> bool) -> Option<String> {
    const MARKS: [&str; 5] = [
        "can't discuss",
        "cannot discuss",
        "can not discuss",
        "do not discuss",
        "don't discuss",
    ];
    const ABOUT: [&str; 5] = ["care", "anyone", "anybody", "health", "patient"];
    first(playbook, silent, |text| {
        has(text, &MARKS) && has(text, &ABOUT)
    })
}

/// The first sentence that says whom to call, or to write to, about a concern.
pub(super) fn call(playbook: &Playbook, silent: impl Fn(&str) -> bool) -> Option<String> {
    const WHO: [&str; 6] = [
        "patient relations",
        "patient experience",
        "patient advocate",
        "manager",
        "private message",
        "concern",
    ];
    const HOW: [&str; 4] = ["call", "reach", " at ", "message"];
    first(playbook, silent, |text| has(text, &WHO) && has(text, &HOW))
}

fn has(text: &str, list: &[&str]) -> bool {
    list.iter().any(|mark| text.contains(mark))
}

/// The first sentence of the replies, then of the messages, that fits, has no open slot and
/// gives nothing away itself.
fn first(
    playbook: &Playbook,
    silent: impl Fn(&str) -> bool,
    fits: impl Fn(&str) -> bool,
) -> Option<String> {
    let replies = playbook.protocols.iter().flat_map(|p| &p.replies);
    let replies = replies.map(|r| r.text.as_str());
    let messages = playbook.messages.iter().map(|m| m.text.as_str());
    let texts = replies.chain(messages);
    texts
        .flat_map(|text| sentences(text).into_iter().map(move |s| s.of(text)))
        .find(|sentence| {
            let folded = Folded::collapsed(sentence);
            let text = folded.as_str();
            fits(text) && !has(text, &["{{", "["]) && silent(sentence)
        })
        .map(str::to_owned)
}

//! `required/…`: what some posts must contain.

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook, Required};
use cuecard_text::{Folded, Span, stem, words};

use super::{Check, quoted, rule_id, sentence};
use crate::literals::{Collector, Hit, Owner, Reach};
use crate::prepared::Prepared;
use crate::report::Finding;

/// Words of a case that say nothing about it.
const EMPTY: [&str; 26] = [
    "a", "about", "all", "an", "and", "any", "are", "content", "each", "every", "for", "in", "is",
    "message", "messages", "must", "of", "on", "our", "post", "posts", "that", "the", "to",
    "which", "with",
];

/// What shows that a post is paid for, whatever words the playbook uses for the case.
/// "In partnership with" is not among it: hospitals run most things with partners.
const PAID: [&str; 7] = [
    "paid partnership",
    "paid partner",
    "paid promotion",
    "paid advertisement",
    "sponsored",
    "#sponsored",
    "#paidpartnership",
];

/// The required texts of a playbook.
#[derive(Clone, Debug)]
pub struct RequiredTexts {
    rules: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: String,
    text: String,
    folded: String,
    begins: bool,
    first_line: bool,
    always: bool,
    posts_only: bool,
    message: String,
}

/// Adds what shows that a draft is of the case to the automaton.
pub fn collect(playbook: &Playbook, into: &mut Collector) {
    for (r, rule) in playbook.required.iter().enumerate() {
        for trigger in triggers(&rule.when) {
            into.add(Owner::Required(r), &trigger, Reach::Hashtags);
        }
        // Who writes the disclosure further down says that the post is paid for, in whatever words.
        if let Some(text) = rule.text.as_ref().filter(|_| is_paid_case(&rule.when)) {
            into.add(Owner::Required(r), &text.to_lowercase(), Reach::Hashtags);
        }
    }
}

/// Whether a case speaks of paid or partnered posts.
pub(crate) fn is_paid_case(when: &str) -> bool {
    words(when).iter().any(|w| {
        [
            "paid",
            "sponsor",
            "partnership",
            "partner",
            "advert",
            "advertis",
        ]
        .contains(&stem(w.text).as_str())
    })
}

/// The phrases that show the case. One word of several is too little: "partnership"
/// alone would make every school visit a paid partnership.
fn triggers(when: &str) -> Vec<String> {
    let folded = Folded::collapsed(when);
    let rest: Vec<&str> = words(folded.as_str())
        .iter()
        .map(|w| w.text)
        .filter(|w| !EMPTY.contains(w))
        .collect();
    let mut out: Vec<String> = Vec::new();
    if !rest.is_empty() {
        let phrase = rest.join(" ");
        out.extend(phrase.strip_suffix('s').map(str::to_owned));
        out.push(phrase);
    }
    if is_paid_case(when) {
        out.extend(PAID.iter().map(|p| (*p).to_owned()));
    }
    out
}

impl RequiredTexts {
    /// Reads the rules; one that names no text cannot be checked here.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        Self {
            rules: playbook.required.iter().map(Entry::new).collect(),
        }
    }
}

impl Entry {
    fn new(rule: &Required) -> Self {
        let text = rule.text.clone().unwrap_or_default().trim().to_owned();
        let what = match (rule.begins, rule.first_line) {
            (true, _) => "begin with",
            (_, true) => "have in its first line",
            _ => "contain",
        };
        let when = rule.when.to_lowercase();
        Self {
            id: rule_id("required", if text.is_empty() { &rule.rule } else { &text }),
            folded: Folded::collapsed(&text).as_str().to_owned(),
            begins: rule.begins,
            first_line: rule.first_line,
            always: triggers(&rule.when).is_empty(),
            posts_only: when.contains("post"),
            message: format!(
                "This must {what} {}, and does not. {} Put it in, or reword what makes this such a post.",
                quoted(&text),
                sentence(&rule.rule),
            ),
            text,
        }
    }

    fn is_met(&self, draft: &Prepared<'_>) -> bool {
        if self.first_line {
            let first = draft.text.trim_start().lines().next().unwrap_or("");
            let first = Folded::collapsed(first);
            let line = first.as_str();
            let mut places = line.match_indices(&self.folded);
            return places.any(|(at, found)| {
                let edge = |at| cuecard_text::is_word_edge(line, at);
                edge(at) && edge(at + found.len())
            });
        }
        let text = draft.folded.as_str().trim_start();
        if self.begins {
            text.strip_prefix(self.folded.as_str())
                .is_some_and(|rest| cuecard_text::is_word_edge(text, text.len() - rest.len()))
        } else {
            text.contains(&self.folded)
        }
    }
}

impl Check for RequiredTexts {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        if draft.folded.as_str().trim().is_empty() {
            return;
        }
        for (r, rule) in self.rules.iter().enumerate() {
            if rule.text.is_empty() || (rule.posts_only && draft.draft.kind != ComposerKind::Post) {
                continue;
            }
            let ours = |h: &&Hit| h.owner == Owner::Required(r);
            let first = draft.hits.iter().filter(ours).map(|h| h.source).min();
            if (first.is_none() && !rule.always) || rule.is_met(draft) {
                continue;
            }
            let span = first.unwrap_or_default();
            let mut finding =
                Finding::new(span, Level::Error, rule.id.clone(), rule.message.clone());
            if rule.begins || rule.first_line {
                let lead = draft.text.len() - draft.text.trim_start().len();
                finding.fix_span = Some(Span::new(lead, lead));
                finding.fixes.push(format!("{} ", rule.text));
            } else {
                let end = draft.text.trim_end().len();
                finding.fix_span = Some(Span::new(end, end));
                finding.fixes.push(format!(" {}", rule.text));
            }
            out.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_a_case() {
        for (when, some, none) in [
            ("paid partnership posts", "sponsored", "partnership"),
            ("posts about vaccines", "vaccine", "posts"),
            ("Posts about the blood drive", "blood drive", "blood"),
        ] {
            let list = triggers(when);
            assert!(
                list.iter().any(|t| t == some) && !list.iter().any(|t| t == none),
                "{list:?}"
            );
        }
        assert_eq!(triggers("all posts"), Vec::<String>::new());
    }
}

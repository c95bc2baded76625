//! The reply guard: words that confirm, or deny, that somebody is a patient.
//!
//! Which words is data, in `packs/reply-guard.md`, written for a compliance officer to
//! read and sign: [`pack`] reads it, [`phrases`] finds its phrases in one pass.
//! It is meant for answers. On a post of the brand's own most of these phrases are
//! general ("book your visit"), and only the groups that say so are reported there.

pub mod pack;
pub mod phrases;

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Folded, Span, sentences, sorted};

use crate::prepared::Prepared;
use crate::report::Finding;
use crate::rules::Check;
use crate::taken::Taken;
use pack::{Group, Pack};
use phrases::{Finder, Match};

/// The pack that comes with the program (`packs/reply-guard.md`), made small by the build script.
const PACK: &str = include_str!(concat!(env!("OUT_DIR"), "/reply-guard.md"));

/// What is offered when the playbook has no sentence of its own for it.
const SAFE: &str = "To protect everyone's privacy, we do not discuss care on social media.";

/// The guard, with the sentence that it offers.
#[derive(Clone, Debug)]
pub struct Guard {
    groups: Vec<Group>,
    finder: Finder,
    safe: String,
}

impl Guard {
    /// Reads the pack, and looks in the playbook for the sentence to offer.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let pack = Pack::read(PACK);
        let finder = Finder::new(&pack);
        let mut guard = Self {
            groups: pack.groups,
            finder,
            safe: SAFE.to_owned(),
        };
        if let Some(own) = safe_sentence(playbook) {
            guard.safe = own;
        }
        guard
    }

    /// The level of a group for what is being written; none means silent.
    fn level(&self, group: usize, kind: ComposerKind) -> Option<(Level, &Group)> {
        let group = self.groups.get(group)?;
        let level = match kind {
            ComposerKind::Post => group.on_posts?,
            ComposerKind::Reply | ComposerKind::Review | ComposerKind::Message => group.level,
        };
        Some((level, group))
    }
}

impl Check for Guard {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        let kind = draft.draft.kind;
        let found: Vec<(Match, Level, &Group)> = self
            .finder
            .find(draft)
            .into_iter()
            .filter_map(|m| {
                self.level(m.group, kind)
                    .map(|(level, group)| (m, level, group))
            })
            .collect();
        // The gravest, then the longest, then the first; what overlaps one of these says nothing new.
        let key = |m: &Match, level: Level| {
            let first = (std::cmp::Reverse(level), std::cmp::Reverse(m.span.len()));
            (first, m.span.start, m.group)
        };
        let found = sorted(found, |a, b| key(&a.0, a.1).cmp(&key(&b.0, b.1)));
        let there = draft
            .folded
            .as_str()
            .contains(Folded::collapsed(&self.safe).as_str());
        let mut taken = Taken::default();
        for (m, level, group) in found {
            if !taken.take(m.span) {
                continue;
            }
            let mut finding = Finding::new(
                m.span,
                level,
                format!("reply-guard/{}", group.rule),
                group.why.clone(),
            );
            let (at, text) = self.fix(draft, m.span, there);
            finding.fix_span = Some(at);
            finding.fixes.push(text);
            out.push(finding);
        }
    }
}

impl Guard {
    /// The safe sentence in place of the whole sentence; when the draft has it already,
    /// the sentence goes.
    fn fix(&self, draft: &Prepared<'_>, span: Span, there: bool) -> (Span, String) {
        let sentence = draft.sentence_at(span.start).unwrap_or(span);
        if !there {
            return (sentence, self.safe.clone());
        }
        let rest = draft.text.get(sentence.end..).unwrap_or("");
        let gap = rest.len() - rest.trim_start_matches([' ', '\u{A0}']).len();
        if gap > 0 {
            return (Span::new(sentence.start, sentence.end + gap), String::new());
        }
        let before = draft.text.get(..sentence.start).unwrap_or("");
        let start = before.trim_end_matches([' ', '\u{A0}']).len();
        (Span::new(start, sentence.end), String::new())
    }
}

/// The first sentence of the playbook's replies that states the rule: that care, or
/// anything about anyone, is not discussed. "We can't discuss accounts" is another rule.
fn safe_sentence(playbook: &Playbook) -> Option<String> {
    const MARKS: [&str; 5] = [
        "can't discuss",
        "cannot discuss",
        "can not discuss",
        "do not discuss",
        "don't discuss",
    ];
    const ABOUT: [&str; 5] = ["care", "anyone", "anybody", "health", "patient"];
    let replies = playbook.protocols.iter().flat_map(|p| &p.replies);
    replies
        .flat_map(|reply| {
            sentences(&reply.text)
                .into_iter()
                .map(|s| s.of(&reply.text))
        })
        .find(|sentence| {
            let folded = Folded::collapsed(sentence);
            let has = |list: &[&str]| list.iter().any(|mark| folded.as_str().contains(mark));
            has(&MARKS) && has(&ABOUT) && !has(&["{{", "["])
        })
        .map(str::to_owned)
}

//! The reply guard: what a public answer must not say.
//!
//! That somebody is a patient, or is not; anything of their health, their dates, bills and
//! places; names; a quarrel, a threat, something for a review; a question for what is private.
//! Which words do so is data, in `packs/reply-guard*.md`, written for a compliance officer to
//! read and sign: [`pack`] reads it, [`phrases`] finds its phrases in one pass, and
//! [`crate::rules::echo`] compares the answer with the comment.
//! It is meant for answers. On a post of the brand's own most of these phrases are
//! general ("book your visit"), and only the groups that say so are reported there.

mod offer;
pub mod pack;
pub mod phrases;

use std::cell::OnceCell;

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Folded, Span, sorted};

use crate::literals::Collector;
use crate::prepared::Prepared;
use crate::remembered::Remembered;
use crate::report::{Draft, Finding};
use crate::rules::Check;
use crate::rules::echo::Echo;
use crate::taken::Taken;
use pack::{Group, Offer, Pack};
use phrases::{Finder, Match};

/// The pack that comes with the program (`packs/reply-guard*.md`), made small by the build script.
/// Of findings that are alike otherwise, the one of the earlier file is reported.
pub const PACK: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/reply-guard-echo.md")),
    include_str!(concat!(env!("OUT_DIR"), "/reply-guard-clinical.md")),
    include_str!(concat!(env!("OUT_DIR"), "/reply-guard-dispute.md")),
    include_str!(concat!(env!("OUT_DIR"), "/reply-guard.md")),
    include_str!(concat!(env!("OUT_DIR"), "/reply-guard-asking.md")),
    include_str!(concat!(env!("OUT_DIR"), "/reply-guard-es.md")),
);

/// What is offered when the playbook has no sentence of its own for it.
const POLICY: &str = "To protect everyone's privacy, we do not discuss care on social media.";
const CALL: &str = "Please send us a private message, so that somebody can listen.";

/// The guard, with the sentence that it offers.
#[derive(Clone, Debug)]
pub struct Guard {
    groups: Vec<Group>,
    finder: Finder,
    /// What was found in the sentences of the last draft, in bytes of each.
    found: Remembered<Vec<Match>>,
    echo: Echo,
    /// The sentences to offer: that care is not discussed here, and whom to call.
    policy: Safe,
    call: Safe,
}

/// A sentence to offer, and the same folded.
#[derive(Clone, Debug)]
struct Safe {
    text: String,
    folded: Folded,
}

impl Safe {
    fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            folded: Folded::collapsed(text),
        }
    }
}

impl Guard {
    /// Reads the pack, and looks in the playbook for the sentence to offer.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let pack = Pack::read(PACK);
        let finder = Finder::new(&pack);
        let echo = Echo::new(&pack, playbook);
        let mut guard = Self {
            groups: pack.groups,
            finder,
            found: Remembered::default(),
            echo,
            policy: Safe::new(POLICY),
            call: Safe::new(CALL),
        };
        let silent = |sentence: &str| {
            let draft = Draft {
                text: sentence,
                kind: ComposerKind::Reply,
                ..Draft::default()
            };
            let mut found = Vec::new();
            guard.check(
                &Prepared::new(&draft, &Collector::default().build()),
                &mut found,
            );
            found.is_empty()
        };
        let (policy, call) = (
            offer::policy(playbook, silent),
            offer::call(playbook, silent),
        );
        if let Some(own) = policy {
            guard.policy = Safe::new(&own);
        }
        if let Some(own) = call {
            guard.call = Safe::new(&own);
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
        let mut found: Vec<(Match, Level, &Group)> = Vec::new();
        let mut machine = None;
        self.found.each(
            draft.text,
            &draft.sentences,
            |sentence| {
                machine
                    .get_or_insert_with(|| self.finder.machine())
                    .find(sentence)
            },
            |sentence, matches| {
                found.extend(matches.iter().filter_map(|m| {
                    let (level, group) = self.level(m.group, kind)?;
                    let m = Match {
                        span: m.span.after(sentence.start),
                        ..*m
                    };
                    Some((m, level, group))
                }));
            },
        );
        // The gravest, then the longest, then the first; what overlaps one of these says nothing new.
        let key = |m: &Match, level: Level| {
            let first = (std::cmp::Reverse(level), std::cmp::Reverse(m.span.len()));
            (first, m.span.start, m.group)
        };
        let found = sorted(found, |a, b| key(&a.0, a.1).cmp(&key(&b.0, b.1)));
        let fixes = Fixes::new(self, draft);
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
            let (at, text) = fixes.fix(m.span, group.offer);
            finding.fix_span = Some(at);
            finding.fixes.push(text);
            out.push(finding);
        }
        if kind != ComposerKind::Post {
            self.echo
                .check(draft, |span| fixes.fix(span, Offer::Policy), out);
        }
    }
}

/// What is offered in a draft.
struct Fixes<'a> {
    guard: &'a Guard,
    draft: &'a Prepared<'a>,
    /// The draft has the one sentence or the other already.
    has_policy: OnceCell<bool>,
    has_call: OnceCell<bool>,
}

impl<'a> Fixes<'a> {
    fn new(guard: &'a Guard, draft: &'a Prepared<'a>) -> Self {
        Self {
            guard,
            draft,
            has_policy: OnceCell::new(),
            has_call: OnceCell::new(),
        }
    }

    /// The safe sentence in place of the whole sentence; when the draft has it already,
    /// the sentence goes.
    fn fix(&self, span: Span, offer: Offer) -> (Span, String) {
        let draft = self.draft;
        let sentence = draft.sentence_at(span.start).unwrap_or(span);
        let (safe, there) = match offer {
            Offer::Policy => (&self.guard.policy, &self.has_policy),
            Offer::Call => (&self.guard.call, &self.has_call),
        };
        let says = || draft.folded.as_str().contains(safe.folded.as_str());
        if !there.get_or_init(says) {
            return (sentence, safe.text.clone());
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

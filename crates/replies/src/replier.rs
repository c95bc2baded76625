//! The engine of this crate: a playbook made ready to answer comments.

use cuecard_playbook::{Playbook, Protocol, Severity};
use cuecard_text::{Span, sorted};

use crate::answer::{Answer, Comment, Escalation, Suggestion};
use crate::calibrate::fits;
use crate::choose::reply;
use crate::escalate::{Heard, Signals};
use crate::places::{merged, said, without};
use crate::rank::{Compared, Ranker};
use crate::search::{Hit, Library};

/// Most suggestions in an answer: what the card shows, with a key each.
const MOST: usize = 5;
/// A suggestion is kept when it is at least this likely to fit…
const FLOOR: f32 = 0.30;
/// …and at least this share as likely as the best.
const SHARE: f32 = 0.4;
/// Most words that say why.
const REASONS: usize = 4;
/// What a key phrase adds to the likeness: of several words, of one word, at most.
const PHRASE: (f32, f32, f32) = (0.18, 0.10, 0.30);
/// What is left of a likeness that no word of the comment bears, only pieces of
/// words: "weather" has much of "threat".
const UNNAMED: f32 = 0.7;
/// The likeness from which a grave protocol is believed without a hard trigger.
/// Chosen so that every crisis of our own comments is heard, while at most one in
/// a hundred comments of patients (suites/nhs-fft) raises an alarm.
const GRAVE: Grave = Grave {
    crisis: 0.15,
    crisis_by_one_word: 0.26,
    serious: 0.22,
    serious_by_one_word: 0.36,
};
/// By how much it must lead the best protocol that is not grave.
const LEAD: f32 = 0.03;

/// Likenesses, by level and by how many words speak.
struct Grave {
    crisis: f32,
    crisis_by_one_word: f32,
    serious: f32,
    serious_by_one_word: f32,
}

/// A playbook ready to answer. Built once, never changed; a new playbook is a new `Replier`.
#[derive(Clone, Debug)]
pub struct Replier {
    protocols: Vec<Protocol>,
    signals: Signals,
    ranker: Ranker,
    library: Library,
}

/// A protocol with what speaks for it in one comment.
struct Candidate {
    protocol: usize,
    likeness: f32,
    hard: bool,
}

impl Replier {
    /// Prepares a playbook: a few milliseconds for each hundred examples.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let classes: Vec<Vec<(&str, f32)>> = playbook.protocols.iter().map(texts).collect();
        Self {
            signals: Signals::new(&playbook.protocols),
            ranker: Ranker::new(&classes),
            library: Library::new(playbook),
            protocols: playbook.protocols.clone(),
        }
    }

    /// Answers a comment. Escalation is decided first: with one, `replies` holds at
    /// most the holding reply of that protocol, and only where the playbook permits it.
    #[must_use]
    pub fn answer(&self, comment: &Comment<'_>, platform: Option<&str>) -> Answer {
        let text = comment.text;
        let heard = self.signals.hear(text);
        let compared = self.ranker.compare(text);
        let candidates = self.candidates(&heard, &compared);
        let best = candidates.first();
        let none = 1.0 - best.map_or(0.0, chance);

        let grave = self
            .triggered(&heard)
            .or_else(|| self.believed(text, &heard, &compared));
        if let Some((protocol, spans)) = grave
            && let Some(p) = self.protocols.get(protocol)
        {
            let holding = reply(p, platform).map(str::to_owned);
            let escalation = Escalation {
                protocol: p.id.clone(),
                name: p.name.clone(),
                level: p.level,
                because: said(text, &spans),
                spans,
                tell: p.tell.clone(),
                actions: p.actions.clone(),
                permission: p.permission,
                holding: holding.clone(),
            };
            let replies = holding.map(|text| Suggestion {
                protocol: p.id.clone(),
                name: p.name.clone(),
                level: p.level,
                score: 1.0,
                because: escalation.because.clone(),
                permission: p.permission,
                tell: p.tell.clone(),
                actions: p.actions.clone(),
                text: Some(text),
            });
            return Answer {
                escalation: Some(escalation),
                replies: replies.into_iter().collect(),
                none: 0.0,
            };
        }

        let top = best.map_or(0.0, chance);
        let replies = candidates
            .iter()
            .take_while(|c| chance(c) >= FLOOR && chance(c) >= SHARE * top)
            .take(MOST)
            .filter_map(|c| {
                let p = self.protocols.get(c.protocol)?;
                let spans = self.reasons(c.protocol, &heard, &compared);
                Some(Suggestion {
                    protocol: p.id.clone(),
                    name: p.name.clone(),
                    level: p.level,
                    score: chance(c),
                    because: said(text, &spans),
                    permission: p.permission,
                    tell: p.tell.clone(),
                    actions: p.actions.clone(),
                    text: reply(p, platform).map(str::to_owned),
                })
            })
            .collect();
        Answer {
            escalation: None,
            replies,
            none,
        }
    }

    /// Approved messages and protocols whose name, id, tags or text hold every typed
    /// word or its beginning; best first. Nothing typed gives all, in the order of the document.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        self.library.find(query)
    }

    /// All protocols by what speaks for them; a hard trigger comes first whatever the ranking says.
    fn candidates(&self, heard: &Heard, compared: &Compared) -> Vec<Candidate> {
        let (many, one, most) = PHRASE;
        let all: Vec<Candidate> = compared
            .scores
            .iter()
            .enumerate()
            .map(|(protocol, &score)| {
                let mut spans: Vec<Span> = Vec::new();
                let mut bonus = 0.0f32;
                for &(p, span, words) in &heard.key {
                    if p == protocol && !spans.iter().any(|s| s.overlaps(span)) {
                        bonus += if words > 1 { many } else { one };
                        spans.push(span);
                    }
                }
                let named = compared.named.get(protocol).copied().unwrap_or(false);
                let share = if named || bonus > 0.0 { 1.0 } else { UNNAMED };
                Candidate {
                    protocol,
                    likeness: score * share + bonus.min(most),
                    hard: heard.hard.iter().any(|&(p, _)| p == protocol),
                }
            })
            .collect();
        sorted(all, |a, b| {
            (b.hard.cmp(&a.hard))
                .then(b.likeness.total_cmp(&a.likeness))
                .then(a.protocol.cmp(&b.protocol))
        })
    }

    /// The gravest protocol with a hard trigger, from `serious` on; among equals the
    /// one whose trigger stands first.
    fn triggered(&self, heard: &Heard) -> Option<(usize, Vec<Span>)> {
        let level = |p: usize| self.protocols.get(p).map(|p| p.level);
        let grave = heard
            .hard
            .iter()
            .filter(|&&(p, _)| level(p).is_some_and(|l| l >= Severity::Serious));
        let (protocol, _) = grave.min_by_key(|&&(p, span)| {
            (
                std::cmp::Reverse(level(p)),
                span.start,
                std::cmp::Reverse(span.end),
                p,
            )
        })?;
        let of = heard.hard.iter().filter(|(p, _)| p == protocol);
        Some((*protocol, merged(of.map(|&(_, span)| span).collect())))
    }

    /// A grave protocol that the ranking puts first with real confidence, and for
    /// which more than one word speaks. Figures of speech and denials are not read.
    fn believed(
        &self,
        text: &str,
        heard: &Heard,
        compared: &Compared,
    ) -> Option<(usize, Vec<Span>)> {
        let again = (!heard.excused.is_empty())
            .then(|| self.ranker.compare(&without(text, &heard.excused)));
        let compared = again.as_ref().unwrap_or(compared);
        let candidates = self.candidates(heard, compared);
        let level = |c: &Candidate| {
            self.protocols
                .get(c.protocol)
                .map_or(Severity::None, |p| p.level)
        };
        let best = candidates
            .first()
            .filter(|c| level(c) >= Severity::Serious)?;
        let calm = candidates.iter().find(|c| level(c) < Severity::Serious);
        let leads = calm.is_none_or(|c| best.likeness - c.likeness >= LEAD && !c.hard);
        let spans = self.reasons(best.protocol, heard, compared);
        let many = spans.len() > 1 || spans.iter().any(|s| s.of(text).trim().contains(' '));
        let enough = match (level(best), many) {
            (Severity::Crisis, true) => GRAVE.crisis,
            (Severity::Crisis, false) => GRAVE.crisis_by_one_word,
            (_, true) => GRAVE.serious,
            (_, false) => GRAVE.serious_by_one_word,
        };
        (leads && !spans.is_empty() && best.likeness >= enough).then_some((best.protocol, spans))
    }

    /// The places that speak for a protocol: triggers, key phrases, then single words by weight.
    fn reasons(&self, protocol: usize, heard: &Heard, compared: &Compared) -> Vec<Span> {
        let hard = heard.hard.iter().filter(|h| h.0 == protocol).map(|h| h.1);
        let key = heard.key.iter().filter(|h| h.0 == protocol).map(|h| h.1);
        let mut out: Vec<Span> = Vec::new();
        for span in hard.chain(key) {
            if !out.iter().any(|s| s.overlaps(span)) {
                out.push(span);
            }
        }
        let words = self.ranker.explain(compared, protocol);
        let most = words.first().map_or(0.0, |w| w.1);
        for (span, share) in words {
            if share < most * 0.2 {
                break;
            }
            if !out.iter().any(|s| s.overlaps(span)) {
                out.push(span);
            }
        }
        out.truncate(REASONS);
        out
    }
}

/// What the ranker learns a protocol from, with its weight: a heading, a lone key
/// phrase and a trigger say less than a real comment.
fn texts(p: &Protocol) -> Vec<(&str, f32)> {
    let real = p.examples.iter().map(|e| (e.as_str(), 1.0));
    let phrases = p.phrases.iter().map(|t| {
        let several = t.trim().contains(char::is_whitespace);
        (t.as_str(), if several { 1.0 } else { 0.6 })
    });
    let hard = p.hard.iter().map(|t| (t.as_str(), 0.5));
    real.chain([(p.name.as_str(), 0.7)])
        .chain(phrases)
        .chain(hard)
        .collect()
}

/// The chance that a candidate fits.
fn chance(c: &Candidate) -> f32 {
    if c.hard {
        fits(c.likeness).max(0.95)
    } else {
        fits(c.likeness)
    }
}

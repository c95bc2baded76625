//! Approved texts: exempt when unchanged, compared word by word when nearly so.
//!
//! Approved are the messages and pre-written posts of the playbook and the replies of
//! its protocols. What somebody has signed off is exempt from the rules it would
//! break; what was put into its slots is not, nobody has seen that.

mod align;
mod template;

use cuecard_playbook::{Date, Level, Playbook};
use cuecard_text::{Folded, Span, sorted};
use rustc_hash::FxHashMap;

use crate::prepared::Prepared;
use crate::report::{Finding, MessageMatch};
use crate::rules::quoted;
use crate::zones::ZoneKind;
use align::{Aligned, align, least_drift};
use template::Template;

/// Largest share of changed words at which a draft is still taken for the message…
const DRIFT: f32 = 0.35;
/// …and for the one that is known to have been put there. Beyond it the person wrote another text.
const EDITED: f32 = 0.7;
/// Shortest draft and message, in words, for that.
const WORDS: usize = 6;
/// How many messages are compared word by word.
const CANDIDATES: usize = 4;

/// Rules from which an approved text is exempt, by family.
const EXEMPT: [&str; 13] = [
    "words/",
    "claims/",
    "names/",
    "patterns/",
    "reading/",
    "access/",
    "reply-guard/",
    "stigma/",
    "inclusive/",
    "plain/",
    "ftc/",
    "fda/",
    "priorities/none",
];

/// The approved texts of a playbook.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    texts: Vec<Approved>,
    /// Texts without slots, by their comparable form.
    whole: FxHashMap<String, Vec<usize>>,
    /// Texts with slots.
    slotted: Vec<usize>,
    /// The words of the texts by number, and of each the texts that hold it.
    words: FxHashMap<String, usize>,
    by_word: Vec<Vec<usize>>,
    most_words: usize,
    /// Changed words, in per cent, up to which a text stays approved; none where the playbook does not say.
    allowed: Option<usize>,
}

#[derive(Clone, Debug)]
struct Approved {
    id: String,
    name: String,
    text: String,
    platforms: Vec<String>,
    until: Option<Date>,
    template: Template,
    /// Different words of the template.
    distinct: usize,
}

/// What was found out about a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The approved text that it is, or nearly is.
    pub matched: Option<MessageMatch>,
    /// For an exact match: the parts of the draft that stand in slots.
    pub fills: Option<Vec<Span>>,
}

impl Outcome {
    /// Whether the draft is an approved text and the finding is one from which that exempts.
    #[must_use]
    pub fn exempts(&self, finding: &Finding) -> bool {
        let Some(fills) = &self.fills else {
            return false;
        };
        EXEMPT.iter().any(|family| finding.rule.starts_with(family))
            && !fills.iter().any(|fill| fill.overlaps(finding.span))
    }
}

impl Messages {
    /// Gathers the approved texts.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let mut out = Self {
            // A float's cast saturates; the playbook's share is 0 to 1.
            allowed: playbook.drift.map(|share| (share * 100.0).round() as usize),
            ..Self::default()
        };
        for m in &playbook.messages {
            out.add(&m.id, &m.name, &m.text, m.platforms.clone(), m.until);
        }
        for p in &playbook.calendar {
            out.add(&p.id, &p.name, &p.text, p.platforms.clone(), p.expires);
        }
        for p in &playbook.protocols {
            for reply in &p.replies {
                out.add(
                    &p.id,
                    &p.name,
                    &reply.text,
                    reply.platform.iter().cloned().collect(),
                    None,
                );
            }
        }
        out
    }

    fn add(
        &mut self,
        id: &str,
        name: &str,
        text: &str,
        platforms: Vec<String>,
        until: Option<Date>,
    ) {
        let template = Template::new(text);
        if template.is_empty() {
            return;
        }
        let n = self.texts.len();
        match template.whole() {
            Some(whole) => self.whole.entry(whole.to_owned()).or_default().push(n),
            None => self.slotted.push(n),
        }
        let words = distinct(
            template
                .words
                .iter()
                .filter(|w| !w.is_slot())
                .map(|w| w.text.as_str())
                .collect(),
        );
        let distinct = words.len();
        for word in words {
            let next = self.by_word.len();
            let number = *self.words.entry(word.to_owned()).or_insert(next);
            if number == next {
                self.by_word.push(Vec::new());
            }
            if let Some(texts) = self.by_word.get_mut(number) {
                texts.push(n);
            }
        }
        self.most_words = self.most_words.max(template.words.len());
        self.texts.push(Approved {
            id: id.to_owned(),
            name: name.to_owned(),
            text: text.to_owned(),
            platforms,
            until,
            template,
            distinct,
        });
    }

    /// Compares a draft with the approved texts.
    pub fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) -> Outcome {
        let whole = trimmed(draft.text);
        if self.texts.is_empty() || whole.is_empty() {
            return Outcome::default();
        }
        let mut bodies = vec![whole];
        // A reply box opens with the handles of those who are answered, or with the author's name.
        bodies.extend(behind_handles(draft, whole));
        bodies.extend(behind_author(draft, whole));
        let bodies: Vec<(Span, Folded)> = bodies
            .into_iter()
            .map(|body| (body, Folded::cased(body.of(draft.text))))
            .collect();
        for (body, cased) in &bodies {
            let Some((text, fills)) = self.exact(draft, cased) else {
                continue;
            };
            text.conditions(draft, out);
            let place = |fill: &Span| {
                let source = cased.source(*fill);
                Span::new(source.start + body.start, source.end + body.start)
            };
            return Outcome {
                matched: Some(text.matched(0.0, true)),
                fills: Some(fills.iter().map(place).collect()),
            };
        }
        let near = bodies
            .iter()
            .filter_map(|(body, cased)| self.drifted(draft, *body, cased));
        let best = near.min_by(|a, b| a.1.drift.total_cmp(&b.1.drift));
        let Some((text, aligned, finding)) = best else {
            return Outcome::default();
        };
        text.conditions(draft, out);
        out.push(finding);
        Outcome {
            matched: Some(text.matched(aligned.drift, self.allows(aligned.percent))),
            fills: None,
        }
    }

    /// The approved text that the draft is, with what stands in its slots.
    fn exact(&self, draft: &Prepared<'_>, cased: &Folded) -> Option<(&Approved, Vec<Span>)> {
        let text = cased.as_str();
        let whole = self
            .whole
            .get(text)
            .into_iter()
            .flatten()
            .map(|n| (*n, Vec::new()));
        let slotted = self
            .slotted
            .iter()
            .filter_map(|n| Some((*n, self.texts.get(*n)?.template.fills(text)?)));
        let (n, fills) = whole.chain(slotted).min_by_key(|(n, fills)| {
            (self.texts.get(*n).map(|t| t.unfit(draft)), fills.len(), *n)
        })?;
        Some((self.texts.get(n)?, fills))
    }

    /// The approved text that the draft nearly is.
    fn drifted(
        &self,
        draft: &Prepared<'_>,
        body: Span,
        cased: &Folded,
    ) -> Option<(&Approved, Aligned, Finding)> {
        let words: Vec<&str> = cased
            .as_str()
            .split(' ')
            .filter(|w| !w.is_empty())
            .collect();
        // Slots may hold several words each; beyond this no text can be near.
        if words.is_empty() || words.len() > self.most_words * 2 + 16 {
            return None;
        }
        let was_put = |text: &Approved| draft.draft.from.is_some_and(|id| text.id == id);
        let mut shared = vec![0; self.texts.len()];
        // Of words that come again only the first counts.
        let mut met = vec![false; self.by_word.len()];
        for word in words.iter().filter_map(|word| self.words.get(*word)) {
            let again = met
                .get_mut(*word)
                .is_none_or(|met| std::mem::replace(met, true));
            for n in self
                .by_word
                .get(*word)
                .into_iter()
                .flatten()
                .filter(|_| !again)
            {
                if let Some(count) = shared.get_mut(*n) {
                    *count += 1;
                }
            }
        }
        let is_near = |(n, count): &(usize, usize)| {
            let text = self.texts.get(*n);
            let long = |t: &Approved| words.len() >= WORDS && t.template.words.len() >= WORDS;
            *count > 0 && text.is_some_and(|t| count * 2 >= t.distinct && long(t))
        };
        let near = most_shared(shared.into_iter().enumerate().filter(is_near));
        let near = near.into_iter().map(|(n, _)| n);
        let put = self.texts.iter().enumerate();
        let put = put.filter(|(_, text)| was_put(text)).map(|(n, _)| n);
        let best = near
            .chain(put)
            .filter_map(|n| {
                let text = self.texts.get(n)?;
                let reach = if was_put(text) { EDITED } else { DRIFT };
                if least_drift(&text.template.words, words.len()) > reach {
                    return None;
                }
                let aligned = align(&text.template.words, &words);
                (aligned.drift <= reach).then_some((n, text, aligned))
            })
            .min_by(|(n, a, x), (m, b, y)| {
                x.drift
                    .total_cmp(&y.drift)
                    .then(a.unfit(draft).cmp(&b.unfit(draft)))
                    .then(n.cmp(m))
            });
        let (_, text, aligned) = best?;
        let (level, message) = self.said(&text.name, &aligned);
        let mut finding = Finding::new(
            Span::new(body.start, body.start),
            level,
            "messages/drift",
            message,
        );
        finding.fix_span = Some(body);
        finding
            .fixes
            .extend(text.template.filled(&text.text, &aligned.fills));
        finding.changes.clone_from(&aligned.changes);
        Some((text, aligned, finding))
    }

    /// Whether a text that was changed by so many per cent is still approved.
    fn allows(&self, percent: usize) -> bool {
        self.allowed.is_some_and(|most| percent <= most)
    }

    /// How grave a change is, and what is said about it.
    fn said(&self, name: &str, aligned: &Aligned) -> (Level, String) {
        let percent = aligned.percent;
        let differ = format!(
            "{percent} % of the words differ from the approved {}.",
            quoted(name)
        );
        match self.allowed {
            Some(most) if self.allows(percent) => (
                Level::Suggestion,
                format!("{differ} The playbook allows up to {most} %."),
            ),
            Some(most) => (
                Level::Warning,
                format!(
                    "{differ} The playbook allows up to {most} %, so it counts as unapproved: put it back, or have the change approved."
                ),
            ),
            None => (
                Level::Warning,
                format!(
                    "{differ} It was approved as it stands: put it back, or have the change approved."
                ),
            ),
        }
    }
}

impl Approved {
    fn matched(&self, drift: f32, approved: bool) -> MessageMatch {
        MessageMatch {
            id: self.id.clone(),
            name: self.name.clone(),
            drift,
            approved,
        }
    }

    fn is_elsewhere(&self, draft: &Prepared<'_>) -> bool {
        let platform = draft.draft.platform;
        !self.platforms.is_empty()
            && platform.is_some_and(|p| !self.platforms.iter().any(|q| q.eq_ignore_ascii_case(p)))
    }

    fn is_expired(&self, draft: &Prepared<'_>) -> bool {
        matches!((self.until, draft.draft.today), (Some(until), Some(today)) if until < today)
    }

    /// Of two texts with the same words, the one that fits the draft is meant.
    fn unfit(&self, draft: &Prepared<'_>) -> (bool, bool) {
        (self.is_elsewhere(draft), self.is_expired(draft))
    }

    fn conditions(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        let name = quoted(&self.name);
        let mut warn = |rule: &str, message: String| {
            out.push(Finding::new(Span::default(), Level::Warning, rule, message));
        };
        if self.is_expired(draft)
            && let Some(until) = self.until
        {
            warn(
                "messages/expired",
                format!(
                    "{name} was approved until {until} and may no longer be right. Ask for a new one."
                ),
            );
        }
        if self.is_elsewhere(draft) {
            warn(
                "messages/platform",
                format!(
                    "{name} is approved for {}, not for this site. Ask before it goes out here.",
                    self.platforms.join(", ")
                ),
            );
        }
    }
}

/// The [`CANDIDATES`] that share most words with the draft, of those that share as many the first ones.
fn most_shared(near: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, usize)> {
    let mut best: Vec<(usize, usize)> = Vec::with_capacity(CANDIDATES + 1);
    for candidate in near {
        let place = best.partition_point(|known| known.1 >= candidate.1);
        if place < CANDIDATES {
            best.insert(place, candidate);
            best.truncate(CANDIDATES);
        }
    }
    best
}

/// Each word once, in the order of the alphabet.
fn distinct(words: Vec<&str>) -> Vec<&str> {
    let mut words = sorted(words, |a, b| a.cmp(b));
    words.dedup();
    words
}

/// The text without the white space around it.
fn trimmed(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    Span::new(start, text.trim_end().len())
}

/// The rest of a text that begins with the name of the comment's author, as some sites put it there.
fn behind_author(draft: &Prepared<'_>, body: Span) -> Option<Span> {
    let author = draft.draft.answering?.author.trim();
    let rest = body.of(draft.text).strip_prefix(author)?;
    let text = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':'));
    let parted = !author.is_empty() && text.len() < rest.len() && !text.is_empty();
    parted.then(|| Span::new(body.end - text.len(), body.end))
}

/// The rest of a text that begins with handles; none when it does not, or holds nothing else.
fn behind_handles(draft: &Prepared<'_>, body: Span) -> Option<Span> {
    let mut start = body.start;
    for zone in &draft.zones {
        if zone.kind != ZoneKind::Handle || zone.span.start != start {
            break;
        }
        let rest = draft.text.get(zone.span.end..body.end)?;
        let gap = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':'))
                .len();
        start = zone.span.end + gap;
    }
    (start > body.start && start < body.end).then(|| Span::new(start, body.end))
}

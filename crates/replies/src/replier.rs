//! The engine of this crate: a playbook made ready to answer comments.

use cuecard_playbook::{Diagnostic, Level, Playbook, Protocol, Role, Severity};
use cuecard_text::{Span, sorted};

use crate::alarm::{Alarm, Duties, GRAVE as GRAVE_LEVEL, WITHOUT_PROTOCOL, alarms};
use crate::answer::{Answer, Comment, Earlier, Escalation, Raised, Suggestion, Thread};
use crate::calibrate::fits;
use crate::choose::{Wanted, replies};
use crate::escalate::pack::Pack;
use crate::escalate::volume::Rule;
use crate::escalate::{Heard, Signals};
use crate::hours::Moment;
use crate::language::{detect, tag};
use crate::packet::{Packet, packet};
use crate::places::{merged, said, without};
use crate::rank::{Compared, Ranker};
use crate::search::{Hit, Library};
use crate::second::{Second, SecondOpinion};

/// Most suggestions in an answer: what the card shows, with a key each.
const MOST: usize = 5;
/// A suggestion is kept when it is at least this likely to fit: with several words of the comment that its protocol
/// knows, and with one of them, or pieces of words only…
const FLOOR: f32 = 0.34;
const FLOOR_ONE: f32 = 0.65;
/// …and at least this share as likely as the best.
const SHARE: f32 = 0.4;
/// Where fewer are kept than this, the likeliest of the others are named as the nearest, unless they are less likely
/// than that: an emoji is near to nothing.
const SHOWN: usize = 3;
const NEAR: f32 = 0.06;
/// Most words that say why.
const REASONS: usize = 4;
/// A word is said to speak for something when it does at least this share of what the first one does.
const WORTH: f32 = 0.2;
/// What a key phrase adds to the likeness: of several words, of one word, at most.
const PHRASE: (f32, f32, f32) = (0.18, 0.10, 0.30);
/// What it adds that a protocol answers in the language of the comment, where that is not
/// the language of the playbook: "a comment in Spanish" fits whatever the comment is about.
const LANGUAGE: f32 = 0.2;
/// What is left of a likeness that no word of the comment bears, only pieces of
/// words: "weather" has much of "threat".
const UNNAMED: f32 = 0.7;
/// The likeness from which a grave protocol is believed without a hard trigger.
/// Chosen so that every crisis of our own comments is heard, while at most one in
/// a hundred comments of patients (suites/nhs-fft) raises an alarm.
const GRAVE: Grave = Grave {
    crisis: 0.37,
    crisis_by_one_word: 0.51,
    serious: 0.46,
    serious_by_one_word: 0.62,
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
    duties: Duties,
    volume: Vec<Rule>,
    roles: Vec<Role>,
    ranker: Ranker,
    library: Library,
    /// None where the model's file does not read.
    second: Option<SecondOpinion>,
    /// Of each protocol: the languages of its replies that are not the playbook's.
    languages: Vec<Vec<&'static str>>,
}

/// A protocol with what speaks for it in one comment.
struct Candidate {
    protocol: usize,
    likeness: f32,
    hard: bool,
    /// A word or a phrase of the comment bears it.
    named: bool,
}

impl Replier {
    /// Prepares a playbook: a few milliseconds for each hundred examples.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        Self::with_pack(playbook, &Pack::standard())
    }

    /// Prepares a playbook with an escalation pack other than the default one.
    #[must_use]
    pub fn with_pack(playbook: &Playbook, pack: &Pack) -> Self {
        let classes: Vec<Vec<(&str, f32)>> = playbook.protocols.iter().map(texts).collect();
        let signals = Signals::new(&playbook.protocols, pack);
        let own = tag(&playbook.locale).unwrap_or("en");
        let foreign = |p: &Protocol| {
            let languages = p.replies.iter().filter_map(|reply| detect(&reply.text));
            languages.filter(|&language| language != own).collect()
        };
        let duties = Duties::new(signals.groups(), playbook);
        Self {
            second: SecondOpinion::new(signals.groups(), &duties, playbook.protocols.len()),
            languages: playbook.protocols.iter().map(foreign).collect(),
            duties,
            volume: pack.volume.clone(),
            roles: playbook.roles.clone(),
            signals,
            ranker: Ranker::new(&classes),
            library: Library::new(playbook),
            protocols: playbook.protocols.clone(),
        }
    }

    /// Answers a comment. Escalation is decided first: with one, `replies` holds at
    /// most the holding reply of that protocol, and only where the playbook permits it.
    #[must_use]
    pub fn answer(&self, comment: &Comment<'_>, platform: Option<&str>) -> Answer {
        let thread = Thread {
            platform,
            ..Thread::default()
        };
        self.answer_on(comment, &thread)
    }

    fn answer_as(&self, comment: &Comment<'_>, wanted: Wanted<'_>) -> Answer {
        let text = comment.text;
        let heard = self.signals.hear(text);
        let compared = self.ranker.compare(text);
        let second = self.second(text, &heard, &compared);
        let second = self.second.as_ref().zip(second.as_ref());
        let candidates = self.candidates(&heard, &compared, second, wanted.language);
        let best = candidates.first();
        let none = 1.0 - best.map_or(0.0, chance);

        let likeness = |p: usize| compared.scores.get(p).copied().unwrap_or(0.0);
        let mut all = alarms(
            &heard,
            &self.signals,
            &self.duties,
            &self.protocols,
            &likeness,
        );
        if all.is_empty() {
            all.extend(self.believed(text, &heard, &compared, second));
        }
        let mut doubt = None;
        if all.is_empty()
            && let Some((opinion, read)) = second
            && let Some((alarm, sure)) = opinion.alarm(
                read,
                self.signals.groups(),
                &self.duties,
                &self.protocols,
                &likeness,
                (REASONS, WORTH),
            )
        {
            if sure {
                all.push(alarm);
            } else {
                doubt = Some(self.escalation(text, &alarm, &[], wanted));
            }
        }
        if let Some(alarm) = all.first() {
            let escalation = self.escalation(text, alarm, &all, wanted);
            let holding = escalation.holding.clone();
            let shown = holding.map(|text| Suggestion {
                protocol: escalation.protocol.clone(),
                name: escalation.name.clone(),
                level: escalation.level,
                score: 1.0,
                because: escalation.because.clone(),
                permission: escalation.permission,
                tell: escalation.tell.clone(),
                actions: escalation.actions.clone(),
                text: Some(text),
                variants: alarm
                    .protocol
                    .and_then(|p| self.protocols.get(p))
                    .map_or_else(Vec::new, |p| replies(p, wanted)),
            });
            return Answer {
                escalation: Some(escalation),
                doubt: None,
                replies: shown.into_iter().collect(),
                nearest: Vec::new(),
                none: 0.0,
                language: wanted.language,
            };
        }

        let (replies, nearest) = self.offered(text, &candidates, &heard, &compared, wanted);
        // What is grave is no reply like another: where nothing else speaks for it, a person looks again.
        let grave = replies.first().filter(|first| first.level >= GRAVE_LEVEL);
        let doubt =
            doubt.or_else(|| grave.map(|first| self.escalated(text, first, first.level, wanted)));
        Answer {
            escalation: None,
            doubt,
            replies,
            nearest,
            none,
            language: wanted.language,
        }
    }

    /// The suggestions that fit, and those that are nearest among the others.
    fn offered(
        &self,
        text: &str,
        candidates: &[Candidate],
        heard: &Heard,
        compared: &Compared,
        wanted: Wanted<'_>,
    ) -> (Vec<Suggestion>, Vec<Suggestion>) {
        let suggestion = |c: &Candidate, p: &Protocol, spans: &[Span]| {
            let variants = replies(p, wanted);
            Suggestion {
                protocol: p.id.clone(),
                name: p.name.clone(),
                level: p.level,
                score: chance(c),
                because: said(text, spans),
                permission: p.permission,
                tell: p.tell.clone(),
                actions: p.actions.clone(),
                text: variants.first().map(|v| v.text.clone()),
                variants,
            }
        };
        let top = candidates.first().map_or(0.0, chance);
        let likely = |c: &Candidate| {
            chance(c) >= SHARE * top && chance(c) >= if c.named { FLOOR } else { FLOOR_ONE }
        };
        let (mut fit, mut nearest) = (Vec::new(), Vec::new());
        for (place, c) in candidates.iter().enumerate() {
            if fit.len() + nearest.len() >= SHOWN && !(likely(c) && place < MOST) {
                break;
            }
            let Some(p) = self.protocols.get(c.protocol) else {
                continue;
            };
            let spans = self.reasons(c.protocol, heard, compared);
            if likely(c) && (chance(c) >= FLOOR_ONE || several(text, &spans)) {
                fit.push(suggestion(c, p, &spans));
            } else if p.level < GRAVE_LEVEL && chance(c) >= NEAR {
                nearest.push(suggestion(c, p, &spans));
            }
        }
        nearest.truncate(SHOWN.saturating_sub(fit.len()));
        (fit, nearest)
    }

    /// Approved messages and protocols whose name, id, tags or text hold every typed
    /// word or its beginning; best first. Nothing typed gives all, in the order of the document.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        self.library.find(query)
    }

    /// All protocols by what speaks for them; a hard trigger comes first whatever the ranking says.
    /// `language` is the comment's.
    fn candidates(
        &self,
        heard: &Heard,
        compared: &Compared,
        second: Option<(&SecondOpinion, &Second)>,
        language: Option<&str>,
    ) -> Vec<Candidate> {
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
                let named = named || bonus > 0.0;
                let share = if named { 1.0 } else { UNNAMED };
                let speaks = self.languages.get(protocol);
                let spoken = language.is_some_and(|l| speaks.is_some_and(|s| s.contains(&l)));
                let own = if spoken { LANGUAGE } else { 0.0 };
                let likeness = score * share + bonus.min(most);
                let likeness = second.map_or(likeness, |(opinion, read)| {
                    opinion.weighed(read, protocol, likeness)
                });
                Candidate {
                    named: named || spoken,
                    protocol,
                    likeness: likeness + own,
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

    /// What is to be done about an alarm: by the playbook's protocol, else by the pack's group.
    fn escalation(
        &self,
        text: &str,
        alarm: &Alarm,
        all: &[Alarm],
        wanted: Wanted<'_>,
    ) -> Escalation {
        let protocol = alarm.protocol.and_then(|p| self.protocols.get(p));
        let group = |a: &Alarm| a.group.and_then(|g| self.signals.groups().get(g));
        let class = |a: &Alarm| match (group(a), a.protocol) {
            (Some(g), _) => g.class.clone(),
            (None, Some(p)) => self.class_of(p),
            (None, None) => String::new(),
        };
        let own = class(alarm);
        let mut also: Vec<String> = Vec::new();
        for other in all.iter().skip(1).map(class) {
            if other != own && !also.contains(&other) {
                also.push(other);
            }
        }
        let base = Escalation {
            class: own,
            protocol: String::new(),
            name: String::new(),
            level: alarm.level,
            because: said(text, &alarm.spans),
            spans: alarm.spans.clone(),
            tell: Vec::new(),
            actions: Vec::new(),
            permission: WITHOUT_PROTOCOL,
            holding: None,
            also,
            raised: None,
        };
        match (protocol, group(alarm)) {
            (Some(p), _) => Escalation {
                protocol: p.id.clone(),
                name: p.name.clone(),
                tell: p.tell.clone(),
                actions: p.actions.clone(),
                permission: p.permission,
                holding: replies(p, wanted).into_iter().next().map(|v| v.text),
                ..base
            },
            (None, Some(g)) => Escalation {
                name: g.name.clone(),
                tell: self.duties.tell(g),
                actions: g.actions.iter().map(|a| a.text.clone()).collect(),
                ..base
            },
            (None, None) => base,
        }
    }

    /// What is to be done where a suggestion is no reply like another, but so grave.
    fn escalated(
        &self,
        text: &str,
        suggestion: &Suggestion,
        level: Severity,
        wanted: Wanted<'_>,
    ) -> Escalation {
        let mut protocols = self.protocols.iter();
        let alarm = Alarm {
            group: None,
            protocol: protocols.position(|p| p.id == suggestion.protocol),
            level,
            spans: spans_of(text, &suggestion.because),
        };
        self.escalation(text, &alarm, &[], wanted)
    }

    /// The class of a protocol: the pack's, where it is for one of its groups, else its id.
    fn class_of(&self, protocol: usize) -> String {
        let group = self.duties.group(protocol);
        let group = group.and_then(|g| self.signals.groups().get(g));
        group
            .map(|g| g.class.clone())
            .or_else(|| self.protocols.get(protocol).map(|p| p.id.clone()))
            .unwrap_or_default()
    }

    /// Answers a comment on a thread: several of one class within the playbook's time make
    /// it graver, and replies that the thread has read already come later.
    #[must_use]
    pub fn answer_on(&self, comment: &Comment<'_>, thread: &Thread<'_>) -> Answer {
        let wanted = Wanted {
            platform: thread.platform,
            language: detect(comment.text),
            used: thread.used,
        };
        let answer = self.answer_as(comment, wanted);
        self.raised(answer, comment, wanted, thread.earlier)
    }

    /// The answer, graver where there are many such comments.
    fn raised(
        &self,
        mut answer: Answer,
        comment: &Comment<'_>,
        wanted: Wanted<'_>,
        earlier: &[Earlier],
    ) -> Answer {
        let Some(class) = answer.class().map(str::to_owned) else {
            return answer;
        };
        let first = answer.replies.first();
        let (id, level) = match (&answer.escalation, first) {
            (Some(e), _) => (e.protocol.clone(), e.level),
            (None, Some(s)) => (s.protocol.clone(), s.level),
            (None, None) => return answer,
        };
        let protocol = self
            .protocols
            .iter()
            .position(|p| !id.is_empty() && p.id == id);
        let own = self.own_volume(protocol);
        let general = self.volume.iter().filter(|r| r.of == Some(level)).copied();
        let rules = if own.is_empty() {
            general.collect()
        } else {
            own
        };
        let met = rules.into_iter().filter(|r| r.to > level);
        let met = met.filter_map(|r| Some((r.to, r.met(&class, earlier)?)));
        let Some((to, raised)) = met.max_by_key(|(to, _)| *to) else {
            return answer;
        };
        let raised = Some(Raised {
            from: level,
            ..raised
        });
        if let Some(escalation) = &mut answer.escalation {
            escalation.level = to;
            escalation.raised = raised;
        } else if to >= GRAVE_LEVEL
            && let Some(first) = answer.replies.first()
        {
            let escalation = self.escalated(comment.text, first, to, wanted);
            answer.escalation = Some(Escalation {
                raised,
                ..escalation
            });
            answer.replies.truncate(1);
            answer.nearest.clear();
        }
        answer
    }

    /// The numbers that a protocol gives by a `Volume:` label.
    fn own_volume(&self, protocol: Option<usize>) -> Vec<Rule> {
        let other = protocol
            .and_then(|p| self.protocols.get(p))
            .map(|p| &p.other);
        let labels = other.into_iter().flatten();
        labels
            .filter(|(label, _)| label.trim().eq_ignore_ascii_case("volume"))
            .filter_map(|(_, value)| Rule::read(value))
            .collect()
    }

    /// What the people who are told need to know, and who can be reached at the moment.
    #[must_use]
    pub fn packet(&self, escalation: &Escalation, text: &str, now: Moment) -> Packet {
        packet(escalation, text, &self.roles, now, |class| {
            self.name_of(class)
        })
    }

    /// The name of a class for people: that of the playbook's protocol for it, else that of the pack's first group.
    fn name_of(&self, class: &str) -> String {
        let own = (0..self.protocols.len()).find(|p| self.class_of(*p) == class);
        let own = own.and_then(|p| self.protocols.get(p)).map(|p| &p.name);
        let mut groups = self.signals.groups().iter();
        own.or_else(|| groups.find(|g| g.class == class).map(|g| &g.name))
            .cloned()
            .unwrap_or_else(|| class.to_owned())
    }

    /// What the playbook should say about escalation and does not; what of the pack was
    /// not understood.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut out = self.duties.diagnostics(self.signals.groups());
        out.extend(
            self.signals
                .problems()
                .iter()
                .map(|(line, why)| Diagnostic {
                    code: "escalation/pack".to_owned(),
                    level: Level::Warning,
                    line: *line,
                    column: 1,
                    message: format!("The escalation pack, line {line}: {why}."),
                    help: "Mend the line of the pack.".to_owned(),
                }),
        );
        out
    }

    /// A grave protocol that the ranking puts first with real confidence, and for
    /// which more than one word speaks. Figures of speech and denials are not read.
    fn believed(
        &self,
        text: &str,
        heard: &Heard,
        compared: &Compared,
        second: Option<(&SecondOpinion, &Second)>,
    ) -> Option<Alarm> {
        let again = (!heard.excused.is_empty())
            .then(|| self.ranker.compare(&without(text, &heard.excused)));
        let compared = again.as_ref().unwrap_or(compared);
        let candidates = self.candidates(heard, compared, second, None);
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
        let many = several(text, &spans);
        let enough = match (level(best), many) {
            (Severity::Crisis, true) => GRAVE.crisis,
            (Severity::Crisis, false) => GRAVE.crisis_by_one_word,
            (_, true) => GRAVE.serious,
            (_, false) => GRAVE.serious_by_one_word,
        };
        (leads && !spans.is_empty() && best.likeness >= enough).then(|| Alarm {
            group: None,
            protocol: Some(best.protocol),
            level: level(best),
            spans,
        })
    }

    /// What the second opinion makes of a comment. Figures of speech and denials are not read.
    fn second(&self, text: &str, heard: &Heard, compared: &Compared) -> Option<Second> {
        let second = self.second.as_ref()?;
        Some(second.read(if heard.excused.is_empty() {
            compared.tokens.clone()
        } else {
            self.ranker.tokens(&without(text, &heard.excused))
        }))
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
            if share < most * WORTH {
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

/// The places of words that were said to speak for a protocol.
fn spans_of(text: &str, words: &[String]) -> Vec<Span> {
    let place = |w: &String| text.find(w.as_str()).map(|at| Span::new(at, at + w.len()));
    merged(words.iter().filter_map(place).collect())
}

/// Whether more than one word speaks.
fn several(text: &str, spans: &[Span]) -> bool {
    spans.len() > 1 || spans.iter().any(|s| s.of(text).trim().contains(' '))
}

/// The chance that a candidate fits.
fn chance(c: &Candidate) -> f32 {
    if c.hard {
        fits(c.likeness).max(0.95)
    } else {
        fits(c.likeness)
    }
}

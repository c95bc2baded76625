//! Whether somebody must be told before anybody answers.
//!
//! The hard triggers of every protocol and the phrases of the escalation pack are
//! looked for together with figures of speech that hold the same words; a denied or
//! figurative trigger does not count.

mod guard;
pub mod pack;
#[cfg(test)]
mod tests;
pub mod volume;

use std::collections::BTreeMap;

use cuecard_playbook::Protocol;
use cuecard_text::Span;

use self::guard::Denials;
use self::pack::{Group, Item, Pack};
use crate::phrase::{Found, Phrases, Unit};

/// What a phrase of the set is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Decides for a protocol.
    Hard(usize),
    /// Speaks for a protocol.
    Key(usize),
    /// Excuses what it overlaps.
    Idiom,
    /// A phrase of the pack, or one part of it.
    Part,
    /// Silences a group of the pack in its sentence.
    Unless(usize),
}

/// A phrase of the pack: the group, and the numbers of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cue {
    group: usize,
    parts: Vec<usize>,
}

/// The phrases of a playbook and of a pack: hard triggers, key phrases, cues and idioms.
#[derive(Clone, Debug)]
pub struct Signals {
    phrases: Phrases,
    kinds: Vec<Kind>,
    cues: Vec<Cue>,
    /// The cues by their first part.
    by_part: BTreeMap<usize, Vec<usize>>,
    groups: Vec<Group>,
    /// Phrases of the pack that were not understood: line and reason.
    problems: Vec<(usize, String)>,
}

/// What was found in a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Hard triggers that stand, by the number of the protocol, in the order of the text.
    pub hard: Vec<(usize, Span)>,
    /// Phrases of the pack that stand, by the number of the group, in the order of the text.
    pub alarms: Vec<(usize, Vec<Span>)>,
    /// Figures of speech, and triggers that were denied.
    pub excused: Vec<Span>,
    /// Key phrases with their number of words, in the order of the text.
    pub key: Vec<(usize, Span, usize)>,
}

impl Signals {
    /// Gathers the phrases of all protocols and of a pack.
    pub fn new(protocols: &[Protocol], pack: &Pack) -> Self {
        let mut all = Self {
            phrases: Phrases::default(),
            kinds: Vec::new(),
            cues: Vec::new(),
            by_part: BTreeMap::new(),
            groups: pack.groups.clone(),
            problems: pack.problems.clone(),
        };
        for (name, entries) in &pack.lists {
            all.phrases.list(name, entries);
        }
        for (i, p) in protocols.iter().enumerate() {
            for text in &p.hard {
                all.phrases.phrase(text, false);
                all.kinds.push(Kind::Hard(i));
            }
            for text in &p.phrases {
                all.phrases.phrase(text, false);
                all.kinds.push(Kind::Key(i));
            }
        }
        for item in &pack.figures {
            all.pattern(item, &item.text, Kind::Idiom);
        }
        // Many phrases share a part ("{means} + {despair}"): it is looked for once.
        let mut parts: BTreeMap<String, usize> = BTreeMap::new();
        for (g, group) in pack.groups.iter().enumerate() {
            for item in &group.phrases {
                let each: Option<Vec<usize>> = item
                    .text
                    .split(" + ")
                    .map(|part| match parts.get(part) {
                        Some(&known) => Some(known),
                        None => {
                            let number = all.pattern(item, part, Kind::Part)?;
                            parts.insert(part.to_owned(), number);
                            Some(number)
                        }
                    })
                    .collect();
                if let Some(each) = each
                    && let Some(&first) = each.first()
                {
                    let cue = all.cues.len();
                    all.by_part.entry(first).or_default().push(cue);
                    all.cues.push(Cue {
                        group: g,
                        parts: each,
                    });
                }
            }
            for item in &group.unless {
                all.pattern(item, &item.text, Kind::Unless(g));
            }
        }
        all
    }

    fn pattern(&mut self, item: &Item, text: &str, kind: Kind) -> Option<usize> {
        let sure = kind == Kind::Idiom;
        match self.phrases.pattern(text, sure) {
            Ok(number) => {
                self.kinds.push(kind);
                Some(number)
            }
            Err(why) => {
                self.problems.push((item.line, why));
                None
            }
        }
    }

    /// The groups of the pack.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// What of the pack was not understood: line and reason.
    pub fn problems(&self) -> &[(usize, String)] {
        &self.problems
    }

    /// Listens to a comment.
    pub fn hear(&self, text: &str) -> Heard {
        let (found, units) = self.phrases.find(text);
        let kind = |f: &Found| self.kinds.get(f.phrase).copied();
        let of_kind = |wanted: Kind| found.iter().filter(move |f| kind(f) == Some(wanted));
        let idioms: Vec<&Found> = of_kind(Kind::Idiom).collect();
        // An idiom excuses what lies inside it, and a short trigger that overlaps it.
        let figurative = |f: &Found| {
            idioms.iter().any(|i| {
                let inside = i.first <= f.first && f.end <= i.end;
                let short = f.end.saturating_sub(f.first) <= 2;
                let shares = i.first < f.end && f.first < i.end;
                inside || (short && shares)
            })
        };
        let denials = Denials::new(&units);
        let excused = |f: &Found| figurative(f) || denials.denied(f.first, f.end);
        let mut heard = Heard::default();
        let mut parts: Vec<&Found> = Vec::new();
        for f in &found {
            match kind(f) {
                Some(Kind::Hard(_) | Kind::Part) if excused(f) => heard.excused.push(f.span),
                Some(Kind::Hard(p)) => heard.hard.push((p, f.span)),
                Some(Kind::Part) => parts.push(f),
                Some(Kind::Key(p)) if !figurative(f) => {
                    heard.key.push((p, f.span, f.end.saturating_sub(f.first)));
                }
                Some(Kind::Idiom) => heard.excused.push(f.span),
                _ => {}
            }
        }
        for first in &parts {
            for cue in self.by_part.get(&first.phrase).into_iter().flatten() {
                if let Some(cue) = self.cues.get(*cue)
                    && let Some((spans, places)) = together(cue, first, &parts, &units)
                    && !of_kind(Kind::Unless(cue.group)).any(|u| {
                        let mut places = places.iter();
                        places.any(|&p| same_clause(&units, p, u.first))
                    })
                {
                    heard.alarms.push((cue.group, spans));
                }
            }
        }
        heard
    }
}

/// The places of all parts of a cue, with their first units, when each stands by itself in
/// the sentence of the first or next to it.
fn together(
    cue: &Cue,
    first: &Found,
    parts: &[&Found],
    units: &[Unit],
) -> Option<(Vec<Span>, Vec<usize>)> {
    let here = sentence(units, first.first);
    let mut spans = vec![first.span];
    let mut places = vec![first.first];
    for part in cue.parts.iter().skip(1) {
        let near = parts.iter().find(|f| {
            f.phrase == *part
                && sentence(units, f.first).abs_diff(here) <= 1
                && !spans.iter().any(|s| s.overlaps(f.span))
        })?;
        spans.push(near.span);
        places.push(near.first);
    }
    Some((spans, places))
}

/// Words after which a sentence says the contrary: "the nurses were kind, but the aide hit her".
const TURNS: [&str; 4] = ["but", "however", "except", "pero"];

/// Whether two units stand in one sentence with no turn between them.
fn same_clause(units: &[Unit], a: usize, b: usize) -> bool {
    let between = units.get(a.min(b)..=a.max(b)).unwrap_or(&[]);
    sentence(units, a) == sentence(units, b)
        && !between.iter().any(|u| TURNS.contains(&u.word.as_str()))
}

fn sentence(units: &[Unit], unit: usize) -> usize {
    units.get(unit).map_or(0, |u| u.sentence)
}

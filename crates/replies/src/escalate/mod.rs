//! Whether somebody must be told before anybody answers.
//!
//! The hard triggers of every protocol are looked for together with figures of
//! speech that hold the same words; a denied or figurative trigger does not count.

mod guard;
mod idioms;
#[cfg(test)]
mod tests;

use cuecard_playbook::Protocol;
use cuecard_text::Span;

use self::guard::denied;
use self::idioms::IDIOMS;
use crate::phrase::{Found, Phrases};

/// What a phrase of the set is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Hard(usize),
    Key(usize),
    Idiom,
}

/// The phrases of a playbook: hard triggers, key phrases, and the idioms.
#[derive(Clone, Debug)]
pub struct Signals {
    phrases: Phrases,
    kinds: Vec<Kind>,
}

/// What was found in a comment, by the number of the protocol.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Hard triggers that stand, in the order of the text.
    pub hard: Vec<(usize, Span)>,
    /// Figures of speech, and triggers that were denied.
    pub excused: Vec<Span>,
    /// Key phrases with their number of words, in the order of the text.
    pub key: Vec<(usize, Span, usize)>,
}

impl Signals {
    /// Gathers the phrases of all protocols.
    pub fn new(protocols: &[Protocol]) -> Self {
        let mut texts: Vec<&str> = Vec::new();
        let mut kinds = Vec::new();
        for (i, p) in protocols.iter().enumerate() {
            for text in &p.hard {
                texts.push(text);
                kinds.push(Kind::Hard(i));
            }
            for text in &p.phrases {
                texts.push(text);
                kinds.push(Kind::Key(i));
            }
        }
        let exact = texts.len();
        texts.extend(IDIOMS);
        kinds.resize(texts.len(), Kind::Idiom);
        Self {
            phrases: Phrases::new(&texts, exact),
            kinds,
        }
    }

    /// Listens to a comment.
    pub fn hear(&self, text: &str) -> Heard {
        let (found, units) = self.phrases.find(text);
        let kind = |f: &Found| self.kinds.get(f.phrase).copied();
        let idioms: Vec<&Found> = found
            .iter()
            .filter(|f| kind(f) == Some(Kind::Idiom))
            .collect();
        // An idiom excuses what lies inside it, and a short trigger that overlaps it.
        let excused = |f: &Found| {
            idioms.iter().any(|i| {
                let inside = i.first <= f.first && f.end <= i.end;
                let short = f.end.saturating_sub(f.first) <= 2;
                let shares = i.first < f.end && f.first < i.end;
                inside || (short && shares)
            })
        };
        let mut heard = Heard::default();
        for f in &found {
            match kind(f) {
                Some(Kind::Hard(_)) if excused(f) || denied(&units, f.first, f.end) => {
                    heard.excused.push(f.span);
                }
                Some(Kind::Hard(p)) => heard.hard.push((p, f.span)),
                Some(Kind::Key(p)) if !excused(f) => {
                    heard.key.push((p, f.span, f.end.saturating_sub(f.first)));
                }
                Some(Kind::Idiom) => heard.excused.push(f.span),
                _ => {}
            }
        }
        heard
    }
}

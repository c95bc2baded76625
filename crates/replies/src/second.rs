//! What the second opinion ([`crate::classify`]) does to an answer: it raises an alarm where no phrase was heard, or a
//! doubt, and it weighs how like a comment is to a grave protocol.

use cuecard_playbook::Protocol;

use crate::alarm::{Alarm, Duties, GRAVE};
use crate::classify::{CLASSES, Model, Opinion, opinion, reasons};
use crate::escalate::pack::Group;
use crate::places::merged;
use crate::rank::Token;

/// The chance of a crisis, and of anything grave, from which the second opinion alone escalates; and from which
/// it asks a person to look again. The first are chosen so that at most one in a hundred comments of patients
/// (suites/nhs-fft) is escalated, the others on `suite/practice.tsv` and `suite/practice-2.tsv`.
const SURE: (f32, f32) = (0.75, 0.85);
const DOUBT: (f32, f32) = (0.35, 0.5);

/// What is left of a grave protocol's likeness when its class has no chance: "self-harm" is no answer to a question about a bill.
const LEFT: f32 = 0.6;
/// From this chance on all of the likeness is left.
const WHOLE: f32 = 0.2;
/// What the chance adds to the likeness, for what there is of it beyond the second number.
const ADDS: (f32, f32) = (0.25, 0.2);

/// The model, and what it knows of a playbook's protocols.
#[derive(Clone, Debug)]
pub struct SecondOpinion {
    model: Model,
    /// Of each protocol: the number of its class in [`CLASSES`].
    classes: Vec<Option<usize>>,
}

/// A comment that was read.
pub struct Second {
    opinion: Opinion,
    tokens: Vec<Token>,
}

impl SecondOpinion {
    /// For so many protocols; none where the model's file does not read.
    pub fn new(groups: &[Group], duties: &Duties, protocols: usize) -> Option<Self> {
        let number = |protocol: usize| {
            let group = groups.get(duties.group(protocol)?)?;
            CLASSES.iter().position(|class| *class == group.class)
        };
        Some(Self {
            model: Model::standard()?,
            classes: (0..protocols).map(number).collect(),
        })
    }

    /// Reads a comment. Figures of speech and denials should be out of it.
    pub fn read(&self, tokens: Vec<Token>) -> Second {
        Second {
            opinion: opinion(&self.model, &tokens),
            tokens,
        }
    }

    /// The likeness of a comment to a protocol, weighed by the chance of the protocol's class.
    pub fn weighed(&self, second: &Second, protocol: usize, likeness: f32) -> f32 {
        let class = self.classes.get(protocol).copied().flatten();
        match class.and_then(|class| second.opinion.chances.get(class)) {
            Some(chance) => {
                let left = LEFT + (1.0 - LEFT) * (chance / WHOLE).min(1.0);
                likeness * left + ADDS.0 * (chance - ADDS.1).max(0.0)
            }
            None => likeness,
        }
    }

    /// The alarm for a comment in which no phrase was heard, and whether it is enough by itself. At most `most` words say why,
    /// each worth at least the share `worth` of the first.
    pub fn alarm(
        &self,
        Second { opinion, tokens }: &Second,
        groups: &[Group],
        duties: &Duties,
        protocols: &[Protocol],
        likeness: &dyn Fn(usize) -> f32,
        (most, worth): (usize, f32),
    ) -> Option<(Alarm, bool)> {
        let reaches =
            |(crisis, grave): (f32, f32)| opinion.crisis() >= crisis || opinion.grave() >= grave;
        let class = opinion.class();
        let named = CLASSES.get(class)?;
        let group = groups.iter().position(|g| g.class == *named)?;
        let (protocol, level) = duties.best(group, groups, protocols, likeness)?;
        if level < GRAVE || !reaches(DOUBT) {
            return None;
        }
        let words = reasons(&self.model, tokens, class);
        let first = words.first().map_or(0.0, |w| w.1);
        let words = words.into_iter().take(most);
        let words = words.take_while(|w| w.1 >= first * worth);
        let alarm = Alarm {
            group: Some(group),
            protocol,
            level,
            spans: merged(words.map(|(span, _)| span).collect()),
        };
        Some((alarm, reaches(SURE)))
    }
}

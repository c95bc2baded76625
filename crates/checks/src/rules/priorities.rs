//! Which content types of the playbook a draft serves; `priorities/none` when it serves none.

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

use super::inflect;
use crate::literals::{Collector, Owner, Reach};
use crate::prepared::Prepared;
use crate::report::{Finding, PriorityScore};
use cuecard_text::{Span, sorted};

/// Fewest words of a post that is told that it serves no content type: a greeting need not.
const FEWEST: usize = 8;

/// How many content types are named to a post that serves none.
const NAMED: usize = 6;

/// The content types of a playbook.
#[derive(Clone, Debug)]
pub struct Priorities {
    names: Vec<String>,
    /// What a post is told that serves none; none where no type says what its words are.
    none: Option<String>,
}

/// Adds the signals, with their regular forms, to the automaton.
pub fn collect(playbook: &Playbook, into: &mut Collector) {
    for (p, priority) in playbook.priorities.iter().enumerate() {
        for signal in &priority.signals {
            for form in inflect::forms(signal) {
                into.add(Owner::Signal(p), &form, Reach::Hashtags);
            }
        }
    }
}

/// What is said to a post that serves none of the types that have signals.
fn none_message(playbook: &Playbook) -> Option<String> {
    let names: Vec<&str> = playbook
        .priorities
        .iter()
        .filter(|p| !p.signals.is_empty())
        .map(|p| p.name.as_str())
        .collect();
    let shown = names
        .get(..NAMED.min(names.len()))
        .unwrap_or(&[])
        .join(", ");
    let more = if names.len() > NAMED {
        " and others"
    } else {
        ""
    };
    (!names.is_empty()).then(|| {
        format!(
            "No word here says which of the agreed content types this post serves ({shown}{more}). That may be right; if it serves one, let readers see it."
        )
    })
}

impl Priorities {
    /// Reads the content types.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        Self {
            names: playbook.priorities.iter().map(|p| p.name.clone()).collect(),
            none: none_message(playbook),
        }
    }

    /// Tells a post, gently, that it serves none of the types. Answers serve whoever asked.
    pub fn check(&self, draft: &Prepared<'_>, served: &[PriorityScore], out: &mut Vec<Finding>) {
        let Some(message) = &self.none else { return };
        let post = draft.draft.kind == ComposerKind::Post;
        if post && served.is_empty() && draft.words.len() >= FEWEST {
            out.push(Finding::new(
                Span::default(),
                Level::Suggestion,
                "priorities/none",
                message.clone(),
            ));
        }
    }

    /// The types that the draft serves, best first. Each signal halves what is
    /// missing to certainty: one gives 0.5, two 0.75, three 0.875.
    #[must_use]
    pub fn scores(&self, draft: &Prepared<'_>) -> Vec<PriorityScore> {
        let mut because: Vec<Vec<String>> = vec![Vec::new(); self.names.len()];
        for hit in &draft.hits {
            let Owner::Signal(p) = hit.owner else {
                continue;
            };
            let word = hit.source.of(draft.text);
            if let Some(list) = because.get_mut(p)
                && !list
                    .iter()
                    .any(|known| known.to_lowercase() == word.to_lowercase())
            {
                list.push(word.to_owned());
            }
        }
        let scores: Vec<PriorityScore> = self
            .names
            .iter()
            .zip(because)
            .filter(|(_, because)| !because.is_empty())
            .map(|(name, because)| PriorityScore {
                name: name.clone(),
                score: 1.0 - 0.5_f32.powi(i32::try_from(because.len()).unwrap_or(i32::MAX)),
                because,
            })
            .collect();
        // A stable sort: equal scores stay in the playbook's order.
        sorted(scores, |a, b| b.score.total_cmp(&a.score))
    }
}

//! Which content types of the playbook a draft serves.

use cuecard_playbook::Playbook;

use super::inflect;
use crate::literals::{Collector, Owner, Reach};
use crate::prepared::Prepared;
use crate::report::PriorityScore;
use cuecard_text::sorted;

/// The content types of a playbook.
#[derive(Clone, Debug)]
pub struct Priorities {
    names: Vec<String>,
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

impl Priorities {
    /// Reads the content types.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        Self {
            names: playbook.priorities.iter().map(|p| p.name.clone()).collect(),
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

//! `claims/…`: claims that are never made, or only after approval.

use cuecard_playbook::{Claim, Level, Playbook};

use super::{Check, inflect, quoted, rule_id, sentence};
use crate::literals::{Collector, Hit, Owner, Reach, longest};
use crate::prepared::Prepared;
use crate::report::Finding;

/// All claims of a playbook.
#[derive(Clone, Debug)]
pub struct Claims {
    claims: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: String,
    level: Level,
    message: String,
}

/// Adds the claims, with their regular forms, to the automaton.
pub fn collect(playbook: &Playbook, into: &mut Collector) {
    for (c, claim) in playbook.claims.iter().enumerate() {
        // What may never be said may not be said in a hashtag either.
        let reach = if claim.approvable {
            Reach::Prose
        } else {
            Reach::Hashtags
        };
        for form in inflect::forms(&claim.term) {
            into.add(Owner::Claim(c), &form, reach);
        }
    }
    for approved in &playbook.approved_claims {
        into.add(Owner::Approved, &approved.text.to_lowercase(), Reach::Prose);
    }
}

impl Claims {
    /// Reads the claims.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let ask = whom_to_ask(playbook);
        Self {
            claims: playbook
                .claims
                .iter()
                .map(|claim| Entry::new(claim, &ask))
                .collect(),
        }
    }
}

impl Check for Claims {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        let ours =
            |hit: &Hit| matches!(hit.owner, Owner::Claim(_)) && !draft.is_approved(hit.source);
        for hit in longest(draft.hits.iter().copied().filter(ours).collect()) {
            let Owner::Claim(c) = hit.owner else { continue };
            if let Some(entry) = self.claims.get(c) {
                out.push(Finding::new(
                    hit.source,
                    entry.level,
                    entry.id.clone(),
                    entry.message.clone(),
                ));
            }
        }
    }
}

impl Entry {
    fn new(claim: &Claim, ask: &str) -> Self {
        let term = quoted(claim.term.trim());
        let why = claim.why.as_deref().map(sentence).unwrap_or_default();
        let (level, message) = if claim.approvable {
            (
                Level::Warning,
                format!("{term} is a claim that needs approval before it goes out. {why} {ask}"),
            )
        } else {
            (
                Level::Error,
                format!(
                    "{term} is a claim the playbook never makes. {why} Take it out, or say what can be shown."
                ),
            )
        };
        Self {
            id: rule_id("claims", &claim.term),
            level,
            message: message.replace("  ", " "),
        }
    }
}

/// The sentence that says who approves and how to reach them.
pub(crate) fn whom_to_ask(playbook: &Playbook) -> String {
    let approver = playbook
        .roles
        .iter()
        .find(|role| role.name.to_lowercase().contains("approv"));
    let Some(role) = approver else {
        return "Ask whoever approves posts, and keep the answer.".to_owned();
    };
    let who = if role.who.trim().is_empty() {
        &role.name
    } else {
        &role.who
    };
    match role.reach.as_slice() {
        [] => format!("Ask {}.", who.trim()),
        reach => format!("Ask {} ({}).", who.trim(), reach.join(", ")),
    }
}

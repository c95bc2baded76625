//! `priorities/hold`: something is not posted today.

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Hold, Level, Playbook};
use cuecard_text::{Span, stem, words};

use super::sentence;
use crate::prepared::Prepared;
use crate::report::{Finding, PriorityScore};

/// Words in a hold or in a content type's name that mean promotion (stems).
const PROMOTION: [&str; 12] = [
    "promot", "promo", "offer", "sale", "market", "advert", "advertis", "campaign", "servic",
    "discount", "sell", "ad",
];

/// The holds of a playbook.
#[derive(Clone, Debug)]
pub struct Holds {
    holds: Vec<Entry>,
    promotional: Vec<String>,
}

#[derive(Clone, Debug)]
struct Entry {
    hold: Hold,
    covers: Covers,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Covers {
    /// Everything that is posted; with `true`, nothing may be posted.
    All(bool),
    /// Promotion.
    Promotion,
    /// The content types that it names.
    Types(Vec<String>),
}

impl Holds {
    /// Reads the holds.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let names: Vec<&str> = playbook
            .priorities
            .iter()
            .map(|p| p.name.as_str())
            .collect();
        Self {
            holds: playbook
                .holds
                .iter()
                .map(|hold| Entry {
                    hold: hold.clone(),
                    covers: covers(&hold.what, &names),
                })
                .collect(),
            promotional: names
                .iter()
                .filter(|n| promotes(n))
                .map(|n| (*n).to_owned())
                .collect(),
        }
    }

    /// Says when a hold of today covers the draft, whose content types are `served`.
    pub fn check(&self, draft: &Prepared<'_>, served: &[PriorityScore], out: &mut Vec<Finding>) {
        let Some(today) = draft.draft.today else {
            return;
        };
        // A hold stops posts; whoever asks something still gets an answer.
        if draft.draft.kind != ComposerKind::Post {
            return;
        }
        let serves = |names: &[String]| served.iter().find(|s| names.contains(&s.name));
        for entry in self.holds.iter().filter(|e| e.hold.days.contains(today)) {
            let (level, because) = match &entry.covers {
                Covers::All(stop) => (if *stop { Level::Error } else { Level::Warning }, None),
                Covers::Promotion => match serves(&self.promotional) {
                    Some(score) => (Level::Warning, Some(score)),
                    None => continue,
                },
                Covers::Types(names) => match serves(names) {
                    Some(score) => (Level::Warning, Some(score)),
                    None => continue,
                },
            };
            out.push(finding(&entry.hold, level, because));
        }
    }
}

fn finding(hold: &Hold, level: Level, because: Option<&PriorityScore>) -> Finding {
    let mut message = sentence(&format!(
        "On hold until {}: {}",
        hold.days.to,
        hold.what.trim()
    ));
    if let Some(why) = hold.why.as_deref().map(str::trim).filter(|w| !w.is_empty()) {
        message.push_str(&format!(" The reason is: {}", why.trim_end_matches('.')));
        message.push('.');
    }
    if let Some(score) = because {
        let words = super::any_of(&score.because);
        message.push_str(&format!(
            " This draft counts as {} because of {words}.",
            score.name
        ));
    }
    message.push_str(" Keep it for later, or ask whoever set the hold.");
    Finding::new(Span::default(), level, "priorities/hold", message)
}

fn promotes(text: &str) -> bool {
    words(text).iter().any(|w| {
        let stem = stem(w.text);
        PROMOTION.contains(&stem.as_str()) && !(stem == "servic" && words(text).len() > 1)
    })
}

fn covers(what: &str, names: &[&str]) -> Covers {
    let lower = what.to_lowercase();
    let stems: Vec<String> = words(&lower).iter().map(|w| stem(w.text)).collect();
    let has = |word: &str| stems.iter().any(|s| *s == stem(word));
    let named: Vec<String> = names
        .iter()
        .filter(|name| {
            let parts = words(name);
            !parts.is_empty() && parts.iter().all(|w| has(w.text))
        })
        .map(|name| (*name).to_owned())
        .collect();
    let promotion = promotes(&lower);
    let everything = has("everything")
        || ((has("all") || has("no")) && (has("post") || has("content") || has("posting")));
    if everything && !promotion {
        return Covers::All(has("stop") || has("no"));
    }
    if !named.is_empty() && !promotion {
        return Covers::Types(named);
    }
    if promotion {
        Covers::Promotion
    } else {
        Covers::Types(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_hold_covers() {
        let names = ["Recruitment", "Promotion", "Community health"];
        let types = |list: &[&str]| Covers::Types(list.iter().map(|s| (*s).to_owned()).collect());
        for (what, want) in [
            ("stop all promotion", Covers::Promotion),
            ("no promotional posts", Covers::Promotion),
            ("stop all posts", Covers::All(true)),
            ("pause all posts", Covers::All(false)),
            ("everything", Covers::All(false)),
            ("no recruitment", types(&["Recruitment"])),
            ("no fireworks pictures", types(&[])),
        ] {
            assert_eq!(covers(what, &names), want, "{what}");
        }
    }
}

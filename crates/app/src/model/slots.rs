//! The slots of an approved text: what the playbook knows is filled in, the rest is asked for.
//!
//! Only what the playbook publishes is filled in by itself, and only where there is one answer:
//! a wrong number under a comment is worse than a question. Nothing is taken from the page: the
//! commenter's first name under a hospital's reply says who was there. What the person writes
//! stands in the form and in the draft, and nowhere else.

use cuecard_playbook::{Privacy, Role};
use cuecard_replies::{Answer, fill};

use super::{Card, Effect, Engine, Face, Target};

/// An approved text on its way into the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The text.
    pub text: String,
    /// Id of its protocol or message.
    pub protocol: String,
    /// Id of the variant; none for what a search found.
    pub variant: Option<String>,
}

/// What is done with an approved text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It goes into the draft.
    Put,
    /// It is copied.
    Copy,
    /// It is copied for whoever approves it; the name of the text.
    Approval(String),
}

/// The form that asks for what a text leaves open.
#[derive(Clone, Debug)]
pub struct Form {
    composer: u32,
    chosen: Chosen,
    /// What is done with the text once it is filled in.
    pub purpose: Purpose,
    /// The slots, in the order of the text.
    pub slots: Vec<Slot>,
}

/// One slot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// Its name, as the playbook writes it.
    pub name: String,
    /// What the person has written so far.
    pub value: String,
    /// What the playbook has for it, where that is more than one thing.
    pub choices: Vec<String>,
}

impl Slot {
    /// Its name for people: `time_of_day` is "time of day".
    #[must_use]
    pub fn label(&self) -> String {
        words(&self.name).join(" ")
    }
}

impl Form {
    /// The composer that the text is for.
    pub(super) fn composer(&self) -> u32 {
        self.composer
    }

    /// The text with what is written so far; what is empty stays a slot.
    #[must_use]
    pub fn text(&self) -> String {
        let written = |name: &str| {
            let slot = self.slots.iter().find(|s| s.name == name)?;
            let value = slot.value.trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        fill(&self.chosen.text, &written).0
    }
}

/// The words of a slot's name.
fn words(name: &str) -> Vec<&str> {
    let parts = name.split(|c: char| c.is_whitespace() || c == '_' || c == '-');
    parts.filter(|w| !w.is_empty()).collect()
}

/// What the playbook has for a slot.
fn values(name: &str, brand: &str, roles: &[Role], privacy: &Privacy) -> Vec<String> {
    let name = name.to_lowercase();
    let name = words(&name);
    let asks = |any: &[&str]| name.iter().any(|w| any.contains(w));
    if matches!(name.as_slice(), ["brand"] | ["brand", "name"]) {
        return vec![brand.to_owned()];
    }
    let number = asks(&["phone", "telephone", "tel"]) || name == ["number"];
    if number {
        // `patient_relations_phone`: the role's own, as long as it is one that may be published.
        let of_role = |role: &&Role| {
            let role = role.name.to_lowercase();
            let role = words(&role);
            !role.is_empty() && name.windows(role.len()).any(|part| part == role)
        };
        let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
        let public = |reach: &&String| {
            let mut numbers = privacy.numbers.iter();
            numbers.any(|n| digits(n) == digits(reach))
        };
        let role = roles.iter().find(of_role);
        return match role.and_then(|r| r.reach.iter().find(public)) {
            Some(own) => vec![own.clone()],
            None => privacy.numbers.clone(),
        };
    }
    if asks(&["site", "website", "url", "link", "domain"]) {
        return privacy.domains.clone();
    }
    Vec::new()
}

/// Fills in what the playbook knows for certain.
fn known(engine: &dyn Engine, text: &mut String) {
    if !text.contains("{{") {
        return;
    }
    let one = |name: &str| {
        let mut all = values(name, engine.brand(), engine.roles(), engine.privacy());
        all.pop().filter(|_| all.is_empty())
    };
    *text = fill(text, &one).0;
}

/// Fills in what the playbook knows, in every text of an answer.
pub(super) fn fill_known(engine: &dyn Engine, answer: &mut Answer) {
    let grave = answer.escalation.as_mut().or(answer.doubt.as_mut());
    let holding = grave.and_then(|e| e.holding.as_mut());
    let all = answer.replies.iter_mut().chain(&mut answer.nearest);
    let texts = all.filter_map(|r| r.text.as_mut());
    for text in texts.chain(holding) {
        known(engine, text);
    }
}

impl Card {
    /// The form, where it is asked.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        let form = self.form.as_ref()?;
        (Some(form.composer) == self.current && self.is_open()).then_some(form)
    }

    /// Fills in what the playbook knows, in what was found.
    pub(super) fn fill_hits(&mut self) {
        for hit in &mut self.hits {
            if let Some(text) = &mut hit.text {
                known(self.engine.as_ref(), text);
            }
        }
    }

    /// Does with a text what the person wants, or asks first for what it leaves open.
    pub(super) fn choose(&mut self, chosen: Chosen, purpose: Purpose, out: &mut Vec<Effect>) {
        let Some(composer) = self.current else { return };
        let (_, open) = fill(&chosen.text, &|_| None);
        if open.is_empty() {
            return self.carry_out(chosen, &purpose, out);
        }
        let engine = &self.engine;
        let slots = open.into_iter().map(|name| Slot {
            choices: values(&name, engine.brand(), engine.roles(), engine.privacy()),
            value: String::new(),
            name,
        });
        self.form = Some(Form {
            composer,
            slots: slots.collect(),
            chosen,
            purpose,
        });
        out.push(Effect::Focus(Target::Slot(0)));
    }

    fn carry_out(&mut self, chosen: Chosen, purpose: &Purpose, out: &mut Vec<Effect>) {
        match purpose {
            Purpose::Put => self.put(chosen, out),
            Purpose::Copy => self.copy(chosen.text, out),
            Purpose::Approval(name) => self.copy_for_approval(name, &chosen.text, None, out),
        }
    }

    /// What the person writes into a slot.
    pub(super) fn slot(&mut self, n: usize, value: String) {
        let slots = self.form.as_mut().map(|f| &mut f.slots);
        if let Some(slot) = slots.and_then(|s| s.get_mut(n)) {
            slot.value = value;
        }
    }

    /// Done with a slot: on to the next; after the last, the text goes in.
    pub(super) fn slot_done(&mut self, n: usize, out: &mut Vec<Effect>) {
        let slots = self.form.as_ref().map_or(0, |f| f.slots.len());
        if n + 1 < slots {
            out.push(Effect::Focus(Target::Slot(n + 1)));
        } else {
            self.filled_in(out);
        }
    }

    /// Goes on with what was written. What was left empty stays a slot, and an error of the check.
    pub(super) fn filled_in(&mut self, out: &mut Vec<Effect>) {
        // The form stays while an edit is under way: what was written is not lost.
        if self.form().is_none() || self.editing() {
            return;
        }
        if let Some(form) = self.form.take() {
            let text = form.text();
            let chosen = Chosen {
                text,
                ..form.chosen
            };
            self.carry_out(chosen, &form.purpose, out);
        }
    }

    /// Leaves the form.
    pub(super) fn leave_form(&mut self, out: &mut Vec<Effect>) {
        self.form = None;
        out.push(Effect::Focus(match self.face() {
            Face::Replies | Face::Search => Target::Item(self.cursor),
            _ => Target::First,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_published_is_known() {
        let role = |name: &str, reach: &[&str]| Role {
            name: name.into(),
            who: String::new(),
            reach: reach.iter().map(|r| (*r).to_owned()).collect(),
            hours: String::new(),
            line: 1,
        };
        let roles = [
            role("Patient Relations", &["desk@x.example", "555-0104"]),
            role("On call", &["555-9999"]),
        ];
        let privacy = Privacy {
            numbers: vec!["555-0100".into(), "(555) 0104".into()],
            domains: vec!["x.example".into()],
            ..Privacy::default()
        };
        let all = ["555-0100", "(555) 0104"];
        for (name, want) in [
            ("phone", &all[..]),
            ("Phone_number", &all),
            ("patient_relations_phone", &["555-0104"]),
            // A pager of the staff is not for the public.
            ("on-call phone", &all),
            ("url", &["x.example"]),
            ("brand", &["Riverside"]),
            ("hotel", &[]),
            ("order number", &[]),
            ("first_name", &[]),
            ("author", &[]),
            ("", &[]),
        ] {
            assert_eq!(values(name, "Riverside", &roles, &privacy), want, "{name}");
        }
    }
}

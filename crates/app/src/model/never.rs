//! Rules that the person does not want to hear of again, on any site: kept by their id, never with a word of a draft.
//!
//! For what must not go out the person says why, and the reason is kept beside the rule: somebody will ask.

use cuecard_checks::Level;

use cuecard_journal::What;

use super::{Card, Effect, Note, Target};

/// Why a rule of an error is not wanted, while the person writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: String,
    /// What is written so far.
    pub text: String,
}

impl Card {
    /// Takes over what is remembered.
    pub(super) fn nevers(&mut self, rules: Vec<String>, out: &mut Vec<Effect>) {
        if self.never == rules {
            return;
        }
        self.never = rules;
        for i in 0..self.sessions.len() {
            self.recheck(i);
            self.weigh(i);
        }
        self.weigh_hits();
        self.bound_cursor();
        self.mark(out);
    }

    /// Never again: the rule of an item. Of an error only with a reason, which is asked for.
    pub(super) fn never_again(&mut self, item: usize, out: &mut Vec<Effect>) {
        let rows = self.session().map(|s| s.rows()).unwrap_or_default();
        let Some((rule, level)) = rows
            .get(item)
            .map(|r| (r.finding.rule.clone(), r.finding.level))
        else {
            return;
        };
        if level == Level::Error {
            self.reason = Some(Reason {
                rule,
                text: String::new(),
            });
            out.push(Effect::Focus(Target::Reason));
        } else {
            self.hush_for_good(rule, String::new(), out);
        }
    }

    /// The person has written why, or has not: without a reason nothing happens.
    pub(super) fn never_because(&mut self, out: &mut Vec<Effect>) {
        match self.reason.take() {
            Some(Reason { rule, text }) if !text.trim().is_empty() => {
                self.hush_for_good(rule, text.trim().to_owned(), out);
            }
            reason => {
                self.reason = reason;
                out.push(Effect::Focus(Target::Reason));
            }
        }
    }

    fn hush_for_good(&mut self, rule: String, why: String, out: &mut Vec<Effect>) {
        self.hush(rule.clone(), Some(why), out);
        self.hushed = Some(rule.clone());
        let lasting = true;
        self.note_down(What::Ignored { rule, lasting }, out);
        self.note = Some(Note {
            text: (self.say)("card_note_never", &[]),
            trouble: false,
        });
    }

    /// Hears of a rule no more (with the reason, if there is one), or again.
    pub(super) fn hush(&mut self, rule: String, why: Option<String>, out: &mut Vec<Effect>) {
        let mut rules = self.never.clone();
        rules.retain(|r| *r != rule);
        if why.is_some() {
            rules.push(rule.clone());
        }
        self.nevers(rules, out);
        out.push(Effect::Never(rule, why));
    }
}

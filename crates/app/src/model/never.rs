//! Rules that the person does not want to hear of again, on any site: kept by their id, never with a word of a draft.
//!
//! What must not go out is not among them: an error stays an error.

use cuecard_checks::Level;

use super::{Card, Effect, Note, Row};

impl Row<'_> {
    /// Whether the person may switch the rule off.
    #[must_use]
    pub fn may_never(&self) -> bool {
        self.finding.level != Level::Error
    }
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
        }
        self.bound_cursor();
        self.mark(out);
    }

    /// Never again: the rule of an item.
    pub(super) fn never_again(&mut self, item: usize, out: &mut Vec<Effect>) {
        let rows = self.session().map(|s| s.rows()).unwrap_or_default();
        let Some(rule) = rows
            .get(item)
            .filter(|r| r.may_never())
            .map(|r| r.finding.rule.clone())
        else {
            return;
        };
        self.hush(rule.clone(), true, out);
        self.hushed = Some(rule);
        self.note = Some(Note {
            text: (self.say)("card_note_never", &[]),
            trouble: false,
        });
    }

    /// Hears of a rule no more, or again.
    pub(super) fn hush(&mut self, rule: String, on: bool, out: &mut Vec<Effect>) {
        let mut rules = self.never.clone();
        rules.retain(|r| *r != rule);
        if on {
            rules.push(rule.clone());
        }
        self.nevers(rules, out);
        out.push(Effect::Never(rule, on));
    }
}

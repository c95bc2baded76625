//! All checks of a playbook, ready to run.

use cuecard_playbook::Playbook;

use crate::guard::Guard;
use crate::identifiers::Identifiers;
use crate::literals::{Collector, Literals};
use crate::messages::{Messages, Outcome};
use crate::prepared::Prepared;
use crate::report::{Draft, Finding, Report};
use crate::rules::claims::{self, Claims};
use crate::rules::disclosure::Disclosure;
use crate::rules::holds::Holds;
use crate::rules::names::Names;
use crate::rules::patterns::{self, Patterns};
use crate::rules::priorities::{self, Priorities};
use crate::rules::required::{self, RequiredTexts};
use crate::rules::slots::Slots;
use crate::rules::words::{self, Words};
use crate::rules::{Check, length};
use cuecard_text::sorted;

/// Checks drafts against one playbook. Made once, then immutable.
#[derive(Clone, Debug)]
pub struct Checker {
    literals: Literals,
    words: Words,
    claims: Claims,
    names: Names,
    patterns: Patterns,
    slots: Slots,
    required: RequiredTexts,
    disclosure: Disclosure,
    guard: Guard,
    identifiers: Identifiers,
    messages: Messages,
    priorities: Priorities,
    holds: Holds,
}

impl Checker {
    /// Reads a playbook. Nothing in it can make this fail: what cannot be used is
    /// left out and reported by [`crate::self_check()`].
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let mut terms = Collector::default();
        words::collect(playbook, &mut terms);
        claims::collect(playbook, &mut terms);
        priorities::collect(playbook, &mut terms);
        patterns::collect(playbook, &mut terms);
        required::collect(playbook, &mut terms);
        let literals = terms.build();
        Self {
            words: Words::new(playbook, &literals),
            claims: Claims::new(playbook),
            names: Names::new(playbook),
            patterns: Patterns::new(playbook),
            slots: Slots::new(playbook),
            required: RequiredTexts::new(playbook),
            disclosure: Disclosure::new(playbook),
            guard: Guard::new(playbook),
            identifiers: Identifiers::new(playbook),
            messages: Messages::new(playbook),
            priorities: Priorities::new(playbook),
            holds: Holds::new(playbook),
            literals,
        }
    }

    /// Everything that there is to say about a draft.
    #[must_use]
    pub fn check(&self, draft: &Draft<'_>) -> Report {
        let (report, _) = self.run(draft);
        report
    }

    /// As [`Checker::check`], without the exemption that an approved text has: what the
    /// playbook's own texts are held against.
    pub(crate) fn check_as_new(&self, draft: &Draft<'_>) -> Report {
        let (mut report, exempted) = self.run(draft);
        report.findings.extend(exempted);
        report.findings = in_order(report.findings);
        report
    }

    /// The report, and the findings from which an approved text is exempt.
    fn run(&self, draft: &Draft<'_>) -> (Report, Vec<Finding>) {
        let prepared = Prepared::new(draft, &self.literals);
        let mut findings = Vec::new();
        for check in self.checks() {
            check.check(&prepared, &mut findings);
        }
        let count = length::check(&prepared, &mut findings);
        let priorities = self.priorities.scores(&prepared);
        self.holds.check(&prepared, &priorities, &mut findings);
        let outcome: Outcome = self.messages.check(&prepared, &mut findings);
        let (exempted, kept): (Vec<Finding>, Vec<Finding>) =
            findings.into_iter().partition(|f| outcome.exempts(f));
        let report = Report {
            findings: in_order(kept),
            count,
            priorities,
            message: outcome.matched,
        };
        (report, exempted)
    }

    fn checks(&self) -> [&dyn Check; 9] {
        [
            &self.words,
            &self.claims,
            &self.names,
            &self.patterns,
            &self.slots,
            &self.required,
            &self.disclosure,
            &self.guard,
            &self.identifiers,
        ]
    }
}

/// In the order of the text; at one place the graver first.
fn in_order(findings: Vec<Finding>) -> Vec<Finding> {
    sorted(findings, |a, b| {
        (a.span.start, b.level, a.span.end, &a.rule).cmp(&(
            b.span.start,
            a.level,
            b.span.end,
            &b.rule,
        ))
    })
}

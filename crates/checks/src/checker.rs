//! All checks of a playbook, ready to run.

use cuecard_playbook::Playbook;

use crate::access::Access;
use crate::guard::Guard;
use crate::identifiers::Identifiers;
use crate::literals::{Collector, Literals};
use crate::messages::{Messages, Outcome};
use crate::packs::is_on;
use crate::packs::read::Pack;
use crate::packs::words::PackWords;
use crate::prepared::Prepared;
use crate::report::{Draft, Finding, Report};
use crate::rules::claims::{self, Claims};
use crate::rules::disclosure::Disclosure;
use crate::rules::grade::Grade;
use crate::rules::holds::Holds;
use crate::rules::names::Names;
use crate::rules::patterns::{self, Patterns};
use crate::rules::priorities::{self, Priorities};
use crate::rules::required::{self, RequiredTexts};
use crate::rules::slots::Slots;
use crate::rules::words::{self, Words};
use crate::rules::{Check, length};
use cuecard_text::chars::{is_ignorable, is_mark};
use cuecard_text::{Span, sorted};

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
    disclosure: Option<Disclosure>,
    /// None where the playbook has it off.
    guard: Option<Guard>,
    identifiers: Identifiers,
    packs: PackWords,
    access: Access,
    grade: Option<Grade>,
    messages: Messages,
    priorities: Priorities,
    holds: Holds,
}

impl Checker {
    /// Reads a playbook. Nothing in it can make this fail: what cannot be used is
    /// left out and reported by [`crate::self_check()`].
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        Self::with_packs(playbook, &[])
    }

    /// As [`Checker::new`], with packs of words that did not come with the program.
    #[must_use]
    pub fn with_packs(playbook: &Playbook, others: &[Pack]) -> Self {
        let mut packs = PackWords::new(playbook, others);
        let mut terms = Collector::default();
        words::collect(playbook, &mut terms);
        claims::collect(playbook, &mut terms);
        priorities::collect(playbook, &mut terms);
        patterns::collect(playbook, &mut terms);
        required::collect(playbook, &mut terms);
        packs.collect(&mut terms);
        let literals = terms.build();
        packs.yield_to(playbook, &literals);
        Self {
            words: Words::new(playbook, &literals),
            claims: Claims::new(playbook),
            names: Names::new(playbook),
            patterns: Patterns::new(playbook),
            slots: Slots::new(playbook),
            required: RequiredTexts::new(playbook),
            disclosure: is_on(playbook, "ftc").then(|| Disclosure::new(playbook)),
            guard: is_on(playbook, "reply-guard").then(|| Guard::new(playbook)),
            identifiers: Identifiers::new(playbook),
            packs,
            access: Access::new(playbook),
            grade: Grade::new(playbook),
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
        self.priorities.check(&prepared, &priorities, &mut findings);
        self.holds.check(&prepared, &priorities, &mut findings);
        let outcome: Outcome = self.messages.check(&prepared, &mut findings);
        for finding in &mut findings {
            finding.span = whole(draft.text, finding.span);
            finding.fix_span = finding.fix_span.map(|span| whole(draft.text, span));
        }
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

    /// What the playbook's own rules find comes first: packs yield to it.
    fn checks(&self) -> Vec<&dyn Check> {
        let mut all: Vec<&dyn Check> = vec![
            &self.words,
            &self.claims,
            &self.names,
            &self.patterns,
            &self.slots,
            &self.required,
        ];
        all.extend(self.disclosure.iter().map(|check| check as &dyn Check));
        all.extend(self.guard.iter().map(|check| check as &dyn Check));
        all.push(&self.identifiers);
        all.push(&self.access);
        all.push(&self.packs);
        all.extend(self.grade.iter().map(|check| check as &dyn Check));
        all
    }
}

/// A span that cuts no character from its accents, joiners and variation selectors: they belong to what stands
/// before them. An empty span is a place, and stays where it is.
fn whole(text: &str, span: Span) -> Span {
    let hangs = |c: &char| {
        *c >= '\u{AD}'
            && (is_ignorable(*c) || is_mark(*c) || ('\u{1F3FB}'..='\u{1F3FF}').contains(c))
    };
    let behind = |at: usize| -> usize {
        let rest = text.get(at..).unwrap_or("").chars();
        rest.take_while(hangs).map(char::len_utf8).sum()
    };
    if span.is_empty() {
        return span;
    }
    let begun = behind(span.start);
    if begun == 0 {
        return Span::new(span.start, span.end + behind(span.end));
    }
    // It begins within a character: that is a part of it.
    let before = text.get(..span.start).unwrap_or("").chars();
    let back: usize = before
        .rev()
        .scan(true, |open, c| {
            let go = std::mem::replace(open, *open && hangs(&c));
            go.then_some(c.len_utf8())
        })
        .sum();
    Span::new(span.start - back, span.end + behind(span.end))
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

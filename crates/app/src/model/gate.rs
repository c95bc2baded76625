//! Before the site's own submit goes through, and after.
//!
//! Where the playbook says `gate: errors`, the driver holds the person's submit while errors are open, and the card asks.
//! Nothing is pressed for anybody: when the person lets it go, they submit again themselves. What they let go stays let
//! go until another error comes.

use cuecard_checks::Level;
use cuecard_journal::{Entry, What};
use cuecard_wire::ToDriver;

use super::{Card, Effect, Note, Session, Tab};
use crate::i18n::counted;

/// A site that took a submit empties or closes its composer within this many milliseconds; later, it was not that.
const TAKEN_WITHIN: f64 = 15_000.0;

/// The gate of one composer.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    /// What the driver was told.
    closed: bool,
    /// A submit is held, and the person is asked.
    pub asks: bool,
    /// Rule and text of the errors that the person let go. Only ever in memory.
    let_go: Vec<(String, String)>,
    /// A submit that the site has seen: when, and what it was.
    sent: Option<(f64, What)>,
}

impl Gate {
    /// Another brand has other errors. What the driver was told stays what it was told.
    pub(super) fn forget(&mut self) {
        self.let_go.clear();
        self.asks = false;
    }
}

impl Card {
    /// Tells the driver when the gate is to be closed or opened.
    pub(super) fn watch_gate(&mut self, i: usize, out: &mut Vec<Effect>) {
        // Until its playbook is there it stays as it is.
        if !self.works_at(i) {
            return;
        }
        let wanted = self.engine.gate();
        let Some(session) = self.sessions.get_mut(i) else {
            return;
        };
        let closed = wanted && open_errors(session).any(|e| !session.gate.let_go.contains(&e));
        let answered = session.gate.asks && !closed;
        session.gate.asks &= closed;
        if session.gate.closed != closed {
            session.gate.closed = closed;
            out.push(Effect::Send(ToDriver::Gate {
                composer: session.id,
                closed,
            }));
        }
        // The question goes with its reason.
        if answered {
            self.note = None;
        }
    }

    /// The person used the site's submit.
    pub(super) fn submitted(&mut self, id: u32, held: bool, out: &mut Vec<Effect>) {
        let now = self.now.ms;
        let Some(i) = self.sessions.iter().position(|s| s.id == id) else {
            return;
        };
        let Some(session) = self.sessions.get_mut(i) else {
            return;
        };
        if !held {
            session.gate.sent = (!session.is_blank()).then(|| (now, posted(session)));
            return;
        }
        let errors = session.count(Level::Error);
        if session.report.is_none() {
            // Its playbook is not at work: the card goes there, and the next submit is asked about, if it has to be.
            self.current = Some(id);
            return self.change_brand(out);
        }
        if errors == 0 {
            // It was mended between the press and the message: the driver opens the gate now.
            self.watch_gate(i, out);
            return;
        }
        session.gate.asks = true;
        session.open = true;
        session.undecided = false;
        session.tab = Tab::Draft;
        self.current = Some(id);
        self.focused = true;
        self.cursor = 0;
        self.note = Some(Note {
            text: counted(self.say, "card_gate_error", "card_gate_errors", errors),
            trouble: true,
        });
    }

    /// The person lets the draft go as it is.
    pub(super) fn let_go(&mut self, out: &mut Vec<Effect>) {
        let Some(i) = self
            .sessions
            .iter()
            .position(|s| Some(s.id) == self.current)
        else {
            return;
        };
        let Some(session) = self.sessions.get_mut(i).filter(|s| s.gate.asks) else {
            return;
        };
        let errors: Vec<(String, String)> = open_errors(session).collect();
        let mut rules: Vec<String> = errors.iter().map(|(rule, _)| rule.clone()).collect();
        rules.dedup();
        session.gate.let_go = errors;
        session.gate.asks = false;
        self.record(i, What::Overridden { rules }, out);
        self.note = Some(Note {
            text: (self.say)("card_gate_let_go", &[]),
            trouble: false,
        });
        self.watch_gate(i, out);
    }

    /// The draft was emptied, or its composer closed: after a submit, the site has taken it.
    pub(super) fn taken(&mut self, i: usize, out: &mut Vec<Effect>) {
        let now = self.now.ms;
        let sent = self
            .sessions
            .get_mut(i)
            .and_then(|session| session.gate.sent.take());
        let Some((at, what)) = sent.filter(|(at, _)| now - at <= TAKEN_WITHIN) else {
            return;
        };
        debug_assert!(at <= now);
        self.record(i, what, out);
    }

    /// Writes something that happened beside the current composer into the journal.
    pub(super) fn note_down(&self, what: What, out: &mut Vec<Effect>) {
        let at = |s: &Session| Some(s.id) == self.current;
        if let Some(i) = self.sessions.iter().position(at) {
            self.record(i, what, out);
        }
    }

    /// Writes something that happened beside a composer into the journal.
    pub(super) fn record(&self, i: usize, what: What, out: &mut Vec<Effect>) {
        let Some(session) = self.sessions.get(i) else {
            return;
        };
        let entry = Entry {
            at: self.now.ms as u64,
            // Drawn by the browser, where the entry is written.
            id: 0,
            platform: session.about.platform.clone(),
            kind: session.about.kind,
            what,
        };
        let book = session.book.clone().unwrap_or_default();
        out.push(Effect::Record(book, entry));
    }
}

/// Rule and text of the errors that count.
fn open_errors(session: &Session) -> impl Iterator<Item = (String, String)> {
    session
        .rows()
        .into_iter()
        .filter(|row| row.finding.level == Level::Error)
        .map(|row| (row.finding.rule.clone(), row.about().to_owned()))
        .collect::<Vec<_>>()
        .into_iter()
}

/// What is known of a draft that goes out: rules and names of the playbook, none of its words.
fn posted(session: &Session) -> What {
    let priorities = session.report.as_ref().map_or(&[][..], |r| &r.priorities);
    let mut open: Vec<String> = session
        .live()
        .filter(|f| f.level != Level::Suggestion)
        .map(|f| f.rule.clone())
        .collect();
    open.dedup();
    What::Posted {
        priorities: priorities.iter().map(|p| p.name.clone()).collect(),
        open,
    }
}

//! Texts that go into the draft: one at a time, and what becomes of them.

use cuecard_journal::What;
use cuecard_text::{Offsets, Span};
use cuecard_wire::{Outcome, ToDriver};

use super::copy::Copying;
use super::session::addition;
use super::slots::Chosen;
use super::{Card, Effect, Tab};

/// An edit that the driver has not answered yet.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    id: u32,
    composer: u32,
    /// Revision that it was made for.
    rev: u32,
    /// What the person wants in the draft; kept for the clipboard.
    text: String,
    /// What is noted once it stands in the draft.
    done: Vec<What>,
    /// The variant of a reply that it is.
    variant: Option<String>,
    /// The driver has carried it out; the draft that shows it is to come.
    applied: bool,
    at: f64,
}

/// An edit that is not answered within this many milliseconds is given up: the next may come.
const PATIENCE: f64 = 5_000.0;

impl Pending {
    /// Whether nobody knows yet what becomes of it.
    pub(super) fn is_open(&self) -> bool {
        !self.applied
    }
}

impl Card {
    /// Carries out a fix.
    pub(super) fn fix(&mut self, item: usize, fix: usize, out: &mut Vec<Effect>) {
        self.cursor = item;
        let Some(session) = self.session() else {
            return;
        };
        let rows = session.rows();
        let Some(finding) = rows.get(item).map(|r| r.finding) else {
            return;
        };
        let Some(insert) = finding.fixes.get(fix).cloned() else {
            return;
        };
        if self.panel {
            return self.fix_here(item, fix, out);
        }
        let (span, rule) = (finding.fixes_at(), finding.rule.clone());
        self.edit(
            span,
            insert.clone(),
            insert,
            vec![What::Fixed { rule }],
            out,
        );
    }

    /// Puts an approved text into the draft: the reply of a protocol, or a message.
    pub(super) fn put(&mut self, chosen: Chosen, out: &mut Vec<Effect>) {
        let Chosen {
            text,
            protocol,
            variant,
        } = chosen;
        if self.panel {
            self.used_text(&protocol, out);
            return self.copy(text, out);
        }
        let Some(session) = self.session() else {
            return;
        };
        let author = session.about.answering.as_ref().map_or("", |a| &a.author);
        let (span, insert) = addition(&session.text, author, &text);
        let edits = self.edits;
        self.edit(span, insert, text, vec![What::Answered { protocol }], out);
        if let Some(edit) = self.edit.as_mut().filter(|e| e.id != edits) {
            edit.variant = variant;
        }
    }

    /// Whether the driver still works at an edit.
    pub(super) fn editing(&self) -> bool {
        let edit = self.edit.as_ref();
        edit.is_some_and(|e| !e.applied && self.now.ms - e.at < PATIENCE)
    }

    pub(super) fn edit(
        &mut self,
        span: Span,
        insert: String,
        text: String,
        done: Vec<What>,
        out: &mut Vec<Effect>,
    ) {
        if self.editing() {
            return;
        }
        let Some(session) = self.session() else {
            return;
        };
        let offsets = Offsets::new(&session.text);
        let unit = |byte| u32::try_from(offsets.utf16(byte)).unwrap_or(u32::MAX);
        let edit = self.edits.wrapping_add(1);
        let message = ToDriver::Edit {
            edit,
            composer: session.id,
            rev: session.rev,
            start: unit(span.start),
            end: unit(span.end),
            expect: span.of(&session.text).to_owned(),
            account: session.page.account.clone(),
            technique: cuecard_platforms::technique(session.about.editor, self.firefox, &insert),
            insert,
        };
        let pending = Pending {
            id: edit,
            composer: session.id,
            rev: session.rev,
            text,
            done,
            variant: None,
            applied: false,
            at: self.now.ms,
        };
        self.edits = edit;
        self.edit = Some(pending);
        out.push(Effect::Send(message));
    }

    /// What became of an edit.
    pub(super) fn edited(&mut self, id: u32, outcome: Outcome, out: &mut Vec<Effect>) {
        if self.edit.as_ref().is_none_or(|e| e.id != id) {
            return;
        }
        match outcome {
            Outcome::Applied => {
                if let Some(edit) = &mut self.edit {
                    edit.applied = true;
                    let (composer, done) = (edit.composer, edit.done.clone());
                    let variant = edit.variant.take();
                    if let Some(i) = self.sessions.iter().position(|s| s.id == composer) {
                        for what in done {
                            if let What::Answered { protocol } = &what {
                                self.used_text(protocol, out);
                                if let Some(session) = self.sessions.get_mut(i) {
                                    session.put = Some(protocol.clone());
                                }
                            }
                            self.record(i, what, out);
                        }
                    }
                    if let Some(variant) = variant {
                        self.used(variant, composer);
                    }
                }
                self.after_put();
            }
            Outcome::Stale | Outcome::RolledBack | Outcome::Differs => {
                let Some(edit) = self.edit.take() else { return };
                // What became of it is said in the card, also where a key put it from the composer.
                if let Some(session) = self.sessions.iter_mut().find(|s| s.id == edit.composer) {
                    session.open = true;
                }
                self.copying = Some(Copying::Rescue(outcome));
                out.push(Effect::Copy(edit.text));
            }
        }
    }

    /// Once an answer stands in the draft: shows what there is to do about it, or folds.
    pub(super) fn after_put(&mut self) {
        let Some(edit) = self.edit.as_ref().filter(|e| e.applied) else {
            return;
        };
        let (composer, rev) = (edit.composer, edit.rev);
        // An answer: the draft is to be looked at next.
        let reply = matches!(edit.done.as_slice(), [What::Answered { .. }]);
        let Some(session) = self.sessions.iter_mut().find(|s| s.id == composer) else {
            self.edit = None;
            return;
        };
        if session.rev == rev {
            return;
        }
        self.edit = None;
        if reply {
            session.tab = Tab::Draft;
            session.open = session.open && !session.rows().is_empty();
            self.done = Some((self.say)("card_said_put", &[]));
        }
    }
}

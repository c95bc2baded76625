//! Texts that go on the clipboard.

use cuecard_wire::{Inspection, Outcome, ToDriver};

use super::{Card, Effect, Note};

/// Why a text goes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copying {
    /// The person asked for it.
    Asked,
    /// The person asked for a report.
    Report,
    /// It did not get into the draft.
    Rescue(Outcome),
}

impl Card {
    pub(super) fn copy(&mut self, text: String, out: &mut Vec<Effect>) {
        self.copying = Some(Copying::Asked);
        out.push(Effect::Copy(text));
    }

    /// A report about the page, which the person asked for.
    pub(super) fn report(&mut self, seen: Inspection, out: &mut Vec<Effect>) {
        self.copying = Some(Copying::Report);
        out.push(Effect::Report(seen));
    }

    /// Says what became of it.
    pub(super) fn copied(&mut self, done: bool, out: &mut Vec<Effect>) {
        let Some(why) = self.copying.take() else {
            return;
        };
        // Copying takes the focus where the composer had it.
        if let Some(session) = self.session().filter(|_| !self.inside) {
            out.push(Effect::Send(ToDriver::ReturnFocus {
                composer: session.id,
            }));
        }
        let key = match (why, done) {
            (Copying::Asked, true) => "card_note_copied",
            (Copying::Report, true) => "card_note_report",
            (Copying::Asked | Copying::Report, false) => "card_note_not_copied",
            (Copying::Rescue(Outcome::Stale), true) => "card_note_stale",
            (Copying::Rescue(Outcome::Stale), false) => "card_note_stale_only",
            (Copying::Rescue(Outcome::RolledBack), true) => "card_note_rolled_back",
            (Copying::Rescue(Outcome::RolledBack), false) => "card_note_rolled_back_only",
            (Copying::Rescue(_), true) => "card_note_differs",
            (Copying::Rescue(_), false) => "card_note_differs_only",
        };
        let trouble = matches!(why, Copying::Rescue(_)) || !done;
        self.note = Some(Note {
            text: (self.say)(key, &[]),
            trouble,
        });
    }
}

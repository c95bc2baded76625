//! Where the frame goes.

use cuecard_wire::ToDriver;

use super::{Card, Effect, Face};
use crate::layout::{self, Spot};

impl Card {
    /// Tells the driver where the frame goes, when that has changed.
    pub(super) fn settle(&mut self, out: &mut Vec<Effect>) {
        let (Some(session), Some(size)) = (self.session(), self.size) else {
            // The composer is gone: so is what stood beside it.
            if let Some((composer, spot)) = self.sent
                && spot != Spot::default()
            {
                self.send_place(composer, Spot::default(), out);
            }
            return;
        };
        let spot = if self.face() == Face::Hidden {
            Spot::default()
        } else {
            let offset = self.drag.map(|(_, at)| at).or(self.place.offset);
            layout::place(&session.geometry, size.0, size.1, offset).unwrap_or_default()
        };
        self.send_place(session.id, spot, out);
    }

    fn send_place(&mut self, composer: u32, spot: Spot, out: &mut Vec<Effect>) {
        if self.sent == Some((composer, spot)) {
            return;
        }
        self.sent = Some((composer, spot));
        let Spot { dx, dy, w, h } = spot;
        out.push(Effect::Send(ToDriver::Place {
            composer,
            dx,
            dy,
            w,
            h,
        }));
    }
}

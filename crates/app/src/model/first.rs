//! The key for the first reply, pressed in the composer: the reply is put where nothing stands in its way. Where something
//! does (an escalation or a doubt, an approval, a slot, an error), the card opens and asks or says so.

use cuecard_wire::ToDriver;

use super::{Action, Card, Effect, Face, Offer, Primary, Tab, Target};

impl Card {
    /// Puts the first reply into a composer, or takes the focus for what is to be decided first.
    pub(super) fn take_first(&mut self, id: u32, out: &mut Vec<Effect>) {
        if !self.sessions.iter().any(|s| s.id == id) {
            return;
        }
        self.current = Some(id);
        self.focused = true;
        self.cursor = 0;
        let Some(session) = self.session_mut() else {
            return;
        };
        let was_open = session.open;
        session.open = true;
        session.undecided = false;
        session.tab = Tab::Replies;
        let answers = session.answer.is_some();
        let sure = session.doubt().is_none();
        let free = |o: &Offer<'_>| o.primary() == Primary::Put && !o.errs() && !o.unlikely;
        if sure && self.face() == Face::Replies && self.offers().first().is_some_and(free) {
            self.act(Action::Put(0), out);
            if self.form().is_none() {
                if let Some(session) = self.session_mut() {
                    session.open = was_open;
                }
                return;
            }
        } else if answers {
            // What stands in the way is at the top.
            self.open_item(Some(0));
            out.push(Effect::Focus(if self.items() > 0 {
                Target::Item(0)
            } else {
                Target::First
            }));
        } else {
            // Nobody is answered: whatever is approved.
            self.act(Action::Show(Tab::Search), out);
        }
        out.push(Effect::Send(ToDriver::TakeFocus { composer: id }));
    }
}

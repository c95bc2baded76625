//! What the person does.

use cuecard_journal::What;
use cuecard_text::Offsets;
use cuecard_wire::ToDriver;

use super::slots::{Chosen, Purpose};
use super::{Action, Card, Effect, Face, Place, Tab, Target};

impl Card {
    pub(super) fn act(&mut self, action: Action, out: &mut Vec<Effect>) {
        // What was said about the last thing is no longer news.
        if !matches!(action, Action::Drag(..)) {
            self.note = None;
            self.hushed = None;
        }
        if !matches!(action, Action::Menu) {
            self.menu = false;
        }
        if !matches!(action, Action::Brands) {
            self.brands = None;
        }
        // Whatever else the person does, they are not filling in any more.
        if !matches!(
            action,
            Action::Slot(..)
                | Action::SlotDone(_)
                | Action::FillIn
                | Action::FillCancel
                | Action::Menu
                | Action::Brands
                | Action::Move(_)
                | Action::Grab
                | Action::Drag(..)
                | Action::Drop
                | Action::Unmove
        ) {
            self.form = None;
        }
        match action {
            Action::Open => self.unfold(out),
            Action::Fold => {
                self.close(out);
                self.remember(
                    Place {
                        folded: true,
                        ..self.place
                    },
                    out,
                );
            }
            Action::Close => self.close(out),
            Action::Show(tab) => self.show(tab, out),
            Action::Toggle(item) => self.toggle(item, out),
            Action::Fix(item, fix) => self.fix(item, fix, out),
            Action::FixAll => self.fix_all(out),
            Action::NotHere(item) => self.not_here(item, out),
            Action::Never(item) => self.never_again(item, out),
            Action::Reason(text) => {
                if let Some(reason) = &mut self.reason {
                    reason.text = text;
                }
            }
            Action::NeverBecause => self.never_because(out),
            Action::NeverMind => self.reason = None,
            Action::Again(rule) => self.hush(rule, None, out),
            Action::Put(item) => self.take(item, Purpose::Put, out),
            // Without a page to put it into, copying is what one does with it.
            Action::Copy(item) if self.panel => self.act(Action::Put(item), out),
            Action::Copy(item) => self.take(item, Purpose::Copy, out),
            Action::CopyForApproval(item) => {
                if let Some(name) = self.offers().get(item).map(|o| o.name.to_owned()) {
                    self.take(item, Purpose::Approval(name), out);
                }
            }
            Action::CopyChanged => self.copy_changed(out),
            Action::CopyPacket => {
                if let Some(text) = self.packet() {
                    self.escalated(out);
                    self.copy(text, out);
                }
            }
            Action::Holding => {
                if let Some(session) = self.session_mut() {
                    session.holding = !session.holding;
                }
            }
            Action::PutHolding => self.take_holding(Purpose::Put, out),
            Action::CopyHolding => self.take_holding(Purpose::Copy, out),
            Action::Overrule(yes) => {
                if let Some(session) = self.session_mut() {
                    session.overruled = yes;
                    session.agreed |= !yes;
                    session.tab = Tab::Replies;
                }
                self.cursor = 0;
            }
            Action::Slot(n, value) => self.slot(n, value),
            Action::SlotDone(n) => self.slot_done(n, out),
            Action::FillIn => self.filled_in(out),
            Action::FillCancel => self.leave_form(out),
            Action::Search(query) => {
                self.cursor = 0;
                self.find(query);
            }
            Action::Favour(item) => self.favour(item, out),
            Action::Menu => self.menu = !self.menu,
            Action::Move(on) => {
                self.moving = on;
                if on {
                    out.push(Effect::Focus(Target::First));
                }
            }
            Action::Grab => {
                if let Some(at) = self.offset() {
                    self.drag = Some((at, at));
                }
            }
            Action::Drag(dx, dy) => {
                if let Some((from, at)) = &mut self.drag {
                    *at = (from.0 + dx, from.1 + dy);
                    self.settle(out);
                }
            }
            Action::Drop => {
                if let Some((from, at)) = self.drag.take()
                    && from != at
                {
                    // Where it may be, not where the pointer was: it is kept inside the viewport.
                    let offset = self.offset();
                    self.remember(
                        Place {
                            offset,
                            ..self.place
                        },
                        out,
                    );
                }
            }
            Action::Unmove => {
                self.remember(
                    Place {
                        offset: None,
                        ..self.place
                    },
                    out,
                );
                self.settle(out);
            }
            Action::Write(text) => self.write(text, out),
            Action::Panel => out.push(Effect::Panel),
            Action::Pick => self.pick(out),
            Action::Pasted(text) => {
                if let Some(session) = self.session_mut() {
                    session.pasted = text;
                }
            }
            Action::AnswerPasted => self.answer_pasted(out),
            Action::Correct(correction) => self.correct(correction, out),
            Action::Brands => self.list_brands(out),
            Action::Choose(id) => self.choose_brand(id, out),
            Action::Vouch => self.vouch(),
            Action::WriteFor(audience) => self.write_for(audience, out),
            Action::Options => out.push(Effect::Options),
            Action::LetGo => self.let_go(out),
            Action::Report => out.push(Effect::Send(ToDriver::Inspect)),
            Action::Pause => {
                self.paused = true;
                out.push(Effect::PauseSite);
            }
        }
    }

    /// Does something with the text of an offer.
    pub(super) fn take(&mut self, item: usize, purpose: Purpose, out: &mut Vec<Effect>) {
        let id = self.offers().get(item).map(|o| o.id.to_owned());
        if let (Some(text), Some(protocol)) = (self.offer_text(item), id) {
            let variant = self.variant(item);
            let chosen = Chosen {
                text,
                protocol,
                variant,
            };
            self.choose(chosen, purpose, out);
        }
    }

    /// Does something with the holding reply.
    fn take_holding(&mut self, purpose: Purpose, out: &mut Vec<Effect>) {
        let escalation = self.session().and_then(|s| s.escalation());
        let id = escalation.map(|e| e.protocol.clone());
        if let (Some(text), Some(protocol)) = (self.holding_text(), id) {
            // With the engine's escalation the holding reply is the only one on offer; with its doubt, other protocols' are too.
            let replies = self.session().and_then(|s| s.answer.as_ref());
            let own = replies.and_then(|a| a.offered().find(|r| r.protocol == protocol));
            let first = own.and_then(|r| r.variants.first());
            let variant = first.map(|v| v.id.clone());
            let chosen = Chosen {
                text,
                protocol,
                variant,
            };
            self.choose(chosen, purpose, out);
        }
    }

    /// Opens the card from its chip.
    fn unfold(&mut self, out: &mut Vec<Effect>) {
        self.cursor = 0;
        let Some(session) = self.session_mut() else {
            return;
        };
        session.open = true;
        session.undecided = false;
        session.tab = if session.stop().is_some()
            || (session.answer.is_some() && session.rows().is_empty())
        {
            Tab::Replies
        } else {
            Tab::Draft
        };
        if self.place.folded {
            self.remember(
                Place {
                    folded: false,
                    ..self.place
                },
                out,
            );
        }
        if self.inside {
            out.push(Effect::Focus(Target::First));
        }
    }

    fn close(&mut self, out: &mut Vec<Effect>) {
        self.moving = false;
        if let Some(session) = self.session_mut() {
            session.open = false;
            session.undecided = false;
            let composer = session.id;
            out.push(Effect::Send(ToDriver::ReturnFocus { composer }));
        }
    }

    fn show(&mut self, tab: Tab, out: &mut Vec<Effect>) {
        self.cursor = 0;
        if let Some(session) = self.session_mut() {
            session.tab = tab;
        }
        if tab == Tab::Search {
            // What was used meanwhile stands there too.
            self.find(self.query.clone());
            out.push(Effect::Focus(Target::Search));
        }
    }

    fn toggle(&mut self, item: usize, out: &mut Vec<Effect>) {
        let open = self.opened() != Some(item);
        self.open_item(open.then_some(item));
        self.cursor = item;
        // Selecting in the draft is safe only while the person types in the card: else
        // the next key would write over the selection.
        if open && self.inside && self.face() == Face::Draft {
            self.point_at(item, out);
        }
    }

    /// Shows in the draft what a finding is about.
    fn point_at(&self, item: usize, out: &mut Vec<Effect>) {
        let Some(session) = self.session() else {
            return;
        };
        let Some(span) = session
            .rows()
            .get(item)
            .map(|r| r.finding.span)
            .filter(|s| !s.is_empty())
        else {
            return;
        };
        let offsets = Offsets::new(&session.text);
        let unit = |byte| u32::try_from(offsets.utf16(byte)).unwrap_or(u32::MAX);
        out.push(Effect::Send(ToDriver::Show {
            composer: session.id,
            start: unit(span.start),
            end: unit(span.end),
        }));
    }

    fn not_here(&mut self, item: usize, out: &mut Vec<Effect>) {
        let Some(session) = self.session_mut() else {
            return;
        };
        let rows = session.rows();
        let Some(row) = rows.get(item) else { return };
        let ignored = (row.finding.rule.clone(), row.about().to_owned());
        let rule = ignored.0.clone();
        session.ignored.push(ignored);
        self.bound_cursor();
        self.mark(out);
        let lasting = false;
        self.note_down(What::Ignored { rule, lasting }, out);
    }

    pub(super) fn remember(&mut self, place: Place, out: &mut Vec<Effect>) {
        if self.place != place {
            self.place = place;
            out.push(Effect::Remember(place));
        }
    }

    /// Where the frame is now, from the composer's corner.
    pub(super) fn offset(&self) -> Option<(f64, f64)> {
        self.sent
            .filter(|(_, spot)| spot.w > 0.0)
            .map(|(_, spot)| (spot.dx, spot.dy))
    }
}

//! Keys that the person presses in the card.

use super::{Action, Card, Effect, Face, Key, Place, Tab, Target};

/// How far one press of an arrow key moves the card, CSS pixels.
const STEP: f64 = 16.0;

impl Card {
    pub(super) fn press(&mut self, key: Key, out: &mut Vec<Effect>) {
        let last = self.items().saturating_sub(1);
        match key {
            Key::Escape if self.moving => self.moving = false,
            Key::Escape if self.menu => self.menu = false,
            _ if self.brands.is_some() => self.press_in_brands(key, out),
            Key::Escape if self.form().is_some() => self.leave_form(out),
            _ if self.form().is_some() && !self.moving => {}
            Key::Escape if self.face() == Face::Search && !self.query.is_empty() => {
                self.find(String::new());
                out.push(Effect::Focus(Target::Search));
            }
            Key::Escape => self.act(Action::Close, out),
            Key::Up | Key::Down | Key::Left | Key::Right if self.moving => self.nudge(key, out),
            Key::Up => self.go(self.cursor.saturating_sub(1), out),
            // From the search field into the list, then down the list.
            Key::Down => {
                let next = if self.inside && self.face() != Face::Search || self.cursor > 0 {
                    self.cursor + 1
                } else {
                    0
                };
                self.go(next.min(last), out);
            }
            Key::Home => self.go(0, out),
            Key::End => self.go(last, out),
            Key::Slash => self.act(Action::Show(Tab::Search), out),
            Key::Digit(n) => self.primary(n, out),
            Key::Left | Key::Right => self.turn(key, out),
        }
    }

    /// A key while the list of brands is open: it is the list's.
    fn press_in_brands(&mut self, key: Key, out: &mut Vec<Effect>) {
        let at = self.brands.unwrap_or(0);
        match key {
            Key::Escape => {
                self.brands = None;
                out.push(Effect::Focus(Target::Brands));
            }
            Key::Up => self.go_brand(at.saturating_sub(1), out),
            Key::Down => self.go_brand(at.saturating_add(1), out),
            Key::Home => self.go_brand(0, out),
            Key::End => self.go_brand(usize::MAX, out),
            Key::Left | Key::Right | Key::Slash | Key::Digit(_) => {}
        }
    }

    fn go(&mut self, item: usize, out: &mut Vec<Effect>) {
        if self.items() > 0 {
            self.cursor = item;
            out.push(Effect::Focus(Target::Item(item)));
        }
    }

    /// To the page before or after the shown one.
    fn turn(&mut self, key: Key, out: &mut Vec<Effect>) {
        let tabs = self.tabs();
        let shown = self.session().map(|s| s.tab);
        let Some(at) = tabs.iter().position(|t| Some(*t) == shown) else {
            return;
        };
        let to = match key {
            Key::Left => at.saturating_sub(1),
            _ => at.saturating_add(1),
        };
        if let Some(tab) = tabs.get(to).filter(|_| to != at) {
            self.act(Action::Show(*tab), out);
            // Along the tabs the focus stays on them, also at the search.
            out.retain(|e| !matches!(e, Effect::Focus(_)));
            out.push(Effect::Focus(Target::Tab));
        }
    }

    fn nudge(&mut self, key: Key, out: &mut Vec<Effect>) {
        let Some((x, y)) = self.offset() else { return };
        let wanted = match key {
            Key::Left => (x - STEP, y),
            Key::Right => (x + STEP, y),
            Key::Up => (x, y - STEP),
            _ => (x, y + STEP),
        };
        self.place.offset = Some(wanted);
        self.settle(out);
        let place = Place {
            offset: self.offset(),
            ..self.place
        };
        self.place = place;
        out.push(Effect::Remember(place));
    }

    /// The primary action of the item of a number.
    fn primary(&mut self, n: usize, out: &mut Vec<Effect>) {
        let Some(item) = n.checked_sub(1) else { return };
        match self.face() {
            Face::Chip => self.act(Action::Open, out),
            Face::Stop if item == 0 => self.act(Action::CopyPacket, out),
            Face::Draft | Face::Replies | Face::Search if item < self.items() => {
                let action = self.primary_of(item);
                self.act(action, out);
            }
            _ => {}
        }
    }
}

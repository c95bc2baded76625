//! The texts that the person likes best, and the ones that they used last: what the search shows
//! before anything is typed. Kept by id; the texts themselves are the playbook's.

use super::{Card, Effect, Found};

/// How many of the texts that were used last are shown.
const RECENT: usize = 5;

/// Ids of approved texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The favourites.
    pub favourites: Vec<String>,
    /// What was used, the latest first.
    pub recent: Vec<String>,
}

impl Card {
    /// Whether a text is a favourite.
    #[must_use]
    pub fn is_favourite(&self, id: &str) -> bool {
        self.shelf.favourites.iter().any(|f| f == id)
    }

    /// Takes over what is remembered.
    pub(super) fn shelve(&mut self, shelf: Shelf) {
        // What this card has just done comes back from storage: the list stays still.
        if self.shelf != shelf {
            self.shelf = shelf;
            if self.query.trim().is_empty() {
                self.find(String::new());
                self.bound_cursor();
            }
        }
    }

    /// Favourites, then what was used last: each text once, and only what the playbook still has.
    pub(super) fn shelved(&self, platform: &str) -> Vec<Found> {
        let Shelf { favourites, recent } = &self.shelf;
        if favourites.is_empty() && recent.is_empty() {
            return Vec::new();
        }
        // Nothing typed finds everything, in the order of the playbook: so do favourites stand.
        let all = self.engine.search("", platform);
        let loved = all.iter().filter(|f| self.is_favourite(&f.id));
        let others = recent.iter().filter(|id| !self.is_favourite(id));
        let others = others.filter_map(|id| all.iter().find(|f| f.id == **id));
        loved.chain(others.take(RECENT)).cloned().collect()
    }

    /// Makes what was found a favourite, or one no more.
    pub(super) fn favour(&mut self, item: usize, out: &mut Vec<Effect>) {
        let Some(id) = self.hits.get(item).map(|f| f.id.clone()) else {
            return;
        };
        let on = !self.is_favourite(&id);
        self.shelf.favourites.retain(|f| *f != id);
        if on {
            self.shelf.favourites.push(id.clone());
        }
        self.cursor = item;
        out.push(Effect::Favour(id, on));
    }

    /// A text was used.
    pub(super) fn used_text(&mut self, id: &str, out: &mut Vec<Effect>) {
        // Escalations of the default pack have no text of the playbook.
        if id.is_empty() {
            return;
        }
        self.shelf.recent.retain(|r| r != id);
        self.shelf.recent.insert(0, id.to_owned());
        out.push(Effect::Used(id.to_owned()));
    }
}

//! For whom a draft is, where the playbook has rules for some readers only. Kept as long as the page lives; without a
//! choice it is for all of them, and every rule holds.

use cuecard_checks::Media;
use cuecard_wire::SeenMedia;

use super::{Card, Effect};

impl Card {
    /// The person says for whom they write: one of the playbook's audiences by its id, or all.
    pub(super) fn write_for(&mut self, audience: Option<String>, out: &mut Vec<Effect>) {
        self.audience = audience;
        for i in 0..self.sessions.len() {
            self.recheck(i);
            self.weigh(i);
            self.watch_gate(i, out);
        }
        self.weigh_hits();
        self.bound_cursor();
        self.mark(out);
    }

    /// Another playbook may have other audiences.
    pub(super) fn forget_audience(&mut self) {
        let known = self.engine.audiences();
        self.audience = self.audience.take().filter(|a| known.contains(a));
    }
}

/// What the numbers of attached pictures come to.
pub(super) fn media(seen: SeenMedia) -> Media {
    match seen {
        SeenMedia { attached: 0, .. } => Media::None,
        SeenMedia { bare: 1.., .. } => Media::Undescribed,
        SeenMedia {
            attached,
            described,
            ..
        } if described >= attached => Media::Described,
        _ => Media::Attached,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_picture_without_a_description_is_enough() {
        for (attached, described, bare, want) in [
            (0, 0, 0, Media::None),
            (2, 2, 0, Media::Described),
            (2, 1, 1, Media::Undescribed),
            (2, 1, 0, Media::Attached),
            (1, 0, 0, Media::Attached),
        ] {
            let seen = SeenMedia {
                attached,
                described,
                bare,
            };
            assert_eq!(media(seen), want, "{seen:?}");
        }
    }
}

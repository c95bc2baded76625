//! "Approve first", with whom to ask.

use crate::model::Card;

/// Whom to ask before a reply goes out.
pub(super) fn line(card: &Card) -> String {
    let say = card.say;
    match card.approver() {
        Some((who, [])) => say("card_approve_first", &[who]),
        Some((who, reach)) => say("card_approve_first_reach", &[who, &reach.join(", ")]),
        None => say("card_approve_first_nobody", &[]),
    }
}

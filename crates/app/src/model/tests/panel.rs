//! The side panel: a draft and a comment are pasted, and texts are copied.

use super::deck::Deck;
use crate::model::{Action, Effect, Face, Tab};

#[test]
fn the_panel_begins_with_the_library_and_copies() {
    let mut deck = Deck::in_panel();
    assert_eq!(deck.card.face(), Face::Search);
    deck.act(Action::Search("park".into()));
    assert!(!deck.card.offers().is_empty());
    let effects = deck.act(Action::Put(0));
    assert!(
        matches!(&effects[..], [Effect::Used(_), Effect::Copy(_)]),
        "nothing to put it into: {effects:?}"
    );
}

#[test]
fn a_pasted_draft_is_checked_and_mended_in_the_panel() {
    let mut deck = Deck::in_panel();
    deck.act(Action::Show(Tab::Draft));
    let effects = deck.act(Action::Write("The ER".into()));
    assert!(
        !effects.iter().any(|e| matches!(e, Effect::Send(_))),
        "no driver listens"
    );
    assert_eq!(deck.card.items(), 1);
    deck.act(Action::Fix(0, 0));
    let session = deck.card.session().unwrap();
    assert_eq!(session.text, "The emergency department");
}

#[test]
fn a_pasted_comment_is_answered_in_the_panel() {
    let mut deck = Deck::in_panel();
    deck.act(Action::Show(Tab::Answer));
    deck.act(Action::Pasted("four hours".into()));
    deck.act(Action::AnswerPasted);
    assert_eq!(deck.card.face(), Face::Replies);
    assert!(!deck.card.offers().is_empty());
}

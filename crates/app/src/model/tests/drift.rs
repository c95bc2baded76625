//! An approved text that was changed: approved no more, and who is asked.

use cuecard_wire::{Outcome, ToCard};

use super::deck::{Deck, copied};
use crate::model::{Action, Tab};

fn unapproved(deck: &Deck) -> Option<&str> {
    let message = deck.card.session()?.unapproved()?;
    Some(&message.id)
}

#[test]
fn what_was_put_is_known_until_the_draft_is_empty() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "");
    deck.draft(1, "Visit ER.");
    assert_eq!(unapproved(&deck), None, "it came from nowhere");
    deck.draft(1, "");
    deck.act(Action::Open);
    deck.act(Action::Show(Tab::Search));
    deck.act(Action::Search("park".into()));
    deck.act(Action::Put(0));
    deck.hear(ToCard::Edited {
        edit: 1,
        outcome: Outcome::Applied,
    });
    let put = |deck: &Deck| deck.card.session().unwrap().put.clone();
    deck.draft(1, "Parking is free.");
    assert_eq!(put(&deck).as_deref(), Some("parking"));
    deck.draft(1, "Parking costs.");
    assert_eq!(put(&deck).as_deref(), Some("parking"));
    deck.draft(1, "");
    assert_eq!(put(&deck), None);
}

#[test]
fn a_change_that_the_playbook_allows_is_none_to_ask_about() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    for (text, approved) in [("Visit us.", true), ("Visit us!", true), ("Visit.", true)] {
        deck.draft(1, text);
        assert_eq!(unapproved(&deck).is_none(), approved, "{text}");
    }
}

#[test]
fn whoever_approves_gets_the_draft_and_what_was_approved() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    let session = deck.card.session_mut().unwrap();
    session.put = Some("visit".into());
    deck.draft(1, "Visit ER.");
    assert_eq!(unapproved(&deck), Some("visit"));
    let effects = deck.act(Action::CopyChanged);
    assert_eq!(
        copied(&effects),
        Some(
            "For approval: reply “Visiting”, Riverside Health\n\
             Comment by @carla_m\n\
             Link: https://bsky.app/post/1\n\
             \n\
             Visit ER.\n\
             \n\
             The approved text:\n\
             emergency department"
        )
    );
}

//! Replies that are not likely to fit, under a comment that none fits, or below those that do.

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Face, Key};

fn deck(comment: &str) -> Deck {
    let mut deck = Deck::new();
    deck.focus(1, Some(comment));
    deck.draft(1, "");
    deck
}

#[test]
fn where_nothing_fits_the_nearest_are_shown_closed() {
    let deck = deck("vaguely four hours");
    assert_eq!(deck.card.face(), Face::Replies);
    assert!(deck.card.nothing_fits());
    assert_eq!(deck.card.reply_count(), 0, "none is said to fit");
    let offers = deck.card.offers();
    assert!(!offers.is_empty() && offers.iter().all(|o| o.unlikely));
    assert_eq!(deck.card.items(), offers.len(), "all can be reached");
    assert_eq!(deck.card.opened(), None);
}

#[test]
fn no_key_puts_one_that_was_not_read() {
    let mut deck = deck("vaguely four hours");
    assert_eq!(edit(&deck.key(Key::Digit(1))), None);
    assert_eq!(deck.card.opened(), Some(0), "it shows its text");
    assert_eq!(
        edit(&deck.key(Key::Digit(1))),
        Some((0, 0, "", "Sorry.")),
        "and goes in when it was read"
    );
    // Nor is one copied for approval.
    let mut deck = self::deck("vaguely four hours");
    assert_eq!(copied(&deck.key(Key::Digit(2))), None);
    assert_eq!(deck.card.opened(), Some(1));
    assert!(copied(&deck.key(Key::Digit(2))).is_some());
}

#[test]
fn below_what_fits_they_change_nothing_about_it() {
    let mut deck = deck("perhaps four hours");
    assert!(!deck.card.nothing_fits());
    assert_eq!(deck.card.reply_count(), 1);
    let unlikely: Vec<bool> = deck.card.offers().iter().map(|o| o.unlikely).collect();
    assert_eq!(unlikely, [false, true, true]);
    assert_eq!(deck.card.opened(), Some(0));
    deck.act(Action::Toggle(1));
    assert_eq!(deck.card.opened(), Some(1));
    deck.act(Action::Toggle(0));
    assert_eq!(edit(&deck.key(Key::Digit(1))), Some((0, 0, "", "Sorry.")));
}

#[test]
fn what_they_would_be_marked_for_is_said_with_them_too() {
    let deck = deck("vaguely operation theatre");
    let offers = deck.card.offers();
    assert!(offers.iter().all(|o| o.unlikely && o.errs()));
}

//! A comment that reads like one to escalate, though no rule is met: a person looks again.

use cuecard_wire::{ToCard, ToDriver};

use super::deck::{Deck, edit};
use crate::model::{Action, Effect, Face, Key, Mark};

const COMMENT: &str = "four hours. took the rest of the bottle, floaty now";

fn deck() -> Deck {
    let mut deck = Deck::new();
    deck.focus(1, Some(COMMENT));
    deck.draft(1, "");
    deck
}

#[test]
fn the_replies_stand_and_the_chip_asks() {
    let deck = deck();
    assert_eq!(deck.card.face(), Face::Replies);
    assert!(!deck.card.offers().is_empty());
    let session = deck.card.session().unwrap();
    assert!(session.escalation().is_none());
    assert_eq!(session.doubt().unwrap().name, "Someone may hurt themselves");
    let chip = deck.card.chip();
    assert_eq!(chip.mark, Mark::Warning);
    assert!(
        chip.words.contains("Someone may hurt themselves"),
        "{}",
        chip.words
    );
}

#[test]
fn the_key_for_the_first_reply_opens_the_card_first() {
    let mut deck = deck();
    let effects = deck.hear(ToCard::Take { composer: 1 });
    assert!(edit(&effects).is_none());
    assert!(effects.contains(&Effect::Send(ToDriver::TakeFocus { composer: 1 })));
    assert!(
        edit(&deck.key(Key::Digit(1))).is_some(),
        "whoever has seen it, decides"
    );
}

#[test]
fn who_agrees_gets_the_steps_and_can_go_back() {
    let mut deck = deck();
    deck.act(Action::Overrule(false));
    assert_eq!(deck.card.face(), Face::Stop);
    assert!(!deck.card.steps().is_empty());
    assert!(deck.card.packet().is_some());
    let session = deck.card.session().unwrap();
    assert!(session.doubt().is_none() && session.escalation().is_some());
    deck.act(Action::Overrule(true));
    assert_eq!(deck.card.face(), Face::Replies);
    assert!(
        deck.card.session().unwrap().escalation().is_some(),
        "it is known to be put aside"
    );
}

#[test]
fn another_comment_is_another_decision() {
    let mut deck = deck();
    deck.act(Action::Overrule(false));
    deck.focus(1, Some("floaty, another one"));
    let session = deck.card.session().unwrap();
    assert!(session.doubt().is_some() && session.escalation().is_none());
}

#[test]
fn a_rule_that_is_met_leaves_no_doubt() {
    let mut deck = Deck::new();
    deck.focus(1, Some("floaty, I want to die"));
    deck.draft(1, "");
    assert_eq!(deck.card.face(), Face::Stop);
    assert!(deck.card.session().unwrap().doubt().is_none());
}

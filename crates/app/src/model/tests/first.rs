//! The key for the first reply.

use cuecard_wire::{Outcome, ToCard, ToDriver};

use super::deck::{Deck, edit};
use crate::model::{Effect, Event, Face, Place, Target};

fn take(deck: &mut Deck) -> Vec<Effect> {
    deck.hear(ToCard::Take { composer: 1 })
}

fn deck(comment: Option<&str>) -> Deck {
    let mut deck = Deck::new();
    deck.send(Event::Remembered(Place {
        offset: None,
        folded: true,
    }));
    deck.focus(1, comment);
    deck.draft(1, "");
    deck
}

fn takes_focus(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Send(ToDriver::TakeFocus { composer: 1 }))
}

#[test]
fn where_nothing_stands_in_the_way_it_is_put_and_the_card_stays_as_it_is() {
    let mut deck = deck(Some("four hours"));
    assert_eq!(deck.card.face(), Face::Chip);
    let effects = take(&mut deck);
    assert_eq!(edit(&effects), Some((0, 0, "", "Sorry.")));
    assert!(!takes_focus(&effects));
    assert_eq!(deck.card.face(), Face::Chip);
    // What did not get into the draft is said.
    deck.hear(ToCard::Edited {
        edit: 1,
        outcome: Outcome::RolledBack,
    });
    deck.send(Event::Copied(true));
    assert!(deck.card.is_open());
    assert!(deck.card.note.is_some());
}

#[test]
fn else_the_card_opens_and_says_what_does() {
    for (what, comment, face, target) in [
        (
            "an escalation",
            Some("i want to die"),
            Face::Stop,
            Target::First,
        ),
        (
            "an approval",
            Some("a reporter"),
            Face::Replies,
            Target::Item(0),
        ),
        (
            "an error",
            Some("operation theatre"),
            Face::Replies,
            Target::Item(0),
        ),
        ("nothing fits", Some("hello"), Face::Replies, Target::First),
        (
            "nothing is likely to fit",
            Some("vaguely four hours"),
            Face::Replies,
            Target::Item(0),
        ),
        ("nobody is answered", None, Face::Search, Target::Search),
    ] {
        let mut deck = deck(comment);
        let effects = take(&mut deck);
        assert_eq!(edit(&effects), None, "{what}");
        assert!(takes_focus(&effects), "{what}");
        assert_eq!(deck.card.face(), face, "{what}");
        assert!(
            effects.contains(&Effect::Focus(target)),
            "{what}: {effects:?}"
        );
    }
}

#[test]
fn what_a_reply_leaves_open_is_asked_for() {
    let mut deck = deck(Some("which desk"));
    let effects = take(&mut deck);
    assert_eq!(edit(&effects), None);
    assert!(takes_focus(&effects));
    assert!(effects.contains(&Effect::Focus(Target::Slot(0))));
    assert!(deck.card.form().is_some());
}

#[test]
fn a_composer_that_has_gone_takes_nothing() {
    let mut deck = deck(Some("four hours"));
    deck.hear(ToCard::Gone { composer: 1 });
    assert_eq!(take(&mut deck), []);
}

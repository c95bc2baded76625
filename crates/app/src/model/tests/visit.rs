//! Where the frame is, and what is remembered.

use cuecard_wire::{ToCard, ToDriver};

use super::deck::Deck;
use crate::model::{Action, Effect, Event, Face, Key, Place};

#[test]
fn the_frame_is_as_large_as_what_it_shows_and_gone_with_it() {
    let mut deck = Deck::new();
    assert_eq!(deck.size(100.0, 40.0), None, "no composer yet");
    deck.focus(1, None);
    assert_eq!(deck.size(180.0, 40.0), Some((180.0, 40.0)));
    assert_eq!(deck.size(180.0, 40.0), None, "nothing new is not sent");
    deck.draft(1, "ER");
    deck.act(Action::Open);
    assert_eq!(
        deck.size(332.0, 2000.0),
        Some((332.0, 540.0)),
        "it scrolls inside"
    );

    assert!(
        deck.hear(ToCard::Blur { composer: 1 }).is_empty(),
        "a draft keeps it"
    );
    deck.focus(1, None);
    deck.draft(1, "");
    let hidden = Effect::Send(ToDriver::Place {
        composer: 1,
        dx: 0.0,
        dy: 0.0,
        w: 0.0,
        h: 0.0,
    });
    assert_eq!(
        deck.hear(ToCard::Blur { composer: 1 }),
        std::slice::from_ref(&hidden)
    );
    deck.focus(1, None);
    deck.size(180.0, 40.0);
    assert_eq!(deck.hear(ToCard::Gone { composer: 1 }), [hidden]);
    assert!(deck.hear(ToCard::Gone { composer: 1 }).is_empty());
}

#[test]
fn typing_in_the_card_is_no_reason_to_hide_it() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "");
    deck.act(Action::Open);
    deck.key(Key::Slash);
    deck.send(Event::Focused(true, None));
    deck.hear(ToCard::Blur { composer: 1 });
    assert_eq!(deck.card.face(), Face::Search);
    deck.send(Event::Focused(false, None));
    assert_eq!(deck.card.face(), Face::Hidden);
}

#[test]
fn it_can_be_dragged_and_stays_where_it_was_put() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.size(180.0, 40.0);
    deck.act(Action::Grab);
    let effects = deck.act(Action::Drag(-40.0, 25.0));
    let moved = Effect::Send(ToDriver::Place {
        composer: 1,
        dx: 466.0,
        dy: 25.0,
        w: 180.0,
        h: 40.0,
    });
    assert_eq!(effects, [moved]);
    let place = Place {
        offset: Some((466.0, 25.0)),
        folded: false,
    };
    assert_eq!(deck.act(Action::Drop), [Effect::Remember(place)]);
    deck.act(Action::Grab);
    assert!(deck.act(Action::Drop).is_empty(), "a click is no move");

    deck.act(Action::Grab);
    deck.act(Action::Drag(9000.0, 9000.0));
    let place = Place {
        offset: Some((798.0, 558.0)),
        folded: false,
    };
    assert_eq!(
        deck.act(Action::Drop),
        [Effect::Remember(place)],
        "never outside"
    );

    let back = deck.act(Action::Unmove);
    assert!(
        back.contains(&Effect::Remember(Place::default())),
        "{back:?}"
    );
    assert!(
        back.iter().any(|e| matches!(
            e,
            Effect::Send(ToDriver::Place {
                dx: 506.0,
                dy: 0.0,
                ..
            })
        )),
        "{back:?}"
    );
}

#[test]
fn it_can_be_moved_by_the_arrow_keys() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.size(180.0, 40.0);
    deck.act(Action::Move(true));
    let effects = deck.key(Key::Left);
    assert!(
        effects.contains(&Effect::Remember(Place {
            offset: Some((490.0, 0.0)),
            folded: false
        })),
        "{effects:?}"
    );
    deck.key(Key::Escape);
    assert!(!deck.card.moving);
    assert_eq!(
        deck.card.face(),
        Face::Chip,
        "the first Escape only ends the moving"
    );
}

#[test]
fn pausing_is_said_and_passed_on() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER");
    assert_eq!(deck.act(Action::Pause), [Effect::PauseSite]);
    assert_eq!(
        (deck.card.face(), &*deck.card.chip().words),
        (Face::Paused, "Paused here")
    );

    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.hear(ToCard::Paused);
    assert_eq!(deck.card.face(), Face::Paused);
}

#[test]
fn what_is_read_aloud_changes_with_the_state_only() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "");
    assert_eq!(deck.card.said, "");
    for (draft, said) in [
        ("Fine", "On brand"),
        ("Fine.", "On brand"),
        ("ER", "1 to look at"),
        ("ER and ER", "2 to look at"),
    ] {
        deck.draft(1, draft);
        assert_eq!(deck.card.said, said, "{draft}");
    }
}

//! Kind comments, and comments in another language.

use cuecard_playbook::Comfort;

use super::deck::{Deck, edit};
use crate::model::{Event, Key, Primary};

fn praised(comfort: Option<Comfort>) -> Deck {
    let mut deck = comfort.map_or_else(Deck::new, Deck::with_comfort);
    deck.focus(1, Some("You are an angel"));
    deck.draft(1, "");
    deck
}

#[test]
fn how_far_one_goes_is_the_playbook_s() {
    for (comfort, primary) in [
        (None, Primary::Put),
        (Some(Comfort::Like), Primary::Read),
        (Some(Comfort::Thank), Primary::Put),
        (Some(Comfort::Share), Primary::Put),
    ] {
        let mut deck = praised(comfort);
        let offers = deck.card.offers();
        assert_eq!(
            (offers[0].comfort, offers[0].primary()),
            (comfort, primary),
            "{comfort:?}"
        );
        let put = edit(&deck.key(Key::Digit(1))).is_some();
        assert_eq!(put, primary == Primary::Put, "{comfort:?}");
    }
}

#[test]
fn it_says_nothing_of_complaints() {
    let mut deck = Deck::with_comfort(Comfort::Like);
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    let offers = deck.card.offers();
    assert!(offers.iter().all(|o| o.comfort.is_none()));
    assert_eq!(offers[0].primary(), Primary::Put);
    deck.send(Event::Tick);
}

#[test]
fn the_language_of_a_reply_is_said_where_it_is_news() {
    let mut deck = Deck::new();
    deck.focus(1, Some("muchas gracias"));
    deck.draft(1, "");
    let languages: Vec<_> = deck.card.offers().iter().map(|o| o.language).collect();
    assert_eq!(languages, [Some("es"), Some("en")]);
    deck.focus(2, Some("four hours"));
    deck.draft(2, "");
    assert!(deck.card.offers().iter().all(|o| o.language.is_none()));
}

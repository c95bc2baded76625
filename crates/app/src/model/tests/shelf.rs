//! Favourites and what was used last: what the search shows before anything is typed.

use cuecard_wire::{Outcome, ToCard};

use super::deck::Deck;
use crate::model::{Action, Effect, Event, Shelf, Tab};

fn shown(deck: &Deck) -> Vec<String> {
    let offers = deck.card.offers().into_iter();
    offers.map(|o| o.id.to_owned()).collect()
}

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn searching() -> Deck {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    deck.act(Action::Show(Tab::Search));
    deck
}

#[test]
fn favourites_come_first_then_what_was_used_last() {
    let mut deck = searching();
    assert!(shown(&deck).is_empty(), "nothing is remembered");
    deck.send(Event::Shelf(Shelf {
        favourites: ids(&["visit", "gone", "cafe"]),
        recent: ids(&["wait", "cafe", "gone", "parking"]),
    }));
    assert_eq!(shown(&deck), ["cafe", "visit", "wait", "parking"]);
    deck.act(Action::Search("park".into()));
    assert_eq!(shown(&deck), ["parking"]);
    deck.act(Action::Search(String::new()));
    assert_eq!(shown(&deck).len(), 4);
}

#[test]
fn a_star_is_remembered_and_the_list_stays_still_under_it() {
    let mut deck = searching();
    deck.act(Action::Search("park".into()));
    let effects = deck.act(Action::Favour(0));
    assert_eq!(effects, [Effect::Favour("parking".into(), true)]);
    assert!(deck.card.is_favourite("parking"));
    deck.act(Action::Search(String::new()));
    assert_eq!(shown(&deck), ["parking"]);
    let effects = deck.act(Action::Favour(0));
    assert_eq!(effects, [Effect::Favour("parking".into(), false)]);
    deck.send(Event::Shelf(Shelf::default()));
    assert_eq!(shown(&deck), ["parking"], "the star can be put back");
    deck.act(Action::Show(Tab::Search));
    assert!(shown(&deck).is_empty());
}

#[test]
fn what_stands_in_the_draft_was_used() {
    for (outcome, want) in [(Outcome::Applied, true), (Outcome::Stale, false)] {
        let mut deck = Deck::new();
        deck.focus(1, Some("four hours"));
        deck.draft(1, "");
        deck.act(Action::Put(0));
        let effects = deck.hear(ToCard::Edited { edit: 1, outcome });
        let used = effects.contains(&Effect::Used("wait".into()));
        assert_eq!(used, want, "{outcome:?}");
        deck.act(Action::Show(Tab::Search));
        assert_eq!(shown(&deck) == ["wait"], want, "{outcome:?}");
    }
}

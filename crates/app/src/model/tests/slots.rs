//! The slots of approved texts: known, asked for, left open.

use cuecard_checks::Level;
use cuecard_wire::{Outcome, ToCard};

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Effect, Event, Face, Key, Purpose, Tab, Target};

fn asked(deck: &Deck) -> Vec<String> {
    let form = deck.card.form();
    form.map_or_else(Vec::new, |f| f.slots.iter().map(|s| s.label()).collect())
}

fn deck() -> Deck {
    let mut deck = Deck::new();
    deck.focus(1, Some("where do I go?"));
    deck.draft(1, "");
    deck
}

#[test]
fn what_the_playbook_knows_is_filled_in_unasked() {
    let mut deck = deck();
    assert_eq!(deck.card.offers()[0].text, Some("See riverside.example."));
    let effects = deck.key(Key::Digit(1));
    assert_eq!(edit(&effects), Some((0, 0, "", "See riverside.example.")));
    assert!(deck.card.form().is_none());
}

#[test]
fn the_rest_is_asked_for_and_enter_goes_on_until_the_text_is_put() {
    let mut deck = deck();
    let effects = deck.key(Key::Digit(2));
    assert!(edit(&effects).is_none());
    assert_eq!(effects, [Effect::Focus(Target::Slot(0))]);
    assert_eq!(asked(&deck), ["place", "phone"]);
    let form = deck.card.form().unwrap();
    assert_eq!(form.slots[1].choices, ["555-0104", "555-0100"]);
    // Numbers written into a field are no keys of the list; other keys do nothing either.
    assert!(deck.key(Key::Digit(1)).is_empty());

    deck.act(Action::Slot(0, "main desk".into()));
    assert_eq!(deck.card.form().unwrap().text(), "Main desk {{phone}}");
    let effects = deck.act(Action::SlotDone(0));
    assert_eq!(effects, [Effect::Focus(Target::Slot(1))]);
    deck.act(Action::Slot(1, " 555-0100 ".into()));
    let effects = deck.act(Action::SlotDone(1));
    assert_eq!(edit(&effects), Some((0, 0, "", "Main desk 555-0100")));
    assert!(deck.card.form().is_none());
    // The next time nothing is remembered.
    deck.hear(ToCard::Edited {
        edit: 1,
        outcome: Outcome::Stale,
    });
    deck.act(Action::Show(Tab::Replies));
    deck.act(Action::Put(1));
    let form = deck.card.form().unwrap();
    assert!(form.slots.iter().all(|s| s.value.is_empty()));
}

#[test]
fn what_is_left_empty_stays_a_slot() {
    let mut deck = deck();
    deck.act(Action::Put(1));
    deck.act(Action::Slot(0, "desk".into()));
    let effects = deck.act(Action::FillIn);
    assert_eq!(edit(&effects), Some((0, 0, "", "Desk {{phone}}")));
}

#[test]
fn an_open_slot_is_no_finding_of_the_offer() {
    let mut deck = deck();
    let offers = deck.card.offers();
    assert_eq!(offers[1].text, Some("{{place}} {{phone}}"));
    assert_eq!(offers[1].cautions, []);
    // In the draft it is one.
    deck.draft(1, "Desk {{phone}}");
    assert_eq!(deck.card.session().unwrap().count(Level::Error), 1);
}

#[test]
fn the_form_goes_with_escape_with_other_work_and_with_another_comment() {
    let mut deck = deck();
    deck.act(Action::Put(1));
    // The person looks something up on the page.
    deck.hear(ToCard::Blur { composer: 1 });
    assert_eq!(asked(&deck).len(), 2);
    deck.send(Event::Focused(true, None));
    deck.card.cursor = 1;
    assert_eq!(
        deck.key(Key::Escape),
        [Effect::Focus(Target::Item(1))],
        "back to the reply"
    );
    assert!(deck.card.form().is_none());

    deck.focus(1, Some("where do I go?"));
    deck.act(Action::Put(1));
    deck.act(Action::Show(Tab::Search));
    assert!(deck.card.form().is_none());
    assert_eq!(deck.card.face(), Face::Search);

    deck.act(Action::Show(Tab::Replies));
    deck.act(Action::Put(1));
    deck.focus(1, Some("another: where?"));
    assert!(deck.card.form().is_none());

    // The person selects another comment on the page.
    deck.act(Action::Put(1));
    deck.hear(ToCard::Picked {
        composer: 1,
        text: "four hours".into(),
    });
    assert!(deck.card.form().is_none());
}

#[test]
fn what_is_written_is_not_lost_while_another_edit_is_under_way() {
    let mut deck = deck();
    deck.act(Action::Put(0));
    deck.act(Action::Put(1));
    deck.act(Action::Slot(0, "desk".into()));
    assert!(edit(&deck.act(Action::FillIn)).is_none());
    assert_eq!(deck.card.form().unwrap().slots[0].value, "desk");
}

#[test]
fn in_the_side_panel_the_text_is_copied_with_its_slots_filled_in() {
    let mut deck = Deck::in_panel();
    deck.act(Action::Pasted("where do I go?".into()));
    deck.act(Action::AnswerPasted);
    assert!(copied(&deck.act(Action::Copy(1))).is_none());
    deck.act(Action::Slot(0, "desk".into()));
    deck.act(Action::Slot(1, "555-0100".into()));
    let effects = deck.act(Action::FillIn);
    assert_eq!(copied(&effects), Some("Desk 555-0100"));
}

#[test]
fn what_is_copied_is_filled_in_first_too() {
    let mut deck = deck();
    assert_eq!(deck.act(Action::Copy(1)), [Effect::Focus(Target::Slot(0))]);
    assert_eq!(deck.card.form().unwrap().purpose, Purpose::Copy);
    deck.act(Action::Slot(0, "desk".into()));
    deck.act(Action::Slot(1, "555-0100".into()));
    let effects = deck.act(Action::FillIn);
    assert_eq!(copied(&effects), Some("Desk 555-0100"));
    assert!(edit(&effects).is_none());

    // So is what goes to whoever approves it, by its number key.
    let mut deck = Deck::new();
    deck.focus(1, Some("a reporter"));
    deck.draft(1, "");
    assert_eq!(deck.key(Key::Digit(1)), [Effect::Focus(Target::Slot(0))]);
    deck.act(Action::Slot(0, "555-0100".into()));
    let effects = deck.act(Action::SlotDone(0));
    let text = copied(&effects).unwrap();
    assert!(text.starts_with("For approval: reply “PRESS”, Riverside Health\n"));
    assert!(text.ends_with("\n\nAsk 555-0100."), "{text}");
    // Nothing was put.
    assert!(edit(&effects).is_none());
}

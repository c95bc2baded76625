//! The person corrects whom the draft answers.

use cuecard_platforms::ComposerKind;
use cuecard_wire::{ToCard, ToDriver};

use super::deck::Deck;
use crate::model::{Action, Correction, Effect, Face, Tab};

fn answered(deck: &Deck) -> Option<&str> {
    let answering = deck.card.session()?.about.answering.as_ref();
    answering.map(|a| &*a.text)
}

#[test]
fn what_is_selected_on_the_page_is_what_the_draft_answers() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "");
    deck.act(Action::Open);
    deck.act(Action::Show(Tab::Answer));
    assert_eq!(deck.card.face(), Face::Answer);
    // Selecting on the page takes the focus away from the composer: the question stays.
    deck.hear(ToCard::Blur { composer: 1 });
    assert_eq!(deck.card.face(), Face::Answer);
    let asked = deck.act(Action::Pick);
    assert!(asked.contains(&Effect::Send(ToDriver::Pick { composer: 1 })));

    deck.hear(ToCard::Picked {
        composer: 1,
        text: " \n ".into(),
    });
    assert_eq!(answered(&deck), None);
    assert!(deck.card.note.as_ref().unwrap().trouble);

    deck.hear(ToCard::Picked {
        composer: 1,
        text: " four hours \n".into(),
    });
    assert_eq!(answered(&deck), Some("four hours"));
    assert_eq!(deck.card.face(), Face::Replies);
    assert!(!deck.card.offers().is_empty());
    assert_eq!(deck.card.session().unwrap().about.kind, ComposerKind::Reply);
}

#[test]
fn a_pasted_comment_counts_and_can_be_taken_back() {
    let mut deck = Deck::new();
    deck.focus(1, Some("hello"));
    deck.draft(1, "");
    deck.act(Action::Show(Tab::Answer));
    deck.act(Action::AnswerPasted);
    assert_eq!(
        answered(&deck),
        Some("hello"),
        "an empty field changes nothing"
    );
    deck.act(Action::Pasted("four hours".into()));
    deck.act(Action::AnswerPasted);
    assert_eq!(answered(&deck), Some("four hours"));
    deck.act(Action::Correct(Correction::None));
    assert_eq!(answered(&deck), Some("hello"));
    deck.act(Action::Correct(Correction::Nobody));
    assert_eq!(answered(&deck), None);
    assert_eq!(deck.card.face(), Face::Draft);
}

#[test]
fn a_correction_lasts_until_the_page_shows_another_comment() {
    let mut deck = Deck::new();
    deck.focus(1, Some("hello"));
    deck.draft(1, "");
    deck.act(Action::Pasted("four hours".into()));
    deck.act(Action::AnswerPasted);
    // The focus comes back, with the same comment on the page.
    deck.focus(1, Some("hello"));
    assert_eq!(answered(&deck), Some("four hours"));
    deck.focus(1, Some("another"));
    assert_eq!(answered(&deck), Some("another"));
}

#[test]
fn a_selection_for_a_composer_that_was_left_is_not_taken() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.focus(2, None);
    deck.hear(ToCard::Picked {
        composer: 1,
        text: "four hours".into(),
    });
    assert_eq!(answered(&deck), None);
}

//! The thread of a page: sentences in turn, and many comments of one kind.

use cuecard_wire::{Outcome, ToCard};

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Face};

/// Puts the first reply of a composer that answers a comment; gives what was put.
fn put(deck: &mut Deck, composer: u32, comment: &str, outcome: Outcome) -> String {
    deck.focus(composer, Some(comment));
    deck.draft(composer, "");
    let effects = deck.act(Action::Put(0));
    let put = edit(&effects).map(|(.., text)| text.to_owned());
    deck.hear(ToCard::Edited {
        edit: composer,
        outcome,
    });
    put.unwrap()
}

#[test]
fn the_same_sentence_does_not_stand_again_as_long_as_there_is_another() {
    let mut deck = Deck::new();
    deck.focus(9, Some("waits: twice"));
    for (composer, outcome, want) in [
        // What did not get in was not used.
        (1, Outcome::Stale, "Variant 1."),
        (2, Outcome::Applied, "Variant 1."),
        (3, Outcome::Applied, "Variant 2."),
        (4, Outcome::Applied, "Variant 1."),
    ] {
        let comment = format!("{composer}: twice");
        assert_eq!(put(&mut deck, composer, &comment, outcome), want);
    }
    // An answer that waited knows too.
    deck.focus(9, Some("waits: twice"));
    assert_eq!(deck.card.offers()[0].text, Some("Variant 2."));
}

#[test]
fn several_comments_of_one_kind_are_graver_but_none_counts_twice() {
    let mut deck = Deck::new();
    let face = |deck: &mut Deck, composer: u32, comment: &str| {
        deck.focus(composer, Some(comment));
        deck.draft(composer, "");
        deck.card.face()
    };
    assert_eq!(face(&mut deck, 1, "four hours"), Face::Replies);
    assert_eq!(face(&mut deck, 2, "five hours"), Face::Replies);
    // The first again, in the same composer and in another.
    assert_eq!(face(&mut deck, 1, "four hours"), Face::Replies);
    assert_eq!(face(&mut deck, 3, "four hours"), Face::Replies);
    deck.seconds = 10.0;
    assert_eq!(face(&mut deck, 4, "six hours"), Face::Stop);
    let line = "3 such comments on this page within 1 min.";
    assert_eq!(deck.card.raised_line().as_deref(), Some(line));
    assert!(
        copied(&deck.act(Action::CopyPacket))
            .unwrap()
            .contains(line)
    );
    // Long after, it is one comment again.
    deck.seconds = 200.0;
    assert_eq!(face(&mut deck, 5, "seven hours"), Face::Replies);
}

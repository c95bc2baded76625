//! Approved replies: when they show, what goes into the draft.

use cuecard_wire::{Outcome, ToCard};

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Effect, Event, Face, Key, Mark, Place, Tab, Target};

#[test]
fn the_replies_open_by_themselves_under_a_comment_while_nothing_is_written() {
    for (name, comment, folded, draft, want) in [
        ("a reply", Some("four hours"), false, "", Face::Replies),
        (
            "the site's mention",
            Some("four hours"),
            false,
            "@carla_m ",
            Face::Replies,
        ),
        (
            "nothing fits: it says so",
            Some("hello"),
            false,
            "",
            Face::Replies,
        ),
        (
            "something is written",
            Some("four hours"),
            false,
            "So sorry",
            Face::Chip,
        ),
        (
            "folded on this site",
            Some("four hours"),
            true,
            "",
            Face::Chip,
        ),
        ("a post", None, false, "", Face::Chip),
    ] {
        let mut deck = Deck::new();
        deck.send(Event::Remembered(Place {
            offset: None,
            folded,
        }));
        deck.focus(1, comment);
        assert_eq!(
            deck.card.face(),
            Face::Chip,
            "{name}: not before the draft is known"
        );
        deck.draft(1, draft);
        assert_eq!(deck.card.face(), want, "{name}");
    }
}

#[test]
fn an_error_in_the_draft_comes_before_the_replies() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    assert_eq!(deck.card.face(), Face::Replies);
    deck.draft(1, "ER");
    assert_eq!(deck.card.face(), Face::Replies, "a warning can wait");
    deck.draft(1, "ER cure");
    assert_eq!(deck.card.face(), Face::Draft);
    deck.act(Action::Show(Tab::Replies));
    deck.draft(1, "ER cure it");
    assert_eq!(deck.card.face(), Face::Replies, "only once");
}

#[test]
fn under_a_post_of_our_own_nobody_is_answered() {
    let mut deck = Deck::new();
    deck.focus_under(1, Some("four hours"), "Riverside Health");
    deck.draft(1, "");
    assert_eq!(deck.card.face(), Face::Chip);
    assert!(deck.card.offers().is_empty());
}

#[test]
fn what_the_person_closed_stays_closed_until_another_comment() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    deck.key(Key::Escape);
    deck.draft(1, "So");
    deck.draft(1, "");
    deck.focus(1, Some("four hours"));
    assert_eq!(deck.card.face(), Face::Chip);
    assert_eq!(
        (deck.card.chip().mark, &*deck.card.chip().words),
        (Mark::Idle, "3 approved replies")
    );
    deck.focus(1, Some("nine hours"));
    assert_eq!(deck.card.face(), Face::Replies);
}

#[test]
fn folding_is_remembered_and_unfolding_too() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    let folded = |f| {
        Effect::Remember(Place {
            offset: None,
            folded: f,
        })
    };
    assert!(deck.act(Action::Fold).contains(&folded(true)));
    assert!(deck.act(Action::Open).contains(&folded(false)));
    assert_eq!(
        deck.card.face(),
        Face::Replies,
        "what helps most: nothing is written yet"
    );
}

#[test]
fn a_reply_goes_in_after_what_is_there_and_the_card_steps_back() {
    for (draft, at, insert, after) in [
        ("", 0, "Sorry.", "Sorry."),
        ("@carla_m ", 9, "Sorry.", "@carla_m Sorry."),
        ("Hello", 5, "\nSorry.", "Hello\nSorry."),
    ] {
        let mut deck = Deck::new();
        deck.focus(1, Some("four hours"));
        deck.draft(1, draft);
        deck.act(Action::Open);
        deck.act(Action::Show(Tab::Replies));
        assert_eq!(
            edit(&deck.key(Key::Digit(1))),
            Some((at, at, "", insert)),
            "{draft:?}"
        );
        deck.hear(ToCard::Edited {
            edit: 1,
            outcome: Outcome::Applied,
        });
        assert_eq!(
            deck.card.face(),
            Face::Replies,
            "the draft that shows it is to come"
        );
        deck.draft(1, after);
        assert_eq!(deck.card.face(), Face::Chip, "{draft:?}: nothing to change");
        assert_eq!(deck.card.said, "The reply is in the draft. On brand");
    }
}

#[test]
fn a_reply_that_departs_from_the_playbook_shows_where() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    deck.act(Action::Put(0));
    // The draft comes before the outcome here; both orders happen.
    deck.draft(1, "Sorry. ER");
    deck.hear(ToCard::Edited {
        edit: 1,
        outcome: Outcome::Applied,
    });
    assert_eq!(deck.card.face(), Face::Draft);
}

#[test]
fn what_needs_approval_is_copied_for_it_first_and_what_must_not_go_out_stays() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    let effects = deck.key(Key::Digit(2));
    let text = copied(&effects).unwrap();
    assert_eq!(
        text,
        "For approval: reply “PRESS”, Riverside Health\nComment by @carla_m\nLink: https://bsky.app/post/1\n\nThank you."
    );
    assert!(
        edit(&deck.act(Action::Put(1))).is_some(),
        "the person may still put it there"
    );
    let effects = deck.key(Key::Digit(3));
    assert!(edit(&effects).is_none() && copied(&effects).is_none());
    assert_eq!(deck.card.opened(), Some(2), "it shows what to do");
    assert!(copied(&deck.act(Action::Copy(2))).is_none());
    assert_eq!(deck.card.approver().unwrap().0, "Communications lead");
}

#[test]
fn search_finds_and_puts() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "");
    deck.act(Action::Open);
    assert_eq!(deck.key(Key::Slash), [Effect::Focus(Target::Search)]);
    assert_eq!(deck.card.face(), Face::Search);
    deck.act(Action::Search("parking".into()));
    assert_eq!(deck.card.offers().len(), 1);
    assert_eq!(deck.key(Key::Down), [Effect::Focus(Target::Item(0))]);
    assert_eq!(
        edit(&deck.act(Action::Put(0))),
        Some((0, 0, "", "Parking is free."))
    );
    deck.key(Key::Escape);
    assert_eq!(
        (deck.card.face(), &*deck.card.query),
        (Face::Search, ""),
        "first it clears"
    );
    deck.key(Key::Escape);
    assert_eq!(deck.card.face(), Face::Chip);
}

/// The line under an offer.
fn line(deck: &Deck, item: usize) -> Option<String> {
    let offers = deck.card.offers();
    deck.card.caution_line(offers.get(item)?.cautions)
}

#[test]
fn what_would_be_marked_under_this_very_comment_is_said_with_the_offer() {
    for (comment, want) in [
        ("the bus was late", None),
        (
            "my operation was late",
            Some("Would be marked: “operation”. This confirms it."),
        ),
    ] {
        let mut deck = Deck::new();
        deck.focus(1, Some(comment));
        deck.draft(1, "");
        assert_eq!(line(&deck, 0), None, "{comment}");
        assert_eq!(line(&deck, 1).as_deref(), want, "{comment}");
        // By key: at once, or only once the line was seen.
        let first = edit(&deck.key(Key::Digit(2))).is_some();
        assert_eq!(first, want.is_none(), "{comment}");
        if !first {
            assert_eq!(deck.card.opened(), Some(1));
            assert!(edit(&deck.key(Key::Digit(2))).is_some());
        }
    }
}

#[test]
fn what_a_search_finds_is_looked_at_too_and_rules_that_are_not_wanted_are_not_said() {
    let mut deck = Deck::new();
    deck.focus(1, Some("my operation was late"));
    deck.draft(1, "");
    deck.act(Action::Show(Tab::Search));
    deck.act(Action::Search("operation".into()));
    let want = "Would be marked: “operation”. This confirms it. And 1 more.";
    assert_eq!(line(&deck, 0).as_deref(), Some(want));
    deck.send(Event::Never(vec!["reply-guard/echo".into()]));
    let want = "Would be marked: “ER”. Why not ER.";
    assert_eq!(line(&deck, 0).as_deref(), Some(want));
    deck.send(Event::Never(vec![
        "reply-guard/echo".into(),
        "words/ER".into(),
    ]));
    assert_eq!(line(&deck, 0), None);
}

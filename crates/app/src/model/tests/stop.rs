//! Escalation: in place of replies, with steps, a clock and a packet.

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Effect, Event, Face, Key, Mark, Place, Step, Tab};
use cuecard_journal::What;
use cuecard_wire::{ToCard, ToDriver};

#[test]
fn an_escalation_opens_unless_folded_and_a_crisis_even_then() {
    for (comment, folded, want) in [
        ("I want to die", false, Face::Stop),
        ("I want to die", true, Face::Stop),
        ("my lawyer will call", false, Face::Stop),
        ("my lawyer will call", true, Face::Chip),
    ] {
        let mut deck = Deck::new();
        deck.send(Event::Remembered(Place {
            offset: None,
            folded,
        }));
        deck.focus(1, Some(comment));
        assert_eq!(
            deck.card.face(),
            want,
            "{comment}, folded: {folded}; before any draft"
        );
        deck.draft(1, "Please");
        assert_eq!(deck.card.face(), want, "{comment}, folded: {folded}");
        assert_eq!(
            (deck.card.chip().mark, &*deck.card.chip().words),
            (Mark::Stop, "Do not reply yet")
        );
        assert_eq!(
            deck.card.said,
            "Do not reply yet. Someone may hurt themselves"
        );
    }
}

#[test]
fn the_steps_say_who_how_fast_and_how_long_is_left() {
    let mut deck = Deck::new();
    deck.focus(1, Some("I want to die"));
    assert!(deck.card.ticking());
    for (seconds, want) in [
        (0.0, "5:00 left of 5 min"),
        (48.0, "4:12 left of 5 min"),
        (365.0, "1:05 over 5 min"),
    ] {
        deck.seconds = seconds;
        deck.send(Event::Tick);
        let steps = deck.card.steps();
        let Some(Step::Tell {
            role,
            who,
            hours,
            reach,
            left,
            ..
        }) = steps.first()
        else {
            panic!("{steps:?}")
        };
        assert_eq!(
            (&**role, &**who, &**hours),
            ("On call", "Administrator on call", "always")
        );
        assert_eq!(reach[0].link.as_deref(), Some("tel:5550111"));
        assert_eq!(left.as_deref(), Some(want));
        assert_eq!(steps[1], Step::Do("screenshot".into()));
    }
    deck.act(Action::Show(Tab::Draft));
    assert!(!deck.card.ticking(), "no timer where no clock is seen");
}

#[test]
fn the_packet_says_what_the_person_told_needs() {
    let mut deck = Deck::new();
    deck.focus(1, Some("I want to die"));
    let effects = deck.key(Key::Digit(1));
    assert_eq!(
        copied(&effects).unwrap(),
        "To act on: Someone may hurt themselves (crisis), Riverside Health\n\
         Copied at 2026-11-24T21:04:05-06:00\n\
         On bsky.app\n\
         Link: https://bsky.app/post/1\n\
         Comment by @carla_m\n\
         Because of “want to die”\n\
         Tell On call within 5 minutes: 555-0111\n\
         - screenshot"
    );
    let back = deck.send(Event::Copied(true));
    assert_eq!(
        back,
        [Effect::Send(ToDriver::ReturnFocus { composer: 1 })],
        "copying takes the focus"
    );
    assert_eq!(
        deck.card.note.as_ref().map(|n| (&*n.text, n.trouble)),
        Some(("Copied.", false))
    );
}

#[test]
fn it_stays_while_somebody_works_through_it() {
    let mut deck = Deck::new();
    deck.focus(1, Some("I want to die"));
    deck.draft(1, "");
    deck.hear(ToCard::Blur { composer: 1 });
    assert_eq!(deck.card.face(), Face::Stop);
    deck.hear(ToCard::Gone { composer: 1 });
    assert_eq!(deck.card.face(), Face::Hidden);
}

#[test]
fn the_person_may_put_it_aside_and_come_back() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours and I want to die"));
    deck.draft(1, "");
    assert!(edit(&deck.act(Action::Put(9))).is_none());
    deck.act(Action::Overrule(true));
    assert_eq!(
        (deck.card.face(), deck.card.chip().mark),
        (Face::Replies, Mark::Idle)
    );
    assert!(edit(&deck.key(Key::Digit(1))).is_some());
    deck.act(Action::Overrule(false));
    assert_eq!(deck.card.face(), Face::Stop);
    deck.act(Action::Overrule(true));
    deck.focus(1, Some("another one: I want to die"));
    assert_eq!(
        deck.card.face(),
        Face::Stop,
        "another comment is another decision"
    );
}

#[test]
fn the_holding_reply_goes_in_only_when_asked_for() {
    let mut deck = Deck::new();
    deck.focus(1, Some("I want to die"));
    deck.draft(1, "");
    deck.act(Action::Holding);
    assert!(deck.card.session().unwrap().holding);
    let effects = deck.act(Action::PutHolding);
    assert_eq!(
        edit(&effects),
        Some((0, 0, "", "If you are in danger call 911 now."))
    );
}

/// Who is told, who is away, and how long is left, of every step that tells somebody.
fn whom(deck: &Deck) -> Vec<(String, Vec<String>, Option<String>)> {
    let steps = deck.card.steps();
    let told = steps.into_iter().filter_map(|step| match step {
        Step::Tell {
            role, away, left, ..
        } => Some((role, away, left)),
        Step::Do(_) => None,
    });
    told.collect()
}

#[test]
fn outside_of_staffed_hours_who_is_on_call_is_told_once_and_by_the_shortest_time() {
    let mut deck = Deck::new();
    // A Tuesday evening.
    deck.focus(1, Some("a nurse slapped me"));
    let left = |text: &str| Some(text.to_owned());
    assert_eq!(
        whom(&deck),
        [
            (
                "On call".to_owned(),
                vec!["Patient Relations is not at work now (Mon-Fri 8:00-18:00).".to_owned()],
                left("15:00 left of 15 min")
            ),
            ("Security".to_owned(), vec![], None)
        ]
    );
    // Wednesday at noon: the clock of the comment has run on, and the team is there.
    deck.seconds = 15.0 * 3600.0;
    deck.send(Event::Tick);
    let told = whom(&deck);
    let names: Vec<&str> = told.iter().map(|(role, ..)| role.as_str()).collect();
    assert_eq!(names, ["Patient Relations", "On call", "Security"]);
    assert!(told.iter().all(|(_, away, _)| away.is_empty()), "{told:?}");
}

#[test]
fn a_class_without_a_protocol_is_shown_copied_and_noted_by_its_class() {
    let mut deck = Deck::new();
    deck.focus(1, Some("a nurse slapped me"));
    assert_eq!(deck.card.face(), Face::Stop);
    assert_eq!(deck.card.stop_title(), "Do not reply");
    let effects = deck.act(Action::CopyPacket);
    assert_eq!(
        copied(&effects).unwrap(),
        "To act on: Assault (crisis), Riverside Health\n\
         Copied at 2026-11-24T21:04:05-06:00\n\
         On bsky.app\n\
         Link: https://bsky.app/post/1\n\
         Comment by @carla_m\n\
         Also heard: Legal threat\n\
         Tell On call within 15 minutes: 555-0111\n\
         Patient Relations is not at work now (Mon-Fri 8:00-18:00).\n\
         Tell Security\n\
         - screenshot"
    );
    let noted = effects.iter().any(|e| {
        matches!(e, Effect::Record(_, entry)
            if entry.what == What::Escalated { protocol: "assault".into() })
    });
    assert!(noted, "{effects:?}");
}

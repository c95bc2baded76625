//! Findings: marks, order, fixes, what is right here.

use cuecard_wire::{Mark, MarkLevel, Outcome, ToCard, ToDriver};

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Effect, Event, Face, Key, Mark as Shape, Tab, Target};

fn marks(effects: &[Effect]) -> Vec<(u32, u32, MarkLevel)> {
    match effects.first() {
        Some(Effect::Send(ToDriver::Marks { marks, .. })) => marks
            .iter()
            .map(|Mark { start, end, level }| (*start, *end, *level))
            .collect(),
        other => panic!("the first answer to a draft is its marks, not {other:?}"),
    }
}

#[test]
fn a_draft_is_answered_with_marks_in_utf16() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    let got = marks(&deck.draft(1, "👩‍⚕️ cure ER"));
    assert_eq!(
        got,
        [(6, 10, MarkLevel::Error), (11, 13, MarkLevel::Warning)]
    );
    assert!(marks(&deck.draft(1, "Fine.")).is_empty());
    assert!(marks(&deck.draft(9, "ER of a composer never heard of")).is_empty());
}

#[test]
fn the_chip_says_how_it_stands() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    assert_eq!(deck.card.face(), Face::Chip);
    for (draft, shape, words, left) in [
        ("", Shape::Idle, "Ready", None),
        ("Fine.", Shape::Well, "On brand", Some("15 left")),
        ("hm", Shape::Suggestion, "1 suggestion", Some("18 left")),
        ("ER hm", Shape::Warning, "2 to look at", Some("15 left")),
        ("ER cure hm", Shape::Error, "1 must change", Some("10 left")),
        (
            "Much too long for this.",
            Shape::Error,
            "1 must change",
            Some("−3"),
        ),
    ] {
        deck.draft(1, draft);
        let chip = deck.card.chip();
        assert_eq!((chip.mark, &*chip.words), (shape, words), "{draft}");
        assert_eq!(chip.left.map(|l| l.short).as_deref(), left, "{draft}");
    }
    assert_eq!(deck.card.chip().priority.as_deref(), Some("Recruitment"));
}

#[test]
fn findings_stand_by_level_and_a_fix_is_one_edit() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER 🙂 hm cure ER");
    deck.act(Action::Open);
    let about: Vec<_> = deck
        .card
        .session()
        .unwrap()
        .rows()
        .iter()
        .map(|r| (r.about().to_owned(), r.nth))
        .collect();
    assert_eq!(
        about,
        [
            ("cure".into(), 0),
            ("ER".into(), 0),
            ("ER".into(), 1),
            ("hm".into(), 0)
        ]
    );
    assert_eq!(deck.card.opened(), Some(0));

    assert_eq!(
        edit(&deck.act(Action::Fix(2, 1))),
        Some((14, 16, "ER", "ED"))
    );
    assert_eq!(
        edit(&deck.act(Action::Fix(1, 0))),
        None,
        "one edit at a time"
    );
    deck.seconds += 6.0;
    assert_eq!(
        edit(&deck.key(Key::Digit(1))),
        Some((9, 13, "cure", "")),
        "a lost answer does not block for ever"
    );
    assert_eq!(edit(&deck.act(Action::Fix(7, 0))), None);
}

#[test]
fn what_becomes_of_an_edit_is_said() {
    for (outcome, clipboard, note, rescued) in [
        (Outcome::Applied, true, None, false),
        (
            Outcome::Stale,
            true,
            Some("The draft changed meanwhile, so nothing was written."),
            true,
        ),
        (
            Outcome::Stale,
            false,
            Some("The draft changed meanwhile, so nothing was written. The clipboard"),
            true,
        ),
        (
            Outcome::RolledBack,
            true,
            Some("The editor did not take it. Your draft is as it was;"),
            true,
        ),
        (
            Outcome::RolledBack,
            false,
            Some("The editor did not take it. Your draft is as it was. The clipboard"),
            true,
        ),
        (
            Outcome::Differs,
            true,
            Some("The editor did not take it as it is. Look at your draft"),
            true,
        ),
    ] {
        let mut deck = Deck::new();
        deck.focus(1, None);
        deck.draft(1, "ER");
        deck.act(Action::Open);
        deck.act(Action::Fix(0, 0));
        assert!(
            deck.hear(ToCard::Edited { edit: 99, outcome }).is_empty(),
            "another edit's outcome"
        );
        let effects = deck.hear(ToCard::Edited { edit: 1, outcome });
        assert_eq!(
            copied(&effects),
            rescued.then_some("emergency department"),
            "{outcome:?}"
        );
        deck.send(Event::Copied(clipboard));
        let said = deck.card.note.as_ref().map(|n| n.text.as_str());
        assert_eq!(said.is_some(), note.is_some(), "{outcome:?} {said:?}");
        assert!(
            said.unwrap_or_default()
                .starts_with(note.unwrap_or_default()),
            "{said:?}"
        );
        if note.is_some() {
            assert_eq!(Some(&*deck.card.said), said, "it is read aloud");
        }
        deck.act(Action::Show(Tab::Draft));
        assert_eq!(deck.card.note, None);
    }
}

#[test]
fn what_is_right_here_stays_so_until_it_changes() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER cure");
    deck.act(Action::Open);
    assert_eq!(
        marks(&deck.act(Action::NotHere(1))),
        [(3, 7, MarkLevel::Error)]
    );
    assert_eq!(deck.card.chip().words, "1 must change");
    assert_eq!(
        marks(&deck.draft(1, "ER curex ER")).len(),
        1,
        "the same word, again"
    );
    deck.draft(1, "E");
    assert_eq!(
        marks(&deck.draft(1, "ER")).len(),
        1,
        "it was changed: it counts again"
    );
    deck.focus(2, None);
    assert_eq!(marks(&deck.draft(2, "ER")).len(), 1, "another composer");
}

#[test]
fn the_shortcut_opens_the_finding_at_the_caret_and_only_then_takes_the_focus() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "🙂 ER hm");
    assert!(
        deck.hear(ToCard::Open {
            composer: 1,
            at: 7,
            keyboard: false
        })
        .is_empty()
    );
    assert_eq!(
        (deck.card.face(), deck.card.opened()),
        (Face::Draft, Some(1))
    );
    let effects = deck.hear(ToCard::Open {
        composer: 1,
        at: 4,
        keyboard: true,
    });
    assert_eq!(effects, [Effect::Focus(Target::Item(0))]);
    assert_eq!(deck.card.opened(), Some(0));

    deck.send(Event::Focused(true, None));
    assert_eq!(deck.key(Key::Down), [Effect::Focus(Target::Item(1))]);
    assert_eq!(
        deck.key(Key::Down),
        [Effect::Focus(Target::Item(1))],
        "the last"
    );
    assert_eq!(
        deck.act(Action::Toggle(1)),
        [Effect::Send(ToDriver::Show {
            composer: 1,
            start: 6,
            end: 8
        })]
    );
    assert_eq!(deck.key(Key::Home), [Effect::Focus(Target::Item(0))]);
    assert_eq!(
        deck.key(Key::Escape),
        [Effect::Send(ToDriver::ReturnFocus { composer: 1 })]
    );
    assert_eq!(deck.card.face(), Face::Chip);
}

#[test]
fn a_click_never_selects_in_the_draft_while_the_person_types_there() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER hm");
    deck.act(Action::Open);
    assert!(deck.act(Action::Toggle(1)).is_empty());
    assert_eq!(deck.card.opened(), Some(1));
    deck.act(Action::Toggle(1));
    assert_eq!(deck.card.opened(), None, "closed");
}

#[test]
fn the_pages_are_turned_by_the_arrow_keys() {
    let mut deck = Deck::new();
    deck.focus(1, Some("four hours"));
    deck.draft(1, "");
    for (key, want) in [
        (Key::Left, Some(Face::Draft)),
        (Key::Left, None),
        (Key::Right, Some(Face::Replies)),
        (Key::Right, Some(Face::Search)),
        (Key::Right, None),
    ] {
        let effects = deck.key(key);
        assert_eq!(
            effects.contains(&Effect::Focus(Target::Tab)),
            want.is_some(),
            "{key:?}"
        );
        assert!(want.is_none_or(|face| deck.card.face() == face), "{key:?}");
    }
}

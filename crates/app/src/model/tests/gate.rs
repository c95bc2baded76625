//! The soft gate, and what is noted of a draft that went out.

use cuecard_journal::What;
use cuecard_wire::{Outcome, ToCard, ToDriver};

use super::deck::Deck;
use crate::model::{Action, Effect, Event, Face};

fn told(effects: &[Effect]) -> Vec<bool> {
    effects
        .iter()
        .filter_map(|e| match e {
            Effect::Send(ToDriver::Gate { closed, .. }) => Some(*closed),
            _ => None,
        })
        .collect()
}

fn recorded(effects: &[Effect]) -> Vec<What> {
    effects
        .iter()
        .filter_map(|e| match e {
            Effect::Record(_, entry) => Some(entry.what.clone()),
            _ => None,
        })
        .collect()
}

fn submit(deck: &mut Deck, held: bool) -> Vec<Effect> {
    deck.hear(ToCard::Submit { composer: 1, held })
}

#[test]
fn the_gate_is_closed_while_an_error_is_open() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    assert_eq!(told(&deck.draft(1, "ER")), [] as [bool; 0]);
    assert_eq!(told(&deck.draft(1, "a cure")), [true]);
    // Told once.
    assert_eq!(told(&deck.draft(1, "a cure ER")), [] as [bool; 0]);
    assert_eq!(told(&deck.draft(1, "ER")), [false]);
}

#[test]
fn a_held_submit_is_asked_about_and_let_go() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "a cure");
    submit(&mut deck, true);
    assert_eq!(deck.card.face(), Face::Draft);
    assert!(deck.card.session().unwrap().gate.asks);
    assert!(deck.card.said.contains("Held"), "{}", deck.card.said);

    let effects = deck.act(Action::LetGo);
    assert_eq!(told(&effects), [false]);
    let rules = vec!["words/cure".to_owned()];
    assert_eq!(recorded(&effects), [What::Overridden { rules }]);
    assert!(!deck.card.session().unwrap().gate.asks);

    // What was let go stays let go; a further error closes the gate again.
    assert_eq!(told(&deck.draft(1, "a cure!")), [] as [bool; 0]);
    assert_eq!(told(&deck.draft(1, "a cure, much too long")), [true]);
}

#[test]
fn mending_answers_the_question() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "a cure");
    submit(&mut deck, true);
    deck.draft(1, "a cream");
    assert!(!deck.card.session().unwrap().gate.asks);
    assert_eq!(deck.card.note, None);
    assert!(recorded(&deck.act(Action::LetGo)).is_empty());
}

#[test]
fn a_draft_that_the_site_took_is_noted_without_its_text() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER tonight");
    assert!(recorded(&submit(&mut deck, false)).is_empty());
    let noted = recorded(&deck.draft(1, ""));
    let what = What::Posted {
        priorities: vec!["Recruitment".to_owned()],
        open: vec!["words/ER".to_owned()],
    };
    assert_eq!(noted, [what]);
    // Once.
    assert!(recorded(&deck.draft(1, "")).is_empty());
}

#[test]
fn a_composer_that_closes_after_the_submit_was_taken_too() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "Fine.");
    submit(&mut deck, false);
    let gone = deck.hear(ToCard::Gone { composer: 1 });
    assert_eq!(recorded(&gone).len(), 1);
}

#[test]
fn emptying_a_draft_by_hand_is_no_post() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "Fine.");
    submit(&mut deck, false);
    deck.seconds += 60.0;
    assert!(recorded(&deck.draft(1, "")).is_empty());
    deck.draft(1, "Fine.");
    assert!(recorded(&deck.draft(1, "")).is_empty());
}

#[test]
fn the_footer_knows_the_months_mix() {
    let mut deck = Deck::new();
    deck.send(Event::Journal(
        "1\t2\tx\tpost\tposted\tRecruitment\t\n".to_owned(),
    ));
    assert!((deck.card.shares[0].part - 1.0).abs() < f32::EPSILON);
}

#[test]
fn what_was_mended_answered_and_escalated_is_noted_once_it_is_done() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "Our ER");
    assert!(
        recorded(&deck.act(Action::Fix(0, 0))).is_empty(),
        "not before it is done"
    );
    let applied = |edit| ToCard::Edited {
        edit,
        outcome: Outcome::Applied,
    };
    let rule = "words/ER".to_owned();
    assert_eq!(
        recorded(&deck.hear(applied(1))),
        [What::Fixed { rule: rule.clone() }]
    );
    let lasting = false;
    assert_eq!(
        recorded(&deck.act(Action::NotHere(0))),
        [What::Ignored { rule, lasting }]
    );

    deck.focus(2, Some("four hours"));
    deck.draft(2, "");
    deck.act(Action::Put(0));
    assert!(matches!(
        &recorded(&deck.hear(applied(2)))[..],
        [What::Answered { .. }]
    ));
}

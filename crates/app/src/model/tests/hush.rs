//! Everything mended at once; rules that are not wanted again.

use cuecard_wire::{Outcome, ToCard, ToDriver};

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Effect, Event};

fn rules(deck: &Deck) -> Vec<String> {
    let session = deck.card.session().unwrap();
    let rows = session.rows();
    rows.iter().map(|r| r.finding.rule.clone()).collect()
}

/// The engine's `cure` has one fix and `hm` none; `ER` has two to choose from.
#[test]
fn all_plain_fixes_are_one_edit() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "🙂 cure ER\ncure hm cure.");
    let fixes = deck.card.session().unwrap().plain_fixes().len();
    assert_eq!(fixes, 3, "a choice is left to the person");
    assert_eq!(
        edit(&deck.act(Action::FixAll)),
        Some((3, 23, "cure ER\ncure hm cure", " ER\n hm "))
    );
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER hm");
    assert_eq!(edit(&deck.act(Action::FixAll)), None);
}

#[test]
fn a_safe_sentence_is_never_put_without_being_read() {
    let mut deck = Deck::new();
    deck.focus(1, Some("my operation"));
    deck.draft(1, "cure your operation");
    assert_eq!(rules(&deck), ["words/cure", "reply-guard/echo"]);
    let session = deck.card.session().unwrap();
    let fixes: Vec<&str> = session.plain_fixes().iter().map(|(_, fix)| *fix).collect();
    assert_eq!(fixes, [""]);
}

#[test]
fn a_rule_is_hushed_everywhere_and_comes_back() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER hm ER");
    deck.act(Action::Open);
    let effects = deck.act(Action::Never(0));
    assert!(
        effects.contains(&Effect::Never("words/ER".into(), Some(String::new()))),
        "remembered by the rule alone"
    );
    assert!(matches!(
        effects.first(),
        Some(Effect::Send(ToDriver::Marks { marks, .. })) if marks.len() == 1
    ));
    assert_eq!(rules(&deck), ["words/hm"]);
    assert_eq!(deck.card.hushed.as_deref(), Some("words/ER"));
    deck.draft(1, "Our ER");
    assert!(rules(&deck).is_empty());
    deck.focus(2, None);
    deck.draft(2, "ER");
    assert!(rules(&deck).is_empty());
    let effects = deck.act(Action::Again("words/ER".into()));
    assert_eq!(
        effects.last(),
        Some(&Effect::Never("words/ER".into(), None))
    );
    assert_eq!(rules(&deck), ["words/ER"]);
    assert_eq!(deck.card.hushed, None);
    deck.send(Event::Never(vec!["words/ER".into()]));
    assert!(rules(&deck).is_empty(), "another page of ours has said so");
}

#[test]
fn the_rule_of_an_error_is_hushed_only_with_a_reason() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "cure");
    let never = |effects: &[Effect]| effects.iter().any(|e| matches!(e, Effect::Never(..)));
    assert!(!never(&deck.act(Action::Never(0))));
    assert!(!never(&deck.act(Action::Reason("  ".into()))));
    assert!(
        !never(&deck.act(Action::NeverBecause)),
        "no reason is given"
    );
    assert!(deck.card.reason.is_some());
    deck.act(Action::Reason(" It is the name of our choir ".into()));
    let effects = deck.act(Action::NeverBecause);
    let why = "It is the name of our choir".to_owned();
    assert!(effects.contains(&Effect::Never("words/cure".into(), Some(why))));
    assert!(rules(&deck).is_empty());
    assert!(deck.card.reason.is_none());
}

#[test]
fn a_rule_is_kept_after_all() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "cure");
    deck.act(Action::Never(0));
    deck.act(Action::NeverMind);
    assert!(deck.card.reason.is_none());
    assert_eq!(rules(&deck), ["words/cure"]);
}

#[test]
fn what_came_too_late_is_on_the_clipboard() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "ER");
    deck.act(Action::Fix(0, 1));
    let effects = deck.hear(ToCard::Edited {
        edit: 1,
        outcome: Outcome::Stale,
    });
    assert_eq!(copied(&effects), Some("ED"));
    deck.send(Event::Copied(true));
    let note = deck.card.note.clone().unwrap();
    assert!(note.trouble && note.text.contains("clipboard"), "{note:?}");
}

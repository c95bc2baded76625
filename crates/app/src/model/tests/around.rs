//! What stands around a draft: what is attached to it, as whom the page posts, for whom it is; and a playbook that has to
//! be read anew.

use cuecard_platforms::{ComposerKind, EditorKind};
use cuecard_wire::{ComposerInfo, Geometry, SeenMedia, ToCard, ToDriver};

use super::deck::Deck;
use crate::model::{Action, Effect, Event, Face, Loaded, Mark, Shelf, Tab, Unread};

fn meet(deck: &mut Deck, account: &str, media: SeenMedia) -> Vec<Effect> {
    deck.hear(ToCard::Composer {
        composer: 1,
        about: ComposerInfo {
            platform: "x".into(),
            kind: ComposerKind::Post,
            editor: EditorKind::Draft,
            answering: None,
            account: account.into(),
            counter: None,
            media,
        },
        geometry: Geometry::default(),
    })
}

fn rules(deck: &Deck) -> Vec<&str> {
    let session = deck.card.session().unwrap();
    session.live().map(|f| f.rule.as_str()).collect()
}

#[test]
fn a_picture_is_told_of_as_soon_as_it_is_attached() {
    let picture = |described, bare| SeenMedia {
        attached: 1,
        described,
        bare,
    };
    let mut deck = Deck::new();
    meet(&mut deck, "", SeenMedia::default());
    deck.draft(1, "Our garden");
    assert!(rules(&deck).is_empty());
    // Nothing is typed meanwhile: the page alone changes.
    let effects = meet(&mut deck, "", picture(0, 1));
    assert_eq!(rules(&deck), ["access/alt-text"]);
    assert!(
        matches!(&effects[..], [Effect::Send(ToDriver::Marks { rev: 1, marks, .. })] if marks.is_empty()),
        "it stands nowhere in the text: {effects:?}"
    );
    assert_eq!(deck.card.chip().words, "1 to look at");
    meet(&mut deck, "", picture(1, 0));
    assert!(rules(&deck).is_empty());
    assert!(meet(&mut deck, "", picture(1, 0)).is_empty(), "no news");
    // Of the approved texts that may be put here nobody says it.
    meet(&mut deck, "", picture(0, 1));
    deck.act(Action::Search("park".into()));
    deck.act(Action::Show(Tab::Search));
    deck.act(Action::Open);
    assert!(deck.card.offers().iter().all(|o| o.cautions.is_empty()));
}

#[test]
fn another_account_than_the_playbooks_is_said_until_it_is_right() {
    let mut deck = Deck::new();
    meet(&mut deck, "@jane_doe", SeenMedia::default());
    deck.draft(1, "");
    let line = "This page posts as @jane_doe. The playbook is for @riverside.";
    assert_eq!(deck.card.account_line().as_deref(), Some(line));
    assert_eq!(deck.card.chip().mark, Mark::Idle, "nothing could go out");
    deck.draft(1, "Our garden");
    let chip = deck.card.chip();
    assert_eq!(
        (chip.mark, &*chip.words),
        (Mark::Warning, "Another account")
    );
    // What must not go out is graver.
    deck.draft(1, "We cure");
    assert_eq!(deck.card.chip().words, "1 must change");
    deck.draft(1, "Our garden");
    deck.act(Action::Vouch);
    assert_eq!(deck.card.account_line(), None);
    assert_eq!(deck.card.chip().mark, Mark::Well);
    // That was about this account, and no other.
    meet(&mut deck, "@john_doe", SeenMedia::default());
    assert!(deck.card.account_line().is_some());
    meet(&mut deck, "@jane_doe", SeenMedia::default());
    assert_eq!(deck.card.account_line(), None);
    meet(&mut deck, "Riverside", SeenMedia::default());
    assert_eq!(deck.card.account_line(), None);
}

#[test]
fn a_draft_for_some_readers_is_held_to_their_rules() {
    let mut deck = Deck::new();
    deck.focus(1, None);
    deck.draft(1, "renal care");
    assert_eq!(rules(&deck), ["words/renal"], "for all until it is said");
    let effects = deck.act(Action::WriteFor(Some("clinician".into())));
    assert!(rules(&deck).is_empty());
    assert!(
        effects
            .iter()
            .any(|e| matches!(e, Effect::Send(ToDriver::Marks { marks, .. }) if marks.is_empty())),
        "{effects:?}"
    );
    // For every draft of this page.
    deck.focus(2, None);
    deck.draft(2, "renal care");
    assert!(rules(&deck).is_empty());
    deck.act(Action::WriteFor(None));
    assert_eq!(rules(&deck), ["words/renal"]);
    // Another playbook that has no such readers does not go on with them.
    deck.act(Action::WriteFor(Some("clinician".into())));
    deck.send(Deck::playbook(Box::new(Unread)));
    assert_eq!(deck.card.audience, None);
}

/// The first playbook, as another version has packed it.
fn unread() -> Box<Loaded> {
    Box::new(Loaded {
        id: String::new(),
        engine: None,
        never: Vec::new(),
        shelf: Shelf::default(),
        journal: String::new(),
    })
}

#[test]
fn a_playbook_that_has_to_be_read_anew_is_said_and_nothing_else() {
    let mut deck = Deck::new();
    deck.send(Event::Playbook(unread()));
    deck.focus(1, Some("I waited four hours"));
    deck.draft(1, "The ER: we cure");
    assert!(rules(&deck).is_empty() && deck.card.offers().is_empty());
    let chip = deck.card.chip();
    assert_eq!(
        (chip.mark, &*chip.words, chip.left),
        (Mark::Warning, "Playbook to be read", None)
    );
    deck.act(Action::Open);
    for tab in [Tab::Draft, Tab::Replies, Tab::Search] {
        deck.act(Action::Show(tab));
        assert_eq!(deck.card.face(), Face::Unread);
        assert!(deck.card.is_open() && deck.card.tabs().is_empty());
    }
    assert_eq!(deck.act(Action::Options), [Effect::Options]);
    // The playbook comes: what stands there is looked at.
    deck.act(Action::Show(Tab::Draft));
    let effects = deck.send(Deck::playbook(Deck::engine()));
    assert_eq!(deck.card.face(), Face::Draft);
    assert_eq!(rules(&deck), ["words/ER", "words/cure"]);
    assert!(
        effects
            .iter()
            .any(|e| matches!(e, Effect::Send(ToDriver::Marks { marks, .. }) if marks.len() == 2)),
        "{effects:?}"
    );
}

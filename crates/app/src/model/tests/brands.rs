//! Several playbooks: which one a composer is held to, and that nothing of one brand stays for another.

use cuecard_journal::What;
use cuecard_platforms::{ComposerKind, EditorKind};
use cuecard_playbook::Account;
use cuecard_wire::{Answered, ComposerInfo, Geometry, Outcome, SeenMedia, ToCard, ToDriver};

use super::deck::{Deck, copied, edit};
use crate::model::{Action, Book, Books, Effect, Event, Face, Key, Loaded, Shelf, Tab, Target};

fn book(id: &str, brand: &str, handle: &str) -> Book {
    Book {
        id: id.into(),
        brand: brand.into(),
        accounts: vec![Account {
            platform: "x".into(),
            handle: handle.into(),
        }],
        saved: String::new(),
    }
}

fn books() -> Books {
    Books {
        list: vec![
            book("", "Riverside Health", "@riverside"),
            book("7", "Linden Clinics", "@linden"),
            book("8", "Alder", "@alder"),
        ],
        ..Books::default()
    }
}

/// A card of somebody with three playbooks, on X.
fn several() -> Deck {
    let mut deck = Deck::waiting();
    deck.send(Event::Books(books()));
    deck
}

/// A composer gets the focus, under a comment or not, on a page that posts as an account.
fn meet(deck: &mut Deck, composer: u32, account: &str, comment: Option<&str>) -> Vec<Effect> {
    deck.hear(ToCard::Composer {
        composer,
        about: ComposerInfo {
            platform: "x".into(),
            kind: ComposerKind::Reply,
            editor: EditorKind::Draft,
            answering: comment.map(|text| Answered {
                text: text.into(),
                author: "@carla_m".into(),
                link: String::new(),
            }),
            account: account.into(),
            counter: None,
            media: SeenMedia::default(),
        },
        geometry: Geometry::default(),
    })
}

fn loaded(id: &str) -> Loaded {
    Loaded {
        id: id.into(),
        engine: Some(Deck::engine_of(match id {
            "7" => "Linden Clinics",
            "8" => "Alder",
            _ => "Riverside Health",
        })),
        never: Vec::new(),
        shelf: Shelf::default(),
        journal: String::new(),
    }
}

fn come(deck: &mut Deck, id: &str) -> Vec<Effect> {
    deck.send(Event::Playbook(Box::new(loaded(id))))
}

/// What is fetched, among the effects.
fn fetched(effects: &[Effect]) -> Vec<&str> {
    let mut ids = Vec::new();
    for effect in effects {
        if let Effect::Load(id) = effect {
            ids.push(&**id);
        }
    }
    ids
}

/// How many words are marked by the last word to the driver.
fn marked(effects: &[Effect]) -> Option<usize> {
    effects.iter().rev().find_map(|e| match e {
        Effect::Send(ToDriver::Marks { marks, .. }) => Some(marks.len()),
        _ => None,
    })
}

#[test]
fn the_account_decides_and_only_its_playbook_is_fetched() {
    for (account, id, caution) in [
        ("Linden Clinics @Linden", "7", false),
        ("@alder", "8", false),
        ("@riverside", "", false),
        // Nobody's: the usual one, with a caution.
        ("@jane_doe", "", true),
        // Nobody is shown.
        ("", "", false),
    ] {
        let mut deck = several();
        assert!(deck.card.waits());
        let effects = meet(&mut deck, 1, account, None);
        assert_eq!(fetched(&effects), [id], "{account}");
        assert!(fetched(&meet(&mut deck, 1, account, None)).is_empty());
        come(&mut deck, id);
        let brand = loaded(id).engine.unwrap().brand().to_owned();
        assert_eq!(deck.card.brand_at_work(), brand, "{account}");
        assert_eq!(deck.card.account_line().is_some(), caution, "{account}");
    }
}

#[test]
fn the_usual_one_is_the_one_that_was_chosen_for_that() {
    let mut usual = books();
    usual.preferred = "8".into();
    let mut deck = Deck::waiting();
    deck.send(Event::Books(usual));
    assert_eq!(fetched(&meet(&mut deck, 1, "@jane_doe", None)), ["8"]);
    // One that is not there any more prefers nothing.
    let mut gone = books();
    gone.preferred = "9".into();
    assert_eq!(gone.usual(), "");
    assert_eq!(Books::default().usual(), "");
}

#[test]
fn with_one_playbook_nothing_is_fetched_and_there_is_no_list() {
    let mut deck = Deck::new();
    deck.send(Event::Books(Books {
        list: vec![book("", "Riverside Health", "@riverside")],
        ..Books::default()
    }));
    assert!(fetched(&meet(&mut deck, 1, "@linden", None)).is_empty());
    assert!(deck.card.account_line().is_some());
    deck.act(Action::Brands);
    assert_eq!(deck.card.brands, None);
}

#[test]
fn until_it_is_there_nothing_is_said_and_a_draft_is_answered() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", Some("four hours"));
    assert_eq!(marked(&deck.draft(1, "The ER: we cure")), Some(0));
    assert_eq!(deck.card.chip().words, "Getting the playbook");
    deck.act(Action::Open);
    assert_eq!(deck.card.face(), Face::Unread);
    assert!(deck.card.offers().is_empty());
    let effects = come(&mut deck, "7");
    assert_eq!(marked(&effects), Some(2));
    assert_eq!(deck.card.chip().words, "1 must change");
    // Another one that comes late is not wanted any more.
    come(&mut deck, "8");
    assert_eq!(deck.card.brand_at_work(), "Linden Clinics");
    assert_eq!(deck.card.engine.brand(), "Linden Clinics");
}

#[test]
fn under_a_comment_the_card_opens_when_the_playbook_is_there() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", Some("four hours"));
    deck.draft(1, "");
    assert_eq!(deck.card.face(), Face::Chip);
    come(&mut deck, "7");
    assert_eq!(deck.card.face(), Face::Replies);
    assert_eq!(
        deck.card.said,
        "Playbook: Linden Clinics. 3 approved replies"
    );
}

#[test]
fn nothing_of_a_brand_stays_when_the_account_is_another() {
    let mut deck = several();
    meet(
        &mut deck,
        1,
        "@linden",
        Some("where do I park, and the hours"),
    );
    deck.draft(1, "Our ER");
    deck.send(Event::Playbook(Box::new(Loaded {
        never: vec!["words/hm".into()],
        shelf: Shelf {
            favourites: vec!["parking".into()],
            recent: Vec::new(),
        },
        ..loaded("7")
    })));
    deck.act(Action::Open);
    deck.act(Action::Show(Tab::Replies));
    assert!(!deck.card.offers().is_empty());
    assert!(deck.card.is_favourite("parking"));
    deck.act(Action::WriteFor(Some("clinician".into())));
    // A fix is under way when the page turns out to post as somebody else.
    deck.act(Action::Show(Tab::Draft));
    let effects = deck.act(Action::Fix(0, 0));
    assert!(edit(&effects).is_some());
    let effects = meet(
        &mut deck,
        1,
        "@alder",
        Some("where do I park, and the hours"),
    );
    assert_eq!(fetched(&effects), ["8"]);
    assert_eq!(marked(&effects), Some(0), "the underlines go at once");
    assert!(deck.card.offers().is_empty() && deck.card.form().is_none());
    assert!(!deck.card.is_favourite("parking"));
    assert_eq!(deck.card.audience, None);
    let note = deck.card.note.clone().unwrap();
    assert!(
        note.trouble && note.text.contains("another brand"),
        "{note:?}"
    );
    // The driver wrote nothing; the text of the other brand is not put on the clipboard either.
    let effects = deck.hear(ToCard::Edited {
        edit: 1,
        outcome: Outcome::Stale,
    });
    assert_eq!(copied(&effects), None);
    // No key does anything meanwhile.
    for n in 1..4 {
        let effects = deck.key(Key::Digit(n));
        assert!(edit(&effects).is_none() && copied(&effects).is_none());
    }
    come(&mut deck, "8");
    deck.draft(1, "hm");
    assert_eq!(
        deck.card.chip().words,
        "1 suggestion",
        "it is hushed for Linden alone"
    );
}

#[test]
fn an_edit_names_the_account_that_it_is_for() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", Some("four hours"));
    deck.draft(1, "");
    come(&mut deck, "7");
    let effects = deck.act(Action::Put(0));
    let account = effects.iter().find_map(|e| match e {
        Effect::Send(ToDriver::Edit { account, .. }) => Some(&**account),
        _ => None,
    });
    assert_eq!(account, Some("@linden"));
}

#[test]
fn a_brand_is_chosen_by_hand_for_one_composer_as_long_as_the_page_lives() {
    let mut deck = several();
    meet(&mut deck, 1, "", None);
    deck.draft(1, "ER");
    come(&mut deck, "");
    deck.act(Action::Open);
    deck.send(Event::Focused(true, None));
    assert_eq!(
        deck.act(Action::Brands),
        [Effect::Focus(Target::Brand(0))],
        "at the one at work"
    );
    assert_eq!(deck.key(Key::Up), [Effect::Focus(Target::Brand(0))]);
    assert_eq!(deck.key(Key::End), [Effect::Focus(Target::Brand(2))]);
    assert!(deck.key(Key::Digit(1)).is_empty(), "keys are the list's");
    assert_eq!(deck.key(Key::Escape), [Effect::Focus(Target::Brands)]);
    assert_eq!(deck.card.brands, None);
    deck.act(Action::Brands);
    let effects = deck.act(Action::Choose("7".into()));
    assert_eq!(deck.card.brands, None);
    assert_eq!(fetched(&effects), ["7"]);
    assert!(effects.contains(&Effect::Focus(Target::Brands)));
    come(&mut deck, "7");
    assert_eq!(deck.card.brand_at_work(), "Linden Clinics");
    // It comes back to this composer, and holds for one that the page puts in its place.
    assert!(fetched(&meet(&mut deck, 1, "", None)).is_empty());
    assert!(fetched(&meet(&mut deck, 2, "", None)).is_empty());
    // Where an account tells, the account tells.
    assert_eq!(fetched(&meet(&mut deck, 2, "@alder", None)), ["8"]);
    come(&mut deck, "8");
    assert_eq!(fetched(&meet(&mut deck, 1, "", None)), ["7"]);
}

#[test]
fn another_brand_than_the_accounts_own_is_cautioned() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", None);
    deck.draft(1, "Our garden");
    come(&mut deck, "7");
    deck.act(Action::Open);
    assert_eq!(deck.card.account_line(), None);
    deck.act(Action::Choose("8".into()));
    come(&mut deck, "8");
    assert!(deck.card.account_line().unwrap().contains("@linden"));
}

#[test]
fn a_playbook_that_is_removed_is_at_work_no_more() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", None);
    deck.draft(1, "The ER");
    come(&mut deck, "7");
    let mut left = books();
    left.list.remove(1);
    let effects = deck.send(Event::Books(left));
    assert_eq!((fetched(&effects), marked(&effects)), (vec![""], Some(0)));
    come(&mut deck, "");
    assert!(deck.card.account_line().is_some(), "nobody is for it now");
    // The index said so, and the document was not there.
    assert_eq!(fetched(&meet(&mut deck, 2, "@alder", None)), ["8"]);
    assert_eq!(fetched(&deck.send(Event::Lost("8".into()))), [""]);
    // The last one: the sample.
    come(&mut deck, "");
    deck.send(Event::Books(Books::default()));
    assert_eq!(deck.card.book(), Some(""));
    assert!(!deck.card.books.are_several());
}

#[test]
fn what_happened_is_noted_for_the_brand_of_its_composer() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", None);
    deck.draft(1, "Our garden");
    come(&mut deck, "7");
    deck.hear(ToCard::Submit {
        composer: 1,
        held: false,
    });
    // The person goes on in another composer before the site has taken the first.
    meet(&mut deck, 2, "@alder", None);
    come(&mut deck, "8");
    let effects = deck.hear(ToCard::Gone { composer: 1 });
    assert!(
        matches!(&effects[..], [Effect::Record(book, entry), ..] if book == "7" && matches!(entry.what, What::Posted { .. })),
        "{effects:?}"
    );
}

#[test]
fn the_mix_of_the_month_is_the_brands_own() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", None);
    deck.send(Event::Playbook(Box::new(Loaded {
        journal: "1\t2\tx\tpost\tposted\tRecruitment\t\n".into(),
        ..loaded("7")
    })));
    let part = |deck: &Deck| deck.card.shares.first().map(|share| share.part > 0.5);
    assert_eq!(part(&deck), Some(true));
    meet(&mut deck, 2, "@alder", None);
    assert_eq!(part(&deck), None);
    come(&mut deck, "8");
    assert_eq!(part(&deck), Some(false));
}

#[test]
fn in_the_side_panel_the_usual_one_until_another_is_chosen() {
    let mut deck = Deck::waiting_in_panel();
    assert_eq!(fetched(&deck.send(Event::Books(books()))), [""]);
    come(&mut deck, "");
    deck.act(Action::Write("ER".into()));
    assert_eq!(deck.card.chip().words, "1 to look at");
    assert_eq!(fetched(&deck.act(Action::Choose("7".into()))), ["7"]);
    come(&mut deck, "7");
    assert_eq!(deck.card.brand_at_work(), "Linden Clinics");
    assert_eq!(deck.card.chip().words, "1 to look at");
}

#[test]
fn a_playbook_that_is_saved_anew_is_looked_at_anew() {
    let mut deck = several();
    meet(&mut deck, 1, "@linden", None);
    deck.draft(1, "The ER");
    come(&mut deck, "7");
    let effects = come(&mut deck, "7");
    assert_eq!(marked(&effects), Some(1));
    // What is said of another one changes nothing here.
    let mut renamed = books();
    renamed.list[2].brand = "Alder Health".into();
    assert!(fetched(&deck.send(Event::Books(renamed))).is_empty());
}

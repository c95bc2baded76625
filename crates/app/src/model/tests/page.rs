//! What the page itself says: its server's limit, and that it shows no comment.

use cuecard_platforms::{ComposerKind, EditorKind};
use cuecard_wire::{Answered, ComposerInfo, Geometry, PageCounter, SeenMedia, ToCard};

use super::deck::Deck;
use crate::model::{Action, Correction};

fn about(platform: &str, kind: ComposerKind) -> ComposerInfo {
    ComposerInfo {
        platform: platform.into(),
        kind,
        editor: EditorKind::Textarea,
        answering: None,
        account: String::new(),
        counter: None,
        media: SeenMedia::default(),
    }
}

fn meet(deck: &mut Deck, about: ComposerInfo) {
    deck.hear(ToCard::Composer {
        composer: 1,
        about,
        geometry: Geometry::default(),
    });
}

fn limit(deck: &Deck) -> Option<usize> {
    deck.card
        .session()
        .and_then(|s| s.report.as_ref())
        .and_then(|r| r.count.limit)
}

#[test]
fn the_servers_own_limit_is_read_from_its_counter() {
    for (platform, shows, written, want) in [
        ("mastodon", "5000", "", 5000),
        ("mastodon", "4997", "Hi!", 5000),
        // A link counts 23, whatever its length.
        (
            "mastodon",
            "477",
            "https://wrenfield.example.com/visiting",
            500,
        ),
        ("phanpy", "997/1000", "Hi!", 1000),
        ("soapbox", "Used 3 out of 3,000 characters", "Hi!", 3000),
        // Without a counter that says anything, what the engine knows.
        ("mastodon", "", "Hi!", 20),
        ("x", "277", "Hi!", 20),
    ] {
        let mut deck = Deck::new();
        let counter = Some(PageCounter {
            shows: shows.into(),
            draft: written.into(),
        });
        let page = ComposerInfo {
            counter,
            ..about(platform, ComposerKind::Post)
        };
        meet(&mut deck, page);
        deck.draft(1, "Hello there");
        assert_eq!(limit(&deck), Some(want), "{platform} {shows}");
    }
}

#[test]
fn another_limit_holds_at_once() {
    let mut deck = Deck::new();
    let page = |shows: &str| ComposerInfo {
        counter: Some(PageCounter {
            shows: shows.into(),
            draft: "Hi!".into(),
        }),
        ..about("mastodon", ComposerKind::Post)
    };
    // Until the page knows its server it shows the default.
    meet(&mut deck, page("497"));
    deck.draft(1, "Hi!");
    assert_eq!(limit(&deck), Some(500));
    meet(&mut deck, page("9997"));
    assert_eq!(limit(&deck), Some(10_000));
}

#[test]
fn an_answer_without_a_comment_on_the_page_says_so() {
    let comment = Some(Answered {
        text: "I waited four hours".into(),
        author: "Carla".into(),
        link: String::new(),
    });
    for (kind, answering, misses) in [
        (ComposerKind::Reply, None, true),
        (ComposerKind::Review, None, true),
        (ComposerKind::Reply, comment.clone(), false),
        (ComposerKind::Post, None, false),
        (ComposerKind::Message, None, false),
    ] {
        let mut deck = Deck::new();
        let page = ComposerInfo {
            answering,
            ..about("linkedin", kind)
        };
        meet(&mut deck, page);
        let session = deck.card.session().unwrap();
        assert_eq!(session.misses_comment(), misses, "{kind:?}");
    }
}

#[test]
fn who_said_whom_it_answers_is_not_asked_again() {
    let mut deck = Deck::new();
    meet(&mut deck, about("linkedin", ComposerKind::Reply));
    deck.draft(1, "");
    for (correction, misses) in [
        (Correction::Nobody, false),
        (Correction::This("I waited four hours".into()), false),
        (Correction::None, true),
    ] {
        deck.act(Action::Correct(correction.clone()));
        let session = deck.card.session().unwrap();
        assert_eq!(session.misses_comment(), misses, "{correction:?}");
    }
}

/// A post of the brand's own stands above: that is no comment, but nothing is missing either.
#[test]
fn under_a_post_of_the_brands_own_nothing_is_missing() {
    let mut deck = Deck::new();
    let page = ComposerInfo {
        answering: Some(Answered {
            text: "Flu shots are here".into(),
            author: "Riverside Health".into(),
            link: String::new(),
        }),
        ..about("facebook", ComposerKind::Reply)
    };
    meet(&mut deck, page);
    let session = deck.card.session().unwrap();
    assert!(session.about.answering.is_none() && !session.misses_comment());
}

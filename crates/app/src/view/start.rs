//! How the card begins: the playbook, the nonce, the channel.

use cuecard_wire::ToDriver;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::html::Scope;

use super::app::{App, Msg};
use crate::model::{Card, Engine, Event, Unread};
use crate::shell::book::Kept;
use crate::shell::port::Channel;
use crate::shell::{anew, api, dom, shelf, store};

/// Loads the playbook, proves the nonce, and begins.
pub(super) async fn start(link: Scope<App>) {
    let Some((nonce, port)) = api::first().await else {
        return;
    };
    let claimed = api::claim(&nonce);
    let journal = store::journal_key(&dom::now().month());
    let kept = api::stored(&[
        "playbook",
        "places",
        "never",
        "favourites",
        "used",
        &journal,
    ])
    .await;
    let book = Kept::load(&api::member(&kept, "playbook")).await;
    match (claimed.await, book) {
        (Some(driver), Some(book)) => {
            let channel = Channel::new(port, api::connect(driver, &nonce));
            let (engine, unread) = engine(book);
            let card = Box::new(Card::new(api::say, engine));
            watch_storage(link.clone());
            link.send_message(Msg::Start(channel, card, api::member(&kept, "places")));
            read_anew(&link, unread);
            noted(&link, &api::member(&kept, &journal));
            hushed(&link, &api::member(&kept, "never"));
            shelved(&link, &kept);
        }
        _ => Channel::new(port, None).tell(&ToDriver::Refused),
    }
}

/// The same in the side panel, where no driver is.
pub(super) async fn panel(link: Scope<App>) {
    let kept = api::stored(&["playbook", "never", "favourites", "used"]).await;
    if let Some(book) = Kept::load(&api::member(&kept, "playbook")).await {
        let (engine, unread) = engine(book);
        let card = Box::new(Card::in_panel(api::say, engine));
        watch_storage(link.clone());
        link.send_message(Msg::Panel(card));
        read_anew(&link, unread);
        hushed(&link, &api::member(&kept, "never"));
        shelved(&link, &kept);
    }
}

/// What the card begins with, and the document that has to be read anew first.
fn engine(kept: Kept) -> (Box<dyn Engine>, Option<String>) {
    match kept {
        Kept::Book(book) => (book, None),
        Kept::Unread(source) => (Box::new(Unread), Some(source)),
    }
}

/// Says that the playbook has to be read anew, and sees to it.
fn read_anew(link: &Scope<App>, unread: Option<String>) {
    if let Some(source) = unread {
        link.send_message(Msg::Happened(Event::Unread));
        spawn_local(anew::read(source));
    }
}

/// Hears the driver.
pub(super) fn listen(channel: &Channel, link: Scope<App>) {
    channel.hear(move |message| link.send_message(Msg::Happened(Event::Wire(Box::new(message)))));
}

/// Hands on this month's journal, if there is one.
fn noted(link: &Scope<App>, journal: &JsValue) {
    if let Some(journal) = journal.as_string() {
        link.send_message(Msg::Happened(Event::Journal(journal)));
    }
}

/// Hands on the rules that are not wanted.
fn hushed(link: &Scope<App>, never: &JsValue) {
    link.send_message(Msg::Happened(Event::Never(store::nevers(never))));
}

/// Hands on favourites and what was used last.
fn shelved(link: &Scope<App>, kept: &JsValue) {
    let shelf = shelf::shelf(&api::member(kept, "favourites"), &api::member(kept, "used"));
    link.send_message(Msg::Happened(Event::Shelf(shelf)));
}

/// Takes over what other pages of the extension save.
fn watch_storage(link: Scope<App>) {
    api::watch(move |changes| {
        let changed = |name: &str| api::member(&changes, name);
        let places = changed("places");
        if places.is_object() {
            link.send_message(Msg::Places(api::member(&places, "newValue")));
        }
        let never = changed("never");
        if never.is_object() {
            hushed(&link, &api::member(&never, "newValue"));
        }
        if changed("favourites").is_object() || changed("used").is_object() {
            let link = link.clone();
            spawn_local(async move {
                shelved(&link, &api::stored(&["favourites", "used"]).await);
            });
        }
        let journal = changed(&store::journal_key(&dom::now().month()));
        noted(&link, &api::member(&journal, "newValue"));
        let playbook = changed("playbook");
        if playbook.is_object() {
            let link = link.clone();
            spawn_local(async move {
                match Kept::load(&api::member(&playbook, "newValue")).await {
                    Some(Kept::Book(book)) => {
                        link.send_message(Msg::Happened(Event::Playbook(book)));
                    }
                    // Whoever saved it has the compiler, or has seen to it.
                    Some(Kept::Unread(_)) => link.send_message(Msg::Happened(Event::Unread)),
                    None => {}
                }
            });
        }
    });
}

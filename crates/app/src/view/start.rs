//! How the card begins: the playbook, the nonce, the channel. And what it hears of storage from then on.

use cuecard_wire::ToDriver;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::html::Scope;

use super::app::{App, Msg};
use crate::model::{Books, Card, Event};
use crate::shell::books::{self, Fetched, INDEX};
use crate::shell::port::Channel;
use crate::shell::{anew, api, dom, shelf, store};

/// Loads the playbook, proves the nonce, and begins.
pub(super) async fn start(link: Scope<App>) {
    let Some((nonce, port)) = api::first().await else {
        return;
    };
    let claimed = api::claim(&nonce);
    let (kept, books, fetched) = begin().await;
    let nothing = fetched.is_none() && !books.are_several();
    let mut card = Box::new(Card::new(api::say));
    match claimed.await {
        Some(driver) if !nothing => {
            let channel = Channel::new(port, api::connect(driver, &nonce));
            // Nothing is to be done before the first composer.
            for event in first_events(books, fetched) {
                card.update(dom::now(), event);
            }
            watch_storage(link.clone());
            link.send_message(Msg::Start(channel, card, api::member(&kept, "places")));
        }
        _ => Channel::new(port, None).tell(&ToDriver::Refused),
    }
}

/// The same in the side panel, where no driver is.
pub(super) async fn panel(link: Scope<App>) {
    let (_, books, fetched) = begin().await;
    watch_storage(link.clone());
    link.send_message(Msg::Panel(Box::new(Card::in_panel(api::say))));
    for event in first_events(books, fetched) {
        link.send_message(Msg::Happened(event));
    }
}

/// What is stored, and the playbook where there is no choice. With several, the first composer tells which is wanted.
async fn begin() -> (JsValue, Books, Option<Fetched>) {
    let keys = books::keys("");
    let mut wanted = vec![INDEX, "places"];
    wanted.extend(keys.iter().map(String::as_str));
    let kept = api::stored(&wanted).await;
    let books = books::read(&kept);
    let id = books.usual().to_owned();
    let fetched = match (books.are_several(), id.is_empty()) {
        (true, _) => None,
        (false, true) => books::ready(id, &kept, &books).await,
        (false, false) => books::fetch(id).await,
    };
    (kept, books, fetched)
}

/// The playbook, where it is there already, before the index: else it would be fetched once more.
fn first_events(books: Books, fetched: Option<Fetched>) -> impl Iterator<Item = Event> {
    let playbook = fetched.map(playbook);
    playbook.into_iter().chain([Event::Books(books)])
}

/// A playbook for the card. One that another version packed is read anew.
fn playbook(Fetched { loaded, unread }: Fetched) -> Event {
    if let Some(source) = unread {
        spawn_local(anew::read(loaded.id.clone(), source));
    }
    Event::Playbook(Box::new(loaded))
}

/// Fetches a playbook for the card.
pub(super) fn load(link: Scope<App>, id: String) {
    spawn_local(async move {
        let event = match books::fetch(id.clone()).await {
            Some(fetched) => playbook(fetched),
            None => Event::Lost(id),
        };
        link.send_message(Msg::Happened(event));
    });
}

/// Hears the driver.
pub(super) fn listen(channel: &Channel, link: Scope<App>) {
    channel.hear(move |message| link.send_message(Msg::Happened(Event::Wire(Box::new(message)))));
}

fn watch_storage(link: Scope<App>) {
    api::watch(move |changes| link.send_message(Msg::Stored(changes)));
}

/// Takes over what other pages of the extension save, of what concerns the playbook `book`.
pub(super) fn stored(link: &Scope<App>, changes: &JsValue, book: Option<&str>) {
    let changed = |name: &str| api::member(changes, name);
    let happened = |event: Event| link.send_message(Msg::Happened(event));
    let places = changed("places");
    if places.is_object() {
        link.send_message(Msg::Places(api::member(&places, "newValue")));
    }
    let first = books::document("");
    if changed(INDEX).is_object() || changed(&first).is_object() {
        let link = link.clone();
        spawn_local(async move {
            let books = books::read(&api::stored(&[INDEX, &*first]).await);
            link.send_message(Msg::Happened(Event::Books(books)));
        });
    }
    let Some(id) = book else { return };
    let [document, never, favourites, used, journal] = books::keys(id);
    let never = changed(&never);
    if never.is_object() {
        happened(Event::Never(store::nevers(&api::member(
            &never, "newValue",
        ))));
    }
    if changed(&favourites).is_object() || changed(&used).is_object() {
        let link = link.clone();
        spawn_local(async move {
            let kept = api::stored(&[&*favourites, &*used]).await;
            let shelf = shelf::shelf(&api::member(&kept, &favourites), &api::member(&kept, &used));
            link.send_message(Msg::Happened(Event::Shelf(shelf)));
        });
    }
    if let Some(journal) = api::member(&changed(&journal), "newValue").as_string() {
        happened(Event::Journal(journal));
    }
    if changed(&document).is_object() {
        let (link, id) = (link.clone(), id.to_owned());
        spawn_local(async move {
            // One that is gone: the index says which is wanted now.
            if let Some(Fetched { loaded, .. }) = books::fetch(id).await {
                // Whoever saved it has the compiler, or has seen to it.
                link.send_message(Msg::Happened(Event::Playbook(Box::new(loaded))));
            }
        });
    }
}

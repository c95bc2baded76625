//! How the card begins: the playbook, the nonce, the channel.

use cuecard_wire::ToDriver;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, MessagePort};
use yew::html::Scope;

use super::app::{App, Msg};
use crate::model::{Card, Event};
use crate::shell::book::Book;
use crate::shell::{api, port};

/// Loads the playbook, proves the nonce, and begins.
pub(super) async fn start(link: Scope<App>) {
    let Some((nonce, port)) = api::first().await else {
        return;
    };
    let claimed = api::claim(&nonce);
    let kept = api::stored(&["playbook", "places"]).await;
    let book = Book::load(&api::member(&kept, "playbook")).await;
    match (claimed.await, book) {
        (true, Some(book)) => {
            let card = Box::new(Card::new(api::say, Box::new(book)));
            watch_storage(link.clone());
            link.send_message(Msg::Start(port, card, api::member(&kept, "places")));
        }
        _ => port::tell(&port, &ToDriver::Refused),
    }
}

/// Hears the driver. Assigning `onmessage` also starts the port: what came early comes now.
pub(super) fn listen(port: &MessagePort, link: Scope<App>) {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(message) = port::heard(&event.data()) {
            link.send_message(Msg::Happened(Event::Wire(Box::new(message))));
        }
    });
    port.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

/// Takes over what other pages of the extension save.
fn watch_storage(link: Scope<App>) {
    api::watch(move |changes| {
        let changed = |name: &str| api::member(&changes, name);
        let places = changed("places");
        if places.is_object() {
            link.send_message(Msg::Places(api::member(&places, "newValue")));
        }
        let playbook = changed("playbook");
        if playbook.is_object() {
            let link = link.clone();
            spawn_local(async move {
                if let Some(book) = Book::load(&api::member(&playbook, "newValue")).await {
                    link.send_message(Msg::Happened(Event::Playbook(Box::new(book))));
                }
            });
        }
    });
}

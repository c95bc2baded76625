//! The page under the card: its size, its focus, its keys.

use wasm_bindgen::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};
use yew::html::Scope;

use super::app::{App, Msg};
use crate::model::{Event, keys};
use crate::shell::dom;

/// Sizes change without a drawing too: fonts arrive, the person zooms.
pub(super) fn watch_size(link: Scope<App>) {
    let Some(root) = dom::element("frame") else {
        return;
    };
    let seen = Closure::<dyn Fn()>::new(move || link.send_message(Msg::Resized));
    if let Ok(observer) = web_sys::ResizeObserver::new(seen.as_ref().unchecked_ref()) {
        observer.observe(&root);
    }
    seen.forget();
}

/// The keyboard comes: by the driver, by a click, or by the Tab key.
pub(super) fn watch_keyboard(link: Scope<App>) {
    let came = Closure::<dyn Fn()>::new(move || link.send_message(Msg::Keyboard));
    let _ = dom::window().add_event_listener_with_callback("focus", came.as_ref().unchecked_ref());
    came.forget();
}

/// A press of the mouse leaves the focus in the composer; only fields take it. On the whole document: a press that
/// just misses the chip must not fold an empty composer either.
pub(super) fn keep_focus() {
    let pressed = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        if !in_field(&event) {
            event.prevent_default();
        }
    });
    let _ = dom::document()
        .add_event_listener_with_callback("mousedown", pressed.as_ref().unchecked_ref());
    pressed.forget();
}

/// Whether the event is one of a field's.
fn in_field(event: &web_sys::Event) -> bool {
    event.target().is_some_and(|t| {
        t.has_type::<web_sys::HtmlInputElement>() || t.has_type::<web_sys::HtmlTextAreaElement>()
    })
}

/// Whether the event is one of a field that offers choices, which the arrow keys go through.
fn has_choices(event: &web_sys::Event) -> bool {
    let target = event.target();
    let field = target.and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|f| f.has_attribute("list"))
}

/// The item of the list that has the focus now.
pub(super) fn item(event: &FocusEvent) -> Option<usize> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.id().strip_prefix("item-")?.parse().ok()
}

/// Keys are heard at the document: when the item that had the focus is gone, nothing inside has it.
pub(super) fn watch_keys(link: Scope<App>) {
    let pressed = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if let Some(message) = pressed(&event) {
            link.send_message(message);
        }
    });
    let _ = dom::document()
        .add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
    pressed.forget();
}

/// A key that the card understands.
fn pressed(event: &KeyboardEvent) -> Option<Msg> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    if matches!(&*event.key(), "ArrowUp" | "ArrowDown") && has_choices(event) {
        return None;
    }
    let key = keys::key(&event.key(), in_field(event))?;
    event.prevent_default();
    Some(Msg::Happened(Event::Key(key)))
}

//! The clipboard.
//!
//! A click in the card leaves the focus in the composer, and `navigator.clipboard`
//! refuses a document without the focus; so does `execCommand('copy')`, unless a
//! selection brings the focus along. The model gives the focus back afterwards.
//! (Measured in Chromium 156: in a frame without the focus neither a `copy` event
//! filled by hand nor a prevented `beforecopy` helps.)

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use super::api::member;
use super::dom::document;

/// Puts a text on the clipboard; whether it is there.
pub async fn copy(text: String) -> bool {
    by_clipboard(&text).await || by_selection(&text)
}

async fn by_clipboard(text: &str) -> bool {
    let clipboard = member(&member(&js_sys::global(), "navigator"), "clipboard");
    let Ok(write) = member(&clipboard, "writeText").dyn_into::<Function>() else {
        return false;
    };
    let Ok(promise) = write.call1(&clipboard, &text.into()) else {
        return false;
    };
    match promise.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}

fn by_selection(text: &str) -> bool {
    let document = document();
    let (Some(body), Ok(element)) = (document.body(), document.create_element("textarea")) else {
        return false;
    };
    let Ok(area) = element.dyn_into::<HtmlTextAreaElement>() else {
        return false;
    };
    area.set_class_name("sr");
    area.set_value(text);
    if body.append_child(&area).is_err() {
        return false;
    }
    area.select();
    let document: JsValue = document.into();
    let exec = member(&document, "execCommand").dyn_into::<Function>();
    let done = exec
        .and_then(|f| f.call1(&document, &"copy".into()))
        .is_ok_and(|done| done.is_truthy());
    area.remove();
    done
}

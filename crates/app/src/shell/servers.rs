//! The servers that the person added, as the storage has them: `servers`, host → when it was added.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::api::{self, member, store, stored};
use super::dom;

const KEY: &str = "servers";

/// Host names of the stored list, in the order of their letters.
#[must_use]
pub fn names(servers: &JsValue) -> Vec<String> {
    let mut names = api::names(servers);
    names.sort();
    names
}

/// Whether Cuecard is off on a host, by what `sites` holds.
#[must_use]
pub fn is_off(sites: &JsValue, host: &str) -> bool {
    member(&member(sites, host), "off").is_truthy()
}

/// Puts a server on the list; whether it is there.
pub async fn add(host: &str) -> bool {
    let at = JsValue::from(dom::now().iso());
    change(|list| Reflect::set(list, &host.into(), &at)).await
}

/// Takes a server off the list; whether it is gone.
pub async fn remove(host: &str) -> bool {
    change(|list| Reflect::delete_property(list, &host.into())).await
}

/// Changes the list, which is read anew: another page may have written it.
async fn change(with: impl FnOnce(&Object) -> Result<bool, JsValue>) -> bool {
    let held = member(&stored(&[KEY]).await, KEY);
    let list: Object = if held.is_object() {
        held.unchecked_into()
    } else {
        Object::new()
    };
    with(&list).unwrap_or(false) && store(KEY, list.into()).await
}

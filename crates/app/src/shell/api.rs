//! The extension's interface (`browser` or `chrome`), as `early.js` hands it on.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessagePort;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "i18n"], js_name = getMessage)]
    fn get_message(key: &str, subs: &Array) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "runtime"], js_name = sendMessage)]
    fn send_message(message: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "storage", "local"], js_name = get)]
    fn storage_get(keys: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "storage", "local"], js_name = set)]
    fn storage_set(items: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "storage", "local"], js_name = remove)]
    fn storage_remove(key: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "storage", "onChanged"], js_name = addListener)]
    fn on_changed(listener: &Function) -> Result<(), JsValue>;

    /// An extension's own port, to a content script.
    pub type ExtensionPort;

    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "tabs"], js_name = connect)]
    fn tabs_connect(tab: f64, options: &JsValue) -> Result<ExtensionPort, JsValue>;

    /// Sends a message.
    #[wasm_bindgen(catch, method, js_name = postMessage)]
    pub fn post(this: &ExtensionPort, message: &JsValue) -> Result<(), JsValue>;

    /// Of `early.js`: each browser calls its panel otherwise.
    #[wasm_bindgen(catch, js_name = cuecardPanel)]
    fn panel() -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_name = fetch)]
    fn fetch(address: &str) -> Result<Promise, JsValue>;
}

/// The interface's words; an unknown key shows itself.
pub fn say(key: &str, subs: &[&str]) -> String {
    let values: Array = subs.iter().map(|s| JsValue::from_str(s)).collect();
    match get_message(key, &values) {
        Ok(text) if !text.is_empty() => text,
        _ => key.to_owned(),
    }
}

/// A member of an object; `undefined` where there is none.
#[must_use]
pub fn member(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Names of an object's members. What Firefox hands to a listener of the storage is an object of another realm: `instanceof`,
/// and so every checked cast, does not know it for one.
#[must_use]
pub fn names(of: &JsValue) -> Vec<String> {
    if !of.is_object() {
        return Vec::new();
    }
    let names = Object::keys(of.unchecked_ref::<Object>());
    names.iter().filter_map(|name| name.as_string()).collect()
}

/// An object from its members.
#[must_use]
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

async fn settled(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}

/// The driver's first message, as `early.js` kept it: the nonce and our end of the channel.
pub async fn first() -> Option<(String, MessagePort)> {
    let first = member(&js_sys::global(), "cuecardFirst")
        .dyn_into::<Promise>()
        .ok()?;
    let first = JsFuture::from(first).await.ok()?;
    Some((
        member(&first, "nonce").as_string()?,
        member(&first, "port").dyn_into().ok()?,
    ))
}

/// Where a driver runs: its tab, and its frame in it.
#[derive(Clone, Copy, Debug)]
pub struct Whereabouts {
    tab: f64,
    frame: f64,
}

/// Asks the background whether the nonce is one that it gave to this tab, and to which
/// frame. The question is under way when this returns; await it later.
pub fn claim(nonce: &str) -> impl Future<Output = Option<Whereabouts>> + use<> {
    let asked = send_message(&object(&[
        ("type", "claim".into()),
        ("nonce", nonce.into()),
    ]));
    async move {
        let answer = settled(asked).await?;
        member(&answer, "ok").is_truthy().then_some(())?;
        Some(Whereabouts {
            tab: member(&answer, "tab").as_f64()?,
            frame: member(&answer, "frame").as_f64()?,
        })
    }
}

/// Opens a port of the extension's own to a driver, which knows it by the nonce.
#[must_use]
pub fn connect(driver: Whereabouts, nonce: &str) -> Option<ExtensionPort> {
    let options = object(&[("frameId", driver.frame.into()), ("name", nonce.into())]);
    tabs_connect(driver.tab, &options).ok()
}

/// Opens the side panel. Browsers want this to come straight from a click: nothing may be awaited before.
pub fn open_panel() {
    let _ = panel();
}

/// Asks the background to do something; whether it says that it did.
pub async fn ask_background(message: &JsValue) -> bool {
    let answer = settled(send_message(message)).await;
    answer.is_some_and(|answer| member(&answer, "ok").is_truthy())
}

/// Tells the background something that needs no answer.
pub async fn tell_background(message: &JsValue) {
    settled(send_message(message)).await;
}

/// Opens the options page. The background does it: in Firefox a frame in a page cannot.
pub async fn open_options() {
    tell_background(&object(&[("type", "options".into())])).await;
}

/// Reads from storage; `undefined` members for what is not there.
pub async fn stored(keys: &[&str]) -> JsValue {
    let keys: Array = keys.iter().map(|k| JsValue::from_str(k)).collect();
    settled(storage_get(&keys))
        .await
        .unwrap_or(JsValue::UNDEFINED)
}

/// Writes one entry to storage; whether it was taken.
pub async fn store(key: &str, value: JsValue) -> bool {
    settled(storage_set(&object(&[(key, value)])))
        .await
        .is_some()
}

/// Removes an entry from storage; whether that went well.
pub async fn unstore(key: &str) -> bool {
    settled(storage_remove(key)).await.is_some()
}

/// Calls `listener` with the changed entries of the local storage, as long as the page lives.
pub fn watch(listener: impl Fn(JsValue) + 'static) {
    let closure =
        Closure::<dyn Fn(JsValue, JsValue)>::new(move |changes: JsValue, area: JsValue| {
            if area.as_string().is_none_or(|area| area == "local") {
                listener(changes);
            }
        });
    let _ = on_changed(closure.as_ref().unchecked_ref());
    closure.forget();
}

/// The text of a file of the extension.
pub async fn file(name: &str) -> Option<String> {
    let response = settled(fetch(name)).await?;
    let text: Function = member(&response, "text").dyn_into().ok()?;
    let promise: Promise = text.call0(&response).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}

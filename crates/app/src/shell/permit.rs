//! The browser's permission to work on a server that the person adds.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::api::object;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "permissions"], js_name = request)]
    fn request(permissions: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "permissions"], js_name = remove)]
    fn remove(permissions: &JsValue) -> Result<Promise, JsValue>;
}

fn origin(host: &str) -> JsValue {
    let pattern = JsValue::from(["https://", host, "/*"].concat());
    object(&[("origins", Array::of1(&pattern).into())])
}

async fn said_yes(asked: Result<Promise, JsValue>) -> bool {
    match asked {
        Ok(promise) => JsFuture::from(promise).await.is_ok_and(|v| v.is_truthy()),
        Err(_) => false,
    }
}

/// Asks the person for a host. The question is put at once, for browsers take it only from within a click; whether
/// the answer is yes is known later.
pub fn ask(host: &str) -> impl Future<Output = bool> + use<> {
    said_yes(request(&origin(host)))
}

/// Gives the permission back; whether that went well.
pub async fn give_back(host: &str) -> bool {
    said_yes(remove(&origin(host))).await
}

//! What only the browser knows for a report.

use wasm_bindgen::prelude::*;

use super::api::member;
use crate::model::report::About;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["cuecardApi", "runtime"], js_name = getManifest)]
    fn manifest() -> Result<JsValue, JsValue>;
}

/// The extension and its browser.
#[must_use]
pub fn about() -> About {
    let text = |of: &JsValue, name: &str| member(of, name).as_string().unwrap_or_default();
    let navigator = member(&js_sys::global(), "navigator");
    About {
        version: manifest().map(|m| text(&m, "version")).unwrap_or_default(),
        browser: text(&navigator, "userAgent"),
        language: text(&navigator, "language"),
    }
}

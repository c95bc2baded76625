//! A saved playbook that another version of Cuecard compiled is read anew from its document.
//!
//! The compiler is in the options page's module, which the card fetches for this alone, once after an update that
//! changed the form.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::books;

#[wasm_bindgen]
extern "C" {
    /// Of `early.js`: the packed form of a document.
    #[wasm_bindgen(catch, js_name = cuecardCompile)]
    fn compile(source: &str) -> Result<Promise, JsValue>;
}

/// Compiles a saved document and saves what comes of it, unless another document was saved meanwhile. The cards hear of
/// it as of any playbook that is saved. Where it does not go well nothing happens: the options page will do it.
pub async fn read(id: String, source: String) {
    let Ok(promise) = compile(&source) else {
        return;
    };
    let compiled = JsFuture::from(promise).await.ok();
    if let Some(compiled) = compiled.and_then(|c| c.as_string()) {
        books::repack(&id, &source, &compiled).await;
    }
}

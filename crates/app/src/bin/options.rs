//! The options page.

use cuecard_app::options::app::App;
use cuecard_app::shell::dom;
use wasm_bindgen::prelude::wasm_bindgen;

/// The packed form of a playbook's document, for a card that finds one which another version has packed.
#[wasm_bindgen]
#[must_use]
pub fn compile(source: &str) -> String {
    cuecard_playbook::pack(&cuecard_playbook::compile(source).playbook)
}

fn main() {
    // As in the card: nothing of anybody's text goes into a console.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    // The card fetches this module for its compiler alone.
    if !dom::is_options() {
        return;
    }
    if let Some(root) = dom::element("app") {
        yew::Renderer::<App>::with_root(root.into()).render();
    }
}

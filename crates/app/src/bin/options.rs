//! The options page.

use cuecard_app::options::app::App;
use cuecard_app::shell::dom;

fn main() {
    // As in the card: nothing of anybody's text goes into a console.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    if let Some(root) = dom::element("app") {
        yew::Renderer::<App>::with_root(root.into()).render();
    }
}

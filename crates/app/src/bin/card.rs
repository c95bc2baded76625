//! The card page: the frame beside a composer.

use cuecard_app::shell::dom;
use cuecard_app::view::app::App;

fn main() {
    // A panic message may quote a draft: nothing is printed. The driver notices by itself that the card is dead.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    if let Some(root) = dom::element("app") {
        yew::Renderer::<App>::with_root(root.into()).render();
    }
}

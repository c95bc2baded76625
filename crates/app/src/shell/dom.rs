//! The page's own elements: measuring, focus, the clock.

use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, Window};

use crate::layout::PAD;
use crate::model::{Now, Target};

/// The window of this page.
#[must_use]
pub fn window() -> Window {
    // A page always has one; the fallback cannot be reached and keeps this free of panics.
    web_sys::window().unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
}

/// The document of this page.
#[must_use]
pub fn document() -> Document {
    window()
        .document()
        .unwrap_or_else(|| JsValue::UNDEFINED.unchecked_into())
}

/// Whether this page is the side panel.
#[must_use]
pub fn is_panel() -> bool {
    window()
        .location()
        .pathname()
        .is_ok_and(|path| path == "/panel.html")
}

/// Whether this page is the options page.
#[must_use]
pub fn is_options() -> bool {
    window()
        .location()
        .pathname()
        .is_ok_and(|path| path == "/options.html")
}

/// The element with an id.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether the keyboard is in this document.
#[must_use]
pub fn has_focus() -> bool {
    document().has_focus().unwrap_or(false)
}

/// The moment, and the local clock's distance from UTC.
#[must_use]
pub fn now() -> Now {
    let ms = js_sys::Date::now();
    let behind = js_sys::Date::new(&ms.into()).get_timezone_offset();
    Now {
        ms,
        offset: -(behind as i32),
    }
}

/// The room that the card or chip asks for, with its padding, in CSS pixels. The list
/// inside scrolls, so its whole length counts, not what is seen of it.
#[must_use]
pub fn measure(root: &HtmlElement) -> Option<(f64, f64)> {
    let shown: HtmlElement = root.first_element_child()?.dyn_into().ok()?;
    let list = shown.children();
    let mut height = 2.0; // borders
    if shown.class_list().contains("chip") {
        return Some((
            f64::from(shown.offset_width()) + 2.0 * PAD,
            f64::from(shown.offset_height()) + 2.0 * PAD,
        ));
    }
    for i in 0..list.length() {
        let child: HtmlElement = list.item(i)?.dyn_into().ok()?;
        height += f64::from(if child.class_list().contains("body") {
            child.scroll_height().max(0)
        } else {
            child.offset_height()
        });
    }
    Some((
        f64::from(shown.offset_width()) + 2.0 * PAD,
        height + 2.0 * PAD,
    ))
}

/// Sets a custom property of the page's root element: an inline `style` attribute would
/// fall under the content security policy, the object model does not.
pub fn property(name: &str, value: &str) {
    if let Some(root) = document()
        .document_element()
        .and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        let _ = root.style().set_property(name, value);
    }
}

/// Moves the focus into a field of this page, and brings it into view.
pub fn focus_field(id: &str) {
    if let Some(field) = element(id) {
        let _ = field.focus();
    }
}

/// Moves the focus inside the card. False when the element is there and was refused it.
#[must_use]
pub fn focus(target: Target) -> bool {
    let first = |select: &str| -> Option<HtmlElement> {
        document().query_selector(select).ok()??.dyn_into().ok()
    };
    let found = match target {
        Target::Item(i) => element(&["item-", &i.to_string()].concat()),
        Target::Brands => element("brand"),
        Target::Brand(i) => element(&["brand-", &i.to_string()].concat()),
        Target::Search => element("query"),
        Target::Paste => element("paste"),
        Target::Slot(n) => element(&["slot-", &n.to_string()].concat()),
        Target::Reason => element("reason"),
        Target::Tab => first("[role=tab][aria-selected=true]"),
        Target::First => first("button:not([tabindex='-1'])"),
    };
    let Some(found) = found else { return true };
    let _ = window().focus();
    let _ = found.focus();
    document().active_element().as_ref() == Some(&*found)
}

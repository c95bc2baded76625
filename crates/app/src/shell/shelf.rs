//! What is remembered of approved texts, in the extension's local storage, for each playbook: `favourites` (ids) and
//! `used` (ids, with when). Never a text.

use wasm_bindgen::JsValue;

use super::api::{member, names};
use super::books::key;
use super::store::put;
use crate::model::Shelf;

/// What storage holds.
#[must_use]
pub fn shelf(favourites: &JsValue, used: &JsValue) -> Shelf {
    let loved = names(favourites).into_iter();
    let loved = loved.filter(|id| member(favourites, id).is_truthy());
    let when = names(used).into_iter();
    let when = when.filter_map(|id| Some((member(used, &id).as_f64()?, id)));
    let latest = cuecard_text::sorted(when.collect(), |a: &(f64, String), b: &(f64, String)| {
        b.0.total_cmp(&a.0)
    });
    Shelf {
        favourites: loved.collect(),
        recent: latest.into_iter().map(|(_, id)| id).collect(),
    }
}

/// Remembers a favourite, or that it is one no more.
pub async fn favour(book: String, id: String, on: bool) {
    let value = if on { JsValue::TRUE } else { JsValue::NULL };
    put(&key("favourites", &book), &id, value).await;
}

/// Remembers that a text was used.
pub async fn used(book: String, id: String, at: f64) {
    put(&key("used", &book), &id, at.into()).await;
}

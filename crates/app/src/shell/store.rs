//! What is remembered of sites, in the extension's local storage: `places` (where the
//! card was put, whether it is folded) and `sites` (whether Cuecard is off); and, for each
//! playbook, `never`: the ids of rules that are not wanted, with the reason that the person gave. Never a text of a draft or comment.

use wasm_bindgen::JsValue;

use cuecard_journal::Entry;

use super::api::{member, names, object, tell_background};
use super::books::key;
use crate::model::Place;

/// What `places` holds of a host.
#[must_use]
pub fn place(places: &JsValue, host: &str) -> Place {
    let entry = member(places, host);
    let offset = member(&entry, "dx")
        .as_f64()
        .zip(member(&entry, "dy").as_f64());
    Place {
        offset: offset.filter(|(x, y)| x.is_finite() && y.is_finite()),
        folded: member(&entry, "folded").is_truthy(),
    }
}

/// Remembers a host's place.
pub async fn remember(host: String, place: Place) {
    let mut members = vec![("folded", place.folded.into())];
    if let Some((dx, dy)) = place.offset {
        members.extend([("dx", dx.into()), ("dy", dy.into())]);
    }
    put("places", &host, object(&members)).await;
}

/// What `never` holds: ids of rules.
#[must_use]
pub fn nevers(never: &JsValue) -> Vec<String> {
    names(never)
}

/// Remembers that a rule is not wanted, or wanted again. The background writes it, one after the other: of two that follow
/// quickly the second must win, and several cards may have one.
pub async fn never(book: String, rule: String, why: Option<String>) {
    tell_background(&object(&[
        ("type", "never".into()),
        ("key", key("never", &book).into()),
        ("rule", rule.into()),
        ("on", why.is_some().into()),
        ("why", why.unwrap_or_default().into()),
    ]))
    .await;
}

/// Switches Cuecard off on a host, or on again.
pub async fn pause(host: String, off: bool) {
    put("sites", &host, object(&[("off", off.into())])).await;
}

/// Puts one member into a stored object; null takes it out. The background writes it: two tabs that each read the
/// object, change it and write it back would lose one of the changes.
pub(super) async fn put(key: &str, name: &str, value: JsValue) {
    tell_background(&object(&[
        ("type", "keep".into()),
        ("key", key.into()),
        ("name", name.into()),
        ("value", value),
    ]))
    .await;
}

/// The key under which a playbook's journal of a month is kept.
#[must_use]
pub fn journal_key(book: &str, month: &str) -> String {
    [&key("journal", book), ":", month].concat()
}

/// Adds an entry to a playbook's journal of a month. The background writes it: several cards may have one at the same time.
pub async fn record(book: String, mut entry: Entry, month: String) {
    // A float's cast saturates; 2³² values are enough to tell two entries of one millisecond apart.
    entry.id = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    tell_background(&object(&[
        ("type", "journal".into()),
        ("key", journal_key(&book, &month).into()),
        ("line", entry.to_line().into()),
    ]))
    .await;
}

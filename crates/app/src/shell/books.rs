//! The stored playbooks.
//!
//! `playbooks` is the index: which there are, for which brand and accounts each is, and which one holds where no account
//! tells. The documents, and what is remembered for each, stand under keys of their own. The id of the first that was
//! ever saved is empty: its keys are those of the versions that knew one playbook only, so that nothing had to be moved
//! and nothing can be lost on the way. The background alone writes them (`extension/background/playbooks.ts`).

use cuecard_playbook::Account;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::api::{self, member, object};
use super::book::Kept;
use super::{dom, shelf, store};
use crate::model::{Book, Books, Engine, Loaded};

/// The index.
pub const INDEX: &str = "playbooks";

/// Under which key something stands that is remembered for a playbook.
#[must_use]
pub fn key(name: &str, id: &str) -> String {
    if id.is_empty() {
        name.to_owned()
    } else {
        [name, ":", id].concat()
    }
}

/// The key of a playbook's document.
#[must_use]
pub fn document(id: &str) -> String {
    key("playbook", id)
}

/// The stored playbooks, by what storage holds under [`INDEX`] and under the key of the first.
#[must_use]
pub fn read(kept: &JsValue) -> Books {
    let index = member(kept, INDEX);
    let text = |of: &JsValue, name: &str| member(of, name).as_string().unwrap_or_default();
    let account = |of: &JsValue| Account {
        platform: text(of, "platform"),
        handle: text(of, "handle"),
    };
    let line = |entry: &JsValue| Book {
        id: text(entry, "id"),
        brand: text(entry, "brand"),
        accounts: all(&member(entry, "accounts"))
            .iter()
            .map(account)
            .collect(),
        saved: text(entry, "savedAt"),
    };
    let lines = |name: &str| -> Vec<Book> { all(&member(&index, name)).iter().map(line).collect() };
    let mut list = lines("list");
    // A version that knew no index has saved it, and the options page was not opened since.
    let first = member(kept, &document(""));
    if first.is_object() && list.iter().all(|book| !book.id.is_empty()) {
        let book = Book {
            saved: text(&first, "savedAt"),
            ..Book::default()
        };
        list.insert(0, book);
    }
    Books {
        list,
        preferred: text(&index, "preferred"),
        removed: lines("removed"),
    }
}

/// The members of a list; an object of another realm is no `Array` to a checked cast.
fn all(list: &JsValue) -> Vec<JsValue> {
    if Array::is_array(list) {
        list.unchecked_ref::<Array>().iter().collect()
    } else {
        Vec::new()
    }
}

/// A playbook's line of the index, for storage.
#[must_use]
pub fn entry(book: &Book) -> JsValue {
    let accounts: Array = (book.accounts.iter())
        .map(|account| {
            object(&[
                ("platform", account.platform.as_str().into()),
                ("handle", account.handle.as_str().into()),
            ])
        })
        .collect();
    object(&[
        ("id", book.id.as_str().into()),
        ("brand", book.brand.as_str().into()),
        ("accounts", accounts.into()),
        ("savedAt", book.saved.as_str().into()),
    ])
}

/// What was fetched of a playbook.
pub struct Fetched {
    /// What the card takes over.
    pub loaded: Loaded,
    /// The document that has to be read anew before there is an engine.
    pub unread: Option<String>,
}

/// The keys of a playbook: its document, and what is remembered for it.
#[must_use]
pub fn keys(id: &str) -> [String; 5] {
    let month = dom::now().month();
    let [document, never, favourites, used] =
        ["playbook", "never", "favourites", "used"].map(|name| key(name, id));
    [
        document,
        never,
        favourites,
        used,
        store::journal_key(id, &month),
    ]
}

/// Makes a playbook ready for work from what storage holds under its [`keys`]. None where it is not there; the sample
/// stands in for it where no playbook is.
pub async fn ready(id: String, kept: &JsValue, books: &Books) -> Option<Fetched> {
    let [document, never, favourites, used, journal] = keys(&id);
    let saved = member(kept, &document);
    if !saved.is_object() && !books.list.is_empty() {
        return None;
    }
    let (engine, unread) = match Kept::load(&saved).await? {
        Kept::Book(book) => (Some(book as Box<dyn Engine>), None),
        Kept::Unread(source) => (None, Some(source)),
    };
    let loaded = Loaded {
        engine,
        never: store::nevers(&member(kept, &never)),
        shelf: shelf::shelf(&member(kept, &favourites), &member(kept, &used)),
        journal: member(kept, &journal).as_string().unwrap_or_default(),
        id,
    };
    Some(Fetched { loaded, unread })
}

/// Fetches a playbook.
pub async fn fetch(id: String) -> Option<Fetched> {
    let first = document("");
    let keys = keys(&id);
    let mut wanted = vec![INDEX, &*first];
    wanted.extend(keys.iter().map(String::as_str));
    let kept = api::stored(&wanted).await;
    let books = read(&kept);
    ready(id, &kept, &books).await
}

/// Asks the background to change what is stored; whether that went well.
async fn change(members: &[(&str, JsValue)]) -> bool {
    let mut all = vec![("type", "playbook".into())];
    all.extend_from_slice(members);
    api::ask_background(&object(&all)).await
}

/// Saves a playbook: a new one, or one in place of that with the same id.
pub async fn save(book: &Book, source: &str, compiled: &str) -> bool {
    let document = object(&[
        ("source", source.into()),
        ("compiled", compiled.into()),
        ("savedAt", book.saved.as_str().into()),
    ]);
    change(&[("entry", entry(book)), ("document", document)]).await
}

/// Writes a playbook's line into the index alone.
pub async fn list(book: &Book) -> bool {
    change(&[("entry", entry(book))]).await
}

/// Takes a playbook out. What is remembered for it stays, for whoever brings it back.
pub async fn remove(id: &str) -> bool {
    change(&[("remove", id.into())]).await
}

/// Has a playbook hold where no account tells.
pub async fn prefer(id: &str) -> bool {
    change(&[("prefer", id.into())]).await
}

/// Saves the compiled form of a document that is stored, unless another document was saved meanwhile.
pub async fn repack(id: &str, source: &str, compiled: &str) -> bool {
    change(&[
        ("repack", id.into()),
        ("source", source.into()),
        ("compiled", compiled.into()),
    ])
    .await
}

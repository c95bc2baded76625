//! The options page's one component: loading, saving, exporting.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::html::Scope;
use yew::prelude::*;

use super::books::{Place, Stored, Undo, id_for, line, name};
use super::state::{Document, Options};
use crate::model::{Book, Books};
use crate::shell::{api, books, dom, store};

/// What the page hears.
pub enum Msg {
    /// Storage was read.
    Loaded(Box<Options>),
    /// The reader filters.
    Filter(String),
    /// Something was typed or pasted.
    Pasted(String),
    /// Look at what was pasted.
    Look,
    /// A file was read.
    Read(Option<String>),
    /// Put the proposal into force.
    Use(Place),
    /// It is saved, or could not be; with what it took the place of.
    Saved(bool, Box<Stored>, Option<Box<Undo>>),
    /// Drop the proposal.
    Discard,
    /// Show the playbook of an id.
    Open(String),
    /// It was read.
    Opened(Box<Stored>),
    /// Put the document that is shown into the field, to be changed.
    Edit,
    /// Take the playbook of an id out.
    Remove(String),
    /// It is gone, or could not be taken out; with what is shown instead, which is the sample where none is left.
    Removed(bool, Box<Undo>, Box<Stored>),
    /// The playbook of an id holds where no account tells.
    Prefer(String),
    /// Take the last thing back.
    Undo,
    /// Something could not be saved.
    NotSaved,
    /// Save the document as a file.
    Export,
    /// Switch Cuecard on or off on the site of this number.
    Switch(usize),
    /// Another page has changed the switches.
    Sites(JsValue),
    /// The stored playbooks are these.
    Books(Books),
}

/// The options page.
pub struct App {
    page: Option<Box<Options>>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        spawn_local(async move {
            let page = load().await;
            let watcher = link.clone();
            api::watch(move |changes| stored(&watcher, &changes));
            link.send_message(Msg::Loaded(Box::new(page)));
        });
        Self { page: None }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        if let Msg::Loaded(page) = msg {
            self.page = Some(page);
            return true;
        }
        let Some(page) = &mut self.page else {
            return false;
        };
        let link = ctx.link();
        let say = page.say;
        match msg {
            Msg::Loaded(_) => {}
            Msg::Filter(filter) => page.filter = filter,
            Msg::Pasted(text) => page.pasted = text,
            Msg::Look => page.propose(page.pasted.clone()),
            Msg::Read(Some(text)) => page.propose(text),
            Msg::Read(None) => page.note = Some(say("options_note_unreadable", &[])),
            Msg::Use(place) => put(page, link, place),
            Msg::Saved(true, now, before) => {
                let Stored { book, document } = *now;
                page.undo = before.map(|before| *before);
                page.note = Some(match &page.undo {
                    Some(undo) => {
                        let before = name(say, &undo.stored.book);
                        say("options_note_replaced", &[&before])
                    }
                    None if page.books.list.iter().all(|other| other.id == book.id) => {
                        say("options_note_saved", &[])
                    }
                    None if book.accounts.is_empty() => say("options_note_added_alone", &[]),
                    None => say("options_note_added", &[]),
                });
                page.learn(&book);
                page.adopt(book.id, document);
            }
            Msg::Saved(false, ..) | Msg::NotSaved | Msg::Removed(false, ..) => {
                page.note = Some(say("options_note_not_saved", &[]));
            }
            Msg::Discard => page.discard(),
            Msg::Open(id) => {
                spawn_local(open(link.clone(), page.book(&id)));
            }
            Msg::Opened(stored) => page.show(stored.book.id, stored.document),
            Msg::Edit => {
                page.pasted.clone_from(&page.document.source);
                page.edited = Some(page.open.clone());
                page.proposal = None;
                dom::focus_field("source");
            }
            Msg::Remove(id) => {
                if let Some(book) = page.book(&id) {
                    spawn_local(remove(
                        link.clone(),
                        book,
                        page.books.clone(),
                        page.open.clone(),
                    ));
                }
            }
            Msg::Removed(true, gone, shown) => {
                let book = gone.stored.book.clone();
                page.forget(&book);
                let key = if page.books.list.is_empty() {
                    "options_note_sample"
                } else {
                    "options_note_removed"
                };
                page.note = Some(say(key, &[&name(say, &book)]));
                page.undo = Some(*gone);
                if shown.book.id != page.open || page.books.list.is_empty() {
                    page.show(shown.book.id, shown.document);
                }
            }
            Msg::Prefer(id) => {
                let link = link.clone();
                page.books.preferred.clone_from(&id);
                spawn_local(async move {
                    if !books::prefer(&id).await {
                        link.send_message(Msg::NotSaved);
                    }
                });
            }
            Msg::Undo => {
                page.note = None;
                if let Some(undo) = page.undo.take() {
                    spawn_local(bring_back(link.clone(), undo));
                }
            }
            Msg::Export => export(&page.document),
            Msg::Switch(i) => {
                if let Some(site) = page.sites.get_mut(i) {
                    site.off = !site.off;
                    spawn_local(store::pause(site.host.to_owned(), site.off));
                }
            }
            Msg::Sites(sites) => {
                for site in &mut page.sites {
                    site.off = is_off(&sites, site.host);
                }
            }
            Msg::Books(books) => {
                page.books = books;
                // Another page has taken out what is shown here.
                if !page.books.has(&page.open) {
                    spawn_local(open(link.clone(), page.usual()));
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.page
            .as_ref()
            .map_or_else(|| html! {}, |page| super::view::page(page, ctx.link()))
    }
}

/// Takes over what other pages save.
fn stored(link: &Scope<App>, changes: &JsValue) {
    let sites = api::member(changes, "sites");
    if sites.is_object() {
        link.send_message(Msg::Sites(api::member(&sites, "newValue")));
    }
    let first = books::document("");
    let changed = |name: &str| api::member(changes, name).is_object();
    if changed(books::INDEX) || changed(&first) {
        let link = link.clone();
        spawn_local(async move {
            let kept = api::stored(&[books::INDEX, &*first]).await;
            link.send_message(Msg::Books(books::read(&kept)));
        });
    }
}

fn is_off(sites: &JsValue, host: &str) -> bool {
    api::member(&api::member(sites, host), "off").is_truthy()
}

/// The playbook that holds where no account tells, else the sample.
async fn load() -> Options {
    let first = books::document("");
    let kept = api::stored(&[books::INDEX, &*first, "sites"]).await;
    let sites = api::member(&kept, "sites");
    let mut all = books::read(&kept);
    for book in all.list.iter_mut().filter(|book| book.brand.is_empty()) {
        take_over(book).await;
    }
    let shown = all.list.iter().find(|book| book.id == all.usual());
    let shown = read_or_sample(shown.cloned()).await;
    let mut page = Options::new(api::say, shown.document, &|host: &str| is_off(&sites, host));
    page.open = shown.book.id;
    page.books = all;
    page
}

/// Writes the line of the index for a playbook that an earlier version has saved without one.
async fn take_over(book: &mut Book) {
    let Stored { document, .. } = read(book.clone()).await;
    let known = line(book.id.clone(), &document.compiled, book.saved.clone());
    if *book != known && books::list(&known).await {
        *book = known;
    }
}

/// A stored playbook. One that another version has packed is packed anew: the cards wait for it.
async fn read(book: Book) -> Stored {
    let key = books::document(&book.id);
    let saved = api::member(&api::stored(&[&*key]).await, &key);
    let text = |name: &str| api::member(&saved, name).as_string();
    let document = Document::new(text("source").unwrap_or_default());
    if text("compiled").is_none_or(|packed| cuecard_playbook::unpack(&packed).is_none()) {
        books::repack(&book.id, &document.source, &packed(&document)).await;
    }
    Stored { book, document }
}

fn packed(document: &Document) -> String {
    cuecard_playbook::pack(&document.compiled.playbook)
}

async fn sample() -> Stored {
    Stored {
        book: Book::default(),
        document: Document::new(api::file("playbook.md").await.unwrap_or_default()),
    }
}

/// Puts the proposal into force.
fn put(page: &Options, link: &Scope<App>, place: Place) {
    let Some(document) = page.proposal.clone() else {
        return;
    };
    let now = dom::now();
    let mut book = line(String::new(), &document.compiled, now.iso());
    let before = match place {
        Place::Of(before) => {
            book.id.clone_from(&before.id);
            Some(before)
        }
        Place::Only | Place::Beside => {
            book.id = id_for(&page.books, &book.brand, now.ms);
            None
        }
    };
    let link = link.clone();
    let usual = page.books.usual() == book.id;
    spawn_local(async move {
        let before = match before {
            Some(book) => {
                let stored = read(book).await;
                Some(Box::new(Undo { stored, usual }))
            }
            None => None,
        };
        let done = books::save(&book, &document.source, &packed(&document)).await;
        let now = Box::new(Stored { book, document });
        link.send_message(Msg::Saved(done, now, before));
    });
}

/// Shows a stored playbook, or the sample.
async fn open(link: Scope<App>, book: Option<Book>) {
    link.send_message(Msg::Opened(Box::new(read_or_sample(book).await)));
}

async fn read_or_sample(book: Option<Book>) -> Stored {
    match book {
        Some(book) => read(book).await,
        None => sample().await,
    }
}

/// Takes a playbook out; shown is then what was, or else the one that holds where no account tells.
async fn remove(link: Scope<App>, book: Book, mut left: Books, shown: String) {
    let usual = left.usual() == book.id;
    let id = book.id.clone();
    let stored = read(book).await;
    left.list.retain(|other| other.id != id);
    let done = books::remove(&id).await;
    let next = if left.has(&shown) {
        &shown
    } else {
        left.usual()
    };
    let next = left.list.iter().find(|book| book.id == *next);
    let next = read_or_sample(next.cloned()).await;
    let gone = Undo { stored, usual };
    link.send_message(Msg::Removed(done, Box::new(gone), Box::new(next)));
}

/// Puts a playbook back that was taken out or replaced.
async fn bring_back(link: Scope<App>, undo: Undo) {
    let Undo { stored, usual } = undo;
    let Stored { book, document } = &stored;
    let mut done = books::save(book, &document.source, &packed(document)).await;
    if usual {
        done &= books::prefer(&book.id).await;
    }
    link.send_message(Msg::Saved(done, Box::new(stored), None));
}

/// Saves the document as a Markdown file, by a link that is never shown.
fn export(document: &Document) {
    let options = BlobPropertyBag::new();
    options.set_type("text/markdown");
    let parts = Array::of1(&document.source.as_str().into());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else {
        return;
    };
    if let Ok(Ok(link)) = dom::document()
        .create_element("a")
        .map(JsCast::dyn_into::<HtmlAnchorElement>)
    {
        let name = match cuecard_text::kebab(&document.compiled.playbook.brand) {
            name if name.is_empty() => "playbook.md".to_owned(),
            name => [&name, "-playbook.md"].concat(),
        };
        link.set_href(&address);
        link.set_download(&name);
        link.click();
    }
    let _ = Url::revoke_object_url(&address);
}

/// Reads the file that a field holds.
pub(super) fn read_file(field: JsValue, link: Scope<App>) {
    let file =
        js_sys::Reflect::get_u32(&api::member(&field, "files"), 0).unwrap_or(JsValue::UNDEFINED);
    let Ok(text) = api::member(&file, "text").dyn_into::<Function>() else {
        return;
    };
    spawn_local(async move {
        let promise = text
            .call0(&file)
            .ok()
            .and_then(|p| p.dyn_into::<Promise>().ok());
        let content = match promise {
            Some(promise) => JsFuture::from(promise)
                .await
                .ok()
                .and_then(|t| t.as_string()),
            None => None,
        };
        link.send_message(Msg::Read(content));
    });
}

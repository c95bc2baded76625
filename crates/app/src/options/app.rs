//! The options page's one component: loading, saving, exporting.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::html::Scope;
use yew::prelude::*;

use super::state::{Document, Options};
use crate::shell::{anew, api, dom, store};

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
    Use,
    /// It is saved, or could not be.
    Saved(bool, Box<Document>, Option<String>),
    /// Drop the proposal.
    Discard,
    /// Go back to the sample.
    Sample,
    /// Save the document as a file.
    Export,
    /// Switch Cuecard on or off on the site of this number.
    Switch(usize),
    /// Another page has changed the switches.
    Sites(JsValue),
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
            api::watch(move |changes| {
                let sites = api::member(&changes, "sites");
                if sites.is_object() {
                    watcher.send_message(Msg::Sites(api::member(&sites, "newValue")));
                }
            });
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
        match msg {
            Msg::Loaded(_) => {}
            Msg::Filter(filter) => page.filter = filter,
            Msg::Pasted(text) => page.pasted = text,
            Msg::Look => page.propose(page.pasted.clone()),
            Msg::Read(Some(text)) => page.propose(text),
            Msg::Read(None) => page.note = Some("options_note_unreadable"),
            Msg::Use => {
                if let Some(document) = page.proposal.clone() {
                    spawn_local(save(link.clone(), document));
                }
            }
            Msg::Saved(true, document, saved) => {
                page.note = Some(if saved.is_some() {
                    "options_note_saved"
                } else {
                    "options_note_sample"
                });
                page.adopt(*document, saved);
            }
            Msg::Saved(false, ..) => page.note = Some("options_note_not_saved"),
            Msg::Discard => page.proposal = None,
            Msg::Sample => spawn_local(to_sample(link.clone())),
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
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.page
            .as_ref()
            .map_or_else(|| html! {}, |page| super::view::page(page, ctx.link()))
    }
}

fn is_off(sites: &JsValue, host: &str) -> bool {
    api::member(&api::member(sites, host), "off").is_truthy()
}

/// The saved document, else the sample.
async fn load() -> Options {
    let kept = api::stored(&["playbook", "sites"]).await;
    let (saved, sites) = (api::member(&kept, "playbook"), api::member(&kept, "sites"));
    let off = |host: &str| is_off(&sites, host);
    match api::member(&saved, "source").as_string() {
        Some(source) => {
            let at = api::member(&saved, "savedAt")
                .as_string()
                .unwrap_or_default();
            let document = Document::new(source);
            let compiled = api::member(&saved, "compiled").as_string();
            if compiled.is_none_or(|packed| cuecard_playbook::unpack(&packed).is_none()) {
                // Another version packed it: the cards wait for it.
                let packed = cuecard_playbook::pack(&document.compiled.playbook);
                anew::keep(&document.source, packed.into()).await;
            }
            Options::new(api::say, document, Some(at), &off)
        }
        None => Options::new(api::say, sample().await, None, &off),
    }
}

async fn sample() -> Document {
    Document::new(api::file("playbook.md").await.unwrap_or_default())
}

/// Saves the document and its compiled form, which the cards take over at once.
async fn save(link: Scope<App>, document: Document) {
    let at = dom::now().iso();
    let entry = [
        ("source", document.source.as_str().into()),
        (
            "compiled",
            cuecard_playbook::pack(&document.compiled.playbook).into(),
        ),
        ("savedAt", at.as_str().into()),
    ];
    let done = api::store("playbook", api::object(&entry)).await;
    link.send_message(Msg::Saved(done, Box::new(document), Some(at)));
}

async fn to_sample(link: Scope<App>) {
    let done = api::unstore("playbook").await;
    link.send_message(Msg::Saved(done, Box::new(sample().await), None));
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

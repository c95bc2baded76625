//! The options page as it is drawn.

use cuecard_playbook::Level;
use wasm_bindgen::JsValue;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::html::Scope;
use yew::prelude::*;

use super::app::{App, Msg, read_file};
use super::books::{Place, minute, name};
use super::hushed::Hushed;
use super::selftest::app::SelfTest;
use super::servers::app::Servers;
use super::state::{Document, Options};
use super::{diagnostics, listing, sections};
use crate::i18n::counted;

pub(super) fn page(page: &Options, link: &Scope<App>) -> Html {
    html! {
        <div class="page">
            { head(page, link) }
            <div role="status" aria-live="polite">
                if let Some(note) = &page.note {
                    <p class="note">{ note }{ " " }
                        if page.undo.is_some() {
                            <button class="link" onclick={link.callback(|_| Msg::Undo)}>{ (page.say)("options_undo", &[]) }</button>
                        }
                    </p>
                }
            </div>
            { listing::view(page, link) }
            { found(page) }
            { replace(page, link) }
            { sites(page, link) }
            <Hushed book={page.open.clone()}/>
            { sections::view(page, link) }
            <SelfTest/>
        </div>
    }
}

/// Which playbook is in force.
fn head(page: &Options, link: &Scope<App>) -> Html {
    let say = page.say;
    let playbook = &page.document.compiled.playbook;
    let title = [&playbook.brand, &playbook.title]
        .into_iter()
        .find(|n| !n.is_empty());
    let title = title
        .cloned()
        .unwrap_or_else(|| say("options_unnamed", &[]));
    let opened = page.opened();
    let origin = match opened {
        Some(book) => say("options_saved_at", &[&minute(&book.saved)]),
        None => say("options_is_sample", &[]),
    };
    let valid = playbook
        .valid
        .map(|v| say("options_valid", &[&v.from.to_string(), &v.to.to_string()]));
    let owner = Some(&playbook.owner)
        .filter(|o| !o.is_empty())
        .map(|o| say("options_owner", &[o]));
    let facts: Vec<String> = [Some(origin), valid, owner].into_iter().flatten().collect();
    html! {
        <header>
            <h1>{ title }</h1>
            <p class="soft">{ facts.join(" · ") }</p>
            <p class="do">
                <button class="quiet" onclick={link.callback(|_| Msg::Export)}>{ say("options_export", &[]) }</button>
                if let Some(book) = opened {
                    <button class="quiet" onclick={link.callback(|_| Msg::Edit)}>{ say("options_edit", &[]) }</button>
                    if !page.books.are_several() {
                        <button class="quiet" onclick={remove(link, book.id.clone())}>{ say("options_to_sample", &[]) }</button>
                    }
                }
            </p>
        </header>
    }
}

/// Takes a playbook out.
pub(super) fn remove(link: &Scope<App>, id: String) -> Callback<MouseEvent> {
    link.callback(move |_| Msg::Remove(id.clone()))
}

/// How many of each level, in a line.
pub(super) fn tally(page: &Options, document: &Document) -> String {
    let say = page.say;
    let parts = [
        (Level::Error, "card_error", "card_errors"),
        (Level::Warning, "card_warning", "card_warnings"),
        (Level::Suggestion, "card_suggestion", "card_suggestions"),
    ];
    let counts = parts.map(|(level, one, other)| (document.count(level), one, other));
    let said: Vec<String> = counts
        .into_iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, one, other)| counted(say, one, other, n))
        .collect();
    if said.is_empty() {
        say("options_all_read", &[])
    } else {
        said.join(" · ")
    }
}

/// What there is to say about the playbook in force.
fn found(page: &Options) -> Html {
    let open = page.document.count(Level::Error) > 0;
    html! {
        <section>
            <h2>{ (page.say)("options_diagnostics", &[]) }</h2>
            if page.document.diagnostics().is_empty() {
                <p class="soft">{ tally(page, &page.document) }</p>
            } else {
                <details open={open}>
                    <summary>{ tally(page, &page.document) }</summary>
                    { diagnostics::list(page.say, page.document.diagnostics()) }
                </details>
            }
        </section>
    }
}

/// Another playbook in its place: from a file, or pasted.
fn replace(page: &Options, link: &Scope<App>) -> Html {
    let say = page.say;
    let chosen = {
        let link = link.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                read_file(JsValue::from(field), link.clone());
            }
        })
    };
    let pasted = link.batch_callback(|event: InputEvent| {
        event
            .target_dyn_into::<HtmlTextAreaElement>()
            .map(|field| Msg::Pasted(field.value()))
    });
    html! {
        <section>
            <h2>{ say(if page.books.are_several() { "options_replace_or_add" } else { "options_replace" }, &[]) }</h2>
            <p class="soft">{ say("options_replace_hint", &[]) }
                if page.opened().is_some() { { " " }{ say("options_replace_beside", &[]) } }
            </p>
            <p><label class="field">{ say("options_file", &[]) }{ " " }
                <input type="file" accept=".md,.markdown,.txt,text/markdown,text/plain" onchange={chosen}/></label></p>
            <label class="field">{ say("options_paste", &[]) }
                <textarea id="source" rows={if page.edited.is_some() { "24" } else { "6" }} spellcheck="false" value={page.pasted.clone()} oninput={pasted}/></label>
            <p class="do">
                <button class="quiet" disabled={page.pasted.trim().is_empty()}
                    onclick={link.callback(|_| Msg::Look)}>{ say("options_look", &[]) }</button>
            </p>
            if let Some(proposal) = &page.proposal { { proposed(page, proposal, link) } }
        </section>
    }
}

/// A document that is looked at before it is saved.
fn proposed(page: &Options, proposal: &Document, link: &Scope<App>) -> Html {
    let say = page.say;
    let playbook = &proposal.compiled.playbook;
    let counts = [
        ("options_n_words", playbook.words.len()),
        ("options_n_messages", playbook.messages.len()),
        ("options_n_protocols", playbook.protocols.len()),
    ];
    let holds: Vec<String> = counts
        .iter()
        .map(|(key, n)| say(key, &[&n.to_string()]))
        .collect();
    let name = if playbook.brand.is_empty() {
        say("options_unnamed", &[])
    } else {
        playbook.brand.clone()
    };
    html! {
        <div class="proposal" role="region" aria-label={say("options_proposal", &[])}>
            <h3>{ name }</h3>
            <p class="soft">{ holds.join(" · ") }{ ". " }{ tally(page, proposal) }</p>
            if page.opened().is_some() { <p class="soft">{ listing::accounts_of(say, &playbook.accounts) }</p> }
            { diagnostics::list(say, proposal.diagnostics()) }
            <p class="do">
                { for page.places().into_iter().enumerate().map(|(i, place)| {
                    let words = words(page, &place, i == 0);
                    let class = if i == 0 { "primary" } else { "quiet" };
                    html! { <button {class} onclick={link.callback(move |_| Msg::Use(place.clone()))}>{ words }</button> }
                }) }
                <button class="quiet" onclick={link.callback(|_| Msg::Discard)}>{ say("options_discard", &[]) }</button>
            </p>
        </div>
    }
}

/// What putting a proposal somewhere is called.
fn words(page: &Options, place: &Place, likeliest: bool) -> String {
    let say = page.say;
    match place {
        Place::Beside => say("options_add", &[]),
        // The playbook that everybody means.
        Place::Of(_) if likeliest && !page.books.are_several() => say("options_use", &[]),
        Place::Of(book) => say("options_use_for", &[&name(say, book)]),
        Place::Only => say("options_use", &[]),
    }
}

/// Where Cuecard works.
fn sites(page: &Options, link: &Scope<App>) -> Html {
    let say = page.say;
    html! {
        <section>
            <h2>{ say("options_sites", &[]) }</h2>
            <p class="soft">{ say("options_sites_hint", &[]) }</p>
            <ul class="sites">
                { for page.sites.iter().enumerate().map(|(i, site)| html! {
                    <li><label>
                        <input type="checkbox" role="switch" checked={!site.off} onchange={link.callback(move |_| Msg::Switch(i))}/>
                        <b>{ site.platform }</b>{ " " }<span class="soft">{ site.host }</span>
                    </label></li>
                }) }
            </ul>
            <Servers/>
        </section>
    }
}

//! The list of playbooks, where there are several.

use cuecard_playbook::Account;
use yew::html::Scope;
use yew::prelude::*;

use super::app::{App, Msg};
use super::books::{Clash, accounts, clashes, minute, name, platform_name};
use super::state::Options;
use super::view::remove;
use crate::i18n::Say;
use crate::model::Book;

pub(super) fn view(page: &Options, link: &Scope<App>) -> Html {
    if !page.books.are_several() {
        return html! {};
    }
    let say = page.say;
    html! {
        <section>
            <h2>{ say("options_books", &[]) }</h2>
            <p class="soft">{ say("options_books_hint", &[]) }</p>
            <ul class="books">{ for page.books.list.iter().map(|book| row(page, link, book)) }</ul>
            { for clashes(&page.books).iter().map(|clash| told(page, clash)) }
        </section>
    }
}

fn row(page: &Options, link: &Scope<App>, book: &Book) -> Html {
    let say = page.say;
    let brand = name(say, book);
    let usual = page.books.usual() == book.id;
    let shown = page.open == book.id;
    let accounts = accounts_of(say, &book.accounts);
    let prefer = {
        let id = book.id.clone();
        link.callback(move |_| Msg::Prefer(id.clone()))
    };
    let open = {
        let id = book.id.clone();
        link.callback(move |_| Msg::Open(id.clone()))
    };
    html! {
        <li key={book.id.clone()}>
            <label>
                <input type="radio" name="usual" checked={usual} onchange={prefer} aria-label={say("options_book_prefer_named", &[&brand])}/>
                <span>
                    <b>{ &brand }</b>
                    if usual { { " " }<span class="soft">{ say("options_book_usual", &[]) }</span> }
                    <span class="soft about">{ accounts }{ " · " }{ say("options_saved_at", &[&minute(&book.saved)]) }</span>
                </span>
            </label>
            <span class="acts">
                if shown {
                    <span class="soft">{ say("options_book_shown", &[]) }</span>
                } else {
                    <button class="link" aria-label={say("options_book_open_named", &[&brand])} onclick={open}>{ say("options_book_open", &[]) }</button>
                }
                <button class="link" aria-label={say("options_book_remove_named", &[&brand])} onclick={remove(link, book.id.clone())}>{ say("options_book_remove", &[]) }</button>
            </span>
        </li>
    }
}

/// The accounts that a playbook is for, or that there are none.
pub(super) fn accounts_of(say: Say, all: &[Account]) -> String {
    if all.is_empty() {
        say("options_book_no_accounts", &[])
    } else {
        accounts(all)
    }
}

/// That two playbooks are for one account.
fn told(page: &Options, clash: &Clash<'_>) -> Html {
    let say = page.say;
    let (used, other) = (name(say, clash.used), name(say, clash.other));
    let platform = platform_name(&clash.account.platform);
    html! {
        <p class="clash">
            <i class="mark warning" aria-hidden="true"></i>
            <span>{ say("options_book_clash", &[&used, &other, &clash.account.handle, platform]) }</span>
        </p>
    }
}

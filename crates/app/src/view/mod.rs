//! The card as it is drawn. Plain functions from the state to elements: no state, no
//! decisions, and a fraction of what a component each would weigh in WASM. The one
//! component is [`app::App`].

mod account;
mod answering;
pub mod app;
mod approval;
mod brand;
mod chip;
mod finding;
mod findings;
mod footer;
mod header;
mod page;
mod readers;
mod replies;
mod reply;
mod search;
mod slots;
mod start;
mod stop;
mod unread;

use yew::prelude::*;

use crate::model::{Action, Card, Face, Mark};

/// Draws what the card shows.
fn face(card: &Card, send: &Callback<Action>) -> Html {
    let form = card.form().map(|form| slots::view(card, send, form));
    let body = match card.face() {
        Face::Hidden => return html! { <div class="nothing"></div> },
        Face::Chip | Face::Paused => return chip::view(card, send),
        _ if form.is_some() => form.unwrap_or_default(),
        Face::Draft => findings::view(card, send),
        Face::Replies => replies::view(card, send),
        Face::Search => search::view(card, send),
        Face::Answer => answering::view(card, send),
        Face::Stop => stop::view(card, send),
        Face::Unread => unread::view(card, send),
    };
    let (stop, unread) = (card.face() == Face::Stop, card.face() == Face::Unread);
    let tabs = !stop && !unread;
    html! {
        <section class={classes!("card", stop.then_some("stop"))} role="dialog" aria-label={(card.say)("card_name", &[])}>
            { header::view(card, send) }
            { if tabs { header::tabs(card, send) } else { html!{} } }
            { note(card, send) }
            { account::view(card, send) }
            <div class="body" id="body" role={tabs.then_some("tabpanel")}>{ body }</div>
            { if stop { stop::footer(card, send) } else if unread { html!{} } else { footer::view(card) } }
        </section>
    }
}

/// What just happened, when there is something to say.
fn note(card: &Card, send: &Callback<Action>) -> Html {
    match &card.note {
        Some(note) => {
            let class = if note.trouble { "note trouble" } else { "note" };
            let asks = card.session().is_some_and(|s| s.gate.asks);
            html! {
                <>
                    { paragraph(class, note.text.clone()) }
                    if asks { <div class="do gate">{ button("quiet", (card.say)("card_gate_go", &[]), send, Action::LetGo) }</div> }
                    if let Some(rule) = &card.hushed {
                        <div class="do">{ button("quiet", (card.say)("card_again", &[]), send, Action::Again(rule.clone())) }</div>
                    }
                </>
            }
        }
        None => html! {},
    }
}

/// A callback for an action.
fn on(send: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_| send.emit(action.clone()))
}

/// A plain button. One function for all of them: every `html!` of a button weighs
/// half a kilobyte in WASM.
#[inline(never)]
fn button(class: &'static str, words: String, send: &Callback<Action>, action: Action) -> Html {
    html! { <button {class} onclick={on(send, action)}>{ words }</button> }
}

/// A plain paragraph. One function for all of them, for the same reason.
#[inline(never)]
fn paragraph(class: &'static str, words: String) -> Html {
    html! { <p {class}>{ words }</p> }
}

/// The shape of a level. Words stand beside it, so it is silent.
fn shape(mark: Mark) -> Html {
    let class = match mark {
        Mark::Idle => "idle",
        Mark::Well => "well",
        Mark::Suggestion => "suggestion",
        Mark::Warning => "warning",
        Mark::Error => "error",
        Mark::Stop => "halt",
        Mark::Paused => "paused",
    };
    html! { <i class={classes!("mark", class)} aria-hidden="true"></i> }
}

/// A number key, for the eye; controls name theirs by `aria-keyshortcuts`.
fn key(item: usize) -> Html {
    if item < 9 {
        html! { <kbd aria-hidden="true">{ item + 1 }</kbd> }
    } else {
        html! {}
    }
}

/// The number key of an item, for assistive technology.
fn shortcut(item: usize) -> Option<String> {
    (item < 9).then(|| (item + 1).to_string())
}

/// Only the item that the arrow keys are at is a stop of the Tab key.
fn stop_of(card: &Card, item: usize) -> &'static str {
    if card.cursor == item { "0" } else { "-1" }
}

/// The id by which the focus finds an item.
fn item_id(item: usize) -> String {
    ["item-", &item.to_string()].concat()
}

/// Text for assistive technology only.
fn hidden(text: &str) -> Html {
    html! { <span class="sr">{ text }{ " " }</span> }
}

//! Looking for an approved text.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{paragraph, reply};
use crate::model::{Action, Card};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let say = card.say;
    let offers = card.offers();
    let opened = card.opened();
    let typed = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                send.emit(Action::Search(field.value()));
            }
        })
    };
    html! {
        <>
            <div class="search">
                <input id="query" type="search" autocomplete="off" spellcheck="false" value={card.query.clone()}
                    placeholder={say("card_search_all", &[])} aria-label={say("card_search_label", &[])} oninput={typed}/>
            </div>
            if offers.is_empty() {
                { paragraph("hint plain", say(if card.query.trim().is_empty() { "card_search_hint" } else { "card_search_none" }, &[])) }
            } else {
                <ol class="list">
                    { for offers.iter().enumerate().map(|(i, offer)| reply::view(card, send, i, offer, opened == Some(i))) }
                </ol>
            }
        </>
    }
}

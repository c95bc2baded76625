//! The brand's name in the header. With several playbooks it is a menu: another one can be chosen for this composer.

use yew::prelude::*;

use super::on;
use crate::model::{Action, Card};

pub(super) fn name(card: &Card, send: &Callback<Action>) -> Html {
    let name = card.brand_at_work();
    if !card.books.are_several() {
        return html! { <span class="brand">{ name }</span> };
    }
    html! {
        <span class="brand"><button id="brand" aria-haspopup="menu" aria-expanded={card.brands.is_some().to_string()}
            title={(card.say)("card_brand_choose", &[])} onclick={on(send, Action::Brands)}>
            <span class="sr">{ (card.say)("card_brand_choose", &[]) }{ ": " }</span><span class="name">{ name }</span><i class="down" aria-hidden="true"></i>
        </button></span>
    }
}

pub(super) fn menu(card: &Card, send: &Callback<Action>) -> Html {
    let Some(at) = card.brands else {
        return html! {};
    };
    html! {
        <div class="menu brands" role="menu" aria-label={(card.say)("card_brand_choose", &[])}>
            { for card.books.list.iter().enumerate().map(|(i, book)| {
                let chosen = card.book() == Some(&*book.id);
                html! {
                    <button role="menuitemradio" id={["brand-", &i.to_string()].concat()} tabindex={if i == at { "0" } else { "-1" }}
                        aria-checked={chosen.to_string()} onclick={on(send, Action::Choose(book.id.clone()))}>{ card.brand(&book.brand) }</button>
                }
            }) }
        </div>
    }
}

//! That the page posts as another account than the playbook's.

use yew::prelude::*;

use super::{button, shape};
use crate::model::{Action, Card, Mark};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    match card.account_line() {
        Some(line) => html! {
            <p class="note account">
                { shape(Mark::Warning) }
                <span>{ line }{ " " }{ button("link", (card.say)("card_account_right", &[]), send, Action::Vouch) }</span>
            </p>
        },
        None => html! {},
    }
}

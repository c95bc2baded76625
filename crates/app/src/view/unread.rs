//! The playbook is on its way, or has to be read anew before anything can be said.

use yew::prelude::*;

use super::{button, shape};
use crate::model::{Action, Card, Mark};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let say = card.say;
    if card.waits() {
        return html! { <p class="hint"><span>{ say("card_fetching", &[]) }</span></p> };
    }
    html! {
        <>
            <p class="hint">{ shape(Mark::Warning) }<span>{ say("card_unread", &[]) }</span></p>
            <div class="do unread">{ button("primary", say("card_unread_open", &[]), send, Action::Options) }</div>
        </>
    }
}

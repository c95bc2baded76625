//! For whom the draft is, where the playbook has rules for some readers alone.

use cuecard_playbook::audience_name;
use yew::prelude::*;

use super::on;
use crate::model::{Action, Card};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let audiences = card.engine.audiences();
    if audiences.is_empty() {
        return html! {};
    }
    let say = card.say;
    let choice = |audience: Option<&String>| {
        let words = audience.map_or_else(|| say("card_readers_all", &[]), |id| audience_name(id));
        let chosen = card.audience.as_ref() == audience;
        html! {
            <button class="choice" aria-pressed={chosen.to_string()}
                onclick={on(send, Action::WriteFor(audience.cloned()))}>{ words }</button>
        }
    };
    html! {
        <div class="readers" role="group" aria-label={say("card_readers_label", &[])}>
            <span aria-hidden="true">{ say("card_readers", &[]) }</span>
            <div>
                { choice(None) }
                { for audiences.iter().map(|audience| choice(Some(audience))) }
            </div>
        </div>
    }
}

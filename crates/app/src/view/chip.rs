//! The chip: one line that says how it stands.

use yew::prelude::*;

use super::{on, shape};
use crate::model::{Action, Card, Face};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let chip = card.chip();
    if card.face() == Face::Paused {
        return html! { <div class="chip">{ shape(chip.mark) }<b>{ chip.words }</b></div> };
    }
    let mut spoken = chip.words.clone();
    for more in [chip.priority.as_ref(), chip.left.as_ref().map(|l| &l.words)]
        .into_iter()
        .flatten()
    {
        spoken = [&spoken, ", ", more].concat();
    }
    html! {
        <button class="chip" aria-expanded="false" aria-label={(card.say)("card_chip_open", &[&spoken])}
            onclick={on(send, Action::Open)}>
            { shape(chip.mark) }
            <b>{ chip.words }</b>
            if let Some(priority) = chip.priority { <span class="name">{ priority }</span> }
            if let Some(left) = chip.left {
                <span class={classes!("num", left.over.then_some("over"))}>{ left.short }</span>
            }
        </button>
    }
}

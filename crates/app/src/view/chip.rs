//! The chip: one line that says how it stands.

use yew::prelude::*;

use super::{on, shape};
use crate::model::{Action, Card, Face};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let chip = card.chip();
    if card.face() == Face::Paused {
        return html! { <div class="chip">{ shape(chip.mark) }<b>{ chip.words }</b></div> };
    }
    // Its name is what it shows, after what it does: who speaks to the computer says what is seen.
    html! {
        <button class="chip" aria-expanded="false" onclick={on(send, Action::Open)}>
            <span class="sr">{ (card.say)("card_chip_open", &[]) }{ " " }</span>
            { shape(chip.mark) }
            <b>{ chip.words }</b>{ " " }
            if let Some(priority) = chip.priority { <span class="name">{ priority }</span>{ " " } }
            if let Some(left) = chip.left {
                <span class={classes!("num", left.over.then_some("over"))}>{ left.short }</span>
                if left.over { <span class="sr">{ " " }{ left.words }</span> }
            }
        </button>
    }
}

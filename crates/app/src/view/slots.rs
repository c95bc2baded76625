//! The form that asks for what an approved text leaves open.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{button, paragraph};
use crate::model::{Action, Card, Form, Purpose, Slot};

pub(super) fn view(card: &Card, send: &Callback<Action>, form: &Form) -> Html {
    let say = card.say;
    let key = match (&form.purpose, card.session()) {
        (Purpose::Approval(_), _) => "card_copy_approval",
        (Purpose::Copy, _) => "card_copy",
        (Purpose::Put, _) if card.panel => "card_copy",
        (Purpose::Put, Some(s)) if s.about.answering.is_some() => "card_put",
        (Purpose::Put, _) => "card_put_draft",
    };
    html! {
        <div class="slots" role="group" aria-label={say("card_slots", &[])}>
            { paragraph("first", say("card_slots", &[])) }
            { paragraph("text", form.text()) }
            { for form.slots.iter().enumerate().map(|(n, slot)| field(send, n, slot)) }
            <div class="do">
                { button("primary", say(key, &[]), send, Action::FillIn) }
                { button("quiet", say("card_cancel", &[]), send, Action::FillCancel) }
            </div>
        </div>
    }
}

fn field(send: &Callback<Action>, n: usize, slot: &Slot) -> Html {
    let typed = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                send.emit(Action::Slot(n, field.value()));
            }
        })
    };
    let pressed = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            // The Enter that ends a composition chooses a word.
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                send.emit(Action::SlotDone(n));
            }
        })
    };
    let id = ["slot-", &n.to_string()].concat();
    let list = (!slot.choices.is_empty()).then(|| [&id, "-choices"].concat());
    html! {
        <div class="slot" key={slot.name.clone()}>
            <label class="why" for={id.clone()}>{ slot.label() }</label>
            <input {id} type="text" autocomplete="off" list={list.clone()} value={slot.value.clone()} oninput={typed} onkeydown={pressed}/>
            if let Some(id) = list {
                <datalist {id}>{ for slot.choices.iter().map(|c| html! { <option value={c.clone()}/> }) }</datalist>
            }
        </div>
    }
}

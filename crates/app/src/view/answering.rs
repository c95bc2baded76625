//! Whom the draft answers, and how to correct it.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{button, paragraph};
use crate::model::{Action, Card, Correction};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let Some(session) = card.session() else {
        return html! {};
    };
    let say = card.say;
    let typed = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                send.emit(Action::Pasted(field.value()));
            }
        })
    };
    html! {
        <div class="answering">
            if let Some(answered) = &session.about.answering {
                { paragraph("why", say("card_answering_now", &[])) }
                <blockquote>{ &answered.text }</blockquote>
            } else {
                { paragraph("why", say("card_answering_none", &[])) }
            }
            if !card.panel {
                { paragraph("first", say("card_pick_hint", &[])) }
                <div class="do">{ button("primary", say("card_pick", &[]), send, Action::Pick) }</div>
            }
            <label class="why" for="paste">{ say("card_paste_label", &[]) }</label>
            <textarea id="paste" rows="3" autocomplete="off" spellcheck="false" value={session.pasted.clone()} oninput={typed}/>
            <div class="do">
                { button("quiet", say("card_paste", &[]), send, Action::AnswerPasted) }
                if session.about.answering.is_some() {
                    { button("quiet", say("card_answer_nobody", &[]), send, Action::Correct(Correction::Nobody)) }
                }
                if session.correction != Correction::None {
                    { button("quiet", say("card_answer_page", &[]), send, Action::Correct(Correction::None)) }
                }
            </div>
        </div>
    }
}

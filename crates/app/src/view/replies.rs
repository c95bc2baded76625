//! What may be answered to the comment.

use yew::prelude::*;

use super::stop::heard;
use super::{button, paragraph, reply};
use crate::model::{Action, Card, Offer, Tab};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let Some(session) = card.session() else {
        return html! {};
    };
    let say = card.say;
    let offers = card.offers();
    let opened = card.opened();
    let list = |shown: &dyn Fn(&Offer<'_>) -> bool| {
        let items = offers.iter().enumerate().filter(|(_, offer)| shown(offer));
        let items = items.map(|(i, offer)| reply::view(card, send, i, offer, opened == Some(i)));
        let items: Vec<Html> = items.collect();
        html! {
            if !items.is_empty() {
                <ol class="list">{ items }</ol>
            }
        }
    };
    html! {
        <>
            if let Some(escalation) = session.escalation() {
                <p class="aside">
                    <span>{ say("card_overruled", &[&escalation.name]) }</span>{ " " }
                    { button("link", say("card_show_steps", &[]), send, Action::Overrule(false)) }
                </p>
            }
            if let Some(doubt) = session.doubt() {
                <div class="doubt">
                    <p class="first">{ say("card_doubt", &[]) }</p>
                    <p class="why">
                        { say("card_stop_lead", &[&doubt.name]) }
                        { heard(doubt) }
                    </p>
                    <div class="do">{ button("quiet", say("card_doubt_steps", &[]), send, Action::Overrule(false)) }</div>
                </div>
            }
            if let Some(answered) = &session.about.answering {
                <blockquote lang={session.answer.as_ref().and_then(|a| a.language)}>{ &answered.text }</blockquote>
            }
            <p class="other">{ button("link", say("card_answer_other", &[]), send, Action::Show(Tab::Answer)) }</p>
            if card.nothing_fits() {
                <div class="empty">
                    { paragraph("first", say("card_nothing_fits", &[])) }
                    <p class="why">{ match card.approver() {
                        Some((who, _)) => say("card_nothing_fits_hint", &[who]),
                        None => say("card_nothing_fits_alone", &[]),
                    } }</p>
                    <div class="do">
                        { button("primary", say("card_search_all", &[]), send, Action::Show(Tab::Search)) }
                    </div>
                </div>
            }
            { list(&|offer| !offer.unlikely) }
            if let Some(first) = offers.iter().position(|offer| offer.unlikely) {
                <p class="apart">{ say(if first == 0 { "card_nearest" } else { "card_less_likely" }, &[]) }</p>
                { list(&|offer| offer.unlikely) }
            }
        </>
    }
}

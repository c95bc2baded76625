//! "Do not reply yet": the steps, in place of replies.

use cuecard_playbook::Permission;
use cuecard_replies::Escalation;
use yew::prelude::*;

use super::{approval, button, on, paragraph, reply};
use crate::model::{Action, Card, Reach, Step, Tab};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let say = card.say;
    let Some(session) = card.session() else {
        return html! {};
    };
    let Some(escalation) = session.escalation() else {
        return html! {};
    };
    let after = escalation.permission == Permission::ApproveFirst;
    let holding = escalation
        .holding
        .as_ref()
        .filter(|_| escalation.permission != Permission::MustNotReply);
    html! {
        <>
            <p class="lead">
                if escalation.because.is_empty() { { &escalation.name } } else { { say("card_stop_lead", &[&escalation.name]) } }
                { heard(escalation) }
            </p>
            if let Some(also) = card.also_line() { { paragraph("why general", also) } }
            if let Some(raised) = card.raised_line() { { paragraph("why general", raised) } }
            if escalation.protocol.is_empty() { { paragraph("why general", say("card_stop_general", &[])) } }
            <ol class="steps">{ for card.steps().into_iter().map(|step| html! { <li>{ view_step(card, step) }</li> }) }</ol>
            <div class="do">
                <button class="primary" aria-keyshortcuts="1" onclick={on(send, Action::CopyPacket)}>{ say("card_packet", &[]) }</button>
                if holding.is_some() {
                    <button class="quiet" aria-expanded={session.holding.to_string()} onclick={on(send, Action::Holding)}>
                        { say(if after { "card_holding_after" } else { "card_holding" }, &[]) }
                    </button>
                }
            </div>
            if let Some(text) = holding.filter(|_| session.holding) {
                <div class="held">
                    if after { { paragraph("first", approval::line(card)) } }
                    { paragraph("text", text.to_owned()) }
                    { reply::caution(card, &session.holding_cautions, false) }
                    <div class="do">
                        { button("quiet", say("card_put", &[]), send, Action::PutHolding) }
                        { button("quiet", say("card_copy", &[]), send, Action::CopyHolding) }
                    </div>
                </div>
            }
        </>
    }
}

/// The words of the comment that speak for it.
pub(super) fn heard(escalation: &Escalation) -> Html {
    let each = escalation.because.iter().enumerate();
    each.map(|(i, words)| html! { <>{ if i == 0 { " " } else { " · " } }<q>{ words }</q></> })
        .collect()
}

fn view_step(card: &Card, step: Step) -> Html {
    match step {
        Step::Do(action) => html! { <span class="act">{ action }</span> },
        Step::Tell {
            role,
            within,
            who,
            hours,
            away,
            reach,
            left,
        } => {
            // The clock names the span: it need not be said twice.
            let within = if left.is_some() {
                String::new()
            } else {
                within
            };
            let tell = cuecard_playbook::Tell {
                role,
                within,
                minutes: None,
            };
            let about: Vec<String> = [who, hours].into_iter().filter(|s| !s.is_empty()).collect();
            html! {
                <>
                    <b>{ card.tell_line(&tell) }</b>
                    if let Some(left) = left { <span class="clock" role="timer">{ left }</span> }
                    if !reach.is_empty() || !about.is_empty() {
                        <span class="ways">
                            { for reach.into_iter().map(way) }
                            if !about.is_empty() { <span>{ about.join(" · ") }</span> }
                        </span>
                    }
                    { for away.into_iter().map(|words| html! { <span class="away">{ words }</span> }) }
                </>
            }
        }
    }
}

/// A way to reach somebody. A number or an address opens outside the card, which stays.
fn way(reach: Reach) -> Html {
    match reach.link {
        Some(link) => {
            html! { <a href={link} target="_blank" rel="noopener noreferrer">{ reach.text }</a> }
        }
        None => html! { <span>{ reach.text }</span> },
    }
}

pub(super) fn footer(card: &Card, send: &Callback<Action>) -> Html {
    let say = card.say;
    let findings = card.session().map_or(0, |s| s.rows().len());
    html! {
        <footer>
            { button("link", say("card_overrule", &[]), send, Action::Overrule(true)) }
            if findings > 0 {
                <button class="link num" onclick={on(send, Action::Show(Tab::Draft))}>
                    { say("card_tab_draft_n", &[&findings.to_string()]) }
                </button>
            }
        </footer>
    }
}

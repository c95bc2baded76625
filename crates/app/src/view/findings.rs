//! The findings of the draft, the gravest first.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{button, finding, readers, shape};
use crate::model::{Action, Card, Mark, Tab};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let Some(session) = card.session() else {
        return html! {};
    };
    let say = card.say;
    let rows = session.rows();
    let fixes = session.plain_fixes().len();
    let opened = card.opened();
    // An exact approved message; one that drifted has a finding that says so.
    let message = session
        .report
        .as_ref()
        .and_then(|r| r.message.as_ref())
        .filter(|m| m.drift <= 0.0);
    html! {
        <>
            if card.panel { { field(card, send) } }
            if let Some(message) = message {
                <p class="hint">{ shape(Mark::Well) }<span>{ say("card_message", &[&message.name]) }</span></p>
            } else if rows.is_empty() && (session.is_blank() || card.account_line().is_none()) {
                if session.is_blank() {
                    <p class="hint">{ shape(Mark::Idle) }<span>{ say("card_empty_hint", &[]) }</span></p>
                } else {
                    <p class="hint">{ shape(Mark::Well) }<span>{ say("card_well_hint", &[]) }</span></p>
                }
            }
            if fixes > 1 {
                <div class="do all">{ button("quiet", say("card_fix_all", &[&fixes.to_string()]), send, Action::FixAll) }</div>
            }
            if !rows.is_empty() {
                <ol class="list">
                    { for rows.iter().enumerate().map(|(i, row)| finding::view(card, send, i, row, opened == Some(i))) }
                </ol>
            }
            { readers::view(card, send) }
            if session.misses_comment() {
                <p class="aside">
                    <span>{ say("card_no_comment", &[]) }</span>{ " " }
                    { button("link", say("card_no_comment_do", &[]), send, Action::Show(Tab::Answer)) }
                </p>
            }
        </>
    }
}

/// The side panel's own field: no page holds the draft.
fn field(card: &Card, send: &Callback<Action>) -> Html {
    let typed = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                send.emit(Action::Write(field.value()));
            }
        })
    };
    let text = card.session().map_or("", |s| &s.text).to_owned();
    let label = (card.say)("card_panel_field", &[]);
    html! {
        <div class="field">
            <textarea id="draft" rows="5" autocomplete="off" spellcheck="false" placeholder={label.clone()} aria-label={label}
                value={text} oninput={typed}/>
        </div>
    }
}

//! The header: what this is about, the menu, folding, and the handle to move it by. Below it the tabs.

use cuecard_checks::Level;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::{brand, on, paragraph, shape};
use crate::i18n::counted;
use crate::model::{Action, Card, Face, Mark, Tab};

pub(super) fn view(card: &Card, send: &Callback<Action>) -> Html {
    let say = card.say;
    html! {
        <>
        <header onpointerdown={grab(send)} onpointermove={drag(send)} onpointerup={release(send)} onpointercancel={release(send)}>
            <b class="title">{ title(card) }</b>
            { aside(card, send) }
            if !card.panel {
            <button class="icon" aria-label={say("card_menu", &[])} title={say("card_menu", &[])}
                aria-expanded={card.menu.to_string()} onclick={on(send, Action::Menu)}><i class="dots" aria-hidden="true"></i></button>
            <button class="icon" aria-label={say("card_fold", &[])} title={say("card_fold", &[])}
                onclick={on(send, Action::Fold)}><i class="bar" aria-hidden="true"></i></button>
            }
        </header>
        { brand::menu(card, send) }
        if card.menu { { menu(card, send) } }
        if card.moving { { paragraph("note", say("card_moving", &[])) } }
        </>
    }
}

fn menu(card: &Card, send: &Callback<Action>) -> Html {
    let entry = |key: &str, action: Action| {
        html! { <button onclick={on(send, action)}>{ (card.say)(key, &[]) }</button> }
    };
    html! {
        <nav class="menu">
            { entry("card_answer_other", Action::Show(Tab::Answer)) }
            { entry("card_panel_open", Action::Panel) }
            { entry("card_move", Action::Move(true)) }
            { entry("card_unmove", Action::Unmove) }
            { entry("card_report", Action::Report) }
            { entry("card_pause", Action::Pause) }
        </nav>
    }
}

/// What the card is about.
fn title(card: &Card) -> String {
    let say = card.say;
    let Some(session) = card.session() else {
        return String::new();
    };
    match card.face() {
        Face::Stop => card.stop_title(),
        Face::Unread if card.waits() => say("card_chip_fetching", &[]),
        Face::Unread => say("card_unread_title", &[]),
        Face::Search => say("card_tab_search", &[]),
        Face::Answer => say("card_answer_title", &[]),
        Face::Replies => match session.about.answering.as_ref().map(|a| a.author.trim()) {
            Some(author) if !author.is_empty() => say("card_reply_to", &[author]),
            _ => say("card_reply_to_this", &[]),
        },
        _ => {
            let parts = [
                (Level::Error, "card_error", "card_errors"),
                (Level::Warning, "card_warning", "card_warnings"),
                (Level::Suggestion, "card_suggestion", "card_suggestions"),
            ];
            let counts = parts.map(|(level, one, other)| (session.count(level), one, other));
            let said: Vec<String> = counts
                .into_iter()
                .filter(|(n, ..)| *n > 0)
                // There is room for two; how many there are in all stands beside, on the tab.
                .take(2)
                .map(|(n, one, other)| counted(say, one, other, n))
                .collect();
            match said.is_empty() {
                false => said.join(" · "),
                true if session.is_blank() => say("card_title_empty", &[]),
                true if card.account_line().is_some() => say("card_chip_account", &[]),
                true => say("card_title_well", &[]),
            }
        }
    }
}

/// The quiet word beside the title: the brand, in the place of which something else may have to be said. Who has several
/// brands sees which one it is all the same.
fn aside(card: &Card, send: &Callback<Action>) -> Html {
    let words = match (card.face(), card.session().and_then(|s| s.escalation())) {
        (Face::Stop, Some(escalation)) => Some(crate::model::severity(card.say, escalation.level)),
        (Face::Search, _) if !card.query.trim().is_empty() => {
            Some((card.say)("card_found", &[&card.hits.len().to_string()]))
        }
        _ => None,
    };
    match words {
        None => brand::name(card, send),
        Some(words) if card.books.are_several() => html! {
            <><span class="beside">{ words }</span>{ brand::name(card, send) }</>
        },
        Some(words) => html! { <span class="brand">{ words }</span> },
    }
}

/// The pages of the card.
pub(super) fn tabs(card: &Card, send: &Callback<Action>) -> Html {
    let Some(session) = card.session() else {
        return html! {};
    };
    let say = card.say;
    let rows = session.rows();
    let draft = match rows.len() {
        0 => say("card_tab_draft", &[]),
        n => say("card_tab_draft_n", &[&n.to_string()]),
    };
    let mark = rows.first().map(|r| match r.finding.level {
        Level::Error => Mark::Error,
        Level::Warning => Mark::Warning,
        Level::Suggestion => Mark::Suggestion,
    });
    let replies = match card.reply_count() {
        _ if session.stop().is_some() => say("card_tab_stop", &[]),
        0 => say("card_tab_replies", &[]),
        n => say("card_tab_replies_n", &[&n.to_string()]),
    };
    let stop = session.stop().is_some().then_some(Mark::Stop);
    let mut tabs = vec![(Tab::Draft, draft, mark)];
    if session.answer.is_some() {
        tabs.push((Tab::Replies, replies, stop));
    }
    tabs.push((Tab::Search, say("card_tab_search", &[]), None));
    if card.panel {
        tabs.push((Tab::Answer, say("card_tab_answer", &[]), None));
    }
    html! {
        <div class="tabs" role="tablist" aria-label={say("card_tabs", &[])}>
            { for tabs.into_iter().map(|(tab, words, mark)| html! {
                <button role="tab" tabindex={if session.tab == tab { "0" } else { "-1" }} aria-selected={(session.tab == tab).to_string()} aria-controls="body"
                    onclick={on(send, Action::Show(tab))}>
                    // The level is said in the header; on its own page the tab needs no mark.
                    { mark.filter(|_| session.tab != tab).map(shape).unwrap_or_default() }
                    { words }
                </button>
            }) }
        </div>
    }
}

/// The header, when the pointer took its own area and not one of its buttons. (Yew hears
/// events at the root: `currentTarget` would be that.)
fn handle(event: &PointerEvent) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if event.button() != 0 || target.closest("button").ok()?.is_some() {
        return None;
    }
    target.closest("header").ok()?
}

thread_local! {
    /// Where on the screen the pointer took the header. The frame moves under the pointer, so only the screen stands still.
    static TAKEN: std::cell::Cell<Option<(i32, i32)>> = const { std::cell::Cell::new(None) };
}

fn grab(send: &Callback<Action>) -> Callback<PointerEvent> {
    let send = send.clone();
    Callback::from(move |event: PointerEvent| {
        if let Some(handle) = handle(&event) {
            let _ = handle.set_pointer_capture(event.pointer_id());
            TAKEN.set(Some((event.screen_x(), event.screen_y())));
            send.emit(Action::Grab);
        }
    })
}

fn drag(send: &Callback<Action>) -> Callback<PointerEvent> {
    let send = send.clone();
    Callback::from(move |event: PointerEvent| {
        if event.buttons() == 0 {
            // It let go outside of the frame, where the frame heard nothing of it.
            let_go(&send);
        } else if let Some((x, y)) = TAKEN.get() {
            send.emit(Action::Drag(
                f64::from(event.screen_x() - x),
                f64::from(event.screen_y() - y),
            ));
        }
    })
}

fn release(send: &Callback<Action>) -> Callback<PointerEvent> {
    let send = send.clone();
    Callback::from(move |_| let_go(&send))
}

fn let_go(send: &Callback<Action>) {
    if TAKEN.take().is_some() {
        send.emit(Action::Drop);
    }
}

//! One approved text on offer.

use cuecard_checks::Level;
use cuecard_playbook::{Comfort, Permission};
use yew::prelude::*;

use super::{approval, button, item_id, key, on, paragraph, shape, shortcut, stop_of};
use crate::model::{Action, Card, Caution, Face, Mark, Offer, Primary};

pub(super) fn view(
    card: &Card,
    send: &Callback<Action>,
    i: usize,
    offer: &Offer<'_>,
    open: bool,
) -> Html {
    let say = card.say;
    let because = offer.because.join(" · ");
    html! {
        <li class={classes!("item", "reply", open.then_some("open"))} key={offer.id}>
            <div class="what">
                <button class="head" id={item_id(i)} tabindex={stop_of(card, i)} aria-expanded={open.to_string()}
                    aria-keyshortcuts={shortcut(i)} onclick={on(send, Action::Toggle(i))}>
                    <b>{ offer.name }</b>
                    if !because.is_empty() {
                        <span class="because"><span class="sr">{ " " }{ say("card_because", &[""]) }</span>{ because }</span>
                    }
                    if let Some(tag) = offer.language { <span class="because">{ language(card, tag) }</span> }
                    if let Some(level) = offer.level.filter(|_| offer.because.is_empty()) {
                        <span class="because">{ crate::model::severity(say, level) }</span>
                    }
                </button>
            </div>
            <div class="aside-keys">
                if card.face() == Face::Search { { star(card, send, i, offer) } }
                { key(i) }
            </div>
            if open { <div class="more">{ more(card, send, i, offer) }</div> }
        </li>
    }
}

/// The name of a language.
pub(super) fn language(card: &Card, tag: &str) -> String {
    let key = match tag {
        "en" => "card_language_en",
        "es" => "card_language_es",
        "fr" => "card_language_fr",
        "pt" => "card_language_pt",
        // Of another one the tag says enough to who reads it.
        other => return other.to_owned(),
    };
    (card.say)(key, &[])
}

/// Makes it a favourite. A pressed button says that it is one; so does the filled star.
fn star(card: &Card, send: &Callback<Action>, i: usize, offer: &Offer<'_>) -> Html {
    let on_it = card.is_favourite(offer.id);
    let label = (card.say)("card_favourite", &[offer.name]);
    html! {
        <button class="star" tabindex={stop_of(card, i)} aria-pressed={on_it.to_string()} aria-label={label}
            title={(card.say)("card_favourite_tip", &[])} onclick={on(send, Action::Favour(i))}>{ if on_it { "★" } else { "☆" } }</button>
    }
}

fn more(card: &Card, send: &Callback<Action>, i: usize, offer: &Offer<'_>) -> Html {
    let say = card.say;
    let primary = offer.primary();
    let actions = || offer.actions.iter().filter(|a| !offer.is_nothing(a));
    let besides = !offer.tell.is_empty() || actions().next().is_some();
    let answers = card.session().is_some_and(|s| s.about.answering.is_some());
    let put = say(
        if answers {
            "card_put"
        } else {
            "card_put_draft"
        },
        &[],
    );
    html! {
        <>
            if let Some(comfort) = offer.comfort { { paragraph("first", say(comfort_key(comfort), &[])) } }
            if primary == Primary::Read {
                if offer.comfort.is_none() {
                    <p class="first">{ say(if besides { "card_no_reply" } else { "card_do_nothing" }, &[]) }</p>
                }
            } else if offer.permission == Permission::ApproveFirst {
                { paragraph("first", approval::line(card)) }
            }
            if let Some(text) = offer.text.filter(|_| primary != Primary::Read) {
                <p class="text" lang={offer.language.map(str::to_owned)}>{ text }</p>
            }
            { caution(card, offer.cautions, primary == Primary::Read) }
            if besides {
                <ul class="besides">
                    { for offer.tell.iter().map(|tell| html! { <li>{ card.tell_line(tell) }</li> }) }
                    { for actions().map(|action| html! { <li>{ action }</li> }) }
                </ul>
            }
            if primary != Primary::Read {
                <div class="do">
                    if card.panel && primary == Primary::Put {
                        { button("primary", say("card_copy", &[]), send, Action::Copy(i)) }
                    } else if card.panel {
                        { button("primary", say("card_copy_approval", &[]), send, Action::CopyForApproval(i)) }
                    } else if primary == Primary::Put {
                        { button("primary", put, send, Action::Put(i)) }
                        { button("quiet", say("card_copy", &[]), send, Action::Copy(i)) }
                    } else {
                        { button("primary", say("card_copy_approval", &[]), send, Action::CopyForApproval(i)) }
                        { button("quiet", put, send, Action::Put(i)) }
                    }
                </div>
            }
        </>
    }
}

/// How far one goes under a kind comment.
fn comfort_key(comfort: Comfort) -> &'static str {
    match comfort {
        Comfort::Like => "card_comfort_like",
        Comfort::Thank => "card_comfort_thank",
        Comfort::Share => "card_comfort_share",
    }
}

/// What would be marked, under the text and before its buttons.
pub(super) fn caution(card: &Card, cautions: &[Caution], unneeded: bool) -> Html {
    let mark = match cautions.first().map(|c| c.level) {
        Some(Level::Error) => Mark::Error,
        _ => Mark::Warning,
    };
    match card.caution_line(cautions).filter(|_| !unneeded) {
        Some(line) => html! { <p class="caution">{ shape(mark) }<span>{ line }</span></p> },
        None => html! {},
    }
}

//! One finding: what it is about, what to do, and, when open, why.

use cuecard_checks::{Change, Level};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{approval, button, hidden, item_id, key, on, paragraph, shape, shortcut, stop_of};
use crate::model::{Action, Card, Mark, Reason, Row};

pub(super) fn view(
    card: &Card,
    send: &Callback<Action>,
    i: usize,
    row: &Row<'_>,
    open: bool,
) -> Html {
    let say = card.say;
    let (mark, class, level) = match row.finding.level {
        Level::Error => (Mark::Error, "error", "card_level_error"),
        Level::Warning => (Mark::Warning, "warning", "card_level_warning"),
        Level::Suggestion => (Mark::Suggestion, "suggestion", "card_level_suggestion"),
    };
    let drifted = !row.finding.changes.is_empty();
    let unapproved = drifted && card.session().is_some_and(|s| s.unapproved().is_some());
    let short = row.finding.fixes.first().filter(|_| !open);
    html! {
        <li class={classes!("item", class, open.then_some("open"))} key={row.key()}>
            { shape(mark) }
            <div class="what">
                <button class="head" id={item_id(i)} tabindex={stop_of(card, i)} aria-expanded={open.to_string()}
                    onclick={on(send, Action::Toggle(i))}>
                    { hidden(&say(level, &[])) }
                    if drifted {
                        <q>{ say(if unapproved { "card_changes_unapproved" } else { "card_changes" }, &[]) }</q>
                    } else if row.quote.is_empty() {
                        <span>{ row.about() }</span>
                    } else {
                        <q>{ row.quote }</q>
                    }
                </button>
                if let Some(text) = short {
                    <span class="arrow" aria-hidden="true">{ " → " }</span>
                    <button class="link" tabindex={stop_of(card, i)} aria-keyshortcuts={shortcut(i)}
                        aria-label={label(card, row, text)} onclick={on(send, Action::Fix(i, 0))}>{ words(card, row, text) }</button>
                }
            </div>
            { key(i) }
            if open { <div class="more">{ more(card, send, i, row, unapproved) }</div> }
        </li>
    }
}

/// Why, what changed, and every fix.
fn more(card: &Card, send: &Callback<Action>, i: usize, row: &Row<'_>, unapproved: bool) -> Html {
    let say = card.say;
    let finding = row.finding;
    html! {
        <>
            if unapproved { { paragraph("first", approval::line(card)) } }
            // What concerns the whole draft has its message as its head.
            if !row.quote.is_empty() || !finding.changes.is_empty() { { paragraph("why", finding.message.clone()) } }
            { changes(card, &finding.changes) }
            <div class="do">
                { for finding.fixes.iter().enumerate().map(|(n, text)| html! {
                    <button class={if n == 0 { "primary" } else { "quiet" }} aria-label={label(card, row, text)}
                        aria-keyshortcuts={(n == 0).then(|| shortcut(i)).flatten()}
                        onclick={on(send, Action::Fix(i, n))}>{ wording(card, row, text) }</button>
                }) }
                if unapproved { { button("quiet", say("card_copy_approval", &[]), send, Action::CopyChanged) } }
                <button class="quiet" title={say("card_not_here_label", &[])}
                    onclick={on(send, Action::NotHere(i))}>{ say("card_not_here", &[]) }</button>
                <button class="quiet" title={say("card_never_label", &[])}
                    onclick={on(send, Action::Never(i))}>{ say("card_never", &[]) }</button>
            </div>
            if let Some(reason) = card.reason.as_ref().filter(|r| r.rule == finding.rule) { { ask(card, send, reason) } }
        </>
    }
}

/// Asks why the rule of an error is not wanted.
fn ask(card: &Card, send: &Callback<Action>, reason: &Reason) -> Html {
    let say = card.say;
    let typed = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                send.emit(Action::Reason(field.value()));
            }
        })
    };
    html! {
        <div class="reason">
            <label class="why" for="reason">{ say("card_reason", &[]) }</label>
            <input id="reason" type="text" autocomplete="off" value={reason.text.clone()} oninput={typed}/>
            <div class="do">
                { button("primary", say("card_never", &[]), send, Action::NeverBecause) }
                { button("quiet", say("card_never_mind", &[]), send, Action::NeverMind) }
            </div>
        </div>
    }
}

/// What a fix puts there, inside a line.
fn words(card: &Card, row: &Row<'_>, fix: &str) -> String {
    if fix.trim().is_empty() {
        (card.say)("card_leave_out", &[])
    } else {
        wording(card, row, fix)
    }
}

/// The same on a button. Of a drifted message the fix is the whole text, which is shown already.
fn wording(card: &Card, row: &Row<'_>, fix: &str) -> String {
    if fix.trim().is_empty() {
        (card.say)("card_leave_out_label", &[])
    } else if !row.finding.changes.is_empty() {
        (card.say)("card_put_back", &[])
    } else {
        fix.to_owned()
    }
}

/// The same, said in full. The words that are seen are in it, for who speaks them to press the button.
fn label(card: &Card, row: &Row<'_>, fix: &str) -> String {
    if fix.trim().is_empty() || !row.finding.changes.is_empty() {
        wording(card, row, fix)
    } else {
        (card.say)("card_fix", &[fix])
    }
}

/// A drifted message, word by word. Screen readers do not say what is struck out, so it is said in words.
fn changes(card: &Card, changes: &[Change]) -> Html {
    let say = card.say;
    if changes.is_empty() {
        return html! {};
    }
    html! {
        <p class="changes" aria-label={say("card_changes", &[])}>
            { for changes.iter().map(|change| match change {
                Change::Same(text) => html! { <>{ text }{ " " }</> },
                Change::Removed(text) => html! { <><del>{ hidden(&say("card_removed", &[])) }{ text }</del>{ " " }</> },
                Change::Added(text) => html! { <><ins>{ hidden(&say("card_added", &[])) }{ text }</ins>{ " " }</> },
            }) }
        </p>
    }
}

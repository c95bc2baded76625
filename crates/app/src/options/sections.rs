//! What is in the playbook: a table for each section, and a filter over all of them.

use web_sys::HtmlInputElement;
use yew::html::Scope;
use yew::prelude::*;

use super::app::{App, Msg};
use super::rules::{Entry, Section, filtered};
use super::state::Options;
use crate::i18n::Say;

pub(super) fn view(page: &Options, link: &Scope<App>) -> Html {
    let say = page.say;
    let typed = link.batch_callback(|event: InputEvent| {
        event
            .target_dyn_into::<HtmlInputElement>()
            .map(|field| Msg::Filter(field.value()))
    });
    let filtering = !page.filter.trim().is_empty();
    let shown = filtered(&page.sections, &page.filter);
    html! {
        <section>
            <h2>{ say("options_contents", &[]) }</h2>
            <p><input type="search" autocomplete="off" placeholder={say("options_filter", &[])}
                aria-label={say("options_filter", &[])} value={page.filter.clone()} oninput={typed}/></p>
            // In an element of its own: the field before it must stay the same element while the list changes.
            <div>
                if shown.is_empty() {
                    <p class="soft">{ say("options_nothing", &[]) }</p>
                } else {
                    { for shown.iter().map(|s| section(say, s, filtering)) }
                }
            </div>
        </section>
    }
}

fn section(say: Say, section: &Section, open: bool) -> Html {
    html! {
        <details open={open} key={section.title}>
            <summary>{ say(section.title, &[]) }{ " " }<span class="soft">{ section.rows.len() }</span></summary>
            <div class="scroll"><table>
                <thead><tr>
                    { for section.columns.iter().map(|key| html! { <th scope="col">{ say(key, &[]) }</th> }) }
                    <th scope="col" class="line">{ say("options_col_line", &[]) }</th>
                </tr></thead>
                <tbody>{ for section.rows.iter().map(entry) }</tbody>
            </table></div>
        </details>
    }
}

fn entry(entry: &Entry) -> Html {
    html! {
        <tr>
            { for entry.cells.iter().map(|cell| html! { <td>{ cell }</td> }) }
            <td class="line soft">{ if entry.line > 0 { entry.line.to_string() } else { String::new() } }</td>
        </tr>
    }
}

//! What the compiler and the playbook's own tests have to say.

use cuecard_playbook::{Diagnostic, Level};
use yew::prelude::*;

use crate::i18n::Say;

pub(super) fn list(say: Say, diagnostics: &[Diagnostic]) -> Html {
    html! {
        <ol class="diagnostics">{ for diagnostics.iter().map(|d| one(say, d)) }</ol>
    }
}

fn one(say: Say, d: &Diagnostic) -> Html {
    let (class, level) = match d.level {
        Level::Error => ("error", "card_level_error"),
        Level::Warning => ("warning", "card_level_warning"),
        Level::Suggestion => ("suggestion", "card_level_suggestion"),
    };
    html! {
        <li>
            <i class={classes!("mark", class)} aria-hidden="true"></i>
            <div>
                <p><b>{ say(level, &[]) }</b>{ " " }<span class="soft">{ say("options_line", &[&d.line.to_string()]) }</span></p>
                <p>{ &d.message }</p>
                if !d.help.is_empty() { <p class="soft">{ &d.help }</p> }
            </div>
        </li>
    }
}

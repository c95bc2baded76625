//! The footer: length used, and the priority that the draft serves.

use cuecard_platforms::Unit;
use yew::prelude::*;

use crate::model::Card;

pub(super) fn view(card: &Card) -> Html {
    let say = card.say;
    let Some(report) = card
        .session()
        .filter(|s| !s.is_blank())
        .and_then(|s| s.report.as_ref())
    else {
        return html! {};
    };
    let count = report.count;
    let priority = report.priorities.first();
    if count.limit.is_none() && priority.is_none() {
        return html! {};
    }
    let unit = match count.unit {
        Unit::Weighted => "card_unit_weighted",
        Unit::Graphemes => "card_unit_graphemes",
        Unit::BlueskyGraphemes | Unit::MastodonGraphemes => "card_unit_linked",
        Unit::CodePoints => "card_unit_points",
        Unit::Utf16 => "card_unit_utf16",
        Unit::Bytes => "card_unit_bytes",
    };
    html! {
        <footer>
            if let Some(limit) = count.limit {
                // `meter` draws itself from its attributes: no style is computed here.
                <meter class={(count.used > limit).then_some("over")} aria-hidden="true" max={limit.to_string()} value={count.used.min(limit).to_string()}></meter>
            }
            if let Some(priority) = priority {
                <span class="name" title={say("card_serves", &[&priority.name, &priority.because.join(", ")])}>{ &priority.name }</span>
            }
            if let Some(limit) = count.limit {
                <span class={classes!("num", (count.used > limit).then_some("over"))} title={say(unit, &[])}>
                    { say("card_count", &[&count.used.to_string(), &limit.to_string()]) }
                </span>
            }
        </footer>
    }
}

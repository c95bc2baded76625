//! The footer: length used, and the priority that the draft serves.

use cuecard_platforms::{Shown, Unit};
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
        Unit::Threads => "card_unit_threads",
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
                if let Some(mix) = mix(card, &priority.name) { <span class="mix">{ mix }</span> }
            }
            if let Some(limit) = count.limit {
                <span class={classes!("num", (count.used > limit).then_some("over"))} title={say(unit, &[])}>
                    { length(card, count.shows, count.used, limit) }
                </span>
            }
        </footer>
    }
}

/// A content type's part of this month's posts, against what was agreed.
fn mix(card: &Card, name: &str) -> Option<String> {
    let share = card.shares.iter().find(|s| s.name == name)?;
    let agreed = share.agreed?;
    let per_cent = |part: f32| ((part * 100.0 + 0.5) as u32).to_string();
    let any = card.shares.iter().any(|s| s.posts > 0.0);
    any.then(|| (card.say)("card_mix", &[&per_cent(share.part), &per_cent(agreed)]))
}

/// The length as the site itself shows it.
fn length(card: &Card, shows: Shown, used: usize, limit: usize) -> String {
    let say = card.say;
    let over = used.saturating_sub(limit);
    match shows {
        Shown::Used => say("card_count", &[&used.to_string(), &limit.to_string()]),
        Shown::Remaining if over > 0 => say("card_count_over", &[&over.to_string()]),
        Shown::Remaining => say("card_count_left", &[&(limit - used).to_string()]),
    }
}

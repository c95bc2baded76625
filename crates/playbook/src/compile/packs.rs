//! Packs of checks, switched on or off: `health-stigma`, `ftc: off`, `no plain language`.

use crate::compile::context::Context;
use crate::compile::near::did_you_mean;
use crate::model::{PACKS, PackSwitch};

/// Other names for the packs, in kebab case.
const ALIASES: [(&str, &str); 22] = [
    ("guard", "reply-guard"),
    ("reply", "reply-guard"),
    ("hipaa", "reply-guard"),
    ("hipaa-reply", "reply-guard"),
    ("privacy", "identifiers"),
    ("phi", "identifiers"),
    ("personal-data", "identifiers"),
    ("identifier", "identifiers"),
    ("access", "accessibility"),
    ("a11y", "accessibility"),
    ("accessible-posts", "accessibility"),
    ("stigma", "health-stigma"),
    ("person-first", "health-stigma"),
    ("inclusive", "inclusive-language"),
    ("inclusion", "inclusive-language"),
    ("inclusivity", "inclusive-language"),
    ("plain", "plain-language"),
    ("plain-words", "plain-language"),
    ("reading", "plain-language"),
    ("reviews", "ftc"),
    ("endorsements", "ftc"),
    ("drugs", "fda"),
];

const ON: [&str; 6] = ["on", "yes", "true", "active", "enabled", ""];
const OFF: [&str; 7] = [
    "off", "no", "false", "inactive", "disabled", "none", "not used",
];

/// Says that an entry names no pack.
pub fn none(cx: &mut Context<'_>, at: usize) {
    cx.suggest(
        "packs/empty",
        at,
        "No pack is named here, so all are as their own files say.",
        format!("Name some: {}.", PACKS.join(", ")),
    );
}

/// Reads one switch. A later one for the same pack is reported, and not read.
pub fn switch(cx: &mut Context<'_>, text: &str, at: usize) {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let (name, state) = lower
        .split_once(':')
        .or_else(|| lower.split_once('='))
        .or_else(|| lower.strip_suffix(" off").map(|n| (n, "off")))
        .or_else(|| lower.strip_suffix(" on").map(|n| (n, "on")))
        .or_else(|| lower.strip_prefix("no ").map(|n| (n, "off")))
        .unwrap_or((&lower, ""));
    let name = cuecard_text::kebab(name);
    let name = ALIASES
        .iter()
        .find(|(alias, _)| *alias == name)
        .map_or(name.as_str(), |(_, pack)| pack);
    let Some(pack) = PACKS.iter().find(|pack| **pack == name) else {
        let near = did_you_mean(name, PACKS);
        return cx.warn(
            "packs/unknown",
            at,
            format!(
                "`{}` is no pack that there is, so nothing is switched.",
                text.trim()
            ),
            format!("{near}The packs are {}.", PACKS.join(", ")),
        );
    };
    let state = state.trim();
    let on = ON.contains(&state);
    if !on && !OFF.contains(&state) {
        return cx.warn(
            "packs/state",
            at,
            format!("`{state}` does not say whether the pack `{pack}` is on, so it is left as its file says."),
            format!("Write `{pack}: on` or `{pack}: off`."),
        );
    }
    if let Some(first) = cx.book.packs.iter().find(|p| p.name == *pack) {
        let line = first.line;
        return cx.warn(
            "packs/twice",
            at,
            format!("The pack `{pack}` is switched on line {line} already; that one is read."),
            "Keep one of the two.",
        );
    }
    let line = cx.line(at);
    cx.book.packs.push(PackSwitch {
        name: (*pack).to_owned(),
        on,
        line,
    });
}

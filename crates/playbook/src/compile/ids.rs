//! Ids of messages, protocols, posts and assets: explicit, or the heading in
//! kebab case, and each of a kind its own.

use std::collections::HashMap;

use crate::compile::context::Context;

/// The ids given so far, by kind: a message and a protocol may share one.
#[derive(Default)]
pub struct Ids {
    given: HashMap<(&'static str, String), usize>,
}

/// Gives an entry its id; a second one of the same name is reported and numbered.
pub fn give(
    cx: &mut Context<'_>,
    kind: &'static str,
    explicit: Option<&str>,
    name: &str,
    at: usize,
) -> String {
    let mut id = explicit
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .map_or_else(|| cuecard_text::kebab(name), str::to_owned);
    if id.is_empty() {
        id = kind.to_owned();
    }
    let line = cx.line(at);
    let Some(first) = cx.ids.given.get(&(kind, id.clone())).copied() else {
        cx.ids.given.insert((kind, id.clone()), line);
        return id;
    };
    // The next free number is remembered under the id itself, so that a thousand
    // entries of one name do not search from 2 each.
    let mut n = cx
        .ids
        .given
        .get(&("next", format!("{kind}/{id}")))
        .copied()
        .unwrap_or(2);
    while cx.ids.given.contains_key(&(kind, format!("{id}-{n}"))) {
        n += 1;
    }
    cx.ids.given.insert(("next", format!("{kind}/{id}")), n + 1);
    let second = format!("{id}-{n}");
    cx.ids.given.insert((kind, second.clone()), line);
    cx.error(
        "ids/duplicate",
        at,
        format!("The {kind} on line {line} has the id `{id}`, which line {first} has already. It is read as `{second}`."),
        format!("Give one of the two another id: `{{#{second}}}` at the end of its heading."),
    );
    second
}

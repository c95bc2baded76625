//! The rules that the person said "Never again" to, why and when, and the way back.
//!
//! They stand in the storage as `never`, for each playbook: rule → why and when. The background alone writes them.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::html::Scope;
use yew::prelude::*;

use crate::shell::{api, books, store};

/// A rule that is not heard of any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rule {
    id: String,
    /// Empty where no reason was asked for.
    why: String,
    /// The day, `YYYY-MM-DD`; empty where that was not kept.
    day: String,
}

/// For which playbook.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id.
    pub book: AttrValue,
}

/// What it hears.
pub enum Msg {
    /// Storage has changed.
    Stored(JsValue),
    /// What the storage holds for a playbook, by its id, as `never`.
    Loaded(AttrValue, JsValue),
    /// The rule of this number is wanted again.
    Again(usize),
}

/// The list; nothing where no rule is hushed.
pub struct Hushed {
    rules: Vec<Rule>,
}

impl Component for Hushed {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let watcher = ctx.link().clone();
        api::watch(move |changes| watcher.send_message(Msg::Stored(changes)));
        read_for(ctx);
        Self { rules: Vec::new() }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        if ctx.props() != old {
            self.rules.clear();
            read_for(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Stored(changes) => {
                let never = api::member(&changes, &key(ctx));
                if never.is_object() {
                    self.take(&api::member(&never, "newValue"));
                }
                true
            }
            Msg::Loaded(of, never) => {
                if of == ctx.props().book {
                    self.take(&never);
                }
                true
            }
            // It goes from the list when the background has taken it from the storage.
            Msg::Again(i) => {
                if let Some(rule) = self.rules.get(i) {
                    let book = ctx.props().book.to_string();
                    spawn_local(store::never(book, rule.id.clone(), None));
                }
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let say = api::say;
        if self.rules.is_empty() {
            return html! {};
        }
        html! {
            <section>
                <h2>{ say("options_hushed", &[]) }</h2>
                <p class="soft">{ say("options_hushed_hint", &[]) }</p>
                <ul class="hushed">{ for self.rules.iter().enumerate().map(|(i, rule)| row(ctx.link(), i, rule)) }</ul>
            </section>
        }
    }
}

impl Hushed {
    fn take(&mut self, never: &JsValue) {
        self.rules = store::nevers(never)
            .into_iter()
            .map(|id| read(&api::member(never, &id), id))
            .collect();
    }
}

/// Under which key they stand.
fn key(ctx: &Context<Hushed>) -> String {
    books::key("never", &ctx.props().book)
}

/// Reads what the storage holds.
fn read_for(ctx: &Context<Hushed>) {
    let (link, key, book) = (ctx.link().clone(), key(ctx), ctx.props().book.clone());
    spawn_local(async move {
        let kept = api::stored(&[&*key]).await;
        link.send_message(Msg::Loaded(book, api::member(&kept, &key)));
    });
}

fn row(link: &Scope<Hushed>, i: usize, rule: &Rule) -> Html {
    let say = api::say;
    let why = (!rule.why.is_empty()).then(|| say("options_hushed_why", &[&rule.why]));
    let day = (!rule.day.is_empty()).then(|| say("options_hushed_since", &[&rule.day]));
    let about: Vec<String> = [why, day].into_iter().flatten().collect();
    html! {
        <li key={rule.id.clone()}>
            <span><b>{ title(&rule.id) }</b>{ " " }<code>{ &rule.id }</code>
                if !about.is_empty() { <span class="soft because">{ about.join(" · ") }</span> }
            </span>
            <button class="link" aria-label={say("options_hushed_again_named", &[&title(&rule.id)])}
                onclick={link.callback(move |_| Msg::Again(i))}>{ say("options_hushed_again", &[]) }</button>
        </li>
    }
}

/// An entry of the storage. Before reasons had a date, it was the reason, or `true`.
fn read(entry: &JsValue, id: String) -> Rule {
    let text = |name: &str| api::member(entry, name).as_string();
    Rule {
        id,
        why: entry
            .as_string()
            .or_else(|| text("why"))
            .unwrap_or_default(),
        day: text("at")
            .map(|at| at.chars().take(10).collect())
            .unwrap_or_default(),
    }
}

/// A rule's id in words: `reply-guard/patient-status` → `Reply guard: patient status`.
fn title(id: &str) -> String {
    let words = id.replace('-', " ").replacen('/', ": ", 1);
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_id_in_words() {
        for (id, words) in [
            ("reply-guard/patient-status", "Reply guard: patient status"),
            ("words/er", "Words: er"),
            ("", ""),
        ] {
            assert_eq!(super::title(id), words);
        }
    }
}

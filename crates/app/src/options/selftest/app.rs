//! The part of the options page that shows the self-test.

use wasm_bindgen_futures::spawn_local;
use yew::html::Scope;
use yew::prelude::*;

use super::{Part, Result, probes, report};
use crate::i18n::counted;
use crate::model;
use crate::shell::{about, api, clipboard};

/// What it hears.
pub enum Msg {
    /// Try all parts.
    Run,
    /// A part was tried.
    Tried(Part, bool),
    /// Copy a report.
    Copy,
    /// It is on the clipboard, or could not be put there.
    Copied(bool),
}

/// The self-test.
pub struct SelfTest {
    /// Empty before the first run.
    results: Vec<Result>,
    copied: Option<bool>,
}

impl Component for SelfTest {
    type Message = Msg;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self {
            results: Vec::new(),
            copied: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Run => {
                self.copied = None;
                self.results = Part::ALL.map(|part| (part, None)).to_vec();
                spawn_local(run(ctx.link().clone()));
            }
            Msg::Tried(part, works) => {
                if let Some(result) = self.results.iter_mut().find(|r| r.0 == part) {
                    result.1 = Some(works);
                }
            }
            Msg::Copy => {
                let text = [model::report::head(&about::about()), report(&self.results)].concat();
                let link = ctx.link().clone();
                spawn_local(async move {
                    link.send_message(Msg::Copied(clipboard::copy(text).await));
                });
            }
            Msg::Copied(done) => self.copied = Some(done),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let say = api::say;
        let link = ctx.link();
        let running = self.results.iter().any(|r| r.1.is_none());
        html! {
            <section id="self-test">
                <h2>{ say("options_test", &[]) }</h2>
                <p class="soft">{ say("options_test_hint", &[]) }</p>
                <p class="do">
                    <button class="quiet" disabled={running} onclick={link.callback(|_| Msg::Run)}>
                        { say(if self.results.is_empty() { "options_test_run" } else { "options_test_again" }, &[]) }
                    </button>
                    <button class="quiet" disabled={running || self.results.is_empty()} onclick={link.callback(|_| Msg::Copy)}>
                        { say("options_report", &[]) }
                    </button>
                </p>
                <p role="status" aria-live="polite">{ self.said() }</p>
                if !self.results.is_empty() {
                    <ul class="parts">{ for self.results.iter().map(row) }</ul>
                }
            </section>
        }
    }
}

impl SelfTest {
    fn said(&self) -> String {
        let say = api::say;
        if let Some(done) = self.copied {
            let key = if done {
                "options_report_copied"
            } else {
                "options_report_not_copied"
            };
            return say(key, &[]);
        }
        let failed = self.results.iter().filter(|r| r.1 == Some(false)).count();
        if self.results.is_empty() {
            String::new()
        } else if self.results.iter().any(|r| r.1.is_none()) {
            say("options_test_running", &[])
        } else if failed == 0 {
            say("options_test_all_work", &[])
        } else {
            counted(
                say,
                "options_test_one_fails",
                "options_test_some_fail",
                failed,
            )
        }
    }
}

/// A part: a shape, its name, a word; and where it fails, what that means.
fn row((part, works): &Result) -> Html {
    let say = api::say;
    let (mark, word) = match works {
        Some(true) => ("well", "options_test_works"),
        Some(false) => ("error", "options_test_fails"),
        None => ("idle", "options_test_trying"),
    };
    html! {
        <li key={part.name(say)}>
            <i class={classes!("mark", mark)} aria-hidden="true"></i>
            <div>
                <p>{ part.name(say) }</p>
                if *works == Some(false) { <p class="soft">{ part.without(say) }</p> }
            </div>
            <span class="word">{ say(word, &[]) }</span>
        </li>
    }
}

/// One after the other: some of them need the focus.
async fn run(link: Scope<SelfTest>) {
    for part in Part::ALL {
        let works = probes::works(part).await;
        link.send_message(Msg::Tried(part, works));
    }
}

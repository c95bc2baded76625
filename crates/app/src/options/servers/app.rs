//! The part of the options page that lists the added servers, and takes new ones.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::html::Scope;
use yew::prelude::*;

use super::address::host_of;
use super::{Server, Told, software};
use crate::shell::{api, permit, servers, store};

/// What it hears.
pub enum Msg {
    /// What the storage holds: `servers` and `sites`.
    Loaded(JsValue, JsValue),
    /// Something was typed.
    Typed(String),
    /// There is something to say about what was typed, or done.
    Told(Told),
    /// Take the server of this number off the list.
    Remove(usize),
    /// Switch Cuecard on or off there.
    Switch(usize),
}

/// Added servers.
pub struct Servers {
    list: Vec<Server>,
    typed: String,
    told: Option<Told>,
}

impl Component for Servers {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        spawn_local(read(link.clone()));
        api::watch(move |changes| {
            if ["servers", "sites"]
                .iter()
                .any(|name| api::member(&changes, name).is_object())
            {
                spawn_local(read(link.clone()));
            }
        });
        Self {
            list: Vec::new(),
            typed: String::new(),
            told: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Loaded(list, sites) => {
                self.list = servers::names(&list)
                    .into_iter()
                    .map(|host| Server {
                        off: servers::is_off(&sites, &host),
                        host,
                    })
                    .collect();
            }
            Msg::Typed(typed) => {
                self.typed = typed;
                self.told = None;
            }
            Msg::Told(told) => {
                if let Told::Added(_) = told {
                    self.typed.clear();
                }
                self.told = Some(told);
            }
            Msg::Remove(i) => {
                if let Some(server) = self.list.get(i) {
                    spawn_local(remove(ctx.link().clone(), server.host.clone()));
                }
            }
            Msg::Switch(i) => {
                if let Some(server) = self.list.get_mut(i) {
                    server.off = !server.off;
                    spawn_local(store::pause(server.host.clone(), server.off));
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let say = api::say;
        let link = ctx.link();
        let typed = link.batch_callback(|event: InputEvent| {
            event
                .target_dyn_into::<HtmlInputElement>()
                .map(|field| Msg::Typed(field.value()))
        });
        let trouble = self.told.as_ref().is_some_and(Told::is_trouble);
        html! {
            <div class="servers">
                <h3>{ say("options_servers", &[]) }</h3>
                <p class="soft">{ say("options_servers_hint", &[&software().join(", ")]) }</p>
                if !self.list.is_empty() {
                    <ul class="sites">{ for self.list.iter().enumerate().map(|(i, server)| row(link, i, server)) }</ul>
                }
                <form onsubmit={self.submit(link)}>
                    <label class="field">{ say("options_server_label", &[]) }
                        <span class="ask">
                            <input id="server" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
                                placeholder={say("options_server_example", &[])} value={self.typed.clone()} oninput={typed}
                                aria-invalid={trouble.to_string()} aria-describedby="server-told"/>
                            <button class="quiet" type="submit">{ say("options_server_add", &[]) }</button>
                        </span>
                    </label>
                </form>
                <p id="server-told" role="status" aria-live="polite" class={classes!(trouble.then_some("trouble"))}>
                    if let Some(told) = &self.told {
                        if trouble { <i class="mark error" aria-hidden="true"></i>{ " " } }
                        { told.words(say) }
                    }
                </p>
            </div>
        }
    }
}

impl Servers {
    /// Adds what stands in the field. All of it happens within the event: a browser takes the question for a permission
    /// only from within a person's own click or key.
    fn submit(&self, link: &Scope<Self>) -> Callback<SubmitEvent> {
        let known: Vec<String> = self.list.iter().map(|s| s.host.clone()).collect();
        let (typed, link) = (self.typed.clone(), link.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match host_of(&typed, ascii, &known) {
                Ok(host) => {
                    let asked = permit::ask(&host);
                    spawn_local(add(link.clone(), host, asked));
                }
                Err(wrong) => link.send_message(Msg::Told(Told::Wrong(wrong))),
            }
        })
    }
}

fn row(link: &Scope<Servers>, i: usize, server: &Server) -> Html {
    let say = api::say;
    html! {
        <li key={server.host.clone()}>
            <label>
                <input type="checkbox" role="switch" checked={!server.off} onchange={link.callback(move |_| Msg::Switch(i))}/>
                <b>{ &server.host }</b>
            </label>
            <button class="link" aria-label={say("options_server_remove_named", &[&server.host])}
                onclick={link.callback(move |_| Msg::Remove(i))}>{ say("options_server_remove", &[]) }</button>
        </li>
    }
}

/// A host name as it travels, as the browser has it.
fn ascii(host: &str) -> Option<String> {
    let url = web_sys::Url::new(&["https://", host, "/"].concat()).ok()?;
    Some(url.hostname()).filter(|name| !name.is_empty())
}

async fn read(link: Scope<Servers>) {
    let kept = api::stored(&["servers", "sites"]).await;
    link.send_message(Msg::Loaded(
        api::member(&kept, "servers"),
        api::member(&kept, "sites"),
    ));
}

async fn add(link: Scope<Servers>, host: String, asked: impl Future<Output = bool>) {
    let told = if !asked.await {
        Told::Denied(host)
    } else if servers::add(&host).await {
        Told::Added(host)
    } else {
        Told::NotSaved
    };
    link.send_message(Msg::Told(told));
}

/// Off the list first: then the driver stops in open pages. The permission goes too.
async fn remove(link: Scope<Servers>, host: String) {
    let told = if servers::remove(&host).await {
        permit::give_back(&host).await;
        Told::Removed(host)
    } else {
        Told::NotSaved
    };
    link.send_message(Msg::Told(told));
}

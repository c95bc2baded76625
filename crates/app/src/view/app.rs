//! The card's one component: state in the middle, the driver on one side, the page on the other.

use cuecard_wire::{ToCard, ToDriver};
use gloo::timers::callback::Interval;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{FocusEvent, HtmlElement};
use yew::prelude::*;

use super::{page, start};
use crate::model::{Action, Card, Effect, Event, Target, report};
use crate::shell::port::Channel;
use crate::shell::{about, api, clipboard, dom, shelf, store};

/// What the component hears.
pub enum Msg {
    /// The channel is proved, and a playbook is loaded.
    Start(Channel, Box<Card>, JsValue),
    /// A playbook is loaded, in the side panel.
    Panel(Box<Card>),
    /// Something happened to the card.
    Happened(Event),
    /// Storage has changed.
    Stored(JsValue),
    /// Where the card goes on each site.
    Places(JsValue),
    /// The card's size may have changed.
    Resized,
    /// The keyboard has come into the card's page.
    Keyboard,
}

/// The card.
pub struct App {
    channel: Option<Channel>,
    card: Option<Box<Card>>,
    places: JsValue,
    root: NodeRef,
    /// To be done once the elements are there and can be seen.
    focus: Option<Target>,
    clock: Option<Interval>,
    width: f64,
    act: Callback<Action>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        if dom::is_panel() {
            spawn_local(start::panel(ctx.link().clone()));
        } else {
            spawn_local(start::start(ctx.link().clone()));
        }
        Self {
            channel: None,
            card: None,
            places: JsValue::UNDEFINED,
            root: NodeRef::default(),
            focus: None,
            clock: None,
            width: 0.0,
            act: ctx
                .link()
                .callback(|action| Msg::Happened(Event::Act(action))),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Start(channel, card, places) => {
                start::listen(&channel, ctx.link().clone());
                self.places = places;
                self.card = Some(card);
                self.channel = Some(channel);
                self.send(&ToDriver::Ready);
                true
            }
            Msg::Panel(card) => {
                self.card = Some(card);
                true
            }
            Msg::Happened(event) => {
                if moves_on(&event) {
                    self.focus = None;
                }
                let hello = matches!(&event, Event::Wire(m) if matches!(**m, ToCard::Hello { .. }));
                self.happened(ctx, event);
                if hello {
                    self.remembered(ctx);
                }
                true
            }
            Msg::Stored(changes) => {
                let book = self.card.as_ref().and_then(|card| card.book());
                start::stored(ctx.link(), &changes, book);
                false
            }
            Msg::Places(places) => {
                self.places = places;
                self.remembered(ctx);
                false
            }
            Msg::Resized => {
                self.measure(ctx);
                false
            }
            Msg::Keyboard => {
                self.put_focus();
                false
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(card) = &self.card else {
            return html! {};
        };
        let link = ctx.link();
        let focused = link
            .callback(|event: FocusEvent| Msg::Happened(Event::Focused(true, page::item(&event))));
        // From one control to the next it stays in the card.
        let left = link.batch_callback(|event: FocusEvent| {
            event
                .related_target()
                .is_none()
                .then_some(Msg::Happened(Event::Focused(false, None)))
        });
        html! {
            <div id="frame" ref={self.root.clone()}
                onfocusin={focused} onfocusout={left}>
                { super::face(card, &self.act) }
                <div class="sr" role="status" aria-live="polite">{ &card.said }</div>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            page::keep_focus();
            page::watch_size(ctx.link().clone());
            page::watch_keys(ctx.link().clone());
            page::watch_keyboard(ctx.link().clone());
        }
        self.measure(ctx);
        self.put_focus();
    }
}

impl App {
    fn send(&self, message: &ToDriver) {
        if let Some(channel) = &self.channel {
            channel.tell(message);
        }
    }

    /// Lets the card know, and does what it wants done.
    fn happened(&mut self, ctx: &Context<Self>, event: Event) {
        let Some(card) = &mut self.card else { return };
        let mut effects = Vec::new();
        // Firefox tells nothing of a control that is taken away with the focus on it, as a form that was filled in is.
        if card.has_focus() && !dom::has_focus() {
            effects = card.update(dom::now(), Event::Focused(false, None));
        }
        effects.extend(card.update(dom::now(), event));
        let (host, month) = (card.host.clone(), dom::now().month());
        // What is remembered is remembered for the playbook at work.
        let book = card.book().unwrap_or_default().to_owned();
        let width = card.width();
        match (card.ticking(), &self.clock) {
            (true, None) => {
                let link = ctx.link().clone();
                self.clock = Some(Interval::new(1_000, move || {
                    link.send_message(Msg::Happened(Event::Tick))
                }));
            }
            (false, Some(_)) => self.clock = None,
            _ => {}
        }
        if self.width != width {
            self.width = width;
            // As an integer: formatting a float would weigh 10 KB of WASM.
            dom::property(
                "--card-width",
                &[&(width as i32).to_string(), "px"].concat(),
            );
        }
        for effect in effects {
            match effect {
                Effect::Send(message) => self.send(&message),
                Effect::Copy(text) => copy(ctx, text),
                Effect::Report(seen) => copy(ctx, report::page(&about::about(), &seen)),
                Effect::Record(book, entry) => {
                    spawn_local(store::record(book, entry, month.clone()));
                }
                Effect::Load(id) => start::load(ctx.link().clone(), id),
                Effect::Remember(place) => spawn_local(store::remember(host.clone(), place)),
                Effect::Panel => api::open_panel(),
                Effect::Options => spawn_local(api::open_options()),
                Effect::Never(rule, why) => spawn_local(store::never(book.clone(), rule, why)),
                Effect::Favour(id, on) => spawn_local(shelf::favour(book.clone(), id, on)),
                Effect::Used(id) => spawn_local(shelf::used(book.clone(), id, dom::now().ms)),
                Effect::PauseSite => spawn_local(store::pause(host.clone(), true)),
                Effect::Focus(target) => self.focus = Some(target),
            }
        }
    }

    /// Moves the focus where it was wanted. Firefox refuses it to a frame that is not shown yet, which a slow page does
    /// late: then it is moved when the keyboard comes.
    fn put_focus(&mut self) {
        self.focus = self.focus.filter(|target| !dom::focus(*target));
    }

    /// What storage knows of this site.
    fn remembered(&mut self, ctx: &Context<Self>) {
        let Some(card) = &self.card else { return };
        let place = store::place(&self.places, &card.host);
        self.happened(ctx, Event::Remembered(place));
    }

    /// Tells the card its size. Says it again after every drawing: the card knows what is news.
    fn measure(&mut self, ctx: &Context<Self>) {
        let Some(root) = self.root.cast::<HtmlElement>() else {
            return;
        };
        let Some(size) = dom::measure(&root) else {
            return;
        };
        self.happened(ctx, Event::Size(size.0, size.1));
    }
}

/// Whether the focus is not wanted any more where it could not be put: the person types on, or is somewhere in the card.
fn moves_on(event: &Event) -> bool {
    match event {
        Event::Focused(inside, _) => *inside,
        Event::Wire(message) => matches!(**message, ToCard::Draft { .. }),
        _ => false,
    }
}

/// Puts a text on the clipboard, and lets the card know what became of it.
fn copy(ctx: &Context<App>, text: String) {
    let link = ctx.link().clone();
    spawn_local(async move {
        let done = clipboard::copy(text).await;
        link.send_message(Msg::Happened(Event::Copied(done)));
    });
}

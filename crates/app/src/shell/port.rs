//! The channel to the driver: JSON texts, which the browser itself reads and writes.

use cuecard_wire::{Build, Object, ToCard, ToDriver};
use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, MessagePort};

use super::api::{ExtensionPort, member, object};

/// The two ways of the channel.
///
/// The driver's messages come over a message port. Answers go back over a port of the
/// extension's own: Chromium lets the tasks of a page's message ports wait after a key
/// press until the next frame is painted, so that an underline would always be a frame late.
pub struct Channel {
    hears: MessagePort,
    answers: Option<ExtensionPort>,
}

impl Channel {
    /// A channel that answers by the way on which it hears, if there is no other.
    #[must_use]
    pub fn new(hears: MessagePort, answers: Option<ExtensionPort>) -> Self {
        Self { hears, answers }
    }

    /// Hears the driver. It also starts the port: what came early comes now.
    pub fn hear(&self, message: impl Fn(ToCard) + 'static) {
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(heard) = read(&event.data()) {
                message(heard);
            }
        });
        self.hears
            .set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
    }

    /// Sends the driver a message.
    pub fn tell(&self, message: &ToDriver) {
        let Ok(json) = JSON::stringify(&message.write(&Objects)) else {
            return;
        };
        let _ = match &self.answers {
            Some(port) => port.post(&json),
            None => self.hears.post_message(&json),
        };
    }
}

/// What the driver has sent; none for what is no message.
fn read(sent: &JsValue) -> Option<ToCard> {
    let message = JSON::parse(&sent.as_string()?).ok()?;
    ToCard::read(&Sent(message))
}

/// An object of the driver's.
struct Sent(JsValue);

impl Object for Sent {
    fn text(&self, name: &str) -> Option<String> {
        member(&self.0, name).as_string()
    }

    fn number(&self, name: &str) -> Option<f64> {
        member(&self.0, name).as_f64()
    }

    fn truth(&self, name: &str) -> Option<bool> {
        member(&self.0, name).as_bool()
    }

    fn object(&self, name: &str) -> Option<Self> {
        let value = member(&self.0, name);
        value.is_object().then_some(Self(value))
    }

    fn objects(&self, name: &str) -> Option<Vec<Self>> {
        let list: Array = member(&self.0, name).dyn_into().ok()?;
        Some(list.iter().map(Self).collect())
    }
}

/// Makes the browser's objects.
struct Objects;

impl Build for Objects {
    type Value = JsValue;

    fn text(&self, text: &str) -> JsValue {
        text.into()
    }

    fn number(&self, number: f64) -> JsValue {
        number.into()
    }

    fn truth(&self, truth: bool) -> JsValue {
        truth.into()
    }

    fn list(&self, items: Vec<JsValue>) -> JsValue {
        items.into_iter().collect::<Array>().into()
    }

    fn object(&self, members: Vec<(&'static str, JsValue)>) -> JsValue {
        object(&members)
    }
}

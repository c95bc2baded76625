//! The channel to the driver: JSON texts, which the browser itself reads and writes.

use cuecard_wire::{Build, Object, ToCard, ToDriver};
use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;
use web_sys::MessagePort;

use super::api::{member, object};

/// What the driver has sent; none for what is no message.
#[must_use]
pub fn heard(sent: &JsValue) -> Option<ToCard> {
    let message = JSON::parse(&sent.as_string()?).ok()?;
    ToCard::read(&Sent(message))
}

/// Sends the driver a message.
pub fn tell(port: &MessagePort, message: &ToDriver) {
    if let Ok(json) = JSON::stringify(&message.write(&Objects)) {
        let _ = port.post_message(&json);
    }
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

    fn list(&self, items: Vec<JsValue>) -> JsValue {
        items.into_iter().collect::<Array>().into()
    }

    fn object(&self, members: Vec<(&'static str, JsValue)>) -> JsValue {
        object(&members)
    }
}

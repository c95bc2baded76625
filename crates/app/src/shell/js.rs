//! The browser's objects by name, for what there are no types for, or what may not be there at all.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::api::member;

/// A value of the window by its path: `CSS.highlights`; `undefined` where there is none.
#[must_use]
pub fn global(path: &str) -> JsValue {
    path.split('.')
        .fold(js_sys::global().into(), |of, name| member(&of, name))
}

/// Calls a method; an error where there is none, or where it throws.
pub fn call(of: &JsValue, name: &str, args: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = member(of, name).dyn_into()?;
    method.apply(of, &args.iter().copied().collect::<Array>())
}

/// `new` of a class by its name.
pub fn construct(class: &str, args: &[&JsValue]) -> Result<JsValue, JsValue> {
    let class: Function = global(class).dyn_into()?;
    Reflect::construct(&class, &args.iter().copied().collect::<Array>())
}

/// Sets a member.
pub fn set(of: &JsValue, name: &str, value: impl Into<JsValue>) -> Result<(), JsValue> {
    Reflect::set(of, &name.into(), &value.into()).map(|_| ())
}

/// What a promise comes to; a value that is none is what it comes to.
pub async fn settled(value: JsValue) -> Result<JsValue, JsValue> {
    match value.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(value) => Ok(value),
    }
}

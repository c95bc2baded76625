//! Trying each part, on elements that stand in the page for a moment and are never seen.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, MessageEvent, MessagePort};

use super::Part;
use crate::shell::api::{member, object};
use crate::shell::dom;
use crate::shell::js::{call, construct, global, set, settled};

type Tried = Result<bool, JsValue>;

/// How long a part may take that answers later (ms). A card's frame takes 100 to 200.
const PATIENCE: i32 = 8_000;

/// What is written, with what editors stumble over: an emoji of several code points, and typographic quotes.
const WORDS: &str = "“Tried” 👩🏽‍⚕️";

/// Whether a part works. What throws does not.
pub(super) async fn works(part: Part) -> bool {
    let tried = match part {
        Part::Wasm => wasm(),
        Part::Highlights => highlights(),
        Part::TopLayer => top_layer(),
        Part::Sheets => sheets(),
        Part::MoveBefore => move_before(),
        Part::Clipboard => clipboard(),
        Part::Textarea => textarea(),
        Part::Editable => editable(),
        Part::Selection => selection().await,
        Part::Paste => paste(),
        Part::Storage => storage().await,
        Part::Card => card().await,
    };
    tried.unwrap_or(false)
}

/// An element in the page that is removed again when it goes out of scope, and gives the focus back.
struct Trial {
    element: HtmlElement,
    focused: Option<Element>,
}

impl Trial {
    fn new(name: &str) -> Result<Self, JsValue> {
        let document = dom::document();
        let element: HtmlElement = document
            .create_element(name)?
            .dyn_into()
            .map_err(JsValue::from)?;
        element.set_class_name("sr");
        element.set_attribute("aria-hidden", "true")?;
        document
            .body()
            .ok_or(JsValue::NULL)?
            .append_child(&element)?;
        let focused = document.active_element();
        Ok(Self { element, focused })
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        self.element.remove();
        if let Some(focused) = self
            .focused
            .as_ref()
            .and_then(|e| e.dyn_ref::<HtmlElement>())
        {
            let _ = focused.focus();
        }
    }
}

/// This page runs WebAssembly itself; what is tried is that the browser still takes a module.
fn wasm() -> Tried {
    let empty = Uint8Array::from(&[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0][..]);
    Ok(call(&global("WebAssembly"), "validate", &[&empty])?.is_truthy())
}

fn highlights() -> Tried {
    let trial = Trial::new("p")?;
    trial.element.set_text_content(Some(WORDS));
    let range = construct("Range", &[])?;
    call(&range, "selectNodeContents", &[&trial.element])?;
    let highlight = construct("Highlight", &[&range])?;
    let registry = global("CSS.highlights");
    let name = JsValue::from("self-test");
    call(&registry, "set", &[&name, &highlight])?;
    let kept = call(&registry, "get", &[&name])? == highlight;
    let held = member(&highlight, "size").as_f64() == Some(1.0);
    call(&registry, "delete", &[&name])?;
    let known = call(
        &global("CSS"),
        "supports",
        &[&"selector(::highlight(a))".into()],
    )?;
    Ok(kept && held && known.is_truthy())
}

fn top_layer() -> Tried {
    let trial = Trial::new("div")?;
    let element: &JsValue = &trial.element;
    set(element, "popover", "manual")?;
    call(element, "showPopover", &[])?;
    let open = trial.element.matches(":popover-open")?;
    call(element, "hidePopover", &[])?;
    Ok(open && !trial.element.matches(":popover-open")?)
}

fn sheets() -> Tried {
    let trial = Trial::new("div")?;
    let root = call(
        &trial.element,
        "attachShadow",
        &[&object(&[("mode", "closed".into())])],
    )?;
    let inside = dom::document().create_element("i")?;
    call(&root, "append", &[&inside])?;
    let sheet = construct("CSSStyleSheet", &[])?;
    call(&sheet, "replaceSync", &[&"i { z-index: 7 }".into()])?;
    set(&root, "adoptedStyleSheets", Array::of1(&sheet))?;
    let style = call(&dom::window(), "getComputedStyle", &[&inside])?;
    Ok(member(&style, "zIndex").as_string().as_deref() == Some("7"))
}

/// A frame that is moved the old way is loaded again: then its window is another one.
fn move_before() -> Tried {
    let from = Trial::new("div")?;
    let to = Trial::new("div")?;
    let frame = dom::document().create_element("iframe")?;
    from.element.append_child(&frame)?;
    let inside = member(&frame, "contentWindow");
    set(&inside, "tried", true)?;
    call(&to.element, "moveBefore", &[&frame, &JsValue::NULL])?;
    let stays = member(&member(&frame, "contentWindow"), "tried").is_truthy();
    Ok(stays && frame.parent_element().as_ref() == Some(to.element.as_ref()))
}

/// Nothing is written: what the person has on the clipboard is theirs.
fn clipboard() -> Tried {
    let write = member(&global("navigator.clipboard"), "writeText");
    Ok(write.is_function() && global("document.execCommand").is_function())
}

fn insert(text: &str) -> Tried {
    let args: [&JsValue; 3] = [&"insertText".into(), &false.into(), &text.into()];
    Ok(call(&dom::document(), "execCommand", &args)?.is_truthy())
}

fn undo() -> Tried {
    Ok(call(&dom::document(), "execCommand", &[&"undo".into()])?.is_truthy())
}

fn textarea() -> Tried {
    let trial = Trial::new("textarea")?;
    let area: &HtmlTextAreaElement = trial.element.dyn_ref().ok_or(JsValue::NULL)?;
    area.focus()?;
    insert("Our ER")?;
    area.set_selection_range(4, 6)?;
    let written = insert(WORDS)? && area.value() == ["Our ", WORDS].concat();
    Ok(written && undo()? && area.value() == "Our ER")
}

fn editable() -> Tried {
    let trial = Trial::new("div")?;
    trial.element.set_attribute("contenteditable", "true")?;
    trial.element.focus()?;
    let written = insert(WORDS)? && trial.element.text_content().as_deref() == Some(WORDS);
    Ok(written && undo()? && trial.element.text_content().as_deref() != Some(WORDS))
}

async fn selection() -> Tried {
    let trial = Trial::new("div")?;
    trial.element.set_attribute("contenteditable", "true")?;
    trial.element.set_text_content(Some(WORDS));
    trial.element.focus()?;
    let heard = once(&dom::document().into(), "selectionchange");
    let selection = call(&dom::document(), "getSelection", &[])?;
    call(&selection, "selectAllChildren", &[&trial.element])?;
    let text = call(&selection, "toString", &[])?;
    Ok(heard.await? && text.as_string().as_deref() == Some(WORDS))
}

/// Firefox takes a text into the event only in the way that it had before the standard.
fn paste() -> Tried {
    let data = construct("DataTransfer", &[])?;
    call(&data, "setData", &[&"text/plain".into(), &WORDS.into()])?;
    let standard = object(&[("clipboardData", data), ("bubbles", true.into())]);
    let legacy = object(&[("dataType", "text/plain".into()), ("data", WORDS.into())]);
    for init in [standard, legacy] {
        let event = construct("ClipboardEvent", &[&"paste".into(), &init])?;
        let carried = call(
            &member(&event, "clipboardData"),
            "getData",
            &[&"text/plain".into()],
        );
        if carried.is_ok_and(|text| text.as_string().as_deref() == Some(WORDS)) {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn storage() -> Tried {
    const KEY: &str = "self-test";
    let area = global("cuecardApi.storage.local");
    settled(call(&area, "set", &[&object(&[(KEY, WORDS.into())])])?).await?;
    let kept = settled(call(&area, "get", &[&KEY.into()])?).await?;
    settled(call(&area, "remove", &[&KEY.into()])?).await?;
    let gone = settled(call(&area, "get", &[&KEY.into()])?).await?;
    Ok(member(&kept, KEY).as_string().as_deref() == Some(WORDS)
        && member(&gone, KEY).is_undefined())
}

/// A card's frame as the driver makes it, with a nonce that nobody gave out. That the card refuses it is the answer: its
/// engine has started, it heard the channel, it asked the background, and it spoke.
async fn card() -> Tried {
    let trial = Trial::new("div")?;
    let root = call(
        &trial.element,
        "attachShadow",
        &[&object(&[("mode", "closed".into())])],
    )?;
    let frame = dom::document().create_element("iframe")?;
    frame.set_attribute("src", "card.html")?;
    let loaded = once(&frame, "load");
    call(&root, "append", &[&frame])?;
    if !loaded.await? {
        return Ok(false);
    }
    let channel = construct("MessageChannel", &[])?;
    let ours: MessagePort = member(&channel, "port1").dyn_into()?;
    let heard = once(&ours, "message");
    ours.start();
    let message = object(&[("nonce", "self-test".into())]);
    let transfer = Array::of1(&member(&channel, "port2"));
    let args: [&JsValue; 3] = [&message, &"*".into(), &transfer];
    call(&member(&frame, "contentWindow"), "postMessage", &args)?;
    let said = heard.event().await?;
    ours.close();
    Ok(said
        .and_then(|event| event.dyn_into::<MessageEvent>().ok())
        .and_then(|event| event.data().as_string())
        .is_some_and(|text| text.contains("refused")))
}

/// An event that is waited for, but not for ever.
struct Once(Promise);

fn once(target: &JsValue, kind: &str) -> Once {
    let kind = kind.to_owned();
    let target = target.clone();
    Once(Promise::new(&mut |resolve: Function, _| {
        let options = object(&[("once", true.into())]);
        // Whichever comes first settles it; the other finds nothing more to do.
        let _ =
            dom::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE);
        let _ = call(
            &target,
            "addEventListener",
            &[&kind.as_str().into(), &resolve, &options],
        );
    }))
}

impl Once {
    /// The event; none when it did not come.
    async fn event(self) -> Result<Option<JsValue>, JsValue> {
        let event = settled(self.0.into()).await?;
        Ok(event.is_object().then_some(event))
    }
}

impl IntoFuture for Once {
    type Output = Tried;
    type IntoFuture = std::pin::Pin<Box<dyn Future<Output = Tried>>>;

    /// Whether it came.
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { Ok(self.event().await?.is_some()) })
    }
}

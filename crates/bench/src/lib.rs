//! The engine alone as a WASM module for Node, built as the card is: `cargo xtask measure engine` asks it.
//!
//! The card makes a checker and a replier from the playbook in its packed form, gives them the text as it came from the
//! page, and hands places back in the page's units. So does this; the card's state, drawing and messages are not in it.
//! It is a program of its own, so that what it adds is in no module that is shipped.

use cuecard_checks::{Checker, Draft};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::Playbook;
use cuecard_replies::{Comment, Replier};
use cuecard_text::Offsets;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

fn unpacked(packed: &str) -> Result<Playbook, String> {
    cuecard_playbook::unpack(packed).ok_or_else(|| "this is no packed playbook".to_owned())
}

/// The memory of this instance, whose size tells what was needed at most.
#[wasm_bindgen]
pub fn instance_memory() -> JsValue {
    wasm_bindgen::memory()
}

/// Compiles a playbook as the options page does; what the card loads.
#[wasm_bindgen]
pub fn compile(source: &str) -> String {
    cuecard_playbook::pack(&cuecard_playbook::compile(source).playbook)
}

/// The checks of one playbook.
#[wasm_bindgen]
pub struct Checks(Checker);

#[wasm_bindgen]
impl Checks {
    /// Prepares a packed playbook.
    #[wasm_bindgen(constructor)]
    pub fn new(packed: &str) -> Result<Checks, String> {
        Ok(Self(Checker::new(&unpacked(packed)?)))
    }

    /// Checks a post, or an answer to somebody, on Facebook; start and end of each finding, in UTF-16 units.
    pub fn check(&self, text: &str, answer: bool) -> Vec<u32> {
        let kind = if answer {
            ComposerKind::Reply
        } else {
            ComposerKind::Post
        };
        let report = self.0.check(&Draft {
            text,
            platform: Some("facebook"),
            kind,
            ..Draft::default()
        });
        let offsets = Offsets::new(text);
        let unit = |byte: usize| u32::try_from(offsets.utf16(byte)).unwrap_or(u32::MAX);
        let spans = report.findings.iter().map(|f| f.span);
        spans.flat_map(|s| [unit(s.start), unit(s.end)]).collect()
    }
}

/// The replies of one playbook.
#[wasm_bindgen]
pub struct Replies(Replier);

#[wasm_bindgen]
impl Replies {
    /// Prepares a packed playbook.
    #[wasm_bindgen(constructor)]
    pub fn new(packed: &str) -> Result<Replies, String> {
        Ok(Self(Replier::new(&unpacked(packed)?)))
    }

    /// The ids of the protocols that a comment is answered by, best first; one that escalates is the only one, with a `!`.
    pub fn answer(&self, text: &str) -> Vec<String> {
        let answer = self.0.answer(&Comment { text, author: None }, Some("x"));
        match answer.escalation {
            Some(escalation) => vec![format!("!{}", escalation.class)],
            None => answer.replies.into_iter().map(|s| s.protocol).collect(),
        }
    }
}

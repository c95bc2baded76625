//! The playbook: the document that hospital and agency have agreed on.
//!
//! [`model`] is what the engine works with. The compiler (feature `compile`)
//! makes it from Markdown, together with diagnostics; it never fails as a whole.
#![forbid(unsafe_code)]

mod date;
pub mod model;

pub use date::BadDate;
pub use model::*;

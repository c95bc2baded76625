//! The playbook: the document that hospital and agency have agreed on.
//!
//! [`model`] is what the engine works with. The compiler (feature `compile`)
//! makes it from Markdown, together with diagnostics; it never fails as a whole.
#![forbid(unsafe_code)]

#[cfg(feature = "compile")]
mod compile;
mod date;
pub mod model;
pub mod pack_lines;
mod packed;

#[cfg(feature = "compile")]
pub use compile::compile;
pub use date::BadDate;
pub use model::*;
pub use packed::{pack, unpack};

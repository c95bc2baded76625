//! The playbook: the document that hospital and agency have agreed on.
//!
//! [`model`] is what the engine works with. The compiler (feature `compile`)
//! makes it from Markdown, together with diagnostics; it never fails as a whole.
#![forbid(unsafe_code)]

mod accounts;
mod audiences;
#[cfg(feature = "compile")]
mod compile;
mod date;
pub mod model;
pub mod pack_lines;
mod packed;

pub use accounts::{OtherAccount, fit};
pub use audiences::audience_name;
#[cfg(feature = "compile")]
pub use compile::compile;
pub use date::BadDate;
pub use model::*;
pub use packed::{pack, unpack};

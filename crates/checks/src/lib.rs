//! What to say about a draft.
//!
//! A [`Checker`] is made once from a playbook and is immutable; a changed playbook
//! makes a new one. [`Checker::check`] is deterministic and linear in the text.
#![forbid(unsafe_code)]

pub mod report;

pub use report::*;

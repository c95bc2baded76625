//! What to answer.
//!
//! Escalation is decided first, by the hard triggers of the playbook's protocols;
//! only then are protocols ranked. "Nothing fits" is an answer.
#![forbid(unsafe_code)]

pub mod answer;

pub use answer::*;

//! What to answer.
//!
//! Escalation is decided first, by the hard triggers of the playbook's protocols;
//! only then are protocols ranked. "Nothing fits" is an answer.
#![forbid(unsafe_code)]

pub mod answer;
mod calibrate;
mod choose;
mod escalate;
mod phrase;
mod places;
pub mod rank;
mod replier;
mod search;
mod slots;

pub use answer::*;
pub use replier::Replier;
pub use search::{Hit, HitKind};
pub use slots::fill;

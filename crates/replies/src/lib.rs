//! What to answer.
//!
//! Escalation is decided first, by the hard triggers of the playbook's protocols;
//! only then are protocols ranked. "Nothing fits" is an answer.
#![forbid(unsafe_code)]

mod alarm;
pub mod answer;
mod bytes;
mod calibrate;
mod choose;
pub mod classify;
mod escalate;
mod hours;
mod language;
mod packet;
mod phrase;
mod places;
pub mod rank;
mod replier;
mod search;
mod second;
mod slots;

pub use answer::*;
pub use escalate::pack::{Group, Item, Pack};
pub use escalate::volume::Rule;
pub use hours::Moment;
pub use language::detect;
pub use packet::{Packet, Whom};
pub use replier::Replier;
pub use search::{Hit, HitKind};
pub use slots::fill;

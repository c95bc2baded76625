//! What to say about a draft.
//!
//! A [`Checker`] is made once from a playbook and is immutable; a changed playbook
//! makes a new one. [`Checker::check`] is deterministic and linear in the text:
//!
//! 1. [`prepared`] reads the draft once: folded text, words, sentences, the parts
//!    that are no prose (addresses, handles, hashtags), and every place where one of
//!    the playbook's literal terms stands ([`literals`], one automaton for all).
//! 2. Each check looks at that and gives findings; one file each in [`rules`], the
//!    reply guard in [`guard`], approved messages in [`messages`].
//! 3. [`checker`] drops what an approved message is exempt from and sorts the rest.
//!
//! What depends on a sentence alone is remembered from one draft to the next ([`remembered`]): a person who types
//! changes one sentence.
//!
//! [`self_check`] turns all of it on the playbook itself.
#![forbid(unsafe_code)]

mod access;
mod articles;
mod automaton;
pub mod checker;
pub mod fixes;
pub mod guard;
pub mod identifiers;
pub mod literals;
pub mod messages;
pub mod packs;
pub mod prepared;
mod remembered;
pub mod report;
pub mod rules;
pub mod self_check;
mod taken;
pub mod zones;

pub use checker::Checker;
pub use report::*;
pub use rules::patterns::pattern_diagnostics;
pub use self_check::self_check;

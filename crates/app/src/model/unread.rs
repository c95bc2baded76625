//! The saved playbook is kept in a form that another version of Cuecard wrote.
//!
//! Its document is there, but the compiler is not in the card. As long as it was not read anew nothing is checked and
//! nothing is offered: the sample's words are not the person's, and to say nothing would be taken for "all is well".

use std::sync::OnceLock;

use cuecard_checks::{Draft, Report};
use cuecard_playbook::{Comfort, OtherAccount, Priority, Privacy, Role};
use cuecard_replies::{Answer, Escalation, Moment, Packet, Thread};

use super::{Engine, Found};

/// An engine without a playbook: it has nothing to say. It is there too as long as another one is on its way.
pub struct Unread;

impl Engine for Unread {
    fn brand(&self) -> &str {
        ""
    }

    fn is_ours(&self, _: &str) -> bool {
        false
    }

    fn other_account(&self, _: &str, _: &str) -> Option<OtherAccount> {
        None
    }

    fn audiences(&self) -> &[String] {
        &[]
    }

    fn roles(&self) -> &[Role] {
        &[]
    }

    fn privacy(&self) -> &Privacy {
        static NONE: OnceLock<Privacy> = OnceLock::new();
        NONE.get_or_init(Privacy::default)
    }

    fn priorities(&self) -> &[Priority] {
        &[]
    }

    fn gate(&self) -> bool {
        false
    }

    fn locale(&self) -> &str {
        ""
    }

    fn comfort(&self) -> Option<Comfort> {
        None
    }

    fn check(&self, draft: &Draft<'_>) -> Report {
        Report {
            findings: Vec::new(),
            count: cuecard_platforms::count(draft.platform, draft.kind, draft.text),
            priorities: Vec::new(),
            message: None,
        }
    }

    fn answer(&self, _: &str, _: &str, _: &Thread<'_>) -> Answer {
        Answer::default()
    }

    fn packet(&self, _: &Escalation, _: &str, _: Moment) -> Packet {
        Packet::default()
    }

    fn search(&self, _: &str, _: &str) -> Vec<Found> {
        Vec::new()
    }
}

//! One thing that happened.

use cuecard_platforms::ComposerKind;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub at: u64,
    /// A random number, drawn once: with `at` it names the entry on every machine.
    pub id: u32,
    /// Platform id: `x`.
    pub platform: String,
    /// What was being written.
    pub kind: ComposerKind,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The person used the site's own submit control; that the site took it is not known.
    Posted {
        /// Names of the playbook's content types that the draft served, best first.
        priorities: Vec<String>,
        /// Rules of the errors and warnings that were still open.
        open: Vec<String>,
    },
    /// The soft gate held the submit, and the person let it go with these errors open.
    Overridden {
        /// Rules of the errors.
        rules: Vec<String>,
    },
    /// A fix was carried out.
    Fixed {
        /// The rule.
        rule: String,
    },
    /// "Not here", or "never again".
    Ignored {
        /// The rule.
        rule: String,
        /// For good.
        lasting: bool,
    },
    /// An approved reply was put into the composer.
    Answered {
        /// Id of the protocol or message.
        protocol: String,
    },
    /// The packet of an escalation was taken.
    Escalated {
        /// Id of the protocol or class.
        protocol: String,
    },
}

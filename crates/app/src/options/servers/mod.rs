//! Servers that the person adds: instances of software that runs on any host, such as Mastodon.
//!
//! The list stands in the storage as `servers` (host → when it was added). The background registers the driver on
//! those of them that the browser permits.

pub mod address;
pub mod app;

use address::Wrong;

use crate::i18n::Say;

/// A server on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Its host name.
    pub host: String,
    /// Cuecard is off there.
    pub off: bool,
}

/// What is to be said below the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// What was typed is no server that can be added.
    Wrong(Wrong),
    /// The browser, or the person, said no.
    Denied(String),
    /// The storage did not take it.
    NotSaved,
    /// It is on the list now.
    Added(String),
    /// It is off the list.
    Removed(String),
}

impl Told {
    /// Whether something is to be mended.
    #[must_use]
    pub fn is_trouble(&self) -> bool {
        !matches!(self, Self::Added(_) | Self::Removed(_))
    }

    /// In words: what is wrong, where, and how to mend it.
    #[must_use]
    pub fn words(&self, say: Say) -> String {
        match self {
            Self::Wrong(wrong) => wrong.words(say),
            Self::Denied(host) => say("options_server_denied", &[host]),
            Self::NotSaved => say("options_note_not_saved", &[]),
            Self::Added(host) => say("options_server_added", &[host]),
            Self::Removed(host) => say("options_server_removed", &[host]),
        }
    }
}

/// Names of the platforms that run on any host.
#[must_use]
pub fn software() -> Vec<&'static str> {
    cuecard_platforms::all()
        .iter()
        .filter(|p| !p.detect.is_empty())
        .map(|p| p.name.as_str())
        .collect()
}

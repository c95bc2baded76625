//! How a run ends.

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

/// What a run found, ordered from the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing at or above the failing level.
    Clean,
    /// Findings.
    Findings,
    /// Part of the input could not be used; said on standard error or in the result's place.
    Unusable,
}

impl Status {
    /// `Findings` when there are any.
    pub fn of(findings: bool) -> Self {
        if findings {
            Self::Findings
        } else {
            Self::Clean
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::Unusable => 2,
        })
    }
}

/// Why a run stops before its end.
#[derive(Debug)]
pub enum Stop {
    /// An input cannot be used: what, where, and what to do.
    Input(String),
    /// The results cannot be written.
    Output(io::Error),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(message) => f.write_str(message),
            Self::Output(error) => write!(
                f,
                "the results cannot be written to standard output: {error}; check where it leads to and that the disk has room"
            ),
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Stop {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

/// Says something on standard error. Where even that is closed, nobody is left to tell.
pub fn say(message: &dyn fmt::Display) {
    let _ = writeln!(io::stderr(), "cuecard: {message}");
}

//! Packs: checks that are data, one Markdown file each in `crates/checks/packs`.
//!
//! A pack is read by people first: front matter with owner, date and sources, then groups with a
//! reason, their words, and examples that the tests run. [`read`] reads the strict line format, [`words`]
//! makes rules of packs that list words; the other packs give levels, reasons and word lists to code.
//! The build script leaves examples and prose out of what the card carries.

pub mod read;
pub mod words;

use cuecard_playbook::Playbook;

/// A pack that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// Its name, one of [`cuecard_playbook::PACKS`].
    pub name: &'static str,
    /// Whether it is on where the playbook does not say.
    pub on: bool,
    /// What the program carries of its file; empty for a pack with a reader of its own.
    pub text: &'static str,
}

macro_rules! text {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".md"))
    };
}

/// The packs. What is on by default guards people or is law; packs of taste are asked for.
pub const BUILTIN: [Builtin; 8] = [
    Builtin {
        name: "reply-guard",
        on: true,
        text: "",
    },
    Builtin {
        name: "identifiers",
        on: true,
        text: text!("identifiers"),
    },
    Builtin {
        name: "accessibility",
        on: true,
        text: text!("accessibility"),
    },
    Builtin {
        name: "health-stigma",
        on: true,
        text: text!("health-stigma"),
    },
    Builtin {
        name: "inclusive-language",
        on: false,
        text: text!("inclusive-language"),
    },
    Builtin {
        name: "plain-language",
        on: false,
        text: text!("plain-language"),
    },
    Builtin {
        name: "ftc",
        on: true,
        text: text!("ftc"),
    },
    Builtin {
        name: "fda",
        on: true,
        text: text!("fda"),
    },
];

/// Whether a pack is on: as the playbook says, else as the pack itself does.
#[must_use]
pub fn is_on(playbook: &Playbook, name: &str) -> bool {
    let said = playbook.packs.iter().find(|p| p.name == name);
    said.map_or_else(|| BUILTIN.iter().any(|p| p.name == name && p.on), |p| p.on)
}

/// The text of a pack of the program.
#[must_use]
pub fn text(name: &str) -> &'static str {
    BUILTIN
        .iter()
        .find(|p| p.name == name)
        .map_or("", |p| p.text)
}

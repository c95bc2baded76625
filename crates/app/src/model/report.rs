//! A report that a person can send to Cuecard's makers: what works in this browser, and what of a platform is found on
//! a page.
//!
//! It is made of our own names (platforms, composers), numbers, versions and yes or no. A text of a draft, a comment, an
//! author, an address or a handle has no way into it: nothing that it is made from holds one (`tests/report.mjs`).
//! It is English, for those who read it are its makers.

use cuecard_wire::{Inspection, SeenComment, SeenComposer};

/// Of the extension and the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The extension's version.
    pub version: String,
    /// What the browser calls itself.
    pub browser: String,
    /// The interface's language.
    pub language: String,
}

/// The first lines of every report.
#[must_use]
pub fn head(about: &About) -> String {
    lines(&[
        ("Cuecard report", ""),
        ("version", &about.version),
        ("browser", &about.browser),
        ("language", &about.language),
    ])
}

/// The report about a page.
#[must_use]
pub fn page(about: &About, seen: &Inspection) -> String {
    let mut text = head(about);
    text += &lines(&[
        ("platform", &seen.platform),
        ("host added by the person", yes(seen.added)),
        ("in a frame", yes(seen.framed)),
    ]);
    for one in &seen.composers {
        composer(&mut text, one);
    }
    text
}

fn composer(text: &mut String, seen: &SeenComposer) {
    let attached = if seen.attached { ", attached" } else { "" };
    *text += &lines(&[(
        &["composer ", &seen.id].concat(),
        &[
            &seen.found.to_string(),
            " on the page",
            attached,
            ", data of ",
            &seen.date,
        ]
        .concat(),
    )]);
    if !seen.attached {
        return;
    }
    *text += &lines(&[
        ("  submit", found(seen.submit)),
        ("  account", found(seen.account)),
        ("  attached media", &seen.media.to_string()),
    ]);
    for (i, one) in seen.answering.iter().enumerate() {
        comment(text, i + 1, one);
    }
}

fn comment(text: &mut String, number: usize, seen: &SeenComment) {
    let parts = [
        &seen.blocks.to_string(),
        " blocks, text ",
        found(seen.text),
        ", author ",
        found(seen.author),
        ", link ",
        found(seen.link),
    ]
    .concat();
    *text += &lines(&[(
        &["  answered comment, rule ", &number.to_string()].concat(),
        &parts,
    )]);
}

/// A name and a value a line.
#[must_use]
pub fn lines(entries: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in entries {
        text += name;
        if !value.is_empty() {
            text += ": ";
            text += value;
        }
        text += "\n";
    }
    text
}

const fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

const fn found(is: bool) -> &'static str {
    if is { "found" } else { "not found" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_what_was_found() {
        let about = About {
            version: "0.1.0".into(),
            browser: "Some/1.0".into(),
            language: "en-US".into(),
        };
        let seen = Inspection {
            platform: "x".into(),
            framed: false,
            added: false,
            composers: vec![
                SeenComposer {
                    id: "reply".into(),
                    date: "2026-11".into(),
                    found: 1,
                    attached: true,
                    submit: true,
                    account: false,
                    media: 1,
                    answering: vec![SeenComment {
                        blocks: 2,
                        text: true,
                        author: true,
                        link: false,
                    }],
                },
                SeenComposer {
                    id: "message".into(),
                    date: "2026-03".into(),
                    found: 0,
                    attached: false,
                    submit: false,
                    account: false,
                    media: 0,
                    answering: Vec::new(),
                },
            ],
        };
        assert_eq!(
            page(&about, &seen),
            "Cuecard report\nversion: 0.1.0\nbrowser: Some/1.0\nlanguage: en-US\n\
             platform: x\nhost added by the person: no\nin a frame: no\n\
             composer reply: 1 on the page, attached, data of 2026-11\n  submit: found\n  account: not found\n  attached media: 1\n  \
             answered comment, rule 1: 2 blocks, text found, author found, link not found\n\
             composer message: 0 on the page, data of 2026-03\n"
        );
    }
}

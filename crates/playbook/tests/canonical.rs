//! The canonical forms, all in one document, against the whole model. `canonical.json`
//! was written by the compiler once and then read against `canonical.md` line by line;
//! a change to it is a change of what a playbook means.

use cuecard_playbook::compile;
use serde_json::Value;

const SOURCE: &str = include_str!("canonical.md");
const EXPECTED: &str = include_str!("canonical.json");

#[test]
fn every_section_comes_out_whole() {
    let compiled = compile(SOURCE);
    assert_eq!(
        compiled.diagnostics,
        [],
        "the canonical forms need no remark"
    );
    // Through text, as it is stored: a share of 0.3 is then 0.3 on both sides.
    let got: Value =
        serde_json::from_str(&serde_json::to_string(&compiled.playbook).unwrap()).unwrap();
    let want: Value = serde_json::from_str(EXPECTED).unwrap();
    // Part by part, so that a failure names its section.
    for (section, want) in want.as_object().unwrap() {
        assert_eq!(&got[section], want, "section {section}");
    }
    assert_eq!(got, want);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let plain = compile(SOURCE);
    for (name, text) in [
        ("CRLF", SOURCE.replace('\n', "\r\n")),
        ("byte order mark", format!("\u{feff}{SOURCE}")),
    ] {
        let other = compile(&text);
        let mut playbook = other.playbook.clone();
        // A note is a piece of the source, line ends included.
        for note in &mut playbook.notes {
            note.text = note.text.replace("\r\n", "\n");
        }
        assert_eq!(playbook, plain.playbook, "{name}");
        assert_eq!(other.diagnostics, plain.diagnostics, "{name}");
    }
}

#[test]
fn compiling_again_gives_the_same() {
    assert_eq!(compile(SOURCE), compile(SOURCE));
}

#[test]
fn the_compiled_form_survives_storage() {
    let compiled = compile(SOURCE);
    let stored = serde_json::to_string(&compiled).unwrap();
    let loaded: cuecard_playbook::Compiled = serde_json::from_str(&stored).unwrap();
    assert_eq!(loaded, compiled);
}

//! The packed form gives back what was packed, and refuses everything else.

#![allow(clippy::unwrap_used)]

use cuecard_playbook::{Playbook, VERSION, compile, pack, unpack};

fn sample() -> Playbook {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../static/playbook/wrenfield.md"
    );
    compile(&std::fs::read_to_string(path).unwrap()).playbook
}

#[test]
fn what_is_packed_comes_back() {
    let bare = Playbook {
        version: VERSION,
        ..Playbook::default()
    };
    for playbook in [sample(), bare] {
        assert_eq!(unpack(&pack(&playbook)), Some(playbook));
    }
}

#[test]
fn another_version_is_refused() {
    let mut playbook = sample();
    playbook.version = VERSION + 1;
    assert_eq!(unpack(&pack(&playbook)), None);
}

#[test]
fn what_is_no_packed_playbook_is_refused() {
    let whole = pack(&sample());
    let json = serde_json::to_string(&sample()).unwrap();
    let longer = format!("{whole} ");
    for other in [
        "",
        " ",
        "1",
        "1 ",
        "2 ",
        "1 2 aé",
        "1 2 é",
        "1 18446744073709551615 a",
        &json,
        &longer,
    ] {
        assert_eq!(unpack(other), None, "{other:?}");
    }
    // A list of endless length makes no work.
    let accounts = "1 0 0 18446744073709551615 ";
    assert_eq!(unpack(accounts), None);
    // Cut off anywhere: none, and no panic.
    for (at, _) in whole.char_indices().step_by(997) {
        assert_eq!(unpack(&whole[..at]), None, "{at}");
    }
}

//! `cuecard show`.

use serde_json::{Value, json};

use crate::program::{Folder, PLAYBOOK, cuecard};

fn shown() -> Value {
    let folder = Folder::new();
    let ran = cuecard(&["show", &folder.playbook(), "--format", "json"], b"");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.json()
}

fn line_of(text: &str) -> usize {
    PLAYBOOK
        .lines()
        .position(|line| line.contains(text))
        .expect("a line")
        + 1
}

#[test]
fn the_compiled_playbook_is_shown() {
    let shown = shown();
    assert_eq!(
        (&shown["version"], &shown["brand"]),
        (&json!(1), &json!("Wrenfield Health"))
    );
    assert_eq!(
        shown["words"],
        json!([
            {"avoid": ["ER", "emergency room"], "prefer": ["emergency department"], "omit": false,
             "unless": null, "why": "One name everywhere", "line": line_of("| ER, emergency room")},
            {"avoid": ["world-class"], "prefer": [], "omit": true,
             "unless": null, "why": "We cannot back it up", "line": line_of("| world-class")},
        ])
    );
    assert_eq!(
        shown["messages"],
        json!([{"id": "visiting-hours", "text": "Visiting hours are 9 a.m. to 8 p.m. every day.",
                "line": line_of("### Visiting hours")}])
    );
    let priorities = json!([{"name": "Recruitment", "share": 0.3, "signals": ["we're hiring", "join our team"],
                             "line": line_of("| Recruitment")}]);
    assert_eq!(shown["priorities"], priorities);
    assert!(shown["diagnostics"].is_array());
}

#[test]
fn protocols_say_whom_to_tell_and_what_to_answer() {
    let shown = shown();
    let protocols = shown["protocols"].as_array().unwrap();
    assert_eq!(protocols.len(), 3);
    assert_eq!(
        protocols[0],
        json!({
            "id": "long-wait", "name": "Long wait", "level": "complaint",
            "examples": ["I waited four hours in your ER and nobody came", "why does it take so long to be seen"],
            "hard": [], "permission": "may reply",
            "tell": "Patient Relations", "within": "1 business day",
            "replies": [{"platform": null,
                "text": "We're sorry to hear this was frustrating. Please call Patient Relations at 555-0100."}],
            "line": line_of("### Long wait"),
        })
    );
    assert_eq!(
        (&protocols[1]["tell"], &protocols[1]["within"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(protocols[2]["hard"], json!(["want to die", "kill myself"]));
}

#[test]
fn diagnostics_have_their_fields() {
    let ran = cuecard(
        &["show", "-"],
        format!("{PLAYBOOK}\n## Tests\n- Good: our ER\n").as_bytes(),
    );
    assert_eq!(ran.status, 0);
    let shown = ran.json();
    let diagnostic = &shown["diagnostics"].as_array().unwrap().last().unwrap();
    let keys: Vec<&String> = diagnostic.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "column", "help", "level", "line", "message"]);
}

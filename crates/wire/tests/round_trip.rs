//! Every message survives the way over the port, and has the shape that the
//! generated TypeScript types promise.

#![allow(clippy::unwrap_used)]

use cuecard_platforms::{ComposerKind, EditorKind, Technique};
use cuecard_wire::*;
use serde_json::json;

fn same<T>(message: &T, expected: serde_json::Value)
where
    T: serde::Serialize + for<'a> serde::Deserialize<'a> + PartialEq + std::fmt::Debug,
{
    assert_eq!(serde_json::to_value(message).unwrap(), expected);
    assert_eq!(
        &serde_json::from_value::<T>(expected).unwrap(),
        message,
        "does not come back as it went"
    );
}

#[test]
fn to_card() {
    same(
        &ToCard::Hello {
            nonce: "n".into(),
            host: "x.com".into(),
            firefox: false,
        },
        json!({"type": "hello", "nonce": "n", "host": "x.com", "firefox": false}),
    );
    same(
        &ToCard::Composer {
            composer: 1,
            about: ComposerInfo {
                platform: "x".into(),
                kind: ComposerKind::Reply,
                editor: EditorKind::ProseMirror,
                answering: None,
            },
            geometry: Geometry::default(),
        },
        json!({
            "type": "composer", "composer": 1,
            "about": {"platform": "x", "kind": "reply", "editor": "prosemirror", "answering": null},
            "geometry": {
                "viewport": {"x": 0.0, "y": 0.0, "w": 0.0, "h": 0.0},
                "composer": {"x": 0.0, "y": 0.0, "w": 0.0, "h": 0.0},
                "submit": null, "surround": null, "controls": []
            }
        }),
    );
    same(
        &ToCard::Edited {
            edit: 3,
            outcome: Outcome::RolledBack,
        },
        json!({"type": "edited", "edit": 3, "outcome": "rolled-back"}),
    );
    same(&ToCard::Paused, json!({"type": "paused"}));
}

#[test]
fn to_driver() {
    same(
        &ToDriver::Marks {
            composer: 1,
            rev: 7,
            marks: vec![Mark {
                start: 0,
                end: 2,
                level: MarkLevel::Warning,
            }],
        },
        json!({"type": "marks", "composer": 1, "rev": 7, "marks": [{"start": 0, "end": 2, "level": "warning"}]}),
    );
    same(
        &ToDriver::Edit {
            edit: 1,
            composer: 2,
            start: 3,
            end: 5,
            expect: "ER".into(),
            insert: "emergency department".into(),
            technique: Technique::ExecParagraphs,
        },
        json!({
            "type": "edit", "edit": 1, "composer": 2, "start": 3, "end": 5,
            "expect": "ER", "insert": "emergency department", "technique": "exec-paragraphs"
        }),
    );
    same(
        &ToDriver::ReturnFocus { composer: 4 },
        json!({"type": "return-focus", "composer": 4}),
    );
}

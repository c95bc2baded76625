//! Every message survives the way over the port, and has the shape that the
//! generated TypeScript types promise.

#![allow(clippy::unwrap_used)]

use cuecard_platforms::{ComposerKind, EditorKind, Technique};
use cuecard_wire::*;
use serde_json::{Value, json};

/// Messages to the card are read from objects; their serialised form is what the generated types say.
fn read(message: &ToCard, expected: Value) {
    assert_eq!(serde_json::to_value(message).unwrap(), expected);
    assert_eq!(
        ToCard::read(&Json(expected)).as_ref(),
        Some(message),
        "does not come back as it went"
    );
}

/// Messages to the driver are written as objects, in the form that the generated types say.
fn written(message: &ToDriver, expected: Value) {
    assert_eq!(serde_json::to_value(message).unwrap(), expected);
    assert_eq!(message.write(&Json(Value::Null)), expected);
}

/// JSON in place of the browser's objects.
struct Json(Value);

impl Object for Json {
    fn text(&self, name: &str) -> Option<String> {
        Some(self.0.get(name)?.as_str()?.to_owned())
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.0.get(name)?.as_f64()
    }

    fn truth(&self, name: &str) -> Option<bool> {
        self.0.get(name)?.as_bool()
    }

    fn object(&self, name: &str) -> Option<Self> {
        let value = self.0.get(name)?;
        value.is_object().then(|| Self(value.clone()))
    }

    fn objects(&self, name: &str) -> Option<Vec<Self>> {
        Some(
            self.0
                .get(name)?
                .as_array()?
                .iter()
                .cloned()
                .map(Self)
                .collect(),
        )
    }
}

impl Build for Json {
    type Value = Value;

    fn text(&self, text: &str) -> Value {
        text.into()
    }

    fn number(&self, number: f64) -> Value {
        // JavaScript has one kind of number.
        match number as u32 {
            whole if f64::from(whole) == number => whole.into(),
            _ => number.into(),
        }
    }

    fn truth(&self, truth: bool) -> Value {
        truth.into()
    }

    fn list(&self, items: Vec<Value>) -> Value {
        items.into()
    }

    fn object(&self, members: Vec<(&'static str, Value)>) -> Value {
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
}

#[test]
fn to_card() {
    read(
        &ToCard::Hello {
            nonce: "n".into(),
            host: "x.com".into(),
            firefox: false,
        },
        json!({"type": "hello", "nonce": "n", "host": "x.com", "firefox": false}),
    );
    read(
        &ToCard::Composer {
            composer: 1,
            about: ComposerInfo {
                platform: "x".into(),
                kind: ComposerKind::Reply,
                editor: EditorKind::ProseMirror,
                answering: None,
                account: String::new(),
                counter: None,
                media: SeenMedia::default(),
            },
            geometry: Geometry::default(),
        },
        json!({
            "type": "composer", "composer": 1,
            "about": {"platform": "x", "kind": "reply", "editor": "prosemirror", "answering": null, "account": "", "counter": null, "media": {"attached": 0, "described": 0, "bare": 0}},
            "geometry": {
                "viewport": {"x": 0.0, "y": 0.0, "w": 0.0, "h": 0.0},
                "composer": {"x": 0.0, "y": 0.0, "w": 0.0, "h": 0.0},
                "submit": null, "surround": null, "controls": []
            }
        }),
    );
    let rect = |x| Rect {
        x,
        y: -0.5,
        w: 300.25,
        h: 20.0,
    };
    read(
        &ToCard::Composer {
            composer: 2,
            about: ComposerInfo {
                platform: "facebook".into(),
                kind: ComposerKind::Review,
                editor: EditorKind::Lexical,
                answering: Some(Answered {
                    text: "I waited four hours".into(),
                    author: "Kim Doe".into(),
                    link: String::new(),
                }),
                account: "Comment as Wrenfield Health".into(),
                media: SeenMedia {
                    attached: 3,
                    described: 1,
                    bare: 2,
                },
                counter: Some(PageCounter {
                    shows: "497".into(),
                    draft: "Hi!".into(),
                }),
            },
            geometry: Geometry {
                viewport: rect(0.0),
                composer: rect(1.5),
                submit: Some(rect(2.0)),
                surround: Some(rect(3.0)),
                controls: vec![rect(4.0), rect(5.0)],
            },
        },
        json!({
            "type": "composer", "composer": 2,
            "about": {
                "platform": "facebook", "kind": "review", "editor": "lexical",
                "answering": {"text": "I waited four hours", "author": "Kim Doe", "link": ""},
                "account": "Comment as Wrenfield Health", "counter": {"shows": "497", "draft": "Hi!"},
                "media": {"attached": 3, "described": 1, "bare": 2}
            },
            "geometry": {
                "viewport": {"x": 0.0, "y": -0.5, "w": 300.25, "h": 20.0},
                "composer": {"x": 1.5, "y": -0.5, "w": 300.25, "h": 20.0},
                "submit": {"x": 2.0, "y": -0.5, "w": 300.25, "h": 20.0},
                "surround": {"x": 3.0, "y": -0.5, "w": 300.25, "h": 20.0},
                "controls": [
                    {"x": 4.0, "y": -0.5, "w": 300.25, "h": 20.0},
                    {"x": 5.0, "y": -0.5, "w": 300.25, "h": 20.0}
                ]
            }
        }),
    );
    read(
        &ToCard::Draft {
            composer: 1,
            rev: u32::MAX,
            text: "Our ER\n\"is\" open 😀".into(),
        },
        json!({"type": "draft", "composer": 1, "rev": u32::MAX, "text": "Our ER\n\"is\" open 😀"}),
    );
    read(
        &ToCard::Geometry {
            composer: 1,
            geometry: Geometry::default(),
        },
        json!({
            "type": "geometry", "composer": 1,
            "geometry": {
                "viewport": {"x": 0.0, "y": 0.0, "w": 0.0, "h": 0.0},
                "composer": {"x": 0.0, "y": 0.0, "w": 0.0, "h": 0.0},
                "submit": null, "surround": null, "controls": []
            }
        }),
    );
    read(
        &ToCard::Open {
            composer: 1,
            at: 12,
            keyboard: true,
        },
        json!({"type": "open", "composer": 1, "at": 12, "keyboard": true}),
    );
    for (outcome, name) in [
        (Outcome::Applied, "applied"),
        (Outcome::Stale, "stale"),
        (Outcome::RolledBack, "rolled-back"),
        (Outcome::Differs, "differs"),
    ] {
        let message = ToCard::Edited { edit: 3, outcome };
        read(
            &message,
            json!({"type": "edited", "edit": 3, "outcome": name}),
        );
    }
    read(
        &ToCard::Picked {
            composer: 1,
            text: "four hours".into(),
        },
        json!({"type": "picked", "composer": 1, "text": "four hours"}),
    );
    read(
        &ToCard::Submit {
            composer: 1,
            held: true,
        },
        json!({"type": "submit", "composer": 1, "held": true}),
    );
    read(
        &ToCard::Blur { composer: 1 },
        json!({"type": "blur", "composer": 1}),
    );
    read(
        &ToCard::Take { composer: 1 },
        json!({"type": "take", "composer": 1}),
    );
    read(
        &ToCard::Gone { composer: 1 },
        json!({"type": "gone", "composer": 1}),
    );
    read(&ToCard::Paused, json!({"type": "paused"}));
    read(
        &ToCard::Inspected(Inspection {
            platform: "x".into(),
            framed: false,
            added: true,
            composers: vec![SeenComposer {
                id: "reply".into(),
                date: "2026-11".into(),
                found: 2,
                attached: true,
                submit: true,
                account: false,
                media: 2,
                answering: vec![SeenComment {
                    blocks: 3,
                    text: true,
                    author: true,
                    link: false,
                }],
            }],
        }),
        json!({
            "type": "inspected", "platform": "x", "framed": false, "added": true,
            "composers": [{
                "id": "reply", "date": "2026-11", "found": 2, "attached": true, "submit": true, "account": false, "media": 2,
                "answering": [{"blocks": 3, "text": true, "author": true, "link": false}]
            }]
        }),
    );
}

#[test]
fn what_is_no_message_is_refused() {
    for other in [
        json!(null),
        json!("paused"),
        json!({}),
        json!({"type": "unknown"}),
        json!({"type": 1}),
        json!({"type": "gone"}),
        json!({"type": "gone", "composer": "1"}),
        json!({"type": "gone", "composer": -1}),
        json!({"type": "gone", "composer": 1.5}),
        json!({"type": "gone", "composer": 4_294_967_296.0}),
        json!({"type": "draft", "composer": 1, "rev": 1, "text": null}),
        json!({"type": "edited", "edit": 1, "outcome": "lost"}),
        json!({"type": "hello", "nonce": "n", "host": "x.com", "firefox": "no"}),
    ] {
        assert_eq!(ToCard::read(&Json(other.clone())), None, "{other}");
    }
}

#[test]
fn to_driver() {
    written(
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
    written(
        &ToDriver::Edit {
            edit: 1,
            composer: 2,
            rev: 9,
            start: 3,
            end: 5,
            expect: "ER".into(),
            account: "@linden".into(),
            insert: "emergency department".into(),
            technique: Technique::ExecParagraphs,
        },
        json!({
            "type": "edit", "edit": 1, "composer": 2, "rev": 9, "start": 3, "end": 5,
            "expect": "ER", "account": "@linden", "insert": "emergency department", "technique": "exec-paragraphs"
        }),
    );
    written(
        &ToDriver::Pick { composer: 4 },
        json!({"type": "pick", "composer": 4}),
    );
    written(
        &ToDriver::Gate {
            composer: 4,
            closed: true,
        },
        json!({"type": "gate", "composer": 4, "closed": true}),
    );
    written(
        &ToDriver::TakeFocus { composer: 4 },
        json!({"type": "take-focus", "composer": 4}),
    );
    written(
        &ToDriver::ReturnFocus { composer: 4 },
        json!({"type": "return-focus", "composer": 4}),
    );
    for (technique, name) in [
        (Technique::Exec, "exec"),
        (Technique::ExecLines, "exec-lines"),
        (Technique::Paste, "paste"),
        (Technique::BeforeInput, "before-input"),
    ] {
        let message = ToDriver::Edit {
            edit: 1,
            composer: 2,
            rev: 9,
            start: 0,
            end: 0,
            expect: String::new(),
            account: String::new(),
            insert: "a".into(),
            technique,
        };
        written(
            &message,
            json!({
                "type": "edit", "edit": 1, "composer": 2, "rev": 9, "start": 0, "end": 0,
                "expect": "", "account": "", "insert": "a", "technique": name
            }),
        );
    }
    let mark = |level| Mark {
        start: 1,
        end: 2,
        level,
    };
    written(
        &ToDriver::Marks {
            composer: 1,
            rev: 8,
            marks: vec![mark(MarkLevel::Suggestion), mark(MarkLevel::Error)],
        },
        json!({"type": "marks", "composer": 1, "rev": 8, "marks": [
            {"start": 1, "end": 2, "level": "suggestion"}, {"start": 1, "end": 2, "level": "error"}
        ]}),
    );
    written(
        &ToDriver::Place {
            composer: 1,
            dx: -0.5,
            dy: 8.25,
            w: 320.5,
            h: 0.5,
        },
        json!({"type": "place", "composer": 1, "dx": -0.5, "dy": 8.25, "w": 320.5, "h": 0.5}),
    );
    written(
        &ToDriver::Show {
            composer: 1,
            start: 0,
            end: 4,
        },
        json!({"type": "show", "composer": 1, "start": 0, "end": 4}),
    );
    written(&ToDriver::Inspect, json!({"type": "inspect"}));
    written(&ToDriver::Ready, json!({"type": "ready"}));
    written(&ToDriver::Refused, json!({"type": "refused"}));
}

//! `cuecard reply`.

use serde_json::{Value, json};

use crate::program::{Folder, Ran, cuecard};

fn reply(args: &[&str], input: &str) -> Ran {
    let folder = Folder::new();
    let playbook = folder.playbook();
    let mut all = vec!["reply", "-p", playbook.as_str()];
    all.extend(args);
    all.push("-");
    cuecard(&all, input.as_bytes())
}

#[test]
fn a_comment_a_line_gives_an_answer_a_line() {
    let input = concat!(
        "{\"id\":\"1\",\"text\":\"I waited four hours in your ER and nobody came\",\"platform\":\"x\"}\n",
        "{\"id\":\"2\",\"text\":\"I just want to die\",\"author\":\"ana\"}\n",
    );
    let ran = reply(&["--jsonl"], input);
    let lines = ran.lines();
    assert_eq!(
        (&lines[0]["id"], &lines[0]["escalation"]),
        (&json!("1"), &Value::Null)
    );
    let best = &lines[0]["replies"][0];
    assert_eq!(
        (&best["protocol"], &best["permission"]),
        (&json!("long-wait"), &json!("may reply"))
    );
    assert!(
        best["text"].as_str().unwrap().starts_with("We're sorry"),
        "{best}"
    );
    let score = best["score"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&score), "{score}");
    let none = lines[0]["none"].as_f64().unwrap();
    assert!((0.0..0.5).contains(&none), "{none}");

    let escalation = &lines[1]["escalation"];
    assert_eq!(
        (&escalation["protocol"], &escalation["level"]),
        (&json!("self-harm"), &json!("crisis"))
    );
    assert_eq!(
        (&escalation["tell"], &escalation["within"]),
        (&json!("On call"), &json!("5 minutes"))
    );
    assert_eq!(escalation["because"], json!(["want to die"]));
    assert_eq!(ran.status, 0);
}

#[test]
fn nothing_fits_is_an_answer() {
    let ran = reply(&["--jsonl"], r#"{"text":"zxqv blorp"}"#);
    let line = &ran.lines()[0];
    assert_eq!(
        (&line["escalation"], &line["replies"]),
        (&Value::Null, &json!([]))
    );
    assert!(line["none"].as_f64().unwrap() > 0.5, "{line}");
}

#[test]
fn people_read_whom_to_tell_first() {
    let ran = reply(&[], "I want to die\n");
    assert_eq!(ran.status, 0);
    assert!(
        ran.stdout
            .starts_with("ESCALATE: Someone may hurt themselves (self-harm)\n"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("  tell: On call within 5 minutes\n"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("  because of: want to die\n"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("  reply: approve first\n"),
        "{}",
        ran.stdout
    );
    let ran = reply(&[], "where can I park?");
    assert!(ran.stdout.contains("(parking)"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("   | The garage on Elm Street"),
        "{}",
        ran.stdout
    );
}

#[test]
fn one_comment_as_json() {
    let ran = reply(&["--format", "json", "--author", "ana"], "I want to die\n");
    let json = ran.json();
    assert_eq!(
        (&json["version"], &json["id"]),
        (&json!(1), &json!("stdin"))
    );
    assert_eq!(json["escalation"]["protocol"], "self-harm");
}

#[test]
fn a_comment_that_cannot_be_read_ends_with_two() {
    let folder = Folder::new();
    let (playbook, missing) = (folder.playbook(), folder.missing());
    assert_eq!(
        cuecard(&["reply", "-p", &playbook, &missing], b"").status,
        2
    );
    assert_eq!(cuecard(&["reply", "-p", &missing, "-"], b"hi").status, 2);
    assert_eq!(
        cuecard(&["reply", "-p", &playbook, "-"], b"caf\xe9").status,
        2
    );
}

//! JSON lines: order, bad lines, long streams.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::program::{Folder, cuecard};

#[test]
fn a_line_that_cannot_be_used_gets_an_error_in_its_place() {
    let mut input = b"{\"id\":\"1\",\"text\":\"one\"}\nnot json\n\n{\"id\":\"4\"}\n[1]\n{\"id\":\"6\",\"text\":5}\n".to_vec();
    input.extend(b"{\"id\":\"7\",\"text\":\"\xff\"}\n{\"id\":\"8\",\"text\":\"\\ud83d\"}\n{\"id\":\"9\",\"text\":\"nine\"}");
    let ran = cuecard(&["count", "--platform", "x", "--jsonl", "-"], &input);
    let lines = ran.lines();
    assert_eq!(lines.len(), 9);
    for (number, id) in [
        (2, json!(null)),
        (3, json!(null)),
        (4, json!("4")),
        (5, json!(null)),
        (6, json!("6")),
        (7, json!(null)),
        (8, json!(null)),
    ] {
        let line = &lines[number - 1];
        assert_eq!(
            (&line["id"], &line["line"]),
            (&id, &json!(number)),
            "{line}"
        );
        assert!(
            line["error"].as_str().is_some_and(|e| e.len() > 10),
            "{line}"
        );
        assert_eq!(line.as_object().map(|o| o.len()), Some(3));
    }
    assert_eq!(
        (&lines[0]["used"], &lines[8]["used"]),
        (&json!(3), &json!(4))
    );
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("7 of 9 lines"), "{}", ran.stderr);
}

#[test]
fn every_command_keeps_the_order_of_ten_thousand_lines() {
    let folder = Folder::new();
    let playbook = folder.playbook();
    let line = |n: usize| match n % 4 {
        0 => json!({"id": n, "text": "Visit our ER tonight", "platform": "x"}),
        1 => json!({"id": n, "text": "I want to die", "author": "Ana"}),
        2 => json!({"id": n, "text": "We're hiring: wrenfield.org/jobs 👩🏽‍⚕️", "kind": "post"}),
        _ => {
            json!({"id": n, "text": "where can I park?", "answering": {"text": "nice", "author": "Bo"}})
        }
    };
    let input: String = (0..10_000).map(|n| format!("{}\n", line(n))).collect();
    let file = folder.file("lines.jsonl", &input);
    for args in [
        vec!["count", "--platform", "x", "--jsonl", "-"],
        vec!["check", "-p", &playbook, "--jsonl", &file],
        vec!["reply", "-p", &playbook, "--jsonl", "-"],
    ] {
        let ran = cuecard(&args, input.as_bytes());
        let lines = ran.lines();
        assert_eq!(lines.len(), 10_000, "{args:?}: {}", ran.stderr);
        let in_order = lines
            .iter()
            .enumerate()
            .all(|(n, line)| line["id"] == json!(n));
        assert!(
            in_order && lines.iter().all(|line| line.get("error").is_none()),
            "{args:?}"
        );
        // The same line gives the same result, wherever it stands.
        let without_id = |n: usize| {
            let mut line = lines[n].clone();
            line["id"] = Value::Null;
            line
        };
        assert!(
            (0..4).all(|n| without_id(n) == without_id(n + 9_996)),
            "{args:?}"
        );
    }
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cuecard"))
        .args(["count", "--platform", "x", "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for n in 0..3 {
        writeln!(stdin, "{}", json!({"id": n, "text": "hello"})).unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], n);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn whoever_reads_may_stop_early() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cuecard"))
        .args(["count", "--platform", "x", "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    for _ in 0..20_000 {
        if writeln!(stdin, "{{\"text\":\"hello\"}}").is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

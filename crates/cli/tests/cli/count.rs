//! `cuecard count`.

use serde_json::json;

use crate::program::{Folder, cuecard};

#[test]
fn each_line_is_measured_by_the_platforms_rule() {
    let input = "{\"id\":\"1\",\"text\":\"Visit wrenfield.org\"}\n{\"id\":2,\"text\":\"👩🏽‍⚕️\"}\n{\"text\":\"\"}\n";
    let ran = cuecard(
        &["count", "--platform", "x", "--jsonl", "-"],
        input.as_bytes(),
    );
    assert_eq!(
        ran.lines(),
        [
            json!({"id": "1", "used": 29, "limit": 280, "unit": "weighted", "valid": true}),
            json!({"id": 2, "used": 2, "limit": 280, "unit": "weighted", "valid": true}),
            json!({"id": null, "used": 0, "limit": 280, "unit": "weighted", "valid": false}),
        ]
    );
    assert_eq!(ran.status, 0);
}

#[test]
fn a_line_may_name_its_own_platform_and_kind() {
    let input = r#"{"id":"1","text":"é","platform":"google-business","kind":"review"}"#;
    let ran = cuecard(&["count", "--jsonl", "-"], input.as_bytes());
    let want = json!({"id": "1", "used": 2, "limit": 4096, "unit": "bytes", "valid": true});
    assert_eq!(ran.lines(), [want]);
}

#[test]
fn files_are_measured_without_the_line_break_at_their_end() {
    let folder = Folder::new();
    let post = folder.file("post.txt", format!("{}\r\n", "a".repeat(281)));
    let ran = cuecard(&["count", "--platform", "x", &post], b"");
    assert_eq!(
        ran.stdout,
        format!("{post}: 281 of 280 (weighted): does not fit\n")
    );
    assert_eq!(ran.status, 0);
    let ran = cuecard(&["count", "--platform", "glassdoor"], b"hello\n");
    assert_eq!(ran.stdout, "stdin: 5 (code-points), no limit known\n");
    assert!(
        ran.stderr.contains("`glassdoor` is not known"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let folder = Folder::new();
    let (missing, post) = (folder.missing(), folder.file("post.txt", "hi"));
    let ran = cuecard(&["count", "--platform", "x", &missing, &post], b"");
    assert_eq!(ran.status, 2);
    assert_eq!(ran.stdout, format!("{post}: 2 of 280 (weighted): fits\n"));
    assert!(ran.stderr.contains("check its name"), "{}", ran.stderr);
}

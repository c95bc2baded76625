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
fn a_platform_may_be_called_by_its_other_names() {
    let input = "{\"text\":\"👩🏽‍⚕️\"}\n{\"text\":\"👩🏽‍⚕️\",\"platform\":\"GBP\",\"kind\":\"reply\"}\n";
    let ran = cuecard(
        &["count", "--platform", "Twitter", "--jsonl", "-"],
        input.as_bytes(),
    );
    assert_eq!(
        ran.lines(),
        [
            json!({"id": null, "used": 2, "limit": 280, "unit": "weighted", "valid": true}),
            json!({"id": null, "used": 17, "limit": 4096, "unit": "bytes", "valid": true}),
        ]
    );
}

/// Every rule, by one text that each of them measures in its own way.
#[test]
fn each_platform_has_its_rule() {
    let text = "Hi @ana@social.example, see https://wrenfield.example.com/visit 👩🏽‍⚕️";
    for (platform, used, limit, unit) in [
        ("x", 28 + 23 + 1 + 2, Some(280), "weighted"),
        ("bluesky", 28 + 27 + 1 + 1, Some(300), "bluesky-graphemes"),
        (
            "mastodon",
            3 + 4 + 6 + 23 + 2,
            Some(500),
            "mastodon-graphemes",
        ),
        ("phanpy", 38, Some(500), "mastodon-graphemes"),
        ("soapbox", 38, Some(500), "mastodon-graphemes"),
        ("threads", 28 + 35 + 1 + 17, Some(500), "threads"),
        ("instagram", 28 + 35 + 1 + 5, Some(2200), "code-points"),
        ("linkedin", 28 + 35 + 1 + 7, Some(3000), "utf16"),
        (
            "google-business",
            28 + 35 + 1 + 5,
            Some(1500),
            "code-points",
        ),
        ("nextdoor", 28 + 35 + 1 + 5, None, "code-points"),
    ] {
        let line = json!({"text": text, "platform": platform}).to_string();
        let ran = cuecard(&["count", "--jsonl", "-"], line.as_bytes());
        let want = json!({"id": null, "used": used, "limit": limit, "unit": unit, "valid": true});
        assert_eq!(ran.lines(), [want], "{platform}");
    }
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

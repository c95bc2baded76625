//! `cuecard check`.

use serde_json::{Value, json};

use crate::program::{Folder, Ran, cuecard};

fn check_lines(args: &[&str], input: &str) -> Ran {
    let folder = Folder::new();
    let playbook = folder.playbook();
    let mut all = vec!["check", "-p", playbook.as_str(), "--jsonl"];
    all.extend(args);
    all.push("-");
    cuecard(&all, input.as_bytes())
}

fn finding<'a>(result: &'a Value, rule: &str) -> &'a Value {
    let mut findings = result["findings"].as_array().unwrap().iter();
    let found = findings.find(|f| f["rule"] == rule);
    found.unwrap_or_else(|| panic!("no {rule} in {result}"))
}

#[test]
fn a_draft_a_line_gives_a_result_a_line() {
    let ran = check_lines(
        &[],
        r#"{"id":"1","text":"Visit 👩🏽‍⚕️ our ER tonight","platform":"x"}"#,
    );
    let lines = ran.lines();
    let found = finding(&lines[0], "words/er");
    assert_eq!(found["chars"], json!([16, 18]));
    assert_eq!(found["utf16"], json!([18, 20]));
    assert_eq!(found["level"], "warning");
    assert_eq!(found["fixes"][0], "emergency department");
    assert!(
        found["message"]
            .as_str()
            .unwrap()
            .contains("One name everywhere"),
        "{found}"
    );
    assert_eq!(
        (
            &lines[0]["id"],
            &lines[0]["count"]["used"],
            &lines[0]["count"]["limit"]
        ),
        (&json!("1"), &json!(23), &json!(280))
    );
    assert_eq!(ran.status, 0, "a warning is below the failing level");
}

#[test]
fn priorities_and_platform_defaults() {
    let ran = check_lines(
        &["--platform", "bluesky"],
        r#"{"id":1,"text":"We're hiring nurses"}"#,
    );
    let result = &ran.lines()[0];
    assert_eq!(result["count"]["limit"], 300);
    assert_eq!(result["priorities"][0]["name"], "Recruitment");
    let score = result["priorities"][0]["score"].as_f64().unwrap();
    assert!(
        score > 0.0 && score <= 1.0 && (score * 1000.0).fract().abs() < 1e-6,
        "{score}"
    );
    let none = check_lines(&[], r#"{"text":"hello"}"#);
    assert_eq!(none.lines()[0]["count"]["limit"], Value::Null);
}

#[test]
fn errors_fail_the_run_and_the_level_can_be_set() {
    let error = format!("{{\"text\":\"{}\",\"platform\":\"x\"}}", "word ".repeat(80));
    for (input, level, status) in [
        (error.as_str(), "error", 1),
        (r#"{"text":"our ER"}"#, "error", 0),
        (r#"{"text":"our ER"}"#, "warning", 1),
        (r#"{"text":"Our team is here for you."}"#, "suggestion", 0),
    ] {
        let ran = check_lines(&["--level", level], input);
        assert_eq!(ran.status, status, "{input} at {level}: {}", ran.stdout);
    }
}

#[test]
fn a_draft_that_answers_somebody_is_held_against_the_comment() {
    let line = json!({"id": 1, "text": "We're sorry about your diabetes.",
        "answering": {"text": "I waited for hours with my diabetes", "author": "Carla Mendes"}});
    let ran = check_lines(&[], &line.to_string());
    let guarded = |ran: &Ran| ran.stdout.contains("reply-guard/");
    assert!(guarded(&ran), "{}", ran.stdout);
    let post = json!({"id": 1, "text": line["text"]});
    assert!(!guarded(&check_lines(&[], &post.to_string())));
    // The same from files.
    let folder = Folder::new();
    let (playbook, draft) = (
        folder.playbook(),
        folder.file("draft.txt", line["text"].as_str().unwrap()),
    );
    let comment = folder.file("comment.txt", "I waited for hours with my diabetes\n");
    let args = [
        "check",
        "-p",
        &playbook,
        "--answering",
        &comment,
        "--author",
        "Carla Mendes",
        "--format",
        "json",
        &draft,
    ];
    let ran = cuecard(&args, b"");
    assert!(guarded(&ran), "{}", ran.stdout);
    assert_eq!(ran.json()["drafts"][0]["id"], json!(draft));
}

#[test]
fn people_read_file_line_and_column() {
    let folder = Folder::new();
    let (playbook, draft) = (
        folder.playbook(),
        folder.file("draft.txt", "\u{FEFF}Good news.\r\n\r\nÉtudes: our ER\r\n"),
    );
    let ran = cuecard(&["check", "-p", &playbook, "--platform", "x", &draft], b"");
    assert!(
        ran.stdout
            .contains(&format!("{draft}:3:13: warning words/er “ER”: ")),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("    fix: emergency department\n"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains(&format!("{draft}: length 26 of 280\n")),
        "{}",
        ran.stdout
    );
    assert!(ran.stderr.contains("1 draft, "), "{}", ran.stderr);
    let ran = cuecard(&["check", "-p", &playbook, "-"], b"our ER");
    assert!(
        ran.stdout.starts_with("stdin:1:5: warning words/er"),
        "{}",
        ran.stdout
    );
}

#[test]
fn review_tools_get_sarif_with_fixes() {
    let folder = Folder::new();
    let (playbook, draft) = (folder.playbook(), folder.file("draft.txt", "our ER"));
    let ran = cuecard(
        &["check", "-p", &playbook, "--format", "sarif", &draft],
        b"",
    );
    let log = ran.json();
    assert_eq!(
        (&log["version"], &log["runs"][0]["columnKind"]),
        (&json!("2.1.0"), &json!("unicodeCodePoints"))
    );
    let results = log["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|r| r["ruleId"] == "words/er").unwrap();
    let region = json!({"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 7});
    assert_eq!(result["locations"][0]["physicalLocation"]["region"], region);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(
        replacement["insertedContent"]["text"],
        "emergency department"
    );
    assert!(replacement["deletedRegion"]["startColumn"].is_u64());
}

#[test]
fn wrong_calls_end_with_two() {
    let folder = Folder::new();
    let (playbook, missing) = (folder.playbook(), folder.missing());
    for args in [
        vec!["check", "-"],
        vec!["check", "-p", &missing, "-"],
        vec!["check", "-p", &playbook, &missing],
        vec!["check", "-p", &playbook, "--kind", "tweet", "-"],
        vec!["check", "-p", &playbook, "--today", "soon", "-"],
        vec!["check", "-p", &playbook, "--answering", &missing, "-"],
        vec!["check", "-p", "-", "-"],
        vec!["reply", "-p", "-", "-"],
        vec!["frobnicate"],
        vec![],
    ] {
        let ran = cuecard(&args, b"text");
        assert_eq!(ran.status, 2, "{args:?}: {}", ran.stdout);
        assert!(!ran.stderr.is_empty(), "{args:?}");
    }
}

/// The rules that speak of a draft, with their level and place.
fn rules(args: &[&str], line: &Value) -> Vec<String> {
    let ran = check_lines(args, &line.to_string());
    let lines = ran.lines();
    let findings = lines[0]["findings"].as_array().unwrap();
    let show = |f: &Value| {
        format!(
            "{} {} {}",
            f["rule"].as_str().unwrap(),
            f["level"].as_str().unwrap(),
            f["chars"]
        )
    };
    findings.iter().map(show).collect()
}

#[test]
fn every_pack_speaks() {
    for (line, want) in [
        (
            json!({"text": "SSN 078-05-1123"}),
            "privacy/ssn error [4,15]",
        ),
        (
            json!({"text": "Text her: (415) 555-0132"}),
            "privacy/phone warning [10,24]",
        ),
        (
            json!({"text": "A 97-year-old dances"}),
            "privacy/age warning [2,13]",
        ),
        (
            json!({"text": "A class for #diabeticfriendlyfood"}),
            "access/hashtag-case suggestion [12,33]",
        ),
        (
            json!({"text": "We did it 🎉🎉🎉🎉"}),
            "access/emoji suggestion [10,14]",
        ),
        (
            json!({"text": "Join our 𝗵𝗲𝗮𝗹𝘁𝗵 fair"}),
            "access/fancy-text warning [9,15]",
        ),
        (
            json!({"text": "FREE FLU SHOTS today"}),
            "access/caps suggestion [0,14]",
        ),
        (
            json!({"text": "Click here for hours"}),
            "access/link-text suggestion [0,10]",
        ),
        (
            json!({"text": "Our lobby", "media": "undescribed"}),
            "access/alt-text warning [0,0]",
        ),
        (
            json!({"text": "A class for drug addicts"}),
            "stigma/drug-addicts suggestion [12,24]",
        ),
        (
            json!({"text": "The most trusted name in care"}),
            "ftc/superlative warning [4,16]",
        ),
        (
            json!({"text": "Our FDA-registered laser"}),
            "fda/status suggestion [4,18]",
        ),
        (
            json!({"text": "The lobby was painted this week and looks nice."}),
            "priorities/none suggestion [0,0]",
        ),
    ] {
        let got = rules(&[], &line);
        assert!(got.iter().any(|r| r == want), "{line}: {got:?}, not {want}");
    }
    // The playbook's own number is no finding.
    assert_eq!(
        rules(&[], &json!({"text": "Call 555-0100"})),
        Vec::<String>::new()
    );
}

#[test]
fn a_pack_of_ones_own_is_read() {
    let folder = Folder::new();
    let pack = folder.file("own.md", "---\nowner: us\n---\n## Words\n*Rule: house/ · Posts: error · Replies: error*\n\nWe say it so.\n\n### Words\n- clinic → practice\n");
    let got = rules(&["--pack", &pack], &json!({"text": "Our clinic"}));
    assert_eq!(got, ["house/clinic error [4,10]"]);
    assert_eq!(
        rules(&[], &json!({"text": "Our clinic"})),
        Vec::<String>::new()
    );
}

//! `cuecard lint`.

use serde_json::json;

use crate::program::{Folder, PLAYBOOK, cuecard};

#[test]
fn a_sound_playbook_has_no_errors() {
    let folder = Folder::new();
    let ran = cuecard(&["lint", &folder.playbook()], b"");
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stdout.contains(": error "), "{}", ran.stdout);
}

#[test]
fn a_playbooks_own_tests_are_run() {
    let folder = Folder::new();
    let tests = "\n## Tests\n- Bad: Visit our ER tonight → ER\n- Good: Visit our ER tonight\n";
    let broken = folder.file("broken.md", format!("{PLAYBOOK}{tests}"));
    let line = PLAYBOOK.lines().count() + 4;
    let ran = cuecard(&["lint", &broken], b"");
    assert_eq!(ran.status, 1, "{}", ran.stdout);
    let at = format!("{broken}:{line}:");
    let failed: Vec<&str> = ran.stdout.lines().filter(|l| l.starts_with(&at)).collect();
    assert_eq!(failed.len(), 1, "{}", ran.stdout);
    assert!(failed[0].contains(" error "), "{}", failed[0]);
    assert!(ran.stdout.contains("    fix: "), "{}", ran.stdout);
}

/// The messages under a code, of a playbook.
fn under(code: &str, playbook: &str) -> Vec<String> {
    let ran = cuecard(&["lint", "-", "--format", "json"], playbook.as_bytes());
    assert_eq!(ran.status, 0, "{}", ran.stdout);
    let json = ran.json();
    let all = json["diagnostics"].as_array().unwrap().iter();
    let of = all.filter(|d| d["code"] == code);
    of.map(|d| d["message"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_a_playbook_leaves_open_about_escalation_is_said() {
    const MISSING: &str = "escalation/no-protocol";
    let without = under(MISSING, PLAYBOOK);
    assert!(without.iter().any(|m| m.contains("On call")), "{without:?}");
    // A protocol for one of them: that is not said any more.
    let press = "### A reporter asks {#press}\n- Level: serious\n- Tell: On call within 1 hour\n\n## Privacy";
    let press = PLAYBOOK.replace("## Privacy", press);
    assert_eq!(under(MISSING, &press).len(), without.len() - 1);
    const NOBODY: &str = "escalation/nobody-on-call";
    assert_eq!(under(NOBODY, PLAYBOOK), [""; 0]);
    let alone = PLAYBOOK.replace(
        "| On call | Administrator on call | 555-0111 | always |\n",
        "",
    );
    assert_eq!(under(NOBODY, &alone).len(), 1);
}

#[test]
fn the_machine_forms_name_file_line_and_code() {
    let folder = Folder::new();
    let broken = folder.file(
        "b k.md",
        format!("{PLAYBOOK}\n## Tests\n- Good: Visit our ER tonight\n"),
    );
    let ran = cuecard(&["lint", &broken, "--format", "json"], b"");
    assert_eq!(ran.status, 1);
    let json = ran.json();
    assert_eq!(json["version"], 1);
    let diagnostics = json["diagnostics"].as_array().unwrap();
    let failed = diagnostics.iter().find(|d| d["level"] == "error").unwrap();
    assert_eq!(failed["file"], json!(broken));
    for key in ["code", "message", "help"] {
        assert!(
            failed[key].as_str().is_some_and(|text| !text.is_empty()),
            "{failed}"
        );
    }

    let ran = cuecard(&["lint", &broken, "--format", "sarif"], b"");
    assert_eq!(ran.status, 1);
    let run = &ran.json()["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), diagnostics.len());
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert!(
        place["artifactLocation"]["uri"]
            .as_str()
            .unwrap()
            .ends_with("/b%20k.md")
    );
    assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(
        results
            .iter()
            .all(|r| rules.iter().any(|rule| rule["id"] == r["ruleId"]))
    );
}

#[test]
fn the_failing_level_can_be_set() {
    let folder = Folder::new();
    // A section that nothing is known about is at most a warning.
    let odd = folder.file(
        "odd.md",
        format!("{PLAYBOOK}\n## Zebra crossing\nstripes\n"),
    );
    assert_eq!(cuecard(&["lint", &odd], b"").status, 0);
    assert_eq!(
        cuecard(&["lint", &odd, "--level", "suggestion"], b"").status,
        1
    );
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let folder = Folder::new();
    let (missing, good) = (folder.missing(), folder.playbook());
    let latin = folder.file("latin.md", b"# Caf\xc3\xa9\n\ncaf\xe9\n");
    let ran = cuecard(&["lint", &missing, &latin, &good, "--format", "json"], b"");
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.contains(&format!("{missing}: cannot be read")),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains(&format!("{latin}:3: not UTF-8")),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.json()["version"], 1);
    assert_eq!(cuecard(&["lint"], b"").status, 2);
    assert_eq!(cuecard(&["lint", "--format", "xml", &good], b"").status, 2);
}

#[test]
fn a_playbook_may_come_from_standard_input() {
    let ran = cuecard(&["lint", "-", "--level", "error"], PLAYBOOK.as_bytes());
    assert_eq!(ran.status, 0, "{}", ran.stdout);
}

//! Links in a hospital's posts; the conformance suite is run from `count/tests.rs`.

use super::*;

fn found(text: &str, bare: Bare) -> Vec<&str> {
    links(text, bare).into_iter().map(|s| s.of(text)).collect()
}

#[test]
fn a_hospitals_links() {
    for (text, want) in [
        (
            "Book at wrenfield.example.com.",
            vec!["wrenfield.example.com"],
        ),
        (
            "See https://wrenfield.org/visit?ward=3, please",
            vec!["https://wrenfield.org/visit?ward=3"],
        ),
        ("Dr.Okafor is in.Then call", vec![]),
        ("mail relations@wrenfield.org", vec![]),
        ("(wrenfield.org/a_(b))", vec!["wrenfield.org/a_(b)"]),
        ("#wrenfield.org @wrenfield.org", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(found(text, Bare::Counts), want, "{text}");
    }
    assert_eq!(
        found("wrenfield.org http://wrenfield.org", Bare::IsText),
        ["http://wrenfield.org"]
    );
}

/// A regular expression takes time quadratic in these.
#[test]
fn long_runs_take_linear_time() {
    for unit in ["あ", "a.", "a_", "(", "http://", "日.com", "a-", "e.co/("] {
        let text = unit.repeat(100_000);
        let _ = links(&text, Bare::Counts);
        let _ = links(&text, Bare::IsText);
    }
}

//! What a platform takes: length, hashtags, links.

#![allow(clippy::unwrap_used)]

use cuecard_checks::{Checker, Draft, Finding, Level};
use cuecard_platforms::{ComposerKind, Shown};
use cuecard_playbook::Playbook;

fn report(
    platform: &str,
    kind: ComposerKind,
    limit: Option<usize>,
    text: &str,
) -> cuecard_checks::Report {
    Checker::new(&Playbook::default()).check(&Draft {
        text,
        platform: Some(platform),
        kind,
        limit,
        ..Draft::default()
    })
}

fn findings(platform: &str, kind: ComposerKind, text: &str) -> Vec<Finding> {
    let mut found = report(platform, kind, None, text).findings;
    found.retain(|f| f.rule.starts_with("length/"));
    found
}

/// Rule, level and marked text.
fn lines(platform: &str, kind: ComposerKind, text: &str) -> Vec<(String, Level, String)> {
    findings(platform, kind, text)
        .into_iter()
        .map(|f| (f.rule, f.level, f.span.of(text).to_owned()))
        .collect()
}

#[test]
fn the_first_hashtag_beyond_the_most_is_marked() {
    use ComposerKind::{Message, Post, Reply};
    let six = "Join us #a #b #c #d #e #f";
    for (platform, kind, text, marked) in [
        ("instagram", Post, six, Some("#f")),
        ("instagram", Reply, six, Some("#f")),
        ("instagram", Message, six, None),
        ("instagram", Post, "Join us #a #b #c #d #e", None),
        ("tiktok", Post, six, Some("#f")),
        ("tiktok", Reply, six, None),
        ("threads", Post, "#nurses and #doctors", Some("#doctors")),
        ("threads", Post, "#nurses and #1, doctors#x", None),
        ("x", Post, six, None),
        ("unknown", Post, six, None),
    ] {
        let want: Vec<_> = marked
            .map(|m| ("length/hashtags".to_owned(), Level::Warning, m.to_owned()))
            .into_iter()
            .collect();
        assert_eq!(lines(platform, kind, text), want, "{platform} {kind:?}");
    }
    let message = &findings("instagram", Post, six)[0].message;
    assert_eq!(
        message,
        "6 hashtags; this site takes 5 at most. Take 1 out."
    );
}

#[test]
fn a_badly_known_limit_is_only_a_suggestion() {
    let many: String = (0..61).map(|n| format!("#tag{n} ")).collect();
    let found = findings("youtube", ComposerKind::Post, &many);
    assert_eq!(
        (found[0].rule.as_str(), found[0].level),
        ("length/hashtags", Level::Suggestion)
    );
    assert!(found[0].message.contains("as far as is known"));
    // A comment's length on YouTube is folklore, on X it is the rule.
    for (platform, length, level) in [
        ("youtube", 10_001, Level::Warning),
        ("x", 281, Level::Error),
    ] {
        let found = findings(platform, ComposerKind::Reply, &"a".repeat(length));
        assert_eq!(
            (found[0].rule.as_str(), found[0].level),
            ("length/over", level),
            "{platform}"
        );
    }
}

#[test]
fn the_same_link_twice_is_one() {
    let links = |n: usize| -> String {
        (1..=n)
            .map(|i| format!("https://a{i}.example.com "))
            .collect()
    };
    let post = ComposerKind::Post;
    assert_eq!(lines("threads", post, &links(5)), []);
    assert_eq!(lines("threads", post, &(links(5) + &links(5))), []);
    let six = lines("threads", post, &links(6));
    let want = (
        "length/links".to_owned(),
        Level::Warning,
        "https://a6.example.com".to_owned(),
    );
    assert_eq!(six, [want]);
    assert_eq!(lines("mastodon", post, &links(6)), []);
}

#[test]
fn the_pages_own_limit_stands_in_place_of_the_known_one() {
    let text = "a".repeat(600);
    for (limit, over) in [(None, true), (Some(5000), false), (Some(300), true)] {
        let report = report("mastodon", ComposerKind::Post, limit, &text);
        assert_eq!(report.count.limit, limit.or(Some(500)));
        assert_eq!(report.count.shows, Shown::Remaining);
        assert_eq!(report.count.valid, !over, "{limit:?}");
        let found = report.findings.iter().find(|f| f.rule == "length/over");
        let start = found.map(|f| f.span.start);
        assert_eq!(start, over.then_some(limit.unwrap_or(500)), "{limit:?}");
    }
    // Where nothing is known of a platform, its page is not asked either.
    assert_eq!(
        report("nextdoor", ComposerKind::Post, Some(10), &text)
            .count
            .limit,
        None
    );
}

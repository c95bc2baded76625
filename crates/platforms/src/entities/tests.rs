//! Every case of twitter-text's and Bluesky's suites that is about what stands in a text.

use serde_json::Value;

use super::*;
use crate::count::tests::{list, suite};

const X: Option<&str> = Some("x");
const BLUESKY: Option<&str> = Some("bluesky");

type Find = fn(Option<&str>, &str) -> Vec<Span>;

fn texts<'a>(find: Find, platform: Option<&str>, text: &'a str) -> Vec<&'a str> {
    let found = find(platform, text);
    found.into_iter().map(|span| span.of(text)).collect()
}

/// Without its sign.
fn bare(text: &str) -> &str {
    text.trim_start_matches(['#', '＃', '@', '＠', '$'])
}

fn strings(value: &Value) -> Vec<&str> {
    let list = value.as_array().unwrap();
    list.iter().map(|item| item.as_str().unwrap()).collect()
}

#[test]
fn names_agree_with_twitter_texts_suite() {
    let Some(suite) = suite("twitter-text/extract.json") else {
        return;
    };
    let groups: [(&str, Find, usize); 5] = [
        ("mentions", mentions, 14),
        ("hashtags", hashtags, 44),
        ("hashtags_from_astral", hashtags, 1),
        ("cashtags", cashtags, 4),
        ("tco_urls_with_params", links, 4),
    ];
    for (group, find, cases) in groups {
        assert_eq!(list(&suite, group).len(), cases);
        for case in list(&suite, group) {
            let text = case["text"].as_str().unwrap();
            let found: Vec<&str> = texts(find, X, text).into_iter().map(bare).collect();
            assert_eq!(
                found,
                strings(&case["expected"]),
                "{group}: {}",
                case["description"]
            );
        }
    }
}

#[test]
fn places_agree_with_twitter_texts_suite() {
    let Some(suite) = suite("twitter-text/extract.json") else {
        return;
    };
    let groups: [(&str, &str, Find, usize); 3] = [
        ("mentions_with_indices", "screen_name", mentions, 2),
        ("hashtags_with_indices", "hashtag", hashtags, 5),
        ("cashtags_with_indices", "cashtag", cashtags, 2),
    ];
    for (group, name, find, cases) in groups {
        assert_eq!(list(&suite, group).len(), cases);
        for case in list(&suite, group) {
            let text = case["text"].as_str().unwrap();
            let units = |byte: usize| text[..byte].encode_utf16().count();
            let found: Vec<Value> = find(X, text)
                .into_iter()
                .map(|s| serde_json::json!({name: bare(s.of(text)), "indices": [units(s.start), units(s.end)]}))
                .collect();
            assert_eq!(
                found,
                list(case, "expected"),
                "{group}: {}",
                case["description"]
            );
        }
    }
}

/// A list of accounts (`@name/list`) is no mention, all else in this group is.
#[test]
fn lists_are_told_from_mentions() {
    let Some(suite) = suite("twitter-text/extract.json") else {
        return;
    };
    for case in list(&suite, "mentions_or_lists_with_indices") {
        let text = case["text"].as_str().unwrap();
        let want: Vec<&str> = list(case, "expected")
            .iter()
            .filter(|item| item["list_slug"] == "")
            .filter_map(|item| item["screen_name"].as_str())
            .collect();
        let found: Vec<&str> = texts(mentions, X, text).into_iter().map(bare).collect();
        assert_eq!(found, want, "{}", case["description"]);
    }
}

/// A reply begins with a mention.
#[test]
fn replies_agree_with_twitter_texts_suite() {
    let Some(suite) = suite("twitter-text/extract.json") else {
        return;
    };
    assert_eq!(list(&suite, "replies").len(), 7);
    for case in list(&suite, "replies") {
        let text = case["text"].as_str().unwrap();
        let start = text.len() - text.trim_start().len();
        let first = mentions(X, text).into_iter().find(|s| s.start == start);
        let found = first.map(|span| bare(span.of(text)));
        assert_eq!(found, case["expected"].as_str(), "{}", case["description"]);
    }
}

/// Valid is what is found as a whole.
#[test]
fn validity_agrees_with_twitter_texts_suite() {
    let Some(suite) = suite("twitter-text/validate.json") else {
        return;
    };
    let groups: [(&str, Find); 2] = [("usernames", mentions), ("hashtags", hashtags)];
    for (group, find) in groups {
        for case in list(&suite, group) {
            let text = case["text"].as_str().unwrap();
            let whole = texts(find, X, text) == [text];
            assert_eq!(whole, case["expected"], "{group}: {}", case["description"]);
        }
    }
}

/// What the suite makes into links is what is found.
#[test]
fn what_becomes_clickable_agrees_with_twitter_texts_suite() {
    let Some(suite) = suite("twitter-text/autolink.json") else {
        return;
    };
    let mut cases = 0;
    let groups: [(&str, &str, Find); 3] = [
        ("hashtags", "tweet-url hashtag", hashtags),
        ("usernames", "tweet-url username", mentions),
        ("cashtags", "tweet-url cashtag", cashtags),
    ];
    for (group, class, find) in groups {
        for case in list(&suite, group) {
            let text = case["text"].as_str().unwrap();
            let html = case["expected"].as_str().unwrap();
            let found: Vec<&str> = texts(find, X, text).into_iter().map(bare).collect();
            assert_eq!(
                found,
                anchors(html, class),
                "{group}: {}",
                case["description"]
            );
            cases += 1;
        }
    }
    assert_eq!(cases, 61);
}

/// The texts of the anchors of a class.
fn anchors<'a>(html: &'a str, class: &str) -> Vec<&'a str> {
    let anchors = html.split("<a ").skip(1);
    anchors
        .filter(|anchor| anchor.contains(class))
        .filter_map(|anchor| Some(bare(anchor.split_once('>')?.1.split("</a>").next()?)))
        .collect()
}

#[test]
fn everything_agrees_with_blueskys_suite() {
    let Some(suite) = suite("bluesky-richtext/detection.json") else {
        return;
    };
    for case in list(&suite, "facets") {
        let text = case["text"].as_str().unwrap();
        let want = |what: &str| -> Vec<&str> {
            list(case, "segments")
                .iter()
                .filter(|segment| segment[1].as_str().is_some_and(|to| to.starts_with(what)))
                .filter_map(|segment| segment[0].as_str())
                .collect()
        };
        assert_eq!(texts(mentions, BLUESKY, text), want("did:"), "{text}");
        assert_eq!(texts(links, BLUESKY, text), want("http"), "{text}");
    }
    let groups: [(&str, Find, usize); 2] = [("tags", hashtags, 25), ("cashtags", cashtags, 10)];
    for (group, find, cases) in groups {
        assert_eq!(list(&suite, group).len(), cases);
        for case in list(&suite, group) {
            let text = case["text"].as_str().unwrap();
            let places: Vec<Value> = find(BLUESKY, text)
                .into_iter()
                .map(|s| serde_json::json!({"byteStart": s.start, "byteEnd": s.end}))
                .collect();
            assert_eq!(places, list(case, "byteIndices"), "{group}: {text}");
            let found: Vec<String> = texts(find, BLUESKY, text)
                .into_iter()
                .map(|tag| match group {
                    "tags" => tag.chars().skip(1).collect(),
                    _ => tag.to_uppercase(),
                })
                .collect();
            assert_eq!(found, strings(&case["tags"]), "{group}: {text}");
        }
    }
}

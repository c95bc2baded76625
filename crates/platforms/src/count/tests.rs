//! Counting, against tables of our own and the suites in `CUECARD_SUITES`, read in place.

use std::path::PathBuf;

use serde_json::Value;

use super::weighted::Emoji;
use super::*;

/// A file of the suites that nobody of this project wrote; none, said loudly, when they are not there.
pub(crate) fn suite(path: &str) -> Option<Value> {
    let root = std::env::var_os("CUECARD_SUITES").map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../shared/suites"
            ))
        },
        PathBuf::from,
    );
    let file = root.join(path);
    match std::fs::read_to_string(&file) {
        Ok(text) => Some(serde_json::from_str(&text).expect("a suite's JSON")),
        Err(error) => {
            eprintln!("LEFT OUT: {} cannot be read ({error})", file.display());
            None
        }
    }
}

pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().expect("a list").as_slice()
}

#[test]
fn weighted_length_agrees_with_twitter_texts_suite() {
    let Some(suite) = suite("twitter-text/validate.json") else {
        return;
    };
    let mut cases = 0;
    for (group, emoji) in [
        ("WeightedTweetsCounterTest", Emoji::ByCodePoint),
        ("WeightedTweetsWithDiscountedEmojiCounterTest", Emoji::Whole),
        ("UnicodeDirectionalMarkerCounterTest", Emoji::Whole),
    ] {
        for case in list(&suite, group) {
            let (name, text) = (&case["description"], case["text"].as_str().unwrap());
            let (pieces, refused) = weighted::pieces(text, emoji);
            let used: usize = pieces.iter().map(|piece| piece.cost).sum();
            let want = case["expected"]["weightedLength"].as_u64().unwrap();
            assert_eq!(used as u64, want, "{name}");
            let valid = !refused && used > 0 && used <= 280;
            assert_eq!(valid, case["expected"]["valid"], "{name}");
            if emoji == Emoji::Whole {
                let whole = count(Some("x"), ComposerKind::Post, text);
                assert_eq!((whole.used, whole.valid), (used, valid), "{name}");
                check_limit_start(name, text, &case["expected"], refused);
            }
            cases += 1;
        }
    }
    assert_eq!(cases, 31);
}

/// This group is of the days of 140 characters, when all of them weighed the same and only links did not.
#[test]
fn older_lengths_agree_with_twitter_texts_suite() {
    let Some(suite) = suite("twitter-text/validate.json") else {
        return;
    };
    assert_eq!(list(&suite, "tweets").len(), 7);
    for case in list(&suite, "tweets") {
        let (pieces, refused) =
            weighted::pieces(case["text"].as_str().unwrap(), Emoji::ByCodePoint);
        let used: usize = pieces
            .iter()
            .map(|piece| if piece.cost == 2 { 1 } else { piece.cost })
            .sum();
        let valid = !refused && (1..=140).contains(&used);
        assert_eq!(valid, case["expected"], "{}", case["description"]);
    }
}

/// `validRangeEnd` is the last UTF-16 unit within the limit; a grapheme begins behind it.
fn check_limit_start(name: &Value, text: &str, expected: &Value, refused: bool) {
    let start = limit_start(Some("x"), ComposerKind::Post, text);
    let over = expected["weightedLength"].as_u64().unwrap() > 280;
    assert_eq!(start.is_some(), over, "{name}");
    if let (Some(start), false) = (start, refused) {
        let units = text[..start].encode_utf16().count() as u64;
        assert_eq!(
            units,
            expected["validRangeEnd"].as_u64().unwrap() + 1,
            "{name}"
        );
    }
}

#[test]
fn links_agree_with_twitter_texts_suite() {
    use crate::links::{Bare, links};
    let Some(suite) = suite("twitter-text/extract.json") else {
        return;
    };
    for case in list(&suite, "urls") {
        let text = case["text"].as_str().unwrap();
        let found: Vec<&str> = links(text, Bare::Counts)
            .into_iter()
            .map(|s| s.of(text))
            .collect();
        let want: Vec<&str> = list(case, "expected")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(found, want, "{}", case["description"]);
    }
    for case in list(&suite, "urls_with_indices") {
        let text = case["text"].as_str().unwrap();
        let units = |byte: usize| text[..byte].encode_utf16().count();
        let found: Vec<Value> = links(text, Bare::Counts)
            .into_iter()
            .map(|s| serde_json::json!({"url": s.of(text), "indices": [units(s.start), units(s.end)]}))
            .collect();
        assert_eq!(found, list(case, "expected"), "{}", case["description"]);
    }
}

#[test]
fn graphemes_agree_with_blueskys_suite() {
    let Some(suite) = suite("bluesky-richtext/grapheme_len.json") else {
        return;
    };
    for case in suite.as_array().unwrap() {
        let text = case["text"].as_str().unwrap();
        let used = count(Some("bluesky"), ComposerKind::Post, text).used;
        assert_eq!(used as u64, case["graphemes"].as_u64().unwrap(), "{text}");
    }
}

#[test]
fn links_agree_with_blueskys_suite() {
    let Some(suite) = suite("bluesky-richtext/detection.json") else {
        return;
    };
    for case in list(&suite, "facets") {
        let text = case["text"].as_str().unwrap();
        let found: Vec<&str> = bluesky::links(text)
            .into_iter()
            .map(|s| s.of(text))
            .collect();
        let want: Vec<&str> = list(case, "segments")
            .iter()
            .filter(|segment| segment[1].as_str().is_some_and(|to| to.starts_with("http")))
            .filter_map(|segment| segment[0].as_str())
            .collect();
        assert_eq!(found, want, "{text}");
    }
}

/// Of each kind of sequence some, and all that Emoji 17 adds.
#[test]
fn every_emoji_counts_two_on_x() {
    for emoji in [
        "🙂",
        "☝",
        "☝️",
        "☝🏿",
        "🫱🏻\u{200D}🫲🏿",
        "1️⃣",
        "*️⃣",
        "🇺🇸",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "🏳️\u{200D}⚧️",
        "👁️\u{200D}🗨️",
        "👩🏽\u{200D}❤️\u{200D}💋\u{200D}👨🏿",
        "🧑\u{200D}🧑\u{200D}🧒\u{200D}🧒",
        "🏃🏽\u{200D}♀️\u{200D}➡️",
        "🧑🏽\u{200D}🦯\u{200D}➡️",
        "🙂\u{200D}↔️",
        "🐦\u{200D}🔥",
        "⛓️\u{200D}💥",
        "\u{1FAE9}",
        "\u{1FADF}",
        "\u{1FAEA}",
        "\u{1FAEF}",
        "\u{1FAC8}",
        "\u{1FACD}",
        "\u{1F6D8}",
        "\u{1FA8A}",
        "\u{1FA8E}",
        "🧑🏽\u{200D}\u{1FA70}",
        "👯🏻\u{200D}♂️",
        "👩🏻\u{200D}🐰\u{200D}👨🏿",
        "🤼🏽",
    ] {
        assert_eq!(
            count(Some("x"), ComposerKind::Post, emoji).used,
            2,
            "{emoji}"
        );
        let pair = format!("{emoji}{emoji} a");
        assert_eq!(
            count(Some("x"), ComposerKind::Post, &pair).used,
            6,
            "{pair}"
        );
    }
}

#[test]
fn each_platform_counts_in_its_own_way() {
    use ComposerKind::{Message, Post, Reply, Review};
    let nurse = "👩🏽‍⚕️";
    for (platform, kind, text, used, limit, unit) in [
        (Some("x"), Post, nurse, 2, Some(280), Unit::Weighted),
        (
            Some("bluesky"),
            Reply,
            nurse,
            1,
            Some(300),
            Unit::BlueskyGraphemes,
        ),
        (
            Some("mastodon"),
            Reply,
            nurse,
            1,
            Some(500),
            Unit::MastodonGraphemes,
        ),
        (
            Some("instagram"),
            Reply,
            nurse,
            5,
            Some(2200),
            Unit::CodePoints,
        ),
        (Some("linkedin"), Post, nurse, 7, Some(3000), Unit::Utf16),
        (
            Some("google-business"),
            Review,
            nurse,
            17,
            Some(4096),
            Unit::Bytes,
        ),
        (
            Some("bluesky"),
            Message,
            nurse,
            1,
            Some(1000),
            Unit::Graphemes,
        ),
        (Some("x"), Message, nurse, 5, None, Unit::CodePoints),
        (Some("unknown"), Post, nurse, 5, None, Unit::CodePoints),
        (None, Post, nurse, 5, None, Unit::CodePoints),
    ] {
        let got = count(platform, kind, text);
        assert_eq!(
            (got.used, got.limit, got.unit, got.valid),
            (used, limit, unit, true),
            "{platform:?} {kind:?}"
        );
    }
}

#[test]
fn a_text_is_valid_within_every_limit_and_not_empty() {
    let nurse = "👩🏽‍⚕️";
    for (platform, text, valid) in [
        ("x", "a".repeat(280), true),
        ("x", "a".repeat(281), false),
        ("x", " \n".to_owned(), false),
        ("x", "a\u{FFFF}".to_owned(), false),
        // 176 graphemes, but 3,009 bytes at 177.
        ("bluesky", nurse.repeat(176), true),
        ("bluesky", nurse.repeat(177), false),
        ("nextdoor", "a".repeat(100_000), true),
    ] {
        let got = count(Some(platform), ComposerKind::Post, &text);
        assert_eq!(got.valid, valid, "{platform} {}", text.len());
    }
}

#[test]
fn marking_begins_at_a_whole_grapheme() {
    let nurse = "👩🏽‍⚕️";
    let reply = ComposerKind::Reply;
    for (platform, text, start) in [
        ("x", "a".repeat(280), None),
        ("x", format!("{}b", "a".repeat(280)), Some(280)),
        ("x", format!("{}{nurse}", "a".repeat(279)), Some(279)),
        // A letter and an accent that stays apart: the letter is marked with it.
        ("x", format!("{}q\u{301}", "a".repeat(279)), Some(279)),
        // The same in a decomposed text: offsets are those of the source.
        ("x", format!("{}x", "e\u{301}".repeat(280)), Some(840)),
        ("x", format!("{} wrenfield.org", "a".repeat(270)), Some(271)),
        ("tiktok", nurse.repeat(31), Some(nurse.len() * 30)),
        ("bluesky", nurse.repeat(177), Some(nurse.len() * 176)),
        ("google-business", "é".repeat(2049), Some(4096)),
        ("nextdoor", "a".repeat(9999), None),
        ("unknown", "a".repeat(9999), None),
    ] {
        assert_eq!(
            limit_start(Some(platform), reply, &text),
            start,
            "{platform} {}",
            text.len()
        );
        assert!(start.is_none_or(|at| text.is_char_boundary(at)));
    }
}

#[test]
fn cutting_only_where_it_is_needed_gives_the_same_clusters() {
    const PARTS: [&str; 16] = [
        "a",
        "b",
        " ",
        "\r",
        "\n",
        "\r\n",
        "e\u{301}",
        "\u{301}",
        "é",
        "👩🏽‍⚕️",
        "\u{200D}",
        "🇺",
        "🇸",
        "\u{600}",
        "漢",
        "1\u{FE0F}\u{20E3}",
    ];
    let mut state = 1_u64;
    for _ in 0..5_000 {
        let mut text = String::new();
        for _ in 0..8 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            text.push_str(PARTS[(state >> 33) as usize % PARTS.len()]);
        }
        let mut pieces = Vec::new();
        each(&text, Span::new(0, text.len()), str::len, &mut pieces);
        let got: Vec<(usize, usize)> = pieces.iter().map(|p| (p.at, p.cost)).collect();
        let mut at = 0;
        let want: Vec<(usize, usize)> = graphemes(&text)
            .map(|g| {
                let start = at;
                at += g.len();
                (start, g.len())
            })
            .collect();
        assert_eq!(got, want, "{text:?}");
    }
}

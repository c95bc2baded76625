//! Unicode's own test file for grapheme clusters, read where it lies.

use std::path::PathBuf;

use cuecard_text::{grapheme_count, graphemes};

/// The suites are no part of the repository; the folder is named by `CUECARD_SUITES`
/// or lies beside the repository.
fn suite(file: &str) -> Option<String> {
    let root = std::env::var_os("CUECARD_SUITES").map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../shared/suites"
            ))
        },
        PathBuf::from,
    );
    let path = root.join(file);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("LEFT OUT: {} is not there", path.display());
    }
    text
}

#[test]
fn grapheme_clusters_break_where_unicode_17_says() {
    let Some(text) = suite("unicode/GraphemeBreakTest-17.0.0.txt") else {
        return;
    };
    let mut cases = 0;
    for line in text.lines() {
        let data = line.split('#').next().unwrap_or("").trim();
        if data.is_empty() {
            continue;
        }
        let want: Vec<String> = data
            .split('÷')
            .filter(|part| !part.trim().is_empty())
            .map(|part| {
                part.split('×')
                    .map(|hex| {
                        char::from_u32(u32::from_str_radix(hex.trim(), 16).unwrap()).unwrap()
                    })
                    .collect()
            })
            .collect();
        let whole = want.concat();
        assert_eq!(graphemes(&whole).collect::<Vec<_>>(), want, "{line}");
        assert_eq!(grapheme_count(&whole), want.len(), "{line}");
        cases += 1;
    }
    assert!(cases > 700, "only {cases} cases were read");
}

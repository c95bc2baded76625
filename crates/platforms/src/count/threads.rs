//! Threads: code points, but an emoji by its UTF-8 bytes.
//!
//! Meta's documentation of the API says so (developers.facebook.com/documentation/threads/posts, April 2026). What the
//! counter of the page does is not known; it can hardly allow more than the server.

use super::emoji::is_emoji;

/// What a grapheme counts.
pub(super) fn cost(grapheme: &str) -> usize {
    if is_emoji(grapheme) {
        grapheme.len()
    } else {
        grapheme.chars().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_counts_its_bytes() {
        for (grapheme, used) in [
            ("a", 1),
            ("é", 1),
            ("e\u{301}", 2),
            ("漢", 1),
            ("→", 1),
            ("©", 1),
            ("©\u{FE0F}", 5),
            ("1", 1),
            ("1\u{FE0F}\u{20E3}", 7),
            ("☀", 1),
            ("☀\u{FE0F}", 6),
            ("✅", 3),
            ("✌🏽", 7),
            ("🙂", 4),
            ("👩🏽‍⚕️", 17),
            ("🇺🇸", 8),
            ("❤\u{FE0F}", 6),
        ] {
            assert_eq!(cost(grapheme), used, "{grapheme}");
        }
    }
}

//! Mastodon: graphemes, a link as 23, a remote mention without its host.
//!
//! `app/javascript/mastodon/features/compose/util/counter.js` and `url_regex.js` of
//! Mastodon's client; the server (`status_length_validator.rb`) counts alike.

use cuecard_text::Span;

use super::Piece;
use crate::links::{Bare, links};

/// What a link counts, whatever its length.
const LINK: usize = 23;

/// The pieces of a text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for url in links(text, Bare::IsText) {
        plain(text, Span::new(from, url.start), &mut pieces);
        pieces.push(Piece {
            at: url.start,
            cost: LINK,
        });
        from = url.end;
    }
    plain(text, Span::new(from, text.len()), &mut pieces);
    pieces
}

/// Text between links.
fn plain(text: &str, part: Span, pieces: &mut Vec<Piece>) {
    let mut from = part.start;
    for host in mention_hosts(part.of(text)) {
        let (start, end) = (part.start + host.start, part.start + host.end);
        super::each(text, Span::new(from, start), |_| 1, pieces);
        from = end;
    }
    super::each(text, Span::new(from, part.end), |_| 1, pieces);
}

/// The `@host` of each `@user@host`, in bytes.
fn mention_hosts(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut hosts = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('@')) {
        let sign = at + found;
        at = sign + 1;
        let before = sign.checked_sub(1).and_then(|i| bytes.get(i));
        if before.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'/')) {
            continue;
        }
        let user = run(bytes, at, |b| b.is_ascii_alphanumeric() || b == b'_');
        let second = at + user;
        if user == 0 || bytes.get(second) != Some(&b'@') {
            continue;
        }
        let host = run(bytes, second + 1, |b| {
            b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')
        });
        // A full stop after the mention belongs to the sentence.
        let tail = bytes.get(second + 1..second + 1 + host).unwrap_or_default();
        let Some(last) = tail.iter().rposition(u8::is_ascii_alphanumeric) else {
            continue;
        };
        // Two characters at least, as the client's expression wants.
        if last > 0 {
            at = second + 1 + last + 1;
            hosts.push(Span::new(second, at));
        }
    }
    hosts
}

/// How many bytes from `at` on are of a kind.
fn run(bytes: &[u8], at: usize, kind: impl Fn(u8) -> bool) -> usize {
    bytes.iter().skip(at).take_while(|b| kind(**b)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_remote_mentions_count_short() {
        for (text, used) in [
            ("", 0),
            ("Thank you 👩🏽‍⚕️", 11),
            (
                "https://wrenfield.example.com/a/very/long/path?with=query",
                23,
            ),
            ("see https://wrenfield.org, please", 4 + 23 + 8),
            // Bare domains are text here.
            ("wrenfield.org", 13),
            ("@ana@social.example hi", 7),
            ("@ana@social.example. Hi", 8),
            ("cc @ana@social.example @bo@social.example", 3 + 4 + 1 + 3),
            ("mail ana@social.example", 23),
            ("@ana hi", 7),
            ("https://social.example.com/@ana@social.example", 23),
            ("@ana@", 5),
        ] {
            let total: usize = pieces(text).iter().map(|piece| piece.cost).sum();
            assert_eq!(total, used, "{text}");
        }
    }
}

//! Bluesky: graphemes after link shortening.
//!
//! Links are found as `@atproto/api` does (`rich-text/detection.ts`) and counted as
//! the client shows them (`toShortUrl` in social-app's `url-helpers.ts`): host, and
//! of path, query and fragment up to 15 characters, else 13 and `...`.
//! A bare domain is a link, but is not shortened: the client asks for a protocol.

use cuecard_text::{Span, grapheme_count};

use super::Piece;
use crate::links::{ascii_length, is_space, is_tld};

/// Longest path shown whole, in UTF-16 code units.
const WHOLE_PATH: usize = 15;

/// What a longer one counts: 13 characters and three full stops.
const CUT_PATH: usize = 16;

/// The pieces of a text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for link in links(text) {
        let Some(cost) = shortened(link.of(text)) else {
            continue;
        };
        super::each(text, Span::new(from, link.start), |_| 1, &mut pieces);
        pieces.push(Piece {
            at: link.start,
            cost,
        });
        from = link.end;
    }
    super::each(text, Span::new(from, text.len()), |_| 1, &mut pieces);
    pieces
}

/// The links of a text, in order: they follow a space, a line break, `(` or nothing, and go on to the next space.
pub(crate) fn links(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(token) = next_token(text, from) {
        from = token.end;
        let whole = token.of(text);
        let starts = whole.match_indices('(').map(|(i, _)| i + 1);
        let link = [0]
            .into_iter()
            .chain(starts)
            .find_map(|i| read(whole.get(i..)?, token.start + i));
        found.extend(link.flatten());
    }
    found
}

fn next_token(text: &str, from: usize) -> Option<Span> {
    // JavaScript counts the byte order mark among the spaces.
    let space = |c: char| is_space(c) || c == '\u{FEFF}';
    let rest = text.get(from..)?;
    let start = from + rest.find(|c| !space(c))?;
    let length = text.get(start..)?.find(space);
    Some(Span::new(start, length.map_or(text.len(), |l| start + l)))
}

/// Outer none: nothing begins here. Inner none: something does that looks like a link and is none; what
/// follows it up to the next space is not looked at again.
fn read(rest: &str, at: usize) -> Option<Option<Span>> {
    let end = at + closing(rest);
    if has_protocol(rest) {
        // Capital letters are matched, but then not taken for a protocol.
        return Some(rest.starts_with("http").then(|| Span::new(at, end)));
    }
    let domain = bare_domain(rest)?;
    let valid = domain.rsplit_once('.').is_some_and(|(_, tld)| is_tld(tld));
    Some(valid.then(|| Span::new(at, end)))
}

/// `http://` or `https://` in any case, and something behind it.
fn has_protocol(rest: &str) -> bool {
    ["http://", "https://"].iter().any(|protocol| {
        rest.len() > protocol.len()
            && rest
                .get(..protocol.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(protocol))
    })
}

/// Letters and digits with full stops between; at least one.
fn bare_domain(rest: &str) -> Option<&str> {
    let bytes = rest.as_bytes();
    if !bytes.first()?.is_ascii_alphabetic() {
        return None;
    }
    let mut end = None;
    let mut at = 0;
    loop {
        let label = bytes
            .iter()
            .skip(at)
            .take_while(|b| b.is_ascii_alphanumeric())
            .count();
        if label == 0 {
            break;
        }
        if at > 0 {
            end = Some(at + label);
        }
        at += label;
        if bytes.get(at) != Some(&b'.') {
            break;
        }
        at += 1;
    }
    rest.get(..end?)
}

/// The length of a link without the punctuation that closes the sentence.
fn closing(rest: &str) -> usize {
    let rest = rest
        .strip_suffix(['.', ',', ';', ':', '!', '?'])
        .unwrap_or(rest);
    match rest.strip_suffix(')') {
        Some(inner) if !rest.contains('(') => inner.len(),
        _ => rest.len(),
    }
}

/// What a link counts as it is shown; none when it is shown as it stands.
fn shortened(link: &str) -> Option<usize> {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|p| link.strip_prefix(p))?;
    let split = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, path) = (rest.get(..split)?, rest.get(split..)?);
    let host = host_length(authority)?;
    // A query or fragment right behind the host gets the `/` that browsers put there.
    let path = if path == "/" {
        0
    } else {
        encoded_length(path) + usize::from(path.starts_with(['?', '#']))
    };
    Some(host + if path > WHOLE_PATH { CUT_PATH } else { path })
}

/// Characters of the host as a browser writes it, port included; none when a browser takes it for no host.
fn host_length(authority: &str) -> Option<usize> {
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let good = |c: char| !(is_space(c) || matches!(c, '<' | '>' | '[' | ']' | '^' | '|' | '%'));
    if name.is_empty() || !name.chars().all(good) || !port.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let labels: Option<Vec<usize>> = name
        .split('.')
        .map(|label| ascii_length(&label.chars().collect::<Vec<_>>()))
        .collect();
    let labels = labels?;
    let port = if matches!(port, "" | "80" | "443") {
        0
    } else {
        port.len() + 1
    };
    Some(labels.iter().sum::<usize>() + labels.len().saturating_sub(1) + port)
}

/// Characters of a path when what is not ASCII is percent-encoded.
fn encoded_length(path: &str) -> usize {
    if path.is_ascii() {
        return grapheme_count(path);
    }
    path.chars()
        .map(|c| if c.is_ascii() { 1 } else { 3 * c.len_utf8() })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_count_as_they_are_shown() {
        for (text, used) in [
            ("", 0),
            ("naïve 👨‍👩‍👧‍👧", 7),
            ("https://wrenfield.org", "wrenfield.org".len()),
            ("https://wrenfield.org/", "wrenfield.org".len()),
            (
                "https://wrenfield.org/visiting",
                "wrenfield.org/visiting".len(),
            ),
            (
                "https://wrenfield.org/visiting/hours/today",
                "wrenfield.org/visiting/hou...".len(),
            ),
            ("(https://wrenfield.org).", "(wrenfield.org).".len()),
            (
                "https://wrenfield.org:8443/a?b#c",
                "wrenfield.org:8443/a?b#c".len(),
            ),
            ("https://wrenfield.org?a=b", "wrenfield.org/?a=b".len()),
            // No protocol: a link, but shown as written.
            ("wrenfield.org/visiting/hours/today", 34),
            ("https://münchen.de/é", "xn--mnchen-3ya.de/%C3%A9".len()),
            ("see:https://wrenfield.org/visiting/hours", 40),
            ("@ana.bsky.social", 16),
        ] {
            let total: usize = pieces(text).iter().map(|piece| piece.cost).sum();
            assert_eq!(total, used, "{text}");
        }
    }
}

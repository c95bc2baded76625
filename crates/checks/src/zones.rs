//! The parts of a draft that are no prose: addresses, handles and hashtags.
//!
//! `ER` is a word in "our ER", and none in `#ERstories`, `@ER_nurse` or
//! `https://riverside.example/ER`.

use cuecard_text::Span;
use cuecard_text::chars::is_word_char;

/// What kind of part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneKind {
    /// A link, with or without its scheme.
    Url,
    /// An e-mail address.
    Email,
    /// `@name`, also `@name@host`.
    Handle,
    /// `#word`.
    Hashtag,
}

/// One such part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Where, in bytes of the draft, with its sign.
    pub span: Span,
    /// What it is.
    pub kind: ZoneKind,
}

/// Ends of bare domains that are taken for links. A short list on purpose: with
/// every two letters allowed, a forgotten space ("tonight.Visit") would be a link.
const DOMAINS: [&str; 24] = [
    "com", "org", "net", "edu", "gov", "mil", "info", "health", "care", "hospital", "clinic",
    "doctor", "example", "io", "co", "us", "ca", "uk", "ly", "me", "link", "app", "news", "test",
];

/// The zones of a text, in order, without overlap.
#[must_use]
pub fn zones(text: &str) -> Vec<Zone> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if at >= from && matches!(byte, b'@' | b'#' | b'/' | b'.') {
            let token = token_at(text, at);
            token_zones(token.of(text), token.start, &mut out);
            from = token.end;
        }
    }
    out
}

/// The piece of a text between white spaces in which a byte stands, with the white space behind it.
pub(crate) fn token_at(text: &str, byte: usize) -> Span {
    let (before, after) = text.split_at_checked(byte).unwrap_or((text, ""));
    let start = before.char_indices().rev().find(|(_, c)| c.is_whitespace());
    let end = after.char_indices().find(|(_, c)| c.is_whitespace());
    Span::new(
        start.map_or(0, |(at, c)| at + c.len_utf8()),
        end.map_or(text.len(), |(at, c)| byte + at + c.len_utf8()),
    )
}

/// The zone at `byte`, by its place in the list.
#[must_use]
pub fn zone_at(zones: &[Zone], span: Span) -> Option<Zone> {
    let after = zones.partition_point(|z| z.span.end <= span.start);
    zones.get(after).copied().filter(|z| z.span.overlaps(span))
}

/// Zones inside one token, which begins at byte `base` of the text.
fn token_zones(token: &str, base: usize, out: &mut Vec<Zone>) {
    let trimmed = token.trim_end().trim_end_matches([
        '.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '”', '’', '…',
    ]);
    let lead = trimmed.len()
        - trimmed
            .trim_start_matches(['(', '[', '"', '\'', '“', '‘', '<'])
            .len();
    let body = trimmed.get(lead..).unwrap_or("");
    let whole = Span::new(base + lead, base + trimmed.len());
    if let Some(kind) = whole_kind(body) {
        out.push(Zone { span: whole, kind });
        return;
    }
    let mut before = None;
    let mut until = 0;
    for (at, c) in token.char_indices() {
        let kind = match c {
            '@' | '＠' => ZoneKind::Handle,
            '#' | '＃' => ZoneKind::Hashtag,
            _ => {
                before = Some(c);
                continue;
            }
        };
        if at >= until && !before.is_some_and(is_word_char) {
            let sign = at + c.len_utf8();
            let rest = token.get(sign..).unwrap_or("");
            let len = match kind {
                ZoneKind::Handle => handle_len(rest),
                _ => hashtag_len(rest),
            };
            if len > 0 {
                until = sign + len;
                out.push(Zone {
                    span: Span::new(base + at, base + until),
                    kind,
                });
            }
        }
        before = Some(c);
    }
}

/// Whether a whole token is a link or an e-mail address.
fn whole_kind(body: &str) -> Option<ZoneKind> {
    let lower = || body.to_ascii_lowercase();
    if let Some((user, host)) = body.split_once('@')
        && user.chars().next_back().is_some_and(char::is_alphanumeric)
        && host.contains('.')
    {
        return Some(ZoneKind::Email);
    }
    if body.contains("://") || lower().starts_with("www.") || lower().starts_with("mailto:") {
        return Some(ZoneKind::Url);
    }
    let host = body.split(['/', '?', ':']).next().unwrap_or("");
    let (name, tld) = host.rsplit_once('.')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    let is_host = !name.is_empty()
        && host.chars().all(plain)
        && name.chars().any(|c| c.is_ascii_alphabetic());
    (is_host && DOMAINS.contains(&tld)).then_some(ZoneKind::Url)
}

fn handle_len(rest: &str) -> usize {
    let end = rest
        .find(|c: char| !(is_word_char(c) || matches!(c, '.' | '-' | '@')))
        .unwrap_or(rest.len());
    rest.get(..end)
        .unwrap_or("")
        .trim_end_matches(['.', '-', '@'])
        .len()
}

/// Sites link a hashtag only when it holds something besides digits: `#1` is none.
fn hashtag_len(rest: &str) -> usize {
    let end = rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
    let tag = rest.get(..end).unwrap_or("");
    if tag.chars().all(|c| c.is_ascii_digit() || c == '_') {
        return 0;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found() {
        use ZoneKind::{Email, Handle, Hashtag, Url};
        let cases: [(&str, &[(&str, ZoneKind)]); 12] = [
            ("Our ER is open.", &[]),
            (
                "#ERstories (#best) a#b",
                &[("#ERstories", Hashtag), ("#best", Hashtag)],
            ),
            ("We are #1 and #100", &[]),
            (
                "@ER_nurse, hi @a.b@host.example!",
                &[("@ER_nurse", Handle), ("@a.b@host.example", Handle)],
            ),
            (
                "write to er@riverside.example.",
                &[("er@riverside.example", Email)],
            ),
            (
                "see https://x.example/ER?q=1, now",
                &[("https://x.example/ER?q=1", Url)],
            ),
            ("(www.er.org)", &[("www.er.org", Url)]),
            (
                "riverside.example/er is it",
                &[("riverside.example/er", Url)],
            ),
            ("open tonight.Visit us", &[]),
            ("9 a.m. to 3.5 p.m.", &[]),
            ("#día #café", &[("#día", Hashtag), ("#café", Hashtag)]),
            ("#a#b", &[("#a", Hashtag)]),
        ];
        for (text, want) in cases {
            let got: Vec<_> = zones(text)
                .iter()
                .map(|z| (z.span.of(text), z.kind))
                .collect();
            assert_eq!(got, want, "{text}");
        }
    }
}

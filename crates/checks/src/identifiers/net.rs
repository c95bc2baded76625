//! Addresses of the net: e-mail, IP. Web addresses are the platforms' own rule.

use std::net::{Ipv4Addr, Ipv6Addr};

use cuecard_text::Span;

use super::kind::{Found, Kind};

/// Longest part of an address before or behind its `@` that is looked at.
const PART: usize = 128;

/// The e-mail addresses of a text.
pub(super) fn emails(text: &str, out: &mut Vec<Found>) {
    let mut from = 0;
    for (at, _) in text.match_indices('@') {
        let user = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
        let before = text.get(from..at).unwrap_or("");
        let length: usize = before
            .chars()
            .rev()
            .take(PART)
            .take_while(|c| user(*c))
            .map(char::len_utf8)
            .sum();
        let name = before.get(before.len() - length..).unwrap_or("");
        let name = name.trim_start_matches(['.', '\'', '-']);
        let rest = text.get(at + 1..).unwrap_or("");
        let host: usize = rest
            .chars()
            .take(PART)
            .take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
            .map(char::len_utf8)
            .sum();
        let host = rest.get(..host).unwrap_or("").trim_end_matches(['.', '-']);
        let end = host.rsplit_once('.').map_or("", |(_, end)| end);
        let is_end = end.starts_with("xn--")
            || (end.chars().count() >= 2 && end.chars().all(char::is_alphabetic));
        // `@ann@social.example` is a handle.
        let handle =
            before.len() == name.len() && text.get(..from).is_some_and(|t| t.ends_with('@'));
        if !name.is_empty() && !handle && is_end && !host.starts_with('.') && !host.contains("..") {
            let span = Span::new(at - name.len(), at + 1 + host.len());
            out.push(Found::new(Kind::Email, span, true));
            from = span.end;
        } else {
            from = at + 1;
        }
    }
}

/// The IP addresses of a text, with the length of their network where it stands behind them.
pub(super) fn ips(text: &str, out: &mut Vec<Found>) {
    let part = |b: u8| b.is_ascii_hexdigit() || matches!(b, b':' | b'.');
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(b) = bytes.get(at) {
        if !part(*b) {
            at += 1;
            continue;
        }
        let length = bytes.iter().skip(at).take_while(|b| part(**b)).count();
        let run = Span::new(at, at + length);
        at = run.end;
        // Words run on in letters that are not hexadecimal: `feed`, `Decade:`.
        let glued = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let before = text.get(..run.start).and_then(|t| t.chars().next_back());
        let after = text.get(run.end..).and_then(|t| t.chars().next());
        // `::` by itself parts two titles, or two names in code.
        let network = bytes.get(run.end) == Some(&b'/');
        if length < 2 || (length == 2 && !network) || glued(before) || glued(after) {
            continue;
        }
        if let Some(span) = address(text, run) {
            let span = with_zone(text, span);
            at = at.max(span.end);
            out.push(Found::new(Kind::Ip, span, true));
        }
    }
}

/// The address in a run of its characters.
fn address(text: &str, run: Span) -> Option<Span> {
    let whole = run.of(text);
    let trimmed = whole.trim_end_matches('.');
    let six = |t: &str| t.parse::<Ipv6Addr>().is_ok();
    let four = |t: &str| t.parse::<Ipv4Addr>().is_ok();
    if trimmed.matches(':').count() >= 2 {
        let plain = trimmed
            .strip_suffix(':')
            .filter(|t| !t.ends_with(':'))
            .unwrap_or(trimmed);
        return six(plain).then(|| Span::new(run.start, run.start + plain.len()));
    }
    // `192.168.1.1:8080`: the port is no part of it; `IP:192.168.1.1` has its colon before.
    let start = trimmed.find(|c: char| c != ':').unwrap_or(0);
    let body = trimmed.get(start..)?;
    let body = body.split(':').next().unwrap_or("");
    let parts: Vec<&str> = body.split('.').take(4).collect();
    let first = parts.join(".");
    (parts.len() == 4 && four(&first)).then(|| {
        let from = run.start + start;
        Span::new(from, from + first.len())
    })
}

/// `%eth0` and `/24` belong to the address.
fn with_zone(text: &str, span: Span) -> Span {
    let is_six = span.of(text).contains(':');
    let mut end = span.end;
    let tail = |end: usize| text.get(end..).unwrap_or("");
    if let Some(zone) = tail(end).strip_prefix('%') {
        let length = zone.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if length > 0 {
            end += 1 + length;
        }
    }
    if let Some(bits) = tail(end).strip_prefix('/') {
        let length = bits.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let most = if is_six { 128 } else { 32 };
        let value = bits.get(..length).and_then(|b| b.parse::<u32>().ok());
        if value.is_some_and(|v| v <= most) {
            end += 1 + length;
        }
    }
    Span::new(span.start, end)
}

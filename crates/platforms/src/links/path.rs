//! What follows a domain in a link, and the ASCII domains inside a bare one.

use super::chars::{ends_path, ends_query, is_bare_domain, is_path, is_query};
use super::tld::leading_tld;

/// From the end of the domain: whether there is a path, and where the link ends, with port, path and query.
pub(super) fn rest_of_link(chars: &[char], domain_end: usize) -> (bool, usize) {
    let port = port_end(chars, domain_end).unwrap_or(domain_end);
    let path = path_end(chars, port);
    let end = path.unwrap_or(port);
    (path.is_some(), query_end(chars, end).unwrap_or(end))
}

/// Behind `:8080`.
fn port_end(chars: &[char], at: usize) -> Option<usize> {
    if chars.get(at) != Some(&':') {
        return None;
    }
    let digits = run(chars, at + 1, |c| c.is_ascii_digit());
    (digits > 0).then_some(at + 1 + digits)
}

/// Behind the path that begins with the `/` at `at`. Closing punctuation is not part of it,
/// parentheses are when they are balanced.
fn path_end(chars: &[char], at: usize) -> Option<usize> {
    if chars.get(at) != Some(&'/') {
        return None;
    }
    let mut here = at + 1;
    let mut end = here;
    loop {
        match chars.get(here) {
            Some(c) if is_path(*c) => {
                here += 1;
                if ends_path(*c) {
                    end = here;
                }
            }
            Some('(') => match parenthesis_end(chars, here) {
                Some(behind) => {
                    // They end a path only right behind what could: not in `/a.(b)`.
                    end = if end == here { behind } else { end };
                    here = behind;
                }
                None => return Some(end),
            },
            _ => return Some(end),
        }
    }
}

/// Behind `(…)` or `(…(…)…)`.
fn parenthesis_end(chars: &[char], open: usize) -> Option<usize> {
    let first = run(chars, open + 1, is_path);
    let here = open + 1 + first;
    match chars.get(here) {
        Some(')') if first > 0 => Some(here + 1),
        Some('(') => {
            let inner = run(chars, here + 1, is_path);
            let close = here + 1 + inner;
            if inner == 0 || chars.get(close) != Some(&')') {
                return None;
            }
            let last = close + 1 + run(chars, close + 1, is_path);
            (chars.get(last) == Some(&')')).then_some(last + 1)
        }
        _ => None,
    }
}

/// Behind the query that begins with the `?` at `at`; none when nothing follows that could end one.
pub(super) fn query_end(chars: &[char], at: usize) -> Option<usize> {
    if chars.get(at) != Some(&'?') {
        return None;
    }
    let length = run(chars, at + 1, is_query);
    let query = chars.get(at + 1..at + 1 + length)?;
    let last = query.iter().rposition(|c| ends_query(*c))?;
    Some(at + 1 + last + 1)
}

/// How many characters from `at` on are of a kind.
fn run(chars: &[char], at: usize, kind: impl Fn(char) -> bool) -> usize {
    chars.iter().skip(at).take_while(|c| kind(**c)).count()
}

/// The parts of a domain without protocol that are links: text in other scripts stands around them
/// without a space, as in `見てexample.comです`.
pub(super) fn ascii_domains(domain: &[char], mut found: impl FnMut(usize, usize)) {
    let mut at = 0;
    while at < domain.len() {
        match ascii_domain(domain, at) {
            Ok(end) => {
                found(at, end);
                at = end;
            }
            Err(skip) => at = skip.max(at + 1),
        }
    }
}

/// Where the link ends that begins at `start`, or where to look next: labels that lead to no
/// top-level domain lead to none from any later start in them either.
fn ascii_domain(domain: &[char], start: usize) -> Result<usize, usize> {
    let mut here = start;
    let mut end = None;
    loop {
        let label = run(domain, here, is_bare_domain);
        here += label;
        if label == 0 || domain.get(here) != Some(&'.') {
            return end.ok_or(here);
        }
        here += 1;
        let rest = domain.get(here..).unwrap_or_default();
        if let Some(length) = leading_tld(rest) {
            end = Some(here + length);
        }
    }
}

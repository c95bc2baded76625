//! Links in a text, as X and Mastodon find them for counting.
//!
//! The rules are those of twitter-text 3.1.0 (`extractUrlsWithIndices`), which
//! Mastodon uses too, there only with `http://` or `https://`. They are followed
//! without regular expressions, in time linear in the text.

mod chars;
mod domain;
mod path;
mod punycode;
mod tld;

use cuecard_text::Span;

pub(crate) use chars::{is_invalid, is_latin_accent, is_space};
use domain::Domains;
use punycode::MAX_LABEL;
pub(crate) use punycode::ascii_length;
pub(crate) use tld::is_tld;

/// Longest link that X takes, in UTF-16 code units, `https://` included.
const MAX_URL: usize = 4096;

/// Longest name that a link to t.co can have.
const MAX_TCO: usize = 40;

/// Whether a domain by itself is a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bare {
    /// `example.com` is a link (X).
    Counts,
    /// Only with `http://` or `https://` (Mastodon).
    IsText,
}

/// The web addresses of a text, in order, not overlapping, in bytes: what X would make a link of.
#[must_use]
pub fn web_links(text: &str) -> Vec<Span> {
    links(text, Bare::Counts)
}

/// The links of a text, in order, not overlapping, in bytes.
pub(crate) fn links(text: &str, bare: Bare) -> Vec<Span> {
    let needed = match bare {
        Bare::Counts => ".",
        Bare::IsText => "://",
    };
    if !text.contains(needed) {
        return Vec::new();
    }
    let scan = Scan::new(text, bare);
    let found = scan.run();
    found
        .into_iter()
        .map(|(start, end)| Span::new(scan.byte(start), scan.byte(end)))
        .collect()
}

/// One pass over a text. All places are indices of characters.
struct Scan {
    chars: Vec<char>,
    /// Byte of each character, and the length of the text.
    bytes: Vec<usize>,
    domains: Domains,
    bare: Bare,
}

/// A link as it was matched.
struct Match {
    protocol: bool,
    start: usize,
    domain: (usize, usize),
    path: bool,
    end: usize,
}

impl Scan {
    fn new(text: &str, bare: Bare) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let bytes = text
            .char_indices()
            .map(|(i, _)| i)
            .chain([text.len()])
            .collect();
        let domains = Domains::new(&chars);
        Self {
            chars,
            bytes,
            domains,
            bare,
        }
    }

    fn byte(&self, at: usize) -> usize {
        self.bytes
            .get(at)
            .or(self.bytes.last())
            .copied()
            .unwrap_or(0)
    }

    fn slice(&self, from: usize, to: usize) -> &[char] {
        self.chars.get(from..to).unwrap_or_default()
    }

    fn run(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.chars.len() {
            // A link needs a character before it that may precede one, and takes it away from
            // the link before; only at the start of the text there need be none.
            let preceding = self
                .chars
                .get(at)
                .copied()
                .filter(|c| chars::may_precede(*c));
            let link = preceding
                .and_then(|c| Some((Some(c), self.match_at(at + 1)?)))
                .or_else(|| {
                    (at == 0)
                        .then(|| self.match_at(0))
                        .flatten()
                        .map(|m| (None, m))
                });
            match link {
                Some((before, link)) => {
                    at = link.end;
                    self.accept(before, &link, &mut found);
                }
                None => at += 1,
            }
        }
        found
    }

    /// What the expression matches at `start`, valid or not.
    fn match_at(&self, start: usize) -> Option<Match> {
        let after = self.protocol_end(start);
        if after.is_none() && self.bare == Bare::IsText {
            return None;
        }
        let domain_start = after.unwrap_or(start);
        let domain_end = self.domains.end(&self.chars, domain_start)?;
        let (path, end) = path::rest_of_link(&self.chars, domain_end);
        Some(Match {
            protocol: after.is_some(),
            start,
            domain: (domain_start, domain_end),
            path,
            end,
        })
    }

    /// Behind `http://` or `https://`, in any case.
    fn protocol_end(&self, start: usize) -> Option<usize> {
        ["http://", "https://"].iter().find_map(|protocol| {
            let mut here = self.chars.iter().skip(start);
            protocol
                .chars()
                .all(|p| here.next().is_some_and(|c| c.to_ascii_lowercase() == p))
                .then(|| start + protocol.len())
        })
    }

    /// Adds what of a match counts as a link.
    fn accept(&self, before: Option<char>, link: &Match, found: &mut Vec<(usize, usize)>) {
        let domain = self.slice(link.domain.0, link.domain.1);
        if self.bare == Bare::IsText {
            found.push((link.start, link.end));
            return;
        }
        if !self.is_valid(link, domain) {
            return;
        }
        if link.protocol {
            found.extend(self.tco_end(link, domain).map(|end| (link.start, end)));
        } else if !before.is_some_and(chars::bars_bare_domain) {
            let first = found.len();
            path::ascii_domains(domain, |from, to| {
                found.push((link.domain.0 + from, link.domain.0 + to));
            });
            // A path belongs to the last of the domains that stand in a row.
            if let (true, Some(last)) =
                (link.path, found.get_mut(first..).and_then(<[_]>::last_mut))
            {
                last.1 = link.end;
            }
        }
    }

    fn is_valid(&self, link: &Match, domain: &[char]) -> bool {
        let short = domain.split(|c| *c == '.').all(|label| {
            label_length(label).is_some_and(|length| (1..=MAX_LABEL).contains(&length))
        });
        // A domain that says it is in ASCII form must have a part that is.
        let encoded = domain.iter().take(4).eq(['x', 'n', '-', '-'].iter());
        let mut ascii = !encoded;
        if encoded {
            path::ascii_domains(domain, |_, _| ascii = true);
        }
        let protocol = if link.protocol { 0 } else { "https://".len() };
        let units: usize = self
            .slice(link.start, link.end)
            .iter()
            .map(|c| c.len_utf16())
            .sum();
        short && ascii && units + protocol <= MAX_URL
    }

    /// Where a link ends; one to t.co ends with its name, and is none when that is too long.
    fn tco_end(&self, link: &Match, domain: &[char]) -> Option<usize> {
        let is_tco = domain
            .iter()
            .map(char::to_ascii_lowercase)
            .eq("t.co".chars());
        let slug = self
            .chars
            .get(link.domain.1)
            .filter(|c| is_tco && **c == '/')
            .map(|_| self.slice(link.domain.1 + 1, link.end))
            .map(|rest| {
                rest.iter()
                    .take_while(|c| c.is_ascii_alphanumeric())
                    .count()
            })
            .filter(|length| *length > 0);
        match slug {
            None => Some(link.end),
            Some(length) if length > MAX_TCO => None,
            Some(length) => {
                let end = link.domain.1 + 1 + length;
                Some(
                    path::query_end(&self.chars, end)
                        .unwrap_or(end)
                        .min(link.end),
                )
            }
        }
    }
}

/// The length of a label in ASCII form. East Asian full stops part it once more, but do not end it.
fn label_length(label: &[char]) -> Option<usize> {
    let parts = label.split(|c| matches!(c, '。' | '．' | '｡'));
    parts
        .map(ascii_length)
        .try_fold(0, |sum, length| Some(sum + length? + 1))
        .map(|sum: usize| sum.saturating_sub(1))
}

#[cfg(test)]
mod tests;

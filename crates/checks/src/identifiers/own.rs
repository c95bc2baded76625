//! What is published by the brand itself, and so gives nobody away.

use cuecard_playbook::Playbook;
use cuecard_text::words;
use rustc_hash::{FxHashMap, FxHashSet};

use super::kind::{Found, Kind};
use super::{net, places};

/// Numbers, domains, places and people of the playbook.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    /// Digits of its numbers, by their last seven.
    numbers: FxHashMap<String, Vec<String>>,
    domains: FxHashSet<String>,
    emails: FxHashSet<String>,
    places: Vec<String>,
    /// Words of the names of people who may be named.
    people: FxHashSet<String>,
}

/// Ends of domains that only organisations have.
const PUBLIC: [&str; 4] = ["gov", "edu", "mil", "int"];

impl Own {
    pub fn new(playbook: &Playbook) -> Self {
        let mut own = Self::default();
        for number in &playbook.privacy.numbers {
            own.number(number);
        }
        for domain in &playbook.privacy.domains {
            let host = domain.split('/').next().unwrap_or("");
            own.domains
                .insert(host.trim_start_matches("www.").to_owned());
        }
        own.places = playbook
            .privacy
            .places
            .iter()
            .map(|p| places::bare(p))
            .collect();
        let roles = playbook.roles.iter();
        for who in roles.clone().map(|r| &r.who).chain(&playbook.privacy.staff) {
            own.people(who);
        }
        for name in &playbook.names {
            own.people(&name.name);
        }
        for reach in roles.flat_map(|r| &r.reach) {
            own.number(reach);
            own.email(reach);
        }
        own
    }

    /// Everything that an approved text says: it was signed off.
    pub fn approve(&mut self, text: &str, found: &[Found]) {
        for found in found {
            let span = found.span.of(text);
            match found.kind {
                Kind::Phone | Kind::Number => self.number(span),
                Kind::Email => self.email(span),
                Kind::Url => {
                    self.domains.insert(host(span));
                }
                Kind::Address => self.places.push(places::bare(span)),
                Kind::Name | Kind::Clinician => self.people(span),
                _ => {}
            }
        }
    }

    fn number(&mut self, text: &str) {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if let Some(last) = digits.len().checked_sub(7).and_then(|at| digits.get(at..)) {
            self.numbers
                .entry(last.to_owned())
                .or_default()
                .push(digits);
        }
    }

    fn email(&mut self, text: &str) {
        let mut found = Vec::new();
        net::emails(text, &mut found);
        for email in found {
            self.emails.insert(email.span.of(text).to_lowercase());
        }
    }

    fn people(&mut self, text: &str) {
        let names = words(text).into_iter().map(|w| w.text);
        let names = names.filter(|w| w.starts_with(char::is_uppercase) && w.len() > 2);
        self.people.extend(names.map(str::to_lowercase));
    }

    /// Whether an identifier is the brand's own.
    pub fn holds(&self, kind: Kind, text: &str) -> bool {
        match kind {
            Kind::Phone | Kind::Number => self.holds_number(text),
            Kind::Email => {
                let lower = text.to_lowercase();
                let domain = lower.split_once('@').map_or("", |(_, d)| d);
                self.holds_host(domain) || self.emails.contains(&lower)
            }
            Kind::Url => {
                let host = host(text);
                let end = host.rsplit('.').next().unwrap_or("");
                PUBLIC.contains(&end) || self.holds_host(&host)
            }
            Kind::Address => {
                let bare = places::bare(text);
                self.places
                    .iter()
                    .any(|own| own.starts_with(&bare) || bare.starts_with(own.as_str()))
            }
            Kind::Name | Kind::Clinician => {
                let last = words(text).last().map(|w| w.text.to_lowercase());
                last.is_some_and(|last| self.people.contains(&last))
            }
            _ => false,
        }
    }

    /// A number in full, or without the parts that a caller nearby leaves out.
    fn holds_number(&self, text: &str) -> bool {
        let number = text.split(['x', 'X', 'e']).next().unwrap_or("");
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let last = digits.len().checked_sub(7).and_then(|at| digits.get(at..));
        let known = last.and_then(|last| self.numbers.get(last));
        known.is_some_and(|list| {
            list.iter()
                .any(|own| own.ends_with(&digits) || digits.ends_with(own.as_str()))
        })
    }

    /// The domain or one that it is under.
    fn holds_host(&self, host: &str) -> bool {
        let mut rest = host;
        loop {
            if self.domains.contains(rest) {
                return true;
            }
            match rest.split_once('.') {
                Some((_, parent)) => rest = parent,
                None => return false,
            }
        }
    }
}

/// The host of a web address, in lower case, without `www.`.
pub(super) fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest
        .split(['/', '?', '#', ':'])
        .next()
        .unwrap_or("")
        .to_lowercase();
    host.strip_prefix("www.").map(str::to_owned).unwrap_or(host)
}

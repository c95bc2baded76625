//! `privacy/…`: what names or numbers a person (the list of HIPAA's Safe Harbor, 45 CFR 164.514(b)(2),
//! as far as text goes).
//!
//! An identifier is recognised by its form, by a word beside it that says what it is, and by
//! what proves it: check digits, and ranges that are given out. Forms are read by hand-written readers, each
//! from one piece of the text a bounded number of pieces ahead ([`atoms`]), so that the whole is linear. Words,
//! levels and reasons are data: `packs/identifiers.md`.
//!
//! What the playbook publishes (its numbers, domains, addresses, people, and whatever stands in an approved
//! text) is no finding.

mod abroad;
mod atoms;
mod codes;
mod dates;
mod kind;
mod labels;
mod net;
mod numbers;
mod own;
mod people;
mod places;
mod proof;

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Folded, Span, sorted};
use regex_lite::Regex;

use crate::literals::{Collector, Literals};
use crate::packs;
use crate::packs::read::{Group, Pack};
use crate::prepared::Prepared;
use crate::report::{Draft, Finding};
use crate::rules::Check;
use crate::taken::Taken;
use crate::zones::{Zone, ZoneKind, token_at};
use atoms::{Atoms, Kind as Piece};
pub use kind::{Found, Kind};
use labels::{Labels, Place};
use own::Own;

/// Words before and behind an identifier that say what it is about.
const AROUND: usize = 12;

/// The most memory that a pattern of record numbers may take, in bytes.
const SIZE: usize = 64 * 1024;

/// Finds identifiers.
#[derive(Clone, Debug, Default)]
pub struct Identifiers {
    rules: Vec<Rule>,
    labels: Labels,
    own: Own,
    records: Vec<Regex>,
}

/// What the pack says of a kind.
#[derive(Clone, Debug)]
struct Rule {
    kind: Kind,
    id: String,
    posts: Option<Level>,
    posts_in_context: bool,
    replies: Option<Level>,
    unsure: Option<Level>,
    sure_message: String,
    unsure_message: String,
    context: Vec<String>,
    unless: Vec<String>,
}

impl Rule {
    fn new(kind: Kind, group: &Group) -> Self {
        let folded = |list| {
            group
                .entries(list)
                .map(|entry| Folded::collapsed(entry).as_str().to_owned())
                .collect()
        };
        Self {
            kind,
            id: group.rule.clone(),
            posts: group.posts,
            posts_in_context: group.posts_in_context,
            replies: group.replies,
            unsure: group.unsure,
            sure_message: group.why.clone(),
            unsure_message: format!("This may be {}. {}", group.name.to_lowercase(), group.why),
            context: folded("Context"),
            unless: folded("Unless"),
        }
    }

    /// The level for what is being written; none means silent.
    fn level(&self, draft: &Prepared<'_>, found: Found) -> Option<Level> {
        let level = match draft.draft.kind {
            ComposerKind::Post => self.posts,
            ComposerKind::Reply | ComposerKind::Review | ComposerKind::Message => self.replies,
        }?;
        let unsure = if found.sure {
            Some(level)
        } else {
            self.unsure.map(|u| u.min(level))
        }?;
        let needs = draft.draft.kind == ComposerKind::Post && self.posts_in_context;
        if (!needs && self.unless.is_empty()) || draft.words.is_empty() {
            return (!needs).then_some(unsure);
        }
        let first = draft
            .words
            .partition_point(|w| w.source.end <= found.span.start);
        let from = first.saturating_sub(AROUND);
        let around = draft.words.iter().skip(from).take(2 * AROUND);
        let sentence = draft
            .words
            .get(first)
            .or(draft.words.last())
            .map(|w| w.sentence);
        let near: Vec<&str> = around
            .filter(|w| Some(w.sentence) == sentence)
            .map(|w| draft.word(*w))
            .collect();
        let has = |list: &[String]| list.iter().any(|want| stands(&near, want));
        (!has(&self.unless) && (!needs || has(&self.context))).then_some(unsure)
    }
}

/// Whether a phrase stands among words in a row.
fn stands(words: &[&str], phrase: &str) -> bool {
    let want: Vec<&str> = phrase.split(' ').collect();
    words
        .windows(want.len().max(1))
        .any(|w| w == want.as_slice())
}

impl Identifiers {
    /// Reads the pack, and what the playbook says is its own.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        if !packs::is_on(playbook, "identifiers") {
            return Self::default();
        }
        let pack = Pack::read(packs::text("identifiers"));
        let rules = Kind::ALL
            .into_iter()
            .filter_map(|kind| Some(Rule::new(kind, pack.recogniser(kind.name())?)))
            .collect();
        let mut out = Self {
            rules,
            labels: Labels::new(&pack),
            own: Own::new(playbook),
            records: playbook
                .privacy
                .record_numbers
                .iter()
                .filter_map(|p| {
                    regex_lite::RegexBuilder::new(p)
                        .size_limit(SIZE)
                        .build()
                        .ok()
                })
                .collect(),
        };
        out.approve(playbook);
        out
    }

    /// What an approved text says is published.
    fn approve(&mut self, playbook: &Playbook) {
        let none = Collector::default().build();
        let messages = playbook.messages.iter().map(|m| m.text.as_str());
        let calendar = playbook.calendar.iter().map(|p| p.text.as_str());
        let replies = playbook
            .protocols
            .iter()
            .flat_map(|p| &p.replies)
            .map(|r| r.text.as_str());
        for text in messages.chain(calendar).chain(replies) {
            // Nothing is approved of a text in which nothing can stand.
            if text
                .bytes()
                .any(|b| b.is_ascii_digit() || matches!(b, b'@' | b'.'))
            {
                let found = self.in_text(text, &none);
                self.own.approve(text, &found);
            }
        }
    }

    fn in_text(&self, text: &str, literals: &Literals) -> Vec<Found> {
        let draft = Draft {
            text,
            ..Draft::default()
        };
        self.find(&Prepared::new(&draft, literals), true)
    }

    /// Every identifier in a draft, the brand's own included, in order and without overlap. Web addresses
    /// only when asked for: to find them costs most.
    #[must_use]
    pub fn find(&self, draft: &Prepared<'_>, links: bool) -> Vec<Found> {
        let text = draft.text;
        let mut found = Vec::new();
        if text.contains('@') {
            net::emails(text, &mut found);
        }
        if links {
            web(draft, &mut found);
        }
        let digits = text.bytes().any(|b| b.is_ascii_digit());
        if text.contains([':', '.']) && (digits || text.contains("::")) {
            net::ips(text, &mut found);
        }
        let atoms = Atoms::new(text);
        if digits {
            let places = self.labels.find(draft);
            self.numbers(&atoms, &places, &mut found);
            self.labels.values(&places, &atoms, &mut found);
            self.records(text, &mut found);
        }
        for (i, atom) in atoms.list.iter().enumerate() {
            let first = atom.span.of(text).as_bytes().first();
            match atom.kind {
                Piece::Letters if first.is_some_and(|b| b.is_ascii_lowercase()) => {
                    codes::machine_at(&atoms, i, &mut found);
                }
                Piece::Letters => {
                    people::name(&atoms, i, &mut found);
                    codes::machine_at(&atoms, i, &mut found);
                }
                Piece::Mixed | Piece::Digits => {
                    codes::at(&atoms, i, &mut found);
                }
                _ => {}
            }
        }
        without_overlap(found)
    }

    fn numbers(&self, atoms: &Atoms<'_>, places: &[Place], out: &mut Vec<Found>) {
        let mut numbers_from = 0;
        // Each piece is given to the readers that can begin with it: most are words in small letters, with
        // which hardly any can.
        for (i, atom) in atoms.list.iter().enumerate() {
            let byte = atom.span.start;
            let number = matches!(atom.kind, Piece::Digits | Piece::Sign('+' | '('));
            if number
                && i >= numbers_from
                && let Some(end) =
                    numbers::at(atoms, i, |kind| labels::before(places, kind, byte), out)
            {
                numbers_from = end;
            }
            match atom.kind {
                Piece::Digits => {
                    people::age(atoms, i, out);
                    dates::at(atoms, i, out);
                    street(atoms, i, out);
                }
                Piece::Mixed => {
                    dates::at(atoms, i, out);
                    street(atoms, i, out);
                    abroad::at(atoms, i, out);
                }
                Piece::Letters => {
                    dates::at(atoms, i, out);
                    if atom.span.len() <= 4 {
                        street(atoms, i, out);
                        abroad::at(atoms, i, out);
                    }
                }
                _ => {}
            }
        }
    }

    /// Record numbers in the playbook's own form. The expressions look only at words with a digit and
    /// their neighbours: a pattern over the whole text would cost more than all other checks together.
    fn records(&self, text: &str, out: &mut Vec<Found>) {
        if self.records.is_empty() {
            return;
        }
        let (mut done, mut from) = (0, 0);
        for at in text
            .bytes()
            .enumerate()
            .filter_map(|(at, b)| b.is_ascii_digit().then_some(at))
        {
            if at < from {
                continue;
            }
            let part = token_at(text, at);
            from = part.end;
            let before = text
                .get(..part.start)
                .and_then(|t| t.char_indices().next_back());
            let start = before.map_or(part.start, |(at, _)| token_at(text, at).start);
            let end = token_at(text, part.end).end;
            let window = Span::new(start.max(done), end);
            for regex in &self.records {
                for m in regex.find_iter(window.of(text)) {
                    let span = Span::new(window.start + m.start(), window.start + m.end());
                    let edge = |at| cuecard_text::is_word_edge(text, at);
                    if !span.is_empty() && edge(span.start) && edge(span.end) {
                        done = span.end;
                        out.push(Found::new(Kind::Mrn, span, true));
                    }
                }
            }
        }
    }
}

/// The surest, then the longest, then the gravest; in the order of the text.
fn without_overlap(found: Vec<Found>) -> Vec<Found> {
    let key = |f: &Found| {
        let kind = (std::cmp::Reverse(f.sure), std::cmp::Reverse(f.span.len()));
        (kind, f.kind, f.span.start)
    };
    let mut taken = Taken::default();
    let mut kept = sorted(found, |a, b| key(a).cmp(&key(b)));
    kept.retain(|f| !f.span.is_empty() && taken.take(f.span));
    sorted(kept, |a, b| a.span.start.cmp(&b.span.start))
}

impl Check for Identifiers {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        if self.rules.is_empty() {
            return;
        }
        let is_post = draft.draft.kind == ComposerKind::Post;
        let links = self
            .rules
            .iter()
            .any(|r| r.kind == Kind::Url && if is_post { r.posts } else { r.replies }.is_some());
        // What the reply guard says of a date, a name or a place says more than we could.
        let mut told = Taken::default();
        for finding in out.iter().filter(|f| f.rule.starts_with("reply-guard/")) {
            told.take(finding.span);
        }
        for found in self.find(draft, links) {
            let text = found.span.of(draft.text);
            let Some(rule) = self.rules.iter().find(|r| r.kind == found.kind) else {
                continue;
            };
            let Some(level) = rule.level(draft, found) else {
                continue;
            };
            let guarded = matches!(
                found.kind,
                Kind::Date | Kind::Age | Kind::Name | Kind::Clinician | Kind::Address | Kind::Room
            );
            let public = found.kind == Kind::Phone && is_public(text);
            if public || self.own.holds(found.kind, text) || (guarded && !told.take(found.span)) {
                continue;
            }
            let message = if found.sure {
                &rule.sure_message
            } else {
                &rule.unsure_message
            };
            out.push(Finding::new(
                found.span,
                level,
                rule.id.clone(),
                message.clone(),
            ));
        }
    }
}

/// An address of a street, without the comma or the line break behind it.
fn street(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) {
    if places::at(atoms, i, out).is_some()
        && let Some(last) = out.last_mut()
    {
        last.span = places::trimmed(atoms.text, last.span);
    }
}

/// Web addresses. The full rule is asked only about words in which one can stand: a full stop between a
/// letter or digit and two letters.
fn web(draft: &Prepared<'_>, out: &mut Vec<Found>) {
    let bytes = draft.text.as_bytes();
    let mut from = 0;
    for (at, _) in draft.text.match_indices('.') {
        let side = |n: usize| {
            bytes
                .get(n)
                .is_some_and(|b| b.is_ascii_alphanumeric() || *b > 127)
        };
        if at < from.max(1) || !(side(at - 1) && side(at + 1) && side(at + 2)) {
            continue;
        }
        let word = token_at(draft.text, at);
        from = word.end;
        let links = cuecard_platforms::web_links(word.of(draft.text)).into_iter();
        out.extend(links.map(|s| Found::new(Kind::Url, s.after(word.start), true)));
    }
    let zones = draft.zones.iter().filter(|z| is_address(**z, draft.text));
    out.extend(zones.map(|zone| Found::new(Kind::Url, zone.span, true)));
}

/// An address whose end no registry knows, but that is one all the same: it has its scheme, or an end that
/// is kept for examples.
fn is_address(zone: Zone, text: &str) -> bool {
    let url = zone.span.of(text);
    let host = own::host(url);
    zone.kind == ZoneKind::Url
        && host.contains('.')
        && (url.contains("://") || host.ends_with(".example") || host.ends_with(".test"))
}

/// A toll-free number is an organisation's.
fn is_public(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let ten = digits.strip_prefix('1').unwrap_or(&digits);
    ten.len() >= 10 && proof::is_toll_free(ten)
}

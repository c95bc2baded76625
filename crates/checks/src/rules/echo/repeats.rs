//! Clinical words, dates, numbers, places and rare phrases that stand in both texts.

use std::collections::HashMap;

use cuecard_text::{Span, stem};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Both, Lists, Text, Word};

/// Letters by which forms of a clinical word are one: `chemo` and `chemotherapy`, `autism` and `autistic`.
const ROOT: usize = 5;
/// Words of grammar that may stand between the two words of a rare phrase.
const GAP: usize = 2;

#[derive(Clone, Debug, Default)]
pub(super) struct Repeats {
    /// Roots of clinical words of one word, and whole stems of those of several.
    roots: FxHashSet<String>,
    /// Of these, those that a playbook's own words do not make common: illnesses and medicines.
    grave: FxHashSet<String>,
    longer: FxHashMap<String, Vec<Vec<String>>>,
    /// Words that make the one before them a service: `diabetes class`.
    programs: FxHashSet<String>,
    months: FxHashSet<String>,
}

/// The first letters of a stem.
fn root(stem: &str) -> &str {
    let end = stem.char_indices().nth(ROOT).map_or(stem.len(), |(i, _)| i);
    stem.get(..end).unwrap_or(stem)
}

impl Repeats {
    pub(super) fn new(
        [echoed, grave]: [&[String]; 2],
        programs: &[String],
        months: &[String],
    ) -> Self {
        let mut out = Self {
            programs: programs.iter().cloned().collect(),
            months: months.iter().cloned().collect(),
            ..Self::default()
        };
        let one = grave.iter().map(|w| root(&stem(w)).to_owned());
        out.grave.extend(one);
        for entry in echoed.iter().chain(grave) {
            let stems: Vec<String> = entry.split([' ', '-']).map(stem).collect();
            match stems.as_slice() {
                [one] => {
                    out.roots.insert(root(one).to_owned());
                }
                [first, ..] => out.longer.entry(first.clone()).or_default().push(stems),
                [] => {}
            }
        }
        out
    }

    /// Everything that is repeated, in the order of the reply, without overlap.
    pub(super) fn find(&self, reply: &Text<'_>, heard: &Text<'_>, lists: &Lists) -> Vec<Both> {
        let there = self.terms(heard, lists, true);
        let mut by_key: HashMap<&str, Span> = HashMap::new();
        for (key, at, _) in &there {
            by_key.entry(key).or_insert(*at);
        }
        let mut out: Vec<Both> = Vec::new();
        let mut after = 0;
        for (key, here, _) in self.terms(reply, lists, false) {
            if let Some(at) = by_key.get(key.as_str())
                && here.start >= after
            {
                after = here.end;
                out.push(Both {
                    here,
                    there: Some(*at),
                });
            }
        }
        out.extend(scattered(reply, heard, lists, &out));
        out
    }

    /// What may be repeated, as a key to compare by: `c` a clinical word, `d` a date, `n` a number and
    /// what is counted, `m` a number by itself, `p` a place, `r` two rare words. Only of sentences that tell of somebody.
    fn terms(&self, text: &Text<'_>, lists: &Lists, comment: bool) -> Vec<(String, Span, usize)> {
        let mut out = Vec::new();
        for at in 0..text.words.len() {
            let Some(word) = text.words.get(at) else {
                break;
            };
            let tells = text.tells.get(word.sentence).copied().unwrap_or(true);
            if !tells {
                continue;
            }
            if let Some(date) = self.date(text, at) {
                out.push((format!("d{}", date.0), date.1, at));
                continue;
            }
            let length = self.clinical(text, at, lists);
            if let Some((length, key)) = length {
                let last = text.words.get(at + length - 1).unwrap_or(word);
                let next = at + length;
                let service = text.joined(next - 1) && self.programs.contains(text.text(next));
                if !service {
                    out.push((
                        format!("c{key}"),
                        Span::new(word.span.start, last.span.end),
                        at,
                    ));
                }
                continue;
            }
            if is_sum(word, lists) {
                out.push((format!("m{}", word.text), word.span, at));
            } else if let Some((key, span)) = counted(text, at, lists) {
                out.push((format!("n{key}"), span, at));
            }
            if is_rare(word, lists) {
                if word.capital && (!word.opens || !comment) {
                    out.push((format!("p{}", word.text), word.span, at));
                }
                if let Some((key, span)) = pair(text, at, lists) {
                    out.push((format!("r{key}"), span, at));
                }
            }
        }
        out
    }

    /// A clinical word, or several: how many words, and by what it is compared.
    fn clinical(&self, text: &Text<'_>, at: usize, lists: &Lists) -> Option<(usize, String)> {
        let word = text.words.get(at)?;
        for stems in self.longer.get(&word.stem).into_iter().flatten() {
            let mut rest = stems.iter().enumerate().skip(1);
            let fits = rest.all(|(n, stem)| {
                text.joined(at + n - 1) && text.words.get(at + n).is_some_and(|w| w.stem == *stem)
            });
            if fits {
                return Some((stems.len(), stems.join(" ")));
            }
        }
        let known = self.roots.contains(root(&word.stem));
        let common = if self.grave.contains(root(&word.stem)) {
            &lists.common
        } else {
            &lists.ordinary
        };
        (known && !common.contains(&word.stem) && !lists.small.contains(word.text))
            .then(|| (1, root(&word.stem).to_owned()))
    }

    /// `June 14`, `14 June`, `14th of June`.
    fn date(&self, text: &Text<'_>, at: usize) -> Option<(String, Span)> {
        let month = |at: usize| self.months.contains(text.text(at));
        let day = |at: usize| {
            let digits: String = text
                .text(at)
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            (!digits.is_empty() && digits.len() < 3).then_some(digits)
        };
        let of = usize::from(text.text(at + 1) == "of");
        let (month, day, last) = if month(at) && text.joined(at) {
            (text.text(at), day(at + 1)?, at + 1)
        } else if month(at + 1 + of) && text.joined(at) {
            (text.text(at + 1 + of), day(at)?, at + 1 + of)
        } else {
            return None;
        };
        let end = text.words.get(last)?.span.end;
        let start = text.words.get(at)?.span.start;
        Some((format!("{month} {day}"), Span::new(start, end)))
    }
}

/// Two rare words or more of the comment that stand in one sentence of the reply, in any order: one alone is chance.
/// Nothing of a sentence in which something was found already.
fn scattered(reply: &Text<'_>, heard: &Text<'_>, lists: &Lists, found: &[Both]) -> Vec<Both> {
    let told = |text: &Text<'_>, word: &Word<'_>| {
        text.tells.get(word.sentence).copied().unwrap_or(true) && is_rare(word, lists)
    };
    let mut there: FxHashMap<&str, Span> = FxHashMap::default();
    for word in heard.words.iter().filter(|w| told(heard, w)) {
        there.entry(&word.stem).or_insert(word.span);
    }
    let mut out = Vec::new();
    let mut shared: Vec<(&Word<'_>, Span)> = Vec::new();
    let mut words = reply.words.iter().peekable();
    while let Some(word) = words.next() {
        if told(reply, word)
            && let Some(at) = there.get(word.stem.as_str())
            && !shared.iter().any(|(w, _)| w.stem == word.stem)
        {
            shared.push((word, *at));
        }
        if words.peek().is_some_and(|w| w.sentence == word.sentence) {
            continue;
        }
        if let [(first, at), .., (last, _)] = shared.as_slice() {
            let here = Span::new(first.span.start, last.span.end);
            if !found.iter().any(|both| both.here.overlaps(here)) {
                out.push(Both {
                    here,
                    there: Some(*at),
                });
            }
        }
        shared.clear();
    }
    out
}

/// A word that says something of this one comment: no word of grammar, of any talk about a hospital or of the playbook.
fn is_rare(word: &Word<'_>, lists: &Lists) -> bool {
    word.text.chars().nth(2).is_some()
        && word.text.chars().all(|c| !c.is_ascii_digit())
        && !lists.small.contains(word.text)
        && !lists.ordinary.contains(&word.stem)
}

/// A number that nobody hits by chance: of three digits or more, but no year, and none of the playbook's own or for an emergency.
fn is_sum(word: &Word<'_>, lists: &Lists) -> bool {
    let digits = word.text.chars().all(|c| c.is_ascii_digit());
    let year = word.text.len() == 4 && word.text.starts_with(['1', '2']);
    let known = lists.own.contains(word.text) || lists.emergency.contains(word.text);
    digits && word.text.len() > 2 && !year && !known
}

/// A number and what is counted: `14 hours`. The playbook's own numbers do not count.
fn counted(text: &Text<'_>, at: usize, lists: &Lists) -> Option<(String, Span)> {
    let (word, next) = (text.words.get(at)?, text.words.get(at + 1)?);
    let number = word.text.chars().all(|c| c.is_ascii_digit()) && word.text.len() > 1;
    let counts = number && text.joined(at) && !lists.own.contains(word.text);
    let what = next.text.chars().all(char::is_alphabetic) && !lists.small.contains(next.text);
    (counts && what).then(|| {
        let key = format!("{} {}", word.text, next.stem);
        (key, Span::new(word.span.start, next.span.end))
    })
}

/// A rare word and the next one, with no more than words of grammar between them.
fn pair(text: &Text<'_>, at: usize, lists: &Lists) -> Option<(String, Span)> {
    let word = text.words.get(at)?;
    for next in at + 1..=at + 1 + GAP {
        if !text.joined(next - 1) {
            return None;
        }
        let other = text.words.get(next)?;
        if is_rare(other, lists) {
            let key = format!("{} {}", word.stem, other.stem);
            return Some((key, Span::new(word.span.start, other.span.end)));
        }
        if !lists.small.contains(other.text) {
            return None;
        }
    }
    None
}

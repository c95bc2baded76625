//! Every literal term of the playbook in one automaton.
//!
//! Terms are folded, the draft is folded, one pass finds all places of all terms.
//! Each place is then looked at: word edges, exact capitals where the playbook wrote
//! some, and whether it stands in prose. Cost per character does not grow with the
//! number of terms (docs: facts/engine.md, 10,000 terms).

use cuecard_text::{Folded, Span, is_word_edge, sorted};

use crate::automaton::Automaton;
use crate::taken::Taken;
use crate::zones::{Zone, ZoneKind, zone_at};

/// Whose term it is. The numbers are places in the lists of the playbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// Term number `.1` of word rule `.0`.
    Word(usize, usize),
    /// A claim.
    Claim(usize),
    /// A signal of a priority.
    Signal(usize),
    /// A text without which a pattern cannot match.
    Gate(usize),
    /// A trigger of a required text.
    Required(usize),
    /// A term of a pack.
    Pack(usize),
    /// A word that must stand near the terms of a pack's group.
    Near(usize),
    /// A claim that was approved in these words.
    Approved,
}

/// Where, besides prose, a term is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not in links, addresses, handles and hashtags.
    Prose,
    /// In hashtags as well, at the joints of their words.
    Hashtags,
    /// Anywhere, also inside words.
    Anywhere,
}

/// A place of a term in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Whose term.
    pub owner: Owner,
    /// Where in the folded text.
    pub folded: Span,
    /// Where in the draft.
    pub source: Span,
}

#[derive(Clone, Debug)]
struct Term {
    owner: Owner,
    reach: Reach,
    /// As it must be written, when the playbook wrote it with capitals.
    exact: Option<String>,
    /// The term without its spaces and hyphens, for hashtags only.
    squashed: bool,
}

/// Collects terms before the automaton is built.
#[derive(Clone, Debug, Default)]
pub struct Collector {
    texts: Vec<String>,
    terms: Vec<Term>,
}

impl Collector {
    /// Adds a term as the playbook writes it. One with capitals is found only as
    /// written; one without in any case.
    pub fn add(&mut self, owner: Owner, term: &str, reach: Reach) {
        let cased = Folded::cased(term.trim());
        let folded = Folded::collapsed(term.trim());
        if folded.as_str().is_empty() {
            return;
        }
        let exact = (cased.as_str() != folded.as_str() && reach != Reach::Anywhere)
            .then(|| cased.as_str().to_owned());
        if reach == Reach::Hashtags {
            let squash = |s: &str| s.replace([' ', '-', '\''], "");
            let (text, whole) = (squash(folded.as_str()), exact.as_deref().map(squash));
            if text != folded.as_str() && !text.is_empty() {
                self.push(text, owner, reach, whole, true);
            }
        }
        self.push(folded.as_str().to_owned(), owner, reach, exact, false);
    }

    fn push(
        &mut self,
        text: String,
        owner: Owner,
        reach: Reach,
        exact: Option<String>,
        squashed: bool,
    ) {
        self.texts.push(text);
        self.terms.push(Term {
            owner,
            reach,
            exact,
            squashed,
        });
    }

    /// Builds the automaton.
    #[must_use]
    pub fn build(self) -> Literals {
        Literals {
            automaton: Automaton::new(&self.texts),
            terms: self.terms,
        }
    }
}

/// The automaton with what must be looked at for each term.
#[derive(Clone, Debug)]
pub struct Literals {
    automaton: Automaton,
    terms: Vec<Term>,
}

impl Literals {
    /// All places of all terms, in the order of their ends.
    #[must_use]
    pub fn find(&self, text: &str, folded: &Folded, zones: &[Zone]) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.automaton.find(folded.as_str(), &mut |number, place| {
            let term = self.terms.get(number);
            hits.extend(term.and_then(|term| {
                let source = term.holds(text, folded, zones, place)?;
                Some(Hit {
                    owner: term.owner,
                    folded: place,
                    source,
                })
            }));
        });
        hits
    }
}

impl Term {
    /// The place in the draft, when the term really stands there.
    fn holds(&self, text: &str, folded: &Folded, zones: &[Zone], place: Span) -> Option<Span> {
        if self.reach == Reach::Anywhere {
            return Some(folded.source(place));
        }
        let edge = |at| is_word_edge(folded.as_str(), at);
        let edges = edge(place.start) && edge(place.end);
        if !edges && self.reach == Reach::Prose {
            return None;
        }
        let source = folded.source(place);
        if let Some(exact) = &self.exact
            && Folded::cased(source.of(text)).as_str() != exact
        {
            return None;
        }
        let held = match zone_at(zones, source) {
            None => edges && !self.squashed,
            Some(zone) => {
                self.reach == Reach::Hashtags
                    && zone.kind == ZoneKind::Hashtag
                    && joints(text, zone.span, source)
            }
        };
        held.then_some(source)
    }
}

/// Letters from which a term may hang on one joint only (`#addictrecovery`).
const LONG: usize = 5;

/// Whether a place in a hashtag begins and ends where its words do: at its ends or
/// where small letters meet capitals (`#ERstories`, not `#HERstory`).
fn joints(text: &str, tag: Span, place: Span) -> bool {
    let before = text.get(..place.start).and_then(|t| t.chars().next_back());
    let after = text.get(place.end..).and_then(|t| t.chars().next());
    let mut inside = place.of(text).chars();
    let (first, last) = (inside.next(), inside.next_back());
    let body = tag.start + 1;
    let case = |c: Option<char>| c.map(char::is_uppercase);
    let begins = place.start <= body || case(before) != case(first) && case(first) == Some(true);
    let last = last.or(first);
    let ends = place.end >= tag.end || case(last) != case(after);
    (begins && ends) || (place.len() >= LONG && (begins || ends))
}

/// The hits of one kind that remain when the longest win and none overlap, in the
/// order of the text.
#[must_use]
pub fn longest(hits: Vec<Hit>) -> Vec<Hit> {
    let key = |h: &Hit| (std::cmp::Reverse(h.folded.len()), h.folded.start, h.owner);
    let mut taken = Taken::default();
    let mut kept = sorted(hits, |a, b| key(a).cmp(&key(b)));
    kept.retain(|hit| taken.take(hit.source));
    sorted(kept, |a, b| a.source.start.cmp(&b.source.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zones::zones;

    fn found(term: &str, reach: Reach, text: &str) -> Vec<String> {
        let mut all = Collector::default();
        all.add(Owner::Claim(0), term, reach);
        let hits = all
            .build()
            .find(text, &Folded::collapsed(text), &zones(text));
        longest(hits)
            .iter()
            .map(|h| h.source.of(text).to_owned())
            .collect()
    }

    #[test]
    fn terms_are_found_where_they_stand_as_words() {
        let cases: [(&str, &str, &[&str]); 16] = [
            ("ER", "Our ER, the ER's door, ER-based", &["ER", "ER", "ER"]),
            ("ER", "HER eR er ERs WATER _ER_", &[]),
            (
                "ER",
                "#ERstories @ER_nurse er@ER.org https://a.example/ER #ER",
                &[],
            ),
            ("ER", "😀ER👩🏽‍⚕️ (ER) “ER”", &["ER", "ER", "ER"]),
            (
                "utilize",
                "Utilize UTILIZE utilize utilized",
                &["Utilize", "UTILIZE", "utilize"],
            ),
            (
                "emergency room",
                "emergency\nroom, Emergency  Room",
                &["emergency\nroom", "Emergency  Room"],
            ),
            (
                "emergency room",
                "emergency\u{A0}room",
                &["emergency\u{A0}room"],
            ),
            (
                "world-class",
                "world‑class, world—class",
                &["world‑class", "world—class"],
            ),
            ("patient's", "the patient’s", &["patient’s"]),
            (
                "Children’s Wing",
                "Children's Wing, children's wing",
                &["Children's Wing"],
            ),
            ("#1", "the #1 choice, #10, #1!", &["#1", "#1"]),
            ("café", "cafe\u{301} CAFÉ cafe", &["cafe\u{301}", "CAFÉ"]),
            ("addict", "ad\u{AD}dict, addicted", &["ad\u{AD}dict"]),
            ("24/7", "open 24/7.", &["24/7"]),
            ("straße", "Straße", &["Straße"]),
            ("istanbul", "İstanbul", &[]),
        ];
        for (term, text, want) in cases {
            assert_eq!(found(term, Reach::Prose, text), want, "{term} in {text}");
        }
    }

    #[test]
    fn terms_are_found_in_hashtags_when_asked_for() {
        let cases: [(&str, &str, &[&str]); 7] = [
            ("ER", "#ERstories", &["ER"]),
            ("ER", "#HERstory #WATER", &[]),
            ("ER", "#VisitOurER @ER", &["ER"]),
            (
                "world-class",
                "#WorldClassCare #world_class",
                &["WorldClass"],
            ),
            ("addict", "#addictrecovery", &["addict"]),
            ("cure", "#secured", &[]),
            ("cure", "#cure it, cure", &["cure", "cure"]),
        ];
        for (term, text, want) in cases {
            assert_eq!(found(term, Reach::Hashtags, text), want, "{term} in {text}");
        }
    }
}

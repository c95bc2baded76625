//! Words that say what a number is: `MRN`, `member ID`, `account number`.

use cuecard_text::{Folded, Span, words};
use rustc_hash::FxHashMap;

use super::atoms::{Atoms, Kind as Piece};
use super::codes;
use super::kind::{Found, Kind};
use crate::packs::read::Pack;
use crate::prepared::Prepared;

/// How far behind a label its number may stand, in bytes: `phone (evenings, please): 415…`.
const REACH: usize = 32;

/// Most pieces between a label and its value.
const BETWEEN: usize = 8;

/// Words that may stand between a label and its value.
const FILLERS: [&str; 13] = [
    "number", "no", "num", "nr", "id", "is", "was", "code", "are", "ending", "in", "tag", "num",
];

/// Words that say that a value follows.
const EXPLICIT: [&str; 6] = ["number", "no", "num", "nr", "id", "tag"];

/// The labels of a pack.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    by_first: FxHashMap<String, Vec<Label>>,
    values: FxHashMap<Kind, Value>,
}

#[derive(Clone, Debug)]
struct Label {
    rest: Vec<String>,
    kind: Kind,
    explicit: bool,
}

/// What a value of a kind looks like.
#[derive(Clone, Copy, Debug)]
struct Value {
    shortest: usize,
    longest: usize,
    explicit: bool,
}

/// A label in a draft.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    kind: Kind,
    /// One past its last byte.
    end: usize,
    explicit: bool,
}

impl Labels {
    pub fn new(pack: &Pack) -> Self {
        let mut out = Self::default();
        for kind in Kind::ALL {
            let Some(group) = pack.recogniser(kind.name()) else {
                continue;
            };
            if let Some(shortest) = group.number("Shortest") {
                out.values.insert(
                    kind,
                    Value {
                        shortest,
                        longest: group.number("Longest").unwrap_or(24),
                        explicit: group.number("Explicit").is_some(),
                    },
                );
            }
            for entry in group.entries("Context") {
                let folded = Folded::collapsed(entry);
                let mut parts = words(folded.as_str())
                    .into_iter()
                    .map(|w| w.text.to_owned());
                let Some(first) = parts.next() else { continue };
                let rest: Vec<String> = parts.collect();
                let last = rest.last().unwrap_or(&first);
                let label = Label {
                    explicit: EXPLICIT.contains(&last.as_str()),
                    rest,
                    kind,
                };
                out.by_first.entry(first).or_default().push(label);
            }
        }
        out
    }

    /// The labels of a draft, in order.
    pub fn find(&self, draft: &Prepared<'_>) -> Vec<Place> {
        let mut out = Vec::new();
        for (i, token) in draft.words.iter().enumerate() {
            let Some(labels) = self.by_first.get(draft.word(*token)) else {
                continue;
            };
            for label in labels {
                let mut end = token.source.end;
                let whole = label.rest.iter().enumerate().all(|(n, want)| {
                    draft.words.get(i + 1 + n).is_some_and(|next| {
                        end = next.source.end;
                        draft.word(*next) == want
                    })
                });
                if whole {
                    out.push(Place {
                        kind: label.kind,
                        end,
                        explicit: label.explicit,
                    });
                }
            }
        }
        cuecard_text::sorted(out, |a, b| a.end.cmp(&b.end))
    }

    /// The values that stand behind labels.
    pub fn values(&self, places: &[Place], atoms: &Atoms<'_>, out: &mut Vec<Found>) {
        for place in places {
            let Some(value) = self.values.get(&place.kind) else {
                continue;
            };
            let first = atoms.list.partition_point(|a| a.span.start < place.end);
            if let Some(span) = value.behind(atoms, first, place.explicit, place.kind) {
                out.push(Found::new(place.kind, span, true));
            }
        }
    }
}

/// Whether a label of a kind stands shortly before a byte, in the same line.
pub(super) fn before(places: &[Place], kind: Kind, byte: usize) -> bool {
    let after = places.partition_point(|p| p.end <= byte);
    places
        .get(..after)
        .unwrap_or(&[])
        .iter()
        .rev()
        .take_while(|p| p.end + REACH >= byte)
        .any(|p| p.kind == kind)
}

impl Value {
    fn behind(self, atoms: &Atoms<'_>, first: usize, named: bool, kind: Kind) -> Option<Span> {
        let mut explicit = named;
        let mut at = first;
        for _ in 0..BETWEEN {
            match atoms.kind(at)? {
                Piece::Space => {}
                Piece::Sign('#' | ':') => explicit = true,
                Piece::Sign('.' | '=' | '(' | '-' | '"' | '“') => {}
                Piece::Letters => {
                    let word = atoms.str(at).to_lowercase();
                    if !FILLERS.contains(&word.as_str()) {
                        break;
                    }
                    explicit |= EXPLICIT.contains(&word.as_str());
                }
                _ => break,
            }
            at += 1;
        }
        if self.explicit && !explicit {
            return None;
        }
        // `ABC 1234` on a plate: letters, then the part with the digits.
        let letters = atoms.str(at);
        let plate = kind == Kind::Vehicle
            && letters.len() <= 3
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && atoms.kind(at + 1) == Some(Piece::Space);
        let from = at;
        let (end, span) = codes::value(atoms, if plate { at + 2 } else { at })?;
        let span = if plate {
            atoms.between(from, end)
        } else {
            span
        };
        let size = span
            .of(atoms.text)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .count();
        (atoms.ends(end) && (self.shortest..=self.longest).contains(&size)).then_some(span)
    }
}

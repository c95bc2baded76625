//! Street addresses, post-office boxes, ZIP codes behind their state.

use cuecard_text::Span;

use super::atoms::{Atoms, Kind as Piece};
use super::kind::{Found, Kind};

/// What the name of a street ends in. Those in the second list are words of their own, so they need their capital
/// and something behind or before them that makes an address.
const STREETS: [&str; 44] = [
    "street",
    "st",
    "avenue",
    "ave",
    "av",
    "road",
    "rd",
    "boulevard",
    "blvd",
    "lane",
    "ln",
    "drive",
    "dr",
    "court",
    "ct",
    "circle",
    "cir",
    "place",
    "pl",
    "parkway",
    "pkwy",
    "highway",
    "hwy",
    "terrace",
    "ter",
    "trail",
    "trl",
    "turnpike",
    "tpke",
    "way",
    "square",
    "sq",
    "plaza",
    "alley",
    "aly",
    "loop",
    "crescent",
    "cres",
    "expressway",
    "expy",
    "route",
    "rte",
    "broadway",
    "pike",
];

const STATES: [&str; 52] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
    "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
    "NY", "NC", "ND", "OH", "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA",
    "WA", "WV", "WI", "WY",
];

const UNITS: [&str; 9] = [
    "apt",
    "apartment",
    "suite",
    "ste",
    "unit",
    "floor",
    "bldg",
    "building",
    "lot",
];

/// Most words between the number of a house and the word for its street.
const NAME: usize = 4;

/// Reads the address that begins at a piece. Gives where to go on.
pub(super) fn at(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    if !atoms.begins(i) {
        return None;
    }
    let end = match atoms.kind(i)? {
        Piece::Digits | Piece::Mixed => street(atoms, i).map(|end| tail(atoms, end)),
        Piece::Letters => match atoms.str(i) {
            "P" | "PO" | "Po" | "p" | "Post" => po_box(atoms, i).map(|end| tail(atoms, end)),
            // The ZIP code stands behind a space or a comma.
            state if state.len() == 2 && STATES.contains(&state) => zip(atoms, i),
            _ => None,
        },
        _ => None,
    }?;
    out.push(Found::new(Kind::Address, atoms.between(i, end), true));
    Some(end)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// `123 Park Drive`, `4B N. 5th Ave.`.
fn street(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let number = atoms.str(i);
    let house = number.len() <= 6 && number.starts_with(|c: char| matches!(c, '1'..='9')) && {
        let digits = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.len() + 1 >= number.len() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    if !house || atoms.kind(i + 1) != Some(Piece::Space) {
        return None;
    }
    let mut at = i + 2;
    let mut names = 0;
    for n in 0..=NAME {
        let word = atoms.str(at);
        let lower = word.to_lowercase();
        let ordinal =
            atoms.kind(at) == Some(Piece::Mixed) && word.starts_with(|c: char| c.is_ascii_digit());
        if !(is_capital(word) || ordinal) {
            return None;
        }
        let alone = lower == "broadway";
        if (n > 0 || alone)
            && is_capital(word)
            && STREETS.contains(&lower.as_str())
            && (names > 0 || alone)
        {
            let dot = atoms.sign(at + 1) == Some('.');
            let short = lower.len() <= 4;
            // `9 St. Mary's Drive`: the saint is no street.
            let saint = lower == "st"
                && dot
                && atoms.kind(at + 2) == Some(Piece::Space)
                && is_capital(atoms.str(at + 3))
                && n == 0;
            if !saint {
                let end = at + 1 + usize::from(dot && short);
                return Some(quarter(atoms, end));
            }
        }
        if !matches!(
            lower.as_str(),
            "n" | "s" | "e" | "w" | "ne" | "nw" | "se" | "sw"
        ) {
            names += 1;
        }
        at += 1;
        if atoms.sign(at) == Some('.') {
            at += 1;
        }
        if atoms.kind(at) == Some(Piece::Sign('’')) || atoms.sign(at) == Some('\'') {
            at += 2;
        }
        if atoms.kind(at) != Some(Piece::Space) {
            return None;
        }
        at += 1;
    }
    None
}

/// `Main Street NW`.
fn quarter(atoms: &Atoms<'_>, end: usize) -> usize {
    let next = atoms.str(end + 1);
    let is = matches!(
        next,
        "N" | "S" | "E" | "W" | "NE" | "NW" | "SE" | "SW" | "North" | "South" | "East" | "West"
    );
    if atoms.kind(end) == Some(Piece::Space) && is {
        end + 2
    } else {
        end
    }
}

/// `P.O. Box 123`, `PO Box 123`.
fn po_box(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let mut at = i;
    let mut letters = String::new();
    while at < i + 8 && !letters.to_lowercase().ends_with("box") {
        match atoms.kind(at)? {
            Piece::Letters => letters.push_str(atoms.str(at)),
            Piece::Sign('.') | Piece::Space => {}
            _ => return None,
        }
        at += 1;
    }
    let is_box = matches!(letters.to_lowercase().as_str(), "pobox" | "postofficebox");
    let number = (is_box && atoms.kind(at) == Some(Piece::Space)).then_some(at + 1)?;
    (atoms.kind(number) == Some(Piece::Digits) && atoms.ends(number + 1)).then_some(number + 1)
}

/// What follows a street: a unit, a town, a state, a ZIP code, as far as they stand there.
fn tail(atoms: &Atoms<'_>, end: usize) -> usize {
    let mut end = end;
    let mut at = over(atoms, end);
    let hash = atoms.sign(at) == Some('#');
    if hash || UNITS.contains(&atoms.str(at).to_lowercase().as_str()) {
        let mut value = at + 1;
        while matches!(
            atoms.kind(value),
            Some(Piece::Space | Piece::Sign('.' | '#'))
        ) {
            value += 1;
        }
        let held = atoms.get(value).filter(|a| a.is_chunk());
        if held.is_some_and(|a| {
            a.span.of(atoms.text).bytes().any(|b| b.is_ascii_digit()) || a.span.len() == 1
        }) {
            end = value + 1;
            at = over(atoms, end);
        }
    }
    // The town counts only when its state or a ZIP code follows: three words at most.
    for n in 0..4 {
        if STATES.contains(&atoms.str(at)) && n > 0 {
            return zip(atoms, at).unwrap_or(at + 1);
        }
        if is_zip(atoms, at) && n > 0 {
            return plus_four(atoms, at + 1);
        }
        let next = over(atoms, at + 1);
        if !is_capital(atoms.str(at)) || next == at + 1 {
            break;
        }
        at = next;
    }
    end
}

/// Over a comma, spaces, a line break.
fn over(atoms: &Atoms<'_>, i: usize) -> usize {
    let mut at = i;
    while at < i + 3
        && matches!(
            atoms.kind(at),
            Some(Piece::Space | Piece::Break | Piece::Sign(','))
        )
    {
        at += 1;
    }
    at
}

/// `CA 03245`, `CA, 03245-1234`.
fn zip(atoms: &Atoms<'_>, state: usize) -> Option<usize> {
    let at = over(atoms, state + 1);
    (at > state + 1 && is_zip(atoms, at)).then(|| plus_four(atoms, at + 1))
}

fn is_zip(atoms: &Atoms<'_>, at: usize) -> bool {
    atoms.is_digits(at, 5)
}

fn plus_four(atoms: &Atoms<'_>, end: usize) -> usize {
    if atoms.sign(end) == Some('-') && atoms.is_digits(end + 1, 4) {
        end + 2
    } else {
        end
    }
}

/// The text of an address as it is compared: letters and digits in lower case.
pub(super) fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The span without what is no part of it.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let body = span.of(text).trim_end_matches([' ', ',', '\n']);
    Span::new(span.start, span.start + body.len())
}

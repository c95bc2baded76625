//! Dates: in numbers, with a month's name, in the form of ISO 8601.

use cuecard_text::Span;

use super::atoms::{Atoms, Kind as Piece};
use super::kind::{Found, Kind};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a word is a month: its name, or three or four letters of it. `may` and `march` are verbs, so they
/// need their capital.
fn is_month(word: &str) -> bool {
    let first = word.bytes().next().unwrap_or(0).to_ascii_lowercase();
    if !(3..=9).contains(&word.len()) || !b"jfmasond".contains(&first) || !word.is_ascii() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let short = lower.len() == 3 || lower == "sept";
    let named = MONTHS
        .iter()
        .any(|m| *m == lower || (short && m.starts_with(&lower)));
    let verb = matches!(
        lower.as_str(),
        "may" | "march" | "mar" | "sep" | "dec" | "jun"
    );
    named && (!verb || word.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 4).then(|| text.parse().ok()).flatten()
}

fn is_day(text: &str) -> bool {
    text.len() <= 2 && number(text).is_some_and(|d| (1..=31).contains(&d))
}

fn is_month_number(text: &str) -> bool {
    text.len() <= 2 && number(text).is_some_and(|m| (1..=12).contains(&m))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && number(text).is_some_and(|y| (1900..=2099).contains(&y))
}

/// `5th`, `21st` as the day that it is.
fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
}

/// Reads the date that begins at a piece. Gives where to go on.
pub(super) fn at(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    if !atoms.begins(i) {
        return None;
    }
    let (span, end, sure) = match atoms.kind(i)? {
        Piece::Digits => in_numbers(atoms, i).or_else(|| day_first(atoms, i)),
        Piece::Mixed => day_first(atoms, i),
        // A number stands two or three pieces on, or it is no date.
        Piece::Letters
            if (2..=3).any(|n| matches!(atoms.kind(i + n), Some(Piece::Digits | Piece::Mixed)))
                && is_month(atoms.str(i)) =>
        {
            month_first(atoms, i)
        }
        _ => None,
    }?;
    out.push(Found::new(Kind::Date, span, sure));
    Some(end)
}

type Date = (Span, usize, bool);

fn whole(atoms: &Atoms<'_>, i: usize, end: usize, sure: bool) -> Option<Date> {
    atoms.ends(end).then(|| (atoms.between(i, end), end, sure))
}

/// `5/20/2021`, `2021-05-20`, `21.5.21`, `05/21`.
fn in_numbers(atoms: &Atoms<'_>, i: usize) -> Option<Date> {
    let sign = atoms.sign(i + 1).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let (a, b, c) = (atoms.str(i), atoms.str(i + 2), atoms.str(i + 4));
    let three = atoms.sign(i + 3) == Some(sign) && atoms.get(i + 4).is_some_and(|a| a.is_chunk());
    let two =
        |x: &str, y: &str| (is_month_number(x) && is_day(y)) || (is_day(x) && is_month_number(y));
    if three {
        if is_year(a) && sign != '.' && is_month_number(b) {
            if atoms.kind(i + 4) == Some(Piece::Digits) && is_day(c) {
                return whole(atoms, i, i + 5, true);
            }
            return with_time(atoms, i, i + 4);
        }
        let year = is_year(c) || (c.len() == 2 && number(c).is_some());
        if atoms.kind(i + 4) == Some(Piece::Digits) && two(a, b) && year {
            return whole(atoms, i, i + 5, true);
        }
        return None;
    }
    if sign != '/' || atoms.kind(i + 2) != Some(Piece::Digits) {
        return None;
    }
    if is_month_number(a) && is_year(b) {
        return whole(atoms, i, i + 3, false);
    }
    // `9/10` rates, `1/2` divides, `24/7` is always open.
    let rate = matches!(b, "10" | "5" | "100") || (a, b) == ("24", "7");
    let written = a.len() == 2 && a.starts_with('0') || b.len() == 2;
    (two(a, b) && written && !rate)
        .then(|| whole(atoms, i, i + 3, false))
        .flatten()
}

/// `2024-06-05T09:15:30.500-07:00`: the day stands in one chunk with the hour.
fn with_time(atoms: &Atoms<'_>, i: usize, day: usize) -> Option<Date> {
    let start = atoms.get(day)?.span.start;
    let tail = atoms.text.get(start..)?.as_bytes();
    let [d, e, b'T' | b't', ..] = tail else {
        return None;
    };
    if !(d.is_ascii_digit() && e.is_ascii_digit()) {
        return None;
    }
    let mut n = 3;
    let run = |from: usize, of: &[u8]| {
        let rest = tail.get(from..).unwrap_or(&[]).iter().take(16);
        from + rest
            .take_while(|b| b.is_ascii_digit() || of.contains(b))
            .count()
    };
    let end = run(n, b":.");
    if end < n + 4 {
        return None;
    }
    n = end;
    match tail.get(n) {
        Some(b'Z' | b'z') => n += 1,
        Some(b'+' | b'-') => n = run(n + 1, b":"),
        _ => {}
    }
    while n > 0 && matches!(tail.get(n - 1), Some(b'.' | b':')) {
        n -= 1;
    }
    let first = atoms.get(i)?.span.start;
    let span = Span::new(first, start + n);
    let mut next = day;
    while atoms.get(next).is_some_and(|a| a.span.end <= span.end) {
        next += 1;
    }
    Some((span, next, true))
}

/// Over a space, a hyphen, a comma with a space.
fn gap(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    match atoms.kind(i)? {
        Piece::Space | Piece::Sign('-' | '/') => Some(i + 1),
        Piece::Sign(',' | '.') => match atoms.kind(i + 1)? {
            Piece::Space => Some(i + 2),
            _ => None,
        },
        _ => None,
    }
}

/// `5-May-2021`, `21 May`, `5th of May 2021`.
fn day_first(atoms: &Atoms<'_>, i: usize) -> Option<Date> {
    if !is_day(ordinal(atoms.str(i))) {
        return None;
    }
    let mut month = gap(atoms, i + 1)?;
    if atoms.str(month) == "of" {
        month = gap(atoms, month + 1)?;
    }
    if !is_month(atoms.str(month)) {
        return None;
    }
    let year = gap(atoms, month + 1).filter(|y| is_year(atoms.str(*y)));
    match year {
        Some(year) => whole(atoms, i, year + 1, true),
        None => whole(atoms, i, month + 1, true),
    }
}

/// `May 5, 2021`, `May 5th`, `May-21`, `May 2021`.
fn month_first(atoms: &Atoms<'_>, i: usize) -> Option<Date> {
    let next = gap(atoms, i + 1)?;
    if is_year(atoms.str(next)) {
        return whole(atoms, i, next + 1, false);
    }
    if !is_day(ordinal(atoms.str(next))) {
        return None;
    }
    let year = gap(atoms, next + 1).filter(|y| is_year(atoms.str(*y)));
    match year {
        Some(year) => whole(atoms, i, year + 1, true),
        None => whole(atoms, i, next + 1, true),
    }
}

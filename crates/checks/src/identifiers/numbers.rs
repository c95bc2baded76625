//! Numbers by their form: telephone, Social Security, cards, providers, routing.

use cuecard_text::Span;

use super::atoms::{Atoms, Kind as Piece};
use super::kind::{Found, Kind};
use super::proof;

/// Most groups of digits in one number: `+33 1 42 68 53 00` has six, an IBAN in print more.
const GROUPS: usize = 7;

/// Groups of digits that single separators join.
struct Groups<'a> {
    atoms: &'a Atoms<'a>,
    /// Piece of each group.
    at: Vec<usize>,
    /// Separator behind each group but the last: the sign, or a space.
    by: Vec<char>,
}

impl<'a> Groups<'a> {
    fn read(atoms: &'a Atoms<'a>, first: usize) -> Self {
        let (mut at, mut by) = (vec![first], Vec::new());
        let mut i = first;
        while at.len() < GROUPS {
            let separator = match atoms.kind(i + 1) {
                Some(Piece::Space) if atoms.get(i + 1).is_some_and(|a| a.span.len() <= 2) => ' ',
                Some(Piece::Sign(c @ ('-' | '.'))) => c,
                _ => break,
            };
            if atoms.kind(i + 2) != Some(Piece::Digits) {
                break;
            }
            by.push(separator);
            at.push(i + 2);
            i += 2;
        }
        Self { atoms, at, by }
    }

    /// The lengths of the first `n` groups, when they end there and their separators are all the same.
    fn lengths(&self, n: usize) -> Option<(Vec<usize>, char)> {
        let by = self.by.get(..n.checked_sub(1)?)?;
        let first = by.first().copied().unwrap_or('\0');
        let lengths = self.at.get(..n)?.iter();
        let lengths = lengths
            .map(|i| self.atoms.get(*i).map_or(0, |a| a.span.len()))
            .collect();
        (by.iter().all(|c| *c == first) && self.atoms.ends(self.end(n))).then_some((lengths, first))
    }

    /// One past the last piece of the first `n` groups.
    fn end(&self, n: usize) -> usize {
        n.checked_sub(1)
            .and_then(|n| self.at.get(n))
            .map_or(usize::MAX, |i| i + 1)
    }

    fn span(&self, n: usize) -> Span {
        let first = self.at.first().copied().unwrap_or(0);
        self.atoms.between(first, self.end(n))
    }
}

/// Reads the number that begins at a run of digits (or its `+` or `(`); `labelled` says what kind of number
/// the words before it speak of. Gives where to go on.
pub(super) fn at(
    atoms: &Atoms<'_>,
    i: usize,
    labelled: impl Fn(Kind) -> bool,
    out: &mut Vec<Found>,
) -> Option<usize> {
    if let Some((end, sure)) = phone(atoms, i, &labelled) {
        let span = atoms.between(i, end);
        let end = extension(atoms, end);
        out.push(Found::new(
            Kind::Phone,
            Span::new(span.start, atoms.between(i, end).end),
            sure,
        ));
        return Some(end);
    }
    if atoms.kind(i) != Some(Piece::Digits) || !atoms.begins(i) {
        return None;
    }
    let groups = Groups::read(atoms, i);
    for n in (1..=groups.at.len()).rev() {
        let Some((lengths, by)) = groups.lengths(n) else {
            continue;
        };
        let span = groups.span(n);
        if let Some((kind, sure)) = of_form(span.of(atoms.text), &lengths, by, &labelled) {
            out.push(Found::new(kind, span, sure));
            return Some(groups.end(n));
        }
    }
    None
}

/// What a number of groups of these lengths is.
fn of_form(
    text: &str,
    lengths: &[usize],
    by: char,
    labelled: &impl Fn(Kind) -> bool,
) -> Option<(Kind, bool)> {
    let total: usize = lengths.iter().sum();
    match lengths {
        [3, 2, 4] if proof::is_ssn(text) || proof::is_itin(text) => {
            return Some((Kind::Ssn, true));
        }
        [3, 6] | [5, 4] if by == '-' && proof::is_ssn(text) => {
            return Some((Kind::Ssn, labelled(Kind::Ssn)));
        }
        [4, 4, 1] if by == '-' && proof::is_routing(text) => return Some((Kind::Account, true)),
        _ => {}
    }
    let printed = matches!(
        lengths,
        [4, 4, 4, 4] | [4, 6, 5] | [4, 6, 4] | [4, 4, 4, 4, 3]
    );
    if by != '.' && (printed || lengths.len() == 1) && proof::is_card(text) {
        return Some((Kind::Card, true));
    }
    if lengths.len() > 1 || !(9..=17).contains(&total) {
        return None;
    }
    let known = match total {
        9 if labelled(Kind::Ssn) => Some((Kind::Ssn, true)),
        9 if proof::is_routing(text) => Some((Kind::Account, labelled(Kind::Account))),
        9 if proof::is_itin(text) || proof::is_ssn(text) => Some((Kind::Ssn, false)),
        10 if proof::is_npi(text) => Some((Kind::Licence, true)),
        10 if proof::is_nanp(text) && labelled(Kind::Phone) => Some((Kind::Phone, true)),
        11 if text.starts_with('1') && labelled(Kind::Phone) => Some((Kind::Phone, true)),
        _ => None,
    };
    // A row of one digit or of zeros is no number of anybody.
    let varied = text.bytes().any(|b| !text.starts_with(char::from(b)));
    known.or((varied).then_some((Kind::Number, false)))
}

/// A telephone number: where it ends, and whether its form alone shows it.
fn phone(atoms: &Atoms<'_>, i: usize, labelled: &impl Fn(Kind) -> bool) -> Option<(usize, bool)> {
    if !atoms.begins(i) {
        return None;
    }
    match atoms.sign(i) {
        Some('+') => return international(atoms, i),
        Some('(') => return american(atoms, i).map(|end| (end, true)),
        Some(_) => return None,
        None => {}
    }
    if atoms.kind(i) != Some(Piece::Digits) {
        return None;
    }
    let length = atoms.get(i)?.span.len();
    // `1-415-555-0132`, `91-415-555-0132`.
    if length <= 3
        && let Some(rest) = gap(atoms, i + 1)
        && rest > i + 1
        && (length < 3 || atoms.sign(i + 1) == Some('-'))
        && let Some(end) = american(atoms, rest)
    {
        return Some((end, true));
    }
    if let Some(end) = american(atoms, i) {
        return Some((end, true));
    }
    // `555-0132` is a telephone number where the words say so.
    if length == 3
        && labelled(Kind::Phone)
        && matches!(atoms.sign(i + 1), Some('-' | '.'))
        && atoms.is_digits(i + 2, 4)
        && atoms.ends(i + 3)
    {
        return Some((i + 3, true));
    }
    national(atoms, i).map(|end| (end, true))
}

/// Over a space, a hyphen or a full stop; on the spot where there is none.
fn gap(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    match atoms.kind(i)? {
        Piece::Space if atoms.get(i)?.span.len() <= 2 => match atoms.sign(i + 1) {
            // `415 - 555`.
            Some('-') if atoms.kind(i + 2) == Some(Piece::Space) => Some(i + 3),
            _ => Some(i + 1),
        },
        Piece::Sign('-' | '.' | '/') => Some(i + 1),
        _ => Some(i),
    }
}

/// `(415) 555-0132`, `415-555-0132`, `415.555.0132`, `415 555 0132`.
fn american(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let (area, next) = if atoms.sign(i) == Some('(') {
        (atoms.sign(i + 2) == Some(')')).then_some((i + 1, gap(atoms, i + 3)?))?
    } else {
        let next = gap(atoms, i + 1)?;
        (next > i + 1).then_some((i, next))?
    };
    if !(atoms.is_digits(area, 3) && atoms.is_digits(next, 3)) {
        return None;
    }
    let last = gap(atoms, next + 1)?;
    if last == next + 1 || !atoms.is_digits(last, 4) || !atoms.ends(last + 1) {
        return None;
    }
    let ten = [atoms.str(area), atoms.str(next), atoms.str(last)].concat();
    proof::is_nanp(&ten).then_some(last + 1)
}

/// `+44 (20) 7123 4567`, `+14155550132`: 8 to 15 digits in groups.
fn international(atoms: &Atoms<'_>, plus: usize) -> Option<(usize, bool)> {
    let mut i = plus + 1;
    let (mut total, mut end) = (0, None);
    for group in 0..GROUPS {
        if atoms.sign(i) == Some('(') && group == 1 {
            if !(atoms.kind(i + 1) == Some(Piece::Digits) && atoms.sign(i + 2) == Some(')')) {
                break;
            }
            total += atoms.get(i + 1)?.span.len();
            i += 3;
        } else if atoms.kind(i) == Some(Piece::Digits) {
            total += atoms.get(i)?.span.len();
            i += 1;
        } else {
            break;
        }
        end = (8..=15).contains(&total).then_some(i).or(end);
        i = gap(atoms, i).unwrap_or(i);
    }
    end.filter(|end| atoms.ends(*end)).map(|end| (end, true))
}

/// With the zero that other countries dial: `090-1234-5678`, `09-7625400`.
fn national(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let first = atoms.str(i);
    if !first.starts_with('0') || !(2..=5).contains(&first.len()) {
        return None;
    }
    let groups = Groups::read(atoms, i);
    for n in (2..=groups.at.len().min(4)).rev() {
        let Some((lengths, by)) = groups.lengths(n) else {
            continue;
        };
        let total: usize = lengths.iter().sum();
        let wide = lengths.iter().skip(1).all(|l| *l >= 3);
        // Two groups like these are a Social Security number with a hyphen lost.
        let slip = matches!(lengths.as_slice(), [3, 6] | [5, 4]);
        let least = if by == '-' { 9 } else { 10 };
        if wide && !slip && by != '.' && (least..=11).contains(&total) {
            return Some(groups.end(n));
        }
    }
    None
}

/// ` x12`, ` ext. 123`: the end with the extension.
fn extension(atoms: &Atoms<'_>, end: usize) -> usize {
    let mut i = end;
    while matches!(atoms.kind(i), Some(Piece::Space | Piece::Sign(','))) && i < end + 3 {
        i += 1;
    }
    let word = atoms.str(i);
    let short =
        |text: &str| (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if word.strip_prefix(['x', 'X']).is_some_and(short) {
        return i + 1;
    }
    if !["ext", "x", "extension"].contains(&word.to_ascii_lowercase().as_str()) {
        return end;
    }
    i += 1;
    while matches!(atoms.kind(i), Some(Piece::Space | Piece::Sign('.' | ':'))) {
        i += 1;
    }
    if atoms.kind(i) == Some(Piece::Digits) && short(atoms.str(i)) {
        i + 1
    } else {
        end
    }
}

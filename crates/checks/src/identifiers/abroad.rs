//! Identifiers of a neighbour whose people write to hospitals too: the United Kingdom's National Insurance
//! number and postcode. Their forms are so narrow that nothing else is taken for them.

use super::atoms::{Atoms, Kind as Piece};
use super::kind::{Found, Kind};

/// Reads the identifier that begins at a piece. Gives where to go on.
pub(super) fn at(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    // Letters alone go on behind a space with digits, or are no identifier.
    let digits = |i: usize| matches!(atoms.kind(i), Some(Piece::Digits | Piece::Mixed));
    if atoms.kind(i) == Some(Piece::Letters)
        && !(atoms.kind(i + 1) == Some(Piece::Space) && digits(i + 2))
    {
        return None;
    }
    let letter = atoms.str(i).bytes().next()?.is_ascii_alphabetic();
    if !letter || !atoms.begins(i) || !matches!(atoms.kind(i), Some(Piece::Letters | Piece::Mixed))
    {
        return None;
    }
    let found = insurance(atoms, i)
        .map(|end| (Kind::Account, end))
        .or_else(|| postcode(atoms, i).map(|end| (Kind::Address, end)))?;
    out.push(Found::new(found.0, atoms.between(i, found.1), true));
    Some(found.1)
}

/// The letters and digits of up to `most` pieces, with the piece behind each length.
fn joined(atoms: &Atoms<'_>, i: usize, most: usize) -> (Vec<u8>, Vec<(usize, usize)>) {
    let (mut text, mut ends) = (Vec::new(), Vec::new());
    for n in 0..most {
        let at = i + n * 2;
        let Some(atom) = atoms.get(at).filter(|a| a.is_chunk() && a.span.len() <= 9) else {
            break;
        };
        text.extend(
            atom.span
                .of(atoms.text)
                .bytes()
                .map(|b| b.to_ascii_uppercase()),
        );
        ends.push((text.len(), at + 1));
        let space = atoms
            .get(at + 1)
            .filter(|a| a.kind == Piece::Space && a.span.len() == 1);
        if space.is_none() {
            break;
        }
    }
    (text, ends)
}

/// `AA 12 34 56 B`, `PR123612C`.
fn insurance(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let (text, ends) = joined(atoms, i, 5);
    let (_, end) = ends.into_iter().find(|(length, _)| *length == 9)?;
    let [a, b, digits @ .., last] = text.get(..9)? else {
        return None;
    };
    let barred = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"].contains(&&[*a, *b]);
    let fits = a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
        && !b"DFIQUV".contains(a)
        && !b"DFIOQUV".contains(b)
        && !barred
        && digits.iter().all(u8::is_ascii_digit)
        && (b'A'..=b'D').contains(last);
    (fits && atoms.ends(end)).then_some(end)
}

/// `SW1A 1AA`, `M11AA`: only in capitals.
fn postcode(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let (text, ends) = joined(atoms, i, 2);
    let capitals = |end: usize| {
        let span = atoms.between(i, end).of(atoms.text);
        span.bytes().all(|b| !b.is_ascii_lowercase())
    };
    ends.into_iter().rev().find_map(|(length, end)| {
        let code = text.get(..length)?;
        (is_postcode(code) && capitals(end) && atoms.ends(end)).then_some(end)
    })
}

fn is_postcode(code: &[u8]) -> bool {
    if code == b"GIR0AA" {
        return true;
    }
    let Some(cut) = code.len().checked_sub(3).filter(|n| (2..=4).contains(n)) else {
        return false;
    };
    let (out, inward) = code.split_at(cut);
    let [digit, x, y] = inward else { return false };
    let barred = |b: &u8| b"CIKMOV".contains(b);
    let inside =
        digit.is_ascii_digit() && [x, y].iter().all(|b| b.is_ascii_uppercase() && !barred(b));
    let first = |b: &u8| b.is_ascii_uppercase() && !b"QVX".contains(b);
    let second = |b: &u8| b.is_ascii_uppercase() && !b"IJZ".contains(b);
    let third = |b: &u8| b"ABCDEFGHJKPSTUW".contains(b);
    let fourth = |b: &u8| b"ABEHMNPRVWXY".contains(b);
    let n = u8::is_ascii_digit;
    let outside = match out {
        [a, b] => first(a) && n(b),
        [a, b, c] => (first(a) && n(b) && (n(c) || third(c))) || (first(a) && second(b) && n(c)),
        [a, b, c, d] => first(a) && second(b) && n(c) && (n(d) || fourth(d)),
        _ => false,
    };
    inside && outside
}

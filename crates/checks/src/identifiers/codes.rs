//! Codes of letters and digits by their form: Medicare, DEA, bank accounts, machines.

use cuecard_text::Span;

use super::atoms::{Atoms, Kind as Piece};
use super::kind::{Found, Kind};
use super::proof;

/// Most pieces of an account number in print: `GB82 WEST 1234 5698 7654 32`.
const IBAN_PIECES: usize = 16;

/// Reads the code that begins at a piece. Gives where to go on.
pub(super) fn at(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let atom = atoms.get(i)?;
    if !atom.is_chunk() || !atoms.begins(i) {
        return None;
    }
    if let Some(end) = machine_at(atoms, i, out) {
        return Some(end);
    }
    if atom.kind != Piece::Mixed {
        return None;
    }
    let word = atom.span.of(atoms.text);
    let plain = word.is_ascii();
    let mut push = |kind, end, sure| {
        out.push(Found::new(kind, atoms.between(i, end), sure));
        Some(end)
    };
    if let Some(end) = medicare(atoms, i) {
        return push(Kind::Mbi, end, true);
    }
    if plain && word.len() == 9 && atoms.ends(i + 1) {
        if proof::is_dea(word) && word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return push(Kind::Licence, i + 1, true);
        }
        // A letter and eight digits: passports and many driver's licences.
        let (letter, digits) = word.split_at(1);
        if letter.bytes().all(|b| b.is_ascii_uppercase())
            && digits.bytes().all(|b| b.is_ascii_digit())
        {
            return push(Kind::Licence, i + 1, false);
        }
    }
    iban(atoms, i).and_then(|end| push(Kind::Account, end, true))
}

/// Reads the address of a network card that begins at a piece. Gives where to go on.
pub(super) fn machine_at(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let end = machine(atoms, i).filter(|_| atoms.begins(i))?;
    out.push(Found::new(Kind::Device, atoms.between(i, end), true));
    Some(end)
}

/// `1EG4-TE5-MK73` or the same without hyphens.
fn medicare(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let hyphens = atoms.sign(i + 1) == Some('-') && atoms.sign(i + 3) == Some('-');
    let end = if hyphens { i + 5 } else { i + 1 };
    let text = atoms.between(i, end).of(atoms.text);
    let ascii = text.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let cut = !hyphens
        || [4, 3, 4]
            .iter()
            .zip([i, i + 2, i + 4])
            .all(|(n, i)| atoms.str(i).len() == *n);
    (cut && proof::is_mbi(&ascii) && atoms.ends(end)).then_some(end)
}

fn iban(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let head = atoms.str(i);
    let begins = head.len() >= 4
        && head.bytes().take(2).all(|b| b.is_ascii_uppercase())
        && head.bytes().skip(2).take(2).all(|b| b.is_ascii_digit());
    if !begins || !head.is_ascii() {
        return None;
    }
    // In one piece, or in groups of four.
    let mut ends = vec![i + 1];
    let mut last = i;
    while head.len() == 4 && ends.len() * 2 < IBAN_PIECES {
        let spaced = matches!(atoms.kind(last + 1), Some(Piece::Space | Piece::Sign('-')));
        let next = atoms
            .get(last + 2)
            .filter(|a| a.is_chunk() && a.span.len() <= 4);
        if !spaced || next.is_none() {
            break;
        }
        last += 2;
        ends.push(last + 1);
    }
    ends.into_iter()
        .rev()
        .find(|end| proof::is_iban(atoms.between(i, *end).of(atoms.text)) && atoms.ends(*end))
}

/// The address of a network card: `00:1A:2B:3C:4D:5E`, `00-1A-…`, `aabb.ccdd.eeff`.
fn machine(atoms: &Atoms<'_>, i: usize) -> Option<usize> {
    let size = atoms.get(i)?.span.len();
    if size != 2 && size != 4 {
        return None;
    }
    let (pieces, length, sign) = match (size, atoms.sign(i + 1)) {
        (2, Some(c @ (':' | '-'))) => (6, 2, c),
        (4, Some('.')) => (3, 4, '.'),
        _ => return None,
    };
    if i > 0
        && atoms.sign(i - 1) == Some(':')
        && sign == ':'
        && i > 1
        && atoms.get(i - 2).is_some_and(|a| a.is_chunk())
    {
        return None;
    }
    let hex = |i: usize| {
        let text = atoms.str(i);
        text.len() == length && text.bytes().all(|b| b.is_ascii_hexdigit())
    };
    let end = i + pieces * 2 - 1;
    let whole = (0..pieces)
        .all(|n| hex(i + n * 2) && (n + 1 == pieces || atoms.sign(i + n * 2 + 1) == Some(sign)));
    if !whole
        || !atoms.ends(end)
        || (atoms.sign(end) == Some(sign) && atoms.get(end + 1).is_some_and(|a| a.is_chunk()))
    {
        return None;
    }
    let text = atoms.between(i, end).of(atoms.text);
    let mut digits = text.bytes().filter(u8::is_ascii_hexdigit);
    // All of one digit is the address of nobody, or of all.
    let first = digits.next()?.to_ascii_lowercase();
    let varied = digits.any(|d| d.to_ascii_lowercase() != first);
    // `12-03-45-12-03-45` could be anything; a letter makes it hexadecimal, colons do too.
    let shown = sign == ':' || text.bytes().any(|b| b.is_ascii_alphabetic());
    (varied && shown).then_some(end)
}

/// The identifier behind a label: a chunk, or chunks joined by hyphens, with a digit in it.
pub(super) fn value(atoms: &Atoms<'_>, i: usize) -> Option<(usize, Span)> {
    let mut end = i;
    let mut digit = false;
    for n in 0..4 {
        let at = i + n * 2;
        let Some(atom) = atoms.get(at).filter(|a| a.is_chunk()) else {
            break;
        };
        digit |= atom.span.of(atoms.text).bytes().any(|b| b.is_ascii_digit());
        end = at + 1;
        if !matches!(atoms.sign(at + 1), Some('-' | '/')) {
            break;
        }
    }
    (digit && end > i).then(|| (end, atoms.between(i, end)))
}

//! People: an honorific with a name; ages over 89.

use super::atoms::{Atoms, Kind as Piece};
use super::kind::{Found, Kind};

const HONORIFICS: [&str; 8] = ["Mr", "Mrs", "Ms", "Mx", "Miss", "Mister", "Señor", "Señora"];
const CLINICIANS: [&str; 4] = ["Dr", "Doctor", "Prof", "Professor"];

/// Most words of a name.
const NAME: usize = 3;

/// Reads the person named at a piece. Gives where to go on.
pub(super) fn name(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    if atoms.kind(i) != Some(Piece::Letters) || !atoms.begins(i) {
        return None;
    }
    let title = atoms.str(i);
    let kind = if HONORIFICS.contains(&title) {
        Kind::Name
    } else if CLINICIANS.contains(&title) {
        Kind::Clinician
    } else {
        return None;
    };
    let mut at = i + 1 + usize::from(atoms.sign(i + 1) == Some('.'));
    let mut end = None;
    for n in 0..NAME {
        if atoms.kind(at) != Some(Piece::Space) || !is_name(atoms.str(at + 1)) {
            break;
        }
        let initial = atoms.str(at + 1).chars().count() == 1;
        at += 2;
        let first = at;
        // An initial, and names joined by a hyphen or an apostrophe.
        while matches!(atoms.sign(at), Some('-' | '\'' | '’')) && is_name(atoms.str(at + 1)) {
            at += 2;
        }
        if initial && at == first && atoms.sign(at) == Some('.') {
            at += 1;
        } else {
            end = Some(at);
        }
        // "Miss America" is a title, "Miss Saturday's fair" a warning: one word behind a bare "Miss" is no person.
        if n == 0 && title == "Miss" {
            end = None;
        }
    }
    let end = end?;
    out.push(Found::new(kind, atoms.between(i, end), true));
    Some(end)
}

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().all(char::is_alphabetic)
}

/// An age over 89 that begins at a number. Gives where to go on.
pub(super) fn age(atoms: &Atoms<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let number = atoms.str(i);
    if atoms.kind(i) != Some(Piece::Digits) || !atoms.begins(i) || !(2..=3).contains(&number.len())
    {
        return None;
    }
    if !number.parse::<u32>().is_ok_and(|n| (90..=125).contains(&n)) {
        return None;
    }
    let word = |at: usize| atoms.str(at).to_lowercase();
    let joint = |at: usize| matches!(atoms.kind(at), Some(Piece::Space | Piece::Sign('-')));
    let mut end = None;
    if joint(i + 1) {
        let (a, b) = (word(i + 2), word(i + 4));
        let old = joint(i + 3) && b == "old";
        if matches!(a.as_str(), "year" | "years" | "yr" | "yrs" | "jahre") && old {
            end = Some(i + 5);
        } else if matches!(a.as_str(), "yo" | "y") {
            // `94 yo`, `94 y.o.`, `94 y/o`.
            let dotted =
                a == "y" && matches!(atoms.sign(i + 3), Some('.' | '/')) && word(i + 4) == "o";
            end = (a == "yo").then_some(i + 3).or(dotted.then_some(i + 5));
        } else if a == "years" && joint(i + 3) && b == "young" {
            end = Some(i + 5);
        }
    }
    let before = |n: usize| i.checked_sub(n).map(word).unwrap_or_default();
    let aged = matches!(
        before(2).as_str(),
        "aged" | "age" | "turned" | "turning" | "turns"
    ) && matches!(
        i.checked_sub(1).and_then(|b| atoms.kind(b)),
        Some(Piece::Space | Piece::Sign(':'))
    );
    let end = end.or(aged.then_some(i + 1))?;
    out.push(Found::new(Kind::Age, atoms.between(i, end), true));
    Some(end)
}

//! Latin letters with diacritics: their plain letter, and their composed form.
//!
//! A small table in place of Unicode's normalisation (which costs tens of
//! kilobytes): the letters of the European languages that names on a hospital's
//! staff page are written in.

use crate::case::capital;

/// A combining mark with the plain letters that carry it and the composed letters,
/// in the same order.
const MARKED: [(char, &str, &str); 12] = [
    ('\u{300}', "aeiounw", "àèìòùǹẁ"),
    ('\u{301}', "aeiouycnszlrg", "áéíóúýćńśźĺŕǵ"),
    ('\u{302}', "aeioucghjswyz", "âêîôûĉĝĥĵŝŵŷẑ"),
    ('\u{303}', "anoiuevy", "ãñõĩũẽṽỹ"),
    ('\u{304}', "aeiouy", "āēīōūȳ"),
    ('\u{306}', "aegiou", "ăĕğĭŏŭ"),
    ('\u{307}', "cegz", "ċėġż"),
    ('\u{308}', "aeiouywx", "äëïöüÿẅẍ"),
    ('\u{30A}', "au", "åů"),
    ('\u{30B}', "ou", "őű"),
    ('\u{30C}', "cdenrstzaiouglk", "čďěňřšťžǎǐǒǔǧľǩ"),
    ('\u{327}', "cstgklnr", "çşţģķļņŗ"),
];

/// Letters whose plain form is no letter plus mark.
const OTHER: (&str, &str) = ("øłđħıßðțșąęįų", "oldhisdtsaeiu");

/// The composed letter for a Latin letter (either case) and a combining mark, when
/// there is one in common use.
#[must_use]
pub fn compose(letter: char, mark: char) -> Option<char> {
    let (_, plain, composed) = MARKED.iter().find(|(m, _, _)| *m == mark)?;
    let lower = letter.to_ascii_lowercase();
    let (_, whole) = plain
        .chars()
        .zip(composed.chars())
        .find(|(p, _)| *p == lower)?;
    if lower == letter {
        return Some(whole);
    }
    capital(whole).next()
}

/// The letter without its diacritic: `é` → `e`, `ł` → `l`; any other character unchanged.
#[must_use]
pub fn plain(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let tables = MARKED
        .iter()
        .map(|(_, plain, composed)| (*composed, *plain));
    tables
        .chain([OTHER])
        .find_map(|(from, to)| from.chars().zip(to.chars()).find(|(f, _)| *f == c))
        .map_or(c, |(_, p)| p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_the_tables_have_one_length() {
        for (mark, plain, composed) in MARKED {
            assert_eq!(
                plain.chars().count(),
                composed.chars().count(),
                "{:X}",
                mark as u32
            );
        }
        assert_eq!(OTHER.0.chars().count(), OTHER.1.chars().count());
    }

    #[test]
    fn letters_are_composed_and_made_plain() {
        assert_eq!(compose('e', '\u{301}'), Some('é'));
        assert_eq!(compose('E', '\u{301}'), Some('É'));
        assert_eq!(compose('q', '\u{301}'), None);
        for (c, want) in [
            ('é', 'e'),
            ('ñ', 'n'),
            ('ø', 'o'),
            ('ł', 'l'),
            ('x', 'x'),
            ('漢', '漢'),
        ] {
            assert_eq!(plain(c), want);
        }
    }
}

//! What proves a number: check digits and ranges that no other number has.

/// Digits of a text as numbers; other characters are left out.
pub(super) fn digits(text: &str) -> impl DoubleEndedIterator<Item = u32> + '_ {
    text.chars().filter_map(|c| c.to_digit(10))
}

/// How many digits a text holds.
pub(super) fn count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// How many different digits a text holds: a number of one or two is a filler.
fn distinct(text: &str) -> u32 {
    digits(text)
        .fold(0_u32, |seen, d| seen | 1 << d)
        .count_ones()
}

/// The sum of Luhn's check: every second digit from the right doubled.
fn luhn_sum(text: &str) -> u32 {
    digits(text)
        .rev()
        .enumerate()
        .map(|(i, d)| match (i % 2, d * 2) {
            (0, _) => d,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum()
}

/// A payment card: 13 to 19 digits, one of the ranges that are given out, Luhn's check.
pub(super) fn is_card(text: &str) -> bool {
    let n = count(text);
    let first = digits(text).next().unwrap_or(0);
    let range = match first {
        // UATP (airlines) has 15 digits.
        1 => n == 15,
        3..=6 => (13..=19).contains(&n),
        2 => n == 16,
        _ => false,
    };
    range && luhn_sum(text).is_multiple_of(10) && digits(text).any(|d| d != first)
}

/// A Social Security number as they are given out: area, group and serial.
pub(super) fn is_ssn(text: &str) -> bool {
    let all: Vec<u32> = digits(text).collect();
    let [a, b, c, d, e, rest @ ..] = all.as_slice() else {
        return false;
    };
    let area = a * 100 + b * 10 + c;
    rest.len() == 4
        && !matches!(area, 0 | 666 | 900..)
        && (*d, *e) != (0, 0)
        && rest.iter().any(|d| *d != 0)
        && all.iter().any(|x| x != a)
}

/// A taxpayer number (ITIN): area 9, and a group of those that are given out.
pub(super) fn is_itin(text: &str) -> bool {
    let all: Vec<u32> = digits(text).collect();
    let [9, _, _, d, e, rest @ ..] = all.as_slice() else {
        return false;
    };
    rest.len() == 4 && matches!(d * 10 + e, 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

/// A provider's number (NPI): ten digits from 1 or 2; Luhn's check with 80840 before them.
pub(super) fn is_npi(text: &str) -> bool {
    // The prefix adds 24 to the sum, whatever follows.
    count(text) == 10
        && matches!(digits(text).next(), Some(1 | 2))
        && (luhn_sum(text) + 24).is_multiple_of(10)
        && distinct(text) > 2
}

/// A bank's routing number (ABA): a Federal Reserve district, and the weighted sum 3, 7, 1.
pub(super) fn is_routing(text: &str) -> bool {
    let all: Vec<u32> = digits(text).collect();
    let [a, b, ..] = all.as_slice() else {
        return false;
    };
    let sum: u32 = all
        .iter()
        .zip([3, 7, 1].iter().cycle())
        .map(|(d, w)| d * w)
        .sum();
    all.len() == 9
        && matches!(a * 10 + b, 1..=12 | 21..=32 | 61..=72 | 80)
        && sum.is_multiple_of(10)
}

/// A registration of the Drug Enforcement Administration: two letters (or a letter and 9), seven digits, of which the last is a check.
pub(super) fn is_dea(text: &str) -> bool {
    let bytes = text.as_bytes();
    let [first, second, rest @ ..] = bytes else {
        return false;
    };
    let kind = b"ABCDEFGHJKLMPRSTUX".contains(&first.to_ascii_uppercase());
    let numbers: Vec<u32> = rest
        .iter()
        .map(|b| u32::from(b.wrapping_sub(b'0')))
        .collect();
    let [a, b, c, d, e, f, check] = numbers.as_slice() else {
        return false;
    };
    kind && (second.is_ascii_alphabetic() || *second == b'9')
        && numbers.iter().all(|d| *d < 10)
        && (a + c + e + 2 * (b + d + f)) % 10 == *check
}

/// A Medicare beneficiary's number (MBI): eleven places, each a digit, a letter or either, and no S, L, O, I, B or Z.
pub(super) fn is_mbi(text: &str) -> bool {
    // `1` a digit from 1, `n` a digit, `a` a letter, `e` either.
    let mut chars = text.bytes().filter(|b| *b != b'-');
    for place in *b"1aenaenaann" {
        let Some(c) = chars.next() else { return false };
        let letter = c.is_ascii_alphabetic() && !b"SLOIBZ".contains(&c.to_ascii_uppercase());
        let fits = match place {
            b'1' => matches!(c, b'1'..=b'9'),
            b'n' => c.is_ascii_digit(),
            b'a' => letter,
            _ => letter || c.is_ascii_digit(),
        };
        if !fits {
            return false;
        }
    }
    chars.next().is_none()
}

/// An international account number (IBAN): the country, two check digits, and 97 as the modulus.
pub(super) fn is_iban(text: &str) -> bool {
    let plain: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let (Some(head), Some(body)) = (plain.get(..4), plain.get(4..)) else {
        return false;
    };
    let [a, b, c, d] = head else { return false };
    let country = a.is_ascii_uppercase() && b.is_ascii_uppercase();
    let checked = c.is_ascii_digit() && d.is_ascii_digit();
    if !(country && checked && (11..=30).contains(&body.len())) {
        return false;
    }
    let value = |b: &u8| match b {
        b'0'..=b'9' => u32::from(b - b'0'),
        _ => u32::from(b.to_ascii_uppercase() - b'A') + 10,
    };
    let rest = body.iter().chain(head).map(value).fold(0, |rest, v| {
        let shift = if v > 9 { 100 } else { 10 };
        (rest * shift + v) % 97
    });
    rest == 1
}

/// A number of the North American plan: neither area nor exchange begins with 0 or 1.
pub(super) fn is_nanp(ten: &str) -> bool {
    let all: Vec<u32> = digits(ten).collect();
    matches!(all.as_slice(), [2..=9, _, _, 2..=9, ..] if all.len() == 10)
}

/// Whether ten digits are a toll-free number: those belong to organisations and are published.
pub(super) fn is_toll_free(ten: &str) -> bool {
    ["800", "833", "844", "855", "866", "877", "888"]
        .iter()
        .any(|area| ten.starts_with(area))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Proof = fn(&str) -> bool;

    #[test]
    fn proofs_hold_and_fail() {
        let cases: [(&str, Proof, &[&str], &[&str]); 9] = [
            (
                "card",
                is_card,
                &[
                    "4111 1111 1111 1111",
                    "378282246310005",
                    "5555-5555-5555-4444",
                ],
                &[
                    "4111111111111112",
                    "0000000000000000",
                    "411111111111",
                    "7555555555554444",
                ],
            ),
            (
                "ssn",
                is_ssn,
                &["078-05-1123", "123-45-6789"],
                &[
                    "000-12-3456",
                    "666-12-3456",
                    "912-12-3456",
                    "123-00-4567",
                    "123-45-0000",
                    "111111111",
                ],
            ),
            (
                "itin",
                is_itin,
                &["911-70-1234"],
                &["911-89-1234", "123-70-1234"],
            ),
            (
                "npi",
                is_npi,
                &["1234567893", "1245319599"],
                &["1234567890", "3234567893", "1111111112"],
            ),
            (
                "aba",
                is_routing,
                &["121000358", "0711-0130-7"],
                &["421042111", "121000359"],
            ),
            (
                "dea",
                is_dea,
                &["BB1388568", "K92993548", "GL0285191"],
                &["BG8207031", "IB1388568", "BB138856"],
            ),
            (
                "mbi",
                is_mbi,
                &["1EG4-TE5-MK73", "1eg4te5mk73"],
                &["1SG4-TE5-MK73", "0EG4TE5MK73", "1EG4TE5MK734", "1EG4TE5MK7"],
            ),
            (
                "iban",
                is_iban,
                &["GB82 WEST 1234 5698 7654 32", "DE89370400440532013000"],
                &["GB83WEST12345698765432", "gb82west12345698765432"],
            ),
            (
                "nanp",
                is_nanp,
                &["4155550132"],
                &["1155550132", "4151550132", "415555013"],
            ),
        ];
        for (name, proof, good, bad) in cases {
            for text in good {
                assert!(proof(text), "{name} {text}");
            }
            for text in bad {
                assert!(!proof(text), "{name} {text}");
            }
        }
    }
}

//! Characters that people put in the place of plain letters.

use cuecard_text::latin;

/// The plain lower-case letter, or digit, that a reader takes `c` for: full-width, mathematical
/// ("fancy fonts") and circled letters, accented letters, and the Cyrillic and
/// Greek letters that look like Latin ones. Any other character in lower case.
pub fn plain(c: char) -> char {
    let c = c.to_lowercase().next().unwrap_or(c);
    if c.is_ascii() {
        return c;
    }
    let code = u32::from(c);
    let letter = |offset: u32| char::from_u32(u32::from('a') + offset % 26).unwrap_or(c);
    match code {
        // Full-width a–z (capitals were lowered above).
        0xFF41..=0xFF5A => letter(code - 0xFF41),
        0xFF10..=0xFF19 => char::from_u32(u32::from('0') + code - 0xFF10).unwrap_or(c),
        // Circled a–z, parenthesised a–z, squared A–Z in their three styles.
        0x24D0..=0x24E9 => letter(code - 0x24D0),
        0x249C..=0x24B5 => letter(code - 0x249C),
        0x1F130..=0x1F149 => letter(code - 0x1F130),
        0x1F150..=0x1F169 => letter(code - 0x1F150),
        0x1F170..=0x1F189 => letter(code - 0x1F170),
        // Mathematical alphabets: thirteen styles of 52 letters, then digits in fives.
        0x1D400..=0x1D6A3 => letter((code - 0x1D400) % 52),
        0x1D7CE..=0x1D7FF => char::from_u32(u32::from('0') + (code - 0x1D7CE) % 10).unwrap_or(c),
        _ => lookalike(c).unwrap_or_else(|| latin::plain(c)),
    }
}

/// Cyrillic and Greek letters drawn like Latin ones.
fn lookalike(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' => 'a',
        'е' | 'ё' | 'ε' => 'e',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'с' | 'ϲ' => 'c',
        'у' | 'υ' => 'y',
        'х' | 'χ' => 'x',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        'ԁ' => 'd',
        'һ' => 'h',
        'ν' => 'v',
        'к' | 'κ' => 'k',
        'т' | 'τ' => 't',
        'м' => 'm',
        'в' => 'b',
        'н' => 'h',
        _ => return None,
    })
}

/// The letters that a digit or a sign may stand for inside a word ("k!ll", "su1c1de").
pub fn leet(c: char) -> &'static [char] {
    match c {
        '0' => &['o'],
        '1' | '|' | '!' => &['i', 'l'],
        '3' | '€' => &['e'],
        '4' | '@' => &['a'],
        '5' | '$' => &['s'],
        '7' | '+' => &['t'],
        '8' => &['b'],
        '9' => &['g'],
        '£' => &['l'],
        _ => &[],
    }
}

/// Whether a sign hides one letter of a word ("k*ll", "su#cide").
pub fn is_mask(c: char) -> bool {
    matches!(c, '*' | '#' | '_' | '•' | '·' | '×')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguised_letters_are_read() {
        for (text, want) in [
            ("Kill", "kill"),
            ("ｋｉｌｌ", "kill"),
            ("𝐤𝐢𝐥𝐥", "kill"),
            ("𝓴𝓲𝓵𝓵", "kill"),
            ("ⓚⓘⓛⓛ", "kill"),
            ("🅺🅸🅻🅻", "kill"),
            ("kіӏl", "kiӏl"),
            ("dіе", "die"),
            ("Suicidé", "suicide"),
            ("漢", "漢"),
        ] {
            assert_eq!(text.chars().map(plain).collect::<String>(), want, "{text}");
        }
    }
}

//! Sentences of a text.

use crate::span::Span;

/// Abbreviations after which a full stop does not end a sentence, in lower case.
const ABBREVIATIONS: [&str; 30] = [
    "dr", "mr", "mrs", "ms", "prof", "rev", "hon", "st", "ste", "mt", "ave", "blvd", "rd", "dept",
    "no", "vs", "e.g", "i.e", "approx", "ext", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
    "sr", "jr", "gov",
];

/// The sentences of a text in order, without the white space around them. A line
/// break always ends one: posts are written in lines.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = match c {
            '\n' | '\r' | '\u{2029}' => at,
            '.' | '!' | '?' | '…' | '。' | '！' | '？' => {
                let mut end = at + c.len_utf8();
                while let Some(&(next, d)) = chars.peek() {
                    if !is_trailer(d) {
                        break;
                    }
                    end = next + d.len_utf8();
                    chars.next();
                }
                let rest = text.get(end..).unwrap_or("");
                let wide = matches!(c, '。' | '！' | '？');
                if !(wide || ends_here(text.get(start..at).unwrap_or(""), c, rest)) {
                    continue;
                }
                end
            }
            _ => continue,
        };
        push(text, start, end, &mut out);
        start = end;
    }
    push(text, start, text.len(), &mut out);
    out
}

/// Marks that follow a full stop inside its sentence.
fn is_trailer(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '\u{FE0F}'
    )
}

/// Whether a stop `c` after `before` ends the sentence, with `rest` behind it.
fn ends_here(before: &str, c: char, rest: &str) -> bool {
    let mut after = rest.chars();
    match after.next() {
        None => return true,
        Some(d) if !d.is_whitespace() => return is_pictograph(d),
        Some(_) => {}
    }
    if c != '.' {
        return true;
    }
    let Some(next) = rest.chars().find(|d| !d.is_whitespace()) else {
        return true;
    };
    // `9 a.m. to 8 p.m. every day`: what goes on in lower case is the same sentence.
    if next.is_lowercase() {
        return false;
    }
    let last = before
        .rsplit(|d: char| d.is_whitespace() || matches!(d, '(' | '"' | '“'))
        .next()
        .unwrap_or("");
    let lower = last.to_lowercase();
    if ABBREVIATIONS.contains(&lower.as_str()) {
        return false;
    }
    // A single capital is an initial: `J. Okafor`. `I.` as the last word is rarer.
    let mut letters = last.chars();
    !(letters.next().is_some_and(char::is_uppercase) && letters.next().is_none())
}

/// Roughly: emoji and other symbols that people put right behind a stop.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn push(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let raw = Span::new(start, end).of(text);
    let lead = raw.len() - raw.trim_start().len();
    let body = raw.trim();
    if !body.is_empty() {
        out.push(Span::new(start + lead, start + lead + body.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_cut() {
        let cases: [(&str, &[&str]); 12] = [
            ("", &[]),
            ("  \n ", &[]),
            ("One. Two! Three?", &["One.", "Two!", "Three?"]),
            (
                "Ask Dr. Okafor. She knows.",
                &["Ask Dr. Okafor.", "She knows."],
            ),
            (
                "Open 9 a.m. to 8 p.m. every day.",
                &["Open 9 a.m. to 8 p.m. every day."],
            ),
            ("First line\nsecond line", &["First line", "second line"]),
            (
                "He said “Wait.” Then left...",
                &["He said “Wait.”", "Then left..."],
            ),
            (
                "Go to riverside.example now",
                &["Go to riverside.example now"],
            ),
            ("It costs 3.50 dollars", &["It costs 3.50 dollars"]),
            ("Thanks!🎉 See you", &["Thanks!", "🎉 See you"]),
            ("See J. Smith today. Now", &["See J. Smith today.", "Now"]),
            ("¿Qué? Ça va…", &["¿Qué?", "Ça va…"]),
        ];
        for (text, want) in cases {
            let got: Vec<&str> = sentences(text).iter().map(|s| s.of(text)).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}

//! Emoji in a row, and emoji in the place of bullets.

use cuecard_text::{Span, graphemes};

/// Whether a cluster of characters is shown as a picture.
fn is_emoji(cluster: &str) -> bool {
    let Some(first) = cluster.chars().next() else {
        return false;
    };
    let pictured = cluster.contains('\u{FE0F}') || cluster.contains('\u{20E3}');
    match first {
        // Squared and circled letters are letters, but for blood groups and the like in pictures.
        '\u{1F100}'..='\u{1F16F}' => false,
        '\u{1F000}'..='\u{1FAFF}' => true,
        '\u{2600}'..='\u{27BF}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}' => true,
        '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23F3}' | '\u{23F8}'..='\u{23FA}' => true,
        '\u{2190}'..='\u{2BFF}' | '0'..='9' | '#' | '*' => pictured,
        _ => false,
    }
}

/// Runs of more than `most` emoji, spaces between them or none, each with its first emoji as what may stand there.
pub(super) fn runs(text: &str, most: usize) -> Vec<(Span, Option<String>)> {
    let mut out = Vec::new();
    let (mut count, mut start, mut end, mut first) = (0, 0, 0, "");
    let mut close = |count: &mut usize, start: usize, end: usize, first: &str| {
        if *count > most {
            out.push((Span::new(start, end), Some(first.to_owned())));
        }
        *count = 0;
    };
    let mut at = 0;
    for cluster in graphemes(text) {
        let next = at + cluster.len();
        if is_emoji(cluster) {
            if count == 0 {
                (start, first) = (at, cluster);
            }
            count += 1;
            end = next;
        } else if !matches!(cluster, " " | "\u{A0}") {
            close(&mut count, start, end, first);
        }
        at = next;
    }
    close(&mut count, start, end, first);
    out
}

/// Emoji that begin lines, where at least `least` lines begin so and go on in words; a hyphen may stand there.
pub(super) fn bullets(text: &str, least: usize) -> Vec<(Span, Option<String>)> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let body = line.trim();
        let mut length = 0;
        for cluster in graphemes(body) {
            if !is_emoji(cluster) {
                break;
            }
            length += cluster.len();
        }
        let words = body.get(length..).unwrap_or("");
        if length > 0
            && words.starts_with([' ', '\u{A0}'])
            && words.chars().any(char::is_alphabetic)
        {
            let start = at + lead;
            out.push((Span::new(start, start + length), Some("-".to_owned())));
        }
        at += line.len();
    }
    if out.len() < least { Vec::new() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_bullets() {
        let text = "We did it 🎉 🎉❤️🇺🇸 now 👩🏽‍⚕️👨‍👩‍👧 ok 1️⃣2️⃣3️⃣ and ™©® ⓐⓑⓒ";
        let got: Vec<&str> = runs(text, 2).iter().map(|(s, _)| s.of(text)).collect();
        assert_eq!(got, ["🎉 🎉❤️🇺🇸", "1️⃣2️⃣3️⃣"]);
        let text = "Come:\n✅ free shots\n  ✅ free checks\n🎉\n";
        let got: Vec<&str> = bullets(text, 2).iter().map(|(s, _)| s.of(text)).collect();
        assert_eq!(got, ["✅", "✅"]);
        assert_eq!(bullets("🎉 One line", 2), []);
    }
}

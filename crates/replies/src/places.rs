//! Places in a comment: shown, joined, blanked out.

use cuecard_text::{Span, sorted};

/// The words at the places, each once.
pub fn said(text: &str, spans: &[Span]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for span in spans {
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        let words = words.join(" ");
        let again = out.iter().any(|w| w.to_lowercase() == words.to_lowercase());
        if !words.is_empty() && !again {
            out.push(words);
        }
    }
    out
}

/// The text with the places blanked out, so that all other places stay.
pub fn without(text: &str, spans: &[Span]) -> String {
    let blank = |at: usize| spans.iter().any(|s| s.start <= at && at < s.end);
    text.char_indices()
        .flat_map(|(at, c)| {
            let n = if blank(at) { c.len_utf8() } else { 1 };
            std::iter::repeat_n(if blank(at) { ' ' } else { c }, n)
        })
        .collect()
}

/// Places in the order of the text, overlapping ones as one.
pub fn merged(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in sorted(spans, Span::cmp) {
        match out.last_mut() {
            Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

//! Grapheme clusters: what a person sees as one character.

use unicode_segmentation::UnicodeSegmentation;

/// The extended grapheme clusters of a text (UAX 29, Unicode 17), in order.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// How many there are.
#[must_use]
pub fn grapheme_count(text: &str) -> usize {
    // A cluster longer than one ASCII character is only `\r\n`.
    if text.is_ascii() && !text.contains('\r') {
        return text.len();
    }
    graphemes(text).count()
}

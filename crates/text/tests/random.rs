//! Random texts: nothing panics, every place lies on a character boundary.

use cuecard_text::{Folded, Offsets, Span, is_word_edge, kebab, like, sentences, stem, words};

/// Pieces that have caused trouble somewhere: case, marks, joiners, widths.
const PIECES: [&str; 32] = [
    "a",
    "ER",
    " ",
    "\n",
    "\r\n",
    "’",
    "'",
    "—",
    "…",
    "\u{AD}",
    "\u{301}",
    "e",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "😀",
    "👩🏽‍⚕️",
    "\u{200D}",
    "\u{FE0F}",
    "\u{A0}",
    "漢",
    "ا",
    "\u{93F}",
    "क",
    ".",
    "!",
    "_",
    "-",
    "9",
    "\0",
    "\u{10FFFF}",
];

#[test]
fn random_texts_keep_every_promise() {
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |n: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    for _ in 0..3_000 {
        let text: String = (0..next(40)).map(|_| PIECES[next(PIECES.len())]).collect();
        let on_text = |s: Span| assert!(text.get(s.start..s.end).is_some(), "{s:?} in {text:?}");
        for w in words(&text) {
            on_text(w.span);
            assert!(
                is_word_edge(&text, w.span.start) && is_word_edge(&text, w.span.end),
                "{w:?} in {text:?}"
            );
            let _ = (stem(w.text), like(w.text, "person with Diabetes"));
        }
        sentences(&text).into_iter().for_each(on_text);
        let _ = kebab(&text);
        for folded in [Folded::new(&text), Folded::collapsed(&text)] {
            let places: Vec<usize> = (0..=folded.as_str().len())
                .filter(|b| folded.as_str().is_char_boundary(*b))
                .collect();
            for pair in places.windows(2) {
                let source = folded.source(Span::new(pair[0], pair[1]));
                on_text(source);
                assert!(!source.is_empty(), "{pair:?} of {text:?}");
            }
            let all = folded.source(Span::new(0, folded.as_str().len()));
            on_text(all);
        }
        let offsets = Offsets::new(&text);
        for byte in 0..text.len() + 3 {
            assert!(text.is_char_boundary(offsets.from_utf16(byte)));
            assert!(offsets.chars(byte) <= offsets.utf16(byte));
        }
    }
}

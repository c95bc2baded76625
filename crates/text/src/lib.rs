//! What the engine knows about text as such.
//!
//! Offsets inside the engine are **bytes** into a `&str`, always on character
//! boundaries. [`Offsets`] turns them into code points and UTF-16 code units,
//! once, at the edge (the command line and the wire).
//!
//! [`Folded`] is a copy of a text in which spelling variants of one character
//! (case, quotes, dashes, spaces) have become one, together with the way back to
//! the source: comparison happens in the folded text, findings speak of the source.
#![forbid(unsafe_code)]

pub mod case;
pub mod chars;
pub mod edges;
pub mod fold;
pub mod graphemes;
pub mod kebab;
pub mod latin;
pub mod offsets;
pub mod order;
pub mod sentences;
pub mod span;
pub mod stem;
pub mod words;

pub use case::like;
pub use edges::is_word_edge;
pub use fold::Folded;
pub use graphemes::{grapheme_count, graphemes};
pub use kebab::kebab;
pub use offsets::Offsets;
pub use order::sorted;
pub use sentences::sentences;
pub use span::Span;
pub use stem::stem;
pub use words::{Word, words};

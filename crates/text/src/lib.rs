//! The one document type of the engine.
//!
//! Offsets inside the engine are **bytes** into a `&str`. A [`Text`] knows how to
//! turn them into code points and UTF-16 code units, once, at the edge (the
//! command line and the wire).
#![forbid(unsafe_code)]

/// A half-open range of bytes in a text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

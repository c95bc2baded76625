//! The card and the extension pages.
#![forbid(unsafe_code)]

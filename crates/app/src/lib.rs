//! The card and the extension's pages.
//!
//! [`model`] is the card's whole state, without a browser; [`layout`] finds its place
//! beside the composer. Both are tested natively. [`view`] draws what the model says,
//! [`shell`] carries out what it wants done. [`options`] is the options page.
#![forbid(unsafe_code)]

pub mod i18n;
pub mod layout;
pub mod model;
pub mod options;
pub mod shell;
pub mod view;

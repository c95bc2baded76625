//! Social platforms as data.
//!
//! Each platform is an entry in `data/*.json`: its hosts, how its composers look,
//! where the comment that is being answered stands, its limits and how it counts.
//! Each entry names its source and date. A selector that finds nothing means "no
//! context here", never a broken page.
#![forbid(unsafe_code)]

pub mod model;

pub use model::*;

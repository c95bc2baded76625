//! The messages between the page driver and the card.
//!
//! They travel as JSON texts over a private `MessagePort`. All offsets on the wire
//! are **UTF-16 code units** of the draft, half-open; all lengths on the screen are
//! CSS pixels. The TypeScript types of the driver are generated from this crate
//! (`cargo xtask types`), so that both sides have one source.
#![forbid(unsafe_code)]

mod geometry;
mod read;
mod to_card;
mod to_driver;
mod write;

pub use geometry::*;
pub use read::Object;
pub use to_card::*;
pub use to_driver::*;
pub use write::Build;

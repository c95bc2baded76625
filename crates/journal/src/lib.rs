//! What happened while people wrote: posted, fixed, overridden, answered, escalated.
//!
//! An entry holds rule ids, protocol ids and counts, **never a word of a draft or a comment**. The journal is
//! append-only and kept by the month; each entry is a line of its own and says all that is needed to understand it, so
//! journals of several machines can be merged in any order ([`merge`]). A line that this version does not understand
//! is kept as it is.
#![forbid(unsafe_code)]

mod entry;
mod line;
mod mix;
mod month;

pub use entry::{Entry, What};
pub use line::merge;
pub use mix::{Share, mix};
pub use month::Month;

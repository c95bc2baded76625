//! Social platforms as data.
//!
//! Each platform is an entry in `data/*.json`: its hosts, how its composers look,
//! where the comment that is being answered stands, its limits and how it counts.
//! Each entry names its source and date. A selector that finds nothing means "no
//! context here", never a broken page.
//!
//! [`all`], [`by_id`] and [`by_host`] find entries; [`count()`] and [`limit_start`] measure
//! a text by a platform's own rule; [`entities`] finds its links, hashtags and mentions; [`technique`] says how a text goes into an editor.
#![forbid(unsafe_code)]

mod count;
pub mod entities;
mod fingerprint;
mod links;
pub mod model;
mod registry;
mod write;

pub use count::{
    Count, count, count_within, limit, limit_shown, limit_start, limit_start_within, most_hashtags,
    most_links,
};
pub use fingerprint::{FINGERPRINTS, Fingerprint};
pub use links::web_links;
pub use model::*;
pub use registry::{all, by_host, by_id, by_name};
pub use write::technique;

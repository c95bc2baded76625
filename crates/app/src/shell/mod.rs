//! What the pages ask of the browser. Everything that can fail does so quietly: the
//! page stands beside somebody's work and must not disturb it. Nothing is logged.

pub mod about;
pub mod anew;
pub mod api;
pub mod book;
pub mod books;
pub mod clipboard;
pub mod dom;
pub mod js;
pub mod permit;
pub mod port;
pub mod servers;
pub mod shelf;
pub mod store;

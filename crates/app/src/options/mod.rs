//! The options page: what the playbook says, what the compiler has to say about it,
//! another one beside it or in its place, and the sites on which Cuecard is off. The compiler is
//! here and not in the card: a playbook is compiled where it is saved.

pub mod app;
pub mod books;
mod diagnostics;
mod hushed;
mod listing;
pub mod rules;
mod sections;
pub mod selftest;
pub mod servers;
pub mod state;
mod view;

//! The options page: what the playbook says, what the compiler has to say about it,
//! another one in its place, and the sites on which Cuecard is off. The compiler is
//! here and not in the card: a playbook is compiled where it is saved.

pub mod app;
mod diagnostics;
mod hushed;
pub mod rules;
mod sections;
pub mod selftest;
pub mod servers;
pub mod state;
mod view;

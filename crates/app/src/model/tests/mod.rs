//! The card's state, driven by events as a visit would.

mod answering;
mod deck;
mod draft;
mod gate;
mod hush;
mod page;
mod panel;
mod replies;
mod shelf;
mod slots;
mod stop;
mod thread;
mod visit;

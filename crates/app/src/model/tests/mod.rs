//! The card's state, driven by events as a visit would.

mod answering;
mod around;
mod brands;
mod deck;
mod doubt;
mod draft;
mod drift;
mod first;
mod gate;
mod hush;
mod nearest;
mod page;
mod panel;
mod praise;
mod replies;
mod shelf;
mod slots;
mod stop;
mod thread;
mod visit;

//! One command a file.

pub mod check;
pub mod count;
pub mod lint;
pub mod reply;
pub mod show;

//! The built program, run as people and scripts run it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // Helpers of tests may fail loudly.

mod check;
mod count;
mod lines;
mod lint;
mod program;
mod reply;
mod show;

//! The options page.

fn main() {}

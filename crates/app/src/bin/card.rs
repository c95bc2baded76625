//! The card page.

fn main() {}

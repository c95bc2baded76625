//! `cuecard`: the engine without a browser.
#![forbid(unsafe_code)]

fn main() {}

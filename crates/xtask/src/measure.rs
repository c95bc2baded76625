//! Figures beside their targets: sizes here, everything else in the browsers.

use crate::run::Outcome;
use crate::{build, demo, size};

/// The parts that `tests/measure.mjs` knows.
const IN_BROWSERS: [&str; 5] = ["start", "painted", "thread", "rest", "harper"];
const SIZE: &str = "size";

/// Measures the named parts, or all; a browser's name keeps to that one.
pub fn measure(args: &[String]) -> Outcome {
    let has = |part: &str| args.iter().any(|a| a == part);
    let some = IN_BROWSERS.iter().any(|part| has(part));
    build::build()?;
    if has(SIZE) || !some {
        size::size()?;
    }
    if has(SIZE) && !some {
        return Ok(true);
    }
    let rest: Vec<String> = args.iter().filter(|a| *a != SIZE).cloned().collect();
    demo::script("measure.mjs", &rest)
}

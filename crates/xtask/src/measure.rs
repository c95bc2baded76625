//! Figures beside their targets: sizes here, the engine alone under Node, everything else in the browsers.

use crate::run::Outcome;
use crate::{build, demo, engine, size};

/// The parts that `tests/measure.mjs` knows.
const IN_BROWSERS: [&str; 5] = ["start", "painted", "thread", "rest", "harper"];
const SIZE: &str = "size";
const ENGINE: &str = "engine";

/// Measures the named parts, or all; a browser's name keeps to that one.
pub fn measure(args: &[String]) -> Outcome {
    let has = |part: &str| args.iter().any(|a| a == part);
    let some = IN_BROWSERS.iter().any(|part| has(part));
    let all = !some && !has(SIZE) && !has(ENGINE);
    let rest: Vec<String> = args
        .iter()
        .filter(|a| *a != SIZE && *a != ENGINE)
        .cloned()
        .collect();
    let mut well = true;
    if has(ENGINE) || all {
        well = engine::engine(&rest)?;
    }
    if has(SIZE) || all {
        build::build()?;
        size::size()?;
    }
    if !some && !all {
        return Ok(well);
    }
    Ok(well & demo::script("measure.mjs", &rest)?)
}

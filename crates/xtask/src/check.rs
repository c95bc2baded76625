//! Format, clippy, TypeScript's types, licences, tidiness.

use crate::run::{Outcome, show};
use crate::{licences, tidy, tools, types};

/// All checks; every one runs even when an earlier one failed, so that one run shows all.
pub fn check() -> Outcome {
    let results = all()?;
    let failed = results.iter().filter(|(_, ok)| !ok).count();
    println!("{} passed, {failed} failed", results.len() - failed);
    Ok(failed == 0)
}

/// Name and result of each check.
pub fn all() -> Result<Vec<(&'static str, bool)>, String> {
    tools::components()?;
    tools::npm()?;
    types::types()?;
    let mut results = Vec::new();
    let mut note = |name: &'static str, ok: bool| {
        println!("{} check: {name}", if ok { "ok" } else { "FAIL" });
        results.push((name, ok));
    };
    note("format", show("cargo", &["fmt", "--all", "--check"])?);
    note(
        "clippy",
        show(
            "cargo",
            &[
                "clippy",
                "--quiet",
                "--locked",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ],
        )?,
    );
    note(
        "TypeScript's types",
        show(
            "node",
            &[
                "node_modules/typescript/bin/tsc",
                "--noEmit",
                "-p",
                "extension/tsconfig.json",
            ],
        )?,
    );
    note("licences", licences::check()?);
    note("tidy", tidy::check()?);
    Ok(results)
}

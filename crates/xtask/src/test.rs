//! All tests, with one closing line.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::run::{Outcome, command, root};
use crate::tools::{self, Browser};
use crate::{build, check};

/// Passed and failed.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Browser tests, in the order of what depends on what.
const BROWSER_TESTS: [&str; 7] = [
    "pages.mjs",
    "contracts.mjs",
    "card.mjs",
    "privacy.mjs",
    "lifecycle.mjs",
    "options.mjs",
    "access.mjs",
];

/// Native tests, checks, and browser tests in both browsers.
pub fn test(args: &[String]) -> Outcome {
    let native = !args.iter().any(|a| a == "--browser" || a == "--only");
    let browser = !args.iter().any(|a| a == "--native");
    let only = args
        .iter()
        .position(|a| a == "--only")
        .and_then(|i| args.get(i + 1));
    let mut tally = Tally::default();
    if native {
        // A test's own words are hidden as long as it passes, so this is said here.
        if std::env::var_os("CUECARD_SUITES").is_none() && !root().join("../shared/suites").is_dir()
        {
            println!(
                "LEFT OUT: every check against ../shared/suites, for that folder is missing. CUECARD_SUITES may name another."
            );
        }
        for (_, ok) in check::all()? {
            tally.passed += usize::from(ok);
            tally.failed += usize::from(!ok);
        }
        tally.add(
            "cargo",
            &[
                "test",
                "--quiet",
                "--locked",
                "--workspace",
                "--no-fail-fast",
            ],
        )?;
    }
    if browser {
        tools::browsers(&[Browser::Chromium, Browser::Firefox])?;
        build::build()?;
        for script in BROWSER_TESTS {
            if only.is_none_or(|o| script.starts_with(o.as_str())) {
                println!("== tests/{script}");
                tally.add("node", &[&format!("tests/{script}")])?;
            }
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(tally.failed == 0)
}

impl Tally {
    /// Runs a program, shows its output, and adds what its closing lines say.
    fn add(&mut self, program: &str, args: &[&str]) -> Result<(), String> {
        let mut child = command(program, args)
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("`{program}` could not be started: {e}"))?;
        let mut counted = Tally::default();
        if let Some(out) = child.stdout.take() {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                match closing(&line) {
                    // Our own closing line comes once, at the very end.
                    Some((passed, failed)) => {
                        counted.passed += passed;
                        counted.failed += failed;
                    }
                    // libtest's dots and "running 0 tests" tell nothing.
                    None if line.trim().is_empty() || line.starts_with("running ") => {}
                    None => println!("{line}"),
                }
            }
        }
        let ok = child.wait().map_err(|e| e.to_string())?.success();
        // A run that fails without saying so (a crash, a build error) counts as one failure.
        if !ok && counted.failed == 0 {
            counted.failed = 1;
        }
        let (passed, failed) = (counted.passed, counted.failed);
        println!(
            "   {passed} of {} went well: {program} {}",
            passed + failed,
            args.join(" ")
        );
        self.passed += passed;
        self.failed += failed;
        Ok(())
    }
}

/// Reads `N passed, N failed` and libtest's `test result: ok. N passed; N failed; …`.
fn closing(line: &str) -> Option<(usize, usize)> {
    let rest = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => line,
    };
    let (passed, rest) = rest.split_once(" passed")?;
    let failed = rest
        .trim_start_matches([',', ';', ' '])
        .split_once(" failed")?
        .0;
    Some((passed.trim().parse().ok()?, failed.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::closing;

    #[test]
    fn closing_lines_are_read() {
        for (line, expected) in [
            ("12 passed, 3 failed", Some((12, 3))),
            (
                "test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
                Some((7, 0)),
            ),
            (
                "test result: FAILED. 7 passed; 2 failed; 0 ignored",
                Some((7, 2)),
            ),
            ("ok that passed", None),
        ] {
            assert_eq!(closing(line), expected, "{line}");
        }
    }
}

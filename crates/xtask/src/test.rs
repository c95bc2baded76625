//! All tests, with one closing line.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::run::{Outcome, command, must, root};
use crate::tools::{self, Browser};
use crate::{build, check};

/// Passed and failed, and the line that told of each failure: a log of thousands of lines may be cut in its middle.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    told: Vec<String>,
}

/// Browser tests, the longest first: then both workers end at about the same time.
const BROWSER_TESTS: [&str; 19] = [
    "contracts.mjs",
    "platforms.mjs",
    "privacy.mjs",
    "access.mjs",
    "card.mjs",
    "marks.mjs",
    "lifecycle.mjs",
    "moving.mjs",
    "gone.mjs",
    "soak.mjs",
    "options.mjs",
    "brands.mjs",
    "flows.mjs",
    "sites.mjs",
    "pages.mjs",
    "selftest.mjs",
    "gate.mjs",
    "report.mjs",
    "panel.mjs",
];

/// How many of the slowest parts are listed at the end.
const SLOWEST: usize = 10;

/// How many characters of a failure's line are told again at the end.
const TOLD: usize = 600;

/// What took how long.
type Times = Mutex<Vec<(Duration, String)>>;

/// A browser test that takes longer than this has hung: it is ended, and has failed.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// Native tests, checks, and browser tests in both browsers.
pub fn test(args: &[String]) -> Outcome {
    let native = !args.iter().any(|a| a == "--browser" || a == "--only");
    let browser = !args.iter().any(|a| a == "--native");
    let only = args
        .iter()
        .position(|a| a == "--only")
        .and_then(|i| args.get(i + 1));
    let mut tally = Tally::default();
    let times = Times::default();
    let begun = Instant::now();
    if native {
        // A test's own words are hidden as long as it passes, so this is said here.
        if std::env::var_os("CUECARD_SUITES").is_none() && !root().join("../shared/suites").is_dir()
        {
            println!(
                "LEFT OUT: every check against ../shared/suites, for that folder is missing. CUECARD_SUITES may name another."
            );
        }
        for (name, ok) in check::all()? {
            tally.passed += usize::from(ok);
            tally.failed += usize::from(!ok);
            tally
                .told
                .extend((!ok).then(|| format!("FAIL check: {name}")));
        }
        note(&times, begun, "checks");
        let begun = Instant::now();
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
        note(&times, begun, "native tests");
    }
    if browser {
        tools::browsers(&[Browser::Chromium, Browser::Firefox])?;
        let begun = Instant::now();
        build::build()?;
        note(&times, begun, "build");
        let scripts: Vec<&str> = BROWSER_TESTS
            .into_iter()
            .filter(|script| only.is_none_or(|o| script.starts_with(o.as_str())))
            .collect();
        // The demo pages are built once, before anybody reads them.
        must("node", &["tests/harness/bundle.mjs"])?;
        tally.join(workers(&scripts, &times)?);
    }
    list(times, begun);
    if !tally.told.is_empty() {
        // `.ci/run` looks for this line, to say all that follows once more at its end.
        println!("What failed:");
        for line in &tally.told {
            println!("   {line}");
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(tally.failed == 0)
}

/// Keeps how long something took.
fn note(times: &Times, begun: Instant, what: &str) {
    if let Ok(mut times) = times.lock() {
        times.push((begun.elapsed(), what.to_owned()));
    }
}

/// Lists what took longest: where whoever wants a shorter run looks first.
fn list(times: Times, begun: Instant) {
    let mut times = times.into_inner().unwrap_or_default();
    times.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
    println!("   {} s in all; the slowest:", begun.elapsed().as_secs());
    for (took, what) in times.iter().take(SLOWEST) {
        println!("   {:4} s  {what}", took.as_secs());
    }
}

/// Runs every script in both browsers, two at a time: one waits while the other works. Each takes the next that nobody has taken, so that both end at
/// about the same time.
fn workers(scripts: &[&str], times: &Times) -> Result<Tally, String> {
    let shown = Mutex::new(());
    let both = |script| [(script, "firefox"), (script, "chromium")];
    let jobs = Mutex::new(scripts.iter().copied().flat_map(both));
    let next = || jobs.lock().ok().and_then(|mut jobs| jobs.next());
    let worker = || -> Result<Tally, String> {
        let mut tally = Tally::default();
        while let Some((script, browser)) = next() {
            let begun = Instant::now();
            tally.join(whole(script, browser, &shown)?);
            note(times, begun, &format!("{script} {browser}"));
        }
        Ok(tally)
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(worker);
        let mut tally = worker()?;
        let other = other
            .join()
            .map_err(|_| "a worker of the browser tests panicked")?;
        tally.join(other?);
        Ok(tally)
    })
}

/// Runs one script in one browser, and shows its output in one piece when it is over.
fn whole(script: &str, browser: &str, shown: &Mutex<()>) -> Result<Tally, String> {
    let path = format!("tests/{script}");
    let begun = Instant::now();
    let mut child = command("node", &[&path, browser])
        .env("CUECARD_DEMO_BUILT", "1")
        .env("CUECARD_XTASK", std::env::current_exe().unwrap_or_default())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("`node` could not be started: {e}"))?;
    let out = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        out.map(|mut out| out.read_to_string(&mut text));
        text
    });
    let ok = loop {
        match child.try_wait().map_err(|e| e.to_string())? {
            Some(status) => break status.success(),
            None if begun.elapsed() > LONGEST => {
                let _ = child.kill();
                let _ = child.wait();
                break false;
            }
            None => std::thread::sleep(Duration::from_millis(200)),
        }
    };
    let text = reader.join().unwrap_or_default();
    let mut counted = Tally::default();
    let _quiet = shown.lock();
    println!("== {path} {browser}");
    for line in text.lines() {
        counted.hear(line);
    }
    counted.close(ok, &format!("node {path} {browser}"));
    println!(
        "   {} of {} went well in {} s: node {path} {browser}",
        counted.passed,
        counted.passed + counted.failed,
        begun.elapsed().as_secs()
    );
    Ok(counted)
}

impl Tally {
    /// Takes one line of output: counts a closing line, shows any other.
    fn hear(&mut self, line: &str) {
        match closing(line) {
            // Our own closing line comes once, at the very end.
            Some((passed, failed)) => {
                self.passed += passed;
                self.failed += failed;
            }
            // libtest's dots and "running 0 tests" tell nothing.
            None if line.trim().is_empty() || line.starts_with("running ") => {}
            None => {
                println!("{line}");
                self.told.extend(failure(line));
            }
        }
    }

    /// A run that fails without saying so (a crash, a build error) counts as one failure.
    fn close(&mut self, ok: bool, what: &str) {
        if !ok && self.failed == 0 {
            self.failed = 1;
            self.told.push(format!("FAIL {what}: it ended by itself"));
        }
    }

    fn join(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.told.extend(other.told);
    }

    /// Runs a program, shows its output, and adds what its closing lines say.
    fn add(&mut self, program: &str, args: &[&str]) -> Result<(), String> {
        let mut child = command(program, args)
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("`{program}` could not be started: {e}"))?;
        let mut counted = Tally::default();
        if let Some(out) = child.stdout.take() {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                counted.hear(&line);
            }
        }
        let ok = child.wait().map_err(|e| e.to_string())?.success();
        let what = format!("{program} {}", args.join(" "));
        counted.close(ok, &what);
        let (passed, failed) = (counted.passed, counted.failed);
        println!("   {passed} of {} went well: {what}", passed + failed);
        self.join(counted);
        Ok(())
    }
}

/// The line to tell of a failure again, cut to [`TOLD`] characters, where `line` tells of one: our reporter's `FAIL …`, or
/// the heading that libtest gives to what a failed test printed.
fn failure(line: &str) -> Option<String> {
    let failed =
        line.starts_with("FAIL ") || (line.starts_with("---- ") && line.ends_with(" stdout ----"));
    failed.then(|| line.chars().take(TOLD).collect())
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
    use super::{TOLD, closing, failure};

    #[test]
    fn failures_are_told_again() {
        let long = format!("FAIL chromium x: {}", "é".repeat(2 * TOLD));
        assert_eq!(failure(&long).map(|told| told.chars().count()), Some(TOLD));
        for (line, told) in [
            ("FAIL check: clippy", true),
            ("---- tests::a_word stdout ----", true),
            ("ok   chromium x: what FAIL means", false),
            ("---- a rule", false),
        ] {
            assert_eq!(failure(line).is_some(), told, "{line}");
        }
    }

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

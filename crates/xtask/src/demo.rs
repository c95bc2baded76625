//! The main job in a real browser, with a window or as a printed visit.

use crate::build;
use crate::run::{Outcome, show};
use crate::tools::{self, Browser};

/// Opens the demo, or plays it where there is no display.
pub fn demo(args: &[String]) -> Outcome {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|v| std::env::var_os(v).is_some_and(|d| !d.is_empty()))
        || cfg!(any(target_os = "macos", target_os = "windows"));
    let headless = !display || args.iter().any(|a| a == "--headless");
    if headless {
        return script("visit.mjs", args);
    }
    let firefox = args
        .iter()
        .any(|a| a == "firefox" || a == "--browser=firefox");
    let (browser, name) = if firefox {
        (Browser::Firefox, "firefox")
    } else {
        (Browser::Chromium, "chromium")
    };
    tools::browsers(&[browser])?;
    build::build()?;
    show("node", &["tests/demo.mjs", name])
}

/// Builds, and runs a script of `tests/` in both browsers.
pub fn script(name: &str, args: &[String]) -> Outcome {
    tools::browsers(&[Browser::Chromium, Browser::Firefox])?;
    build::build()?;
    let path = format!("tests/{name}");
    let mut line = vec![path.as_str()];
    line.extend(args.iter().map(String::as_str));
    show("node", &line)
}

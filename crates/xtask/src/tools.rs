//! What a fresh machine lacks: the WASM target, npm packages, browsers.

use std::path::Path;

use crate::run::{must, output, read, root, write};

/// The WASM target, by rustup.
pub fn wasm_target() -> Result<(), String> {
    let have = output("rustup", &["target", "list", "--installed"]).ok_or(
        "rustup is needed to add the WASM target: install it from your system or rustup's own page",
    )?;
    if have.lines().any(|l| l.trim() == "wasm32-unknown-unknown") {
        return Ok(());
    }
    println!("xtask: adding the WASM target");
    must("rustup", &["target", "add", "wasm32-unknown-unknown"])
}

/// rustfmt and clippy, which a minimal toolchain lacks.
pub fn components() -> Result<(), String> {
    for (component, probe) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output("cargo", &[probe, "--version"]).is_none() {
            must("rustup", &["component", "add", component])?;
        }
    }
    Ok(())
}

/// npm packages by `npm ci`, again whenever the lock file changed.
pub fn npm() -> Result<(), String> {
    let version = output("node", &["--version"]).unwrap_or_default();
    let major: u32 = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|m| m.parse().ok())
        .unwrap_or(0);
    if major < 20 {
        return Err("Node 20 or newer is needed: install nodejs and npm".to_owned());
    }
    let root = root();
    let lock = read(&root.join("package-lock.json"))?;
    let stamp = root.join("node_modules/.cuecard-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    println!("xtask: npm ci");
    must(
        "npm",
        &["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    )?;
    write(&stamp, &lock)
}

/// A browser that the tests can drive.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium. Branded Chrome no longer takes `--load-extension`.
    Chromium,
    /// Firefox, ESR or newer.
    Firefox,
}

impl Browser {
    /// Programs to look for, best first; an address in the environment wins.
    fn names(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Chromium => ("CHROMIUM", &["chromium", "chromium-browser"]),
            Self::Firefox => ("FIREFOX", &["firefox-esr", "firefox"]),
        }
    }

    fn found(self) -> bool {
        let (variable, names) = self.names();
        std::env::var_os(variable).is_some_and(|p| Path::new(&p).exists())
            || names.iter().any(|n| on_path(n))
    }

    /// Debian's package.
    fn package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }
}

/// Both browsers, by Debian's packages where we may install them.
pub fn browsers(wanted: &[Browser]) -> Result<(), String> {
    let missing: Vec<&str> = wanted
        .iter()
        .filter(|b| !b.found())
        .map(|b| b.package())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let ask = format!(
        "a browser is missing: install {list} (Debian: `apt-get install {list}`), or point CHROMIUM or FIREFOX at the program"
    );
    if !on_path("apt-get") {
        return Err(ask);
    }
    let root_user = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let sudo = !root_user && output("sudo", &["-n", "true"]).is_some();
    if !root_user && !sudo {
        return Err(ask);
    }
    println!("xtask: installing {list}");
    let apt = |args: &[&str]| {
        let mut line = vec!["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
        line.extend(args);
        if sudo {
            line.insert(0, "env");
            must("sudo", &line)
        } else {
            must("env", &line)
        }
    };
    apt(&["update"]).map_err(|e| format!("{e}. {ask}"))?;
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(&missing);
    // Text in screenshots needs a font; a bare machine has none.
    install.push("fonts-dejavu-core");
    apt(&install).map_err(|e| format!("{e}. {ask}"))
}

/// Whether a program is on the path.
pub fn on_path(name: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(name).is_file()))
}

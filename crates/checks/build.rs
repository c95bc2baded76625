//! Makes the reply guard's pack smaller for the program: the card carries its phrases
//! and reasons, not its examples and prose, which are for people and for the tests.

use std::path::Path;
use std::{env, fs, io};

const PACK: &str = "packs/reply-guard.md";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={PACK}");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(
        Path::new(&out).join("reply-guard.md"),
        without_examples(&fs::read_to_string(PACK)?),
    )
}

/// The pack without its front matter, introduction, examples and empty lines.
fn without_examples(pack: &str) -> String {
    let mut out = String::new();
    let mut keep = false;
    for line in pack.lines() {
        if line.starts_with("## ") {
            keep = true;
        } else if line.starts_with("### ") {
            keep = matches!(line, "### Phrases" | "### Unless");
        }
        if keep && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

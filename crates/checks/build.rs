//! Makes the packs smaller for the program: the card carries their words, levels and reasons, not
//! the examples and the prose, which are for people and for the tests.

use std::path::Path;
use std::{env, fs, io};

const PACKS: &str = "packs";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={PACKS}");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    for entry in fs::read_dir(PACKS)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "md")
            && let Some(name) = path.file_name()
        {
            let small = without_examples(&fs::read_to_string(&path)?);
            fs::write(Path::new(&out).join(name), small)?;
        }
    }
    Ok(())
}

/// The pack without its front matter, introduction, examples and empty lines.
fn without_examples(pack: &str) -> String {
    let mut out = String::new();
    let mut keep = false;
    for line in pack.lines() {
        if line.starts_with("## ") {
            keep = true;
        } else if line.starts_with("### ") {
            keep = !matches!(line, "### Bad" | "### Good");
        }
        if keep && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

//! What no other tool looks at: module docs, skipped tests, leftovers, addresses in the lock file.

use std::path::{Path, PathBuf};

use crate::run::{Outcome, read, root};

/// Whether the tree is tidy; prints what is not.
pub fn check() -> Outcome {
    let root = root();
    let mut files = Vec::new();
    for folder in ["crates", "extension", "tests", "static"] {
        list(&root.join(folder), &mut files)?;
    }
    let mut wrong = Vec::new();
    for file in &files {
        look(file, &read(file)?, &mut wrong);
    }
    if read(&root.join("package-lock.json"))?.contains("\"resolved\": \"http") {
        wrong.push("package-lock.json names download addresses".to_owned());
    }
    for line in &wrong {
        println!("  {line}");
    }
    Ok(wrong.is_empty())
}

fn look(path: &Path, text: &str, wrong: &mut Vec<String>) {
    let name = path.display();
    let rust = path.extension().is_some_and(|e| e == "rs");
    if rust && !text.starts_with("//!") {
        wrong.push(format!(
            "{name}: begins without `//!` that says what it is for"
        ));
    }
    // Put together here, so that this file does not find itself.
    let never = [
        concat!("#[ign", "ore"),
        concat!("to", "do!("),
        concat!("@ts-", "ignore"),
        concat!("@ts-", "nocheck"),
        concat!("describe.", "skip("),
        concat!("it.", "only("),
    ];
    for (number, line) in text.lines().enumerate() {
        for needle in never {
            if line.contains(needle) {
                wrong.push(format!("{name}:{}: {needle}", number + 1));
            }
        }
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_dir() {
            if !path.ends_with("generated") && !path.ends_with("node_modules") {
                list(&path, files)?;
            }
        } else if path
            .extension()
            .is_some_and(|e| ["rs", "ts", "mjs", "js", "jsx"].iter().any(|x| e == *x))
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(())
}

//! Writes the platforms' limits as a table of Rust, out of `data/*.json`.
//!
//! The card counts but has no use for selectors and sources: with the table it
//! carries neither the files nor the code that reads them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde_json::Value;

const DATA: &str = "data";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={DATA}");
    let entries = fs::read_dir(DATA)?.map(|entry| entry.map(|e| e.path()));
    let mut files = entries.collect::<io::Result<Vec<PathBuf>>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "json"));
    files.sort();
    let mut table = String::from("&[\n");
    for file in files {
        let platform: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        rows(&platform, &mut table).ok_or_else(|| {
            io::Error::other(format!("{}: a limit of another shape", file.display()))
        })?;
    }
    table.push_str("]\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("limits.rs"), table)
}

/// Adds a row for each kind of composer that has a limit.
fn rows(platform: &Value, table: &mut String) -> Option<()> {
    let id = platform.get("id")?.as_str()?;
    let Some(limits) = platform.get("limits") else {
        return Some(());
    };
    for (kind, limit) in limits.as_object()? {
        let (kind, unit) = (camel(kind), camel(limit.get("unit")?.as_str()?));
        let max = limit.get("max")?.as_u64()?;
        let max_bytes = limit.get("maxBytes").map(Value::as_u64);
        let confidence = limit.get("confidence")?.as_str()?;
        writeln!(
            table,
            "({id:?}, ComposerKind::{kind}, Limit {{ max: {max}, unit: Unit::{unit}, max_bytes: {:?}, confidence: Confidence::{confidence} }}),",
            max_bytes.flatten()
        )
        .ok()?;
    }
    Some(())
}

/// The variant's name of a name in kebab case.
fn camel(name: &str) -> String {
    name.split('-')
        .map(|word| {
            let (first, rest) = word.split_at(1.min(word.len()));
            [&first.to_uppercase(), rest].concat()
        })
        .collect()
}

//! Writes what the card has to know of the platforms as tables of Rust, out of `data/*.json`.
//!
//! The card counts but has no use for selectors and sources: with the tables it
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
    let mut tables = Tables::default();
    for file in files {
        let platform: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        tables.add(&platform).ok_or_else(|| {
            io::Error::other(format!("{}: a limit of another shape", file.display()))
        })?;
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let out = Path::new(&out);
    for (name, rows) in [
        ("limits", tables.limits),
        ("hashtags", tables.hashtags),
        ("links", tables.links),
        ("counters", tables.counters),
    ] {
        fs::write(
            out.join(name).with_extension("rs"),
            format!("&[\n{rows}]\n"),
        )?;
    }
    Ok(())
}

/// Rows of Rust.
#[derive(Default)]
struct Tables {
    limits: String,
    hashtags: String,
    links: String,
    counters: String,
}

impl Tables {
    /// Adds what a platform says. None where the file has another shape.
    fn add(&mut self, platform: &Value) -> Option<()> {
        let id = platform.get("id")?.as_str()?;
        for (kind, limit) in by_kind(platform, "limits") {
            let (kind, unit) = (camel(kind), camel(limit.get("unit")?.as_str()?));
            let max = limit.get("max")?.as_u64()?;
            let max_bytes = limit.get("maxBytes").map(Value::as_u64);
            let shows = camel(limit.get("shows").map_or(Some("used"), Value::as_str)?);
            let confidence = limit.get("confidence")?.as_str()?;
            writeln!(
                self.limits,
                "({id:?}, ComposerKind::{kind}, Limit {{ max: {max}, unit: Unit::{unit}, max_bytes: {:?}, shows: Shown::{shows}, confidence: Confidence::{confidence} }}),",
                max_bytes.flatten()
            )
            .ok()?;
        }
        for (name, table) in [("hashtags", &mut self.hashtags), ("links", &mut self.links)] {
            for (kind, most) in by_kind(platform, name) {
                let (kind, max) = (camel(kind), most.get("max")?.as_u64()?);
                let confidence = most.get("confidence")?.as_str()?;
                writeln!(
                    table,
                    "({id:?}, ComposerKind::{kind}, {max}, Confidence::{confidence}),"
                )
                .ok()?;
            }
        }
        let composers = platform.get("composers").and_then(Value::as_array);
        // One meaning for all counters of a platform.
        let counter = composers
            .into_iter()
            .flatten()
            .find_map(|composer| composer.get("counter"));
        if let Some(counter) = counter {
            let shows = camel(counter.get("shows")?.as_str()?);
            writeln!(self.counters, "({id:?}, CounterShows::{shows}),").ok()?;
        }
        Some(())
    }
}

/// What a platform says for each kind of composer.
fn by_kind<'a>(platform: &'a Value, name: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    platform
        .get(name)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
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

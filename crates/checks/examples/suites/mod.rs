//! The suites that examples look at. They are read in place: `CUECARD_SUITES`, else `../shared/suites`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use cuecard_checks::Finding;

/// Where the suites are.
pub fn folder() -> PathBuf {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/suites");
    std::env::var_os("CUECARD_SUITES").map_or_else(|| PathBuf::from(here), PathBuf::from)
}

/// A file of a suite.
pub fn read(name: &str) -> Result<String, String> {
    let path = folder().join(name);
    let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The comments of `nhs-fft`.
pub fn comments() -> Result<Vec<String>, String> {
    let csv = read("nhs-fft/text_data.csv")?;
    let mut rows = rows(&csv);
    let head = rows.next().unwrap_or_default();
    let column = head.iter().position(|name| name == "feedback");
    let column = column.ok_or("nhs-fft has no column `feedback`")?;
    Ok(rows
        .filter_map(|mut row| (column < row.len()).then(|| row.swap_remove(column)))
        .collect())
}

/// Which comments have a finding, by rule and level; no comment is shown.
pub fn by_rule(
    comments: &[String],
    find: impl Fn(&str) -> Vec<Finding>,
) -> BTreeMap<String, BTreeSet<usize>> {
    let mut out: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (row, text) in comments.iter().enumerate() {
        for finding in find(text) {
            let rule = format!("{} ({:?})", finding.rule, finding.level);
            out.entry(rule).or_default().insert(row);
        }
    }
    out
}

/// The rows of a CSV with quoted fields.
fn rows(csv: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    let mut chars = csv.chars().peekable();
    std::iter::from_fn(move || {
        chars.peek()?;
        let (mut row, mut field, mut quoted) = (Vec::new(), String::new(), false);
        while let Some(c) = chars.next() {
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    chars.next();
                    field.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut field)),
                '\n' if !quoted => break,
                '\r' if !quoted => {}
                _ => field.push(c),
            }
        }
        row.push(field);
        Some(row)
    })
}

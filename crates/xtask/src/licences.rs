//! Licences of everything we build with: permissive ones only.

use serde_json::Value;

use crate::run::{Outcome, output, read, root};

/// Licences that go with MIT OR Apache-2.0.
const ALLOWED: [&str; 16] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "ISC",
    "Zlib",
    "Unlicense",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "CC0-1.0",
    "MIT-0",
    "BlueOak-1.0.0",
    "Python-2.0",
    "BSL-1.0",
];

/// Licences of npm packages that only tests run and that never become part of what is shipped.
const TOOLS: [&str; 1] = ["MPL-2.0"];

/// Whether every crate and npm package has an allowed licence; prints those that do not.
pub fn check() -> Outcome {
    let mut wrong = crates()?;
    wrong.extend(packages()?);
    for line in &wrong {
        println!("  {line}");
    }
    Ok(wrong.is_empty())
}

fn crates() -> Result<Vec<String>, String> {
    let text = output("cargo", &["metadata", "--format-version", "1", "--locked"])
        .ok_or("`cargo metadata --locked` failed")?;
    let json: Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let list = json["packages"]
        .as_array()
        .ok_or("no packages in cargo's metadata")?;
    Ok(list
        .iter()
        .filter_map(|p| {
            let licence = p["license"].as_str().unwrap_or("(none)");
            (!allowed(licence)).then(|| format!("crate {}: {licence}", p["name"]))
        })
        .collect())
}

fn packages() -> Result<Vec<String>, String> {
    let lock: Value = serde_json::from_str(&read(&root().join("package-lock.json"))?)
        .map_err(|e| format!("package-lock.json: {e}"))?;
    let list = lock["packages"]
        .as_object()
        .ok_or("no packages in package-lock.json")?;
    Ok(list
        .iter()
        // A workspace stands in the list twice: as a folder with its licence, and as a link to it.
        .filter(|(path, p)| !path.is_empty() && p["link"] != Value::Bool(true))
        .filter_map(|(path, p)| {
            let licence = p["license"].as_str().unwrap_or("(none)");
            (!allowed(licence) && !TOOLS.contains(&licence))
                .then(|| format!("npm {path}: {licence}"))
        })
        .collect())
}

/// One of the alternatives must be wholly allowed.
fn allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    plain
        .split(" OR ")
        .any(|part| part.split(" AND ").all(|one| ALLOWED.contains(&one.trim())))
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn expressions() {
        for yes in [
            "MIT",
            "MIT/Apache-2.0",
            "(MIT OR GPL-3.0)",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
        ] {
            assert!(allowed(yes), "{yes}");
        }
        for no in ["GPL-3.0", "MIT AND GPL-3.0", "(none)", ""] {
            assert!(!allowed(no), "{no}");
        }
    }
}

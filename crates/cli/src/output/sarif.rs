//! SARIF 2.1.0, for tools that show findings beside a change.

use std::collections::BTreeSet;
use std::io::Write;

use cuecard_playbook::Level;
use serde_json::{Value, json};

use super::{Position, Remark};
use crate::status::Stop;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Collects remarks into one run.
#[derive(Default)]
pub struct Run {
    rules: BTreeSet<String>,
    results: Vec<Value>,
}

impl Run {
    /// Adds a remark.
    pub fn add(&mut self, remark: &Remark<'_>) {
        self.rules.insert(remark.rule.to_owned());
        let text = match remark.help {
            "" => remark.message.to_owned(),
            help => format!("{} {help}", remark.message),
        };
        let artifact = json!({ "uri": uri(remark.file) });
        let mut result = json!({
            "ruleId": remark.rule,
            "level": level(remark.level),
            "message": { "text": text },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": region(remark.start, remark.end),
                },
            }],
        });
        let fixes: Vec<Value> = remark
            .fixes
            .iter()
            .map(|fix| fixed(remark, &artifact, fix))
            .collect();
        if let (false, Some(object)) = (fixes.is_empty(), result.as_object_mut()) {
            object.insert("fixes".to_owned(), fixes.into());
        }
        self.results.push(result);
    }

    /// Writes the whole log.
    pub fn write(self, out: &mut dyn Write) -> Result<(), Stop> {
        let rules: Vec<Value> = self.rules.iter().map(|id| json!({ "id": id })).collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "cuecard",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        out.write_all(b"\n")?;
        Ok(())
    }
}

/// A fix as a replacement of text.
fn fixed(remark: &Remark<'_>, artifact: &Value, fix: &str) -> Value {
    let (start, end) = remark
        .fix_at
        .unwrap_or((remark.start, remark.end.unwrap_or(remark.start)));
    let what = match fix {
        "" => "Delete it".to_owned(),
        fix => format!("Write “{fix}”"),
    };
    json!({
        "description": { "text": what },
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": [{
                "deletedRegion": region(start, Some(end)),
                "insertedContent": { "text": fix },
            }],
        }],
    })
}

fn region(start: Position, end: Option<Position>) -> Value {
    let mut region = json!({ "startLine": start.line, "startColumn": start.column });
    if let (Some(end), Some(object)) = (end, region.as_object_mut()) {
        object.insert("endLine".to_owned(), end.line.into());
        object.insert("endColumn".to_owned(), end.column.into());
    }
    region
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Suggestion => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// A path as a relative or absolute URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'/' | b'.' | b'-' | b'_' | b'~' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        for (path, want) in [
            ("posts/week 1.md", "posts/week%201.md"),
            ("C:\\posts\\a.md", "C%3A/posts/a.md"),
            ("é.md", "%C3%A9.md"),
        ] {
            assert_eq!(uri(path), want);
        }
    }
}

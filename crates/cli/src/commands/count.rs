//! `cuecard count`: length by a platform's own rule.

use std::io::Write;

use cuecard_platforms::{ComposerKind, count};
use serde::Deserialize;
use serde_json::Value;

use crate::args::Count;
use crate::input;
use crate::jsonl;
use crate::output::json::Counted;
use crate::status::{Status, Stop, say};

/// A text as a JSON line.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: String,
    platform: Option<String>,
    kind: Option<ComposerKind>,
}

/// Measures texts from files, or one a line. A text that is too long is a measurement, not a
/// failure: the exit status stays 0.
pub fn run(args: &Count, out: &mut dyn Write) -> Result<Status, Stop> {
    input::warn_of_unknown_platform(args.platform.as_deref());
    let kind: ComposerKind = args.kind.map(Into::into).unwrap_or_default();
    let mut status = Status::Clean;
    for path in input::or_stdin(&args.files)? {
        let done = if args.jsonl {
            jsonl::run(&path, out, |request: Request, out| {
                let own = request.platform.as_deref().map(input::platform_id);
                let platform = own.or(args.platform.as_deref());
                let measured = count(platform, request.kind.unwrap_or(kind), &request.text);
                serde_json::to_writer(out, &Counted::new(request.id, measured))
            })?
        } else {
            file(&path, args.platform.as_deref(), kind, out)?
        };
        status = status.max(done);
    }
    Ok(status)
}

fn file(
    path: &str,
    platform: Option<&str>,
    kind: ComposerKind,
    out: &mut dyn Write,
) -> Result<Status, Stop> {
    let text = match input::read_text(path) {
        Ok(text) => text,
        Err(stop) => {
            say(&stop);
            return Ok(Status::Unusable);
        }
    };
    let measured = count(platform, kind, &text);
    let unit = serde_json::to_value(measured.unit)?;
    let unit = unit.as_str().unwrap_or_default();
    let (file, used) = (input::name(path), measured.used);
    match measured.limit {
        Some(limit) => {
            let verdict = if measured.valid {
                "fits"
            } else {
                "does not fit"
            };
            writeln!(out, "{file}: {used} of {limit} ({unit}): {verdict}")?;
        }
        None => writeln!(out, "{file}: {used} ({unit}), no limit known")?,
    }
    Ok(Status::Clean)
}

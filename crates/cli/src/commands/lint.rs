//! `cuecard lint`: what a playbook says that is not understood, or that breaks its own rules.

use std::io::Write;

use cuecard_playbook::Diagnostic;
use serde::Serialize;

use crate::args::{Format, Lint};
use crate::input;
use crate::output::json::Versioned;
use crate::output::playbook::DiagnosticOut;
use crate::output::text::counted;
use crate::output::{Position, Remark, sarif, text};
use crate::status::{Status, Stop, say};

#[derive(Serialize)]
struct Diagnostics<'a> {
    diagnostics: Vec<DiagnosticOut<'a>>,
}

/// Lints every playbook that can be read.
pub fn run(args: &Lint, out: &mut dyn Write) -> Result<Status, Stop> {
    let mut status = Status::Clean;
    let mut found: Vec<(&str, Diagnostic)> = Vec::new();
    for path in &args.playbooks {
        match input::read_playbook_to_judge(path) {
            Ok(compiled) => {
                let named = |diagnostic| (input::name(path), diagnostic);
                found.extend(compiled.diagnostics.into_iter().map(named));
            }
            Err(stop) => {
                say(&stop);
                status = Status::Unusable;
            }
        }
    }
    write(args.format, &found, out)?;
    if args.format == Format::Text {
        let playbooks = counted(args.playbooks.len(), "playbook", "playbooks");
        say(&format!(
            "{playbooks}, {}",
            counted(found.len(), "diagnostic", "diagnostics")
        ));
    }
    let fails = found.iter().any(|(_, d)| args.level.fails(d.level));
    Ok(status.max(Status::of(fails)))
}

fn write(format: Format, found: &[(&str, Diagnostic)], out: &mut dyn Write) -> Result<(), Stop> {
    match format {
        Format::Text => {
            for (file, diagnostic) in found {
                text::remark(out, &remark(file, diagnostic))?;
            }
        }
        Format::Json => {
            let outs = found
                .iter()
                .map(|(file, d)| DiagnosticOut::new(Some(file), d));
            let diagnostics = Diagnostics {
                diagnostics: outs.collect(),
            };
            serde_json::to_writer_pretty(&mut *out, &Versioned::new(diagnostics))?;
            out.write_all(b"\n")?;
        }
        Format::Sarif => {
            let mut log = sarif::Run::default();
            for (file, diagnostic) in found {
                log.add(&remark(file, diagnostic));
            }
            log.write(out)?;
        }
    }
    Ok(())
}

fn remark<'a>(file: &'a str, diagnostic: &'a Diagnostic) -> Remark<'a> {
    Remark {
        file,
        level: diagnostic.level,
        rule: &diagnostic.code,
        message: &diagnostic.message,
        help: &diagnostic.help,
        start: Position {
            line: diagnostic.line.max(1),
            column: diagnostic.column.max(1),
        },
        end: None,
        found: "",
        fixes: &[],
        fix_at: None,
    }
}

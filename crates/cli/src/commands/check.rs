//! `cuecard check`: drafts against a playbook.

use std::io::Write;

use cuecard_checks::packs::read::Pack;
use cuecard_checks::{Checker, Comment, Draft, Report};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::args::{Check, Format, Media};
use crate::clock;
use crate::input;
use crate::jsonl;
use crate::output::json::{Checked, Versioned};
use crate::output::text::counted;
use crate::output::{Lines, Remark, sarif, text};
use crate::status::{Status, Stop, say};

/// A draft as a JSON line.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: String,
    platform: Option<String>,
    kind: Option<ComposerKind>,
    answering: Option<Answering>,
    audience: Option<String>,
    media: Option<Media>,
}

/// The comment that it answers.
#[derive(Deserialize)]
struct Answering {
    text: String,
    author: Option<String>,
}

#[derive(Serialize)]
struct Drafts<'a> {
    drafts: Vec<Checked<'a>>,
}

/// What all drafts of a run have in common.
struct Desk<'a> {
    checker: Checker,
    args: &'a Check,
    today: Option<Date>,
}

/// Checks drafts from files, or one a line.
pub fn run(args: &Check, out: &mut dyn Write) -> Result<Status, Stop> {
    let paths = input::or_stdin(&args.files)?;
    let others = [Some(args.playbook.as_str()), args.answering.as_deref()];
    input::read_once(
        paths
            .iter()
            .map(String::as_str)
            .chain(others.into_iter().flatten()),
    )?;
    let compiled = input::read_playbook_to_use(&args.playbook)?;
    input::warn_of_unknown_platform(args.platform.as_deref());
    let desk = Desk {
        checker: Checker::with_packs(&compiled.playbook, &own_packs(&args.packs)?),
        args,
        today: args.today.or_else(clock::today),
    };
    if args.jsonl {
        return desk.lines(&paths, out);
    }
    desk.files(&paths, out)
}

impl Desk<'_> {
    fn check(&self, draft: &Draft<'_>) -> Report {
        self.checker.check(draft)
    }

    fn fails(&self, report: &Report) -> bool {
        let mut findings = report.findings.iter();
        findings.any(|finding| self.args.level.fails(finding.level))
    }

    fn lines(&self, paths: &[String], out: &mut dyn Write) -> Result<Status, Stop> {
        let mut status = Status::Clean;
        let mut fails = false;
        for path in paths {
            let done = jsonl::run(path, out, |request: Request, out| {
                let answering = request.answering.as_ref().map(|comment| Comment {
                    text: &comment.text,
                    author: comment.author.as_deref().unwrap_or_default(),
                });
                let kind = request.kind.or(self.args.kind.map(Into::into));
                let report = self.check(&Draft {
                    text: &request.text,
                    platform: request
                        .platform
                        .as_deref()
                        .map(input::platform_id)
                        .or(self.args.platform.as_deref()),
                    kind: kind_of(kind, answering.is_some()),
                    answering,
                    today: self.today,
                    audience: request
                        .audience
                        .as_deref()
                        .or(self.args.audience.as_deref()),
                    media: request.media.unwrap_or(self.args.media).into(),
                    ..Draft::default()
                });
                fails |= self.fails(&report);
                let heard = request
                    .answering
                    .as_ref()
                    .map(|comment| comment.text.as_str());
                let checked = Checked::new(request.id, &request.text, heard, &report);
                serde_json::to_writer(out, &checked)
            })?;
            status = status.max(done);
        }
        Ok(status.max(Status::of(fails)))
    }

    fn files(&self, paths: &[String], out: &mut dyn Write) -> Result<Status, Stop> {
        let comment = self
            .args
            .answering
            .as_deref()
            .map(input::read_text)
            .transpose()?;
        let mut status = Status::Clean;
        let mut checked = Vec::new();
        for path in paths {
            let text = match input::read_text(path) {
                Ok(text) => text,
                Err(stop) => {
                    say(&stop);
                    status = Status::Unusable;
                    continue;
                }
            };
            let report = self.check(&Draft {
                text: &text,
                platform: self.args.platform.as_deref(),
                kind: kind_of(self.args.kind.map(Into::into), comment.is_some()),
                answering: comment.as_deref().map(|text| Comment {
                    text,
                    author: self.args.author.as_deref().unwrap_or_default(),
                }),
                today: self.today,
                audience: self.args.audience.as_deref(),
                media: self.args.media.into(),
                ..Draft::default()
            });
            checked.push((input::name(path), text, report));
        }
        write(self.args.format, &checked, comment.as_deref(), out)?;
        let fails = checked.iter().any(|(_, _, report)| self.fails(report));
        Ok(status.max(Status::of(fails)))
    }
}

/// Packs of words from files. A line that is not understood is said, and left out.
fn own_packs(paths: &[String]) -> Result<Vec<Pack>, Stop> {
    let read = |path: &String| {
        let pack = Pack::read(&input::read_text(path)?);
        for (line, problem) in &pack.problems {
            say(&format!("{path}:{line}: not read: {problem}"));
        }
        Ok(pack)
    };
    paths.iter().map(read).collect()
}

/// A draft that answers somebody is a reply, unless it is said to be something else.
fn kind_of(kind: Option<ComposerKind>, answers: bool) -> ComposerKind {
    kind.unwrap_or(if answers {
        ComposerKind::Reply
    } else {
        ComposerKind::Post
    })
}

fn write(
    format: Format,
    checked: &[(&str, String, Report)],
    comment: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    match format {
        Format::Text => write_text(checked, out)?,
        Format::Json => {
            let drafts = checked
                .iter()
                .map(|(file, text, report)| Checked::new(Value::from(*file), text, comment, report))
                .collect();
            serde_json::to_writer_pretty(&mut *out, &Versioned::new(Drafts { drafts }))?;
            out.write_all(b"\n")?;
        }
        Format::Sarif => {
            let mut log = sarif::Run::default();
            for (file, text, report) in checked {
                remarks(file, text, report, |remark| {
                    log.add(remark);
                    Ok(())
                })?;
            }
            log.write(out)?;
        }
    }
    Ok(())
}

fn write_text(checked: &[(&str, String, Report)], out: &mut dyn Write) -> Result<(), Stop> {
    let mut findings = 0;
    for (file, text, report) in checked {
        findings += report.findings.len();
        remarks(file, text, report, |remark| Ok(text::remark(out, remark)?))?;
        if let Some(limit) = report.count.limit {
            writeln!(out, "{file}: length {} of {limit}", report.count.used)?;
        }
    }
    let drafts = counted(checked.len(), "draft", "drafts");
    say(&format!(
        "{drafts}, {}",
        counted(findings, "finding", "findings")
    ));
    Ok(())
}

/// Gives each finding with its place in the file.
fn remarks(
    file: &str,
    text: &str,
    report: &Report,
    mut give: impl FnMut(&Remark<'_>) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let lines = Lines::new(text);
    for finding in &report.findings {
        let (start, end) = lines.range(finding.span);
        give(&Remark {
            file,
            level: finding.level,
            rule: &finding.rule,
            message: &finding.message,
            help: "",
            start,
            end: Some(end),
            found: lines.found(finding.span),
            fixes: &finding.fixes,
            fix_at: Some(lines.range(finding.fixes_at())),
        })?;
    }
    Ok(())
}

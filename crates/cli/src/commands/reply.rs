//! `cuecard reply`: how to answer a comment.

use std::io::Write;

use cuecard_checks::{Checker, Comment as Answering, Draft, Report};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Permission, Tell};
use cuecard_replies::{Answer, Comment, Replier, Suggestion};
use serde::Deserialize;
use serde_json::Value;

use crate::args::{Reply, ReplyFormat};
use crate::input;
use crate::jsonl;
use crate::output::json::{Answered, Versioned};
use crate::status::{Status, Stop};

/// A comment as a JSON line.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: String,
    platform: Option<String>,
    author: Option<String>,
}

/// What answers, and what checks the answers.
struct Engine {
    replier: Replier,
    checker: Checker,
}

impl Engine {
    /// What a check says of every text that is offered, as an answer to this very comment:
    /// an approved reply may repeat what only this comment makes private.
    fn check(
        &self,
        answer: &Answer,
        comment: &Comment<'_>,
        platform: Option<&str>,
    ) -> Vec<Vec<Report>> {
        let draft = |text: &str| {
            self.checker.check(&Draft {
                text,
                platform,
                kind: ComposerKind::Reply,
                answering: Some(Answering {
                    text: comment.text,
                    author: comment.author.unwrap_or_default(),
                }),
                ..Draft::default()
            })
        };
        let texts = |s: &Suggestion| s.variants.iter().map(|v| draft(&v.text)).collect();
        answer.offered().map(texts).collect()
    }
}

/// Answers one comment, or one a line. An escalation is an answer, not a failure: the exit status stays 0.
pub fn run(args: &Reply, out: &mut dyn Write) -> Result<Status, Stop> {
    let files: Vec<String> = args.file.iter().cloned().collect();
    let paths = input::or_stdin(&files)?;
    input::read_once(paths.iter().chain([&args.playbook]).map(String::as_str))?;
    let compiled = input::read_playbook_to_use(&args.playbook)?;
    input::warn_of_unknown_platform(args.platform.as_deref());
    let engine = Engine {
        replier: Replier::new(&compiled.playbook),
        checker: Checker::new(&compiled.playbook),
    };
    let mut status = Status::Clean;
    for path in &paths {
        let done = if args.jsonl {
            lines(&engine, args, path, out)?
        } else {
            file(&engine, args, path, out)?
        };
        status = status.max(done);
    }
    Ok(status)
}

fn lines(engine: &Engine, args: &Reply, path: &str, out: &mut dyn Write) -> Result<Status, Stop> {
    jsonl::run(path, out, |request: Request, out| {
        let comment = Comment {
            text: &request.text,
            author: request.author.as_deref(),
        };
        let platform = request
            .platform
            .as_deref()
            .map(input::platform_id)
            .or(args.platform.as_deref());
        let answer = engine.replier.answer(&comment, platform);
        let reports = engine.check(&answer, &comment, platform);
        let answered = Answered::new(request.id, comment.text, &answer, &reports);
        serde_json::to_writer(out, &answered)
    })
}

fn file(engine: &Engine, args: &Reply, path: &str, out: &mut dyn Write) -> Result<Status, Stop> {
    let text = input::read_text(path)?;
    let comment = Comment {
        text: &text,
        author: args.author.as_deref(),
    };
    let platform = args.platform.as_deref();
    let answer = engine.replier.answer(&comment, platform);
    let reports = engine.check(&answer, &comment, platform);
    match args.format {
        ReplyFormat::Text => write_text(&answer, &reports, out)?,
        ReplyFormat::Json => {
            let id = Value::from(input::name(path));
            serde_json::to_writer_pretty(
                &mut *out,
                &Versioned::new(Answered::new(id, &text, &answer, &reports)),
            )?;
            out.write_all(b"\n")?;
        }
    }
    Ok(Status::Clean)
}

/// For people: whom to tell first, then what may be said.
fn write_text(answer: &Answer, reports: &[Vec<Report>], out: &mut dyn Write) -> Result<(), Stop> {
    let doubt = answer
        .doubt
        .as_ref()
        .map(|e| ("MAY NEED ESCALATION, look again", e));
    let sure = answer.escalation.as_ref().map(|e| ("ESCALATE", e));
    if let Some((what, escalation)) = sure.or(doubt) {
        writeln!(out, "{what}: {} ({})", escalation.name, escalation.protocol)?;
        tell(&escalation.tell, "  ", out)?;
        if !escalation.because.is_empty() {
            writeln!(out, "  because of: {}", escalation.because.join(", "))?;
        }
        for action in &escalation.actions {
            writeln!(out, "  do: {action}")?;
        }
        writeln!(out, "  reply: {}", permission(escalation.permission))?;
        if let Some(holding) = &escalation.holding {
            quoted(holding, out)?;
        }
    }
    if answer.escalation.is_none() && answer.replies.is_empty() {
        writeln!(out, "No protocol of the playbook fits this comment.")?;
    }
    for (place, reply) in answer.offered().enumerate() {
        if place == answer.replies.len() {
            writeln!(out, "Less likely:")?;
        }
        let may = permission(reply.permission);
        writeln!(
            out,
            "{}. {} ({}), {:.2}: {may}",
            place + 1,
            reply.name,
            reply.protocol,
            reply.score
        )?;
        tell(&reply.tell, "   ", out)?;
        for action in &reply.actions {
            writeln!(out, "   do: {action}")?;
        }
        if let Some(text) = &reply.text {
            quoted(text, out)?;
            let report = reports.get(place).and_then(|r| r.first());
            for finding in report.into_iter().flat_map(|r| &r.findings) {
                writeln!(out, "   but: {} ({})", finding.message, finding.rule)?;
            }
        }
    }
    writeln!(out, "Estimate that no protocol fits: {:.2}", answer.none)?;
    Ok(())
}

fn tell(tell: &[Tell], indent: &str, out: &mut dyn Write) -> Result<(), Stop> {
    for Tell { role, within, .. } in tell {
        match within.as_str() {
            "" => writeln!(out, "{indent}tell: {role}")?,
            within => writeln!(out, "{indent}tell: {role} within {within}")?,
        }
    }
    Ok(())
}

fn quoted(text: &str, out: &mut dyn Write) -> Result<(), Stop> {
    for line in text.lines() {
        writeln!(out, "   | {line}")?;
    }
    Ok(())
}

fn permission(permission: Permission) -> &'static str {
    match permission {
        Permission::MayReply => "may reply",
        Permission::ApproveFirst => "approve first",
        Permission::MustNotReply => "must not reply",
    }
}

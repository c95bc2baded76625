//! What `check`, `reply` and `count` write as JSON.

use cuecard_checks::{Change, Finding, Report};
use cuecard_platforms::{Count, Unit};
use cuecard_playbook::{Level, Permission, Severity, Tell};
use cuecard_replies::{Answer, Escalation, Suggestion};
use cuecard_text::{Offsets, Span};
use serde::Serialize;
use serde_json::Value;

/// Version of the forms of this module and of [`super::playbook`].
pub const VERSION: u32 = 1;

/// A score as it is written: three decimals say all that it does.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

/// Both ends of a span, half-open.
type Range = [usize; 2];

/// A checked draft.
#[derive(Serialize)]
pub struct Checked<'a> {
    id: Value,
    findings: Vec<FindingOut<'a>>,
    count: CountOut,
    priorities: Vec<PriorityOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<MessageOut<'a>>,
}

#[derive(Serialize)]
struct FindingOut<'a> {
    rule: &'a str,
    level: Level,
    message: &'a str,
    chars: Range,
    utf16: Range,
    fixes: &'a [String],
    /// What the fixes replace, where that is not the finding's own place.
    #[serde(skip_serializing_if = "Option::is_none")]
    replace: Option<Place>,
    /// Where in the comment stands what the draft repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Place>,
    /// Against an approved message.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeOut<'a>>,
}

#[derive(Serialize)]
struct Place {
    chars: Range,
    utf16: Range,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum ChangeOut<'a> {
    Same(&'a str),
    Removed(&'a str),
    Added(&'a str),
}

#[derive(Serialize)]
struct CountOut {
    used: usize,
    limit: Option<usize>,
    unit: Unit,
    valid: bool,
}

#[derive(Serialize)]
struct PriorityOut<'a> {
    name: &'a str,
    score: f64,
    because: &'a [String],
}

#[derive(Serialize)]
struct MessageOut<'a> {
    id: &'a str,
    name: &'a str,
    drift: f64,
}

impl<'a> Checked<'a> {
    /// A report about `text`, which answers `comment`.
    pub fn new(id: Value, text: &str, comment: Option<&str>, report: &'a Report) -> Self {
        let offsets = Offsets::new(text);
        let heard = Offsets::new(comment.unwrap_or(""));
        let finding = |found: &'a Finding| finding(&offsets, &heard, found);
        Self {
            id,
            findings: report.findings.iter().map(finding).collect(),
            count: count(report.count),
            priorities: report
                .priorities
                .iter()
                .map(|priority| PriorityOut {
                    name: &priority.name,
                    score: rounded(priority.score),
                    because: &priority.because,
                })
                .collect(),
            message: report.message.as_ref().map(|message| MessageOut {
                id: &message.id,
                name: &message.name,
                drift: rounded(message.drift),
            }),
        }
    }
}

/// A finding with its places in the draft, and in the comment that it answers.
fn finding<'a>(offsets: &Offsets<'_>, heard: &Offsets<'_>, finding: &'a Finding) -> FindingOut<'a> {
    FindingOut {
        rule: &finding.rule,
        level: finding.level,
        message: &finding.message,
        chars: chars(offsets, finding.span),
        utf16: utf16(offsets, finding.span),
        fixes: &finding.fixes,
        replace: Some(finding.fixes_at())
            .filter(|at| *at != finding.span && !finding.fixes.is_empty())
            .map(|at| Place {
                chars: chars(offsets, at),
                utf16: utf16(offsets, at),
            }),
        source: finding.source.map(|at| Place {
            chars: chars(heard, at),
            utf16: utf16(heard, at),
        }),
        changes: finding.changes.iter().map(change).collect(),
    }
}

fn chars(offsets: &Offsets<'_>, span: Span) -> Range {
    [offsets.chars(span.start), offsets.chars(span.end)]
}

fn utf16(offsets: &Offsets<'_>, span: Span) -> Range {
    [offsets.utf16(span.start), offsets.utf16(span.end)]
}

fn change(change: &Change) -> ChangeOut<'_> {
    match change {
        Change::Same(text) => ChangeOut::Same(text),
        Change::Removed(text) => ChangeOut::Removed(text),
        Change::Added(text) => ChangeOut::Added(text),
    }
}

fn count(count: Count) -> CountOut {
    CountOut {
        used: count.used,
        limit: count.limit,
        unit: count.unit,
        valid: count.valid,
    }
}

/// A measured text.
#[derive(Serialize)]
pub struct Counted {
    id: Value,
    #[serde(flatten)]
    count: CountOut,
}

impl Counted {
    /// The length of a text.
    pub fn new(id: Value, measured: Count) -> Self {
        Self {
            id,
            count: count(measured),
        }
    }
}

/// An answered comment.
#[derive(Serialize)]
pub struct Answered<'a> {
    id: Value,
    escalation: Option<EscalationOut<'a>>,
    /// What may have to be escalated, though no rule was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<EscalationOut<'a>>,
    replies: Vec<ReplyOut<'a>>,
    /// What is nearest where fewer than three fit.
    nearest: Vec<ReplyOut<'a>>,
    none: f64,
    /// Language of the comment, where its words say.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

#[derive(Serialize)]
struct EscalationOut<'a> {
    class: &'a str,
    protocol: &'a str,
    name: &'a str,
    level: Severity,
    because: &'a [String],
    #[serde(flatten)]
    tell: TellOut<'a>,
    permission: Permission,
    actions: &'a [String],
    holding: Option<&'a str>,
    /// Other classes that were heard.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    also: &'a [String],
}

#[derive(Serialize)]
struct ReplyOut<'a> {
    protocol: &'a str,
    name: &'a str,
    level: Severity,
    score: f64,
    because: &'a [String],
    permission: Permission,
    text: Option<&'a str>,
    #[serde(flatten)]
    tell: TellOut<'a>,
    actions: &'a [String],
    /// All approved texts that may be offered, `text` first.
    variants: Vec<VariantOut<'a>>,
}

/// An approved text, with what a check says of it as an answer to this very comment.
#[derive(Serialize)]
struct VariantOut<'a> {
    id: &'a str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    findings: Vec<FindingOut<'a>>,
}

/// Whom to tell first, and whom else.
#[derive(Serialize)]
pub struct TellOut<'a> {
    tell: Option<&'a str>,
    within: Option<&'a str>,
    #[serde(rename = "alsoTell", skip_serializing_if = "Vec::is_empty")]
    also: Vec<OtherTell<'a>>,
}

#[derive(Serialize)]
struct OtherTell<'a> {
    tell: &'a str,
    within: Option<&'a str>,
}

impl<'a> TellOut<'a> {
    /// Null for what the playbook does not say.
    pub fn new(tell: &'a [Tell]) -> Self {
        let mut others = tell.iter().map(|tell| OtherTell {
            tell: &tell.role,
            within: Some(tell.within.as_str()).filter(|within| !within.is_empty()),
        });
        let first = others.next();
        Self {
            tell: first.as_ref().map(|tell| tell.tell),
            within: first.and_then(|tell| tell.within),
            also: others.collect(),
        }
    }
}

impl<'a> Answered<'a> {
    /// An answer to the comment with an id; `reports` holds, offer by offer and variant
    /// by variant, what a check says of each as an answer to this comment.
    pub fn new(id: Value, comment: &str, answer: &'a Answer, reports: &'a [Vec<Report>]) -> Self {
        let heard = Offsets::new(comment);
        let escalation = |escalation: &'a Escalation| EscalationOut {
            protocol: &escalation.protocol,
            name: &escalation.name,
            level: escalation.level,
            because: &escalation.because,
            tell: TellOut::new(&escalation.tell),
            permission: escalation.permission,
            actions: &escalation.actions,
            holding: escalation.holding.as_deref(),
            class: &escalation.class,
            also: &escalation.also,
        };
        let reply = |(reply, checked): (&'a Suggestion, &'a Vec<Report>)| ReplyOut {
            protocol: &reply.protocol,
            name: &reply.name,
            level: reply.level,
            score: rounded(reply.score),
            because: &reply.because,
            permission: reply.permission,
            text: reply.text.as_deref(),
            tell: TellOut::new(&reply.tell),
            actions: &reply.actions,
            variants: reply
                .variants
                .iter()
                .zip(checked)
                .map(|(variant, report)| {
                    let offsets = Offsets::new(&variant.text);
                    let findings = report.findings.iter();
                    VariantOut {
                        id: &variant.id,
                        text: &variant.text,
                        language: variant.language.as_deref(),
                        findings: findings.map(|f| finding(&offsets, &heard, f)).collect(),
                    }
                })
                .collect(),
        };
        let mut replies: Vec<ReplyOut<'_>> = answer.offered().zip(reports).map(reply).collect();
        let nearest = replies.split_off(answer.replies.len().min(replies.len()));
        Self {
            id,
            escalation: answer.escalation.as_ref().map(escalation),
            doubt: answer.doubt.as_ref().map(escalation),
            replies,
            nearest,
            none: rounded(answer.none),
            language: answer.language,
        }
    }
}

/// Several results with the version of their form.
#[derive(Serialize)]
pub struct Versioned<T: Serialize> {
    version: u32,
    #[serde(flatten)]
    content: T,
}

impl<T: Serialize> Versioned<T> {
    /// Of the present version.
    pub fn new(content: T) -> Self {
        Self {
            version: VERSION,
            content,
        }
    }
}

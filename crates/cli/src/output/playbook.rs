//! A compiled playbook, and its diagnostics, as JSON.

use cuecard_playbook::{
    Compiled, Diagnostic, Level, Message, Permission, Priority, Protocol, Severity, WordRule,
};
use serde::Serialize;

use super::json::TellOut;

/// `cuecard show`.
#[derive(Serialize)]
pub struct Shown<'a> {
    brand: &'a str,
    words: Vec<WordOut<'a>>,
    messages: Vec<MessageOut<'a>>,
    protocols: Vec<ProtocolOut<'a>>,
    priorities: Vec<PriorityOut<'a>>,
    diagnostics: Vec<DiagnosticOut<'a>>,
}

#[derive(Serialize)]
struct WordOut<'a> {
    avoid: &'a [String],
    prefer: &'a [String],
    omit: bool,
    unless: Option<&'a str>,
    why: Option<&'a str>,
    line: usize,
}

#[derive(Serialize)]
struct MessageOut<'a> {
    id: &'a str,
    text: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct ProtocolOut<'a> {
    id: &'a str,
    name: &'a str,
    level: Severity,
    examples: &'a [String],
    hard: &'a [String],
    permission: Permission,
    #[serde(flatten)]
    tell: TellOut<'a>,
    replies: Vec<ReplyOut<'a>>,
    line: usize,
}

#[derive(Serialize)]
struct ReplyOut<'a> {
    platform: Option<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct PriorityOut<'a> {
    name: &'a str,
    share: Option<f64>,
    signals: &'a [String],
    line: usize,
}

/// A diagnostic; with the file's name where there may be several.
#[derive(Serialize)]
pub struct DiagnosticOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    code: &'a str,
    level: Level,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
}

impl<'a> DiagnosticOut<'a> {
    /// A diagnostic about a file.
    pub fn new(file: Option<&'a str>, diagnostic: &'a Diagnostic) -> Self {
        Self {
            file,
            code: &diagnostic.code,
            level: diagnostic.level,
            line: diagnostic.line,
            column: diagnostic.column,
            message: &diagnostic.message,
            help: &diagnostic.help,
        }
    }
}

impl<'a> Shown<'a> {
    /// The parts of a playbook that programs ask for.
    pub fn new(compiled: &'a Compiled) -> Self {
        let playbook = &compiled.playbook;
        let diagnostics = compiled.diagnostics.iter();
        Self {
            brand: &playbook.brand,
            words: playbook.words.iter().map(word).collect(),
            messages: playbook.messages.iter().map(message).collect(),
            protocols: playbook.protocols.iter().map(protocol).collect(),
            priorities: playbook.priorities.iter().map(priority).collect(),
            diagnostics: diagnostics.map(|d| DiagnosticOut::new(None, d)).collect(),
        }
    }
}

fn word(rule: &WordRule) -> WordOut<'_> {
    WordOut {
        avoid: &rule.avoid,
        prefer: &rule.prefer,
        omit: rule.omit,
        unless: rule.unless.as_deref(),
        why: rule.why.as_deref(),
        line: rule.line,
    }
}

fn message(message: &Message) -> MessageOut<'_> {
    MessageOut {
        id: &message.id,
        text: &message.text,
        line: message.line,
    }
}

fn protocol(protocol: &Protocol) -> ProtocolOut<'_> {
    let replies = protocol.replies.iter().map(|reply| ReplyOut {
        platform: reply.platform.as_deref(),
        text: &reply.text,
    });
    ProtocolOut {
        id: &protocol.id,
        name: &protocol.name,
        level: protocol.level,
        examples: &protocol.examples,
        hard: &protocol.hard,
        permission: protocol.permission,
        tell: TellOut::new(&protocol.tell),
        replies: replies.collect(),
        line: protocol.line,
    }
}

fn priority(priority: &Priority) -> PriorityOut<'_> {
    PriorityOut {
        name: &priority.name,
        // Without the noise that a widened f32 brings: 0.3, not 0.30000001.
        share: priority
            .share
            .map(|share| (f64::from(share) * 10_000.0).round() / 10_000.0),
        signals: &priority.signals,
        line: priority.line,
    }
}

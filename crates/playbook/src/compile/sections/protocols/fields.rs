//! The labels of a protocol and their values.

use crate::compile::context::Context;
use crate::compile::document::{Block, Kind};
use crate::compile::labels::{self, Labelled, key};
use crate::compile::near::{did_you_mean, nearest};
use crate::compile::rich::Slice;
use crate::compile::sections::protocols::tell;
use crate::compile::terms::{self, Separators};
use crate::compile::{plain, scope};
use crate::model::{Permission, Protocol, Reply, Severity};

/// The levels, from the lowest.
pub const LEVELS: [&str; 6] = [
    "none",
    "praise",
    "question",
    "complaint",
    "serious",
    "crisis",
];
const PERMISSIONS: [&str; 3] = ["may reply", "approve first", "must not reply"];
const SHOWN: [&str; 9] = [
    "Level",
    "Examples",
    "Phrases",
    "Hard triggers",
    "Reply permission",
    "Tell",
    "Actions",
    "Reply",
    "Tags",
];

/// A label that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Level,
    Examples,
    Phrases,
    Hard,
    Permission,
    Tell,
    Actions,
    Reply,
    Tags,
    /// Understood by people, kept as text.
    Text,
}

/// The fields that a protocol has had so far.
#[derive(Default)]
pub struct Seen(Vec<Field>);

impl Seen {
    pub fn has(&self, field: Field) -> bool {
        self.0.contains(&field)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The field that a label names; `Reply (x)` is a reply.
pub fn of(label: &str) -> Option<Field> {
    let key = key(label);
    let bare = key.split('(').next().unwrap_or("").trim();
    Some(match bare {
        "level" | "severity" | "grade" => Field::Level,
        "examples" | "example" | "example comments" | "comments" | "they say" | "sounds like" => {
            Field::Examples
        }
        "phrases" | "phrase" | "key phrases" | "keywords" | "key words" | "signals" => {
            Field::Phrases
        }
        "hard triggers" | "hard trigger" | "triggers" | "trigger" | "always if"
        | "trigger words" => Field::Hard,
        "reply permission" | "permission" | "may we reply" | "replying" | "respond" => {
            Field::Permission
        }
        "tell" | "notify" | "escalate to" | "escalate" | "call" | "inform" | "who to tell"
        | "whom to tell" => Field::Tell,
        "actions" | "action" | "do" | "steps" | "what to do" => Field::Actions,
        "reply" | "replies" | "response" | "answer" | "suggested reply" | "approved reply" => {
            Field::Reply
        }
        "tags" | "tag" | "search" | "also known as" | "search words" => Field::Tags,
        "note" | "notes" | "owner" | "review" | "review date" | "reviewed" | "why" | "hours"
        | "except" | "exception" | "volume" | "class" => Field::Text,
        _ if bare == "unless" || bare.starts_with("unless ") => Field::Text,
        _ if platform(&key).is_some() => Field::Reply,
        _ => return None,
    })
}

/// The platforms of `Reply (x, facebook)`, `Reply on x`, `Reply for x`.
fn platform(key: &str) -> Option<&str> {
    let rest = key
        .strip_prefix("reply")
        .or_else(|| key.strip_prefix("response"))?
        .trim();
    let inner = rest.strip_prefix('(').map(|r| r.trim_end_matches(')'));
    inner
        .or_else(|| rest.strip_prefix("on "))
        .or_else(|| rest.strip_prefix("for "))
}

/// Reads a label with its value.
pub fn read(cx: &mut Context<'_>, p: &mut Protocol, seen: &mut Seen, l: &Labelled<'_>) {
    let shown = l.label.text().trim();
    match of(shown) {
        Some(field) => read_as(cx, p, seen, l, field, shown),
        None => {
            let near = did_you_mean(&l.key(), SHOWN);
            cx.warn(
                "protocols/unknown-label",
                l.at,
                format!("\"{shown}\" is no label of a protocol. The line is kept as text."),
                format!("{near}The labels are {}.", SHOWN.join(", ")),
            );
            p.other.push((shown.to_owned(), text(l)));
        }
    }
}

/// Reads the value of a known field.
pub fn read_as(
    cx: &mut Context<'_>,
    p: &mut Protocol,
    seen: &mut Seen,
    l: &Labelled<'_>,
    field: Field,
    shown: &str,
) {
    let values = l.values();
    if values.is_empty() && !matches!(field, Field::Text | Field::Reply) {
        cx.warn(
            "protocols/empty-label",
            l.at,
            format!("Nothing stands behind \"{shown}\"."),
            "Write the value on the same line, or as a list or quote nested below it.",
        );
        return;
    }
    match field {
        Field::Level | Field::Permission if seen.has(field) => cx.warn(
            "protocols/twice",
            l.at,
            format!("\"{shown}\" stands in this protocol twice. The first one is read."),
            "Keep one of the two.",
        ),
        Field::Level => p.level = level(cx, l, &values),
        Field::Permission => p.permission = permission(cx, l, &values),
        Field::Examples => examples(l, &mut p.examples),
        Field::Phrases => p
            .phrases
            .extend(values.iter().flat_map(|v| terms::texts(*v))),
        Field::Hard => p.hard.extend(values.iter().flat_map(|v| terms::texts(*v))),
        Field::Actions => p
            .actions
            .extend(values.iter().flat_map(|v| terms::texts(*v))),
        Field::Tags => p.tags.extend(values.iter().flat_map(|v| terms::texts(*v))),
        Field::Tell => values.iter().for_each(|v| tell::read(cx, *v, &mut p.tell)),
        Field::Reply => reply(cx, p, l, shown),
        Field::Text => p.other.push((shown.to_owned(), text(l))),
    }
    seen.0.push(field);
}

fn level(cx: &mut Context<'_>, l: &Labelled<'_>, values: &[Slice<'_>]) -> Severity {
    let value = values.first().copied().unwrap_or(l.value);
    let (word, _) = terms::note(value);
    let word = key(word.text());
    let exact = LEVELS.iter().position(|x| *x == word);
    let Some(i) =
        exact.or_else(|| nearest(&word, LEVELS).and_then(|n| LEVELS.iter().position(|x| *x == n)))
    else {
        cx.error(
            "protocols/unknown-level",
            value.at(),
            format!("\"{}\" is no level. The protocol is read as serious, so that nothing grave is passed over.", value.text()),
            format!("The levels, from the lowest: {}.", LEVELS.join(", ")),
        );
        return Severity::Serious;
    };
    if exact.is_none() {
        let near = LEVELS.get(i).copied().unwrap_or_default();
        cx.error(
            "protocols/unknown-level",
            value.at(),
            format!("\"{}\" is no level. It is read as {near}.", value.text()),
            format!(
                "Did you mean `{near}`? The levels, from the lowest: {}.",
                LEVELS.join(", ")
            ),
        );
    }
    match i {
        0 => Severity::None,
        1 => Severity::Praise,
        2 => Severity::Question,
        3 => Severity::Complaint,
        4 => Severity::Serious,
        _ => Severity::Crisis,
    }
}

fn permission(cx: &mut Context<'_>, l: &Labelled<'_>, values: &[Slice<'_>]) -> Permission {
    let value = values.first().copied().unwrap_or(l.value);
    let word = key(value.text());
    match word.as_str() {
        "may reply" | "reply" | "yes" | "ok" | "may" | "can reply" | "allowed" => {
            Permission::MayReply
        }
        "approve first"
        | "approval first"
        | "ask first"
        | "after approval"
        | "needs approval"
        | "approval"
        | "only after approval" => Permission::ApproveFirst,
        "must not reply" | "do not reply" | "don't reply" | "no reply" | "never" | "no"
        | "not allowed" | "must not" => Permission::MustNotReply,
        _ => {
            cx.error(
                "protocols/unknown-permission",
                value.at(),
                format!("\"{}\" is no reply permission. It is read as approve first, so that nothing goes out by mistake.", value.text()),
                format!("{}The permissions: {}.", did_you_mean(&word, PERMISSIONS), PERMISSIONS.join(", ")),
            );
            Permission::ApproveFirst
        }
    }
}

/// Examples: one a nested item; on the line, the quoted ones, or parted by
/// semicolons, because comments are full of commas.
fn examples(l: &Labelled<'_>, out: &mut Vec<String>) {
    if !l.value.is_empty() {
        let quoted: Vec<String> = terms::pieces(l.value, Separators::Any)
            .iter()
            .map(|p| p.text().to_owned())
            .collect();
        let all_quoted = quoted.iter().all(|q| terms::unquote(q) != q.trim());
        let by = if all_quoted {
            Separators::Any
        } else {
            Separators::Semicolons
        };
        out.extend(
            terms::pieces(l.value, by)
                .into_iter()
                .map(|p| terms::unquote(p.text()).to_owned()),
        );
    }
    let mut nested = Vec::new();
    labels::gather(l.nested, &mut nested);
    out.extend(
        nested
            .into_iter()
            .map(|p| terms::unquote(p.text()).replace('\n', " "))
            .filter(|t| !t.is_empty()),
    );
}

/// The reply: nested quotes, or else what stands on the line and below it.
fn reply(cx: &mut Context<'_>, p: &mut Protocol, l: &Labelled<'_>, shown: &str) {
    let text = text(l);
    let line = cx.line(l.at);
    if text.is_empty() {
        cx.warn(
            "protocols/empty-reply",
            l.at,
            format!("No text stands under \"{shown}\"."),
            "Write the reply as a quote nested below it: `  > We're sorry to hear this.`",
        );
        return;
    }
    let key = key(shown);
    let platforms = platform(&key).map(scope::platforms).unwrap_or_default();
    let targets = if platforms.is_empty() {
        vec![None]
    } else {
        platforms.into_iter().map(Some).collect()
    };
    for platform in targets {
        let twice = p
            .replies
            .iter()
            .any(|r| r.platform == platform && r.text == text);
        if !twice {
            p.replies.push(Reply {
                platform,
                text: text.clone(),
                line,
            });
        }
    }
}

/// The value as plain text, quotes first.
fn text(l: &Labelled<'_>) -> String {
    if let Some(quoted) = quotes(l.nested) {
        return quoted;
    }
    let mut out = l.value.text().trim().to_owned();
    let nested = plain::text(l.nested);
    if !nested.is_empty() {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(&nested);
    }
    terms::unquote(&out).to_owned()
}

/// Quotes directly below, or inside the items of a list below.
fn quotes(nested: &[Block]) -> Option<String> {
    plain::quoted(nested).or_else(|| {
        let inner: Vec<String> = nested
            .iter()
            .filter_map(|b| match &b.kind {
                Kind::List(items) => Some(
                    items
                        .iter()
                        .filter_map(|i| plain::quoted(&i.blocks))
                        .collect::<Vec<_>>(),
                ),
                _ => None,
            })
            .flatten()
            .collect();
        (!inner.is_empty()).then(|| inner.join("\n\n"))
    })
}

//! Looking for an approved message or a protocol by typing.

use cuecard_playbook::{Permission, Playbook, Severity};
use cuecard_text::{latin, sorted, words};

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitKind {
    /// An approved message.
    Message,
    /// A protocol with its general reply.
    Protocol,
}

/// An entry of the playbook that fits what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Id of the message or protocol.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// The message, or the protocol's general (else first) reply; empty where nothing may be said.
    pub text: String,
    /// What it is.
    pub kind: HitKind,
    /// Whether it may go out; a message always may.
    pub permission: Permission,
    /// The protocol's level; `None` for a message.
    pub level: Severity,
}

/// The words of one field, folded, with what a hit in it is worth.
type Field = (u32, Vec<String>);

#[derive(Clone, Debug)]
struct Entry {
    hit: Hit,
    fields: Vec<Field>,
}

/// Everything that can be looked for.
#[derive(Clone, Debug)]
pub struct Library {
    entries: Vec<Entry>,
}

const NAME: u32 = 100;
const ID: u32 = 60;
const TAG: u32 = 50;
const TEXT: u32 = 10;
const MORE: u32 = 4;

impl Library {
    /// Gathers messages, then protocols, in the order of the document.
    pub fn new(playbook: &Playbook) -> Self {
        let messages = playbook.messages.iter().map(|m| Entry {
            fields: vec![
                (NAME, folded(&m.name)),
                (ID, folded(&m.id)),
                (TAG, m.tags.iter().flat_map(|t| folded(t)).collect()),
                (TEXT, folded(&m.text)),
            ],
            hit: Hit {
                id: m.id.clone(),
                name: m.name.clone(),
                text: m.text.clone(),
                kind: HitKind::Message,
                permission: Permission::MayReply,
                level: Severity::None,
            },
        });
        let protocols = playbook.protocols.iter().map(|p| {
            let general = p.replies.iter().find(|r| r.platform.is_none());
            let reply = general.or(p.replies.first());
            let text = reply
                .filter(|_| p.permission != Permission::MustNotReply)
                .map(|r| r.text.clone())
                .unwrap_or_default();
            let more = p.phrases.iter().chain(&p.hard).chain(&p.examples);
            Entry {
                fields: vec![
                    (NAME, folded(&p.name)),
                    (ID, folded(&p.id)),
                    (TAG, p.tags.iter().flat_map(|t| folded(t)).collect()),
                    (
                        TEXT,
                        p.replies.iter().flat_map(|r| folded(&r.text)).collect(),
                    ),
                    (MORE, more.flat_map(|t| folded(t)).collect()),
                ],
                hit: Hit {
                    id: p.id.clone(),
                    name: p.name.clone(),
                    text,
                    kind: HitKind::Protocol,
                    permission: p.permission,
                    level: p.level,
                },
            }
        });
        Self {
            entries: messages.chain(protocols).collect(),
        }
    }

    /// Entries in which every typed word stands: a whole word, the beginning of one,
    /// or a part of one (from two letters). Name before id and tags before text;
    /// then in the order of the document. Nothing typed gives everything.
    pub fn find(&self, query: &str) -> Vec<Hit> {
        let typed = folded(query);
        if typed.is_empty() && !query.trim().is_empty() {
            return Vec::new();
        }
        let hits: Vec<(u32, &Hit)> = self
            .entries
            .iter()
            .filter_map(|e| {
                let each = typed.iter().map(|word| worth(&e.fields, word));
                let total = each.sum::<Option<u32>>()?;
                Some((total, &e.hit))
            })
            .collect();
        sorted(hits, |a, b| b.0.cmp(&a.0))
            .into_iter()
            .map(|(_, hit)| hit.clone())
            .collect()
    }
}

/// The best that a typed word finds in the fields; none when it stands nowhere.
fn worth(fields: &[Field], typed: &str) -> Option<u32> {
    let in_field = |(value, all): &Field| {
        all.iter()
            .enumerate()
            .filter_map(|(i, word)| {
                let fit = if word == typed {
                    4
                } else if word.starts_with(typed) {
                    3
                } else if typed.chars().nth(1).is_some() && word.contains(typed) {
                    1
                } else {
                    return None;
                };
                Some(value * fit + u32::from(i == 0) * value / 2)
            })
            .max()
    };
    fields.iter().filter_map(in_field).max()
}

/// The words of a text in plain lower-case letters.
fn folded(text: &str) -> Vec<String> {
    words(text)
        .iter()
        .map(|w| {
            w.text
                .chars()
                .flat_map(char::to_lowercase)
                .filter(|c| c.is_alphanumeric())
                .map(latin::plain)
                .collect::<String>()
        })
        .filter(|w| !w.is_empty())
        .collect()
}

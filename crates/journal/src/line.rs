//! Entries as lines of text.
//!
//! `at id platform kind what list…`, parted by tabs; the members of a list by `|`. Backslash, tab, newline and `|`
//! inside a name are written as `\\`, `\t`, `\n`, `\p`.

use std::collections::BTreeMap;

use cuecard_platforms::ComposerKind;

use crate::{Entry, What};

impl Entry {
    /// The entry as a line, without its newline.
    #[must_use]
    pub fn to_line(&self) -> String {
        let list = |names: &[String]| {
            let names: Vec<String> = names.iter().map(|n| escaped(n)).collect();
            names.join("|")
        };
        let what = match &self.what {
            What::Posted { priorities, open } => {
                ["posted\t", &list(priorities), "\t", &list(open)].concat()
            }
            What::Overridden { rules } => ["overridden\t", &list(rules)].concat(),
            What::Fixed { rule } => ["fixed\t", &escaped(rule)].concat(),
            What::Ignored {
                rule,
                lasting: false,
            } => ["not-here\t", &escaped(rule)].concat(),
            What::Ignored {
                rule,
                lasting: true,
            } => ["never\t", &escaped(rule)].concat(),
            What::Answered { protocol } => ["answered\t", &escaped(protocol)].concat(),
            What::Escalated { protocol } => ["escalated\t", &escaped(protocol)].concat(),
        };
        [
            &self.at.to_string(),
            &self.id.to_string(),
            &escaped(&self.platform),
            kind_name(self.kind),
            &what,
        ]
        .join("\t")
    }

    /// The entry of a line; none where this version does not understand it.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let mut next = || parts.next();
        let (at, id) = (next()?.parse().ok()?, next()?.parse().ok()?);
        let platform = plain(next()?)?;
        let kind = kind_of(next()?)?;
        let name = next()?;
        let mut one = || next().and_then(plain);
        let what = match name {
            "posted" => What::Posted {
                priorities: list(next()?)?,
                open: list(next()?)?,
            },
            "overridden" => What::Overridden {
                rules: list(next()?)?,
            },
            "fixed" => What::Fixed { rule: one()? },
            "not-here" | "never" => What::Ignored {
                rule: one()?,
                lasting: name == "never",
            },
            "answered" => What::Answered { protocol: one()? },
            "escalated" => What::Escalated { protocol: one()? },
            _ => return None,
        };
        parts.next().is_none().then_some(Self {
            at,
            id,
            platform,
            kind,
            what,
        })
    }
}

/// Two journals as one, in the order of time; what stands in both stands once. Lines that are not understood are kept,
/// at the end, in the order of their letters.
#[must_use]
pub fn merge(a: &str, b: &str) -> String {
    let mut known: BTreeMap<(u64, u32, &str), ()> = BTreeMap::new();
    let mut others: BTreeMap<&str, ()> = BTreeMap::new();
    for line in a.lines().chain(b.lines()).filter(|l| !l.is_empty()) {
        match Entry::from_line(line) {
            Some(entry) => known.insert((entry.at, entry.id, line), ()),
            None => others.insert(line, ()),
        };
    }
    let lines = known.into_keys().map(|(_, _, line)| line);
    let mut out = String::new();
    for line in lines.chain(others.into_keys()) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn kind_name(kind: ComposerKind) -> &'static str {
    match kind {
        ComposerKind::Post => "post",
        ComposerKind::Reply => "reply",
        ComposerKind::Review => "review",
        ComposerKind::Message => "message",
    }
}

fn kind_of(name: &str) -> Option<ComposerKind> {
    Some(match name {
        "post" => ComposerKind::Post,
        "reply" => ComposerKind::Reply,
        "review" => ComposerKind::Review,
        "message" => ComposerKind::Message,
        _ => return None,
    })
}

fn list(text: &str) -> Option<Vec<String>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split('|').map(plain).collect()
}

fn escaped(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '|' => out.push_str("\\p"),
            _ => out.push(c),
        }
    }
    out
}

fn plain(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next()? {
                '\\' => '\\',
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'p' => '|',
                _ => return None,
            },
            c => c,
        });
    }
    Some(out)
}

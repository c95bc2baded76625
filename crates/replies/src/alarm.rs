//! Which of the alarms of a comment is acted on, and by whose rules.
//!
//! The playbook comes first: where it has a protocol for a class of the pack, the
//! protocol says how grave it is and what to do.

use cuecard_playbook::{Diagnostic, Level, Permission, Playbook, Protocol, Role, Severity, Tell};
use cuecard_text::{Span, sorted};

use crate::escalate::pack::Group;
use crate::escalate::{Heard, Signals};
use crate::places::merged;

/// From this level on somebody is told.
pub const GRAVE: Severity = Severity::Serious;

/// Something in a comment that calls for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// The group of the pack; none for a hard trigger of the playbook.
    pub group: Option<usize>,
    /// The protocol; none where the playbook has none for the group.
    pub protocol: Option<usize>,
    /// How grave.
    pub level: Severity,
    /// The words, in the order of the text.
    pub spans: Vec<Span>,
}

/// Of each group of the pack: the protocols of the playbook that are for it.
#[derive(Clone, Debug, Default)]
pub struct Duties {
    protocols: Vec<Vec<usize>>,
    /// Whom to tell where the playbook has no protocol.
    on_call: Option<String>,
}

impl Duties {
    /// Finds, for each group, the protocols with its id or class.
    pub fn new(groups: &[Group], playbook: &Playbook) -> Self {
        let of = |group: &Group| {
            let all = playbook.protocols.iter().enumerate();
            let for_it = all.filter(|(_, p)| belongs(p, group)).map(|(i, _)| i);
            for_it.collect()
        };
        Self {
            protocols: groups.iter().map(of).collect(),
            on_call: on_call(&playbook.roles).map(|r| r.name.clone()),
        }
    }

    /// The protocols for a group.
    pub fn of(&self, group: usize) -> &[usize] {
        self.protocols.get(group).map_or(&[], Vec::as_slice)
    }

    /// The first group that a protocol is for.
    pub fn group(&self, protocol: usize) -> Option<usize> {
        self.protocols.iter().position(|of| of.contains(&protocol))
    }

    /// The protocol for a group to which the comment is most like, if there is one, and how grave the group then is.
    pub fn best(
        &self,
        group: usize,
        groups: &[Group],
        protocols: &[Protocol],
        likeness: &dyn Fn(usize) -> f32,
    ) -> Option<(Option<usize>, Severity)> {
        let own = self.of(group).iter().copied();
        let best = own.max_by(|&a, &b| likeness(a).total_cmp(&likeness(b)).then(b.cmp(&a)));
        let level = match best.and_then(|p| protocols.get(p)) {
            Some(protocol) => protocol.level,
            None => groups.get(group)?.level,
        };
        Some((best, level))
    }

    /// Whom to tell about a group for which the playbook has no protocol.
    pub fn tell(&self, group: &Group) -> Vec<Tell> {
        let role = self.on_call.clone();
        vec![Tell {
            role: role.unwrap_or_else(|| "On call".to_owned()),
            minutes: minutes(&group.within),
            within: group.within.clone(),
        }]
    }

    /// What the playbook should say and does not: classes without a protocol, nobody on call.
    pub fn diagnostics(&self, groups: &[Group]) -> Vec<Diagnostic> {
        let mut out: Vec<Diagnostic> = Vec::new();
        let note = |code: &str, message: String, help: String| Diagnostic {
            code: code.to_owned(),
            level: Level::Suggestion,
            line: 1,
            column: 1,
            message,
            help,
        };
        let mut missing = false;
        for (group, own) in groups.iter().zip(&self.protocols) {
            if !own.is_empty() {
                continue;
            }
            missing = true;
            let who = self.on_call.as_deref().unwrap_or("whoever is on call");
            out.push(note(
                "escalation/no-protocol",
                format!(
                    "No protocol is for \"{}\". Such comments are still escalated, to {who} within {}.",
                    group.name, group.within
                ),
                format!(
                    "Write a protocol with the id `{{#{}}}` that says whom to tell and what to do.",
                    group.class
                ),
            ));
        }
        if missing && self.on_call.is_none() {
            out.push(note(
                "escalation/nobody-on-call",
                "No role of the playbook is on call, so nobody can be named for comments without a protocol.".to_owned(),
                "Add a row to the roles, for example `| On call | Administrator on call | 555-0111 | always |`.".to_owned(),
            ));
        }
        out
    }
}

/// The role that is reached outside of staffed hours: one that is called so, else one
/// that is always staffed.
pub fn on_call(roles: &[Role]) -> Option<&Role> {
    let named = |r: &&Role| {
        let name = r.name.to_lowercase().replace('-', " ");
        name.contains("on call") || name.contains("duty")
    };
    let always = |r: &&Role| r.hours.trim().eq_ignore_ascii_case("always");
    let both = roles.iter().find(|r| named(r));
    both.or_else(|| roles.iter().find(always))
}

/// Whether a protocol is for a group: by its id, its tags, or a `Class:` label.
fn belongs(protocol: &Protocol, group: &Group) -> bool {
    let is = |name: &str| {
        let name = name.trim().to_lowercase().replace(' ', "-");
        name == group.class || group.protocols.contains(&name)
    };
    let labels = protocol.other.iter();
    let class = labels.filter(|(label, _)| label.trim().eq_ignore_ascii_case("class"));
    is(&protocol.id)
        || protocol.tags.iter().any(|t| is(t))
        || class.map(|(_, value)| value).any(|v| is(v))
}

/// `5 minutes`, `2 hours`.
fn minutes(within: &str) -> Option<u32> {
    let (amount, unit) = within.split_once(' ')?;
    let amount: u32 = amount.parse().ok()?;
    match unit.trim_end_matches('s') {
        "minute" => Some(amount),
        "hour" => amount.checked_mul(60),
        _ => None,
    }
}

/// All alarms of a comment, the one that is acted on first. `likeness` chooses among
/// several protocols for one group.
pub fn alarms(
    heard: &Heard,
    signals: &Signals,
    duties: &Duties,
    protocols: &[Protocol],
    likeness: &dyn Fn(usize) -> f32,
) -> Vec<Alarm> {
    let mut out: Vec<Alarm> = Vec::new();
    let mut add = |group: Option<usize>, protocol: Option<usize>, level, spans: &[Span]| {
        let same = |a: &&mut Alarm| match (a.protocol, protocol) {
            (None, None) => a.group == group,
            (mine, other) => mine == other,
        };
        match out.iter_mut().find(same) {
            Some(alarm) => {
                alarm.spans.extend_from_slice(spans);
                alarm.group = alarm.group.or(group);
            }
            None => out.push(Alarm {
                group,
                protocol,
                level,
                spans: spans.to_vec(),
            }),
        }
    };
    for &(p, span) in &heard.hard {
        if let Some(level) = protocols.get(p).map(|p| p.level) {
            add(None, Some(p), level, &[span]);
        }
    }
    for (g, spans) in &heard.alarms {
        if let Some((best, level)) = duties.best(*g, signals.groups(), protocols, likeness) {
            add(Some(*g), best, level, spans);
        }
    }
    out.retain(|a| a.level >= GRAVE);
    for alarm in &mut out {
        alarm.spans = merged(std::mem::take(&mut alarm.spans));
    }
    let start = |a: &Alarm| a.spans.first().map_or(0, |s| s.start);
    sorted(out, |a, b| {
        b.level
            .cmp(&a.level)
            .then(a.protocol.is_none().cmp(&b.protocol.is_none()))
            .then(start(a).cmp(&start(b)))
    })
}

/// Whether anything may be said where the playbook has no protocol.
pub const WITHOUT_PROTOCOL: Permission = Permission::MustNotReply;

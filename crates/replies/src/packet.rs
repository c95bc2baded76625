//! What the people who are told need to know, and who can be reached now.

use cuecard_playbook::{Role, Severity, Tell};
use cuecard_text::Span;

use crate::alarm::on_call;
use crate::answer::Escalation;
use crate::hours::{Moment, staffed};

/// The data of an escalation, ready to be laid out, copied or handed on. It holds no more
/// of the comment than the words that triggered it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packet {
    /// The class, for machines.
    pub class: String,
    /// The name, for people.
    pub name: String,
    /// How grave.
    pub level: Severity,
    /// The words that triggered it, with their places in the comment in bytes.
    pub words: Vec<(String, Span)>,
    /// Whom to tell, in order.
    pub tell: Vec<Whom>,
    /// What to do, in order.
    pub actions: Vec<String>,
    /// Other classes that were heard, by their names for people.
    pub also: Vec<String>,
}

/// Somebody who is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Whom {
    /// The role and the time, as the playbook says.
    pub tell: Tell,
    /// The role's entry in the playbook; none when it has none.
    pub role: Option<Role>,
    /// Whether the role is staffed at the moment; none when its hours are not understood.
    pub staffed: Option<bool>,
    /// Who is told instead where the role is not staffed.
    pub instead: Option<Role>,
}

/// Puts a packet together for a comment. `name` gives a class its name.
pub fn packet(
    escalation: &Escalation,
    text: &str,
    roles: &[Role],
    now: Moment,
    name: impl Fn(&str) -> String,
) -> Packet {
    let find = |name: &str| {
        let name = name.trim();
        let mut roles = roles.iter();
        roles.find(|r| r.name.trim().eq_ignore_ascii_case(name))
    };
    let whom = |tell: &Tell| {
        let role = find(&tell.role);
        let at_work = role.and_then(|r| staffed(&r.hours, now));
        let other = on_call(roles).filter(|o| Some(*o) != role);
        Whom {
            tell: tell.clone(),
            role: role.cloned(),
            staffed: at_work,
            instead: other.filter(|_| at_work == Some(false)).cloned(),
        }
    };
    let words = escalation.spans.iter().map(|s| {
        let said: Vec<&str> = s.of(text).split_whitespace().collect();
        (said.join(" "), *s)
    });
    Packet {
        class: escalation.class.clone(),
        name: escalation.name.clone(),
        level: escalation.level,
        words: words.collect(),
        tell: escalation.tell.iter().map(whom).collect(),
        actions: escalation.actions.clone(),
        also: escalation.also.iter().map(|class| name(class)).collect(),
    }
}

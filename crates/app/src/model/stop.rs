//! "Do not reply yet": whom to tell, how fast, and what they need to know.

use cuecard_journal::What;
use cuecard_playbook::{Permission, Role, Severity, Tell};
use cuecard_replies::{Packet, Whom};

use super::time::clock;
use super::{Card, Effect};
use crate::i18n::Say;

/// A step of an escalation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Tell somebody.
    Tell {
        /// The role: the protocol's, or who is on call in its place.
        role: String,
        /// How fast; empty when not said.
        within: String,
        /// Who holds the role; empty when the playbook does not say.
        who: String,
        /// When they can be reached; empty when the playbook does not say.
        hours: String,
        /// Who should be told, and is not at work now: why somebody else is told, or that nobody may answer.
        away: Vec<String>,
        /// How they are reached.
        reach: Vec<Reach>,
        /// Time left in words; none when the protocol names no plain span.
        left: Option<String>,
    },
    /// Do something.
    Do(String),
}

/// A way to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// As the playbook writes it.
    pub text: String,
    /// Where a click leads, when it is a number or an address.
    pub link: Option<String>,
}

impl Reach {
    /// Reads a number (`tel:`), a mail address (`mailto:`) or a web address.
    fn read(text: &str) -> Self {
        let text = text.trim();
        let digits: String = text
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        let is_number = digits.len() >= 3
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || "+-–.() \u{a0}".contains(c));
        let link = if text.starts_with("https://") || text.starts_with("http://") {
            Some(text.to_owned())
        } else if is_number {
            Some(["tel:", &digits].concat())
        } else if text.contains('@')
            && !text.starts_with('@')
            && !text.contains(char::is_whitespace)
        {
            Some(["mailto:", text].concat())
        } else {
            None
        };
        Self {
            text: text.to_owned(),
            link,
        }
    }
}

/// Somebody who is told now.
struct Told {
    /// The role that is told, and how fast.
    tell: Tell,
    /// Its entry in the playbook.
    role: Option<Role>,
    /// The roles that it stands in for, or itself, because they are not at work now.
    away: Vec<Role>,
}

/// Who is told at this moment, in order: each role once, though it may stand in for several.
fn told(whom: Vec<Whom>) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for one in whom {
        let away = one.role.clone().filter(|_| one.staffed == Some(false));
        let role = one.instead.or(one.role);
        let tell = Tell {
            role: role.as_ref().map_or(one.tell.role, |r| r.name.clone()),
            ..one.tell
        };
        match out.iter_mut().find(|t| t.tell.role == tell.role) {
            Some(same) => {
                same.away.extend(away);
                let sooner = |m: Option<u32>| m.unwrap_or(u32::MAX);
                if sooner(tell.minutes) < sooner(same.tell.minutes) {
                    same.tell = tell;
                }
            }
            None => out.push(Told {
                tell,
                role,
                away: away.into_iter().collect(),
            }),
        }
    }
    out
}

/// How grave, in a word.
#[must_use]
pub fn severity(say: Say, level: Severity) -> String {
    let key = match level {
        Severity::None => "card_severity_none",
        Severity::Praise => "card_severity_praise",
        Severity::Question => "card_severity_question",
        Severity::Complaint => "card_severity_complaint",
        Severity::Serious => "card_severity_serious",
        Severity::Crisis => "card_severity_crisis",
    };
    say(key, &[])
}

impl Card {
    /// The steps, in order: people first, then actions.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let Some(session) = self.session() else {
            return Vec::new();
        };
        let Some(escalation) = session.escalation() else {
            return Vec::new();
        };
        let passed = self.now.ms - session.since;
        let told = told(self.packet_data().map_or_else(Vec::new, |p| p.tell));
        let tell = told.into_iter().map(|told| self.step(told, passed));
        tell.chain(escalation.actions.iter().cloned().map(Step::Do))
            .collect()
    }

    fn step(&self, told: Told, passed: f64) -> Step {
        let away = told.away.iter().map(|role| self.away(role)).collect();
        let (who, hours, reach) = told
            .role
            .map_or_else(Default::default, |r| (r.who, r.hours, r.reach));
        Step::Tell {
            role: told.tell.role,
            within: told.tell.within,
            who,
            hours,
            away,
            reach: reach.iter().map(|r| Reach::read(r)).collect(),
            left: told.tell.minutes.map(|minutes| self.left(minutes, passed)),
        }
    }

    /// That a role is not at work now.
    fn away(&self, role: &Role) -> String {
        (self.say)("card_away", &[&role.name, &role.hours])
    }

    /// What the engine says about the escalation at this moment.
    fn packet_data(&self) -> Option<Packet> {
        let session = self.session()?;
        let text = &session.about.answering.as_ref()?.text;
        let escalation = session.escalation()?;
        Some(self.engine.packet(escalation, text, self.now.moment()))
    }

    /// What is left of `minutes` after `passed` milliseconds, in words.
    fn left(&self, minutes: u32, passed: f64) -> String {
        let say = self.say;
        let span = if minutes >= 60 && minutes.is_multiple_of(60) {
            say("card_hours", &[&(minutes / 60).to_string()])
        } else {
            say("card_minutes", &[&minutes.to_string()])
        };
        let seconds = (f64::from(minutes) * 60.0 - passed / 1000.0).ceil() as i64;
        let key = if seconds >= 0 {
            "card_clock_left"
        } else {
            "card_clock_over"
        };
        say(key, &[&clock(seconds), &span])
    }

    /// That it is one of several such comments, where that made it graver.
    #[must_use]
    pub fn raised_line(&self) -> Option<String> {
        let raised = self.session()?.escalation()?.raised.as_ref()?;
        let (count, minutes) = (raised.count.to_string(), raised.minutes.to_string());
        Some((self.say)("card_raised", &[&count, &minutes]))
    }

    /// What else was heard in the comment, by the names of the situations.
    #[must_use]
    pub fn also_line(&self) -> Option<String> {
        let also = self.packet_data()?.also;
        (!also.is_empty()).then(|| (self.say)("card_packet_also", &[&also.join(", ")]))
    }

    /// Whom to tell and how fast, in one line.
    #[must_use]
    pub fn tell_line(&self, tell: &Tell) -> String {
        if tell.within.is_empty() {
            (self.say)("card_tell", &[&tell.role])
        } else {
            (self.say)("card_tell_within", &[&tell.role, &tell.within])
        }
    }

    /// The holding reply, where one may go out at all.
    pub(super) fn holding_text(&self) -> Option<String> {
        let escalation = self.session()?.escalation()?;
        escalation
            .holding
            .clone()
            .filter(|_| escalation.permission != Permission::MustNotReply)
    }

    /// The packet was taken.
    pub(super) fn escalated(&self, out: &mut Vec<Effect>) {
        if let Some(escalation) = self.session().and_then(|s| s.escalation()) {
            // A class of the default pack may have no protocol of the playbook.
            let named = [&escalation.protocol, &escalation.class];
            let protocol = named.into_iter().find(|id| !id.is_empty());
            let protocol = protocol.cloned().unwrap_or_default();
            self.note_down(What::Escalated { protocol }, out);
        }
    }

    /// What the person told needs to know: link, time, class, the words, the author.
    pub(super) fn packet(&self) -> Option<String> {
        let session = self.session()?;
        let escalation = session.escalation()?;
        let answered = session.about.answering.as_ref()?;
        let data = self.packet_data()?;
        let say = self.say;
        let mut lines = vec![say(
            "card_packet_title",
            &[
                &escalation.name,
                &severity(say, escalation.level),
                self.engine.brand(),
            ],
        )];
        lines.push(say("card_packet_time", &[&self.now.iso()]));
        lines.push(say("card_packet_site", &[&self.host]));
        if !answered.link.is_empty() {
            lines.push(say("card_packet_link", &[&answered.link]));
        }
        if !answered.author.is_empty() {
            lines.push(say("card_packet_author", &[&answered.author]));
        }
        if !data.words.is_empty() {
            let words = data.words.iter();
            let words: Vec<String> = words.map(|(w, _)| say("card_quoted", &[w])).collect();
            lines.push(say("card_packet_words", &[&words.join(", ")]));
        }
        lines.extend(self.raised_line());
        if !data.also.is_empty() {
            lines.push(say("card_packet_also", &[&data.also.join(", ")]));
        }
        for told in told(data.tell) {
            let reach = told.role.map_or_else(String::new, |r| r.reach.join(", "));
            let line = self.tell_line(&told.tell);
            lines.push(if reach.is_empty() {
                line
            } else {
                [line, reach].join(": ")
            });
            lines.extend(told.away.iter().map(|role| self.away(role)));
        }
        for action in &escalation.actions {
            lines.push(["- ", action].concat());
        }
        Some(lines.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_reach_somebody_are_read() {
        for (text, want) in [
            ("555-0111", Some("tel:5550111")),
            ("+1 (555) 010-0111", Some("tel:+15550100111")),
            (
                "relations@riverside.example",
                Some("mailto:relations@riverside.example"),
            ),
            ("https://pager.example/x", Some("https://pager.example/x")),
            ("the red phone", None),
            ("@oncall", None),
            ("room 12", None),
            ("12", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(Reach::read(text).link.as_deref(), want, "{text}");
        }
    }
}

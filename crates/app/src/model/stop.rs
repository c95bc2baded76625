//! "Do not reply yet": whom to tell, how fast, and what they need to know.

use cuecard_journal::What;
use cuecard_playbook::{Permission, Severity, Tell};

use super::time::clock;
use super::{Card, Effect, role};
use crate::i18n::Say;

/// A step of an escalation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Tell somebody.
    Tell {
        /// The role, as the protocol names it.
        role: String,
        /// How fast; empty when not said.
        within: String,
        /// Who holds the role; empty when the playbook does not say.
        who: String,
        /// When they can be reached; empty when the playbook does not say.
        hours: String,
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
        let tell = escalation.tell.iter().map(|tell| self.tell(tell, passed));
        tell.chain(escalation.actions.iter().cloned().map(Step::Do))
            .collect()
    }

    fn tell(&self, tell: &Tell, passed: f64) -> Step {
        let role = role(self.engine.roles(), &tell.role);
        Step::Tell {
            role: tell.role.clone(),
            within: tell.within.clone(),
            who: role.map_or_else(String::new, |r| r.who.clone()),
            hours: role.map_or_else(String::new, |r| r.hours.clone()),
            reach: role
                .map_or(&[][..], |r| &r.reach)
                .iter()
                .map(|r| Reach::read(r))
                .collect(),
            left: tell.minutes.map(|minutes| self.left(minutes, passed)),
        }
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
            let protocol = escalation.protocol.clone();
            self.note_down(What::Escalated { protocol }, out);
        }
    }

    /// What the person told needs to know: link, time, class, the words, the author.
    pub(super) fn packet(&self) -> Option<String> {
        let session = self.session()?;
        let escalation = session.escalation()?;
        let answered = session.about.answering.as_ref()?;
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
        if !escalation.because.is_empty() {
            let words: Vec<String> = escalation
                .because
                .iter()
                .map(|w| say("card_quoted", &[w]))
                .collect();
            lines.push(say("card_packet_words", &[&words.join(", ")]));
        }
        for tell in &escalation.tell {
            let reach = role(self.engine.roles(), &tell.role)
                .map_or_else(String::new, |r| r.reach.join(", "));
            let line = self.tell_line(tell);
            lines.push(if reach.is_empty() {
                line
            } else {
                [line, reach].join(": ")
            });
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

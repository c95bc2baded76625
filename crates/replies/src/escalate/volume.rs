//! How several comments of one kind on one thread make it graver.
//!
//! Only levels, classes and times are needed: no text of an earlier comment is kept for it.

use cuecard_playbook::Severity;

/// "Three serious comments within an hour are a crisis."
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The level that is counted; none when the rule is of one protocol.
    pub of: Option<Severity>,
    /// How many, the present one included.
    pub count: usize,
    /// Within how many minutes.
    pub minutes: u32,
    /// To which level it raises.
    pub to: Severity,
}

/// An earlier comment on the same thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Class of its escalation, else id of the protocol that came first.
    pub class: String,
    /// How long ago it was heard, in milliseconds.
    pub ago: u64,
}

/// That a comment was raised by how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The level that the comment has by itself.
    pub from: Severity,
    /// How many comments of its class there are, itself included.
    pub count: usize,
    /// Within how many minutes.
    pub minutes: u32,
}

/// A level by its name.
pub fn level(name: &str) -> Option<Severity> {
    Some(match name.trim().to_lowercase().as_str() {
        "none" => Severity::None,
        "praise" => Severity::Praise,
        "question" => Severity::Question,
        "complaint" => Severity::Complaint,
        "serious" => Severity::Serious,
        "crisis" => Severity::Crisis,
        _ => return None,
    })
}

impl Rule {
    /// Reads `serious: 3 within 60 minutes → crisis`, or, in a protocol, `3 within 1 hour → crisis`.
    pub fn read(text: &str) -> Option<Self> {
        let (of, rest) = match text.split_once(':') {
            Some((of, rest)) => (Some(level(of)?), rest),
            None => (None, text),
        };
        let (when, to) = rest
            .split_once('→')
            .or_else(|| rest.split_once("->"))
            .or_else(|| rest.split_once(" is "))?;
        let mut words = when.split_whitespace();
        let count = words.next()?.parse().ok().filter(|&n| n > 1)?;
        let mut next = words.next()?;
        if next == "comments" {
            next = words.next()?;
        }
        if !matches!(next, "within" | "in") {
            return None;
        }
        let amount: u32 = words.next()?.parse().ok()?;
        let unit = match words.next()? {
            "minute" | "minutes" | "min" => 1,
            "hour" | "hours" => 60,
            "day" | "days" => 24 * 60,
            _ => return None,
        };
        Some(Self {
            of,
            count,
            minutes: amount.checked_mul(unit)?,
            to: level(to)?,
        })
    }

    /// How many comments of the class there are with the present one, when that is enough.
    pub fn met(&self, class: &str, earlier: &[Earlier]) -> Option<Raised> {
        let span = u64::from(self.minutes) * 60_000;
        let near = earlier.iter().filter(|e| e.class == class && e.ago <= span);
        let count = near.count() + 1;
        (count >= self.count).then_some(Raised {
            from: Severity::None,
            count,
            minutes: self.minutes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read() {
        let rule = |of, count, minutes, to| {
            Some(Rule {
                of,
                count,
                minutes,
                to,
            })
        };
        let (serious, crisis) = (Severity::Serious, Severity::Crisis);
        for (text, want) in [
            (
                "serious: 3 within 60 minutes → crisis",
                rule(Some(serious), 3, 60, crisis),
            ),
            (
                "5 comments in 2 hours -> serious",
                rule(None, 5, 120, serious),
            ),
            ("4 within 1 hour is crisis", rule(None, 4, 60, crisis)),
            ("1 within 1 hour → crisis", None),
            ("many within 1 hour → crisis", None),
            ("3 within 1 year → crisis", None),
            ("3 within 1 hour → doom", None),
            ("doom: 3 within 1 hour → crisis", None),
            ("3", None),
        ] {
            assert_eq!(Rule::read(text), want, "{text}");
        }
    }

    #[test]
    fn only_comments_of_the_class_within_the_time_count() {
        let rule = Rule::read("3 within 60 minutes → crisis").expect("a rule");
        let earlier = |all: &[(&str, u64)]| -> Vec<Earlier> {
            all.iter()
                .map(|&(class, minutes)| Earlier {
                    class: class.to_owned(),
                    ago: minutes * 60_000,
                })
                .collect()
        };
        let met = |all: &[(&str, u64)]| rule.met("a", &earlier(all)).map(|r| r.count);
        assert_eq!(met(&[]), None);
        assert_eq!(met(&[("a", 1)]), None);
        assert_eq!(met(&[("a", 1), ("a", 60)]), Some(3));
        assert_eq!(met(&[("a", 1), ("a", 61)]), None);
        assert_eq!(met(&[("a", 1), ("b", 1)]), None);
    }
}

//! The state in a few words: for the chip, and read aloud when it changes.

use cuecard_checks::Level;

use super::{Card, Face};
use crate::i18n::counted;

/// The shape beside the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing is written yet.
    Idle,
    /// Nothing to change.
    Well,
    /// A suggestion.
    Suggestion,
    /// A warning.
    Warning,
    /// An error.
    Error,
    /// Do not reply yet.
    Stop,
    /// Switched off here.
    Paused,
}

/// What the chip says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The shape.
    pub mark: Mark,
    /// The words.
    pub words: String,
    /// The priority that the draft serves best.
    pub priority: Option<String>,
    /// How much may still be written, or by how much it is too long.
    pub left: Option<Left>,
}

/// Length that is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// For the eye: `212 left`, `−12`.
    pub short: String,
    /// For the ear: `212 left`, `12 over the limit`.
    pub words: String,
    /// Too long.
    pub over: bool,
}

impl Card {
    /// What the chip says now.
    #[must_use]
    pub fn chip(&self) -> Chip {
        let (mark, words) = self.state();
        let report = self.session().and_then(|s| s.report.as_ref());
        let quiet =
            matches!(mark, Mark::Idle | Mark::Stop | Mark::Paused) || self.unread || self.waits;
        Chip {
            mark,
            words,
            priority: report
                .filter(|_| !quiet)
                .and_then(|r| r.priorities.first())
                .map(|p| p.name.clone()),
            left: self.left_of_limit().filter(|_| !quiet),
        }
    }

    /// The shape and the words of the state.
    fn state(&self) -> (Mark, String) {
        let say = self.say;
        if self.face() == Face::Paused {
            return (Mark::Paused, say("card_chip_paused", &[]));
        }
        let Some(session) = self.session() else {
            return (Mark::Idle, say("card_chip_ready", &[]));
        };
        if self.waits {
            return (Mark::Idle, say("card_chip_fetching", &[]));
        }
        if self.unread {
            return (Mark::Warning, say("card_chip_unread", &[]));
        }
        if session.stop().is_some() {
            return (Mark::Stop, self.stop_title());
        }
        let (errors, warnings, suggestions) = (
            session.count(Level::Error),
            session.count(Level::Warning),
            session.count(Level::Suggestion),
        );
        if errors > 0 {
            return (
                Mark::Error,
                counted(say, "card_chip_error", "card_chip_errors", errors),
            );
        }
        if self.warns_of_account() {
            return (Mark::Warning, say("card_chip_account", &[]));
        }
        if warnings > 0 {
            return (
                Mark::Warning,
                counted(
                    say,
                    "card_chip_warning",
                    "card_chip_warnings",
                    warnings + suggestions,
                ),
            );
        }
        if suggestions > 0 {
            return (
                Mark::Suggestion,
                counted(
                    say,
                    "card_chip_suggestion",
                    "card_chip_suggestions",
                    suggestions,
                ),
            );
        }
        if let Some(doubt) = session.doubt() {
            return (Mark::Warning, say("card_chip_doubt", &[&doubt.name]));
        }
        if !session.is_blank() {
            return (Mark::Well, say("card_chip_well", &[]));
        }
        match self.reply_count() {
            0 => (Mark::Idle, say("card_chip_ready", &[])),
            n => (
                Mark::Idle,
                counted(say, "card_chip_reply", "card_chip_replies", n),
            ),
        }
    }

    /// "Do not reply yet", or without the "yet" where no reply may go out at all.
    #[must_use]
    pub fn stop_title(&self) -> String {
        let never = self
            .session()
            .and_then(|s| s.escalation())
            .is_some_and(|e| e.permission == cuecard_playbook::Permission::MustNotReply);
        (self.say)(
            if never {
                "card_stop_never"
            } else {
                "card_stop_title"
            },
            &[],
        )
    }

    fn left_of_limit(&self) -> Option<Left> {
        let count = self.session()?.report.as_ref()?.count;
        let limit = count.limit?;
        let say = self.say;
        Some(match limit.checked_sub(count.used) {
            Some(left) => {
                let short = say("card_left", &[&left.to_string()]);
                Left {
                    words: short.clone(),
                    short,
                    over: false,
                }
            }
            None => {
                let over = (count.used - limit).to_string();
                Left {
                    short: say("card_over_short", &[&over]),
                    words: say("card_over", &[&over]),
                    over: true,
                }
            }
        })
    }

    /// Reads the state aloud when it has changed, not at every key.
    pub(super) fn announce(&mut self) {
        if let Some(note) = &self.note {
            if self.said != note.text {
                self.said.clone_from(&note.text);
            }
            return;
        }
        if self.face() == Face::Hidden {
            return;
        }
        let (mark, words) = self.state();
        let done = self.done.take();
        if self.summary == words && done.is_none() {
            return;
        }
        self.summary.clone_from(&words);
        let state = match (mark, self.session().and_then(|s| s.stop())) {
            (Mark::Stop, Some(escalation)) => [&words, ". ", &escalation.name].concat(),
            (Mark::Idle, _) if self.reply_count() == 0 || self.waits => String::new(),
            _ => words,
        };
        self.said = match done {
            Some(done) => [&done, " ", &state].concat(),
            None => state,
        };
    }
}

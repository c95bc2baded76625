//! What the card shows.

use super::{Card, Tab};

/// What is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Nothing.
    Hidden,
    /// One line: all is well, or how much is not.
    Chip,
    /// One line: switched off on this site.
    Paused,
    /// The findings.
    Draft,
    /// The replies.
    Replies,
    /// "Do not reply yet".
    Stop,
    /// The search.
    Search,
    /// Whom the draft answers, to be corrected.
    Answer,
    /// The playbook is on its way, or has to be read anew.
    Unread,
}

impl Card {
    /// What is seen now.
    #[must_use]
    pub fn face(&self) -> Face {
        let Some(session) = self.session() else {
            return Face::Hidden;
        };
        if self.paused {
            return Face::Paused;
        }
        // Steps that somebody is carrying out stay when they click elsewhere to do so.
        // So does the question whom this answers, while they select the comment.
        // And a text that is being filled in, while they look something up.
        let filling = self.form.as_ref().map(|f| f.composer()) == Some(session.id);
        let at_work =
            session.open && (session.stop().is_some() || session.tab == Tab::Answer || filling);
        if !self.focused && !self.inside && session.is_blank() && !at_work {
            return Face::Hidden;
        }
        match session.tab {
            _ if !session.open => Face::Chip,
            _ if self.unread || self.waits => Face::Unread,
            Tab::Draft => Face::Draft,
            Tab::Search => Face::Search,
            Tab::Answer => Face::Answer,
            Tab::Replies if session.stop().is_some() => Face::Stop,
            Tab::Replies => Face::Replies,
        }
    }

    /// Whether the card is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(
            self.face(),
            Face::Draft | Face::Replies | Face::Stop | Face::Search | Face::Answer | Face::Unread
        )
    }

    /// The pages that the open card has now; none while an escalation stands there, or there is no playbook.
    #[must_use]
    pub fn tabs(&self) -> Vec<Tab> {
        match self.session() {
            Some(session)
                if self.is_open() && !matches!(self.face(), Face::Stop | Face::Unread) =>
            {
                let replies = session.answer.is_some().then_some(Tab::Replies);
                [Some(Tab::Draft), replies, Some(Tab::Search)]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

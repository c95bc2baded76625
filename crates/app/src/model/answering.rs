//! Whom the draft answers, corrected by the person: a comment that they select on the page or paste, or nobody.
//!
//! What the page shows is the driver's guess. A correction holds for its composer until the page shows another comment
//! there, or the person takes it back.

use cuecard_platforms::ComposerKind;
use cuecard_wire::{Answered, ComposerInfo, ToDriver};

use super::{Card, Effect, Note, Tab, Target};

/// As much of a comment as counts, in characters (code points).
const LONGEST: usize = 5_000;

/// What the person said about whom they answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Correction {
    /// Nothing: the page is right.
    #[default]
    None,
    /// This comment.
    This(String),
    /// Nobody.
    Nobody,
}

impl Correction {
    /// What the composer is once the correction is made.
    fn applied(&self, page: &ComposerInfo) -> ComposerInfo {
        let mut about = page.clone();
        match self {
            Self::None => {}
            Self::Nobody => about.answering = None,
            Self::This(text) => {
                about.answering = Some(Answered {
                    text: text.clone(),
                    author: String::new(),
                    link: String::new(),
                });
                if about.kind == ComposerKind::Post {
                    about.kind = ComposerKind::Reply;
                }
            }
        }
        about
    }
}

impl Card {
    /// Asks the driver what is selected on the page.
    pub(super) fn pick(&self, out: &mut Vec<Effect>) {
        if let Some(composer) = self.current {
            out.push(Effect::Send(ToDriver::Pick { composer }));
        }
    }

    /// What is selected on the page: that is the comment.
    pub(super) fn picked(&mut self, id: u32, text: &str, out: &mut Vec<Effect>) {
        if self.current != Some(id) {
            return;
        }
        if text.trim().is_empty() {
            self.note = Some(Note {
                text: (self.say)("card_pick_none", &[]),
                trouble: true,
            });
            return;
        }
        self.correct(Correction::This(cut(text)), out);
    }

    /// The comment that the person wrote into the card's field.
    pub(super) fn answer_pasted(&mut self, out: &mut Vec<Effect>) {
        let Some(text) = self.session().map(|s| cut(&s.pasted)) else {
            return;
        };
        if text.is_empty() {
            out.push(Effect::Focus(Target::Paste));
        } else {
            self.correct(Correction::This(text), out);
        }
    }

    /// Goes by what the person says.
    pub(super) fn correct(&mut self, correction: Correction, out: &mut Vec<Effect>) {
        let Some(i) = self
            .sessions
            .iter()
            .position(|s| Some(s.id) == self.current)
        else {
            return;
        };
        self.form = None;
        let now = self.now.ms;
        if let Some(session) = self.sessions.get_mut(i) {
            session.about = correction.applied(&session.page);
            session.correction = correction;
            session.pasted.clear();
            session.begin_answer(now);
            session.tab = if session.about.answering.is_some() {
                Tab::Replies
            } else {
                Tab::Draft
            };
            session.open = true;
            session.undecided = false;
        }
        // The focus may be on the page, where the comment was selected: the person is at work here all the same.
        self.focused = true;
        self.cursor = 0;
        self.reconsider(i);
        self.recheck(i);
        self.mark(out);
        self.watch_gate(i, out);
        out.push(Effect::Focus(Target::Tab));
    }

    /// The page shows this composer, as it is or anew. Gives what it is, with the person's correction as long as that is
    /// about the same comment.
    pub(super) fn seen(&mut self, id: u32, page: &ComposerInfo) -> ComposerInfo {
        let Some(session) = self.sessions.iter_mut().find(|s| s.id == id) else {
            return page.clone();
        };
        if session.page.answering != page.answering {
            session.correction = Correction::None;
        }
        session.page = page.clone();
        session.correction.applied(page)
    }
}

fn cut(text: &str) -> String {
    text.trim().chars().take(LONGEST).collect()
}

//! What would be marked in an approved text, were it put under this very comment.
//!
//! An approved reply may say back what the commenter gave away about themselves, or stand
//! under a question that turns it into a confirmation. It is not withheld for that: the
//! person sees what would be marked before they put it there.

use cuecard_checks::{Comment, Draft, Level};
use cuecard_platforms::ComposerKind;

use super::{Card, Session};

/// A finding that a text would have, gravest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// An error, or a warning.
    pub level: Level,
    /// The words that it is about; empty when they are more than a line, or all of the text.
    pub quote: String,
    /// What is wrong with them there.
    pub why: String,
}

/// How many characters are said again: as many as fit into a line of the card.
const LINE: usize = 48;

/// An open slot is no surprise: it is asked for when the text is put.
const ASKED_FOR: &str = "slots/unfilled";

impl Card {
    /// Looks at every reply that is on offer in one composer.
    pub(super) fn weigh(&mut self, i: usize) {
        let Some(session) = self.sessions.get(i) else {
            return;
        };
        let Some(answer) = &session.answer else {
            return;
        };
        let texts = answer.offered().map(|r| r.text.as_deref());
        let cautions = texts.map(|text| self.cautions_of(session, text)).collect();
        let grave = answer.escalation.as_ref().or(answer.doubt.as_ref());
        let holding = grave.and_then(|e| e.holding.as_deref());
        let holding = self.cautions_of(session, holding);
        if let Some(session) = self.sessions.get_mut(i) {
            session.cautions = cautions;
            session.holding_cautions = holding;
        }
    }

    /// Looks at what was found: at all that a key can put, and at the one that is opened.
    pub(super) fn weigh_hits(&mut self) {
        let opened = self.opened();
        let near = |i: usize| i < 9 || Some(i) == opened;
        let cautions = match self.session() {
            Some(session) => (self.hits.iter().enumerate())
                .map(|(i, hit)| {
                    let text = hit.text.as_deref().filter(|_| near(i));
                    self.cautions_of(session, text)
                })
                .collect(),
            None => Vec::new(),
        };
        self.hit_cautions = cautions;
    }

    /// What would be marked in a text where a composer is.
    fn cautions_of(&self, session: &Session, text: Option<&str>) -> Vec<Caution> {
        let Some(text) = text else {
            return Vec::new();
        };
        let about = &session.about;
        let report = self.engine.check(&Draft {
            text,
            platform: Some(&about.platform),
            kind: match about.kind {
                // What answers a comment is a reply, whatever the composer is for.
                ComposerKind::Post if about.answering.is_some() => ComposerKind::Reply,
                kind => kind,
            },
            answering: about.answering.as_ref().map(|a| Comment {
                text: &a.text,
                author: &a.author,
            }),
            limit: session.limit,
            today: self.now.date(),
            audience: self.audience.as_deref(),
            ..Draft::default()
        });
        let of = |level: Level| {
            let findings = report.findings.iter().filter(move |f| f.level == level);
            let findings =
                findings.filter(|f| f.rule != ASKED_FOR && !self.never.contains(&f.rule));
            findings.map(|f| Caution {
                level: f.level,
                quote: Some(f.span.of(text))
                    .filter(|quote| quote.chars().count() <= LINE)
                    .unwrap_or_default()
                    .to_owned(),
                why: f.message.clone(),
            })
        };
        of(Level::Error).chain(of(Level::Warning)).collect()
    }

    /// What would be marked, in one line; none when nothing would.
    #[must_use]
    pub fn caution_line(&self, cautions: &[Caution]) -> Option<String> {
        let say = self.say;
        let (first, rest) = cautions.split_first()?;
        let first = if first.quote.is_empty() {
            say("card_would_mark", &[&first.why])
        } else {
            say("card_would_mark_words", &[&first.quote, &first.why])
        };
        Some(match rest.len() {
            0 => first,
            n => [first, say("card_would_mark_more", &[&n.to_string()])].join(" "),
        })
    }
}

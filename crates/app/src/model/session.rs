//! What the card knows of one composer.

use cuecard_checks::{Finding, Level, MessageMatch, Report};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::OtherAccount;
use cuecard_replies::Answer;
use cuecard_text::Span;
use cuecard_wire::{ComposerInfo, Geometry};

use super::answering::Correction;
use super::caution::Caution;
use super::gate::Gate;

/// A page of the open card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What the draft departs in.
    Draft,
    /// What may be answered; where a comment must be escalated, that stands here instead.
    Replies,
    /// Looking for an approved text.
    Search,
    /// Whom the draft answers, to be corrected.
    Answer,
}

/// Which item of a list shows all it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// The first, whichever that is.
    #[default]
    First,
    /// The one with this key; the first when it is no longer there.
    Key(String),
    /// None: the person closed it.
    None,
}

/// One composer of the page.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its number on the page.
    pub id: u32,
    /// What it is, by what the page shows and what the person corrected.
    pub about: ComposerInfo,
    /// What it is by what the page shows: a comment of the brand's own is none.
    pub page: ComposerInfo,
    /// All that the page shows.
    pub shown: ComposerInfo,
    /// Id of the playbook by which it was looked at last; none before it was.
    pub book: Option<String>,
    /// Id of the playbook that the person chose for it.
    pub chosen: Option<String>,
    /// What the person corrected.
    pub correction: Correction,
    /// A comment that the person is about to paste.
    pub pasted: String,
    /// Where it is.
    pub geometry: Geometry,
    /// Revision of the draft that was checked last.
    pub rev: u32,
    /// That draft.
    pub text: String,
    /// What there is to say about it; none until the first draft came.
    pub report: Option<Report>,
    /// What to answer; none where nothing is answered.
    pub answer: Option<Answer>,
    /// What would be marked in each of its replies.
    pub cautions: Vec<Vec<Caution>>,
    /// What would be marked in the holding reply.
    pub holding_cautions: Vec<Caution>,
    /// What stands above is a post of the brand's own, which nobody answers.
    pub under_ours: bool,
    /// The account that the page posts as, where the playbook is for another one.
    pub stranger: Option<OtherAccount>,
    /// What the page's own server allows, where its counter says so.
    pub limit: Option<usize>,
    /// When the comment came into view, ms: deadlines count from here.
    pub since: f64,
    /// The card is open beside it.
    pub open: bool,
    /// The page that it shows.
    pub tab: Tab,
    /// The opened finding.
    pub finding: Opened,
    /// The opened reply.
    pub reply: Opened,
    /// The holding reply is unfolded.
    pub holding: bool,
    /// The person wants the replies in spite of an escalation.
    pub overruled: bool,
    /// The person looked again, and says that it is one to escalate.
    pub agreed: bool,
    /// Whether it opens by itself is still to be decided.
    pub undecided: bool,
    /// Id of the approved text that was put last: the draft is held against it until it is empty.
    pub put: Option<String>,
    /// Rule and text of what the person said is right here. Only ever in memory.
    pub ignored: Vec<(String, String)>,
    /// Before the site's own submit.
    pub gate: Gate,
}

/// A finding as the card lists it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// The words that it is about; empty when it concerns the whole draft.
    pub quote: &'a str,
    /// Which of equal findings it is, from 0.
    pub nth: usize,
}

impl Row<'_> {
    /// Names the finding from one check to the next.
    #[must_use]
    pub fn key(&self) -> String {
        [&self.finding.rule, self.about(), &self.nth.to_string()].join("\n")
    }

    /// What it is about: its words, or what it says when it concerns the whole draft.
    #[must_use]
    pub fn about(&self) -> &str {
        if self.quote.is_empty() {
            &self.finding.message
        } else {
            self.quote
        }
    }
}

/// What a finding is about: its words, or what it says when it concerns the whole draft.
fn about<'a>(finding: &'a Finding, text: &'a str) -> &'a str {
    match finding.span.of(text) {
        "" => &finding.message,
        quote => quote,
    }
}

impl Session {
    /// A composer that was just focused.
    #[must_use]
    pub fn new(id: u32, about: ComposerInfo, geometry: Geometry) -> Self {
        Self {
            id,
            page: about.clone(),
            shown: about.clone(),
            book: None,
            chosen: None,
            correction: Correction::None,
            pasted: String::new(),
            about,
            geometry,
            rev: 0,
            text: String::new(),
            report: None,
            answer: None,
            cautions: Vec::new(),
            holding_cautions: Vec::new(),
            under_ours: false,
            stranger: None,
            limit: None,
            since: 0.0,
            open: false,
            tab: Tab::Draft,
            finding: Opened::First,
            reply: Opened::First,
            holding: false,
            overruled: false,
            agreed: false,
            undecided: true,
            put: None,
            ignored: Vec::new(),
            gate: Gate::default(),
        }
    }

    /// Another comment: what was decided for the last one says nothing about it.
    pub(super) fn begin_answer(&mut self, now: f64) {
        self.overruled = false;
        self.agreed = false;
        self.holding = false;
        self.reply = Opened::First;
        self.undecided = true;
        self.since = now;
    }

    /// Another brand: what was decided by the words of the last one says nothing about it.
    pub(super) fn begin_brand(&mut self, book: Option<String>) {
        self.book = book;
        self.overruled = false;
        self.agreed = false;
        self.holding = false;
        self.finding = Opened::First;
        self.reply = Opened::First;
        self.undecided = true;
        self.put = None;
        self.ignored.clear();
        self.gate.forget();
    }

    /// Somebody is answered here, and their comment was not found on the page.
    #[must_use]
    pub fn misses_comment(&self) -> bool {
        let answers = matches!(self.page.kind, ComposerKind::Reply | ComposerKind::Review);
        let found = self.page.answering.is_some() || self.under_ours;
        answers && !found && self.correction == Correction::None
    }

    /// The findings that count here, in the order of the text.
    pub fn live(&self) -> impl Iterator<Item = &Finding> {
        let findings = self.report.as_ref().map_or(&[][..], |r| &r.findings);
        findings.iter().filter(|f| !self.is_ignored(f))
    }

    /// Whether the person said that this is right here.
    fn is_ignored(&self, finding: &Finding) -> bool {
        let about = about(finding, &self.text);
        self.ignored
            .iter()
            .any(|(rule, text)| *rule == finding.rule && text == about)
    }

    /// The findings that count here: errors, then warnings, then suggestions, each in the order of the text.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for level in [Level::Error, Level::Warning, Level::Suggestion] {
            for finding in self.live().filter(|f| f.level == level) {
                let quote = finding.span.of(&self.text);
                let same = |r: &&Row<'_>| r.finding.rule == finding.rule && r.quote == quote;
                let nth = rows.iter().filter(same).count();
                rows.push(Row {
                    finding,
                    quote,
                    nth,
                });
            }
        }
        rows
    }

    /// The approved text that the draft was, before it was changed by more than the playbook allows: it is approved no
    /// more, and must be before it goes out.
    #[must_use]
    pub fn unapproved(&self) -> Option<&MessageMatch> {
        let message = self.report.as_ref()?.message.as_ref();
        message.filter(|m| !m.approved)
    }

    /// How many findings of a level count here.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.live().filter(|f| f.level == level).count()
    }

    /// What the person called right stays so until it changes: forgets what no longer stands in the draft.
    pub fn forget_changed(&mut self) {
        let Some(report) = &self.report else { return };
        let text = &self.text;
        self.ignored.retain(|(rule, kept)| {
            report
                .findings
                .iter()
                .any(|f| f.rule == *rule && about(f, text) == kept)
        });
    }

    /// Nothing in it that a person wrote: empty, or only the name that the site put there.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        is_blank(
            &self.text,
            self.about.answering.as_ref().map_or("", |a| &a.author),
        )
    }

    /// The escalation that stands in place of the replies: the engine's, or its doubt that a person has agreed to.
    #[must_use]
    pub fn escalation(&self) -> Option<&cuecard_replies::Escalation> {
        let answer = self.answer.as_ref()?;
        let agreed = || answer.doubt.as_ref().filter(|_| self.agreed);
        answer.escalation.as_ref().or_else(agreed)
    }

    /// What may have to be escalated: a person should look again before a reply goes out.
    #[must_use]
    pub fn doubt(&self) -> Option<&cuecard_replies::Escalation> {
        let answer = self.answer.as_ref()?;
        let open = answer.escalation.is_none() && !self.agreed;
        answer.doubt.as_ref().filter(|_| open)
    }

    /// The escalation, unless the person has put it aside.
    #[must_use]
    pub fn stop(&self) -> Option<&cuecard_replies::Escalation> {
        self.escalation().filter(|_| !self.overruled)
    }
}

/// Whether a draft holds nothing but space and the mentions that sites put into a reply:
/// `@names`, or the author's name as Facebook writes it.
fn is_blank(text: &str, author: &str) -> bool {
    let text = text.trim();
    let author = author.trim();
    text.split_whitespace()
        .all(|w| w.len() > 1 && w.starts_with('@'))
        || (!author.is_empty() && text.trim_start_matches('@') == author.trim_start_matches('@'))
}

/// Where a text is put that answers: the part to replace, and the text with what parts it from the draft.
/// Nothing that the person wrote is replaced.
#[must_use]
pub fn addition(draft: &str, author: &str, text: &str) -> (Span, String) {
    let end = Span {
        start: draft.len(),
        end: draft.len(),
    };
    if draft.trim().is_empty() {
        // Some editors hold a line feed when empty: the text goes before it.
        (Span { start: 0, end: 0 }, text.to_owned())
    } else if draft.ends_with(char::is_whitespace) {
        (end, text.to_owned())
    } else if is_blank(draft, author) {
        (end, [" ", text].concat())
    } else {
        (end, ["\n", text].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_put_there_by_the_site_is_no_draft() {
        for (text, author, want) in [
            ("", "", true),
            (" \n", "", true),
            ("@carla_m ", "@carla_m", true),
            ("@carla_m @other@example.social ", "", true),
            ("Carla Mendes ", "Carla Mendes", true),
            ("carla_m", "@carla_m", true),
            ("@carla_m we", "@carla_m", false),
            ("Carla", "Carla Mendes", false),
            ("@", "", false),
            ("Thanks", "", false),
        ] {
            assert_eq!(is_blank(text, author), want, "{text:?} by {author:?}");
        }
    }

    #[test]
    fn a_text_is_added_and_never_replaces() {
        for (draft, author, want) in [
            ("", "", "Hi."),
            ("\n", "", "Hi.\n"),
            ("@carla_m ", "@carla_m", "@carla_m Hi."),
            ("@carla_m", "@carla_m", "@carla_m Hi."),
            ("Carla M", "Carla M", "Carla M Hi."),
            ("So sorry", "", "So sorry\nHi."),
            ("So sorry\n", "", "So sorry\nHi."),
            ("So sorry. ", "", "So sorry. Hi."),
        ] {
            let (span, text) = addition(draft, author, "Hi.");
            let got = [&draft[..span.start], &text, &draft[span.end..]].concat();
            assert_eq!(got, want, "{draft:?}");
        }
    }
}

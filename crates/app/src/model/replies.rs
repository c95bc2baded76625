//! Approved texts on offer: under a comment, and by the search.

use cuecard_playbook::{Comfort, Permission, Severity, Tell};

use cuecard_checks::Level;
use cuecard_replies::{Answer, Suggestion, detect};

use super::{Action, Card, Caution, Effect, Face, Found, Opened, role};

/// An approved text on offer.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Id of the protocol or message.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Words of the comment that speak for it.
    pub because: &'a [String],
    /// How grave the situation is; none for an approved message.
    pub level: Option<Severity>,
    /// Whether one may reply.
    pub permission: Permission,
    /// Whom to tell besides.
    pub tell: &'a [Tell],
    /// What to do besides, or instead.
    pub actions: &'a [String],
    /// The text; none where there is nothing to reply.
    pub text: Option<&'a str>,
    /// What would be marked in it, were it put here.
    pub cautions: &'a [Caution],
    /// How far one goes under a comment as kind as this; none where it is not, or the playbook does not say.
    pub comfort: Option<Comfort>,
    /// Tag of the language it is written in, where that is to be said: the comment is in another than the playbook.
    pub language: Option<&'a str>,
    /// It is not likely to fit, only nearest to the comment. It is never opened by itself, and no key puts it unseen.
    pub unlikely: bool,
}

/// The one thing to do first with an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Primary {
    /// Put it into the draft.
    Put,
    /// Copy it for whoever approves it.
    Approval,
    /// There is nothing to put: read what to do.
    Read,
}

impl<'a> Offer<'a> {
    fn of_found(found: &'a Found, cautions: &'a [Caution]) -> Self {
        Self {
            id: &found.id,
            name: &found.name,
            because: &[],
            level: found.level,
            permission: found.permission,
            tell: &[],
            actions: &[],
            text: found.text.as_deref(),
            cautions,
            comfort: None,
            language: None,
            unlikely: false,
        }
    }

    /// Whether it must not go out here as it is.
    #[must_use]
    pub fn errs(&self) -> bool {
        self.cautions.iter().any(|c| c.level == Level::Error)
    }

    /// Whether an action says that nothing is to be done, which is said in the reply's place.
    #[must_use]
    pub fn is_nothing(&self, action: &str) -> bool {
        self.text.is_none() && action.trim().eq_ignore_ascii_case("do nothing")
    }

    /// The one thing to do first.
    #[must_use]
    pub fn primary(&self) -> Primary {
        match (self.text, self.permission) {
            (None, _) | (_, Permission::MustNotReply) => Primary::Read,
            // It is liked, and left at that.
            _ if self.comfort == Some(Comfort::Like) => Primary::Read,
            (_, Permission::ApproveFirst) => Primary::Approval,
            (_, Permission::MayReply) => Primary::Put,
        }
    }
}

impl Card {
    /// What is on offer in what is shown.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer<'_>> {
        if self.face() == Face::Search {
            let cautions = self.hit_cautions.iter().map(Vec::as_slice);
            let cautions = cautions.chain(std::iter::repeat(&[][..]));
            return (self.hits.iter().zip(cautions))
                .map(|(found, cautions)| Offer::of_found(found, cautions))
                .collect();
        }
        let cautions = self.session().map_or(&[][..], |s| &s.cautions);
        let cautions = cautions.iter().map(Vec::as_slice);
        let cautions = cautions.chain(std::iter::repeat(&[][..]));
        let answer = self.session().and_then(|s| s.answer.as_ref());
        let likely = self.reply_count();
        let spoken = answer.and_then(|a| a.language);
        (answer.into_iter().flat_map(Answer::offered))
            .zip(cautions)
            .enumerate()
            .map(|(i, (r, cautions))| Offer {
                comfort: self.comfort(r),
                language: self.language(r, spoken),
                id: &r.protocol,
                name: &r.name,
                because: &r.because,
                level: Some(r.level),
                permission: r.permission,
                tell: &r.tell,
                actions: &r.actions,
                text: r.text.as_deref(),
                cautions,
                unlikely: i >= likely,
            })
            .collect()
    }

    /// How far one goes under the comment that a reply is for.
    fn comfort(&self, reply: &Suggestion) -> Option<Comfort> {
        let kind = reply.level == Severity::Praise && reply.permission != Permission::MustNotReply;
        self.engine.comfort().filter(|_| kind)
    }

    /// The language of a reply to a comment, where it is news: one of the two is not the playbook's.
    fn language<'a>(&'a self, reply: &'a Suggestion, spoken: Option<&str>) -> Option<&'a str> {
        let text = reply.text.as_deref()?;
        let own = self.engine.locale().split('-').next().unwrap_or_default();
        let named = reply.variants.first().and_then(|v| v.language.as_deref());
        let foreign = spoken.is_some_and(|s| s != own);
        if named.is_none() && !foreign {
            return None;
        }
        // A protocol for comments in another language need not say that its replies are in it.
        let written = named.or_else(|| detect(text)).unwrap_or(own);
        (foreign || written != own).then_some(written)
    }

    /// How many replies are likely to fit the comment.
    #[must_use]
    pub fn reply_count(&self) -> usize {
        self.session()
            .and_then(|s| s.answer.as_ref())
            .map_or(0, |a| a.replies.len())
    }

    /// Whether replies are shown of which none is likely to fit.
    #[must_use]
    pub fn nothing_fits(&self) -> bool {
        self.face() == Face::Replies && self.reply_count() == 0
    }

    /// The text of an offer, as long as it may be used.
    pub(super) fn offer_text(&self, item: usize) -> Option<String> {
        let offer = *self.offers().get(item)?;
        offer
            .text
            .filter(|_| offer.permission != Permission::MustNotReply)
            .map(str::to_owned)
    }

    /// Which variant of its replies an offer is.
    pub(super) fn variant(&self, item: usize) -> Option<String> {
        if self.face() == Face::Search {
            return None;
        }
        let answer = self.session()?.answer.as_ref()?;
        let first = answer.offered().nth(item)?.variants.first()?;
        Some(first.id.clone())
    }

    /// What a number key does with an item of the shown list.
    pub(super) fn primary_of(&self, item: usize) -> Action {
        if self.face() == Face::Draft {
            let fixable = self.session().is_some_and(|s| {
                s.rows()
                    .get(item)
                    .is_some_and(|r| !r.finding.fixes.is_empty())
            });
            return if fixable {
                Action::Fix(item, 0)
            } else {
                Action::Toggle(item)
            };
        }
        // What must not go out, or is not likely to fit, is seen before a key puts it there.
        let unseen = self.opened() != Some(item);
        let offers = self.offers();
        let offer = (offers.get(item)).filter(|o| !(unseen && (o.errs() || o.unlikely)));
        match offer.map(Offer::primary) {
            Some(Primary::Put) => Action::Put(item),
            Some(Primary::Approval) => Action::CopyForApproval(item),
            _ => Action::Toggle(item),
        }
    }

    /// Looks for an approved text.
    pub(super) fn find(&mut self, query: String) {
        self.hits = match (query.trim(), self.session()) {
            (_, None) => Vec::new(),
            ("", Some(session)) => self.shelved(&session.about.platform),
            (query, Some(session)) => self.engine.search(query, &session.about.platform),
        };
        self.query = query;
        self.hit = Opened::First;
        self.fill_hits();
        self.weigh_hits();
    }

    /// Copies a text with what its approver needs to know; for one that was changed, with the text that was approved.
    pub(super) fn copy_for_approval(
        &mut self,
        name: &str,
        text: &str,
        approved: Option<&str>,
        out: &mut Vec<Effect>,
    ) {
        let say = self.say;
        let mut lines = vec![say("card_approval_title", &[name, self.engine.brand()])];
        if let Some(answered) = self.session().and_then(|s| s.about.answering.as_ref()) {
            if !answered.author.is_empty() {
                lines.push(say("card_packet_author", &[&answered.author]));
            }
            if !answered.link.is_empty() {
                lines.push(say("card_packet_link", &[&answered.link]));
            }
        }
        lines.extend([String::new(), text.to_owned()]);
        if let Some(approved) = approved {
            lines.extend([
                String::new(),
                say("card_approval_was", &[]),
                approved.to_owned(),
            ]);
        }
        self.copy(lines.join("\n"), out);
    }

    /// Copies the draft, an approved text that was changed, for whoever approves the change.
    pub(super) fn copy_changed(&mut self, out: &mut Vec<Effect>) {
        let Some(session) = self.session() else {
            return;
        };
        let Some(message) = session.report.as_ref().and_then(|r| r.message.as_ref()) else {
            return;
        };
        let drift = session.live().find(|f| !f.changes.is_empty());
        let approved = drift.and_then(|f| f.fixes.first()).cloned();
        let (name, text) = (message.name.clone(), session.text.clone());
        self.copy_for_approval(&name, text.trim(), approved.as_deref(), out);
    }

    /// Who approves, and how they are reached: the role called Approver, when the playbook has one.
    #[must_use]
    pub fn approver(&self) -> Option<(&str, &[String])> {
        let role = role(self.engine.roles(), "Approver")?;
        let who = if role.who.is_empty() {
            &role.name
        } else {
            &role.who
        };
        Some((who, &role.reach))
    }
}

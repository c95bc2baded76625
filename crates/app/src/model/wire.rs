//! The driver's messages.

use cuecard_checks::{Comment, Draft, Level};
use cuecard_replies::Severity;
use cuecard_text::Offsets;
use cuecard_wire::{ComposerInfo, Geometry, Mark, MarkLevel, ToCard, ToDriver};

use super::readers::media;
use super::{Card, Effect, Opened, Session, Tab, Target};

impl Card {
    pub(super) fn hear(&mut self, message: ToCard, out: &mut Vec<Effect>) {
        match message {
            ToCard::Hello { host, firefox, .. } => {
                self.host = host;
                self.firefox = firefox;
            }
            ToCard::Composer {
                composer,
                about,
                geometry,
            } => {
                self.met(composer, about, geometry, out);
                self.learn_limit(composer, out);
            }
            ToCard::Draft {
                composer,
                rev,
                text,
            } => self.drafted(composer, rev, text, out),
            ToCard::Geometry { composer, geometry } => {
                if let Some(session) = self.sessions.iter_mut().find(|s| s.id == composer) {
                    session.geometry = geometry;
                    self.settle(out);
                }
            }
            ToCard::Open {
                composer,
                at,
                keyboard,
            } => self.open_at(composer, at, keyboard, out),
            ToCard::Take { composer } => self.take_first(composer, out),
            ToCard::Edited { edit, outcome } => self.edited(edit, outcome, out),
            ToCard::Picked { composer, text } => self.picked(composer, &text, out),
            ToCard::Submit { composer, held } => self.submitted(composer, held, out),
            ToCard::Blur { composer } => {
                if self.current == Some(composer) {
                    self.focused = false;
                }
            }
            ToCard::Gone { composer } => {
                if let Some(i) = self.sessions.iter().position(|s| s.id == composer) {
                    self.taken(i, out);
                }
                self.sessions.retain(|s| s.id != composer);
                if self.current == Some(composer) {
                    self.current = None;
                    self.form = None;
                    self.focused = false;
                    self.note = None;
                    self.drag = None;
                    self.moving = false;
                }
            }
            ToCard::Paused => self.paused = true,
            ToCard::Inspected(seen) => self.report(seen, out),
        }
    }

    /// A composer got the focus, or answers something else now.
    fn met(&mut self, id: u32, shown: ComposerInfo, geometry: Geometry, out: &mut Vec<Effect>) {
        if self.current != Some(id) {
            self.note = None;
            self.menu = false;
            self.brands = None;
            self.moving = false;
            self.drag = None;
            self.cursor = 0;
        }
        self.current = Some(id);
        self.focused = true;
        let i = self.meet(id, shown, geometry);
        self.change_brand(out);
        if self.waits {
            return;
        }
        let Some(session) = self.sessions.get_mut(i) else {
            return;
        };
        let media = session.about.media;
        let mut new = session.book != self.book;
        if new {
            session.begin_brand(self.book.clone());
        }
        new |= self.seen_by_engine(i);
        self.recognise(i);
        let other_media = |s: &Session| s.about.media != media && s.report.is_some();
        if self.sessions.get(i).is_some_and(other_media) {
            self.recheck(i);
            self.mark_of(i, out);
            self.watch_gate(i, out);
            self.bound_cursor();
        }
        if new {
            self.reconsider(i);
            self.open_by_itself();
        }
    }

    /// Takes down what the page shows of a composer; gives its place in the list.
    fn meet(&mut self, id: u32, shown: ComposerInfo, geometry: Geometry) -> usize {
        let choice = self.choice_for(&shown.account);
        let at = self.sessions.iter().position(|s| s.id == id);
        if let Some(i) = at
            && let Some(session) = self.sessions.get_mut(i)
        {
            if session.page.account != shown.account {
                session.chosen = choice;
                session.page.account.clone_from(&shown.account);
            }
            session.geometry = geometry;
            session.shown = shown;
            return i;
        }
        let mut session = Session::new(id, shown, geometry);
        session.chosen = choice;
        session.since = self.now.ms;
        self.sessions.push(session);
        self.sessions.len() - 1
    }

    /// What the page shows of a composer, as the playbook at work sees it; whether that is another comment than before.
    pub(super) fn seen_by_engine(&mut self, i: usize) -> bool {
        let Some((id, mut about)) = self.sessions.get(i).map(|s| (s.id, s.shown.clone())) else {
            return false;
        };
        // Under a post of the brand's own nobody is answered, whatever the page's tree looks like.
        let shows = about.answering.is_some();
        about.answering = about.answering.filter(|a| !self.engine.is_ours(&a.author));
        let under_ours = shows && about.answering.is_none();
        let about = self.seen(id, &about);
        let now = self.now.ms;
        let Some(session) = self.sessions.get_mut(i) else {
            return false;
        };
        let another = session.about.answering != about.answering;
        session.about = about;
        session.under_ours = under_ours;
        if another {
            session.begin_answer(now);
            self.form = None;
        }
        another
    }

    /// What the page's server allows, from the counter that the page shows beside the draft.
    fn learn_limit(&mut self, id: u32, out: &mut Vec<Effect>) {
        let Some(i) = self.sessions.iter().position(|s| s.id == id) else {
            return;
        };
        let Some(session) = self.sessions.get_mut(i) else {
            return;
        };
        let (platform, kind) = (&session.about.platform, session.about.kind);
        let limit = session.about.counter.as_ref().and_then(|counter| {
            let used = cuecard_platforms::count(Some(platform), kind, &counter.draft).used;
            cuecard_platforms::limit_shown(platform, &counter.shows, used)
        });
        if session.limit != limit {
            session.limit = limit;
            self.weigh(i);
            if self.sessions.get(i).is_some_and(|s| s.report.is_some()) {
                self.recheck(i);
                self.mark(out);
            }
        }
    }

    /// Opens the card unasked where that helps: at an escalation; and under a comment as
    /// long as nothing is written, unless the person folded the card on this site.
    pub(super) fn open_by_itself(&mut self) {
        if self.waits {
            return;
        }
        let folded = self.place.folded;
        let Some(session) = self.session_mut() else {
            return;
        };
        if !session.undecided {
            return;
        }
        if session.answer.is_none() {
            session.undecided = false;
            return;
        }
        let crisis = session.escalation().map(|e| e.level == Severity::Crisis);
        match crisis {
            Some(crisis) => {
                session.tab = Tab::Replies;
                session.open = session.open || crisis || !folded;
            }
            // Whether anything is written is known with the first draft.
            None if session.report.is_none() => return,
            None if session.is_blank() => {
                session.tab = Tab::Replies;
                session.open = session.open || !folded;
            }
            None => {}
        }
        session.undecided = false;
    }

    /// The draft as it stands: checked, and answered before anything is drawn.
    pub(super) fn drafted(&mut self, id: u32, rev: u32, text: String, out: &mut Vec<Effect>) {
        let Some(i) = self.sessions.iter().position(|s| s.id == id) else {
            // The driver waits for an answer before it sends the next draft.
            out.push(Effect::Send(ToDriver::Marks {
                composer: id,
                rev,
                marks: Vec::new(),
            }));
            return;
        };
        let mut errors = 0;
        if let Some(session) = self.sessions.get_mut(i) {
            session.rev = rev;
            session.text = text;
            if session.is_blank() {
                session.put = None;
            }
            errors = session.count(Level::Error);
        }
        self.recheck(i);
        self.mark_of(i, out);
        self.watch_gate(i, out);
        if self.sessions.get(i).is_some_and(Session::is_blank) {
            self.taken(i, out);
        }
        // The first thing that must change comes before the replies: it must not go out unseen behind them.
        if let Some(session) = self.sessions.get_mut(i)
            && errors == 0
            && session.count(Level::Error) > 0
            && session.tab == Tab::Replies
            && session.stop().is_none()
        {
            session.tab = Tab::Draft;
            session.finding = Opened::First;
        }
        if self.current == Some(id) {
            self.open_by_itself();
            self.after_put();
            self.bound_cursor();
        }
    }

    /// Checks the draft of one composer.
    pub(super) fn recheck(&mut self, i: usize) {
        if !self.works_at(i) {
            return;
        }
        let today = self.now.date();
        let Some(session) = self.sessions.get_mut(i) else {
            return;
        };
        let answering = session.about.answering.as_ref();
        let mut report = self.engine.check(&Draft {
            text: &session.text,
            platform: Some(&session.about.platform),
            kind: session.about.kind,
            answering: answering.map(|a| Comment {
                text: &a.text,
                author: &a.author,
            }),
            limit: session.limit,
            today,
            audience: self.audience.as_deref(),
            media: media(session.about.media),
            from: session.put.as_deref(),
        });
        report.findings.retain(|f| !self.never.contains(&f.rule));
        session.report = Some(report);
        session.forget_changed();
    }

    /// Marks the draft of the current composer anew.
    pub(super) fn mark(&self, out: &mut Vec<Effect>) {
        if let Some(i) = self
            .sessions
            .iter()
            .position(|s| Some(s.id) == self.current && s.report.is_some())
        {
            self.mark_of(i, out);
        }
    }

    pub(super) fn mark_of(&self, i: usize, out: &mut Vec<Effect>) {
        let Some(session) = self.sessions.get(i) else {
            return;
        };
        let offsets = Offsets::new(&session.text);
        let unit = |byte: usize| u32::try_from(offsets.utf16(byte)).unwrap_or(u32::MAX);
        let marks = session
            .live()
            .filter(|f| !f.span.is_empty())
            .map(|f| Mark {
                start: unit(f.span.start),
                end: unit(f.span.end),
                level: match f.level {
                    Level::Error => MarkLevel::Error,
                    Level::Warning => MarkLevel::Warning,
                    Level::Suggestion => MarkLevel::Suggestion,
                },
            })
            .collect();
        out.push(Effect::Send(ToDriver::Marks {
            composer: session.id,
            rev: session.rev,
            marks,
        }));
    }

    /// The person clicked into a marked word, or pressed the shortcut.
    fn open_at(&mut self, id: u32, at: u32, keyboard: bool, out: &mut Vec<Effect>) {
        if !self.sessions.iter().any(|s| s.id == id) {
            return;
        }
        self.current = Some(id);
        self.focused = true;
        let Some(session) = self.session_mut() else {
            return;
        };
        let at = Offsets::new(&session.text).from_utf16(usize::try_from(at).unwrap_or(usize::MAX));
        let touches = |s: &cuecard_text::Span| !s.is_empty() && s.start <= at && at <= s.end;
        let row = session.rows().iter().position(|r| touches(&r.finding.span));
        let first = row.unwrap_or(0);
        session.open = true;
        session.undecided = false;
        // By the shortcut, away from any mark: what there is to do first.
        session.tab = match row {
            None if session.stop().is_some() => Tab::Replies,
            None if session.answer.is_some() && session.rows().is_empty() => Tab::Replies,
            _ => Tab::Draft,
        };
        self.cursor = first;
        if row.is_some() {
            self.open_item(row);
        }
        if keyboard {
            let target = if self.items() > 0 {
                Target::Item(first)
            } else {
                Target::First
            };
            out.push(Effect::Focus(target));
        }
    }
}

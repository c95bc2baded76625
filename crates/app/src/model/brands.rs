//! Several playbooks: an agency posts for several brands, and every composer is held to the words of the one that it posts as.
//!
//! The index of what is stored tells which that is: the account that the page shows decides, where the person has not
//! chosen by hand. Only that one is unpacked. Until it is there nothing is checked and nothing is offered, and of the one
//! before nothing stays: no mark, no reply, no form, no edit that is still to be written.

use cuecard_journal::mix;
use cuecard_playbook::{Account, fit};

use super::{Card, Effect, Engine, Note, Session, Shelf, Target, Unread};

/// A stored playbook, as the index has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// Its id: what is remembered for it is kept by that. The first that was ever saved has an empty one.
    pub id: String,
    /// The brand's name; empty where the document gives none.
    pub brand: String,
    /// The accounts that it is for.
    pub accounts: Vec<Account>,
    /// When it was saved, local time.
    pub saved: String,
}

/// The stored playbooks. Without any, the sample is at work, by the empty id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// In the order in which they are listed.
    pub list: Vec<Book>,
    /// Id of the one that holds where no account tells.
    pub preferred: String,
    /// Those that were taken out: what is remembered for them is theirs when they come back.
    pub removed: Vec<Book>,
}

impl Books {
    /// Whether there is a choice.
    #[must_use]
    pub fn are_several(&self) -> bool {
        self.list.len() > 1
    }

    /// Whether a playbook is there: a stored one, or the sample where none is.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        if self.list.is_empty() {
            id.is_empty()
        } else {
            self.list.iter().any(|book| book.id == id)
        }
    }

    /// Id of the one that holds where no account tells.
    #[must_use]
    pub fn usual(&self) -> &str {
        match self.list.first() {
            Some(first) if !self.has(&self.preferred) => &first.id,
            Some(_) => &self.preferred,
            None => "",
        }
    }

    /// The one that is for an account, if any is. Where two are as sure of it, the usual one, else the first.
    #[must_use]
    pub fn for_account(&self, platform: &str, shown: &str) -> Option<&str> {
        let usual = self.usual();
        let fits = |book: &Book| fit(&book.brand, &book.accounts, platform, shown);
        let mut surest: Option<(usize, &str)> = None;
        for book in &self.list {
            let sure = fits(book);
            let surer = match surest {
                None => sure > 0,
                Some((before, _)) => sure > before || (sure == before && book.id == usual),
            };
            if surer {
                surest = Some((sure, &book.id));
            }
        }
        surest.map(|(_, id)| id)
    }
}

/// A playbook that was fetched, with what is remembered for it.
pub struct Loaded {
    /// Its id.
    pub id: String,
    /// The playbook at work; none where another version packed it, and it has to be read anew first.
    pub engine: Option<Box<dyn Engine>>,
    /// Rules that are not wanted.
    pub never: Vec<String>,
    /// Favourites, and what was used last.
    pub shelf: Shelf,
    /// This month's journal.
    pub journal: String,
}

impl Card {
    /// Id of the playbook at work, or on its way; none before the first composer of somebody with several.
    #[must_use]
    pub fn book(&self) -> Option<&str> {
        self.book.as_deref()
    }

    /// Whether the playbook for this composer is still on its way.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// What the stored playbooks are, now.
    pub(super) fn learn_books(&mut self, books: Books, out: &mut Vec<Effect>) {
        if self.books != books {
            self.books = books;
            self.brands = None;
            self.change_brand(out);
        }
    }

    /// A playbook that was said to be stored is not there.
    pub(super) fn lost(&mut self, id: &str, out: &mut Vec<Effect>) {
        self.books.list.retain(|book| book.id != id);
        self.change_brand(out);
    }

    /// Id of the playbook that one composer is held to.
    fn wanted<'a>(&'a self, session: &'a Session) -> &'a str {
        let books = &self.books;
        let chosen = session.chosen.as_deref().filter(|id| books.has(id));
        let (platform, account) = (&session.page.platform, &session.page.account);
        chosen
            .or_else(|| books.for_account(platform, account))
            .unwrap_or(books.usual())
    }

    /// Whether the playbook at work is the one by which a composer was looked at.
    pub(super) fn works_at(&self, i: usize) -> bool {
        let by = self.sessions.get(i).and_then(|s| s.book.as_deref());
        !self.waits && by.is_some() && by == self.book.as_deref()
    }

    /// Sees to it that the playbook at work is the one for the composer that the card stands beside.
    pub(super) fn change_brand(&mut self, out: &mut Vec<Effect>) {
        let wanted = match self.session() {
            Some(session) => Some(self.wanted(session).to_owned()),
            // With no composer there is time to see which is wanted next.
            None => self.book.clone().filter(|id| self.books.has(id)),
        };
        if wanted == self.book {
            return;
        }
        self.put_away(out);
        self.book.clone_from(&wanted);
        if let Some(id) = wanted {
            out.push(Effect::Load(id));
        }
    }

    /// Nothing of the playbook that was at work stays.
    fn put_away(&mut self, out: &mut Vec<Effect>) {
        self.engine = Box::new(Unread);
        self.waits = true;
        self.unread = false;
        self.form = None;
        self.reason = None;
        self.hushed = None;
        self.note = None;
        // The driver writes nothing for an account that is not the one it was asked for; here nobody waits for it.
        if self.edit.take().is_some_and(|edit| edit.is_open()) {
            self.note = Some(Note {
                text: (self.say)("card_note_other_brand", &[]),
                trouble: true,
            });
        }
        if let Some(id) = self.book.take() {
            self.threads.push((id, std::mem::take(&mut self.thread)));
        }
        self.audience = None;
        self.never.clear();
        self.shelf = Shelf::default();
        self.journal.clear();
        self.shares.clear();
        self.hits.clear();
        self.hit_cautions.clear();
        self.cursor = 0;
        let mut marked = None;
        for (i, session) in self.sessions.iter_mut().enumerate() {
            let had = session.report.take().is_some();
            marked = marked.or((had && Some(session.id) == self.current).then_some(i));
            session.answer = None;
            session.cautions.clear();
            session.holding_cautions.clear();
            session.stranger = None;
        }
        if let Some(i) = marked {
            self.mark_of(i, out);
        }
    }

    /// A playbook is there: everything that it is for is looked at.
    pub(super) fn load(&mut self, loaded: Loaded, out: &mut Vec<Effect>) {
        let Loaded {
            id,
            engine,
            never,
            shelf,
            journal,
        } = loaded;
        // Another one is wanted by now.
        if self.book.as_ref().is_some_and(|wanted| *wanted != id) {
            return;
        }
        let known = self.threads.iter().position(|(of, _)| *of == id);
        if let Some(at) = known {
            self.thread = self.threads.swap_remove(at).1;
        }
        let turned = std::mem::take(&mut self.waits);
        self.book = Some(id);
        self.unread = engine.is_none();
        self.engine = engine.unwrap_or_else(|| Box::new(Unread));
        self.forget_audience();
        // It asks for what another playbook left open.
        self.form = None;
        self.never = never;
        self.shelf = shelf;
        self.shares = mix(&journal, self.engine.priorities()).0;
        self.journal = journal;
        for i in 0..self.sessions.len() {
            self.look_again(i, out);
        }
        self.find(self.query.clone());
        self.mark(out);
        self.open_by_itself();
        self.bound_cursor();
        if turned && self.books.are_several() && !self.unread {
            let brand = self.brand(self.engine.brand());
            self.done = Some((self.say)("card_said_brand", &[&brand]));
        }
    }

    /// Looks at one composer by the playbook at work, if it is that one's.
    fn look_again(&mut self, i: usize, out: &mut Vec<Effect>) {
        let Some(session) = self.sessions.get(i) else {
            return;
        };
        if self.book.as_deref() != Some(self.wanted(session)) {
            return;
        }
        if let Some(session) = self.sessions.get_mut(i)
            && session.book != self.book
        {
            session.begin_brand(self.book.clone());
        }
        self.seen_by_engine(i);
        self.recognise(i);
        self.reconsider(i);
        if self.sessions.get(i).is_some_and(|s| s.rev > 0) {
            self.recheck(i);
            self.watch_gate(i, out);
        }
    }

    /// A brand's name, or what one without a name is called.
    #[must_use]
    pub fn brand(&self, name: &str) -> String {
        if name.is_empty() {
            (self.say)("card_unnamed", &[])
        } else {
            name.to_owned()
        }
    }

    /// Name of the brand whose playbook is at work, or on its way.
    #[must_use]
    pub fn brand_at_work(&self) -> String {
        let at_work = self
            .books
            .list
            .iter()
            .find(|book| Some(&book.id) == self.book.as_ref());
        match at_work {
            Some(book) if self.books.are_several() => self.brand(&book.brand),
            _ => self.engine.brand().to_owned(),
        }
    }

    /// Opens the list of brands, or closes it.
    pub(super) fn list_brands(&mut self, out: &mut Vec<Effect>) {
        if self.brands.take().is_some() || !self.books.are_several() {
            return;
        }
        let list = self.books.list.iter();
        let at = list
            .map(|book| Some(&book.id))
            .position(|id| id == self.book.as_ref());
        let at = at.unwrap_or(0);
        self.brands = Some(at);
        if self.inside {
            out.push(Effect::Focus(Target::Brand(at)));
        }
    }

    /// Goes to an item of the list of brands.
    pub(super) fn go_brand(&mut self, at: usize, out: &mut Vec<Effect>) {
        let at = at.min(self.books.list.len().saturating_sub(1));
        self.brands = Some(at);
        out.push(Effect::Focus(Target::Brand(at)));
    }

    /// The person chooses a playbook for the composer. It holds as long as the page lives, also for a composer that the
    /// page puts in its place, and until the page posts as somebody else.
    pub(super) fn choose_brand(&mut self, id: String, out: &mut Vec<Effect>) {
        let Some(session) = self.session_mut() else {
            return;
        };
        session.chosen = Some(id.clone());
        let account = session.page.account.clone();
        self.choices.retain(|(of, _)| *of != account);
        self.choices.push((account, id));
        self.change_brand(out);
        if self.inside {
            out.push(Effect::Focus(Target::Brands));
        }
    }

    /// What the person chose on this page for an account.
    pub(super) fn choice_for(&self, account: &str) -> Option<String> {
        let (_, id) = self.choices.iter().find(|(of, _)| of == account)?;
        Some(id.clone())
    }
}

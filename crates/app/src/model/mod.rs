//! The card's state, without a browser.
//!
//! [`Card::update`] takes what happened and gives what is to be done; views read the
//! state and decide nothing. The flow of one draft: `ToCard::Draft` → check → marks
//! for the driver, at once → the view is drawn → its size → where the frame goes.
//!
//! Invariants: a text goes into a draft only by an [`Action`] of the person; texts of
//! drafts and comments are kept in memory only; nothing here panics.

mod account;
mod act;
mod all;
mod answering;
mod brands;
mod caution;
mod copy;
mod edit;
mod engine;
mod event;
mod face;
mod first;
mod gate;
pub mod keys;
mod never;
mod panel;
mod placing;
mod press;
mod readers;
mod replies;
pub mod report;
mod session;
mod shelf;
mod slots;
mod stop;
mod summary;
#[cfg(test)]
mod tests;
mod thread;
mod time;
mod unread;
mod wire;

use std::cmp::Ordering;

pub use answering::Correction;
pub use brands::{Book, Books, Loaded};
pub use caution::Caution;
pub use engine::{Engine, Found, role};
pub use event::{Action, Effect, Event, Key, Place, Target};
pub use face::Face;
pub use never::Reason;
pub use replies::{Offer, Primary};
pub use session::{Opened, Row, Session, Tab};
pub use shelf::Shelf;
pub use slots::{Form, Purpose, Slot};
pub use stop::{Reach, Step, severity};
pub use summary::{Chip, Mark};
pub use time::Now;
pub use unread::Unread;

use cuecard_journal::{Share, mix};

use crate::i18n::Say;
use crate::layout::{self, Spot};

/// The card of one page.
pub struct Card {
    /// The interface's words.
    pub say: Say,
    /// The playbook at work.
    pub engine: Box<dyn Engine>,
    /// The stored playbooks.
    pub books: Books,
    /// Id of the one at work, or on its way.
    book: Option<String>,
    /// It is on its way.
    waits: bool,
    /// What the person chose for the accounts of this page. Only ever in memory.
    choices: Vec<(String, String)>,
    /// The item that the arrow keys are at in the list of brands; none while it is closed.
    pub brands: Option<usize>,
    /// Host of the page.
    pub host: String,
    /// In the side panel, with no page beside it.
    pub panel: bool,
    firefox: bool,
    paused: bool,
    /// The saved playbook cannot be read as it is kept.
    unread: bool,
    /// For whom the drafts of this page are, by the playbook's id; none: for all.
    pub audience: Option<String>,
    /// Accounts that the person said are right here. Only ever in memory.
    vouched: Vec<String>,
    place: Place,
    sessions: Vec<Session>,
    current: Option<u32>,
    /// The composer has the focus, or the card took it from there.
    focused: bool,
    /// The focus is in the card.
    inside: bool,
    now: Now,
    /// This month's journal.
    journal: String,
    /// How this month's posts are shared among the content types.
    pub shares: Vec<Share>,
    /// What is looked for.
    pub query: String,
    /// What was found.
    pub hits: Vec<Found>,
    /// What would be marked in each of them.
    hit_cautions: Vec<Vec<Caution>>,
    hit: Opened,
    /// The menu is open.
    pub menu: bool,
    /// The arrow keys move the card.
    pub moving: bool,
    /// Where the card was, and where it is, while it is dragged; offsets from the composer.
    drag: Option<((f64, f64), (f64, f64))>,
    /// The item that the arrow keys are at.
    pub cursor: usize,
    /// What is said at the top of the card.
    pub note: Option<Note>,
    /// The rule that was just switched off: it can be taken back.
    pub hushed: Option<String>,
    /// Rules that the person does not want to hear of.
    never: Vec<String>,
    /// Why a rule of an error is not wanted, while the person writes it.
    pub reason: Option<Reason>,
    /// What is read aloud; changes only when the state does.
    pub said: String,
    summary: String,
    /// What was just done, to be read aloud before the state.
    done: Option<String>,
    /// Favourites, and what was used last.
    shelf: Shelf,
    /// What was heard and put on this page.
    thread: thread::Known,
    /// The same for the playbooks that were at work before, by their ids.
    threads: Vec<(String, thread::Known)>,
    /// What a text leaves open, while the person fills it in.
    form: Option<Form>,
    edit: Option<edit::Pending>,
    edits: u32,
    copying: Option<copy::Copying>,
    size: Option<(f64, f64)>,
    sent: Option<(u32, Spot)>,
}

/// A line at the top of the card about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What happened.
    pub text: String,
    /// Something did not work: the person has to act.
    pub trouble: bool,
}

impl Card {
    /// A card that has seen no composer yet, and waits for its playbook.
    #[must_use]
    pub fn new(say: Say) -> Self {
        Self {
            say,
            engine: Box::new(Unread),
            books: Books::default(),
            book: None,
            waits: true,
            choices: Vec::new(),
            brands: None,
            host: String::new(),
            panel: false,
            firefox: false,
            paused: false,
            unread: false,
            audience: None,
            vouched: Vec::new(),
            place: Place::default(),
            sessions: Vec::new(),
            current: None,
            focused: false,
            inside: false,
            now: Now::default(),
            journal: String::new(),
            shares: Vec::new(),
            query: String::new(),
            hits: Vec::new(),
            hit_cautions: Vec::new(),
            hit: Opened::First,
            menu: false,
            moving: false,
            drag: None,
            cursor: 0,
            note: None,
            hushed: None,
            never: Vec::new(),
            reason: None,
            said: String::new(),
            summary: String::new(),
            done: None,
            shelf: Shelf::default(),
            thread: thread::Known::default(),
            threads: Vec::new(),
            form: None,
            edit: None,
            edits: 0,
            copying: None,
            size: None,
            sent: None,
        }
    }

    /// Whether the keyboard is in the card, as far as the card was told.
    #[must_use]
    pub fn has_focus(&self) -> bool {
        self.inside
    }

    /// Takes what happened at `now`; gives what is to be done, in this order.
    pub fn update(&mut self, now: Now, event: Event) -> Vec<Effect> {
        self.now = now;
        let mut out = Vec::new();
        match event {
            Event::Books(books) => self.learn_books(books, &mut out),
            Event::Playbook(loaded) => self.load(*loaded, &mut out),
            Event::Lost(id) => self.lost(&id, &mut out),
            Event::Remembered(place) => self.place = place,
            Event::Wire(message) => self.hear(*message, &mut out),
            Event::Act(action) => self.act(action, &mut out),
            Event::Key(key) => self.press(key, &mut out),
            Event::Size(w, h) => {
                // What is drawn while nothing is seen says nothing about the next chip or card.
                self.size = (self.face() != Face::Hidden).then_some((w, h));
                self.settle(&mut out);
            }
            Event::Focused(inside, item) => {
                self.inside = inside;
                self.cursor = item.unwrap_or(self.cursor);
            }
            Event::Journal(journal) => {
                self.shares = mix(&journal, self.engine.priorities()).0;
                self.journal = journal;
            }
            Event::Never(rules) => self.nevers(rules, &mut out),
            Event::Shelf(shelf) => self.shelve(shelf),
            Event::Tick => {}
            Event::Copied(done) => self.copied(done, &mut out),
        }
        self.announce();
        if self.face() == Face::Hidden {
            self.settle(&mut out);
        }
        out
    }

    /// The composer that the card stands beside.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        let id = self.current?;
        self.sessions.iter().find(|s| s.id == id)
    }

    fn session_mut(&mut self) -> Option<&mut Session> {
        let id = self.current?;
        self.sessions.iter_mut().find(|s| s.id == id)
    }

    /// Whether a second's tick changes anything that is seen.
    #[must_use]
    pub fn ticking(&self) -> bool {
        self.face() == Face::Stop
            && self
                .session()
                .and_then(Session::stop)
                .is_some_and(|e| e.tell.iter().any(|t| t.minutes.is_some()))
    }

    /// Width of the open card here, CSS pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.session().map_or(layout::CARD_WIDTH, |s| {
            layout::card_width(&s.geometry.viewport)
        })
    }

    /// How many items the list has that is shown.
    #[must_use]
    pub fn items(&self) -> usize {
        if self.form().is_some() {
            return 0;
        }
        match self.face() {
            Face::Draft => self.session().map_or(0, |s| s.rows().len()),
            Face::Replies | Face::Search => self.offers().len(),
            _ => 0,
        }
    }

    /// The item of the shown list that is open.
    #[must_use]
    pub fn opened(&self) -> Option<usize> {
        let (opened, keys) = self.list()?;
        match opened {
            Opened::None => None,
            Opened::First => (!keys.is_empty() && !self.nothing_fits()).then_some(0),
            Opened::Key(key) => keys
                .iter()
                .position(|k| k == key)
                .or((!keys.is_empty()).then_some(0)),
        }
    }

    /// The shown list: what is open in it, and the keys of its items.
    fn list(&self) -> Option<(&Opened, Vec<String>)> {
        let session = self.session()?;
        match self.face() {
            Face::Draft => Some((
                &session.finding,
                session.rows().iter().map(Row::key).collect(),
            )),
            Face::Replies => Some((
                &session.reply,
                self.offers().into_iter().map(|o| o.id.to_owned()).collect(),
            )),
            Face::Search => Some((
                &self.hit,
                self.offers().into_iter().map(|o| o.id.to_owned()).collect(),
            )),
            _ => None,
        }
    }

    /// Opens one item of the shown list, or closes all.
    fn open_item(&mut self, item: Option<usize>) {
        let key = self
            .list()
            .and_then(|(_, keys)| keys.into_iter().nth(item?));
        let opened = key.map_or(Opened::None, Opened::Key);
        let face = self.face();
        match (face, self.session_mut()) {
            (Face::Draft, Some(s)) => s.finding = opened,
            (Face::Replies, Some(s)) => s.reply = opened,
            (Face::Search, _) => {
                self.hit = opened;
                self.weigh_hits();
            }
            _ => {}
        }
    }

    /// Keeps the arrow keys' item inside the list.
    fn bound_cursor(&mut self) {
        self.cursor = match self.items().cmp(&self.cursor) {
            Ordering::Greater => self.cursor,
            _ => self.items().saturating_sub(1),
        };
    }
}

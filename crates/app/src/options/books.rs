//! The stored playbooks, as the options page knows them: which is which, where a document goes that is put into force, and
//! where two of them want the same.

use cuecard_playbook::{Account, Compiled};

use super::state::{Document, Options};
use crate::i18n::Say;
use crate::model::{Book, Books};

/// A playbook with its document, as it is or was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Its line of the index.
    pub book: Book,
    /// What it says.
    pub document: Document,
}

/// What can be taken back: a playbook that was taken out, or another put in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// The playbook as it was.
    pub stored: Stored,
    /// It held where no account tells.
    pub usual: bool,
}

/// Where a document may go that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The only playbook there is.
    Only,
    /// Beside those that are there.
    Beside,
    /// In the place of the playbook of this id.
    Of(Book),
}

/// Two playbooks that are both for one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash<'a> {
    /// The account.
    pub account: &'a Account,
    /// The one that is used there.
    pub used: &'a Book,
    /// The one that is not.
    pub other: &'a Book,
}

/// A playbook's line of the index, by its document.
#[must_use]
pub fn line(id: String, compiled: &Compiled, saved: String) -> Book {
    let playbook = &compiled.playbook;
    let names = [&playbook.brand, &playbook.title];
    let name = names.into_iter().find(|name| !name.is_empty());
    Book {
        id,
        brand: name.cloned().unwrap_or_default(),
        accounts: playbook.accounts.clone(),
        saved,
    }
}

/// Accounts in words, by platform: `X @linden, @lindenjobs · Facebook LindenClinics`.
#[must_use]
pub fn accounts(accounts: &[Account]) -> String {
    let mut platforms: Vec<&str> = Vec::new();
    for account in accounts {
        if !platforms.contains(&&*account.platform) {
            platforms.push(&account.platform);
        }
    }
    let on = |platform: &&str| {
        let handles: Vec<&str> = (accounts.iter())
            .filter(|a| a.platform == **platform)
            .map(|a| &*a.handle)
            .collect();
        [platform_name(platform), &handles.join(", ")].join(" ")
    };
    let all: Vec<String> = platforms.iter().map(on).collect();
    all.join(" · ")
}

/// A platform's name for people.
#[must_use]
pub fn platform_name(id: &str) -> &str {
    let known = cuecard_platforms::all().iter().find(|p| p.id == id);
    known.map_or(id, |p| &p.name)
}

/// When a playbook was saved, to the minute, without the distance from UTC: it was this machine's own clock.
#[must_use]
pub fn minute(saved: &str) -> String {
    saved.replace('T', " ").chars().take(16).collect()
}

/// Accounts that two playbooks are for: each once, with the one that is used there.
#[must_use]
pub fn clashes(books: &Books) -> Vec<Clash<'_>> {
    let mut found = Vec::new();
    for (i, one) in books.list.iter().enumerate() {
        for other in books.list.iter().skip(i + 1) {
            let shared = |a: &&Account| other.accounts.iter().any(|b| b.is_same(a));
            for account in one.accounts.iter().filter(shared) {
                let first = books.usual() != other.id;
                let (used, other) = if first { (one, other) } else { (other, one) };
                found.push(Clash {
                    account,
                    used,
                    other,
                });
            }
        }
    }
    found
}

/// What the page calls a playbook.
#[must_use]
pub fn name(say: Say, book: &Book) -> String {
    if book.brand.is_empty() {
        say("options_unnamed", &[])
    } else {
        book.brand.clone()
    }
}

/// The id for a playbook that is added: that of one of the same brand which was taken out, for what is remembered is its
/// own; else a new one. Nobody has had the empty one before there is anything.
#[must_use]
pub fn id_for(books: &Books, brand: &str, now: f64) -> String {
    let again = (books.removed.iter()).find(|book| !brand.is_empty() && book.brand == brand);
    let mut known = books.list.iter().chain(&books.removed);
    match again {
        Some(book) => book.id.clone(),
        None if known.all(|book| !book.id.is_empty()) => String::new(),
        // A float's cast saturates. Milliseconds: nobody adds two in one.
        None => (now as u64).to_string(),
    }
}

impl Options {
    /// Where the proposal may go: what is likeliest first.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let Some(proposal) = &self.proposal else {
            return Vec::new();
        };
        let brand = line(String::new(), &proposal.compiled, String::new()).brand;
        let list = &self.books.list;
        let is = |id: &str| list.iter().find(|book| book.id == id);
        let edited = self.edited.as_deref().and_then(is);
        let same = list
            .iter()
            .find(|book| !brand.is_empty() && book.brand == brand);
        match (edited.or(same), is(&self.open)) {
            (None, None) => vec![Place::Only],
            (None, Some(open)) => vec![Place::Beside, Place::Of(open.clone())],
            (Some(book), _) => vec![Place::Of(book.clone()), Place::Beside],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::english;

    fn book(id: &str, brand: &str, handles: &[&str]) -> Book {
        let account = |handle: &&str| Account {
            platform: "x".into(),
            handle: (*handle).into(),
        };
        Book {
            id: id.into(),
            brand: brand.into(),
            accounts: handles.iter().map(account).collect(),
            saved: String::new(),
        }
    }

    #[test]
    fn two_for_one_account_are_found_with_the_one_that_is_used() {
        let mut books = Books {
            list: vec![
                book("", "Linden", &["@linden", "@jobs"]),
                book("2", "Alder", &["@Jobs"]),
                book("3", "Rowan", &["@rowan"]),
            ],
            ..Books::default()
        };
        let told = |books: &Books| -> Vec<[String; 3]> {
            (clashes(books).iter())
                .map(|c| [&c.account.handle, &c.used.brand, &c.other.brand].map(Clone::clone))
                .collect()
        };
        assert_eq!(told(&books), [["@jobs", "Linden", "Alder"]]);
        assert_eq!(books.for_account("x", "@jobs"), Some(""));
        books.preferred = "2".into();
        assert_eq!(told(&books), [["@jobs", "Alder", "Linden"]]);
        assert_eq!(books.for_account("x", "@jobs"), Some("2"));
    }

    #[test]
    fn accounts_are_said_by_platform() {
        let mut all = book("", "", &["@linden"]).accounts;
        all.push(Account {
            platform: "facebook".into(),
            handle: "LindenClinics".into(),
        });
        all.extend(book("", "", &["@jobs"]).accounts);
        assert_eq!(accounts(&all), "X @linden, @jobs · Facebook LindenClinics");
        assert_eq!(accounts(&[]), "");
    }

    #[test]
    fn an_id_is_nobody_elses() {
        let mut books = Books::default();
        assert_eq!(id_for(&books, "Linden", 5.0), "");
        books.list.push(book("", "Linden", &[]));
        assert_eq!(id_for(&books, "Alder", 5.0), "5");
        // Taken out, its id waits for it alone.
        books.removed.append(&mut books.list);
        assert_eq!(id_for(&books, "Alder", 6.0), "6");
        assert_eq!(id_for(&books, "Linden", 6.0), "");
        assert_eq!(id_for(&books, "", 6.0), "6");
    }

    #[test]
    fn another_brand_goes_beside_and_the_same_one_in_its_place() {
        let document =
            |brand: &str| Document::new(format!("---\nbrand: {brand}\n---\n# {brand}\n"));
        let mut page = Options::new(english::say, document("Sample"), &|_| false);
        let (linden, alder) = (book("", "Linden", &[]), book("2", "Alder", &[]));
        page.propose("---\nbrand: Alder\n---\n# Alder\n".into());
        assert_eq!(page.places(), [Place::Only]);
        page.books.list = vec![linden.clone()];
        assert_eq!(page.places(), [Place::Beside, Place::Of(linden.clone())]);
        page.books.list.push(alder.clone());
        assert_eq!(page.places(), [Place::Of(alder.clone()), Place::Beside]);
        page.edited = Some(String::new());
        assert_eq!(page.places(), [Place::Of(linden), Place::Beside]);
        page.edited = None;
        page.open = "2".into();
        page.propose("# No brand\n".into());
        assert_eq!(page.places(), [Place::Beside, Place::Of(alder)]);
    }
}

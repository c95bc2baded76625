//! What the options page knows, without a browser.

use cuecard_playbook::{Compiled, Diagnostic, Level};

use super::books::Undo;
use super::rules::{self, Section};
use crate::i18n::Say;
use crate::model::{Book, Books};

/// A document with what the compiler made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The Markdown.
    pub source: String,
    /// The rules, and what is to be said about them: the compiler's diagnostics and the playbook's own tests.
    pub compiled: Compiled,
}

impl Document {
    /// Compiles a document and turns its rules on itself.
    #[must_use]
    pub fn new(source: String) -> Self {
        let mut compiled = cuecard_playbook::compile(&source);
        compiled
            .diagnostics
            .extend(cuecard_checks::self_check(&compiled.playbook));
        compiled.diagnostics.sort_by_key(|d| (d.line, d.column));
        Self { source, compiled }
    }

    /// Diagnostics of a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics()
            .iter()
            .filter(|d| d.level == level)
            .count()
    }

    /// In the order of the lines.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.compiled.diagnostics
    }
}

/// A host of a platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Name of the platform.
    pub platform: &'static str,
    /// Its host.
    pub host: &'static str,
    /// Cuecard is off there.
    pub off: bool,
}

/// The page.
pub struct Options {
    /// The interface's words.
    pub say: Say,
    /// The stored playbooks.
    pub books: Books,
    /// Id of the one that is shown.
    pub open: String,
    /// What it says; the sample where none is stored.
    pub document: Document,
    /// Its sections, for reading.
    pub sections: Vec<Section>,
    /// What the reader looks for in them.
    pub filter: String,
    /// A document that may take its place, looked at before it is saved.
    pub proposal: Option<Document>,
    /// What stands in the field for pasting.
    pub pasted: String,
    /// Where Cuecard works.
    pub sites: Vec<Site>,
    /// Id of the playbook that is being edited.
    pub edited: Option<String>,
    /// What is to be said about the last thing done.
    pub note: Option<String>,
    /// What the last thing done took away.
    pub undo: Option<Undo>,
}

impl Options {
    /// The page with a document in force.
    #[must_use]
    pub fn new(say: Say, document: Document, off: &dyn Fn(&str) -> bool) -> Self {
        Self {
            say,
            books: Books::default(),
            open: String::new(),
            sections: rules::sections(say, &document.compiled.playbook),
            document,
            filter: String::new(),
            proposal: None,
            pasted: String::new(),
            sites: sites(off),
            edited: None,
            note: None,
            undo: None,
        }
    }

    /// The line of the playbook that is shown; none for the sample.
    #[must_use]
    pub fn opened(&self) -> Option<&Book> {
        self.books.list.iter().find(|book| book.id == self.open)
    }

    /// A stored playbook's line.
    #[must_use]
    pub fn book(&self, id: &str) -> Option<Book> {
        self.books.list.iter().find(|book| book.id == id).cloned()
    }

    /// The line of the one that holds where no account tells.
    #[must_use]
    pub fn usual(&self) -> Option<Book> {
        self.book(self.books.usual())
    }

    /// Takes a playbook into the list, or its line in place of the one with the same id.
    pub fn learn(&mut self, book: &Book) {
        let Books { list, removed, .. } = &mut self.books;
        removed.retain(|other| other.id != book.id);
        match list.iter_mut().find(|other| other.id == book.id) {
            Some(line) => line.clone_from(book),
            None => list.push(book.clone()),
        }
    }

    /// A playbook was taken out.
    pub fn forget(&mut self, book: &Book) {
        let Books { list, removed, .. } = &mut self.books;
        list.retain(|other| other.id != book.id);
        removed.retain(|other| other.id != book.id);
        removed.push(book.clone());
    }

    /// Shows another document.
    pub fn show(&mut self, id: String, document: Document) {
        self.sections = rules::sections(self.say, &document.compiled.playbook);
        self.document = document;
        self.open = id;
    }

    /// A document was saved: it is shown, and what it was proposed in is empty again.
    pub fn adopt(&mut self, id: String, document: Document) {
        self.show(id, document);
        self.discard();
        self.pasted.clear();
    }

    /// The proposal is not wanted.
    pub fn discard(&mut self) {
        self.proposal = None;
        self.edited = None;
    }

    /// Looks at a document before it is saved.
    pub fn propose(&mut self, source: String) {
        self.note = None;
        if source.trim().is_empty() {
            self.note = Some((self.say)("options_note_empty", &[]));
            self.proposal = None;
        } else {
            self.proposal = Some(Document::new(source));
        }
    }
}

/// Every host of every platform that has a composer.
fn sites(off: &dyn Fn(&str) -> bool) -> Vec<Site> {
    let with_composer = cuecard_platforms::all()
        .iter()
        .filter(|p| !p.composers.is_empty());
    with_composer
        .flat_map(|p| {
            p.hosts.iter().map(|host| Site {
                platform: &p.name,
                host,
                off: off(host),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::english;

    #[test]
    fn another_document_is_looked_at_before_it_counts() {
        let mut page = Options::new(english::say, Document::new("# Old\n".into()), &|h| {
            h == "bsky.app"
        });
        assert!(page.sites.iter().any(|s| s.host == "bsky.app" && s.off));
        assert!(page.sites.iter().any(|s| !s.off));

        page.propose("  \n".into());
        assert_eq!(
            (page.note.as_deref(), &page.proposal),
            (Some("There is nothing in it."), &None)
        );
        page.propose(
            "---\nbrand: New\n---\n# New\n\n## Words\n- ER (use *emergency department*)\n".into(),
        );
        assert_eq!(page.note, None);
        let proposal = page.proposal.clone().unwrap();
        assert_eq!(proposal.compiled.playbook.brand, "New");
        assert_eq!(page.document.compiled.playbook.brand, "", "not yet");
        page.adopt("2".into(), proposal);
        assert_eq!(page.document.compiled.playbook.brand, "New");
        assert!(page.proposal.is_none() && !page.sections.is_empty());
    }
}

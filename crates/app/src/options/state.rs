//! What the options page knows, without a browser.

use cuecard_playbook::{Compiled, Diagnostic, Level};

use super::rules::{self, Section};
use crate::i18n::Say;

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
    /// The playbook in force.
    pub document: Document,
    /// When it was saved, local time; none for the sample.
    pub saved: Option<String>,
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
    /// Key of what is to be said about the last thing done.
    pub note: Option<&'static str>,
}

impl Options {
    /// The page with a document in force.
    #[must_use]
    pub fn new(
        say: Say,
        document: Document,
        saved: Option<String>,
        off: &dyn Fn(&str) -> bool,
    ) -> Self {
        let sections = rules::sections(say, &document.compiled.playbook);
        let (proposal, note) = (None, None);
        let (filter, pasted) = (String::new(), String::new());
        Self {
            say,
            document,
            saved,
            sections,
            filter,
            proposal,
            pasted,
            sites: sites(off),
            note,
        }
    }

    /// Takes another document into force.
    pub fn adopt(&mut self, document: Document, saved: Option<String>) {
        self.sections = rules::sections(self.say, &document.compiled.playbook);
        self.document = document;
        self.saved = saved;
        self.proposal = None;
        self.pasted.clear();
    }

    /// Looks at a document before it is saved.
    pub fn propose(&mut self, source: String) {
        self.note = None;
        if source.trim().is_empty() {
            self.note = Some("options_note_empty");
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
        let mut page = Options::new(english::say, Document::new("# Old\n".into()), None, &|h| {
            h == "bsky.app"
        });
        assert!(page.sites.iter().any(|s| s.host == "bsky.app" && s.off));
        assert!(page.sites.iter().any(|s| !s.off));

        page.propose("  \n".into());
        assert_eq!(
            (page.note, &page.proposal),
            (Some("options_note_empty"), &None)
        );
        page.propose(
            "---\nbrand: New\n---\n# New\n\n## Words\n- ER (use *emergency department*)\n".into(),
        );
        assert_eq!(page.note, None);
        let proposal = page.proposal.clone().unwrap();
        assert_eq!(proposal.compiled.playbook.brand, "New");
        assert_eq!(page.document.compiled.playbook.brand, "", "not yet");
        page.adopt(proposal, Some("now".into()));
        assert_eq!(page.document.compiled.playbook.brand, "New");
        assert!(page.proposal.is_none() && !page.sections.is_empty());
    }
}

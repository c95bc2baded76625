//! A word rule while it is being read.

use std::collections::HashSet;

use crate::compile::context::Context;
use crate::compile::terms::Term;
use crate::model::{Level, Scope, WordRule};

/// A rule before its terms are checked.
#[derive(Debug, Default)]
pub struct Draft {
    /// Byte of the entry.
    pub at: usize,
    pub avoid: Vec<Term>,
    pub prefer: Vec<String>,
    pub omit: bool,
    pub unless: Option<String>,
    pub why: Option<String>,
    pub scope: Scope,
    pub level: Level,
    pub hashtags: bool,
    pub forms: bool,
}

impl Draft {
    /// Adds the rule to the playbook. Gives whether there was anything to add.
    pub fn add(mut self, cx: &mut Context<'_>) -> bool {
        let mut kept: Vec<Term> = Vec::new();
        let mut prefer = std::mem::take(&mut self.prefer);
        let mut uses: HashSet<String> = HashSet::new();
        prefer.retain(|p| uses.insert(p.clone()));
        let mut seen: HashSet<String> = HashSet::new();
        for mut term in std::mem::take(&mut self.avoid) {
            // `#ER` means the term, hashtags included; `#1` is a term of its own.
            if let Some(tag) = term.text.strip_prefix('#')
                && tag.starts_with(char::is_alphabetic)
            {
                self.hashtags = true;
                term.text = tag.to_owned();
            }
            if uses.contains(&term.text) {
                cx.error(
                    "words/same",
                    term.at,
                    format!("\"{}\" is both what to avoid and what to use, so this pair is not read.", term.text),
                    "Change one side. If it is about spelling, write both spellings exactly, capitals included.",
                );
                continue;
            }
            if seen.insert(term.text.clone()) {
                kept.push(term);
            }
        }
        if kept.is_empty() {
            return false;
        }
        let index = cx.book.words.len();
        for term in &kept {
            cx.references
                .terms
                .push((index, term.text.clone(), term.at));
        }
        let line = cx.line(self.at);
        cx.book.words.push(WordRule {
            avoid: kept.into_iter().map(|t| t.text).collect(),
            prefer,
            omit: self.omit,
            unless: self.unless,
            why: self.why,
            scope: self.scope,
            level: self.level,
            in_hashtags: self.hashtags,
            forms: self.forms,
            line,
        });
        true
    }
}

/// The level that a word names.
pub fn level(word: &str) -> Option<Level> {
    match word.trim().trim_end_matches('.').to_lowercase().as_str() {
        "suggestion" | "suggest" | "hint" | "info" | "low" => Some(Level::Suggestion),
        "warning" | "warn" | "medium" => Some(Level::Warning),
        "error" | "must" | "block" | "high" | "never" => Some(Level::Error),
        _ => None,
    }
}

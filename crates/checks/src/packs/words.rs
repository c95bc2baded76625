//! Packs that list words: stigma, plain and inclusive language, claims, incentives.
//!
//! A group's `Words` are items `term, term → what to say; what else to say`; `(omit)` deletes, `~term` means
//! its regular forms too, and `*` stands for any word (`make * great again`). `Near` words must stand in the same sentence for the group to speak. `Unless` phrases
//! are those in which a term is right. Terms stand in the automaton of the playbook's own, so they cost
//! nothing a character.
//!
//! A playbook goes before a pack: a term that it has a rule of its own for, or itself prefers or
//! names, is left to the playbook.

use std::collections::HashMap;

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Folded, Span};

use super::read::{Group, Pack};
use super::{BUILTIN, is_on};
use crate::literals::{Collector, Hit, Literals, Owner, Reach, longest};
use crate::prepared::Prepared;
use crate::report::Finding;
use crate::rules::words::{Allowed, allow, is_allowed, replacements};
use crate::rules::{Check, any_of, inflect, quoted, rule_id};
use crate::taken::Taken;

/// The packs of words that are on.
#[derive(Clone, Debug, Default)]
pub struct PackWords {
    groups: Vec<Rule>,
    terms: Vec<Term>,
}

#[derive(Clone, Debug)]
struct Rule {
    posts: Option<Level>,
    replies: Option<Level>,
    /// Words of which one must stand in the sentence; empty means that none is needed.
    near: Vec<String>,
}

#[derive(Clone, Debug)]
struct Term {
    group: usize,
    text: String,
    /// The regular forms of the term are meant too.
    forms: bool,
    id: String,
    prefer: Vec<String>,
    omit: bool,
    message: String,
    allowed: Vec<Allowed>,
    /// For `make * great again`, where `great again` is looked for: what stands before, and how many words
    /// between.
    before: Option<(Vec<String>, usize)>,
    /// The playbook has its own say.
    silent: bool,
}

/// A term with `*` in it: the words before the first, how many there are, and what stands behind the last.
fn gapped(term: &str) -> (Option<(Vec<String>, usize)>, &str) {
    let Some((head, _)) = term.split_once(" * ") else {
        return (None, term);
    };
    let tail = term.rsplit_once("* ").map_or("", |(_, tail)| tail);
    let head = Folded::collapsed(head)
        .as_str()
        .split(' ')
        .map(str::to_owned)
        .collect();
    (Some((head, term.matches('*').count())), tail)
}

impl PackWords {
    /// Reads the packs that the playbook has on, and others that are given.
    #[must_use]
    pub fn new(playbook: &Playbook, others: &[Pack]) -> Self {
        let mut out = Self::default();
        for pack in BUILTIN.iter().filter(|p| is_on(playbook, p.name)) {
            if matches!(pack.name, "identifiers" | "reply-guard") {
                continue;
            }
            out.add(&Pack::read(pack.text), playbook);
        }
        for pack in others {
            out.add(pack, playbook);
        }
        out
    }

    fn add(&mut self, pack: &Pack, playbook: &Playbook) {
        for group in &pack.groups {
            let items: Vec<&str> = match group.recogniser.as_str() {
                "" => group.list("Words").map(|i| i.text.as_str()).collect(),
                // Names that the playbook lists.
                "product" => playbook.products.iter().map(|p| p.name.as_str()).collect(),
                _ => continue,
            };
            if items.is_empty() {
                continue;
            }
            let number = self.groups.len();
            self.groups.push(Rule {
                posts: group.posts,
                replies: group.replies,
                near: group.entries("Near").map(str::to_owned).collect(),
            });
            let unless: Vec<String> = group
                .entries("Unless")
                .map(|phrase| Folded::collapsed(phrase).as_str().to_owned())
                .collect();
            for item in items {
                self.item(number, group, item, &unless);
            }
        }
    }

    fn item(&mut self, number: usize, group: &Group, item: &str, unless: &[String]) {
        let (terms, prefer) = item.split_once('→').unwrap_or((item, ""));
        let mut prefer: Vec<String> = prefer
            .split(';')
            .map(|p| p.trim().to_owned())
            .filter(|p| !p.is_empty())
            .collect();
        let before = prefer.len();
        prefer.retain(|p| p != "(omit)");
        let omit = prefer.len() < before;
        for term in terms.split(',').map(str::trim).filter(|t| !t.is_empty()) {
            let forms = term.starts_with('~');
            let text = term.trim_start_matches('~');
            let what = match (prefer.as_slice(), omit) {
                ([], false) => String::new(),
                ([], true) => format!("Leave out {}. ", quoted(text)),
                (some, false) => format!("Say {}, not {}. ", any_of(some), quoted(text)),
                (some, true) => format!("Say {}, or leave out {}. ", any_of(some), quoted(text)),
            };
            let (before, text) = gapped(text);
            let folded = Folded::collapsed(text);
            let mut allowed = Vec::new();
            for phrase in unless {
                allow(phrase, folded.as_str(), &mut allowed);
            }
            for phrase in &prefer {
                let phrase = Folded::collapsed(phrase);
                allow(phrase.as_str(), folded.as_str(), &mut allowed);
            }
            self.terms.push(Term {
                group: number,
                forms,
                id: if group.rule.ends_with('/') {
                    rule_id(group.rule.trim_end_matches('/'), text)
                } else {
                    group.rule.clone()
                },
                text: text.to_owned(),
                prefer: prefer.clone(),
                omit,
                message: [what.as_str(), group.why.as_str()].concat(),
                allowed,
                before,
                silent: false,
            });
        }
    }

    /// Adds the terms to the automaton.
    pub fn collect(&self, into: &mut Collector) {
        for (n, term) in self.terms.iter().enumerate() {
            if term.forms {
                for form in inflect::forms(&term.text) {
                    into.add(Owner::Pack(n), &form, Reach::Prose);
                }
            } else {
                into.add(Owner::Pack(n), &term.text, Reach::Prose);
            }
        }
        for (n, group) in self.groups.iter().enumerate() {
            for near in &group.near {
                into.add(Owner::Near(n), near, Reach::Prose);
            }
        }
    }

    /// Leaves to the playbook what it has a say about; `literals` must hold the terms of [`PackWords::collect`].
    pub fn yield_to(&mut self, playbook: &Playbook, literals: &Literals) {
        let rules = playbook.words.iter();
        let words = rules.flat_map(|rule| rule.avoid.iter().chain(&rule.prefer));
        let names = playbook.names.iter().map(|n| &n.name);
        let claims = playbook.claims.iter().map(|c| &c.term);
        for text in words.chain(names).chain(claims) {
            for hit in literals.find(text, &Folded::collapsed(text), &[]) {
                if let Owner::Pack(n) = hit.owner
                    && let Some(term) = self.terms.get_mut(n)
                {
                    term.silent = true;
                }
            }
        }
    }

    fn term(&self, hit: Hit) -> Option<(&Rule, &Term)> {
        let Owner::Pack(n) = hit.owner else {
            return None;
        };
        let term = self.terms.get(n)?;
        Some((self.groups.get(term.group)?, term))
    }

    /// The sentences in which a near word of each group stands, by their first byte.
    fn near(&self, draft: &Prepared<'_>) -> HashMap<(usize, usize), ()> {
        let mut out = HashMap::new();
        for hit in &draft.hits {
            if let Owner::Near(group) = hit.owner
                && let Some(sentence) = draft.sentence_at(hit.source.start)
            {
                out.insert((group, sentence.start), ());
            }
        }
        out
    }
}

impl Check for PackWords {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        if !draft.hits.iter().any(|h| matches!(h.owner, Owner::Pack(_))) {
            return;
        }
        let near = self.near(draft);
        let level = |group: &Rule| match draft.draft.kind {
            ComposerKind::Post => group.posts,
            ComposerKind::Reply | ComposerKind::Review | ComposerKind::Message => group.replies,
        };
        let applies = |hit: &Hit| {
            self.term(*hit).is_some_and(|(group, term)| {
                let sentence = draft.sentence_at(hit.source.start).map_or(0, |s| s.start);
                !term.silent
                    && level(group).is_some()
                    && (group.near.is_empty() || near.contains_key(&(term.group, sentence)))
                    && !is_allowed(&term.allowed, draft, *hit)
                    && term.whole(draft, *hit).is_some()
                    && !draft.is_approved(hit.source)
            })
        };
        // What the playbook's own rules and the reply guard have found is theirs.
        let mut taken = Taken::default();
        for finding in out.iter().filter(|f| !f.span.is_empty()) {
            taken.take(finding.span);
        }
        for hit in longest(draft.hits.iter().copied().filter(applies).collect()) {
            let Some((group, term)) = self.term(hit) else {
                continue;
            };
            let Some(span) = term.whole(draft, hit) else {
                continue;
            };
            let Some(level) = level(group).filter(|_| taken.take(span)) else {
                continue;
            };
            out.extend(term.finding(draft, span, level));
        }
    }
}

impl Term {
    /// Where the whole term stands, with what it wants before it; none when that is not there.
    fn whole(&self, draft: &Prepared<'_>, hit: Hit) -> Option<Span> {
        let Some((head, gap)) = &self.before else {
            return Some(hit.source);
        };
        let at = draft
            .words
            .partition_point(|w| w.source.end <= hit.source.start);
        let first = at.checked_sub(gap + head.len())?;
        let same = head.iter().zip(draft.words.iter().skip(first));
        let all = same
            .into_iter()
            .all(|(want, token)| draft.word(*token) == want);
        let start = draft.words.get(first)?;
        let end = draft.words.get(at)?;
        (all && start.sentence == end.sentence)
            .then(|| Span::new(start.source.start, hit.source.end))
    }

    /// The finding; none when the text is right as it stands.
    fn finding(&self, draft: &Prepared<'_>, span: Span, level: Level) -> Option<Finding> {
        let prefer = inflect::alike(&self.text, span.of(draft.text), &self.prefer);
        let has_capitals = self.text.chars().any(char::is_uppercase);
        let fixes = replacements(draft, span, &prefer, self.omit, has_capitals)?;
        let mut finding = Finding::new(span, level, self.id.clone(), self.message.clone());
        if let Some((at, texts)) = fixes {
            finding.fix_span = (at != span).then_some(at);
            finding.fixes = texts;
        }
        Some(finding)
    }
}

//! `words/…`: say this, not that.

use cuecard_playbook::{Level, Playbook, Scope, WordRule};
use cuecard_text::case::capitalised;
use cuecard_text::{Folded, Span, is_word_edge, like};

use super::{Check, any_of, inflect, quoted, rule_id, sentence};
use crate::fixes::{self, Edit};
use crate::literals::{Collector, Hit, Literals, Owner, Reach, longest};
use crate::prepared::Prepared;
use crate::report::Finding;

/// All word rules of a playbook.
#[derive(Clone, Debug)]
pub struct Words {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
struct Rule {
    terms: Vec<Term>,
    prefer: Vec<String>,
    omit: bool,
    /// Its terms are found in their regular forms too.
    forms: bool,
    tail: String,
    level: Level,
    scope: Scope,
}

#[derive(Clone, Debug)]
struct Term {
    id: String,
    text: String,
    /// The playbook wrote it with capitals: the capitals are the term's own and say
    /// nothing about the case of what replaces it.
    has_capitals: bool,
    message: String,
    allowed: Vec<Allowed>,
}

/// A phrase in which the term is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Allowed {
    /// Folded.
    phrase: String,
    /// Where the term stands in it, in bytes.
    at: usize,
}

/// Adds the terms to the automaton.
pub fn collect(playbook: &Playbook, into: &mut Collector) {
    for (r, rule) in playbook.words.iter().enumerate() {
        let reach = if rule.in_hashtags {
            Reach::Hashtags
        } else {
            Reach::Prose
        };
        for (t, term) in rule.avoid.iter().enumerate() {
            if rule.forms {
                for form in inflect::forms(term) {
                    into.add(Owner::Word(r, t), &form, reach);
                }
            } else {
                into.add(Owner::Word(r, t), term, reach);
            }
        }
    }
}

impl Words {
    /// Reads the rules; `literals` must hold the terms of [`collect`].
    #[must_use]
    pub fn new(playbook: &Playbook, literals: &Literals) -> Self {
        let mut rules: Vec<Rule> = playbook.words.iter().map(Rule::new).collect();
        // A term may be part of a name that is spelled right: "Center" in "Cancer Center".
        for name in &playbook.names {
            let folded = Folded::collapsed(&name.name);
            for hit in literals.find(&name.name, &folded, &[]) {
                if let Owner::Word(r, t) = hit.owner
                    && let Some(term) = rules.get_mut(r).and_then(|rule| rule.terms.get_mut(t))
                {
                    term.allowed.push(Allowed {
                        phrase: folded.as_str().to_owned(),
                        at: hit.folded.start,
                    });
                }
            }
        }
        Self { rules }
    }

    fn find(&self, hit: Hit) -> Option<(&Rule, &Term)> {
        let Owner::Word(r, t) = hit.owner else {
            return None;
        };
        let rule = self.rules.get(r)?;
        Some((rule, rule.terms.get(t)?))
    }
}

impl Check for Words {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        let applies = |hit: &Hit| {
            self.find(*hit).is_some_and(|(rule, term)| {
                draft.in_scope(&rule.scope) && !is_allowed(&term.allowed, draft, *hit)
            })
        };
        for hit in longest(draft.hits.iter().copied().filter(applies).collect()) {
            if let Some((rule, term)) = self.find(hit) {
                out.extend(rule.finding(term, draft, hit.source));
            }
        }
    }
}

impl Rule {
    fn new(rule: &WordRule) -> Self {
        let mut tail = String::new();
        for part in [
            rule.why.as_deref().map(sentence),
            rule.unless
                .as_deref()
                .map(|u| sentence(&format!("Exception: {}", u.trim()))),
        ] {
            if let Some(part) = part.filter(|p| !p.is_empty()) {
                tail.push(' ');
                tail.push_str(&part);
            }
        }
        Self {
            terms: rule
                .avoid
                .iter()
                .map(|term| Term::new(term, rule))
                .collect(),
            prefer: rule.prefer.clone(),
            omit: rule.omit,
            forms: rule.forms,
            tail,
            level: rule.level,
            scope: rule.scope.clone(),
        }
    }

    /// The finding; none when the text is right as it stands: a rule from `covid-19` to `COVID-19` finds both.
    fn finding(&self, term: &Term, draft: &Prepared<'_>, span: Span) -> Option<Finding> {
        let prefer = if self.forms {
            inflect::alike(&term.text, span.of(draft.text), &self.prefer)
        } else {
            self.prefer.clone()
        };
        let fixes = replacements(draft, span, &prefer, self.omit, term.has_capitals)?;
        let mut finding = Finding::new(
            span,
            self.level,
            term.id.clone(),
            [&*term.message, &*self.tail].concat(),
        );
        if let Some((at, texts)) = fixes {
            finding.fix_span = (at != span).then_some(at);
            finding.fixes = texts;
        }
        Some(finding)
    }
}

impl Term {
    fn new(term: &str, rule: &WordRule) -> Self {
        let term = term.trim();
        let message = match (rule.prefer.as_slice(), rule.omit) {
            ([], true) => format!("Leave out {}.", quoted(term)),
            ([], false) => format!("The playbook avoids {}.", quoted(term)),
            (prefer, false) => format!("Say {}, not {}.", any_of(prefer), quoted(term)),
            (prefer, true) => format!("Say {}, or leave out {}.", any_of(prefer), quoted(term)),
        };
        let folded = Folded::collapsed(term);
        let mut allowed = Vec::new();
        let phrases = rule
            .unless
            .as_deref()
            .map(quoted_phrases)
            .unwrap_or_default();
        for phrase in &rule.prefer {
            allow(
                Folded::collapsed(phrase.trim()).as_str(),
                folded.as_str(),
                &mut allowed,
            );
        }
        for phrase in &phrases {
            let phrase = Folded::collapsed(phrase);
            if !allow(phrase.as_str(), folded.as_str(), &mut allowed) {
                // `free` unless "class": right where the two stand side by side.
                allow(
                    &[phrase.as_str(), folded.as_str()].join(" "),
                    folded.as_str(),
                    &mut allowed,
                );
                allow(
                    &[folded.as_str(), phrase.as_str()].join(" "),
                    folded.as_str(),
                    &mut allowed,
                );
            }
        }
        Self {
            id: rule_id("words", term),
            text: term.to_owned(),
            has_capitals: term.chars().any(char::is_uppercase),
            message,
            allowed,
        }
    }
}

/// Whether the term stands inside a phrase in which it is right.
pub(crate) fn is_allowed(allowed: &[Allowed], draft: &Prepared<'_>, hit: Hit) -> bool {
    let text = draft.folded.as_str();
    allowed.iter().any(|allowed| {
        let Some(start) = hit.folded.start.checked_sub(allowed.at) else {
            return false;
        };
        let end = start + allowed.phrase.len();
        text.get(start..end) == Some(allowed.phrase.as_str())
            && is_word_edge(text, start)
            && is_word_edge(text, end)
    })
}

/// The texts that may stand in a term's place, in its case, and what they replace; the inner none when
/// there is nothing to offer, none at all when the text is right as it stands.
#[allow(clippy::type_complexity, clippy::option_option)]
pub(crate) fn replacements(
    draft: &Prepared<'_>,
    span: Span,
    prefer: &[String],
    omit: bool,
    has_capitals: bool,
) -> Option<Option<(Span, Vec<String>)>> {
    let opens = draft.opens_sentence(span.start);
    let original = span.of(draft.text);
    let in_case = |prefer: &String| match (has_capitals, opens) {
        (false, _) => like(original, prefer),
        (true, true) => capitalised(prefer),
        (true, false) => prefer.clone(),
    };
    let texts: Vec<String> = prefer.iter().map(in_case).collect();
    let written = Folded::cased(original);
    let is_right = |text: &String| Folded::cased(text).as_str() == written.as_str();
    if texts.iter().chain(prefer).any(is_right) {
        return None;
    }
    let mut edits: Vec<Edit> = texts
        .iter()
        .map(|text| fixes::replace(draft.text, span, text))
        .collect();
    if omit {
        edits.push(fixes::delete(draft.text, span, opens));
    }
    Some(fixes::unify(draft.text, &edits))
}

/// Notes each place at which the term stands in the phrase (both folded); false when
/// it does not stand there, or is the whole phrase.
pub(crate) fn allow(phrase: &str, term: &str, out: &mut Vec<Allowed>) -> bool {
    let before = out.len();
    if term.is_empty() || phrase == term {
        return false;
    }
    for (at, _) in phrase.match_indices(term) {
        if is_word_edge(phrase, at) && is_word_edge(phrase, at + term.len()) {
            out.push(Allowed {
                phrase: phrase.to_owned(),
                at,
            });
        }
    }
    out.len() > before
}

/// The phrases that an exception puts in quotes, backquotes or emphasis.
fn quoted_phrases(unless: &str) -> Vec<String> {
    const PAIRS: [(char, char); 6] = [
        ('"', '"'),
        ('“', '”'),
        ('`', '`'),
        ('‘', '’'),
        ('_', '_'),
        ('*', '*'),
    ];
    let mut out = Vec::new();
    for (open, close) in PAIRS {
        let mut rest = unless;
        while let Some((_, after)) = rest.split_once(open) {
            let Some((phrase, next)) = after.split_once(close) else {
                break;
            };
            // `"free class," as` – the comma belongs to the sentence around it.
            let phrase =
                phrase.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';'));
            if !phrase.is_empty() {
                out.push(phrase.to_owned());
            }
            rest = next;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_phrases_are_taken_from_exceptions() {
        for (unless, want) in [
            ("it unlocks something", &[][..]),
            (
                "in \"emergency room nurse,\" or `ER Monthly`",
                &["emergency room nurse", "ER Monthly"][..],
            ),
            ("in “key card”", &["key card"][..]),
            ("the \"open quote", &[][..]),
        ] {
            assert_eq!(quoted_phrases(unless), want, "{unless}");
        }
    }
}

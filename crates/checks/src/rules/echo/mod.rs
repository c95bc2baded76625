//! What a reply repeats from the comment that it answers.
//!
//! A comment may disclose; the answer may not confirm it by saying it again. Compared are
//! clinical words, dates, numbers, places and rare phrases by stem ([`repeats`]), and names
//! ([`names`]); each finding has its place in the draft and in the comment. Which words are
//! clinical, and which are nobody's secret, is in `packs/reply-guard-echo.md`. The words that
//! the playbook itself says, in its replies, messages and names, never count.
//!
//! Both texts are read once, and what is compared is looked up by stem: linear in both.

mod names;
mod repeats;

use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Folded, Span, sentences, stem, words};
use rustc_hash::FxHashSet;

use crate::guard::pack::{Group, Pack};
use crate::prepared::{Prepared, Token, tokens};
use crate::report::Finding;
use names::Names;
use repeats::Repeats;

/// Compares a reply with its comment.
#[derive(Clone, Debug)]
pub struct Echo {
    lists: Lists,
    names: Names,
    repeats: Repeats,
    /// Level and reason of each of the two rules, from the pack.
    identity: Option<(Level, String)>,
    echo: Option<(Level, String)>,
}

/// Words that are nobody's secret.
#[derive(Clone, Debug, Default)]
struct Lists {
    /// Words of grammar.
    small: FxHashSet<String>,
    /// Words of any talk about a hospital, by stem; the playbook's own are in the second.
    common: FxHashSet<String>,
    ordinary: FxHashSet<String>,
    /// The playbook's names and its own words, as they stand, folded.
    own: FxHashSet<String>,
    /// Whole sentences of the playbook, folded.
    sentences: FxHashSet<String>,
    /// Numbers that make a sentence advice in an emergency.
    emergency: FxHashSet<String>,
}

/// A word of either text.
#[derive(Clone, Debug)]
struct Word<'a> {
    /// Folded, without a possessive ending.
    text: &'a str,
    /// Empty where the text is read for names only.
    stem: String,
    /// Where, in bytes of its text.
    span: Span,
    sentence: usize,
    /// It begins with a capital and is not all capitals.
    capital: bool,
    /// It is the first of its sentence.
    opens: bool,
}

/// A text as words, and which of its sentences ask.
#[derive(Clone, Debug, Default)]
struct Text<'a> {
    words: Vec<Word<'a>>,
    /// Of each sentence: it tells of somebody; a question about a service does not.
    tells: Vec<bool>,
}

impl<'a> Text<'a> {
    /// Takes a text as it was read: its words, and its sentences.
    fn new(
        text: &str,
        words: impl Iterator<Item = (Token, &'a str)>,
        sentences: &[Span],
        stems: bool,
    ) -> Self {
        let mut out = Self {
            words: Vec::new(),
            tells: sentences
                .iter()
                .map(|s| !s.of(text).trim_end().ends_with('?'))
                .collect(),
        };
        let mut last = None;
        for (token, word) in words {
            let (span, sentence) = (token.source, token.sentence);
            let plain = word.strip_suffix("'s").unwrap_or(word);
            if matches!(
                plain,
                "i" | "i'm" | "i've" | "my" | "me" | "our" | "us" | "mine"
            ) && let Some(tells) = out.tells.get_mut(sentence)
            {
                *tells = true;
            }
            let written = span.of(text);
            let mut letters = written.chars().filter(|c| c.is_alphabetic());
            let capital = letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase);
            out.words.push(Word {
                stem: if stems { stem(plain) } else { String::new() },
                text: plain,
                span,
                sentence,
                capital,
                opens: last != Some(sentence),
            });
            last = Some(sentence);
        }
        out
    }

    /// Marks the sentences of a reply that repeat nothing: those of the playbook, and advice
    /// in an emergency.
    fn leave_out(&mut self, draft: &Prepared<'_>, lists: &Lists) {
        for (sentence, tells) in draft.sentences.iter().zip(&mut self.tells) {
            let folded = Folded::collapsed(sentence.of(draft.text));
            *tells = !lists.sentences.contains(folded.as_str());
        }
        for word in self
            .words
            .iter()
            .filter(|w| lists.emergency.contains(w.text))
        {
            if let Some(tells) = self.tells.get_mut(word.sentence) {
                *tells = false;
            }
        }
    }

    fn text(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.text)
    }

    /// Whether two neighbours are in one sentence.
    fn joined(&self, at: usize) -> bool {
        let of = |at: usize| self.words.get(at).map(|w| w.sentence);
        of(at).is_some() && of(at) == of(at + 1)
    }
}

/// Something that stands in both texts.
struct Both {
    here: Span,
    there: Option<Span>,
}

impl Echo {
    /// Takes the lists of the pack, and the playbook's own words.
    pub(crate) fn new(pack: &Pack, playbook: &Playbook) -> Self {
        let list = |name: &str| crate::guard::phrases::words_of(name, &pack.classes);
        let mut lists = Lists {
            small: list("small").into_iter().collect(),
            common: list("ordinary").iter().map(|w| stem(w)).collect(),
            emergency: list("emergency").into_iter().collect(),
            ..Lists::default()
        };
        lists.common.extend(list("place").iter().map(|w| stem(w)));
        lists.ordinary.clone_from(&lists.common);
        for text in own_texts(playbook) {
            let folded = Folded::collapsed(text);
            for word in words(folded.as_str()) {
                let plain = word.text.strip_suffix("'s").unwrap_or(word.text);
                if lists.own.insert(plain.to_owned()) {
                    lists.ordinary.insert(stem(plain));
                }
            }
            let whole = sentences(text).into_iter().map(|s| s.of(text));
            lists
                .sentences
                .extend(whole.map(|s| Folded::collapsed(s).as_str().to_owned()));
        }
        let rule = |name: &str| {
            let group = pack.groups.iter().rfind(|g: &&Group| g.rule == name);
            group.map(|g| (g.level, g.why.clone()))
        };
        Self {
            names: Names::new(&list("greeting"), &list("relative"), playbook),
            repeats: Repeats::new(
                [&list("echoed")[..], &list("grave")[..]],
                &list("programs"),
                &list("month"),
            ),
            identity: rule("identity"),
            echo: rule("echo"),
            lists,
        }
    }

    /// Adds what the draft repeats, and whom it names. `fix` gives the place and the text of
    /// what may stand instead.
    pub(crate) fn check(
        &self,
        draft: &Prepared<'_>,
        fix: impl Fn(Span) -> (Span, String),
        out: &mut Vec<Finding>,
    ) {
        let comment = draft.draft.answering.unwrap_or_default();
        let compare = !comment.text.is_empty();
        let said = draft.words.iter().map(|token| (*token, draft.word(*token)));
        let mut reply = Text::new(draft.text, said, &draft.sentences, compare);
        let heard = Folded::collapsed(comment.text);
        let sentences = sentences(comment.text);
        let tokens = tokens(&heard, &sentences);
        let words = tokens.iter().map(|t| (*t, t.folded.of(heard.as_str())));
        let heard = Text::new(comment.text, words, &sentences, compare);
        let mut add = |rule: &str, level: Level, why: &str, both: Both| {
            let mut finding = Finding::new(both.here, level, format!("reply-guard/{rule}"), why);
            finding.source = both.there;
            let (at, text) = fix(both.here);
            finding.fix_span = Some(at);
            finding.fixes.push(text);
            out.push(finding);
        };
        let mut named: Vec<Span> = Vec::new();
        if let Some((level, why)) = &self.identity {
            let found = self.names.find(&reply, &heard, comment.author, &self.lists);
            for both in found {
                named.push(both.here);
                add("identity", *level, why, both);
            }
            for both in names::handles(draft, comment) {
                named.push(both.here);
                add("identity", (*level).min(Level::Warning), why, both);
            }
        }
        if let Some((level, why)) = self.echo.as_ref().filter(|_| compare) {
            reply.leave_out(draft, &self.lists);
            for both in self.repeats.find(&reply, &heard, &self.lists) {
                if !named.iter().any(|span| span.overlaps(both.here)) {
                    add("echo", *level, why, both);
                }
            }
        }
    }
}

/// What the playbook says itself: its replies and messages, its names and its roles.
fn own_texts(playbook: &Playbook) -> impl Iterator<Item = &str> {
    let replies = playbook.protocols.iter().flat_map(|p| &p.replies);
    let replies = replies.map(|r| r.text.as_str());
    let messages = playbook.messages.iter().map(|m| m.text.as_str());
    let names = playbook.names.iter().map(|n| n.name.as_str());
    let roles = playbook.roles.iter().map(|r| r.name.as_str());
    let brand = std::iter::once(playbook.brand.as_str());
    replies
        .chain(messages)
        .chain(names)
        .chain(roles)
        .chain(brand)
}

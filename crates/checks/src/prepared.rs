//! A draft, read once for all checks.

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Scope, audience_id};
use cuecard_text::{Folded, Span, Word, sentences, words};

use crate::literals::{Hit, Literals, Owner};
use crate::report::Draft;
use crate::zones::{Zone, zones};

/// How many approved claims that end behind a place are looked at.
const REACH: usize = 8;

/// A draft with everything that several checks need to know of it.
#[derive(Clone, Debug)]
pub struct Prepared<'a> {
    /// The draft as it came.
    pub draft: &'a Draft<'a>,
    /// Its text.
    pub text: &'a str,
    /// The text made comparable; white space runs are one space.
    pub folded: Folded,
    /// Words of the folded text.
    pub words: Vec<Token>,
    /// Sentences of the draft.
    pub sentences: Vec<Span>,
    /// Links, addresses, handles and hashtags.
    pub zones: Vec<Zone>,
    /// Where the playbook's terms stand.
    pub hits: Vec<Hit>,
    /// Where claims stand that were approved.
    pub approved: Vec<Span>,
}

/// A word of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where in the folded text.
    pub folded: Span,
    /// Where in the draft.
    pub source: Span,
    /// Number of its sentence.
    pub sentence: usize,
}

/// The words of a text, folded, that has these sentences.
pub(crate) fn tokens(folded: &Folded, sentences: &[Span]) -> Vec<Token> {
    let mut sentence = 0;
    let token = |word: Word<'_>| {
        let source = folded.source(word.span);
        while sentences
            .get(sentence)
            .is_some_and(|s| s.end <= source.start)
        {
            sentence += 1;
        }
        Token {
            folded: word.span,
            source,
            sentence,
        }
    };
    words(folded.as_str()).into_iter().map(token).collect()
}

impl<'a> Prepared<'a> {
    /// Reads a draft.
    #[must_use]
    pub fn new(draft: &'a Draft<'a>, literals: &Literals) -> Self {
        let text = draft.text;
        let folded = Folded::collapsed(text);
        let sentences = sentences(text);
        let zones = zones(text);
        let hits = literals.find(text, &folded, &zones);
        let words = tokens(&folded, &sentences);
        Self {
            draft,
            text,
            folded,
            words,
            sentences,
            zones,
            approved: hits
                .iter()
                .filter(|h| h.owner == Owner::Approved)
                .map(|h| h.source)
                .collect(),
            hits,
        }
    }

    /// A word's folded text.
    #[must_use]
    pub fn word(&self, token: Token) -> &str {
        token.folded.of(self.folded.as_str())
    }

    /// The sentence in which a byte of the draft stands.
    #[must_use]
    pub fn sentence_at(&self, byte: usize) -> Option<Span> {
        let i = self.sentences.partition_point(|s| s.end <= byte);
        self.sentences.get(i).copied().filter(|s| s.start <= byte)
    }

    /// Whether nothing but signs stands before a byte in its sentence.
    #[must_use]
    pub fn opens_sentence(&self, byte: usize) -> bool {
        let start = self.sentence_at(byte).map_or(0, |s| s.start);
        !Span::new(start, byte)
            .of(self.text)
            .chars()
            .any(char::is_alphanumeric)
    }

    /// Whether a place lies within a claim that was approved in its own words.
    #[must_use]
    pub fn is_approved(&self, span: Span) -> bool {
        // In the order of their ends. One that holds the place is the last to begin before it, or a longer one
        // that reaches over it: few do.
        let from = self.approved.partition_point(|claim| claim.end < span.end);
        let behind = self.approved.iter().skip(from).take(REACH);
        behind.into_iter().any(|claim| claim.contains(span))
    }

    /// Whether a rule with this scope applies to the draft.
    #[must_use]
    pub fn in_scope(&self, scope: &Scope) -> bool {
        let platform = self.draft.platform;
        let on_platform = scope.platforms.is_empty()
            || scope
                .platforms
                .iter()
                .any(|p| platform.is_some_and(|q| p.eq_ignore_ascii_case(q)));
        let kind = kind_name(self.draft.kind);
        // A draft whose readers are not known is for all of them.
        let to_audience = scope.audiences.is_empty()
            || self.draft.audience.is_none_or(|audience| {
                let id = audience_id(audience);
                scope.audiences.contains(&id)
            });
        on_platform
            && to_audience
            && (scope.kinds.is_empty() || scope.kinds.iter().any(|k| k.eq_ignore_ascii_case(kind)))
    }
}

/// A kind of composer as playbooks write it.
#[must_use]
pub fn kind_name(kind: ComposerKind) -> &'static str {
    match kind {
        ComposerKind::Post => "post",
        ComposerKind::Reply => "reply",
        ComposerKind::Review => "review",
        ComposerKind::Message => "message",
    }
}

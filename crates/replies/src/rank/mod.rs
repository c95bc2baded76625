//! Which class of known texts a text is most like.
//!
//! Five views of the words (stems, pairs, pieces, meanings, meanings near to each other), each weighted
//! by how few classes have the feature. A class is compared by its centre and by
//! its nearest single example. Everything is precomputed into inverted indexes, so
//! that a comment costs one walk over the lists of its own features.

mod features;
mod meaning;
mod senses;
mod space;
pub mod stop;
mod vectors;

use cuecard_text::{Span, sorted};

use self::features::Kind;
pub use self::features::{Token, tokens};
use self::meaning::Meaning;
use self::senses::Senses;
use self::space::{Example, Query, Space};
use self::vectors::Vectors;

/// The words of a text, as all of this crate reads them. Whoever has a [`Ranker`] asks that one, which is much faster.
#[must_use]
pub fn read_tokens(text: &str) -> Vec<Token> {
    tokens(text, &Senses::default())
}

/// The weights of the views; chosen on the suites.
const VIEWS: [(Kind, f32); 5] = [
    (Kind::Stem, 0.09),
    (Kind::Pair, 0.09),
    (Kind::Piece, 0.29),
    (Kind::Sense, 0.29),
    (Kind::Near, 0.24),
];
/// The share of the nearest example in a score; the rest is the centre's.
const NEAREST: f32 = 0.3;

/// Learns from classes of example texts; immutable afterwards.
#[derive(Clone, Debug)]
pub struct Ranker {
    senses: Senses,
    spaces: Vec<(Space, f32)>,
    /// None where the file of vectors does not read.
    meaning: Option<Meaning>,
    classes: usize,
    /// Of each example: its class.
    of: Vec<usize>,
}

/// A comment that was compared.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Likeness to each class: below 0 to about 1.
    pub scores: Vec<f32>,
    /// Of each class: whether it knows a word of the comment that carries a subject.
    pub named: Vec<bool>,
    /// The words of the comment.
    pub tokens: Vec<Token>,
    queries: Vec<Query>,
}

impl Ranker {
    /// Learns. Each class is a list of texts with a weight: 1 for a real comment,
    /// less for a heading or a lone phrase.
    #[must_use]
    pub fn new(classes: &[Vec<(&str, f32)>]) -> Self {
        let senses = Senses::default();
        let mut examples = Vec::new();
        for (class, texts) in classes.iter().enumerate() {
            for &(text, weight) in texts {
                let tokens = tokens(text, &senses);
                if !tokens.is_empty() {
                    examples.push(Example {
                        class,
                        tokens,
                        weight,
                    });
                }
            }
        }
        let spaces = VIEWS
            .iter()
            .map(|&(kind, weight)| (Space::new(kind, classes.len(), &examples), weight));
        Self {
            meaning: Vectors::standard()
                .map(|vectors| Meaning::new(vectors, classes.len(), &examples)),
            senses,
            spaces: spaces.collect(),
            classes: classes.len(),
            of: examples.iter().map(|e| e.class).collect(),
        }
    }

    /// The words of a text.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        tokens(text, &self.senses)
    }

    /// Compares a text with every class.
    #[must_use]
    pub fn compare(&self, text: &str) -> Compared {
        let tokens = tokens(text, &self.senses);
        let mut scores = vec![0.0f32; self.classes];
        let mut near = vec![0.0f32; self.of.len()];
        let mut queries = Vec::with_capacity(self.spaces.len());
        for (space, weight) in &self.spaces {
            let query = space.query(&tokens);
            space.compare(&query, *weight, &mut scores, &mut near);
            queries.push(query);
        }
        let mut nearest = vec![0.0f32; self.classes];
        for (&class, &likeness) in self.of.iter().zip(&near) {
            if let Some(best) = nearest.get_mut(class)
                && likeness > *best
            {
                *best = likeness;
            }
        }
        for (score, best) in scores.iter_mut().zip(nearest) {
            *score = (1.0 - NEAREST) * *score + NEAREST * best;
        }
        if let Some(meaning) = &self.meaning {
            meaning.compare(&tokens, &mut scores);
        }
        let mut named = vec![false; self.classes];
        if let (Some((space, _)), Some(query)) = (self.spaces.first(), queries.first()) {
            let bears = |word: usize| {
                tokens
                    .get(word)
                    .is_some_and(|t| !stop::is_stop_word(&t.plain))
            };
            space.named(query, bears, &mut named);
        }
        Compared {
            named,
            scores,
            tokens,
            queries,
        }
    }

    /// What each word of a compared comment gives to its likeness to a class, best
    /// first: its place and its share. Words that give nothing are left out.
    #[must_use]
    pub fn explain(&self, compared: &Compared, class: usize) -> Vec<(Span, f32)> {
        let mut shares = vec![0.0f32; compared.tokens.len()];
        for ((space, weight), query) in self.spaces.iter().zip(&compared.queries) {
            space.explain(query, class, *weight, &mut shares);
        }
        let out: Vec<(Span, f32)> = compared
            .tokens
            .iter()
            .zip(shares)
            .filter(|(t, share)| *share > 0.0 && !stop::is_stop_word(&t.plain))
            .map(|(t, share)| (t.span, share))
            .collect();
        sorted(out, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)))
    }
}

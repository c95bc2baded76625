//! The second opinion: which class of the escalation pack a comment reads like, where no phrase of the pack was heard.
//!
//! People are oblique. "took the rest of the bottle, dont bother" holds no phrase that a list
//! would have, and no list ends. So a linear model that was trained on comments written for it
//! (`training/`, `examples/train`) weighs every word, pair of words and piece of a word. It is small, it costs one
//! look at each feature, and it can say which words moved it.

mod features;
mod model;

#[cfg(test)]
mod tests;

pub use self::features::features;
pub use self::model::{MAGIC, Model, fingerprint};

use cuecard_text::{Span, sorted};

use crate::rank::Token;
use crate::rank::stop::is_stop_word;

/// The classes, in the order of the model. `none` first; the others as the escalation pack names them.
pub const CLASSES: [&str; 16] = [
    "none",
    "self-harm",
    "threat",
    "medical-emergency",
    "active-incident",
    "allegation-of-harm",
    "privacy-breach",
    "adverse-event",
    "discrimination",
    "legal-threat",
    "press",
    "elected-official",
    "employee-misconduct",
    "infection-outbreak",
    "minors",
    "account-compromise",
];

/// So many of them, after `none`, are crises.
pub const CRISES: usize = 4;

/// A sum over more features is divided by their number to this power: a long comment is neither
/// surer nor less sure than a short one. Chosen on `suite/practice.tsv` and `suite/practice-2.tsv`.
const LENGTH: f32 = 0.35;
/// A comment with fewer features (some eight words have so many) is taken to have so many: "Enjoyed." says too little to be sure of anything.
const SHORT: usize = 60;

/// What the sum over so many features is divided by.
#[must_use]
pub fn length(features: usize) -> f32 {
    (features.max(SHORT) as f32).powf(LENGTH)
}

/// What the model makes of a comment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opinion {
    /// Probability of each of [`CLASSES`]; together 1.
    pub chances: [f32; CLASSES.len()],
}

impl Opinion {
    /// Probability that somebody must be told, whatever the class.
    #[must_use]
    pub fn grave(&self) -> f32 {
        1.0 - self.chances.first().copied().unwrap_or(1.0)
    }

    /// Probability of a crisis: of the classes that the escalation pack gives that level.
    #[must_use]
    pub fn crisis(&self) -> f32 {
        self.chances.iter().skip(1).take(CRISES).sum()
    }

    /// The likeliest class other than `none`, by its number.
    #[must_use]
    pub fn class(&self) -> usize {
        let all = self.chances.iter().enumerate().skip(1);
        all.max_by(|a, b| a.1.total_cmp(b.1))
            .map_or(0, |(class, _)| class)
    }
}

/// Weighs the words of a comment.
#[must_use]
pub fn opinion(model: &Model, tokens: &[Token]) -> Opinion {
    let features: Vec<u32> = features(tokens)
        .into_iter()
        .map(|(feature, _)| feature)
        .collect();
    opinion_of(model, &features)
}

/// The same for the [`features`] of a comment, each once.
#[must_use]
pub fn opinion_of(model: &Model, features: &[u32]) -> Opinion {
    let length = length(features.len());
    let mut scores = model.bias;
    for weights in features.iter().filter_map(|f| model.weights(*f)) {
        for (score, weight) in scores.iter_mut().zip(weights) {
            *score += weight / length;
        }
    }
    softmax(&mut scores);
    Opinion { chances: scores }
}

/// The words that moved the model to a class rather than to `none`, those that moved it most first. Words that
/// carry no subject are left out.
#[must_use]
pub fn reasons(model: &Model, tokens: &[Token], class: usize) -> Vec<(Span, f32)> {
    let mut shares = vec![0.0f32; tokens.len()];
    for (feature, word) in features(tokens) {
        let Some(weights) = model.weights(feature) else {
            continue;
        };
        if let (Some(sum), [none, ..], Some(own)) =
            (shares.get_mut(word), weights, weights.get(class))
        {
            *sum += own - none;
        }
    }
    let words = tokens
        .iter()
        .zip(shares)
        .filter(|(token, _)| !is_stop_word(&token.plain))
        .map(|(token, share)| (token.span, share));
    sorted(words.filter(|(_, share)| *share > 0.0).collect(), |a, b| {
        b.1.total_cmp(&a.1).then(a.0.cmp(&b.0))
    })
}

/// Scores to probabilities.
pub fn softmax(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    for score in scores.iter_mut() {
        *score = (*score - most).exp();
    }
    let sum: f32 = scores.iter().sum();
    for score in scores.iter_mut() {
        *score /= sum;
    }
}

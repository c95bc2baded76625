//! Likeness by what words mean: of the sum of a comment's word vectors to those of the examples.

use super::features::Token;
use super::space::Example;
use super::vectors::Vectors;

/// The share of the nearest example in the likeness; the rest is the centre's.
const NEAREST: f32 = 0.5;
/// The share of this likeness in a score; the rest is that of the letters. Chosen on the suites: more helps comments in
/// words of their own, and hurts where classes differ by a single word (banking77).
const SHARE: f32 = 0.15;

/// Examples and classes as vectors of length 1.
#[derive(Clone, Debug)]
pub struct Meaning {
    vectors: Vectors,
    /// What all examples have in common; it says nothing, and is taken away.
    common: Vec<f32>,
    /// Of each example: its class, its vector.
    examples: Vec<(usize, Vec<f32>)>,
    /// Of each class: its centre.
    centres: Vec<Vec<f32>>,
}

impl Meaning {
    /// Learns. `classes` is the number of classes.
    pub fn new(vectors: Vectors, classes: usize, examples: &[Example]) -> Self {
        let size = vectors.size();
        let mut own: Vec<(usize, Vec<f32>)> = examples
            .iter()
            .map(|e| (e.class, unit(vectors.sum(&e.tokens))))
            .collect();
        let mut common = vec![0.0f32; size];
        for (_, vector) in &own {
            add(&mut common, vector, 1.0 / examples.len().max(1) as f32);
        }
        let mut centres = vec![vec![0.0f32; size]; classes];
        for ((class, vector), example) in own.iter_mut().zip(examples) {
            *vector = apart(std::mem::take(vector), &common);
            if let Some(centre) = centres.get_mut(*class) {
                add(centre, vector, example.weight);
            }
        }
        Self {
            vectors,
            common,
            examples: own,
            centres: centres.into_iter().map(unit).collect(),
        }
    }

    /// Takes the likeness into the score of each class. A comment of strange words leaves the scores' order as it is.
    pub fn compare(&self, tokens: &[Token], scores: &mut [f32]) {
        let query = apart(unit(self.vectors.sum(tokens)), &self.common);
        let mut nearest = vec![0.0f32; self.centres.len()];
        for (class, vector) in &self.examples {
            if let Some(best) = nearest.get_mut(*class) {
                *best = best.max(dot(vector, &query));
            }
        }
        for ((score, centre), near) in scores.iter_mut().zip(&self.centres).zip(nearest) {
            let likeness = (1.0 - NEAREST) * dot(centre, &query) + NEAREST * near;
            *score = (1.0 - SHARE) * *score + SHARE * likeness;
        }
    }
}

/// A vector of length 1 without what all have in common; nought stays nought.
fn apart(vector: Vec<f32>, common: &[f32]) -> Vec<f32> {
    if vector.iter().all(|v| *v == 0.0) {
        return vector;
    }
    let mut vector = vector;
    add(&mut vector, common, -1.0);
    unit(vector)
}

fn add(to: &mut [f32], vector: &[f32], times: f32) {
    for (sum, v) in to.iter_mut().zip(vector) {
        *sum += v * times;
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = dot(&vector, &vector).sqrt();
    if length > 0.0 {
        for v in &mut vector {
            *v /= length;
        }
    }
    vector
}

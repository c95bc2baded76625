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
    /// Of each example: its class.
    of: Vec<usize>,
    /// The examples' vectors, end to end.
    examples: Vec<f32>,
    /// The classes' centres, end to end.
    centres: Vec<f32>,
}

impl Meaning {
    /// Learns. `classes` is the number of classes.
    pub fn new(vectors: Vectors, classes: usize, examples: &[Example]) -> Self {
        let size = vectors.size();
        let own: Vec<Vec<f32>> = examples
            .iter()
            .map(|e| unit(vectors.sum(&e.tokens)))
            .collect();
        let mut common = vec![0.0f32; size];
        for vector in &own {
            add(&mut common, vector, 1.0 / examples.len().max(1) as f32);
        }
        let mut centres = vec![vec![0.0f32; size]; classes];
        let mut flat = Vec::with_capacity(size * examples.len());
        for (vector, example) in own.into_iter().zip(examples) {
            let vector = apart(vector, &common);
            if let Some(centre) = centres.get_mut(example.class) {
                add(centre, &vector, example.weight);
            }
            flat.extend(vector);
        }
        Self {
            vectors,
            common,
            of: examples.iter().map(|e| e.class).collect(),
            examples: flat,
            centres: centres.into_iter().flat_map(unit).collect(),
        }
    }

    /// Takes the likeness into the score of each class. A comment of strange words leaves the scores' order as it is.
    pub fn compare(&self, tokens: &[Token], scores: &mut [f32]) {
        let query = apart(unit(self.vectors.sum(tokens)), &self.common);
        let each = |vectors| <[f32]>::chunks_exact(vectors, query.len().max(1));
        let mut nearest = vec![0.0f32; scores.len()];
        for (class, vector) in self.of.iter().zip(each(&self.examples)) {
            if let Some(best) = nearest.get_mut(*class) {
                *best = best.max(dot(vector, &query));
            }
        }
        for ((score, centre), near) in scores.iter_mut().zip(each(&self.centres)).zip(nearest) {
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
    // In lanes, which the compiler may take several at a time: a sum in one row it must leave in its order.
    let mut lanes = [0.0f32; 8];
    let (a, rest) = a.as_chunks::<8>();
    let (b, last) = b.as_chunks::<8>();
    for (x, y) in a.iter().zip(b) {
        for (lane, (x, y)) in lanes.iter_mut().zip(x.iter().zip(y)) {
            *lane += x * y;
        }
    }
    let rest = rest.iter().zip(last).map(|(x, y)| x * y);
    lanes.iter().sum::<f32>() + rest.sum::<f32>()
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

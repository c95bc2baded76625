//! Multinomial logistic regression, by gradients of one comment at a time (AdaGrad), with a penalty for
//! large weights. The order of the comments is shuffled by a fixed generator.

use std::collections::BTreeMap;

use cuecard_replies::classify::{CLASSES, length};

use super::data::Known;

/// A feature is learned when at least this many comments have it.
const SEEN: usize = 2;
/// How often all comments are gone through.
const ROUNDS: usize = 25;
/// The first step's length.
const RATE: f32 = 0.25;
/// The penalty for half the square of a weight, against the loss of all comments together. Chosen with `-- try`.
const PENALTY: f32 = 1.0;

/// What was learned: the weights of every feature and class, and where the classes begin. A rarer feature's weight is
/// multiplied by its rarity already.
pub struct Fitted {
    pub weights: BTreeMap<u32, [f32; CLASSES.len()]>,
    pub bias: [f32; CLASSES.len()],
    /// How many comments have the feature.
    pub seen: BTreeMap<u32, usize>,
}

pub fn fit(comments: &[Known]) -> Fitted {
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for feature in comments.iter().flat_map(|c| &c.features) {
        *seen.entry(*feature).or_default() += 1;
    }
    seen.retain(|_, count| *count >= SEEN);
    let rows: BTreeMap<u32, usize> = seen.keys().enumerate().map(|(row, f)| (*f, row)).collect();
    let rarity: Vec<f32> = seen
        .values()
        .map(|n| ((1 + comments.len()) as f32 / (1 + n) as f32).ln())
        .collect();
    let counts: Vec<f32> = seen.values().map(|n| *n as f32).collect();
    let vectors: Vec<(Vec<(usize, f32)>, usize)> = comments
        .iter()
        .map(|c| {
            let length = length(c.features.len());
            let known = c.features.iter().filter_map(|f| rows.get(f));
            (
                known.map(|&row| (row, rarity[row] / length)).collect(),
                c.class,
            )
        })
        .collect();
    let mut weights = vec![[0.0f32; CLASSES.len()]; rows.len()];
    let mut slopes = vec![[1e-6f32; CLASSES.len()]; rows.len()];
    let mut bias = [0.0f32; CLASSES.len()];
    let mut bias_slopes = [1e-6f32; CLASSES.len()];
    let mut order: Vec<usize> = (0..vectors.len()).collect();
    let mut random: u64 = 20_261_128;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut random);
        for &at in &order {
            let (vector, class) = &vectors[at];
            let mut scores = bias;
            for &(row, value) in vector {
                for (score, weight) in scores.iter_mut().zip(&weights[row]) {
                    *score += weight * value;
                }
            }
            cuecard_replies::classify::softmax(&mut scores);
            scores[*class] -= 1.0;
            for (c, error) in scores.iter().enumerate() {
                bias_slopes[c] += error * error;
                bias[c] -= RATE * error / bias_slopes[c].sqrt();
            }
            for &(row, value) in vector {
                for (c, error) in scores.iter().enumerate() {
                    // The comments that have the feature share its penalty.
                    let slope = error * value + PENALTY * weights[row][c] / counts[row];
                    slopes[row][c] += slope * slope;
                    weights[row][c] -= RATE * slope / slopes[row][c].sqrt();
                }
            }
        }
    }
    let scaled = rows
        .iter()
        .map(|(&feature, &row)| (feature, weights[row].map(|w| w * rarity[row])));
    Fitted {
        weights: scaled.collect(),
        bias,
        seen,
    }
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        *random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(i, (*random >> 33) as usize % (i + 1));
    }
}

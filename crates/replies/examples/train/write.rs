//! The model file: only the features that matter, each weight in four bits.

use cuecard_replies::classify::{CLASSES, MAGIC};

use super::fit::Fitted;

/// How many features are kept. More helps little, and costs ten bytes each: `-- try`.
const KEPT: usize = 20_000;

/// The bytes of a model: see `src/classify/model.rs` for their form.
pub fn model(fitted: &Fitted, trained_on: u64) -> Vec<u8> {
    let kept = kept(fitted);
    let largest = kept.iter().map(|(_, weights)| most(weights));
    let step = largest.fold(0.0f32, f32::max) / 7.0 / 255.0;
    let mut out = MAGIC.to_vec();
    out.extend(trained_on.to_le_bytes());
    out.extend(step.to_le_bytes());
    out.extend(fitted.bias.iter().flat_map(|b| b.to_le_bytes()));
    out.extend((kept.len() as u32).to_le_bytes());
    let mut last = 0u32;
    for (feature, weights) in kept {
        number(&mut out, feature - last);
        last = feature;
        let steps = (most(&weights) / 7.0 / step).ceil().clamp(1.0, 255.0);
        out.push(steps as u8);
        let unit = steps * step;
        let four = |w: f32| ((w / unit).round().clamp(-7.0, 7.0) + 8.0) as u8;
        out.extend(
            weights
                .chunks_exact(2)
                .map(|w| four(w[0]) | (four(w[1]) << 4)),
        );
    }
    out
}

/// The features that matter most, in rising order. A large weight of a rare feature matters as much as a small
/// one of a common feature; what is equal for all classes says nothing.
fn kept(fitted: &Fitted) -> Vec<(u32, [f32; CLASSES.len()])> {
    let mut all: Vec<(f32, u32, [f32; CLASSES.len()])> = fitted
        .weights
        .iter()
        .map(|(&feature, weights)| {
            let often = fitted.seen.get(&feature).map_or(0.0, |n| *n as f32);
            let square: f32 = weights.iter().map(|w| w * w).sum();
            (square * often, feature, *weights)
        })
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    all.truncate(KEPT);
    let mut kept: Vec<_> = all
        .into_iter()
        .map(|(_, feature, weights)| (feature, weights))
        .collect();
    kept.sort_unstable_by_key(|(feature, _)| *feature);
    kept
}

fn most(weights: &[f32; CLASSES.len()]) -> f32 {
    weights.iter().map(|w| w.abs()).fold(0.0, f32::max)
}

fn number(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

//! From likeness to an estimate.

/// Slope and middle of the logistic curve from likeness to the chance that the
/// protocol is the kind of thing the comment is about. Chosen so that three in four
/// of the sample's examples, each left out in turn, are still offered something,
/// and chatter is not (`examples/suites`, `tests/comments.rs`).
const SLOPE: f32 = 22.0;
const MIDDLE: f32 = 0.15;

/// The chance, 0–1, that a protocol with this likeness fits at all.
pub fn fits(likeness: f32) -> f32 {
    let x = SLOPE * (likeness - MIDDLE);
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_likeness_is_more_chance() {
        let all: Vec<f32> = (-10..=20).map(|i| fits(i as f32 / 10.0)).collect();
        assert!(all.windows(2).all(|w| w[0] <= w[1]));
        assert!(all.iter().all(|p| (0.0..=1.0).contains(p)));
        assert!(fits(0.0) < 0.05 && fits(0.6) > 0.9);
    }
}

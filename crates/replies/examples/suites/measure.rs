//! The figures of a ranking.

use super::data::Labelled;
use cuecard_replies::rank::Ranker;

/// What came out for one draw.
#[derive(Default, Clone, Copy)]
pub struct Figures {
    /// Share of texts whose label came first.
    pub top1: f64,
    /// Share of texts whose label was among the first three.
    pub top3: f64,
    /// Area under the curve of best scores, known labels against all others.
    pub auroc: f64,
}

/// Learns from `train` and ranks `test`; labels that `train` lacks are out of scope.
pub fn measure(train: &[Labelled], test: &[Labelled]) -> (Figures, Vec<(f32, bool)>) {
    let mut labels: Vec<&str> = train.iter().map(|(_, l)| l.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    let classes: Vec<Vec<(&str, f32)>> = labels
        .iter()
        .map(|l| {
            let of = train.iter().filter(|(_, label)| label == l);
            of.map(|(t, _)| (t.as_str(), 1.0)).collect()
        })
        .collect();
    let ranker = Ranker::new(&classes);
    let (mut first, mut three, mut known) = (0usize, 0usize, 0usize);
    let mut best = Vec::new();
    for (text, label) in test {
        let scores = ranker.compare(text).scores;
        let top = scores.iter().copied().fold(f32::MIN, f32::max);
        let want = labels.binary_search(&label.as_str()).ok();
        best.push((top, want.is_some()));
        if let Some(score) = want.and_then(|w| scores.get(w)) {
            known += 1;
            let above = scores.iter().filter(|s| *s > score).count();
            first += usize::from(above == 0);
            three += usize::from(above < 3);
        }
    }
    let share = |n: usize| n as f64 / known.max(1) as f64;
    let figures = Figures {
        top1: share(first),
        top3: share(three),
        auroc: auroc(&best),
    };
    (figures, best)
}

/// Area under the receiver operating characteristic; ties count half.
pub fn auroc(scores: &[(f32, bool)]) -> f64 {
    let mut sorted = scores.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut area) = (0.0, 0.0);
    for group in sorted.chunk_by(|a, b| a.0 == b.0) {
        let bad = group.iter().filter(|g| !g.1).count() as f64;
        let good = group.len() as f64 - bad;
        area += good * (below + bad / 2.0);
        below += bad;
    }
    let good = sorted.iter().filter(|g| g.1).count() as f64;
    area / (good * below).max(1.0)
}

//! How well comments are understood that were not learned from.

use cuecard_replies::classify::{CLASSES, CRISES, Model, opinion_of};

use super::data::Known;

/// Prints, for some shares of false alarms among the calm comments, how many of the others are heard.
pub fn judge(name: &str, model: &[u8], comments: &[Known]) {
    let Some(model) = Model::read(model) else {
        println!("MISSED  {name}: the model does not read");
        return;
    };
    let mut calm: Vec<f32> = Vec::new();
    let (mut crises, mut serious, mut right) = (Vec::new(), Vec::new(), 0usize);
    for comment in comments {
        let opinion = opinion_of(&model, &comment.features);
        match comment.class {
            0 => calm.push(opinion.grave()),
            class if class <= CRISES => crises.push(opinion.grave()),
            _ => serious.push(opinion.grave()),
        }
        right += usize::from(comment.class > 0 && opinion.class() == comment.class);
    }
    calm.sort_by(|a, b| b.total_cmp(a));
    for share in [0.02, 0.05, 0.10] {
        let floor = calm
            .get((calm.len() as f64 * share) as usize)
            .copied()
            .unwrap_or(1.0);
        let heard = |all: &[f32]| {
            all.iter().filter(|g| **g > floor).count() as f64 / all.len().max(1) as f64
        };
        println!(
            "{name}: false {share:.2} (from {floor:.3}): crisis {:.3}, serious {:.3}",
            heard(&crises),
            heard(&serious)
        );
    }
    let escalating = crises.len() + serious.len();
    println!(
        "{name}: of {} classes, right {:.3}",
        CLASSES.len(),
        right as f64 / escalating.max(1) as f64
    );
}

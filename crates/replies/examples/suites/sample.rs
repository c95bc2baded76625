//! The sample playbook against itself: each example left out in turn, and against
//! texts that are surely about something else.

use cuecard_playbook::{Playbook, compile};
use cuecard_replies::{Comment, Pack, Replier};

use super::data::{Labelled, clinc, labelled};
use super::measure::auroc;

/// The sample playbook of the extension.
pub fn playbook() -> Option<Playbook> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../static/playbook/wrenfield.md"
    );
    let source = std::fs::read_to_string(path).ok()?;
    Some(compile(&source).playbook)
}

/// The pack that was named (`some/pack.md`), else the program's own: a pack can be tried
/// without building the program anew.
pub fn pack() -> Pack {
    let named = std::env::args().find(|a| a.ends_with(".md"));
    match named.map(std::fs::read_to_string) {
        Some(Ok(text)) => Pack::read(&text),
        Some(Err(why)) => {
            println!("MISSED: the pack that was named cannot be read: {why}");
            Pack::standard()
        }
        None => Pack::standard(),
    }
}

/// The playbook ready to answer.
pub fn replier(playbook: &Playbook) -> Replier {
    Replier::with_pack(playbook, &pack())
}

/// Prints the figures.
pub fn run() {
    let Some(playbook) = playbook() else {
        println!("LEFT OUT: no sample playbook");
        return;
    };
    let (mut all, mut first, mut three, mut silent) = (0usize, 0usize, 0usize, 0usize);
    let mut chances: Vec<(f32, bool)> = Vec::new();
    for (p, protocol) in playbook.protocols.iter().enumerate() {
        for (e, text) in protocol.examples.iter().enumerate() {
            let mut without = playbook.clone();
            if let Some(p) = without.protocols.get_mut(p) {
                p.examples.remove(e);
            }
            let comment = Comment { text, author: None };
            let answer = Replier::new(&without).answer(&comment, None);
            let id = |told: &str| told == protocol.id;
            let place = answer.replies.iter().position(|s| id(&s.protocol));
            let told = answer.escalation.as_ref().is_some_and(|e| id(&e.protocol));
            all += 1;
            first += usize::from(told || (answer.escalation.is_none() && place == Some(0)));
            three += usize::from(told || place.is_some_and(|p| p < 3));
            silent += usize::from(answer.escalation.is_none() && answer.replies.is_empty());
            chances.push((1.0 - answer.none, true));
        }
    }
    let replier = replier(&playbook);
    let mut strange: Vec<Labelled> = clinc("train");
    strange.extend(clinc("oos_train"));
    strange.extend(labelled("banking77/train.csv", 0, 1));
    let (mut offered, mut told, mut asked) = (0usize, 0usize, 0usize);
    for (text, _) in strange.iter().step_by(5) {
        let answer = replier.answer(&Comment { text, author: None }, None);
        asked += 1;
        told += usize::from(answer.escalation.is_some());
        offered += usize::from(!answer.replies.is_empty() && answer.escalation.is_none());
        chances.push((1.0 - answer.none, false));
    }
    let share = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
    println!(
        "sample, one left out of {all}: top-1 {:.1}, top-3 {:.1}, nothing offered {:.1}; against {asked} texts on banking and the like: AUROC {:.3}, offered {:.1} %, escalated {:.1} %",
        share(first, all),
        share(three, all),
        share(silent, all),
        auroc(&chances),
        share(offered, asked),
        share(told, asked)
    );
    for p in (1..10).map(|p| p as f32 / 10.0) {
        let near: Vec<&(f32, bool)> = chances.iter().filter(|c| (c.0 - p).abs() < 0.05).collect();
        let good = near.iter().filter(|c| c.1).count();
        let bad = near.len() - good;
        println!("  chance {p:.1}: {good} known, {bad} strange");
    }
}

//! The ranking measured on suites that nobody of this project wrote:
//! `cargo run --release -p cuecard-replies --example suites`.
#![allow(clippy::print_stdout)]

mod data;
mod escalation;
mod measure;
mod sample;
mod speed;

use data::{Draw, clinc, folder, labelled};
use measure::{Figures, measure};

const DRAWS: u64 = 5;

fn main() {
    if folder().is_none() {
        println!("LEFT OUT: no suites at ../shared/suites (set CUECARD_SUITES)");
        return;
    }
    let banking = labelled("banking77/train.csv", 0, 1);
    let (train, mut test) = (clinc("train"), clinc("val"));
    test.extend(clinc("oos_train"));
    test.extend(clinc("oos_val"));
    println!("suite               top-1   top-3   AUROC    target");
    for (n, target) in [(5, "66 / 84"), (10, "74 / 90")] {
        let f = mean(|draw| {
            let (taken, left) = draw.split(&banking, n);
            measure(&taken, &left).0
        });
        show(&format!("banking77, {n}"), f, false, target);
    }
    for (n, target) in [(5, "74 / 89, .88"), (10, "80 / 92")] {
        let f = mean(|draw| measure(&draw.split(&train, n).0, &test).0);
        show(&format!("clinc150, {n}"), f, true, target);
    }
    let known = labelled("hint3/curekart_train.csv", 0, 1);
    let asked = labelled("hint3/curekart_test.csv", 0, 1);
    show(
        "hint3 curekart",
        measure(&known, &asked).0,
        true,
        "– / 93, .85",
    );
    speed::run();
    sample::run();
    escalation::run();
}

/// The mean of five draws that can be repeated.
fn mean(one: impl Fn(&mut Draw) -> Figures) -> Figures {
    let mut sum = Figures::default();
    for seed in 1..=DRAWS {
        let f = one(&mut Draw(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        sum.top1 += f.top1 / DRAWS as f64;
        sum.top3 += f.top3 / DRAWS as f64;
        sum.auroc += f.auroc / DRAWS as f64;
    }
    sum
}

fn show(name: &str, f: Figures, scope: bool, target: &str) {
    let auroc = if scope {
        format!("{:.3}", f.auroc)
    } else {
        "–".to_owned()
    };
    let (one, three) = (100.0 * f.top1, 100.0 * f.top3);
    println!("{name:<18} {one:6.1}  {three:6.1}   {auroc:<7}  {target}");
}

//! Ranking and escalation measured on suites that nobody of this project wrote:
//! `cargo run --release -p cuecard-replies --example suites`.
//!
//! With names, only those parts: `-- ranking speed sample escalation practice`; `show`
//! says which cases were missed. The comments that were set aside (`set-aside`,
//! `third-aside`, `oblique-aside`), on which nothing may be tuned, are run only when they are named. A
//! path that ends with `.tsv` is another file of that form; one that ends with `.md` is a
//! pack that escalates instead of the program's own. `lines` says how many comments of those
//! files each phrase of the pack hears by itself.
//!
//! `-- write FOLDER` measures nothing and writes what the speed is measured on, for `cargo xtask measure engine`.
#![allow(clippy::print_stdout)]

mod aside;
mod data;
mod escalation;
mod lines;
mod measure;
mod ranking;
mod sample;
mod speed;

fn main() -> std::io::Result<()> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    if let [what, folder] = named.as_slice()
        && what == "write"
    {
        if data::folder().is_some() {
            speed::write(std::path::Path::new(folder))?;
        }
        return Ok(());
    }
    let asked = |part: &str| named.iter().any(|n| n == part);
    let show = asked("show");
    let all = named.iter().all(|n| n == "show" || n.ends_with(".md"));
    if data::folder().is_none() {
        println!("LEFT OUT: no suites at ../shared/suites (set CUECARD_SUITES)");
    } else {
        if all || asked("ranking") {
            ranking::run();
        }
        if all || asked("speed") {
            speed::run();
        }
        if all || asked("sample") {
            sample::run();
        }
        if all || asked("escalation") {
            escalation::run(show);
        }
    }
    for file in aside::FILES {
        if asked(file) || (all && file == "practice") {
            aside::run(file, show);
        }
    }
    let files: Vec<&String> = named.iter().filter(|n| n.ends_with(".tsv")).collect();
    if asked("lines") {
        lines::run(&sample::pack(), &files);
    } else {
        for file in files {
            aside::run(file, show);
        }
    }
    Ok(())
}

/// One line of the table: what was measured, what is asked, whether it is met.
fn target(figure: &str, asked: &str, met: bool) {
    let word = if met { "met" } else { "MISSED" };
    println!("{word:<7} {figure}   (target {asked})");
}

//! Ranking and escalation measured on suites that nobody of this project wrote:
//! `cargo run --release -p cuecard-replies --example suites`.
//!
//! With names, only those parts: `-- ranking speed sample escalation set-aside`; `show`
//! says which cases were missed. The set-aside comments are run only when they are named.
//!
//! `-- write FOLDER` measures nothing and writes what the speed is measured on, for `cargo xtask measure engine`.
#![allow(clippy::print_stdout)]

mod data;
mod escalation;
mod measure;
mod ranking;
mod sample;
mod set_aside;
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
    let all = named.iter().all(|n| n == "show");
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
    if asked("set-aside") {
        set_aside::run(show);
    }
    Ok(())
}

/// One line of the table: what was measured, what is asked, whether it is met.
fn target(figure: &str, asked: &str, met: bool) {
    let word = if met { "met" } else { "MISSED" };
    println!("{word:<7} {figure}   (target {asked})");
}

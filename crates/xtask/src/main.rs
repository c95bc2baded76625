//! The one front door: `cargo xtask build | test | check | demo | size | types`.
//!
//! Everything a fresh machine lacks is installed here or named in one line, so
//! that git, rustup and Node 20 are all that a person has to bring.
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout)]

mod build;
mod check;
mod demo;
mod engine;
mod licences;
mod manifest;
mod measure;
mod panics;
mod run;
mod size;
mod test;
mod tidy;
mod tools;
mod types;

use run::Outcome;

const USAGE: &str = "\
cargo xtask build            dist/chromium and dist/firefox, ready to load; [--fast] with large modules, for trying things
cargo xtask demo             a browser with the extension on the demo pages; [--browser firefox] [--headless]
cargo xtask test             all tests; [--native | --browser] for a part, [--only NAME] for one browser test
cargo xtask check            format, clippy, TypeScript's types, licences, tidiness
cargo xtask size             size of the WASM modules, raw and brotli
cargo xtask measure          figures beside their targets; [chromium|firefox] [size] [engine] [start] [painted] [thread] [rest] [harper] [--quick]
cargo xtask shots            screenshots of every state on all demo pages, in both browsers
cargo xtask pack             a compiled playbook as the extension keeps it, from its JSON on the standard input
cargo xtask types            only the generated files of extension/content/generated";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let outcome: Outcome = match command {
        "build" if rest.iter().any(|a| a == "--fast") => build::fast().map(|()| true),
        "build" => build::build().map(|()| true),
        "test" => test::test(rest),
        "check" => check::check(),
        "demo" => demo::demo(rest),
        "size" => build::build().and_then(|()| size::size()).map(|()| true),
        "measure" => measure::measure(rest),
        "shots" => demo::script("shots.mjs", rest),
        "pack" => build::pack().map(|()| true),
        "types" => types::types().map(|()| true),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(true)
        }
        other => Err(format!("there is no `cargo xtask {other}`.\n{USAGE}")),
    };
    match outcome {
        Ok(true) => {}
        Ok(false) => std::process::exit(1),
        Err(why) => {
            eprintln!("xtask: {why}");
            std::process::exit(2);
        }
    }
}

//! The engine alone, in WASM, under Node: no browser, no card.
//!
//! The module is made as the card's is. What it is asked about is written by the examples of the engine's crates that
//! measure the same natively, so that both speak of one playbook and one prose.

use crate::build::{Glue, compile, module};
use crate::run::{Outcome, must, root, show, write};
use crate::tools;

/// The packages whose examples write what is asked.
const WRITERS: [(&str, &str); 2] = [("cuecard-checks", "speed"), ("cuecard-replies", "suites")];

/// Builds the module and measures it.
pub fn engine(args: &[String]) -> Outcome {
    tools::wasm_target()?;
    tools::npm()?;
    let out = root().join("dist/measure/engine");
    std::fs::create_dir_all(&out).map_err(|e| format!("cannot make {}: {e}", out.display()))?;
    // wasm-bindgen writes a script for `require`; the repository's own are modules.
    write(&out.join("package.json"), "{ \"type\": \"commonjs\" }\n")?;
    compile("cuecard-bench", "--lib")?;
    module("engine", &out, Glue::Node, true)?;
    for (package, example) in WRITERS {
        let line = [
            "run",
            "--quiet",
            "--locked",
            "-p",
            package,
            "--example",
            example,
        ];
        must(
            "cargo",
            &[&line[..], &["--", "write", &out.to_string_lossy()]].concat(),
        )?;
    }
    let mut line = vec!["tests/measure/engine.mjs"];
    line.extend(args.iter().map(String::as_str));
    show("node", &line)
}

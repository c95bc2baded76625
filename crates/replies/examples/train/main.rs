//! Trains the second opinion on the comments of `training/` and writes `packs/classes.bin`:
//! `cargo run --release -p cuecard-replies --example train`.
//!
//! The same files give the same model on one machine: the order of the comments is fixed.
//! `-- try` trains on all files but one, in turn, and says how well the author who was left out is understood;
//! it writes nothing. Each file is by another author, none of whom saw the packs or each other's comments.
#![allow(clippy::print_stdout)]

mod data;
mod fit;
mod judge;
mod write;

use std::io::Result;

fn main() -> Result<()> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let files = data::files()?;
    if named.iter().any(|n| n == "try") {
        for (n, left_out) in files.iter().enumerate() {
            let others = files.iter().enumerate().filter(|(i, _)| *i != n);
            let train: Vec<_> = others.flat_map(|(_, f)| f.comments.clone()).collect();
            let model = write::model(&fit::fit(&train), 0);
            judge::judge(&left_out.name, &model, &left_out.comments);
        }
        return Ok(());
    }
    let train: Vec<_> = files.iter().flat_map(|f| f.comments.clone()).collect();
    let print = cuecard_replies::classify::fingerprint(files.iter().map(|f| f.text.as_str()));
    let bytes = write::model(&fit::fit(&train), print);
    let path = format!("{}/packs/classes.bin", env!("CARGO_MANIFEST_DIR"));
    std::fs::write(&path, &bytes)?;
    println!("{} comments, {} bytes: {path}", train.len(), bytes.len());
    Ok(())
}

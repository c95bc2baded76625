//! `cuecard`: the engine without a browser.
//!
//! For a content calendar in CI, for whoever writes a playbook, and for measuring.
//! Results go to standard output, messages to standard error. Exit status: 0 nothing at
//! or above the failing level, 1 findings, 2 the input could not be used.
//!
//! [`args`] says what can be asked for; each of [`commands`] answers one thing, from
//! texts that [`input`] and [`jsonl`] read, in the forms of [`output`].
#![forbid(unsafe_code)]

mod args;
mod clock;
mod commands;
mod input;
mod jsonl;
mod output;
mod status;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};
use crate::status::Stop;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let result = match &cli.command {
        Command::Lint(args) => commands::lint::run(args, &mut out),
        Command::Show(args) => commands::show::run(args, &mut out),
        Command::Check(args) => commands::check::run(args, &mut out),
        Command::Reply(args) => commands::reply::run(args, &mut out),
        Command::Count(args) => commands::count::run(args, &mut out),
    };
    let result = result.and_then(|status| {
        out.flush()?;
        Ok(status)
    });
    match result {
        Ok(status) => status.into(),
        // Whoever reads us has seen enough (`| head`).
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(stop) => {
            status::say(&stop);
            ExitCode::from(2)
        }
    }
}

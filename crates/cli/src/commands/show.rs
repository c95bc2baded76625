//! `cuecard show`: a compiled playbook.

use std::io::Write;

use crate::args::{Show, ShowFormat};
use crate::input;
use crate::output::json::Versioned;
use crate::output::playbook::Shown;
use crate::status::{Status, Stop};

/// Shows a playbook; what is wrong with it is part of what is shown, not of the exit status.
pub fn run(args: &Show, out: &mut dyn Write) -> Result<Status, Stop> {
    let compiled = input::read_playbook_to_judge(&args.playbook)?;
    match args.format {
        ShowFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &Versioned::new(Shown::new(&compiled)))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(Status::Clean)
}

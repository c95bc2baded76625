//! Texts from files and from standard input.

use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Read};

use cuecard_checks::self_check;
use cuecard_playbook::{Compiled, Level, compile};
use cuecard_replies::Replier;

use crate::status::{Stop, say};

/// Standard input, where a file can be named.
pub const STDIN: &str = "-";

/// The inputs to read: those named, else standard input, unless a person sits before it.
pub fn or_stdin(files: &[String]) -> Result<Vec<String>, Stop> {
    if !files.is_empty() {
        return Ok(files.to_vec());
    }
    if io::stdin().is_terminal() {
        return Err(Stop::Input(
            "no FILE is named; name one, or pipe the text in".to_owned(),
        ));
    }
    Ok(vec![STDIN.to_owned()])
}

/// Refuses a run that would read standard input twice: the second time it is empty.
pub fn read_once<'a>(inputs: impl IntoIterator<Item = &'a str>) -> Result<(), Stop> {
    if inputs.into_iter().filter(|path| *path == STDIN).count() < 2 {
        return Ok(());
    }
    Err(Stop::Input(
        "standard input is named more than once and can be read only once; put one of the texts into a file".to_owned(),
    ))
}

/// What an input is called in results.
pub fn name(path: &str) -> &str {
    if path == STDIN { "stdin" } else { path }
}

/// Opens an input.
pub fn open(path: &str) -> Result<BufReader<Box<dyn Read>>, Stop> {
    let source: Box<dyn Read> = if path == STDIN {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).map_err(|error| unreadable(path, &error))?)
    };
    Ok(BufReader::new(source))
}

/// That an input cannot be read.
pub fn unreadable(path: &str, error: &io::Error) -> Stop {
    let advice = match error.kind() {
        io::ErrorKind::NotFound => "check its name and the folder you are in",
        io::ErrorKind::PermissionDenied => "ask for the right to read it",
        io::ErrorKind::IsADirectory => "it is a folder; name the files in it",
        _ => "see whether other programs can read it",
    };
    Stop::Input(format!(
        "{}: cannot be read ({error}); {advice}",
        name(path)
    ))
}

/// A whole text as a person means it: without a byte order mark and the line break at its end, lines
/// parted by `\n`.
pub fn read_text(path: &str) -> Result<String, Stop> {
    let text = read_source(path)?.replace("\r\n", "\n");
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

/// A whole text as it stands, without a byte order mark.
fn read_source(path: &str) -> Result<String, Stop> {
    let mut bytes = Vec::new();
    open(path)?
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to());
        let line = valid.filter(|byte| **byte == b'\n').count() + 1;
        Stop::Input(format!(
            "{}:{line}: not UTF-8 text; save the file with the encoding UTF-8",
            name(path)
        ))
    })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned())
}

/// Compiles a playbook. Its diagnostics are the compiler's, and what it says against itself: its
/// own tests, replies that break its own rules.
pub fn read_playbook(path: &str) -> Result<Compiled, Stop> {
    let mut compiled = compile(&read_source(path)?);
    compiled.diagnostics.extend(self_check(&compiled.playbook));
    // The compiler's come first within a line: the sort is stable.
    compiled.diagnostics.sort_by_key(|d| (d.line, d.column));
    Ok(compiled)
}

/// Compiles a playbook to say what is wrong with it: what [`read_playbook`] says, and what it leaves open about
/// escalation.
pub fn read_playbook_to_judge(path: &str) -> Result<Compiled, Stop> {
    let mut compiled = read_playbook(path)?;
    let replier = Replier::new(&compiled.playbook);
    compiled.diagnostics.extend(replier.diagnostics());
    compiled.diagnostics.sort_by_key(|d| (d.line, d.column));
    Ok(compiled)
}

/// Compiles a playbook to work with, and says so where parts of it were not understood.
pub fn read_playbook_to_use(path: &str) -> Result<Compiled, Stop> {
    let compiled = read_playbook(path)?;
    let errors = compiled
        .diagnostics
        .iter()
        .filter(|d| d.level == Level::Error)
        .count();
    if errors > 0 {
        let what = if errors == 1 { "error" } else { "errors" };
        say(&format!(
            "{}: the playbook has {errors} {what}, and is used without those parts; see `cuecard lint {path}`",
            name(path)
        ));
    }
    Ok(compiled)
}

/// The id of a platform of any of its names (`ig`, `Twitter`); an unknown one stays as it is.
pub fn platform_id(name: &str) -> &str {
    cuecard_platforms::by_name(name).map_or(name, |known| known.id.as_str())
}

/// Says so where a platform is not known: its limits are not either.
pub fn warn_of_unknown_platform(platform: Option<&str>) {
    let Some(id) = platform.filter(|id| cuecard_platforms::by_id(id).is_none()) else {
        return;
    };
    let known: Vec<&str> = cuecard_platforms::all()
        .iter()
        .map(|platform| platform.id.as_str())
        .collect();
    say(&format!(
        "platform `{id}` is not known, so no limit of length is; known are {}",
        known.join(", ")
    ));
}

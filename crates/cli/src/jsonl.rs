//! A JSON text a line in, a result a line out, in order.

use std::io::{BufRead, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::input;
use crate::status::{Status, Stop, say};

/// What stands in the place of a line that cannot be used.
#[derive(Serialize)]
struct Refusal<'a> {
    id: Value,
    error: &'a str,
    line: usize,
}

/// Has each line of an input answered; `answer` writes the result. Holds one line at a time; a line that cannot be used gets a
/// refusal in its place, the run goes on, and ends as [`Status::Unusable`].
pub fn run<T: DeserializeOwned>(
    path: &str,
    out: &mut dyn Write,
    mut answer: impl FnMut(T, &mut dyn Write) -> serde_json::Result<()>,
) -> Result<Status, Stop> {
    let mut input = input::open(path)?;
    let mut line = Vec::new();
    let (mut number, mut refused) = (0usize, 0usize);
    loop {
        // Nothing more has come in yet: whoever waits for an answer gets what there is.
        if input.buffer().is_empty() {
            out.flush()?;
        }
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| input::unreadable(path, &error))? == 0 {
            break;
        }
        number += 1;
        match parse(&line) {
            Ok(request) => answer(request, out)?,
            Err((id, error)) => {
                refused += 1;
                let refusal = Refusal {
                    id,
                    error: &error,
                    line: number,
                };
                serde_json::to_writer(&mut *out, &refusal)?;
            }
        }
        out.write_all(b"\n")?;
    }
    if refused == 0 {
        return Ok(Status::Clean);
    }
    say(&format!(
        "{}: {refused} of {number} lines could not be used; each has an `error` in its place",
        input::name(path)
    ));
    Ok(Status::Unusable)
}

/// Reads a request; otherwise gives its id, where it has one, and what is wrong.
fn parse<T: DeserializeOwned>(line: &[u8]) -> Result<T, (Value, String)> {
    let nameless = |error: String| (Value::Null, error);
    let text = std::str::from_utf8(line).map_err(|error| {
        let at = error.valid_up_to() + 1;
        nameless(format!(
            "not UTF-8 text at byte {at}; write the file with the encoding UTF-8"
        ))
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim();
    if text.is_empty() {
        return Err(nameless(
            "the line is empty; each line must hold one JSON object".to_owned(),
        ));
    }
    let value: Value = serde_json::from_str(text)
        .map_err(|error| nameless(format!("not valid JSON: {}", without_line(&error))))?;
    if !value.is_object() {
        return Err(nameless(
            "not a JSON object; write one such as {\"id\":\"1\",\"text\":\"…\"}".to_owned(),
        ));
    }
    let id = value.get("id").cloned().unwrap_or(Value::Null);
    T::deserialize(value).map_err(|error| (id, error.to_string()))
}

/// The parser numbers the lines of what it is given, which is always one.
fn without_line(error: &serde_json::Error) -> String {
    error.to_string().replacen(" line 1 column", " column", 1)
}

//! The entries of a front matter, each parsed on its own, so that a broken one
//! costs one. The YAML itself is read by `saphyr-parser`.

use std::ops::Range;

use saphyr_parser::{Event, Parser};

/// A value with the byte of the source at which it stands.
#[derive(Debug)]
pub enum Value {
    Scalar(String, usize),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

/// A top-level entry.
#[derive(Debug)]
pub struct Entry {
    /// As written.
    pub key: String,
    /// Byte of the key.
    pub at: usize,
    pub value: Result<Value, Broken>,
}

/// Why an entry cannot be read, and where; with what stands behind the colon.
#[derive(Debug)]
pub struct Broken {
    pub at: usize,
    pub why: String,
    pub raw: String,
}

/// Lists in lists in lists are nothing that a front matter holds.
const DEEPEST: usize = 16;

/// Parts the block at the keys that begin a line, and parses each entry. Lines
/// that belong to no key are given back as ranges of the source.
pub fn entries(source: &str, block: Range<usize>) -> (Vec<Entry>, Vec<Range<usize>>) {
    let mut chunks: Vec<(String, Range<usize>)> = Vec::new();
    let mut strays = Vec::new();
    let text = source.get(block.clone()).unwrap_or("");
    let mut at = block.start;
    for line in text.split_inclusive(['\n', '\r']) {
        let span = at..at + line.len();
        at = span.end;
        match (key(line), chunks.last_mut()) {
            (Some(key), _) => chunks.push((key.to_owned(), span)),
            (None, Some((_, last))) => last.end = span.end,
            (None, None) if line.trim().is_empty() || line.starts_with('#') => {}
            (None, None) => strays.push(span),
        }
    }
    let entries = chunks
        .into_iter()
        .map(|(key, span)| Entry {
            at: span.start,
            value: value(source, &key, span),
            key,
        })
        .collect();
    (entries, strays)
}

/// The key with which a line begins an entry.
fn key(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    if first.is_whitespace()
        || matches!(
            first,
            '#' | '-' | ']' | '}' | '[' | '{' | '|' | '>' | '&' | '*' | '!' | '%'
        )
    {
        return None;
    }
    let colon = line.match_indices(':').map(|(i, _)| i).find(|i| {
        line.get(i + 1..)
            .and_then(|s| s.chars().next())
            .is_none_or(char::is_whitespace)
    })?;
    let key = line.get(..colon)?.trim();
    let key = key
        .strip_prefix('"')
        .and_then(|k| k.strip_suffix('"'))
        .unwrap_or(key);
    (!key.is_empty()).then_some(key)
}

/// Parses one entry; the value of its key.
fn value(source: &str, key: &str, span: Range<usize>) -> Result<Value, Broken> {
    let chunk = source.get(span.clone()).unwrap_or("");
    let raw = || {
        let after = chunk
            .find(':')
            .and_then(|i| chunk.get(i + 1..))
            .unwrap_or("");
        after.trim().to_owned()
    };
    // The parser counts characters; here are their bytes.
    let bytes: Vec<usize> = chunk.char_indices().map(|(i, _)| i).collect();
    let byte =
        |index: usize| span.start + bytes.get(index).copied().unwrap_or(chunk.trim_end().len());
    let broken = |index: usize, why: &str| Broken {
        at: byte(index),
        why: why.to_owned(),
        raw: raw(),
    };

    let mut stack: Vec<Open> = Vec::new();
    let mut root = None;
    for event in Parser::new_from_str(chunk) {
        let (event, place) = event.map_err(|e| broken(e.marker().index(), e.info()))?;
        let start = place.start.index();
        let done = match event {
            Event::Scalar(text, ..) => Value::Scalar(text.into_owned(), byte(start)),
            Event::Alias(_) => return Err(broken(start, "aliases are not read")),
            Event::SequenceStart(..) | Event::MappingStart(..) if stack.len() >= DEEPEST => {
                return Err(broken(start, "it is nested too deep"));
            }
            Event::SequenceStart(..) => {
                stack.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                stack.push(Open::Map(Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match stack.pop() {
                Some(Open::List(list)) => Value::List(list),
                Some(Open::Map(map, _)) => Value::Map(map),
                None => continue,
            },
            _ => continue,
        };
        match stack.last_mut() {
            Some(Open::List(list)) => list.push(done),
            Some(Open::Map(map, pending)) => match (pending.take(), done) {
                (Some(key), done) => map.push((key, done)),
                (None, Value::Scalar(key, _)) => *pending = Some(key),
                (None, _) => *pending = Some(String::new()),
            },
            None => root = Some(done),
        }
    }
    match root {
        Some(Value::Map(map)) if map.len() == 1 => map.into_iter().next().map(|(_, v)| v),
        _ => None,
    }
    .ok_or_else(|| broken(0, &format!("`{key}` and its value are not one entry")))
}

/// A list or map being read.
enum Open {
    List(Vec<Value>),
    Map(Vec<(String, Value)>, Option<String>),
}

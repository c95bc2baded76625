//! Lists of terms in a line or a cell.

use crate::compile::rich::{Mark, Slice};

/// A term of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Without marks, quotes and note.
    pub text: String,
    /// Byte of the source.
    pub at: usize,
    /// What stands in parentheses behind it.
    pub note: Option<String>,
}

/// What parts a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Separators {
    /// Commas, semicolons and line breaks.
    Any,
    /// Semicolons and line breaks: where commas are part of the terms.
    Semicolons,
}

/// Parts a list into terms. Separators inside quotes, parentheses and code do not
/// part it, nor does the comma of a number. Empty terms are left out.
pub fn split(list: Slice<'_>, by: Separators) -> Vec<Term> {
    pieces(list, by)
        .into_iter()
        .map(term)
        .filter(|t| !t.text.is_empty() || t.note.is_some())
        .collect()
}

/// The texts of a comma or semicolon list.
pub fn texts(list: Slice<'_>) -> Vec<String> {
    pieces(list, Separators::Any)
        .into_iter()
        .map(|p| unquote(p.text()).to_owned())
        .filter(|t| !t.is_empty())
        .collect()
}

/// The pieces of a list, as written and trimmed.
pub fn pieces(list: Slice<'_>, by: Separators) -> Vec<Slice<'_>> {
    let parens = balanced(list.text());
    let mut out = Vec::new();
    let mut from = 0;
    for at in cuts(list, by, parens) {
        out.push(list.sub(from..at.start).trim());
        from = at.end;
    }
    out.push(list.from(from).trim());
    out.retain(|p| !p.is_empty());
    out
}

/// Whether a semicolon parts the list: then its commas belong to the terms.
pub fn has_semicolon(list: Slice<'_>) -> bool {
    cuts(list, Separators::Semicolons, balanced(list.text()))
        .iter()
        .any(|c| list.text().get(c.clone()).is_some_and(|s| s == ";"))
}

/// Where the list is cut, as ranges of its text.
fn cuts(list: Slice<'_>, by: Separators, parens: bool) -> Vec<std::ops::Range<usize>> {
    let text = list.text();
    let mut codes = list
        .marks()
        .filter(|(_, m)| *m == Mark::Code)
        .map(|(r, _)| r)
        .peekable();
    let last_straight = text.rfind('"').unwrap_or(0);
    let last_curly = text.rfind('”').unwrap_or(0);
    let (mut depth, mut quote, mut before) = (0usize, None, ' ');
    let mut out = Vec::new();
    for (i, c) in text.char_indices() {
        while codes.peek().is_some_and(|r| r.end <= i) {
            codes.next();
        }
        let in_code = codes.peek().is_some_and(|r| r.contains(&i));
        let previous = std::mem::replace(&mut before, c);
        if in_code {
            continue;
        }
        if let Some(end) = quote {
            if c == end {
                quote = None;
                let rest = text.get(i + c.len_utf8()..).unwrap_or("");
                if depth == 0
                    && by == Separators::Any
                    && [" or \"", " or “"].iter().any(|s| rest.starts_with(s))
                {
                    out.push(i + 1 + c.len_utf8() - 1..i + c.len_utf8() + 4);
                }
            }
            continue;
        }
        let opens = !previous.is_alphanumeric();
        match c {
            '"' if opens && last_straight > i => quote = Some('"'),
            '“' if last_curly > i => quote = Some('”'),
            '(' | '[' if parens => depth += 1,
            ')' | ']' if parens => depth = depth.saturating_sub(1),
            '\n' if depth == 0 => out.push(i..i + 1),
            ';' if depth == 0 => out.push(i..i + 1),
            ',' if depth == 0 && by == Separators::Any => {
                let next = text.get(i + 1..).and_then(|s| s.chars().next());
                if !(previous.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit())) {
                    out.push(i..i + 1);
                }
            }
            _ => {}
        }
    }
    out
}

/// Whether parentheses close: if they do not, they are part of the words.
fn balanced(text: &str) -> bool {
    let mut depth = 0i64;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// A piece as a term: its note taken off, its quotes too.
pub fn term(piece: Slice<'_>) -> Term {
    let (body, note) = note(piece);
    let body = body.trim();
    let text = body.text();
    let bare = unquote(text);
    let inset = text.find(bare).unwrap_or(0);
    Term {
        text: bare.to_owned(),
        at: body.from(inset).at(),
        note: note.map(|n| n.text().trim().to_owned()),
    }
}

/// Takes the last parentheses off a text, when they end it and a space or nothing
/// stands before them (`option(s)` has none).
pub fn note(piece: Slice<'_>) -> (Slice<'_>, Option<Slice<'_>>) {
    let piece = piece.trim();
    let text = piece.text();
    let Some(body) = text.strip_suffix(')').or_else(|| text.strip_suffix(").")) else {
        return (piece, None);
    };
    let mut depth = 1usize;
    for (i, c) in body.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let before = text.get(..i).unwrap_or("");
            if before.is_empty() || before.ends_with(char::is_whitespace) {
                return (
                    piece.sub(0..i).trim(),
                    Some(piece.sub(i + 1..body.len()).trim()),
                );
            }
            return (piece, None);
        }
    }
    (piece, None)
}

/// Takes matching quotes off the ends of a text, and the comma or full stop that
/// typesetters put inside them.
pub fn unquote(text: &str) -> &str {
    let text = text.trim();
    for (open, close) in [
        ('"', '"'),
        ('“', '”'),
        ('‘', '’'),
        ('\'', '\''),
        ('`', '`'),
        ('«', '»'),
    ] {
        let inner = text.strip_prefix(open).and_then(|t| t.strip_suffix(close));
        if let Some(inner) = inner
            && !inner.contains(open)
            && (close == '’' || !inner.contains(close))
        {
            return inner.trim().trim_end_matches([',', ';']).trim_end();
        }
    }
    text
}

/// The marked or quoted stretches of a sentence: its terms, when it has any.
pub fn marked(sentence: Slice<'_>) -> Vec<Term> {
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    for (r, _) in sentence.marks() {
        // A mark inside another one (`***x***`) is the same term.
        if ranges.last().is_none_or(|last| last.end <= r.start) {
            ranges.push(r);
        }
    }
    let text = sentence.text();
    let marks = ranges.len();
    let (mut from, mut i) = (0, 0);
    while let Some((open, close)) = next_quote(text, from) {
        while i < marks && ranges.get(i).is_some_and(|r| r.end <= open) {
            i += 1;
        }
        let overlaps = i < marks && ranges.get(i).is_some_and(|r| r.start < close);
        if !overlaps {
            ranges.push(open..close);
        }
        from = close;
    }
    ranges.sort_by_key(|r| r.start);
    ranges
        .into_iter()
        .map(|r| term(sentence.sub(r)))
        .filter_map(|mut t| {
            t.text = t.text.trim_end_matches([',', ';']).trim_end().to_owned();
            (!t.text.is_empty()).then_some(t)
        })
        .collect()
}

/// The next quotation, marks included.
fn next_quote(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let open = rest.find(['"', '“'])?;
    let after = rest.get(open..)?;
    let mark = after.chars().next()?;
    let close = if mark == '“' { '”' } else { '"' };
    let end = after.get(mark.len_utf8()..)?.find(close)?;
    Some((
        from + open,
        from + open + mark.len_utf8() + end + close.len_utf8(),
    ))
}

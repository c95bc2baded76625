//! Look-around at the two ends of an expression.

use super::Refused;

/// An expression with the look-around at its ends taken off.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    pub before: Vec<(bool, &'a str)>,
    pub core: &'a str,
    pub after: Vec<(bool, &'a str)>,
}

/// Takes the look-around off.
pub(super) fn parts(pattern: &str) -> Result<Parts<'_>, Refused> {
    let mut out = Parts {
        before: Vec::new(),
        core: pattern,
        after: Vec::new(),
    };
    while let Some(rest) = out.core.strip_prefix("(?<") {
        let want = rest.starts_with('=');
        if !(want || rest.starts_with('!')) {
            break;
        }
        let Some(end) = group_end(out.core) else {
            break;
        };
        out.before.push((want, out.core.get(4..end).unwrap_or("")));
        out.core = out.core.get(end + 1..).unwrap_or("");
    }
    while out.core.ends_with(')') {
        let last = top_groups(out.core).last().copied();
        let Some((start, end)) = last.filter(|(_, end)| end + 1 == out.core.len()) else {
            break;
        };
        let group = out.core.get(start..end).unwrap_or("");
        let (want, body) = match (group.strip_prefix("(?="), group.strip_prefix("(?!")) {
            (Some(body), _) => (true, body),
            (_, Some(body)) => (false, body),
            _ => break,
        };
        out.after.push((want, body));
        out.core = out.core.get(..start).unwrap_or("");
    }
    let split = !out.before.is_empty() || !out.after.is_empty();
    if split && has_top_bar(out.core) {
        return Err(Refused {
            cause: "it has a look-around beside alternatives, and it is not clear to which of them it belongs".to_owned(),
            help: "Put the alternatives in parentheses: `(?:a|b)(?!c)`.",
        });
    }
    Ok(out)
}

/// Calls `f` with each character that is a sign of the expression, with its byte and
/// the depth of groups around it; escapes and classes are passed over.
fn signs(pattern: &str, mut f: impl FnMut(usize, char, usize)) {
    let (mut depth, mut escaped, mut class) = (0_usize, false, false);
    for (at, c) in pattern.char_indices() {
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '\\' => escaped = true,
            ']' if class => class = false,
            _ if class => {}
            '[' => class = true,
            '(' => {
                f(at, c, depth);
                depth += 1;
            }
            ')' => {
                depth = depth.saturating_sub(1);
                f(at, c, depth);
            }
            _ => f(at, c, depth),
        }
    }
}

/// The byte of the parenthesis that closes the group at the start.
fn group_end(pattern: &str) -> Option<usize> {
    top_groups(pattern)
        .first()
        .filter(|(start, _)| *start == 0)
        .map(|(_, end)| *end)
}

/// The groups that lie in no other, from `(` to `)`.
fn top_groups(pattern: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut open = None;
    signs(pattern, |at, c, depth| match (c, depth) {
        ('(', 0) => open = Some(at),
        (')', 0) => out.extend(open.take().map(|start| (start, at))),
        _ => {}
    });
    out
}

/// Whether alternatives stand outside of every group.
pub(super) fn has_top_bar(pattern: &str) -> bool {
    let mut bar = false;
    signs(pattern, |_, c, depth| bar |= c == '|' && depth == 0);
    bar
}

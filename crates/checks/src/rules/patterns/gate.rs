//! A text without which an expression cannot match: looked for before the expression is run.

use super::look_around::has_top_bar;

/// Shortest text that is worth looking for first.
const GATE: usize = 3;

/// The longest run of plain letters and digits without which the expression cannot
/// match; none when there is no such run of at least [`GATE`] characters.
pub(super) fn required_literal(pattern: &str) -> Option<String> {
    if has_top_bar(pattern) || pattern.contains("(?x") || pattern.contains("(?i") {
        return None;
    }
    let mut best = String::new();
    let mut run = String::new();
    let mut keep = |run: &mut String| {
        if run.len() > best.len() {
            best.clone_from(run);
        }
        run.clear();
    };
    let chars: Vec<char> = pattern.chars().collect();
    let (mut depth, mut class) = (0_usize, false);
    let mut i = 0;
    while let Some(&c) = chars.get(i) {
        i += 1;
        let plain = c.is_ascii_alphanumeric() && depth == 0 && !class;
        if plain {
            run.push(c);
            continue;
        }
        // A sign that makes the character before it optional takes it out of the run.
        if matches!(c, '?' | '*' | '{') && depth == 0 && !class {
            run.pop();
        }
        keep(&mut run);
        match c {
            '\\' => {
                i += 1 + chars
                    .get(i)
                    .filter(|c| matches!(c, 'x' | 'u' | 'U' | 'p' | 'P'))
                    .map_or(0, |_| chars.len())
            }
            ']' if class => class = false,
            _ if class => {}
            '[' => class = true,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '{' => {
                while chars.get(i).is_some_and(|c| *c != '}') {
                    i += 1;
                }
            }
            _ => {}
        }
    }
    keep(&mut run);
    (best.len() >= GATE).then(|| best.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gates() {
        for (pattern, want) in [
            (r"\bfree\b", Some("free")),
            ("colou?r", Some("colo")),
            ("(free|gratis)", None),
            ("free|gratis", None),
            ("[abc]def", Some("def")),
            ("ab{2}cde", Some("cde")),
            (r"\d{7}", None),
            (r"\x41bcd", None),
            ("RH-", None),
            (r"a\.bcde+f", Some("bcde")),
        ] {
            assert_eq!(required_literal(pattern).as_deref(), want, "{pattern}");
        }
    }
}

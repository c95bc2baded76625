//! For people: one line a finding, then how to mend it.

use std::io::{self, Write};

use super::{Remark, level_name};

/// Longest part of a draft that is quoted, in code points.
const QUOTE: usize = 40;

/// Writes `file:line:column: level rule message`, and how to mend it on the next line.
pub fn remark(out: &mut dyn Write, remark: &Remark<'_>) -> io::Result<()> {
    let Remark {
        file,
        rule,
        message,
        ..
    } = remark;
    let level = level_name(remark.level);
    let at = remark.start;
    write!(out, "{file}:{}:{}: {level} {rule} ", at.line, at.column)?;
    if !remark.found.is_empty() {
        write!(out, "“{}”: ", quote(remark.found))?;
    }
    writeln!(out, "{message}")?;
    if !remark.help.is_empty() {
        writeln!(out, "    fix: {}", remark.help)?;
    }
    for fix in remark.fixes {
        match fix.as_str() {
            "" => writeln!(out, "    fix: delete it")?,
            fix => writeln!(out, "    fix: {}", fix.replace('\n', "\n         "))?,
        }
    }
    Ok(())
}

/// The start of a text, on one line.
fn quote(text: &str) -> String {
    let mut quoted: String = text
        .chars()
        .take(QUOTE)
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect();
    if text.chars().nth(QUOTE).is_some() {
        quoted.push('…');
    }
    quoted
}

/// `1 finding`, `2 findings`.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

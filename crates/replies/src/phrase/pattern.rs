//! The way in which a pack writes a phrase with variants.
//!
//! `(a|b c)` is one of these, `word?` and `(a|b)?` may be left out, `{list}` is one of a
//! list of words, `=word` is this form of the word only, `_` is one word of any kind,
//! `...` up to three words of any kind in the same sentence. All else is words.

use std::collections::BTreeMap;

/// Most plain ways in which one pattern may be read.
const MOST: usize = 256;

/// One step of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A word, whatever its ending.
    Word(String),
    /// A word in this form only.
    Form(String),
    /// A word of the list with this number.
    List(usize),
    /// One word of any kind.
    Any,
    /// Up to three words of any kind.
    Gap,
}

/// The lists of words: the named ones, and one for each group of alternatives.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    numbers: BTreeMap<String, usize>,
    /// Entries that are not yet in the tree: list, entry.
    fresh: Vec<(usize, String)>,
}

impl Lists {
    /// Adds a list, or finds the one that is known by this name.
    pub fn list<'a>(&mut self, name: &str, entries: impl IntoIterator<Item = &'a str>) -> usize {
        if let Some(&known) = self.numbers.get(name) {
            return known;
        }
        let list = self.numbers.len();
        self.numbers.insert(name.to_owned(), list);
        let entries = entries.into_iter().map(|e| (list, e.to_owned()));
        self.fresh.extend(entries);
        list
    }

    /// The entries added since this was asked last.
    pub fn take(&mut self) -> Vec<(usize, String)> {
        std::mem::take(&mut self.fresh)
    }
}

/// The plain ways in which a pattern may be read; what is wrong with it otherwise.
pub fn ways(pattern: &str, lists: &mut Lists) -> Result<Vec<Vec<Step>>, String> {
    let mut rest = pattern.trim();
    let mut out: Vec<Vec<Step>> = vec![Vec::new()];
    while !rest.is_empty() {
        let (options, after) = piece(rest, lists)?;
        let (after, optional) = match after.strip_prefix('?') {
            Some(after) => (after, true),
            None => (after, false),
        };
        if !after.is_empty() && !after.starts_with(char::is_whitespace) {
            return Err(format!("a space is missing before \"{after}\""));
        }
        let mut more: Vec<Vec<Step>> = Vec::new();
        for way in &out {
            if optional {
                more.push(way.clone());
            }
            more.extend(options.iter().map(|o| [way.as_slice(), o].concat()));
        }
        if more.len() > MOST {
            return Err(format!("it may be read in more than {MOST} ways"));
        }
        out = more;
        rest = after.trim_start();
    }
    // Where the word beside a gap is left out, so is the gap.
    let open = |step: Option<&Step>| matches!(step, Some(Step::Gap | Step::Any));
    for way in &mut out {
        while open(way.last()) {
            way.pop();
        }
        let opens = way.iter().take_while(|s| open(Some(s))).count();
        way.drain(..opens);
    }
    out.retain(|way| !way.is_empty());
    if out.is_empty() {
        return Err("it holds no word".to_owned());
    }
    Ok(out)
}

/// The options of the first piece of a pattern, and what follows it.
fn piece<'a>(rest: &'a str, lists: &mut Lists) -> Result<(Vec<Vec<Step>>, &'a str), String> {
    if let Some(inside) = rest.strip_prefix('(') {
        let (inside, after) = inside.split_once(')').ok_or("\"(\" has no \")\"")?;
        // Plain alternatives are a list of their own: one way instead of many.
        let plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || "|'’-".contains(c);
        if inside.contains('|') && inside.chars().all(plain) {
            let list = lists.list(inside, inside.split('|').map(str::trim));
            return Ok((vec![vec![Step::List(list)]], after));
        }
        let options: Result<Vec<Vec<Step>>, String> = inside
            .split('|')
            .map(|option| {
                let words = option.split_whitespace().map(|w| step(w, lists));
                words.collect::<Result<Vec<Step>, String>>()
            })
            .collect();
        return Ok((options?, after));
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || c == '?')
        .unwrap_or(rest.len());
    let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    Ok((vec![vec![step(word, lists)?]], after))
}

fn step(word: &str, lists: &Lists) -> Result<Step, String> {
    if let Some(name) = word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
        return match lists.numbers.get(name) {
            Some(&list) => Ok(Step::List(list)),
            None => Err(format!("there is no list \"{name}\"")),
        };
    }
    match (word, word.strip_prefix('=')) {
        ("...", _) => Ok(Step::Gap),
        ("_", _) => Ok(Step::Any),
        (_, Some(form)) => Ok(Step::Form(form.to_lowercase())),
        (word, None) if word.contains(['(', ')', '{', '}', '|']) => {
            Err(format!("\"{word}\" is not understood"))
        }
        // A sign alone would be passed over, and what stands beside it found everywhere.
        (word, None) if !word.contains(char::is_alphanumeric) => {
            Err(format!("\"{word}\" holds no word"))
        }
        (word, None) => Ok(Step::Word(word.to_lowercase())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_or_refused() {
        let mut lists = Lists::default();
        lists.list("who", ["him", "her"]);
        let mut count = |p: &str| ways(p, &mut lists).map(|w| w.len());
        for (pattern, want) in [
            ("kill myself", 1),
            ("(kill|hurt) (him|her)", 1),
            ("(=killed|=hurt) (him|{who})", 4),
            ("really? hurt", 2),
            ("(want to|going to)? hurt {who}", 2),
            ("kill ... {who}", 1),
            ("no _ left", 1),
            ("=killed you?", 2),
            ("kill ... you?", 2),
            ("x?", 1),
        ] {
            assert_eq!(count(pattern), Ok(want), "{pattern}");
        }
        for pattern in [
            "",
            "kill {nobody}",
            "(kill",
            "...",
            "a)b",
            "(a|b)c",
            "hang 🔪",
            "(dm|@)",
        ] {
            assert!(count(pattern).is_err(), "{pattern}");
        }
        let all = ways("... =killed my {who} _", &mut lists).unwrap_or_default();
        let form = Step::Form("killed".to_owned());
        assert_eq!(
            all,
            [vec![form, Step::Word("my".to_owned()), Step::List(0)]]
        );
        let fresh: Vec<(usize, String)> = lists.take();
        assert!(fresh.contains(&(1, "kill".to_owned())) && lists.take().is_empty());
    }
}

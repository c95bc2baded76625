//! The grammar of a phrase; the table of what is written how is in [`super`].

use std::collections::BTreeMap;

use super::contractions::spelled_out;

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `#`: it begins with a digit.
    Number = 1,
    /// `$`: a number after the sign of a currency.
    Money = 2,
    /// `^`: it begins with a capital letter.
    Capital = 4,
    /// `[?]`: no word, the end of a question.
    Question = 8,
    /// `[<]`: no word, the beginning of a sentence.
    Opening = 16,
}

/// How deep a list may stand in a list.
pub(super) const NESTED: usize = 4;

/// Words that a gap may pass over.
const GAP: usize = 3;

/// A phrase, parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Word(String),
    Stem(String),
    Any,
    /// A word of a kind: what it looks like, not what it says.
    Kind(Kind),
    /// One of the words of a list; by stem, or as they stand.
    List {
        name: String,
        by_stem: bool,
    },
    /// Any number of words of any kind.
    Many,
    /// A word with an ending, but not one of these.
    Ending(String, Vec<String>),
    Optional(Box<Node>),
    OneOf(Vec<Vec<Node>>),
}

/// Parses a phrase.
pub(super) fn parse(
    text: &str,
    classes: &BTreeMap<String, Vec<String>>,
) -> Result<Vec<Node>, String> {
    let mut parser = Parser {
        rest: text,
        classes,
    };
    let nodes = parser.sequence()?;
    if parser.rest.is_empty() {
        Ok(nodes)
    } else {
        Err(format!("`{}` is not understood", parser.rest))
    }
}

struct Parser<'a> {
    rest: &'a str,
    classes: &'a BTreeMap<String, Vec<String>>,
}

impl Parser<'_> {
    fn eat(&mut self, sign: &str) -> bool {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Nodes up to `|`, `)` or the end.
    fn sequence(&mut self) -> Result<Vec<Node>, String> {
        let mut out = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                return Ok(out);
            }
            if self.eat("[?]") {
                out.push(Node::Kind(Kind::Question));
                continue;
            }
            if self.eat("[<]") {
                out.push(Node::Kind(Kind::Opening));
                continue;
            }
            if self.eat("[...]") {
                out.push(Node::Many);
                continue;
            }
            if self.eat("...") {
                out.extend((0..GAP).map(|_| Node::Optional(Box::new(Node::Any))));
                continue;
            }
            let mut nodes = self.item()?;
            if self.eat("?") {
                nodes = vec![Node::Optional(Box::new(Node::OneOf(vec![nodes])))];
            }
            out.extend(nodes);
        }
    }

    fn item(&mut self) -> Result<Vec<Node>, String> {
        if self.eat("(") {
            let mut choices = vec![self.sequence()?];
            while self.eat("|") {
                choices.push(self.sequence()?);
            }
            if !self.eat(")") || choices.iter().any(Vec::is_empty) {
                return Err("a choice is `(a|b)`, with something on each side".to_owned());
            }
            return Ok(vec![Node::OneOf(choices)]);
        }
        for (sign, node) in [
            ("_", Node::Any),
            ("#", Node::Kind(Kind::Number)),
            ("$", Node::Kind(Kind::Money)),
            ("^", Node::Kind(Kind::Capital)),
        ] {
            if self.eat(sign) {
                return Ok(vec![node]);
            }
        }
        let by_ending = self.eat("*");
        let by_stem = !by_ending && self.eat("~");
        if !by_ending && self.eat("{") {
            let (name, rest) = self
                .rest
                .split_once('}')
                .ok_or("a list of words is named as `{name}`")?;
            if !self.classes.contains_key(name.trim()) {
                return Err(format!("there is no list `{name}`"));
            }
            self.rest = rest;
            return Ok(vec![Node::List {
                name: name.trim().to_owned(),
                by_stem,
            }]);
        }
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-')))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        if word.is_empty() {
            return Err(format!("`{}` is not understood", self.rest));
        }
        self.rest = rest;
        if by_ending {
            let but = self.classes.get(&format!("but-{word}"));
            let but = but.cloned().unwrap_or_default();
            return Ok(vec![Node::Ending(word.to_lowercase(), but)]);
        }
        if by_stem {
            return Ok(vec![Node::Stem(word.to_lowercase())]);
        }
        Ok(plain(word))
    }
}

/// Plain words, hyphens parting them, contractions spelled out.
fn plain(words: &str) -> Vec<Node> {
    let mut out = Vec::new();
    for word in words
        .to_lowercase()
        .split([' ', '-'])
        .filter(|w| !w.is_empty())
    {
        match word {
            "#" => out.push(Node::Kind(Kind::Number)),
            "$" => out.push(Node::Kind(Kind::Money)),
            "'s" => out.push(Node::Word(word.to_owned())),
            _ => spelled_out(word, |part| out.push(Node::Word(part.to_owned()))),
        }
    }
    out
}

/// The words of a list, and of the lists that stand in it as `{name}`, each parsed;
/// `by_stem` the last word of each in any form.
pub(super) fn list(
    name: &str,
    by_stem: bool,
    classes: &BTreeMap<String, Vec<String>>,
) -> Vec<Vec<Node>> {
    let mut out = Vec::new();
    gather(name, classes, NESTED, &mut |word| {
        let mut nodes = plain(word);
        if by_stem && let Some(Node::Word(last)) = nodes.pop() {
            nodes.push(Node::Stem(last));
        }
        out.push(nodes);
    });
    out
}

pub(super) fn gather(
    name: &str,
    classes: &BTreeMap<String, Vec<String>>,
    depth: usize,
    give: &mut dyn FnMut(&str),
) {
    for word in classes.get(name).into_iter().flatten() {
        match word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
            Some(inner) if depth > 0 => gather(inner, classes, depth - 1, give),
            Some(_) => {}
            None => give(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_refused() {
        for phrase in ["(a", "a)", "{none}", "a|b", "(a|)", "&"] {
            assert!(parse(phrase, &BTreeMap::new()).is_err(), "{phrase}");
        }
    }
}

//! The grammar of a phrase; the table of what is written how is in [`super`].

use std::collections::BTreeMap;

use super::contractions::spelled_out;

/// Words that a gap may pass over.
const GAP: usize = 3;

/// A phrase, parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Word(String),
    Stem(String),
    Any,
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
        if self.eat("{") {
            let (name, rest) = self
                .rest
                .split_once('}')
                .ok_or("a list of words is named as `{name}`")?;
            let words = self
                .classes
                .get(name.trim())
                .ok_or_else(|| format!("there is no list `{name}`"))?;
            self.rest = rest;
            let choices = words.iter().map(|word| self.plain(word)).collect();
            return Ok(vec![Node::OneOf(choices)]);
        }
        if self.eat("_") {
            return Ok(vec![Node::Any]);
        }
        let by_ending = self.eat("*");
        let by_stem = !by_ending && self.eat("~");
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
        Ok(self.plain(word))
    }

    /// Plain words, hyphens parting them, contractions spelled out.
    fn plain(&self, words: &str) -> Vec<Node> {
        let mut out = Vec::new();
        for word in words
            .to_lowercase()
            .split([' ', '-'])
            .filter(|w| !w.is_empty())
        {
            if word == "'s" {
                out.push(Node::Word(word.to_owned()));
            } else {
                spelled_out(word, |part| out.push(Node::Word(part.to_owned())));
            }
        }
        out
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

//! Many literal texts, found in one pass: the automaton of Aho and Corasick (1975).
//!
//! Of our own, for the crate `aho-corasick` weighs 24 KB in the card's module: it has
//! other kinds of automata and of matching, and vector code in front of them.

use cuecard_text::Span;

/// Where reading begins, and what stands for "no node" in links: nothing leads to the root.
const ROOT: u32 = 0;

/// A place in the tree of all texts.
#[derive(Clone, Debug, Default)]
struct Node {
    /// The byte that leads here.
    byte: u8,
    /// Bytes from the root to here.
    depth: u32,
    /// The first node one byte on, and the next one of the same parent.
    child: u32,
    sibling: u32,
    /// Where to go on when no child fits: the longest end of this path that is a path too.
    fail: u32,
    /// The nearest node along `fail` where a text ends.
    shorter: u32,
    /// The first text that ends here, plus 1; 0 for none.
    text: u32,
}

/// The texts, ready to be found.
#[derive(Clone, Debug)]
pub(crate) struct Automaton {
    nodes: Vec<Node>,
    /// The root's children by their byte: most steps begin there.
    first: Vec<u32>,
    /// Of each text: the next one that is the same, plus 1; 0 for none.
    same: Vec<u32>,
}

impl Automaton {
    /// Takes in the texts. An empty one is never found.
    pub(crate) fn new(texts: &[String]) -> Self {
        let mut automaton = Self {
            nodes: vec![Node::default()],
            first: vec![ROOT; 256],
            same: vec![0; texts.len()],
        };
        for (number, text) in texts.iter().enumerate() {
            automaton.insert(text, number);
        }
        automaton.link();
        automaton
    }

    fn node(&self, node: u32) -> Option<&Node> {
        self.nodes.get(node as usize)
    }

    fn insert(&mut self, text: &str, number: usize) {
        let mut at = ROOT;
        for (depth, &byte) in (1..).zip(text.as_bytes()) {
            at = match self.child(at, byte) {
                ROOT => self.grow(at, byte, depth),
                child => child,
            };
        }
        let number = number_of(number + 1);
        let Some(node) = self.nodes.get_mut(at as usize).filter(|_| at != ROOT) else {
            return;
        };
        if node.text == 0 {
            node.text = number;
            return;
        }
        let mut last = node.text;
        while let Some(next) = self.same.get_mut((last as usize).saturating_sub(1)) {
            if *next == 0 {
                *next = number;
                return;
            }
            last = *next;
        }
    }

    fn grow(&mut self, parent: u32, byte: u8, depth: u32) -> u32 {
        let new = number_of(self.nodes.len());
        let mut sibling = ROOT;
        if let Some(parent) = self.nodes.get_mut(parent as usize) {
            sibling = std::mem::replace(&mut parent.child, new);
        }
        if parent == ROOT
            && let Some(first) = self.first.get_mut(usize::from(byte))
        {
            *first = new;
        }
        self.nodes.push(Node {
            byte,
            depth,
            sibling,
            ..Node::default()
        });
        new
    }

    /// The node one byte on; the root when there is none.
    fn child(&self, at: u32, byte: u8) -> u32 {
        if at == ROOT {
            return self.first.get(usize::from(byte)).copied().unwrap_or(ROOT);
        }
        let mut child = self.node(at).map_or(ROOT, |node| node.child);
        while child != ROOT {
            match self.node(child) {
                Some(node) if node.byte != byte => child = node.sibling,
                _ => break,
            }
        }
        child
    }

    /// Where a byte leads, over as many failures as it takes.
    fn step(&self, mut at: u32, byte: u8) -> u32 {
        loop {
            let child = self.child(at, byte);
            if child != ROOT || at == ROOT {
                return child;
            }
            at = self.node(at).map_or(ROOT, |node| node.fail);
        }
    }

    /// Finds the failures, nearest to the root first: each needs those of shorter paths.
    fn link(&mut self) {
        let mut line = vec![ROOT];
        let mut next = 0;
        while let Some(&parent) = line.get(next) {
            next += 1;
            let fail = self.node(parent).map_or(ROOT, |node| node.fail);
            let mut child = self.node(parent).map_or(ROOT, |node| node.child);
            while let Some(node) = self.node(child).filter(|_| child != ROOT) {
                line.push(child);
                let sibling = node.sibling;
                let fail = match parent {
                    ROOT => ROOT,
                    _ => self.step(fail, node.byte),
                };
                let shorter = self.node(fail).map_or(ROOT, |end| match end.text {
                    0 => end.shorter,
                    _ => fail,
                });
                if let Some(node) = self.nodes.get_mut(child as usize) {
                    (node.fail, node.shorter) = (fail, shorter);
                }
                child = sibling;
            }
        }
    }

    /// Gives every place of every text: its number and where it stands, in the order of the ends, at one
    /// end the longest first, and of texts that are the same in their order.
    pub(crate) fn find(&self, text: &str, give: &mut dyn FnMut(usize, Span)) {
        let mut at = ROOT;
        for (end, &byte) in (1_usize..).zip(text.as_bytes()) {
            at = self.step(at, byte);
            let mut here = at;
            while let Some(node) = self.node(here).filter(|_| here != ROOT) {
                let span = Span::new(end.saturating_sub(node.depth as usize), end);
                let mut text = node.text as usize;
                while text > 0 {
                    give(text - 1, span);
                    text = self.same.get(text - 1).map_or(0, |next| *next as usize);
                }
                here = node.shorter;
            }
        }
    }
}

/// A number as it is kept. More than 2^32 nodes would not fit into a card's memory.
fn number_of(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], text: &str) -> Vec<(usize, usize, usize)> {
        let texts: Vec<String> = texts.iter().map(|t| (*t).to_owned()).collect();
        let mut out = Vec::new();
        Automaton::new(&texts).find(text, &mut |number, span| {
            out.push((number, span.start, span.end));
        });
        out
    }

    #[test]
    fn every_place_of_every_text_is_found() {
        type Case<'a> = (&'a [&'a str], &'a str, &'a [(usize, usize, usize)]);
        let cases: [Case<'_>; 7] = [
            (&[], "anything", &[]),
            (&[""], "anything", &[]),
            (
                &["he", "she", "his", "hers"],
                "ushers",
                &[(1, 1, 4), (0, 2, 4), (3, 2, 6)],
            ),
            (&["aa"], "aaaa", &[(0, 0, 2), (0, 1, 3), (0, 2, 4)]),
            (
                &["er", "care", "er", "er"],
                "carer er",
                &[
                    (1, 0, 4),
                    (0, 3, 5),
                    (2, 3, 5),
                    (3, 3, 5),
                    (0, 6, 8),
                    (2, 6, 8),
                    (3, 6, 8),
                ],
            ),
            (
                &["é", "né"],
                "né 😀né",
                &[(1, 0, 3), (0, 1, 3), (1, 8, 11), (0, 9, 11)],
            ),
            (&["abcd", "bc", "c"], "abce", &[(1, 1, 3), (2, 2, 3)]),
        ];
        for (texts, text, want) in cases {
            assert_eq!(found(texts, text), want, "{texts:?} in {text}");
        }
    }

    #[test]
    fn it_agrees_with_looking_everywhere() {
        // Texts and a haystack of two letters, in all the ways of nine letters: many overlaps.
        let letters = |n: u32, length: u32| -> String {
            (0..length)
                .map(|i| if n >> i & 1 == 0 { 'a' } else { 'b' })
                .collect()
        };
        let texts: Vec<String> = (1..5)
            .flat_map(|l| (0..1 << l).map(move |n| letters(n * 7, l)))
            .collect();
        let automaton = Automaton::new(&texts);
        for n in 0..512 {
            let hay = letters(n, 9);
            let mut got = Vec::new();
            automaton.find(&hay, &mut |number, span| {
                got.push((span.end, span.start, number))
            });
            let mut want: Vec<(usize, usize, usize)> = Vec::new();
            for (number, text) in texts.iter().enumerate() {
                let places = (0..hay.len()).filter(|&at| hay[at..].starts_with(text.as_str()));
                want.extend(places.map(|at| (at + text.len(), at, number)));
            }
            want.sort_unstable();
            assert_eq!(got, want, "{hay}");
        }
    }
}

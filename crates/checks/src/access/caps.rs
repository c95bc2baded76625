//! Words in capitals; those that are abbreviations, and those that the playbook writes so, are spared.

use cuecard_text::Span;
use cuecard_text::case::capitalised;
use rustc_hash::FxHashSet;

use crate::prepared::{Prepared, Token};
use crate::zones::zone_at;

/// Letters from which a word in a row of capitals is no abbreviation.
const WORD: usize = 4;

#[derive(Clone, Debug)]
pub(super) struct Capitals {
    known: FxHashSet<String>,
    /// Letters from which a word by itself is no abbreviation.
    shortest: usize,
}

fn is_upper(word: &str) -> bool {
    !word.chars().any(char::is_lowercase) && word.chars().any(char::is_uppercase)
}

impl Capitals {
    pub fn new<'a>(known: impl Iterator<Item = &'a str>, own: &[&str], shortest: usize) -> Self {
        let own = own.iter().copied().filter(|word| is_upper(word));
        let lower = |word: &str| word.to_lowercase();
        Self {
            known: known.map(lower).chain(own.map(lower)).collect(),
            shortest,
        }
    }

    /// Rows of words in capitals, with the same in small letters.
    pub fn find(&self, draft: &Prepared<'_>) -> Vec<(Span, Option<String>)> {
        let mut out = Vec::new();
        let mut row: Vec<Token> = Vec::new();
        for token in &draft.words {
            let word = token.source.of(draft.text);
            let number = word.chars().all(|c| c.is_ascii_digit());
            let upper = is_upper(word) && zone_at(&draft.zones, token.source).is_none();
            let joined = row.last().is_some_and(|last| {
                let between = Span::new(last.source.end, token.source.start).of(draft.text);
                last.sentence == token.sentence
                    && !between.contains(['.', ';', '(', ')', ':', '|', '/'])
            });
            if !joined {
                self.close(draft, &mut row, &mut out);
            }
            if upper || (number && !row.is_empty()) {
                row.push(*token);
            } else {
                self.close(draft, &mut row, &mut out);
            }
        }
        self.close(draft, &mut row, &mut out);
        out
    }

    fn close(
        &self,
        draft: &Prepared<'_>,
        row: &mut Vec<Token>,
        out: &mut Vec<(Span, Option<String>)>,
    ) {
        if row.is_empty() {
            return;
        }
        let mut row = std::mem::take(row);
        let word = |token: &Token| token.source.of(draft.text);
        let spared = |token: &Token| {
            let word = word(token);
            // `MRIs` is no word in capitals; `X-RAYS`, `ER'S` are cut by their signs.
            word.chars().count() < 2
                || self.known.contains(draft.word(*token))
                || word.chars().any(|c| c.is_ascii_digit())
        };
        // Abbreviations and numbers at the ends are no part of what is shouted.
        while row.last().is_some_and(spared) {
            row.pop();
        }
        let lead = row.iter().take_while(|t| spared(t)).count();
        row.drain(..lead);
        let shouted = |least: usize| {
            let long = |t: &&Token| !spared(t) && word(t).chars().count() >= least;
            row.iter().filter(long).count()
        };
        let least = if row.len() > 1 { WORD } else { self.shortest };
        let (Some(first), Some(last)) = (row.first(), row.last()) else {
            return;
        };
        if shouted(least) == 0 {
            return;
        }
        let span = Span::new(first.source.start, last.source.end);
        let mut fix = String::with_capacity(span.len());
        let mut at = span.start;
        for token in &row {
            fix.push_str(Span::new(at, token.source.start).of(draft.text));
            if spared(token) && word(token) != "A" {
                fix.push_str(word(token));
            } else {
                fix.push_str(&word(token).to_lowercase());
            }
            at = token.source.end;
        }
        if draft.opens_sentence(span.start) {
            fix = capitalised(&fix);
        }
        out.push((span, Some(fix)));
    }
}

//! `names/…`: names have one right spelling.
//!
//! Two searches. Runs of words with the same letters as a name but another case,
//! spacing, accents or title dots are found by their letters. Names with a slip of
//! one letter are found from one of their two rarest words, which must be right.

mod letters;

use std::borrow::Cow;

use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Folded, Span, sorted, words};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Check, quoted, rule_id};
use crate::prepared::{Prepared, Token};
use crate::report::Finding;
use crate::taken::Taken;
use crate::zones::zone_at;
use letters::{TITLES, letters, one_slip, without_stop, without_title};

/// Shortest word in which one wrong letter is taken for a slip.
const SLIP: usize = 5;

/// More words than any name has.
const LONGEST: usize = 12;

/// All names of a playbook.
#[derive(Clone, Debug, Default)]
pub struct Names {
    forms: Vec<Form>,
    /// From the letters of a form to its places in `forms`.
    by_letters: FxHashMap<String, Vec<usize>>,
    /// The first three bytes of every form's letters.
    openings: FxHashSet<[u8; 3]>,
    /// From a word to the forms that may be found from it, with its number in them.
    anchors: FxHashMap<String, Vec<(usize, usize)>>,
    most_words: usize,
    most_letters: usize,
}

/// A name, whole or without its title or what follows a comma.
#[derive(Clone, Debug)]
struct Form {
    id: String,
    /// As it must be written.
    name: String,
    /// The same with plain quotes and spaces, without a stop at the end.
    cased: String,
    /// The letters of each word.
    words: Vec<String>,
}

impl Names {
    /// Reads the names.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let mut out = Self::default();
        for name in &playbook.names {
            let whole = name.name.trim();
            let id = rule_id("names", whole);
            let short = whole
                .split_once(',')
                .map_or(whole, |(before, _)| before)
                .trim();
            let bare = without_title(short);
            for text in [whole, short, bare] {
                if !out
                    .forms
                    .iter()
                    .rev()
                    .take(2)
                    .any(|f| f.name == text && f.id == id)
                {
                    out.add(&id, text);
                }
            }
        }
        out.index();
        out
    }

    fn add(&mut self, id: &str, text: &str) {
        let folded = Folded::collapsed(text);
        let parts: Vec<String> = words(folded.as_str())
            .iter()
            .map(|w| letters(w.text).into_owned())
            .collect();
        if parts.is_empty() || parts.len() > LONGEST {
            return;
        }
        self.forms.push(Form {
            id: id.to_owned(),
            name: text.to_owned(),
            cased: without_stop(Folded::cased(text).as_str()).to_owned(),
            words: parts,
        });
    }

    fn index(&mut self) {
        let mut frequency: FxHashMap<&str, usize> = FxHashMap::default();
        for word in self.forms.iter().flat_map(|f| &f.words) {
            *frequency.entry(word).or_default() += 1;
        }
        let rarity = |word: &str| frequency.get(word).copied().unwrap_or_default();
        for (f, form) in self.forms.iter().enumerate() {
            let all = form.words.concat();
            if let [a, b, c, ..] = *all.as_bytes() {
                self.openings.insert([a, b, c]);
            }
            self.most_words = self.most_words.max(form.words.len() + 2);
            self.most_letters = self.most_letters.max(all.len());
            self.by_letters.entry(all).or_default().push(f);
            let mut places: Vec<usize> = (0..form.words.len()).collect();
            let word = |i: &usize| form.words.get(*i).map_or("", String::as_str);
            places.retain(|i| word(i).len() >= 3 && !TITLES.contains(&word(i)));
            let places = sorted(places, |a, b| rarity(word(a)).cmp(&rarity(word(b))));
            if form.words.len() >= 2 {
                for i in places.into_iter().take(2) {
                    self.anchors
                        .entry(word(&i).to_owned())
                        .or_default()
                        .push((f, i));
                }
            }
        }
    }
}

impl Check for Names {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        if self.forms.is_empty() {
            return;
        }
        let parts: Vec<Part<'_>> = draft.words.iter().map(|t| Part::new(draft, *t)).collect();
        // Places that are settled, right or wrong.
        let mut settled = Taken::default();
        let mut i = 0;
        while i < parts.len() {
            let Some((count, span, forms)) = self.same_letters(draft, &parts, i) else {
                i += 1;
                continue;
            };
            settled.take(span);
            out.extend(self.judge(draft, span, count, forms));
            i += count;
        }
        for (i, part) in parts.iter().enumerate() {
            for (f, at) in self.anchors.get(&*part.letters).into_iter().flatten() {
                let Some(form) = self.forms.get(*f) else {
                    continue;
                };
                let Some(run) = i
                    .checked_sub(*at)
                    .and_then(|s| parts.get(s..s + form.words.len()))
                else {
                    continue;
                };
                let Some(span) = form.slip(draft, run) else {
                    continue;
                };
                if settled.take(span) {
                    out.push(form.finding(span, true));
                }
            }
        }
    }
}

impl Names {
    /// The longest run of words from word `i` whose letters are those of a name:
    /// the number of words, the place, and the forms.
    fn same_letters(
        &self,
        draft: &Prepared<'_>,
        parts: &[Part<'_>],
        i: usize,
    ) -> Option<(usize, Span, &[usize])> {
        let first = parts.get(i)?;
        // Most words are the beginning of no name.
        if first.owner.is_none() && !self.opens(&first.letters) {
            return None;
        }
        let mut all = String::new();
        let mut best = None;
        for (n, part) in parts.iter().skip(i).take(self.most_words).enumerate() {
            if n > 0
                && !parts
                    .get(i + n - 1)
                    .is_some_and(|left| left.joins(draft, part))
            {
                break;
            }
            let whole = (&*part.letters, part.token.source.end);
            let owner = part.owner.as_ref().map(|(root, end)| (&**root, *end));
            let before = all.len();
            for (letters, end) in [whole].into_iter().chain(owner) {
                all.truncate(before);
                all.push_str(letters);
                if let Some(forms) = self.by_letters.get(&all) {
                    best = Some((
                        n + 1,
                        Span::new(first.token.source.start, end),
                        forms.as_slice(),
                    ));
                }
            }
            all.truncate(before);
            all.push_str(&part.letters);
            if !self.opens(&all) || all.len() > self.most_letters {
                break;
            }
        }
        best.filter(|(_, span, _)| zone_at(&draft.zones, *span).is_none())
    }

    /// Whether a name may begin with these letters.
    fn opens(&self, letters: &str) -> bool {
        match *letters.as_bytes() {
            [a, b, c, ..] => self.openings.contains(&[a, b, c]),
            _ => true,
        }
    }

    /// A finding, unless the name is right as it stands or may be no name at all.
    fn judge(
        &self,
        draft: &Prepared<'_>,
        span: Span,
        count: usize,
        forms: &[usize],
    ) -> Option<Finding> {
        let written = Folded::cased(span.of(draft.text));
        let written = without_stop(written.as_str());
        let forms = || forms.iter().filter_map(|f| self.forms.get(*f));
        if forms().any(|form| form.cased == written) {
            return None;
        }
        let form = forms().next()?;
        if form.words.len() == 1 {
            // `MyChart` is told from "my chart" by its capitals; `Haven` cannot be told from "haven".
            let capitals = form.name.chars().filter(|c| c.is_uppercase()).count();
            let telling = capitals >= 2
                || form
                    .name
                    .chars()
                    .any(|c| !c.is_ascii() && c.is_alphabetic());
            let pieces = written.split([' ', '-']);
            let named = count == 1
                || pieces
                    .filter(|p| !p.is_empty())
                    .all(|p| p.starts_with(char::is_uppercase));
            if !telling || !named {
                return None;
            }
        }
        // A line all in capitals is another matter (and may be meant).
        let shouted = |text: &str| !text.chars().any(char::is_lowercase);
        if shouted(written)
            && draft
                .sentence_at(span.start)
                .is_some_and(|s| shouted(s.of(draft.text)) && s.len() > span.len() + 3)
        {
            return None;
        }
        Some(form.finding(span, false))
    }
}

impl Form {
    fn finding(&self, span: Span, slip: bool) -> Finding {
        let message = if slip {
            format!(
                "The playbook writes this name {}. One letter seems to have slipped.",
                quoted(&self.name)
            )
        } else {
            format!(
                "The playbook writes this name {}, everywhere in the same way.",
                quoted(&self.name)
            )
        };
        let mut finding = Finding::new(span, Level::Warning, self.id.clone(), message);
        finding.fixes.push(self.name.clone());
        finding
    }

    /// The place of the name in a run of as many words, when just one letter of one word differs.
    fn slip(&self, draft: &Prepared<'_>, run: &[Part<'_>]) -> Option<Span> {
        if run.len() != self.words.len() {
            return None;
        }
        let mut wrong = None;
        let mut end = run.last()?.token.source.end;
        for (n, (part, right)) in run.iter().zip(&self.words).enumerate() {
            if n > 0 && !run.get(n - 1).is_some_and(|left| left.joins(draft, part)) {
                return None;
            }
            if part.letters == *right {
                continue;
            }
            let mut written = &*part.letters;
            if n + 1 == run.len()
                && let Some((root, stop)) = &part.owner
            {
                end = *stop;
                if root == right {
                    continue;
                }
                written = root;
            }
            if wrong.replace(part.token).is_some()
                || right.len() < SLIP
                || !one_slip(written, right)
            {
                return None;
            }
        }
        let span = Span::new(run.first()?.token.source.start, end);
        // Names are written with capitals; "riverside wealth" in small letters is no name.
        let capital = wrong?.source.of(draft.text).starts_with(char::is_uppercase);
        (capital && zone_at(&draft.zones, span).is_none()).then_some(span)
    }
}

/// A word of the draft as names are compared.
#[derive(Clone, Debug)]
struct Part<'a> {
    token: Token,
    letters: Cow<'a, str>,
    /// For `Okafor's`: the letters without the ending, and where it begins.
    owner: Option<(Cow<'a, str>, usize)>,
}

impl<'a> Part<'a> {
    fn new(draft: &'a Prepared<'_>, token: Token) -> Self {
        let text = draft.word(token);
        let owner = text.strip_suffix("'s").map(|root| {
            let span = Span::new(token.folded.start, token.folded.start + root.len());
            (letters(root), draft.folded.source(span).end)
        });
        Self {
            token,
            letters: letters(text),
            owner,
        }
    }

    /// Whether `next` goes on with the same name: no more than a space, a title's dot,
    /// a hyphen or a comma between.
    fn joins(&self, draft: &Prepared<'_>, next: &Self) -> bool {
        let gap =
            Span::new(self.token.folded.end, next.token.folded.start).of(draft.folded.as_str());
        gap.len() <= 2
            && self.token.sentence == next.token.sentence
            && gap.chars().all(|c| matches!(c, ' ' | '.' | '-' | ','))
    }
}

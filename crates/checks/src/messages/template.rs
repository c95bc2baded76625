//! An approved text with its slots.

use cuecard_text::{Folded, Span};

use crate::rules::slots::of_template;

/// Stands for a slot while a text is cut into words; is in no text that people write.
const MARK: char = '\u{FFFC}';

/// A text made comparable: capitals kept, quotes, dashes and white space made one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    /// What stands between the slots; one more than there are slots.
    fixed: Vec<String>,
    /// Its words in order.
    pub words: Vec<TemplateWord>,
}

/// A word of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TemplateWord {
    /// As written; for a word with a slot the slot's sign is in it.
    pub text: String,
    /// Number of the slot in it.
    pub slot: Option<usize>,
}

impl TemplateWord {
    pub fn is_slot(&self) -> bool {
        self.slot.is_some()
    }

    /// Whether a word of a draft may stand here, as the first word where there is a slot.
    pub fn takes(&self, word: &str) -> bool {
        match self.slot {
            None => self.text == word,
            Some(_) => {
                let before = self.text.split(MARK).next().unwrap_or("");
                word.len() > before.len() && word.starts_with(before)
            }
        }
    }

    /// What a run of words of a draft puts into the slot.
    pub fn fill(&self, run: &str) -> String {
        let (before, after) = self.text.split_once(MARK).unwrap_or(("", ""));
        let run = run.strip_prefix(before).unwrap_or(run);
        run.strip_suffix(after).unwrap_or(run).to_owned()
    }
}

impl Template {
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        let mut marked = String::with_capacity(text.len());
        let mut at = 0;
        for slot in of_template(text) {
            marked.push_str(Span::new(at, slot.start).of(text));
            marked.push(MARK);
            at = slot.end;
        }
        marked.push_str(text.get(at..).unwrap_or(""));
        let cased = Folded::cased(&marked);
        let mut count = 0;
        let words = cased
            .as_str()
            .split(' ')
            .filter(|w| !w.is_empty())
            .map(|word| {
                let here = word.matches(MARK).count();
                let slot = (here > 0).then_some(count);
                count += here;
                TemplateWord {
                    text: word.to_owned(),
                    slot,
                }
            })
            .collect();
        Self {
            fixed: cased.as_str().split(MARK).map(str::to_owned).collect(),
            words,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.fixed.iter().all(|f| f.trim().is_empty())
    }

    /// The whole text when it has no slot.
    pub fn whole(&self) -> Option<&str> {
        match self.fixed.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The places of the slots in a text that is this template with something in each
    /// slot; none when it is not. Each slot ends where what follows it first stands.
    pub fn fills(&self, text: &str) -> Option<Vec<Span>> {
        let (first, rest) = self.fixed.split_first()?;
        let (last, middle) = rest.split_last()?;
        let mut at = text.strip_prefix(first.as_str()).map(|_| first.len())?;
        let mut out = Vec::with_capacity(self.fixed.len());
        let beyond = |at: usize| text.get(at..)?.chars().next().map(|c| at + c.len_utf8());
        for fixed in middle {
            let from = beyond(at)?;
            let end = from + text.get(from..)?.find(fixed.as_str())?;
            out.push(Span::new(at, end));
            at = end + fixed.len();
        }
        let end = text.len().checked_sub(last.len())?;
        if !text.ends_with(last.as_str()) || beyond(at)? > end {
            return None;
        }
        out.push(Span::new(at, end));
        out.iter()
            .all(|s| !s.of(text).trim().is_empty())
            .then_some(out)
    }

    /// The approved text with its slots filled; none when something is missing for one.
    pub fn filled(&self, text: &str, fills: &[Option<String>]) -> Option<String> {
        let text = text.trim();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (n, slot) in of_template(text).iter().enumerate() {
            out.push_str(Span::new(at, slot.start).of(text));
            out.push_str(fills.get(n)?.as_deref()?);
            at = slot.end;
        }
        out.push_str(text.get(at..).unwrap_or(""));
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_match_any_text() {
        let cases: [(&str, &str, Option<&[&str]>); 9] = [
            (
                "Call {{phone}} now.",
                "Call 555-0100 now.",
                Some(&["555-0100"]),
            ),
            (
                "Call {{phone}}.",
                "Call 555-0100 or 555-0111.",
                Some(&["555-0100 or 555-0111"]),
            ),
            ("Call {{phone}} now.", "Call now.", None),
            ("{{a}} and {{b}}", "x and y and z", Some(&["x", "y and z"])),
            ("{{a}}{{b}}", "xy", Some(&["x", "y"])),
            ("{{a}}{{b}}", "x", None),
            ("At {{place}}", "At Riverside", Some(&["Riverside"])),
            ("At {{place}}.", "In Riverside.", None),
            ("{{a}}é", "éé", Some(&["é"])),
        ];
        for (template, text, want) in cases {
            let got = Template::new(template).fills(text);
            let got: Option<Vec<&str>> = got.map(|f| f.iter().map(|s| s.of(text)).collect());
            assert_eq!(got.as_deref(), want, "{template} {text}");
        }
    }

    #[test]
    fn slots_are_filled() {
        let t = "Call {{phone}} at {{place}}.";
        let fills = [Some("1".to_owned()), Some("home".to_owned())];
        assert_eq!(
            Template::new(t).filled(t, &fills).as_deref(),
            Some("Call 1 at home.")
        );
        assert_eq!(
            Template::new(t).filled(t, &[Some("1".to_owned()), None]),
            None
        );
    }
}

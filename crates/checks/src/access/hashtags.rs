//! Hashtags of several words in small letters, cut into their words.
//!
//! The cut is the cheapest way to write the tag with known words: every word costs, short ones more.
//! Known are the pack's list, its plurals, and the words of the playbook.

use cuecard_text::Span;
use cuecard_text::case::capitalised;
use rustc_hash::FxHashSet;

use crate::packs;
use crate::prepared::Prepared;
use crate::zones::ZoneKind;

/// Longest known word, in letters, and longest tag that is cut.
const LONGEST: usize = 18;
const TAG: usize = 60;

/// Letters from which a tag is several words although not all of them are known.
const SURELY: usize = 16;

#[derive(Clone, Debug)]
pub(super) struct Splitter {
    known: FxHashSet<&'static str>,
    own: FxHashSet<String>,
}

impl Splitter {
    pub fn new(own: &[&str]) -> Self {
        // The list is taken from the pack's own text, which lives as long as the program.
        let text = packs::text("accessibility");
        let list = text.split("### Split\n").nth(1).unwrap_or("");
        let lines = list.lines().map_while(|line| line.strip_prefix("- "));
        Self {
            known: lines
                .flat_map(|line| line.split(' '))
                .filter(|w| !w.is_empty())
                .collect(),
            own: own
                .iter()
                .filter(|w| w.len() > 3 && w.bytes().all(|b| b.is_ascii_alphabetic()))
                .map(|w| w.to_ascii_lowercase())
                .collect(),
        }
    }

    fn knows(&self, word: &str) -> bool {
        let plain = |word: &str| self.known.contains(word) || self.own.contains(word);
        plain(word)
            || (word.len() > 3
                && word
                    .strip_suffix('s')
                    .is_some_and(|one| !one.ends_with('s') && plain(one)))
    }

    /// The tags of a draft that want capitals, with the tag in capitals where its words are known.
    pub fn find(&self, draft: &Prepared<'_>) -> Vec<(Span, Option<String>)> {
        let tags = draft.zones.iter().filter(|z| z.kind == ZoneKind::Hashtag);
        tags.filter_map(|zone| {
            let tag = zone.span.of(draft.text);
            let body = tag.trim_start_matches(['#', '＃']);
            Some((zone.span, self.fix(body)?))
        })
        .collect()
    }

    /// None where the tag is right; the inner none where its words are not known.
    #[allow(clippy::option_option)]
    fn fix(&self, body: &str) -> Option<Option<String>> {
        if !body.is_ascii() || body.contains('_') || body.len() > TAG {
            return None;
        }
        let rest = body.get(1..)?;
        let upper = |b: &u8| b.is_ascii_uppercase();
        let shouted = body.bytes().all(|b| !b.is_ascii_lowercase());
        // A capital inside parts words; `#NURSESWEEK` has no part that shows.
        if rest.bytes().any(|b| upper(&b)) && !(shouted && body.len() > 5) {
            return None;
        }
        let lower = body.to_ascii_lowercase();
        let mut words: Vec<String> = Vec::new();
        for run in runs(&lower) {
            if run.starts_with(|c: char| c.is_ascii_digit()) {
                words.push(run.to_owned());
            } else if let Some(cut) = self.cut(run) {
                words.extend(cut);
            } else {
                return (lower.len() >= SURELY).then_some(None);
            }
        }
        let named = words
            .iter()
            .filter(|w| w.starts_with(|c: char| c.is_ascii_alphabetic()));
        if named.count() < 2 {
            return None;
        }
        let whole: String = words.iter().map(|w| capitalised(w)).collect();
        Some(Some(format!("#{whole}")))
    }

    /// The cheapest cut into known words; none where there is none.
    fn cut(&self, run: &str) -> Option<Vec<String>> {
        // For each end: the cost of the best way there, and where its last word begins.
        let mut best: Vec<Option<(usize, usize)>> = vec![None; run.len() + 1];
        *best.first_mut()? = Some((0, 0));
        for end in 1..=run.len() {
            let from = end.saturating_sub(LONGEST);
            let ways = (from..end).filter_map(|start| {
                let (before, _) = (*best.get(start)?)?;
                let word = run.get(start..end)?;
                self.knows(word).then(|| (before + cost(word), start))
            });
            let way = ways.min();
            if let Some(cell) = best.get_mut(end) {
                *cell = way;
            }
        }
        let mut words = Vec::new();
        let mut end = run.len();
        while end > 0 {
            let (_, start) = (*best.get(end)?)?;
            words.push(run.get(start..end)?.to_owned());
            end = start;
        }
        words.reverse();
        Some(words)
    }
}

fn cost(word: &str) -> usize {
    10 + match word.len() {
        1 => 12,
        2 => 5,
        3 => 2,
        _ => 0,
    }
}

/// Runs of letters and of digits.
fn runs(text: &str) -> Vec<&str> {
    let mut out: Vec<&str> = Vec::new();
    let mut start = 0;
    let digit = |b: u8| b.is_ascii_digit();
    let bytes = text.as_bytes();
    for at in 1..=bytes.len() {
        let joint = match (bytes.get(at - 1), bytes.get(at)) {
            (Some(a), Some(b)) => digit(*a) != digit(*b),
            _ => true,
        };
        if joint {
            out.extend(text.get(start..at).filter(|run| !run.is_empty()));
            start = at;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_cut_into_their_words() {
        let splitter = Splitter::new(&["Riverside", "Wrenfield", "Okafor"]);
        for (tag, want) in [
            ("nursesweek", Some(Some("#NursesWeek"))),
            ("heartdisease", Some(Some("#HeartDisease"))),
            (
                "breastcancerawareness",
                Some(Some("#BreastCancerAwareness")),
            ),
            ("mentalhealthmatters", Some(Some("#MentalHealthMatters"))),
            ("nowhiring", Some(Some("#NowHiring"))),
            ("worldhealthday2026", Some(Some("#WorldHealthDay2026"))),
            ("throwbackthursday", Some(Some("#ThrowbackThursday"))),
            ("riversidehealth", Some(Some("#RiversideHealth"))),
            ("NURSESWEEK", Some(Some("#NursesWeek"))),
            ("Nursesweek", Some(Some("#NursesWeek"))),
            ("flushot", Some(Some("#FluShot"))),
            ("blooddrive", Some(Some("#BloodDrive"))),
            ("stopthebleed", Some(Some("#StopTheBleed"))),
            ("NursesWeek", None),
            ("nurses", None),
            ("therapist", None),
            ("healthcare", None),
            ("riverside", None),
            ("covid19", None),
            ("MRI", None),
            ("nurses_week", None),
            ("zxqwv", None),
            ("zxqwvzxqwvzxqwvzxqwv", Some(None)),
        ] {
            let got = splitter.fix(tag);
            assert_eq!(got.as_ref().map(|f| f.as_deref()), want, "{tag}");
        }
    }
}

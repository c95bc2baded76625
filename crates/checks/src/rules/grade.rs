//! `reading/grade`: how many years of school a text asks for.
//!
//! The formula is Flesch and Kincaid's: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Links, handles and
//! hashtags are no words of it. A short text is not scored: with a dozen words one name decides. How short, and
//! by how much the grade may be missed, stands in `packs/plain-language.md`.

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};
use cuecard_text::Span;

use super::Check;
use crate::packs;
use crate::packs::read::Pack;
use crate::prepared::Prepared;
use crate::report::Finding;
use crate::zones::zone_at;

/// The check.
#[derive(Clone, Debug)]
pub struct Grade {
    id: String,
    why: String,
    posts: Option<Level>,
    replies: Option<Level>,
    aim: f32,
    /// Grades above the aim that are still let pass.
    margin: f32,
    /// Fewest words and sentences that are scored.
    words: usize,
    sentences: usize,
}

impl Grade {
    /// The check, when the playbook names a grade or has the pack on; none when it has the pack off.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Option<Self> {
        let off = playbook
            .packs
            .iter()
            .any(|p| p.name == "plain-language" && !p.on);
        let wanted = playbook.reading_grade.is_some() || packs::is_on(playbook, "plain-language");
        if off || !wanted {
            return None;
        }
        let pack = Pack::read(packs::text("plain-language"));
        let group = pack.recogniser("grade")?;
        let number = |name: &str, other: usize| group.number(name).unwrap_or(other);
        // Small numbers, exact in f32.
        Some(Self {
            id: group.rule.clone(),
            why: group.why.clone(),
            posts: group.posts,
            replies: group.replies,
            aim: playbook.reading_grade.unwrap_or(number("Grade", 8) as f32),
            margin: number("Margin", 1) as f32,
            words: number("Words", 40),
            sentences: number("Sentences", 2),
        })
    }
}

impl Check for Grade {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        let level = match draft.draft.kind {
            ComposerKind::Post => self.posts,
            ComposerKind::Reply | ComposerKind::Review | ComposerKind::Message => self.replies,
        };
        let Some(level) = level.filter(|_| draft.words.len() >= self.words) else {
            return;
        };
        let (mut words, mut syllables) = (0_usize, 0_usize);
        // Words of each sentence that has some.
        let mut sentences: Vec<(usize, usize)> = Vec::new();
        for token in &draft.words {
            let word = draft.word(*token);
            let plain = word.chars().all(|c| c.is_alphabetic() || c == '\'');
            if !plain || zone_at(&draft.zones, token.source).is_some() {
                continue;
            }
            words += 1;
            syllables += self::syllables(word);
            match sentences.last_mut() {
                Some((sentence, count)) if *sentence == token.sentence => *count += 1,
                _ => sentences.push((token.sentence, 1)),
            }
        }
        if words < self.words || sentences.len() < self.sentences {
            return;
        }
        let (w, s, n) = (words as f32, syllables as f32, sentences.len() as f32);
        let grade = 0.39 * w / n + 11.8 * s / w - 15.59;
        if grade <= self.aim + self.margin {
            return;
        }
        let longest = sentences.iter().max_by_key(|(_, count)| *count);
        let span = longest
            .and_then(|(sentence, _)| draft.sentences.get(*sentence))
            .copied()
            .unwrap_or(Span::new(0, draft.text.len()));
        let longest = longest.map_or(0, |(_, count)| *count);
        let aim = self.aim;
        let message = format!(
            "Reads at grade {grade:.1}; the aim is {aim}. The longest sentence is marked: it has {longest} words. {}",
            self.why
        );
        out.push(Finding::new(span, level, self.id.clone(), message));
    }
}

/// The syllables of a word in small letters: groups of vowels, but for a silent `e` at the end and the endings
/// `es` and `ed` that are not spoken.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| {
        matches!(
            c,
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'á' | 'é' | 'í' | 'ó' | 'ú'
        )
    };
    let mut count = 0_usize;
    let mut before = false;
    let (mut last, mut third) = (' ', ' ');
    for c in word.chars() {
        let is = vowel(c);
        // `radi-o`, `pi-ano`, `su-able`: two vowels that are not one; in `-tion`, `-cial`, `-gion` they are.
        let parted = matches!((last, c), ('i', 'a' | 'o' | 'u') | ('u', 'a'))
            && !matches!(
                (third, last),
                ('t' | 's' | 'c' | 'g' | 'x', 'i') | ('q' | 'g', 'u')
            );
        if is && (!before || (parted && count > 0)) {
            count += 1;
        }
        (before, third, last) = (is, last, c);
    }
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 1);
    let shut = |stem: &str| stem.chars().next_back().is_some_and(|c| !vowel(c));
    let silent = stem("e").is_some_and(|s| {
        shut(s)
            && !(s.ends_with('l')
                && s.len() > 2
                && !s.ends_with("al")
                && !s.ends_with("ol")
                && !s.ends_with("il"))
    }) || stem("ed").is_some_and(|s| shut(s) && !s.ends_with(['t', 'd']))
        || stem("es").is_some_and(|s| {
            shut(s)
                && !s.ends_with(['s', 'x', 'z', 'c', 'g'])
                && !s.ends_with("ch")
                && !s.ends_with("sh")
        });
    let open = usize::from(word.ends_with("eo") || (count > 1 && word.ends_with("ea")));
    (count + open).saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted() {
        for (word, want) in [
            ("the", 1),
            ("care", 1),
            ("health", 1),
            ("people", 2),
            ("table", 2),
            ("nurse", 1),
            ("nurses", 2),
            ("hospital", 3),
            ("department", 3),
            ("emergency", 4),
            ("vaccination", 4),
            ("waited", 2),
            ("called", 1),
            ("special", 2),
            ("physician", 3),
            ("area", 3),
            ("radio", 3),
            ("video", 3),
            ("whole", 1),
            ("available", 4),
            ("community", 4),
            ("delicious", 3),
            ("questions", 2),
            ("i", 1),
        ] {
            let got = syllables(word);
            // A rule of thumb: one syllable more or less in long words does not move a grade.
            let near = got.abs_diff(want) <= usize::from(want > 3) || got == want;
            assert!(near, "{word}: {got}, not {want}");
        }
    }
}

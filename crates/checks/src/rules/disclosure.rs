//! `disclosure/…`: a paid post says so, plainly and at once.
//!
//! Source: FTC endorsement guides, 16 CFR 255: a disclosure must be hard to miss; `#ad`
//! or `#sponsored` at the start will do, `#spon`, `#partner` or `#ee` will not. FTC staff, "Disclosures 101 for Social
//! Media Influencers" (2019): not at the end, not where one has to open the rest first, not among other hashtags.

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Folded, Span, is_word_edge};

use super::{Check, quoted, required};
use crate::automaton::Automaton;
use crate::prepared::Prepared;
use crate::report::Finding;
use crate::zones::ZoneKind;

/// Tags that readers do not understand as a disclosure.
const UNCLEAR: [&str; 6] = ["#spon", "#sp", "#collab", "#partner", "#ambassador", "#ee"];

/// What counts as a disclosure in the first line, folded.
const CLEAR: [&str; 8] = [
    "#ad",
    "ad:",
    "#sponsored",
    "sponsored",
    "paid partnership",
    "paid partner",
    "advertisement",
    "#paidpartnership",
];

/// So much of a post (characters) is read before "more" where sites cut a text off soonest: Instagram, below a picture.
const FOLD: usize = 125;

/// A mark that follows so many hashtags in a row is one of a heap.
const HEAP: usize = 3;

/// What says, anywhere in a post, that the post is paid for. "Sponsored by" is not
/// among it: events are sponsored, too.
const PAID: [&str; 7] = [
    "paid partnership",
    "paid partner",
    "paid promotion",
    "paid advertisement",
    "sponsored post",
    "#sponsored",
    "#ad",
];

/// The check. It is silent where the playbook has its own rule for paid posts.
#[derive(Clone, Debug)]
pub struct Disclosure {
    own_rule: bool,
    clear: Marks,
    paid: Marks,
}

/// Marks, to be found as words.
#[derive(Clone, Debug)]
struct Marks {
    marks: &'static [&'static str],
    automaton: Automaton,
}

impl Marks {
    fn new(marks: &'static [&'static str]) -> Self {
        let texts: Vec<String> = marks.iter().map(|mark| (*mark).to_owned()).collect();
        Self {
            marks,
            automaton: Automaton::new(&texts),
        }
    }

    /// Tells each place of one of them in a folded text.
    fn places(&self, folded: &str, tell: &mut dyn FnMut(Span)) {
        self.automaton.find(folded, &mut |number, place| {
            let open = self
                .marks
                .get(number)
                .is_some_and(|mark| mark.ends_with(':'));
            let edges =
                is_word_edge(folded, place.start) && (open || is_word_edge(folded, place.end));
            if edges {
                tell(place);
            }
        });
    }

    /// The first place of one of them.
    fn first(&self, folded: &str) -> Option<Span> {
        let mut first: Option<Span> = None;
        self.places(folded, &mut |place| {
            if first.is_none_or(|known| place < known) {
                first = Some(place);
            }
        });
        first
    }

    /// Whether one of their places is as asked.
    fn any(&self, folded: &str, asked: impl Fn(Span) -> bool) -> bool {
        let mut any = false;
        self.places(folded, &mut |place| any = any || asked(place));
        any
    }
}

impl Disclosure {
    /// Looks whether the playbook has its own rule.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        Self {
            own_rule: playbook
                .required
                .iter()
                .any(|r| r.text.is_some() && required::is_paid_case(&r.when)),
            clear: Marks::new(&CLEAR),
            paid: Marks::new(&PAID),
        }
    }
}

impl Check for Disclosure {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        if draft.draft.kind != ComposerKind::Post {
            return;
        }
        let start = draft.text.len() - draft.text.trim_start().len();
        let line = draft
            .text
            .get(start..)
            .and_then(|t| t.lines().next())
            .unwrap_or("");
        let first = Folded::collapsed(line);
        if self
            .clear
            .any(first.as_str(), |at| is_plain(first.as_str(), at.start))
        {
            return;
        }
        for zone in draft.zones.iter().filter(|z| z.kind == ZoneKind::Hashtag) {
            let tag = zone.span.of(draft.text);
            if UNCLEAR.contains(&tag.to_lowercase().as_str()) {
                let message = format!(
                    "{} does not tell people that this is paid for. If it is, begin with #ad or “Sponsored”.",
                    quoted(tag)
                );
                let mut finding =
                    Finding::new(zone.span, Level::Warning, "disclosure/unclear", message);
                finding.fixes = vec!["#ad".to_owned()];
                out.push(finding);
            }
        }
        if self.own_rule {
            return;
        }
        if let Some(span) = self.paid.first(draft.folded.as_str()) {
            let message = "This post says that it is paid for, but not at once in its first line. A disclosure must be hard to miss: begin with #ad or “Sponsored”.";
            let mut finding = Finding::new(
                draft.folded.source(span),
                Level::Error,
                "disclosure/late",
                message,
            );
            finding.fix_span = Some(Span::new(start, start));
            finding.fixes = vec!["#ad ".to_owned()];
            out.push(finding);
        }
    }
}

/// Whether what begins at a byte of the first line is read by whoever reads the post at all.
fn is_plain(line: &str, at: usize) -> bool {
    let before = line.get(..at).unwrap_or("");
    let heap = before
        .split_whitespace()
        .rev()
        .take_while(|word| word.starts_with('#'));
    before.chars().count() < FOLD && heap.count() < HEAP
}

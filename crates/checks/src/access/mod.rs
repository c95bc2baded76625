//! `access/…`: posts that everybody can read.
//!
//! One file for each thing that is looked for. Levels, reasons and word lists are data:
//! `packs/accessibility.md`. "Click here" is a list of words in it, found with all other words.

mod caps;
mod emoji;
mod fancy;
mod hashtags;

use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};
use cuecard_text::Span;

use crate::packs;
use crate::packs::read::{Group, Pack};
use crate::prepared::Prepared;
use crate::report::{Finding, Media};
use crate::rules::Check;
use caps::Capitals;
use hashtags::Splitter;

/// The checks of the pack; none of them where the playbook has it off.
#[derive(Clone, Debug, Default)]
pub struct Access {
    rules: Option<Box<Rules>>,
}

#[derive(Clone, Debug)]
struct Rules {
    hashtags: Rule,
    splitter: Splitter,
    run: Rule,
    most: usize,
    bullets: Rule,
    least: usize,
    fancy: Rule,
    caps: Rule,
    capitals: Capitals,
    alt: Rule,
}

/// What the pack says of one check.
#[derive(Clone, Debug, Default)]
struct Rule {
    id: String,
    posts: Option<Level>,
    replies: Option<Level>,
    unsure: Option<Level>,
    why: String,
}

impl Rule {
    fn new(group: &Group) -> Self {
        Self {
            id: group.rule.clone(),
            posts: group.posts,
            replies: group.replies,
            unsure: group.unsure,
            why: group.why.clone(),
        }
    }

    fn level(&self, draft: &Prepared<'_>) -> Option<Level> {
        match draft.draft.kind {
            ComposerKind::Post => self.posts,
            ComposerKind::Reply | ComposerKind::Review | ComposerKind::Message => self.replies,
        }
    }

    /// Adds a finding for each place, with the text that may stand there.
    fn tell(
        &self,
        draft: &Prepared<'_>,
        places: impl IntoIterator<Item = (Span, Option<String>)>,
        out: &mut Vec<Finding>,
    ) {
        let Some(level) = self.level(draft) else {
            return;
        };
        for (span, fix) in places {
            let mut finding = Finding::new(span, level, self.id.clone(), self.why.clone());
            finding.fixes.extend(fix);
            out.push(finding);
        }
    }
}

impl Access {
    /// Reads the pack, and the playbook's own words.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        if !packs::is_on(playbook, "accessibility") {
            return Self::default();
        }
        let pack = Pack::read(packs::text("accessibility"));
        let none = Group::default();
        let group = |name: &str| pack.recogniser(name).unwrap_or(&none);
        let own = own_words(playbook);
        let tags = group("hashtag-case");
        let rules = Rules {
            hashtags: Rule::new(tags),
            splitter: Splitter::new(&own),
            most: group("emoji-run").number("Most").unwrap_or(2),
            run: Rule::new(group("emoji-run")),
            least: group("emoji-bullet").number("Least").unwrap_or(2),
            bullets: Rule::new(group("emoji-bullet")),
            fancy: Rule::new(group("fancy-text")),
            capitals: Capitals::new(
                group("caps").entries("Words"),
                &own,
                group("caps").number("Shortest").unwrap_or(5),
            ),
            caps: Rule::new(group("caps")),
            alt: Rule::new(group("alt-text")),
        };
        Self {
            rules: Some(Box::new(rules)),
        }
    }
}

/// The words that a playbook writes itself: its names, and the words that it prefers and looks for.
fn own_words(playbook: &Playbook) -> Vec<&str> {
    let names = playbook.names.iter().map(|n| n.name.as_str());
    let prefer = playbook.words.iter().flat_map(|w| &w.prefer);
    let signals = playbook.priorities.iter().flat_map(|p| &p.signals);
    let products = playbook.products.iter().map(|p| &p.name);
    let handles = playbook.accounts.iter().map(|a| &a.handle);
    let texts = prefer.chain(signals).chain(products).chain(handles);
    [playbook.brand.as_str()]
        .into_iter()
        .chain(names)
        .chain(texts.map(String::as_str))
        .flat_map(cuecard_text::words)
        .map(|word| word.text)
        .collect()
}

impl Check for Access {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        let Some(rules) = &self.rules else { return };
        rules.hashtags.tell(draft, rules.splitter.find(draft), out);
        // Quotes and dashes are no pictures: only what can be one has the text cut into clusters.
        let strange = |c: char| c >= '\u{1D00}' && !('\u{2000}'..'\u{20E3}').contains(&c);
        if draft.text.chars().any(strange) {
            let runs = emoji::runs(draft.text, rules.most);
            let bullets = emoji::bullets(draft.text, rules.least);
            let free = |(span, _): &(Span, Option<String>)| {
                !runs.iter().any(|(run, _)| run.overlaps(*span))
            };
            let bullets: Vec<_> = bullets.into_iter().filter(free).collect();
            rules.run.tell(draft, runs, out);
            rules.bullets.tell(draft, bullets, out);
            rules.fancy.tell(draft, fancy::find(draft.text), out);
        }
        rules.caps.tell(draft, rules.capitals.find(draft), out);
        let level = match draft.draft.media {
            Media::None | Media::Described => None,
            Media::Attached => rules.alt.unsure,
            Media::Undescribed => rules.alt.level(draft),
        };
        if let Some(level) = level {
            out.push(Finding::new(
                Span::default(),
                level,
                rules.alt.id.clone(),
                rules.alt.why.clone(),
            ));
        }
    }
}

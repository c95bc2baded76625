//! Sentences to judge the reply guard by, and the count of what it says of them.
//!
//! Read by the test `guard_set` and by the example `guard`.

use cuecard_checks::{Checker, Comment, Draft, Finding};
use cuecard_platforms::ComposerKind;
use cuecard_playbook::{Level, Playbook};

/// Written before the pack knew identity, dispute, questions and echo; half of it may be read while tuning.
pub const TUNING: &str = include_str!("../guard_tuning.tsv");
/// The other half: counted, never read while tuning.
pub const ASIDE: &str = include_str!("../guard_aside.tsv");
/// An older set about patient status, with both halves in it.
pub const OLDER: &str = include_str!("../guard_set.tsv");
/// Older still: written to break what there was, then tuned for.
pub const PROBES: &str = include_str!("../guard_probes.tsv");
/// What published violating replies disclosed, in our words.
pub const PUBLISHED: &str = include_str!("../guard_published.tsv");

/// Written blind to the pack; it may be read while tuning.
pub const PRACTICE: &str = include_str!("../guard_practice.tsv");
/// Written by whoever tuned the pack, each half before the pack was changed for it; both may be read.
pub const FAMILIES: &str = include_str!("../guard_families.tsv");
/// By the blind author of [`PRACTICE`]: counted, never read while tuning.
pub const SECOND: &str = include_str!("../guard_second.tsv");

/// A set by name.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// What it is asked for by.
    pub name: &'static str,
    pub title: &'static str,
    file: &'static str,
    /// The half that is meant of a file with a column for it.
    half: Option<&'static str>,
    /// Its sentences are never shown: only counts of it say how the pack does on what it was not written from.
    pub aside: bool,
}

impl Part {
    pub fn lines(&self) -> Vec<Line<'static>> {
        match self.half {
            Some(half) => Line::half(self.file, half),
            None => Line::read(self.file),
        }
    }
}

/// All sets.
pub const PARTS: [Part; 9] = [
    part("published", "published violations", PUBLISHED, None, false),
    part("tuning", "tuning half", TUNING, None, false),
    part(
        "older",
        "older set, tuning half",
        OLDER,
        Some("tuning"),
        false,
    ),
    part("probes", "older probes", PROBES, None, false),
    part("practice", "practice set", PRACTICE, None, false),
    part("families", "probes by family", FAMILIES, None, false),
    part("aside", "set-aside half", ASIDE, None, true),
    part(
        "older-aside",
        "older set, set-aside half",
        OLDER,
        Some("set-aside"),
        true,
    ),
    part("second", "second set, set aside", SECOND, None, true),
];

const fn part(
    name: &'static str,
    title: &'static str,
    file: &'static str,
    half: Option<&'static str>,
    aside: bool,
) -> Part {
    Part {
        name,
        title,
        file,
        half,
        aside,
    }
}

/// A reply that is bad or good.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub bad: bool,
    /// The class that it is of, and the level of that class.
    pub rule: &'a str,
    pub level: Level,
    pub comment: Option<&'a str>,
    pub author: &'a str,
    pub text: &'a str,
}

impl<'a> Line<'a> {
    /// The lines of a file whose columns are named in its first line.
    pub fn read(file: &'a str) -> Vec<Self> {
        let mut lines = file.lines();
        let names: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
        let of = |fields: &[&'a str], name: &str| {
            let at = names.iter().position(|n| *n == name);
            at.and_then(|at| fields.get(at).copied())
                .filter(|field| *field != "-")
        };
        lines
            .map(|line| {
                let fields: Vec<&str> = line.split('\t').collect();
                assert_eq!(fields.len(), names.len(), "{line}");
                let label = of(&fields, "label");
                assert!(matches!(label, Some("bad" | "good")), "{line}");
                Self {
                    bad: label == Some("bad"),
                    rule: of(&fields, "rule").unwrap_or("patient-status"),
                    level: match of(&fields, "level") {
                        Some("warning") => Level::Warning,
                        _ => Level::Error,
                    },
                    comment: of(&fields, "comment"),
                    author: of(&fields, "author").unwrap_or(""),
                    text: of(&fields, "reply").or(of(&fields, "text")).unwrap_or(""),
                }
            })
            .collect()
    }

    /// The lines of one half of a file whose second column says which they are in.
    pub fn half(file: &'a str, half: &str) -> Vec<Self> {
        let halves = file.lines().skip(1).map(|l| l.split('\t').nth(1));
        let lines = Self::read(file).into_iter().zip(halves);
        lines
            .filter(|(_, h)| *h == Some(half))
            .map(|(line, _)| line)
            .collect()
    }

    /// What the guard says of it, as a reply.
    pub fn findings(&self, checker: &Checker) -> Vec<Finding> {
        let draft = Draft {
            text: self.text,
            kind: ComposerKind::Reply,
            answering: (self.comment.is_some() || !self.author.is_empty()).then_some(Comment {
                text: self.comment.unwrap_or(""),
                author: self.author,
            }),
            ..Draft::default()
        };
        let mut findings = checker.check(&draft).findings;
        findings.retain(|f| f.rule.starts_with("reply-guard/"));
        findings
    }

    /// Told right: a bad one at the level of its class or above, a good one without an error.
    pub fn right(&self, findings: &[Finding]) -> bool {
        let gravest = findings.iter().map(|f| f.level).max();
        if self.bad {
            gravest.is_some_and(|level| level >= self.level)
        } else {
            gravest != Some(Level::Error)
        }
    }
}

/// The playbook that ships with the program.
pub fn sample() -> Playbook {
    const TEXT: &str = include_str!("../../../../static/playbook/wrenfield.md");
    cuecard_playbook::compile(TEXT).playbook
}

/// Sentences counted.
#[derive(Debug, Default)]
pub struct Count {
    pub bad: usize,
    /// Found at all, and at the level of the class.
    pub noticed: usize,
    pub found: usize,
    /// Found under the rule of its class.
    pub named: usize,
    /// Found as an error, whatever the level of the class.
    pub errors: usize,
    pub good: usize,
    pub flagged: usize,
    pub flagged_as_error: usize,
}

impl Count {
    /// Counts lines; `wrong` is shown each that is not told right.
    pub fn of(
        checker: &Checker,
        lines: &[Line<'_>],
        mut wrong: impl FnMut(&Line<'_>, &[Finding]),
    ) -> Self {
        let mut count = Self::default();
        for line in lines {
            let findings = line.findings(checker);
            let right = line.right(&findings);
            let any = usize::from(!findings.is_empty());
            let error = usize::from(findings.iter().any(|f| f.level == Level::Error));
            if line.bad {
                count.bad += 1;
                count.noticed += any;
                count.found += usize::from(right);
                let named = findings
                    .iter()
                    .any(|f| f.rule.strip_prefix("reply-guard/") == Some(line.rule));
                count.named += usize::from(named);
                count.errors += error;
            } else {
                count.good += 1;
                count.flagged += any;
                count.flagged_as_error += error;
            }
            if !right {
                wrong(line, &findings);
            }
        }
        count
    }

    /// Percent of the bad that were found, of the good that have an error.
    pub fn shares(&self) -> [f64; 2] {
        [
            share(self.found, self.bad),
            share(self.flagged_as_error, self.good),
        ]
    }
}

/// Percent.
pub fn share(part: usize, of: usize) -> f64 {
    part as f64 * 100.0 / of.max(1) as f64
}

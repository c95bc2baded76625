//! Random drafts: nothing panics, spans fit, fixes apply, and time grows with the length only.

mod common;

use common::{computed, day, playbook};
use cuecard_checks::{Checker, Comment, Draft, Media};
use cuecard_platforms::ComposerKind;

const PIECES: [&str; 85] = [
    "ER",
    " ",
    " ",
    " ",
    "\n",
    "an",
    "a",
    "A",
    "world-class",
    "key",
    "’s",
    "'",
    "—",
    "…",
    "\u{AD}",
    "\u{301}",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "😀",
    "👩🏽‍⚕️",
    "\u{200D}",
    "\u{FE0F}",
    "\u{A0}",
    "漢",
    "ا",
    ".",
    "!",
    ",",
    "(",
    ")",
    "_",
    "-",
    "9",
    "\0",
    "{{",
    "}}",
    "phone",
    "[NAME]",
    "#",
    "@",
    "https://x.example/",
    "#1",
    "best",
    "guarantee",
    "your",
    "visit",
    "you",
    "were",
    "seen",
    "free",
    "Dr",
    "Amara",
    "Okafor",
    "emergency room",
    "Visiting hours are 9 a.m. to 8 p.m. every day in the ER. Call ",
    " for special arrangements.",
    "219-09-9999",
    "4111 1111 1111 1111",
    "1EG4-TE5-MK73",
    "MRN ",
    "5/20/2021",
    "May ",
    "94-year-old",
    "123 Park Drive",
    "Mr. ",
    "a@b.org",
    "::1",
    "203.0.113.7",
    "(415) 555-0132",
    "+44",
    "𝗵𝗲𝗮",
    "ＦＲ",
    "NURSES",
    "#nursesweek",
    "🎉🎉🎉",
    "✅ ",
    "click here",
    "utilized",
    "drug addicts",
    "gift card",
    "write a review",
    "AA 12 34 56 B",
    "2024-06-05T09:15",
];

/// A small generator (Knuth's MMIX constants): the same drafts on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn text(&mut self, pieces: usize) -> String {
        (0..pieces)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }
}

#[test]
fn random_drafts_keep_every_promise() {
    let checker = Checker::new(&playbook());
    let mut random = Random(7);
    let platforms = [
        None,
        Some("x"),
        Some("bluesky"),
        Some("mastodon"),
        Some("nowhere"),
    ];
    let kinds = [
        ComposerKind::Post,
        ComposerKind::Reply,
        ComposerKind::Review,
        ComposerKind::Message,
    ];
    for _ in 0..2_000 {
        let size = random.below(60);
        let text = random.text(size);
        let draft = Draft {
            text: &text,
            platform: platforms[random.below(platforms.len())],
            kind: kinds[random.below(kinds.len())],
            answering: None,
            today: Some(day("2026-11-03")),
            audience: [None, Some("patients")][random.below(2)],
            media: [Media::None, Media::Undescribed][random.below(2)],
            ..Draft::default()
        };
        let report = checker.check(&draft);
        assert_eq!(report, checker.check(&draft), "{text:?}");
        let mut last = 0;
        for finding in &report.findings {
            for span in [finding.span, finding.fixes_at()] {
                assert!(
                    text.get(span.start..span.end).is_some(),
                    "{finding:?} in {text:?}"
                );
            }
            assert!(finding.span.start >= last, "{text:?}");
            last = finding.span.start;
            assert!(
                !finding.message.is_empty() && finding.rule.contains('/'),
                "{finding:?}"
            );
            for n in 0..finding.fixes.len() {
                assert!(finding.apply(&text, n).is_some(), "{finding:?} in {text:?}");
            }
        }
    }
}

/// A person types: what is remembered from draft to draft changes nothing that is said about one.
#[test]
fn typing_on_says_what_a_first_look_says() {
    let (warm, cold) = (Checker::new(&playbook()), Checker::new(&playbook()));
    let mut random = Random(13);
    let mut text = String::new();
    let mut said = 0;
    for _ in 0..2_000 {
        edit(&mut random, &mut text);
        let comment = random.text(6);
        let draft = Draft {
            text: &text,
            platform: Some("x"),
            kind: [ComposerKind::Post, ComposerKind::Reply][random.below(2)],
            answering: (random.below(4) == 0).then_some(Comment {
                text: &comment,
                author: "Amara",
            }),
            ..Draft::default()
        };
        // Of a draft without a sentence nothing is left to remember.
        let forgotten = cold.check(&Draft::default());
        assert_eq!(forgotten.findings, []);
        let report = warm.check(&draft);
        said += usize::from(
            report
                .findings
                .iter()
                .any(|f| f.rule.starts_with("reply-guard/")),
        );
        assert_eq!(report, cold.check(&draft), "{text:?}");
    }
    assert!(said > 300, "the guard speaks in {said} of 2,000 drafts");
}

/// What people do to a draft: mostly a letter or a word more, sometimes less; a sentence again, another draft.
fn edit(random: &mut Random, text: &mut String) {
    let mut at = random.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    match random.below(20) {
        0 => *text = random.text(60),
        1 => text.truncate(at),
        2 | 3 => drop(text.drain(..at)),
        4 => {
            let again = text[at..].to_owned();
            text.push_str(". ");
            text.push_str(&again);
        }
        5..8 => text.insert_str(at, ". Your visit "),
        8..11 => text.push_str("! We were glad that you were seen"),
        _ => text.insert_str(at, PIECES[random.below(PIECES.len())]),
    }
    if text.len() > 250 {
        text.clear();
    }
}

#[test]
fn time_grows_with_the_length() {
    let checker = Checker::new(&playbook());
    let time = |text: &str, runs: usize| {
        let draft = Draft {
            text,
            kind: ComposerKind::Reply,
            platform: Some("x"),
            ..Draft::default()
        };
        // A copy remembers nothing of the last draft.
        let checkers = vec![checker.clone(); runs];
        let start = computed();
        for checker in &checkers {
            assert!(!checker.check(&draft).findings.is_empty());
        }
        computed() - start
    };
    let mut random = Random(11);
    let prose = random.text(1_000);
    for unit in [
        prose.as_str(),
        "ER ",
        "your visit ",
        "a ",
        "we you ",
        "{{",
        "[",
        "best, ",
        "#ER",
        "Amara Okofor ",
        "\u{301}",
        ".",
    ] {
        let of =
            |bytes: usize| unit.chars().cycle().take(bytes).collect::<String>() + " ER your visit";
        let (short, long) = (time(&of(1_000), 30), time(&of(30_000), 1));
        // Four times for the memory that a long text takes; what is quadratic takes thirty times as long.
        assert!(
            long < short * 4.0 + 0.05,
            "{unit:?}: {short} s for thirty texts of 1,000, {long} s for one of 30,000"
        );
    }
}

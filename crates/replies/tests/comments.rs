//! The sample playbook against comments of our own (`comments.tsv`).
#![allow(clippy::print_stdout)]

use cuecard_playbook::{Severity, compile};
use cuecard_replies::{Comment, Replier};

struct Case {
    kind: String,
    protocols: Vec<String>,
    text: String,
}

fn cases() -> Vec<Case> {
    include_str!("comments.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| {
            let mut f = l.splitn(3, '\t');
            let kind = f.next()?.to_owned();
            let protocols = f.next()?.split('|').map(str::to_owned).collect();
            Some(Case {
                kind,
                protocols,
                text: f.next()?.to_owned(),
            })
        })
        .collect()
}

/// Counts of one kind of comment: right, all.
#[derive(Default)]
struct Share(usize, usize);

impl Share {
    fn add(&mut self, right: bool, what: impl FnOnce() -> String) {
        self.1 += 1;
        self.0 += usize::from(right);
        if !right {
            let what = what();
            if !what.is_empty() {
                println!("  missed: {what}");
            }
        }
    }

    fn value(&self) -> f64 {
        self.0 as f64 / self.1.max(1) as f64
    }
}

#[test]
fn the_sample_playbook_answers_our_comments() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../static/playbook/wrenfield.md"
    );
    let source = std::fs::read_to_string(path).expect("the sample playbook");
    let replier = Replier::new(&compile(&source).playbook);
    let (mut first, mut three, mut none, mut calm) = (
        Share::default(),
        Share::default(),
        Share::default(),
        Share::default(),
    );
    let (mut crisis, mut serious) = (Share::default(), Share::default());
    for case in cases() {
        let comment = Comment {
            text: &case.text,
            author: None,
        };
        let answer = replier.answer(&comment, None);
        let level = answer.escalation.as_ref().map(|e| e.level);
        let place = answer
            .replies
            .iter()
            .position(|s| case.protocols.contains(&s.protocol));
        let right = answer
            .escalation
            .as_ref()
            .is_some_and(|e| case.protocols.contains(&e.protocol));
        let seen = || {
            let offered = answer
                .replies
                .iter()
                .map(|s| format!("{} {:.2} ({})", s.protocol, s.score, s.because.join(", ")));
            let offered: Vec<String> = offered.collect();
            let told = answer
                .escalation
                .as_ref()
                .map(|e| format!("{} ({})", e.protocol, e.because.join(", ")));
            format!(
                "[{}] {} -> {:?} {} none {:.2}",
                case.protocols.join("|"),
                case.text,
                told,
                offered.join("; "),
                answer.none
            )
        };
        match case.kind.as_str() {
            "reply" => {
                first.add(level.is_none() && place == Some(0), seen);
                three.add(level.is_none() && place.is_some_and(|p| p < 3), String::new);
            }
            "none" => none.add(
                level.is_none()
                    && answer
                        .replies
                        .iter()
                        .all(|s| case.protocols.contains(&s.protocol)),
                seen,
            ),
            "calm" => calm.add(level.is_none(), seen),
            "crisis" => crisis.add(level == Some(Severity::Crisis) && right, seen),
            "serious" => serious.add(level.is_some() && right, seen),
            other => panic!("unknown kind {other}"),
        }
    }
    for (name, s) in [
        ("top-1", &first),
        ("top-3", &three),
        ("nothing fits", &none),
        ("calm", &calm),
        ("crisis", &crisis),
        ("serious", &serious),
    ] {
        println!("{name:<14} {:>3} of {:>3}  {:.2}", s.0, s.1, s.value());
    }
    for (name, s, floor) in [
        ("top-1", &first, 0.80),
        ("top-3", &three, 0.90),
        ("nothing fits", &none, 0.90),
        ("serious", &serious, 0.70),
    ] {
        assert!(s.value() >= floor, "{name}: {:.2} < {floor}", s.value());
    }
    assert_eq!(crisis.value(), 1.0, "a crisis was not escalated");
    assert_eq!(calm.value(), 1.0, "a figure of speech was escalated");
}

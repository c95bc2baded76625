//! Hospital comments of our own (`suite/`): those for practice, and those that were set aside
//! before anything was tuned.

use std::collections::BTreeMap;

use cuecard_playbook::Severity;
use cuecard_replies::Comment;

use super::sample::{playbook, replier};
use super::target;

/// The files, each a part of its own. Rules may be tuned on those for practice only.
pub const FILES: [&str; 5] = [
    "practice",
    "practice-2",
    "set-aside",
    "third-aside",
    "oblique-aside",
];

/// Prints recall by level, false alarms, and the place of the right protocol.
pub fn run(file: &str, show: bool) {
    let path = match file.ends_with(".tsv") {
        true => file.to_owned(),
        false => format!("{}/suite/{file}.tsv", env!("CARGO_MANIFEST_DIR")),
    };
    let (Some(playbook), Ok(text)) = (playbook(), std::fs::read_to_string(&path)) else {
        println!("LEFT OUT: no sample playbook, or no {path}");
        return;
    };
    let replier = replier(&playbook);
    // Nobody may learn from the comments that were set aside.
    let show = show && !file.contains("aside");
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut add = |what: &'static str, right: bool| {
        let count = counts.entry(what).or_default();
        count.0 += usize::from(right);
        count.1 += 1;
    };
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.splitn(4, '\t').collect();
        let [level, classes, protocols, comment] = fields.as_slice() else {
            println!("MISSED: a line is not understood: {line}");
            continue;
        };
        let text = comment;
        let answer = replier.answer(&Comment { text, author: None }, None);
        let told = answer.escalation.as_ref();
        let own = |id: &str| protocols.split('|').any(|p| p == id);
        let right = match *level {
            "crisis" => told.is_some_and(|e| e.level == Severity::Crisis),
            "serious" => told.is_some(),
            _ => told.is_none(),
        };
        add(
            match *level {
                "crisis" => "crisis",
                "serious" => "serious",
                _ => "calm",
            },
            right,
        );
        let looked = told.is_some() || answer.doubt.is_some();
        match *level {
            "crisis" => add("crisis, looked at", looked),
            "serious" => add("serious, looked at", looked),
            _ => add("calm, untouched", !looked),
        }
        if *level != "calm" {
            // "employee-misconduct-or-labor" is the pack's "employee-misconduct".
            let class = |c: &str| classes.split('|').any(|k| k.starts_with(c));
            let heard = |e: &cuecard_replies::Escalation| {
                class(&e.class) || e.also.iter().any(|c| class(c))
            };
            add("class", told.is_some_and(heard));
        }
        if (*level, *protocols) == ("calm", "-") {
            add("strays", answer.replies.is_empty());
        }
        if own("spanish-language") {
            add("Spanish", answer.language == Some("es"));
        }
        let mut found = true;
        if *protocols != "-" && *protocols != "troll|-" {
            // The doubt names its protocol above the replies.
            let named = told.or(answer.doubt.as_ref());
            let first = named.is_some_and(|e| own(&e.protocol));
            let fits = |s: &cuecard_replies::Suggestion| own(&s.protocol);
            let sure = answer.replies.iter().take(3).any(fits);
            found = first || answer.offered().take(3).any(fits);
            add("top-3", found);
            add("top-3, told to fit", first || sure);
        }
        if show && !(right && found) {
            let offered: Vec<&str> = answer.replies.iter().map(|s| s.protocol.as_str()).collect();
            println!(
                "  [{level} {classes} {protocols}] {comment} -> {:?} {offered:?}",
                told.map(|e| (&e.class, &e.because))
            );
        }
    }
    for (what, asked, floor) in [
        ("crisis", "1.00", 1.0),
        ("serious", "≥ .95", 0.95),
        ("calm", "no alarm; none named", 0.0),
        (
            "crisis, looked at",
            "with the second opinion's doubt; none named",
            0.0,
        ),
        ("serious, looked at", "the same", 0.0),
        ("calm, untouched", "the same", 0.0),
        ("class", "right class among those heard; none named", 0.0),
        ("top-3", "≥ .90", 0.9),
        (
            "top-3, told to fit",
            "without what is named as nearest; none named",
            0.0,
        ),
        ("strays", "told that nothing fits; none named", 0.0),
        ("Spanish", "told as Spanish; none named", 0.0),
    ] {
        let Some(&(n, of)) = counts.get(what) else {
            continue;
        };
        let share = n as f64 / of as f64;
        target(
            &format!("{file}, {what}: {n} of {of}, {share:.3}"),
            asked,
            share >= floor,
        );
    }
}

//! The default escalation pack against its own examples.

use cuecard_playbook::Playbook;
use cuecard_replies::{Comment, Group, Item, Pack, Replier};

const PACK: &str = include_str!("../packs/escalation.md");

fn told(replier: &Replier, text: &str) -> Option<(String, Vec<String>)> {
    let comment = Comment { text, author: None };
    let e = replier.answer(&comment, None).escalation?;
    let all = std::iter::once(e.class).chain(e.also).collect::<Vec<_>>();
    Some((e.because.join(" | "), all))
}

#[test]
fn the_pack_is_understood_as_a_whole() {
    let pack = Pack::read(PACK);
    let replier = Replier::with_pack(&Playbook::default(), &pack);
    let problems: Vec<String> = replier
        .diagnostics()
        .into_iter()
        .filter(|d| d.code == "escalation/pack")
        .map(|d| d.message)
        .collect();
    assert_eq!(problems, Vec::<String>::new());
    for group in &pack.groups {
        let name = &group.name;
        for (what, text) in [
            ("class", &group.class),
            ("owner", &group.owner),
            ("date", &group.date),
            ("time", &group.within),
            ("reason", &group.why),
        ] {
            assert!(!text.is_empty(), "{name} has no {what}");
        }
        assert!(!group.actions.is_empty(), "{name} has no actions");
        assert!(
            group.bad.len() >= 3 && group.good.len() >= 2,
            "{name} has few examples"
        );
    }
    assert_eq!(pack.volume.len(), 2);
}

#[test]
fn what_the_program_carries_is_the_pack_without_its_examples() {
    let (carried, whole) = (Pack::standard(), Pack::read(PACK));
    let texts = |items: &[Item]| -> Vec<String> { items.iter().map(|i| i.text.clone()).collect() };
    assert_eq!(carried.problems, []);
    assert_eq!(carried.volume, whole.volume);
    assert_eq!(carried.figures.len(), whole.figures.len());
    assert_eq!(carried.lists.len(), whole.lists.len());
    assert_eq!(carried.groups.len(), whole.groups.len());
    for (c, w) in carried.groups.iter().zip(&whole.groups) {
        let settings = |g: &Group| (g.name.clone(), g.class.clone(), g.level, g.within.clone());
        assert_eq!(settings(c), settings(w));
        assert_eq!(c.protocols, w.protocols);
        assert_eq!(texts(&c.actions), texts(&w.actions));
        let counts = |g: &Group| (g.phrases.len(), g.unless.len());
        assert_eq!(counts(c), counts(w), "{}", c.name);
        assert!(c.bad.is_empty() && c.good.is_empty() && c.why.is_empty());
    }
}

#[test]
fn every_group_hears_its_examples_and_none_hears_the_harmless_ones() {
    // The examples of the pack as it is written, heard with what the program carries of it.
    let pack = Pack::read(PACK);
    let replier = Replier::with_pack(&Playbook::default(), &Pack::standard());
    let mut wrong = Vec::new();
    for group in &pack.groups {
        for item in &group.bad {
            match told(&replier, &item.text) {
                Some((_, classes)) if classes.contains(&group.class) => {}
                other => wrong.push(format!(
                    "{} not heard: {} {other:?}",
                    group.class, item.text
                )),
            }
        }
        for item in &group.good {
            if let Some(heard) = told(&replier, &item.text) {
                wrong.push(format!("{} false: {} {heard:?}", group.class, item.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

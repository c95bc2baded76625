//! What each phrase of a pack hears by itself, so that those that hear nothing can be
//! seen and taken out: the pack is carried by every card.

use cuecard_playbook::Playbook;
use cuecard_replies::{Comment, Group, Item, Pack, Replier};

/// Prints, for each phrase of the pack, its line, its group's class and how many of the
/// comments in the named files it hears; comments are the last field of each line.
pub fn run(pack: &Pack, files: &[&String]) {
    let texts: Vec<String> = files
        .iter()
        .filter_map(|f| std::fs::read_to_string(f).ok())
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.rsplit('\t').next().map(str::to_owned))
        .collect();
    let playbook = Playbook::default();
    for group in &pack.groups {
        for item in &group.phrases {
            let alone = Pack {
                groups: vec![Group {
                    phrases: vec![Item::clone(item)],
                    ..group.clone()
                }],
                ..pack.clone()
            };
            let replier = Replier::with_pack(&playbook, &alone);
            let hears = |text: &&String| {
                let comment = Comment { text, author: None };
                replier.answer(&comment, None).escalation.is_some()
            };
            let heard = texts.iter().filter(hears).count();
            println!("{heard}\t{}\t{}\t{}", item.line, group.class, item.text);
        }
    }
}

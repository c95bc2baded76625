//! The default pack against comments of our own (`escalation.tsv`), without a playbook.
#![allow(clippy::print_stdout)]

use cuecard_playbook::Playbook;
use cuecard_replies::{Comment, Replier};

#[test]
fn the_pack_alone_hears_our_comments() {
    let replier = Replier::new(&Playbook::default());
    let (mut heard, mut all, mut harmless) = (0usize, 0usize, 0usize);
    for line in include_str!("escalation.tsv").lines() {
        let Some((class, text)) = line.split_once('\t') else {
            continue;
        };
        let told = replier
            .answer(&Comment { text, author: None }, None)
            .escalation;
        if class == "-" {
            if let Some(e) = told {
                println!("false: {text} -> {} {:?}", e.class, e.because);
                harmless += 1;
            }
            continue;
        }
        all += 1;
        match told {
            Some(e) if e.class == class || e.also.iter().any(|c| c == class) => heard += 1,
            Some(e) => println!("other class: {class} {text} -> {} {:?}", e.class, e.because),
            None => println!("missed: {class} {text}"),
        }
    }
    println!("{heard} of {all}, {harmless} false");
    assert_eq!(harmless, 0);
    assert!(heard * 100 >= all * 95, "{heard} of {all}");
}

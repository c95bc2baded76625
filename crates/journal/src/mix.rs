//! How the posts of a month are shared among the playbook's content types, against what was agreed.

use cuecard_platforms::ComposerKind;
use cuecard_playbook::Priority;

use crate::{Entry, What};

/// A content type's part of the posts.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The content type.
    pub name: String,
    /// Posts that served it. One that served two types counts half for each, and so on.
    pub posts: f32,
    /// Its part of all posts that served any type, 0–1; 0 while there are none.
    pub part: f32,
    /// The agreed part, 0–1.
    pub agreed: Option<f32>,
}

/// The mix of the posts in `journal`, in the playbook's order, and how many posts served no type.
///
/// Only posts count: replies and messages answer what others bring up.
#[must_use]
pub fn mix(journal: &str, priorities: &[Priority]) -> (Vec<Share>, usize) {
    let mut shares: Vec<Share> = priorities
        .iter()
        .map(|p| Share {
            name: p.name.clone(),
            posts: 0.0,
            part: 0.0,
            agreed: p.share,
        })
        .collect();
    let mut none = 0;
    for entry in journal.lines().filter_map(Entry::from_line) {
        let (What::Posted { priorities, .. }, ComposerKind::Post) = (entry.what, entry.kind) else {
            continue;
        };
        // A type that the playbook no longer has counts as none.
        let served: Vec<usize> = shares
            .iter()
            .enumerate()
            .filter(|(_, s)| priorities.contains(&s.name))
            .map(|(i, _)| i)
            .collect();
        if served.is_empty() {
            none += 1;
        }
        for i in &served {
            if let Some(share) = shares.get_mut(*i) {
                share.posts += 1.0 / served.len() as f32;
            }
        }
    }
    let all: f32 = shares.iter().map(|s| s.posts).sum();
    if all > 0.0 {
        for share in &mut shares {
            share.part = share.posts / all;
        }
    }
    (shares, none)
}

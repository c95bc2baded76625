//! The limits alone, for counting.
//!
//! The card counts but has no use for selectors. Reading only what it needs keeps the
//! code that reads the rest out of its module.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::model::{ComposerKind, Limit};
use crate::registry::FILES;

/// A platform's file without what counting does not need.
#[derive(Deserialize)]
struct Entry {
    id: String,
    #[serde(default)]
    limits: Limits,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Limits {
    post: Option<Limit>,
    reply: Option<Limit>,
    review: Option<Limit>,
    message: Option<Limit>,
}

/// As [`Platform::limit`](crate::Platform::limit), by id; none for an unknown platform.
pub(super) fn limit(platform: Option<&str>, kind: ComposerKind) -> Option<Limit> {
    static PARSED: OnceLock<Vec<Entry>> = OnceLock::new();
    let entries = PARSED.get_or_init(|| {
        let parse = |file: &&str| serde_json::from_str(file).ok();
        FILES.iter().filter_map(parse).collect()
    });
    let id = platform?;
    let limits = &entries.iter().find(|entry| entry.id == id)?.limits;
    let own = |kind| match kind {
        ComposerKind::Post => limits.post,
        ComposerKind::Reply => limits.reply,
        ComposerKind::Review => limits.review,
        ComposerKind::Message => limits.message,
    };
    own(kind).or_else(|| own(kind.limit_fallback()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_readings_of_the_files_agree() {
        use ComposerKind::{Message, Post, Reply, Review};
        for platform in crate::all() {
            for kind in [Post, Reply, Review, Message] {
                assert_eq!(
                    limit(Some(&platform.id), kind),
                    platform.limit(kind),
                    "{} {kind:?}",
                    platform.id
                );
            }
        }
        assert_eq!(
            (limit(None, Post), limit(Some("unknown"), Post)),
            (None, None)
        );
    }
}

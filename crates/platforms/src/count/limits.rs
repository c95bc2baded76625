//! The limits alone, for counting, as `build.rs` makes them out of the platforms' files.

use crate::model::{ComposerKind, Confidence, Limit, Unit};

const LIMITS: &[(&str, ComposerKind, Limit)] = include!(concat!(env!("OUT_DIR"), "/limits.rs"));

/// As [`Platform::limit`](crate::Platform::limit), by id; none for an unknown platform.
pub(super) fn limit(platform: Option<&str>, kind: ComposerKind) -> Option<Limit> {
    let id = platform?;
    let own = |kind| {
        let row = LIMITS
            .iter()
            .find(|(of, what, _)| *of == id && *what == kind)?;
        Some(row.2)
    };
    own(kind).or_else(|| own(kind.limit_fallback()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_files_say() {
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

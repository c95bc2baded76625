//! What the platforms allow, as `build.rs` makes it out of their files.

use crate::model::{ComposerKind, Confidence, CounterShows, Limit, Shown, Unit};

const LIMITS: &[(&str, ComposerKind, Limit)] = include!(concat!(env!("OUT_DIR"), "/limits.rs"));

const HASHTAGS: Mosts = include!(concat!(env!("OUT_DIR"), "/hashtags.rs"));

const LINKS: Mosts = include!(concat!(env!("OUT_DIR"), "/links.rs"));

const COUNTERS: &[(&str, CounterShows)] = include!(concat!(env!("OUT_DIR"), "/counters.rs"));

/// The most of something, by platform and kind.
type Mosts = &'static [(&'static str, ComposerKind, usize, Confidence)];

/// As [`Platform::limit`](crate::Platform::limit), by id; none for an unknown platform.
#[must_use]
pub fn limit(platform: Option<&str>, kind: ComposerKind) -> Option<Limit> {
    let id = platform?;
    let own = |kind| {
        let row = LIMITS
            .iter()
            .find(|(of, what, _)| *of == id && *what == kind)?;
        Some(row.2)
    };
    own(kind).or_else(|| own(kind.limit_fallback()?))
}

/// The most hashtags that a site allows in a text, where that is known, and how well it is known.
#[must_use]
pub fn most_hashtags(platform: Option<&str>, kind: ComposerKind) -> Option<(usize, Confidence)> {
    most(HASHTAGS, platform?, kind)
}

/// The most links that a site allows in a text, where that is known, and how well it is known.
#[must_use]
pub fn most_links(platform: Option<&str>, kind: ComposerKind) -> Option<(usize, Confidence)> {
    most(LINKS, platform?, kind)
}

fn most(table: Mosts, id: &str, kind: ComposerKind) -> Option<(usize, Confidence)> {
    let row = table
        .iter()
        .find(|(of, what, ..)| *of == id && *what == kind)?;
    Some((row.2, row.3))
}

/// The limit of the page's own server, from what its counter shows beside a draft that uses `used`.
///
/// A counter of what is left already takes off what else counts (Mastodon's content warning), so what comes out is what
/// this text may use.
///
/// ```
/// use cuecard_platforms::limit_shown;
/// assert_eq!(limit_shown("mastodon", "4,988", 12), Some(5000));
/// assert_eq!(limit_shown("mastodon", "-3", 503), Some(500));
/// assert_eq!(limit_shown("soapbox", "Used 12 out of 1,000 characters", 12), Some(1000));
/// assert_eq!(limit_shown("phanpy", "-2/500", 502), Some(500));
/// assert_eq!(limit_shown("x", "268", 12), None);
/// ```
#[must_use]
pub fn limit_shown(platform: &str, counter: &str, used: usize) -> Option<usize> {
    let shows = COUNTERS.iter().find(|(id, _)| *id == platform)?.1;
    let limit = match shows {
        CounterShows::Remaining => {
            let left = numbers(counter).next()?;
            isize::try_from(used).ok()?.checked_add(left)?
        }
        CounterShows::Maximum => numbers(counter).last()?,
    };
    usize::try_from(limit).ok().filter(|limit| *limit > 0)
}

/// The whole numbers of a text, as people group and sign them: `1,000`, `1 000`, `-3`, `−3`.
fn numbers(text: &str) -> impl Iterator<Item = isize> {
    let mut found = Vec::new();
    let mut current: Option<isize> = None;
    let mut negative = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if let Some(digit) = c.to_digit(10) {
            let so_far = current.unwrap_or(0);
            current = Some(so_far.saturating_mul(10).saturating_add(digit as isize));
            continue;
        }
        let groups = matches!(c, ',' | '.' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}');
        let goes_on = chars.peek().is_some_and(char::is_ascii_digit);
        if current.is_some() && groups && goes_on {
            continue;
        }
        if let Some(number) = current.take() {
            found.push(if negative { -number } else { number });
        }
        negative = matches!(c, '-' | '\u{2212}') && goes_on;
    }
    if let Some(number) = current {
        found.push(if negative { -number } else { number });
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [ComposerKind; 4] = [
        ComposerKind::Post,
        ComposerKind::Reply,
        ComposerKind::Review,
        ComposerKind::Message,
    ];

    #[test]
    fn the_tables_say_what_the_files_say() {
        for platform in crate::all() {
            let id = Some(platform.id.as_str());
            for kind in KINDS {
                let name = format!("{} {kind:?}", platform.id);
                assert_eq!(limit(id, kind), platform.limit(kind), "{name}");
                let own = |of: &std::collections::BTreeMap<ComposerKind, crate::Most>| {
                    of.get(&kind).map(|most| (most.max, most.origin.confidence))
                };
                assert_eq!(most_hashtags(id, kind), own(&platform.hashtags), "{name}");
                assert_eq!(most_links(id, kind), own(&platform.links), "{name}");
            }
            let counters: Vec<CounterShows> = platform
                .composers
                .iter()
                .filter_map(|composer| composer.counter.as_ref().map(|c| c.shows))
                .collect();
            let table = COUNTERS.iter().find(|(id, _)| *id == platform.id);
            assert!(
                counters.iter().all(|c| Some(*c) == table.map(|row| row.1)),
                "{}: one meaning for all counters",
                platform.id
            );
        }
        let unknown = Some("unknown");
        assert_eq!(limit(None, KINDS[0]), None);
        assert_eq!(limit(unknown, KINDS[0]), None);
        assert_eq!(most_hashtags(unknown, KINDS[0]), None);
        assert_eq!(most_links(None, KINDS[0]), None);
    }

    #[test]
    fn a_counter_that_says_nothing_gives_no_limit() {
        for (platform, counter, used, limit) in [
            ("mastodon", "500", 0, Some(500)),
            ("mastodon", "497", 3, Some(500)),
            ("mastodon", "1\u{a0}234", 0, Some(1234)),
            ("mastodon", "\u{2212}12", 512, Some(500)),
            ("mastodon", "-600", 500, None),
            ("mastodon", "", 3, None),
            ("mastodon", "…", 3, None),
            ("mastodon", "99999999999999999999999", 3, None),
            ("soapbox", "Used 0 out of 500 characters", 0, Some(500)),
            (
                "soapbox",
                "Used 1.024 out of 5.000 characters",
                1024,
                Some(5000),
            ),
            ("phanpy", "500/500", 0, Some(500)),
            ("phanpy", "", 0, None),
            ("bluesky", "300", 0, None),
        ] {
            assert_eq!(limit_shown(platform, counter, used), limit, "{counter}");
        }
    }
}

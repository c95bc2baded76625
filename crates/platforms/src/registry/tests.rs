//! The data files are complete, and say what the extension attaches to.

use super::*;
use crate::model::{Answering, ComposerKind};

#[test]
fn every_file_parses() {
    for file in FILES {
        let parsed: Result<Platform, _> = serde_json::from_str(file);
        assert!(parsed.is_ok(), "{:?} in {}", parsed.err(), &file[..40]);
    }
    assert_eq!(all().len(), FILES.len());
}

#[test]
fn ids_and_hosts_are_unique_and_found() {
    for (i, platform) in all().iter().enumerate() {
        assert_eq!(by_id(&platform.id), Some(platform));
        for host in &platform.hosts {
            assert_eq!(by_host(host), Some(platform), "{host}");
            assert!(
                host.contains('.')
                    && host
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b"-.".contains(&b))
            );
        }
        let somewhere = !platform.hosts.is_empty() || !platform.detect.is_empty();
        assert!(somewhere && i < FILES.len(), "{}", platform.id);
        for (host, path) in &platform.paths {
            assert!(platform.hosts.contains(host), "{host}");
            assert!(path.starts_with('/') && path.ends_with('/'), "{path}");
        }
    }
    assert_eq!(
        (by_id("X"), by_host("facebook.com"), by_host("")),
        (None, None, None)
    );
}

#[test]
fn the_extension_attaches_to_these_hosts_and_no_others() {
    let hosts: Vec<&str> = all()
        .iter()
        .filter(|platform| !platform.composers.is_empty())
        .flat_map(|platform| platform.hosts.iter().map(String::as_str))
        .collect();
    assert_eq!(
        hosts,
        [
            "x.com",
            "twitter.com",
            "pro.x.com",
            "www.facebook.com",
            "web.facebook.com",
            "www.instagram.com",
            "www.threads.com",
            "www.threads.net",
            "www.linkedin.com",
            "bsky.app",
            "mastodon.social",
            "mastodon.online",
            "phanpy.social",
            "www.youtube.com",
            "studio.youtube.com",
            "www.tiktok.com",
            "www.reddit.com",
            "sh.reddit.com",
            "old.reddit.com",
            "business.google.com",
            "www.google.com",
            "business.facebook.com",
            "www.pinterest.com",
            "nextdoor.com",
        ]
    );
}

/// Selectors are run by browsers; here only slips of the pen are found.
fn looks_like_a_selector(selector: &str) -> bool {
    let balanced =
        |open: char, close: char| selector.matches(open).count() == selector.matches(close).count();
    !selector.trim().is_empty()
        && selector.trim() == selector
        && balanced('[', ']')
        && balanced('(', ')')
        && selector.matches('"').count().is_multiple_of(2)
}

fn is_dated(source: &str, date: &str) -> bool {
    let month = date.get(5..).and_then(|month| month.parse::<u8>().ok());
    source.len() > 10
        && date.len() == 7
        && date.starts_with("20")
        && month.is_some_and(|month| (1..=12).contains(&month))
}

fn has_origin(origin: &crate::Origin) -> bool {
    is_dated(&origin.source, &origin.date)
}

/// A selector that may end in `@` and an attribute.
fn without_attribute(selector: &str) -> &str {
    let attribute = selector
        .rsplit_once('@')
        .filter(|(_, name)| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    attribute.map_or(selector, |(selector, _)| selector)
}

#[test]
fn every_entry_is_complete() {
    for platform in all() {
        let id = &platform.id;
        assert!(!platform.name.is_empty(), "{id}");
        for limit in platform.limits.values() {
            assert!(limit.limit.max > 0, "{id}");
            assert!(is_dated(&limit.source, &limit.date), "{id}: {limit:?}");
        }
        for most in platform.hashtags.values().chain(platform.links.values()) {
            assert!(most.max > 0 && has_origin(&most.origin), "{id}: {most:?}");
        }
        let account = platform.account.iter();
        for selector in account.clone().flat_map(|account| &account.select) {
            assert!(
                looks_like_a_selector(without_attribute(selector)),
                "{id}: {selector}"
            );
        }
        assert!(account.clone().all(|a| !a.origin.date.is_empty()), "{id}");
        if let Some(alt) = &platform.alt {
            assert!(looks_like_a_selector(&alt.select), "{id}: {alt:?}");
            assert!(alt.max > 0 && has_origin(&alt.origin), "{id}: {alt:?}");
        }
        if let Some(media) = &platform.media {
            let places = &media.places;
            let marks = [places.described.as_deref(), places.bare.as_deref()];
            for selector in marks.into_iter().flatten().chain([&*places.item]) {
                assert!(looks_like_a_selector(selector), "{id}: {selector}");
            }
            assert!(has_origin(&media.origin), "{id}: {media:?}");
        }
        assert!(!platform.composers.is_empty(), "{id}");
        for composer in &platform.composers {
            assert!(has_origin(&composer.origin), "{id}: {composer:?}");
            let parts = composer.answering.iter().flat_map(selectors);
            let counter = composer.counter.as_ref();
            let own = [
                Some(composer.select.as_str()),
                composer.submit.as_deref(),
                composer.shadow.as_deref(),
                counter.map(|counter| without_attribute(&counter.select)),
            ];
            for selector in own.into_iter().flatten().chain(parts) {
                assert!(looks_like_a_selector(selector), "{id}: {selector}");
            }
        }
    }
}

#[test]
fn composers_have_names_of_their_own() {
    for platform in all() {
        let mut ids: Vec<&str> = platform.composers.iter().map(|c| c.id.as_str()).collect();
        let named = |id: &str| {
            !id.is_empty()
                && id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        assert!(ids.iter().all(|id| named(id)), "{}: {ids:?}", platform.id);
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{}: {ids:?}", platform.id);
    }
}

#[test]
fn people_may_call_a_platform_by_other_names() {
    for (name, id) in [
        ("X", "x"),
        ("Twitter", "x"),
        ("ig", "instagram"),
        ("IG", "instagram"),
        ("FB", "facebook"),
        ("Meta Business Suite", "meta-business-suite"),
        ("MBS", "meta-business-suite"),
        ("gbp", "google-business"),
        ("Google reviews", "google-business"),
        ("bsky", "bluesky"),
        ("YouTube Studio", "youtube"),
        ("linked-in", "linkedin"),
        (" Threads ", "threads"),
    ] {
        assert_eq!(by_name(name).map(|p| p.id.as_str()), Some(id), "{name}");
    }
    assert_eq!((by_name(""), by_name("myspace")), (None, None));
}

/// Nobody knows by which name a platform is meant that two of them have.
#[test]
fn no_two_platforms_have_a_name_in_common() {
    for platform in all() {
        let names = platform
            .aliases
            .iter()
            .chain([&platform.id, &platform.name]);
        for name in names {
            assert_eq!(by_name(name), Some(platform), "{name}");
        }
    }
}

fn selectors(answering: &Answering) -> Vec<&str> {
    let optional = [answering.within.as_deref(), answering.link.as_deref()];
    let author = answering.author_parts().map(|(selector, _)| selector);
    let needed = [answering.block.as_str(), answering.text.as_str()];
    let optional = optional.into_iter().flatten().chain(author);
    needed.into_iter().chain(optional).collect()
}

#[test]
fn an_authors_attribute_is_told_from_an_at_sign_in_a_selector() {
    for (author, parts) in [
        (Some(r#"a[href^="/@"]"#), Some((r#"a[href^="/@"]"#, None))),
        (
            Some(":scope@aria-label"),
            Some((":scope", Some("aria-label"))),
        ),
        (
            Some(r#"a[href^="/@"]@title"#),
            Some((r#"a[href^="/@"]"#, Some("title"))),
        ),
        (Some("h3 a"), Some(("h3 a", None))),
        (Some("@title"), Some(("@title", None))),
        (None, None),
    ] {
        let answering = Answering {
            author: author.map(str::to_owned),
            ..all()[0].composers[0].answering[0].clone()
        };
        assert_eq!(answering.author_parts(), parts);
    }
}

#[test]
fn replies_have_the_limit_of_a_post_and_messages_do_not() {
    let max = |id: &str, kind| by_id(id).and_then(|p| p.limit(kind)).map(|l| l.max);
    assert_eq!(max("x", ComposerKind::Reply), Some(280));
    assert_eq!(max("x", ComposerKind::Message), None);
    assert_eq!(max("linkedin", ComposerKind::Reply), Some(1250));
    assert_eq!(max("bluesky", ComposerKind::Message), Some(1000));
    assert_eq!(max("nextdoor", ComposerKind::Post), None);
}

#[test]
fn entries_survive_a_round_trip() {
    for platform in all() {
        let written = serde_json::to_string(platform).unwrap();
        assert_eq!(
            &serde_json::from_str::<Platform>(&written).unwrap(),
            platform
        );
    }
}

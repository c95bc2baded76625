//! The data files are complete, and say what the extension attaches to.

use super::*;
use crate::model::{Answering, ComposerKind, Confidence};

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
        assert!(
            !platform.hosts.is_empty() && i < FILES.len(),
            "{}",
            platform.id
        );
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
            "www.instagram.com",
            "www.threads.com",
            "www.threads.net",
            "www.linkedin.com",
            "bsky.app",
            "mastodon.social",
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

#[test]
fn every_entry_is_complete() {
    for platform in all() {
        let id = &platform.id;
        assert!(
            !platform.name.is_empty() && !platform.source.is_empty(),
            "{id}"
        );
        assert!(
            platform.date.len() == 7 && platform.date.starts_with("20"),
            "{id}"
        );
        assert!(platform.limits.values().all(|limit| limit.max > 0), "{id}");
        for composer in &platform.composers {
            assert!(
                composer.confidence <= Confidence::C,
                "{id}: {}",
                composer.select
            );
            let parts = composer.answering.iter().flat_map(selectors);
            let own = [Some(composer.select.as_str()), composer.submit.as_deref()];
            for selector in own.into_iter().flatten().chain(parts) {
                assert!(looks_like_a_selector(selector), "{id}: {selector}");
            }
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

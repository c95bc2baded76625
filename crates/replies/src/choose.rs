//! Which of a protocol's approved replies is offered.

use cuecard_platforms::{ComposerKind, count};
use cuecard_playbook::{Permission, Protocol};

use crate::answer::Variant;
use crate::language::tag;

/// What a reply is wanted for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Platform id.
    pub platform: Option<&'a str>,
    /// Language of the comment; none when it is not known.
    pub language: Option<&'static str>,
    /// Ids of the variants that were used on this thread, the latest last.
    pub used: &'a [String],
}

/// The replies that may be offered, the fitting one first: in the comment's language where
/// there is one in it, written for the platform, then general; one that fits the platform's
/// limit before one that does not (the length is then a finding beside the draft, not a
/// reason to offer nothing). Among equals the one that this thread has read least often.
/// None where the playbook forbids replying or says to do nothing.
pub fn replies(protocol: &Protocol, wanted: Wanted<'_>) -> Vec<Variant> {
    if protocol.permission == Permission::MustNotReply || does_nothing(protocol) {
        return Vec::new();
    }
    let mut out: Vec<((bool, bool, bool, usize), Variant)> = Vec::new();
    for (n, reply) in protocol.replies.iter().enumerate() {
        let for_what = reply.platform.as_deref();
        let language = for_what.and_then(tag);
        let platform = for_what.filter(|_| language.is_none());
        let here = |p: &str| wanted.platform.is_some_and(|q| p.eq_ignore_ascii_case(q));
        if platform.is_some_and(|p| !here(p)) {
            continue;
        }
        // A reply in a language that the comment is not written in is for other comments.
        if language.is_some() && language != wanted.language {
            continue;
        }
        let fits = count(wanted.platform, ComposerKind::Reply, &reply.text).valid;
        let id = format!("{}/{}", protocol.id, n + 1);
        let used = wanted.used.iter().filter(|u| **u == id).count();
        let key = (language.is_none(), platform.is_none(), !fits, used);
        out.push((
            key,
            Variant {
                id,
                text: reply.text.clone(),
                language: language.map(str::to_owned),
            },
        ));
    }
    let key = |v: &(bool, bool, bool, usize)| *v;
    cuecard_text::sorted(out, |a, b| key(&a.0).cmp(&key(&b.0)))
        .into_iter()
        .map(|(_, v)| v)
        .collect()
}

/// Whether the playbook says, as an action, to leave the comment alone.
fn does_nothing(protocol: &Protocol) -> bool {
    protocol.actions.iter().any(|a| {
        let a = a.trim().trim_end_matches('.').to_lowercase();
        matches!(
            a.as_str(),
            "do nothing"
                | "nothing"
                | "ignore"
                | "let it stand"
                | "no reply"
                | "do not reply"
                | "don't reply"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuecard_playbook::Reply;

    fn protocol(replies: &[(Option<&str>, &str)]) -> Protocol {
        let reply = |&(platform, text): &(Option<&str>, &str)| Reply {
            platform: platform.map(str::to_owned),
            text: text.to_owned(),
            line: 1,
        };
        Protocol {
            replies: replies.iter().map(reply).collect(),
            ..Protocol::default()
        }
    }

    fn reply(p: &Protocol, platform: Option<&str>) -> Option<String> {
        let wanted = Wanted {
            platform,
            ..Wanted::default()
        };
        replies(p, wanted).into_iter().next().map(|v| v.text)
    }

    #[test]
    fn the_language_of_the_comment_and_what_was_read_already_decide() {
        let mut p = protocol(&[
            (None, "one"),
            (None, "two"),
            (Some("es"), "uno"),
            (Some("x"), "x"),
        ]);
        p.id = "p".to_owned();
        let first = |language, platform, used: &[&str]| {
            let used: Vec<String> = used.iter().map(|u| (*u).to_owned()).collect();
            let wanted = Wanted {
                platform,
                language,
                used: &used,
            };
            replies(&p, wanted).into_iter().next().map(|v| v.text)
        };
        for (language, platform, used, want) in [
            (None, None, &[][..], "one"),
            (Some("en"), None, &[], "one"),
            (Some("es"), None, &[], "uno"),
            (Some("es"), Some("x"), &[], "uno"),
            (Some("en"), Some("x"), &[], "x"),
            (None, None, &["p/1"], "two"),
            (None, None, &["p/1", "p/2"], "one"),
            (None, None, &["p/1", "p/2", "p/1"], "two"),
        ] {
            assert_eq!(
                first(language, platform, used).as_deref(),
                Some(want),
                "{language:?} {platform:?} {used:?}"
            );
        }
    }

    #[test]
    fn the_fitting_reply_is_chosen() {
        let long = "word ".repeat(90);
        let p = protocol(&[(None, &long), (None, "short"), (Some("facebook"), "fb")]);
        for (platform, want) in [
            (Some("facebook"), "fb"),
            (Some("Facebook"), "fb"),
            (Some("x"), "short"),
            (Some("nowhere"), long.as_str()),
            (None, &long),
        ] {
            assert_eq!(reply(&p, platform).as_deref(), Some(want), "{platform:?}");
        }
        let only_long = protocol(&[(None, &long)]);
        assert_eq!(reply(&only_long, Some("x")).as_deref(), Some(long.as_str()));
        let elsewhere = protocol(&[(Some("x"), "x only")]);
        assert_eq!(reply(&elsewhere, Some("facebook")), None);
    }

    #[test]
    fn nothing_is_offered_where_nothing_may_be_said() {
        let mut p = protocol(&[(None, "hello")]);
        p.permission = Permission::MustNotReply;
        assert_eq!(reply(&p, None), None);
        p.permission = Permission::MayReply;
        p.actions = vec!["Do nothing.".to_owned()];
        assert_eq!(reply(&p, None), None);
    }
}

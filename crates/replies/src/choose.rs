//! Which of a protocol's approved replies is offered.

use cuecard_platforms::{ComposerKind, count};
use cuecard_playbook::{Permission, Protocol};

/// The reply for a platform: the one written for it, else the first general one
/// that fits its limit, else the first general one (the length is then a finding
/// beside the draft, not a reason to offer nothing). None where the playbook
/// forbids replying or says to do nothing, or has only replies for other platforms.
pub fn reply<'a>(protocol: &'a Protocol, platform: Option<&str>) -> Option<&'a str> {
    if protocol.permission == Permission::MustNotReply || does_nothing(protocol) {
        return None;
    }
    let for_it = protocol.replies.iter().filter(|r| {
        r.platform
            .as_deref()
            .is_some_and(|p| platform.is_some_and(|q| p.eq_ignore_ascii_case(q)))
    });
    let general = || protocol.replies.iter().filter(|r| r.platform.is_none());
    let fits = |text: &str| count(platform, ComposerKind::Reply, text).valid;
    let found = for_it
        .clone()
        .find(|r| fits(&r.text))
        .or(for_it.into_iter().next());
    found
        .or_else(|| general().find(|r| fits(&r.text)))
        .or_else(|| general().next())
        .map(|r| r.text.as_str())
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
            assert_eq!(reply(&p, platform), Some(want), "{platform:?}");
        }
        let only_long = protocol(&[(None, &long)]);
        assert_eq!(reply(&only_long, Some("x")), Some(long.as_str()));
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

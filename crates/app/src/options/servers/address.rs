//! From what a person types to a host name.

use crate::i18n::Say;

/// Why a text names no server that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was typed.
    Empty,
    /// `http://`, or another scheme than `https://`; the scheme.
    Scheme(String),
    /// No host name in it; what was typed.
    NoHost(String),
    /// A host name without a dot, which only means something in one network; the name.
    OneWord(String),
    /// Numbers in place of a name; the numbers.
    Numbers(String),
    /// Cuecard works there anyway; host and platform.
    Listed(String, &'static str),
    /// It is on the list; the host.
    Known(String),
}

impl Wrong {
    /// What is wrong, where, and how to mend it.
    #[must_use]
    pub fn words(&self, say: Say) -> String {
        match self {
            Self::Empty => say("options_server_empty", &[]),
            Self::Scheme(scheme) => say("options_server_scheme", &[scheme]),
            Self::NoHost(typed) => say("options_server_no_host", &[typed]),
            Self::OneWord(host) => say("options_server_one_word", &[host]),
            Self::Numbers(host) => say("options_server_numbers", &[host]),
            Self::Listed(host, platform) => say("options_server_listed", &[host, platform]),
            Self::Known(host) => say("options_server_known", &[host]),
        }
    }
}

/// The host in what was typed: a name, an address of any page of the server, or an account there (`@who@host`).
///
/// `ascii` gives a host name as it travels (lower case, `xn--` for other scripts), or nothing where it can be none: in
/// the browser that is its own reader of addresses. `known` are the servers that were added before.
pub fn host_of(
    typed: &str,
    ascii: impl Fn(&str) -> Option<String>,
    known: &[impl AsRef<str>],
) -> Result<String, Wrong> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Wrong::Empty);
    }
    let rest = match typed.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => rest,
        Some((scheme, _)) => return Err(Wrong::Scheme([scheme, "://"].concat())),
        None => typed,
    };
    let no_host = || Wrong::NoHost(typed.to_owned());
    // Of an address the host comes first, of an account last; with a port the browser's patterns have nothing to do.
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = authority
        .rsplit('@')
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    let named = match named.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        Some(_) => return Err(no_host()),
        None => named,
    };
    if named.is_empty() || named.chars().any(is_foreign) {
        return Err(no_host());
    }
    let host = ascii(named).ok_or_else(no_host)?;
    if host.len() > 253 || !host.split('.').all(is_label) {
        return Err(no_host());
    }
    let Some((_, last)) = host.rsplit_once('.') else {
        return Err(Wrong::OneWord(host));
    };
    if last.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Wrong::Numbers(host));
    }
    if let Some(platform) = cuecard_platforms::by_host(&host)
        && !platform.composers.is_empty()
    {
        return Err(Wrong::Listed(host, &platform.name));
    }
    if known.iter().any(|k| k.as_ref() == host) {
        return Err(Wrong::Known(host));
    }
    Ok(host)
}

/// What stands in no host name of any script. (`*` would make a pattern of it that matches other hosts.)
fn is_foreign(c: char) -> bool {
    c.is_whitespace() || c.is_control() || (c.is_ascii_punctuation() && c != '-' && c != '.')
}

/// A part between two dots.
fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::english;

    fn ascii(host: &str) -> Option<String> {
        // What the browser does, for the hosts of this test.
        Some(match host {
            "möwe.example" => "xn--mwe-sna.example".to_owned(),
            other => other.to_ascii_lowercase(),
        })
    }

    fn read(typed: &str) -> Result<String, Wrong> {
        host_of(typed, ascii, &["known.example"])
    }

    #[test]
    fn a_server_is_found_in_what_people_paste() {
        for (typed, want) in [
            ("social.example", "social.example"),
            ("  Social.Example. ", "social.example"),
            ("https://social.example", "social.example"),
            (
                "HTTPS://social.example/@wrenfield/114?a=b#c",
                "social.example",
            ),
            ("https://social.example:8443/home", "social.example"),
            ("@wrenfield@social.example", "social.example"),
            ("wrenfield@social.example", "social.example"),
            ("möwe.example", "xn--mwe-sna.example"),
            ("a.b-c.social.example", "a.b-c.social.example"),
        ] {
            assert_eq!(read(typed), Ok(want.to_owned()), "{typed:?}");
        }
    }

    #[test]
    fn what_is_none_is_refused_with_the_reason() {
        let no_host = |typed: &str| Wrong::NoHost(typed.to_owned());
        for (typed, want) in [
            (" ", Wrong::Empty),
            ("http://social.example", Wrong::Scheme("http://".into())),
            ("file:///etc", Wrong::Scheme("file://".into())),
            ("https://", no_host("https://")),
            ("our server", no_host("our server")),
            ("*.example", no_host("*.example")),
            ("social..example", no_host("social..example")),
            ("-a.example", no_host("-a.example")),
            ("a_b.example", no_host("a_b.example")),
            ("social.example:port", no_host("social.example:port")),
            ("[::1]", no_host("[::1]")),
            ("localhost", Wrong::OneWord("localhost".into())),
            ("127.0.0.1", Wrong::Numbers("127.0.0.1".into())),
            ("x.com", Wrong::Listed("x.com".into(), "X")),
            ("known.example", Wrong::Known("known.example".into())),
        ] {
            let got = read(typed);
            assert_eq!(got.as_ref(), Err(&want), "{typed:?}");
            assert!(!got.unwrap_err().words(english::say).is_empty());
        }
    }

    #[test]
    fn what_the_browser_reads_as_no_host_is_none() {
        assert_eq!(
            host_of("a.example", |_| None, &[] as &[&str]),
            Err(Wrong::NoHost("a.example".into()))
        );
    }
}

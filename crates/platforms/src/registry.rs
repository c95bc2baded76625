//! The platforms that Cuecard knows.

use std::sync::OnceLock;

use crate::model::Platform;

/// One file a platform. Which of them the extension attaches to is decided by
/// whether they have composers.
const FILES: [&str; 16] = [
    include_str!("../data/x.json"),
    include_str!("../data/facebook.json"),
    include_str!("../data/instagram.json"),
    include_str!("../data/threads.json"),
    include_str!("../data/linkedin.json"),
    include_str!("../data/bluesky.json"),
    include_str!("../data/mastodon.json"),
    include_str!("../data/phanpy.json"),
    include_str!("../data/soapbox.json"),
    include_str!("../data/youtube.json"),
    include_str!("../data/tiktok.json"),
    include_str!("../data/reddit.json"),
    include_str!("../data/google-business.json"),
    include_str!("../data/meta-business-suite.json"),
    include_str!("../data/pinterest.json"),
    include_str!("../data/nextdoor.json"),
];

/// All platforms, in a fixed order, read once.
///
/// A file that does not parse is left out: a platform is missing then, and nothing else breaks. A test
/// proves that each one parses.
#[must_use]
pub fn all() -> &'static [Platform] {
    static PARSED: OnceLock<Vec<Platform>> = OnceLock::new();
    PARSED.get_or_init(|| {
        FILES
            .iter()
            .filter_map(|file| serde_json::from_str(file).ok())
            .collect()
    })
}

/// The platform with an id: `x`, `google-business`.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Platform> {
    all().iter().find(|platform| platform.id == id)
}

/// The platform that people mean by a name: its id, its name, or what else they call it, in any case and with any
/// spaces and dashes.
///
/// ```
/// use cuecard_platforms::by_name;
/// let id = |name| by_name(name).map(|platform| platform.id.as_str());
/// assert_eq!(id("Twitter"), Some("x"));
/// assert_eq!(id("meta-business suite"), Some("meta-business-suite"));
/// assert_eq!(id("carrier pigeon"), None);
/// ```
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Platform> {
    let bare = |name: &str| -> String {
        let letters = name
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_'));
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = bare(name);
    let is = |name: &String| bare(name) == wanted;
    all()
        .iter()
        .find(|platform| is(&platform.id) || is(&platform.name) || platform.aliases.iter().any(is))
}

/// The platform of a host name, exactly as in the address: `www.facebook.com`.
#[must_use]
pub fn by_host(host: &str) -> Option<&'static Platform> {
    all()
        .iter()
        .find(|platform| platform.hosts.iter().any(|known| known == host))
}

#[cfg(test)]
mod tests;

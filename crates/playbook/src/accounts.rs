//! As whom a page posts, held against the accounts that a playbook is for.

use crate::model::Playbook;

/// A page posts as somebody whom the playbook is not for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherAccount {
    /// The account: its handle where the page shows one, else what it shows.
    pub shown: String,
    /// The accounts on this platform that the playbook is for, as written.
    pub ours: Vec<String>,
}

/// Words with which a page may describe a picture of whoever is logged in, without saying who that is.
const NOBODY: [&str; 20] = [
    "a", "account", "avatar", "channel", "default", "icon", "image", "logo", "me", "menu", "my",
    "of", "page", "photo", "picture", "profile", "s", "the", "user", "your",
];

impl Playbook {
    /// Whether a page posts as another account than the playbook's on that platform. `shown` is what the page shows: a
    /// handle, a name, an address, or a sentence with one of them. None where it is ours, and where nothing can be
    /// said: the playbook names no account there, or the page shows nobody.
    #[must_use]
    pub fn other_account(&self, platform: &str, shown: &str) -> Option<OtherAccount> {
        let ours: Vec<&str> = (self.accounts.iter())
            .filter(|account| account.platform == platform)
            .map(|account| account.handle.as_str())
            .collect();
        let shown = shown.trim();
        let mut words = shown.split(|c: char| !c.is_alphanumeric());
        let says_nobody =
            words.all(|word| word.is_empty() || NOBODY.contains(&&*word.to_lowercase()));
        if ours.is_empty() || says_nobody {
            return None;
        }
        let handles = handles(shown);
        let (is_ours, shown) = match handles.first() {
            Some(first) => {
                let mut all = handles.iter();
                let known = all.any(|handle| ours.iter().any(|own| is_same(handle, own)));
                (known, format!("@{}", bare(first)))
            }
            None => {
                let text = squashed(shown);
                let mut names = ours.iter().copied().chain([self.brand.as_str()]);
                let holds = |name: &str| !name.is_empty() && text.contains(name);
                (names.any(|name| holds(&squashed(name))), shown.to_owned())
            }
        };
        (!is_ours).then(|| OtherAccount {
            shown,
            ours: ours.into_iter().map(str::to_owned).collect(),
        })
    }
}

/// The handles in what a page shows: words that begin with `@`, or the end of an address.
fn handles(shown: &str) -> Vec<&str> {
    if shown.contains('/') && !shown.contains(char::is_whitespace) {
        let path = shown.split(['?', '#']).next().unwrap_or(shown);
        return path
            .rsplit('/')
            .find(|p| !p.is_empty())
            .into_iter()
            .collect();
    }
    let words = shown.split_whitespace();
    let words = words.map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && !"@_".contains(c)));
    words
        .filter(|w| w.len() > 1 && w.starts_with('@'))
        .collect()
}

fn bare(handle: &str) -> &str {
    handle.trim().trim_start_matches('@')
}

/// Whether two handles are one account's; one of them may lack its server.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one).to_lowercase(), bare(other).to_lowercase());
    let user = |handle: &str| handle.split('@').next().unwrap_or("").to_owned();
    one == other || (one.contains('@') != other.contains('@') && user(&one) == user(&other))
}

/// Letters and digits only: pages write `Riverside Health` where the handle is `RiversideHealth`.
fn squashed(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Account;

    fn riverside() -> Playbook {
        let account = |platform: &str, handle: &str| Account {
            platform: platform.into(),
            handle: handle.into(),
        };
        Playbook {
            brand: "Riverside Health".into(),
            accounts: vec![
                account("x", "@riversidehealth"),
                account("x", "@riversidejobs"),
                account("facebook", "RiversideHealth"),
                account("mastodon", "@riverside@social.example"),
                account("bluesky", "riverside.example"),
            ],
            ..Playbook::default()
        }
    }

    #[test]
    fn ours_in_whatever_words_the_page_says_it() {
        for (platform, shown) in [
            ("x", "Riverside Health @RiversideHealth"),
            ("x", "/riversidehealth"),
            ("x", "Careers @riversidejobs"),
            ("facebook", "Comment as Riverside Health"),
            ("mastodon", "@riverside"),
            ("mastodon", "@riverside@social.example"),
            ("bluesky", "/profile/riverside.example"),
            // Nothing can be said.
            ("x", ""),
            ("x", "Account menu"),
            ("x", "Your profile picture"),
            ("linkedin", "Jane Doe"),
            ("", "Jane Doe"),
        ] {
            assert_eq!(
                riverside().other_account(platform, shown),
                None,
                "{platform}: {shown}"
            );
        }
    }

    #[test]
    fn somebody_else() {
        for (platform, shown, named) in [
            ("x", "Jane Doe @jane_doe", "@jane_doe"),
            // The handle decides, not the name.
            (
                "x",
                "Riverside Health @riversidehealth2",
                "@riversidehealth2",
            ),
            ("x", "https://x.com/lakeside?lang=en", "@lakeside"),
            ("facebook", "Comment as Jane Doe", "Comment as Jane Doe"),
            (
                "mastodon",
                "@riverside@other.example",
                "@riverside@other.example",
            ),
        ] {
            let other = riverside().other_account(platform, shown);
            assert_eq!(
                other.map(|o| o.shown).as_deref(),
                Some(named),
                "{platform}: {shown}"
            );
        }
        let other = riverside().other_account("x", "@jane").unwrap();
        assert_eq!(other.ours, ["@riversidehealth", "@riversidejobs"]);
    }
}

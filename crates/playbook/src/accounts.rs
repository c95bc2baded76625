//! As whom a page posts, held against the accounts that a playbook is for.

use crate::model::{Account, Playbook};

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

impl Account {
    /// Whether two entries name one account of one platform.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.platform == other.platform && is_same(&self.handle, &other.handle)
    }
}

impl Playbook {
    /// Whether a page posts as another account than the playbook's on that platform. `shown` is what the page shows: a
    /// handle, a name, an address, or a sentence with one of them. None where it is ours, and where nothing can be
    /// said: the playbook names no account there, or the page shows nobody.
    #[must_use]
    pub fn other_account(&self, platform: &str, shown: &str) -> Option<OtherAccount> {
        let ours = || handles_on(&self.accounts, platform);
        if says_nobody(shown)
            || ours().next().is_none()
            || fit(&self.brand, &self.accounts, platform, shown) > 0
        {
            return None;
        }
        let shown = match handles(shown).first() {
            Some(first) => format!("@{}", bare(first)),
            None => shown.trim().to_owned(),
        };
        Some(OtherAccount {
            shown,
            ours: ours().map(str::to_owned).collect(),
        })
    }
}

/// How surely a page posts as a brand, by what it shows of the account: 0 where nothing says so. A handle is surer than a
/// name, and of names the longer one: that of `Linden Clinics` holds `Linden` too.
#[must_use]
pub fn fit(brand: &str, accounts: &[Account], platform: &str, shown: &str) -> usize {
    if says_nobody(shown) {
        return 0;
    }
    let mut ours = handles_on(accounts, platform);
    let shows = handles(shown);
    if !shows.is_empty() {
        let known = ours.any(|own| shows.iter().any(|handle| is_same(handle, own)));
        return if known { usize::MAX } else { 0 };
    }
    let words: Vec<String> = (shown.split(|c: char| !c.is_alphanumeric()))
        .map(squashed)
        .collect();
    let names = ours.chain([brand]).map(squashed);
    let held = names.filter(|name| holds(&words, name));
    held.map(|name| name.len()).max().unwrap_or(0)
}

/// Whether some words, written together, are a name: pages write `Riverside Health` where the handle is `RiversideHealth`.
fn holds(words: &[String], name: &str) -> bool {
    !name.is_empty()
        && (0..words.len()).any(|from| {
            let mut left = name;
            for word in words.iter().skip(from) {
                match left.strip_prefix(word.as_str()) {
                    Some("") => return true,
                    Some(rest) => left = rest,
                    None => return false,
                }
            }
            false
        })
}

fn handles_on<'a>(accounts: &'a [Account], platform: &str) -> impl Iterator<Item = &'a str> {
    accounts
        .iter()
        .filter(move |account| account.platform == platform)
        .map(|account| account.handle.as_str())
}

/// Whether a page shows nobody in particular.
fn says_nobody(shown: &str) -> bool {
    let mut words = shown.split(|c: char| !c.is_alphanumeric());
    words.all(|word| word.is_empty() || NOBODY.contains(&&*word.to_lowercase()))
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

/// Letters and digits only.
fn squashed(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn the_surest_brand_of_several() {
        let account = |handle: &str| Account {
            platform: "x".into(),
            handle: handle.into(),
        };
        let clinics = ("Linden Clinics", vec![account("@lindenclinics")]);
        let linden = ("Linden", vec![account("@linden"), account("LindenJobs")]);
        let fit_of = |(brand, accounts): &(&str, Vec<Account>), shown: &str| {
            fit(brand, accounts, "x", shown)
        };
        for (shown, to_clinics, to_linden) in [
            ("Linden Clinics @lindenclinics", usize::MAX, 0),
            ("@Linden", 0, usize::MAX),
            ("Post as Linden Clinics", 13, 6),
            ("Linden Jobs", 0, 10),
            // A name inside of another word is not that name.
            ("Lindenwood Hospital", 0, 0),
            ("@lindenwood", 0, 0),
            ("Account menu", 0, 0),
            ("", 0, 0),
        ] {
            let fits = (fit_of(&clinics, shown), fit_of(&linden, shown));
            assert_eq!(fits, (to_clinics, to_linden), "{shown}");
        }
        // The brand's name is enough where the playbook names no account.
        assert_eq!(
            fit("Linden", &[], "facebook", "Comment as Linden"),
            "linden".len()
        );
    }

    #[test]
    fn one_account_in_two_playbooks() {
        let account = |platform: &str, handle: &str| Account {
            platform: platform.into(),
            handle: handle.into(),
        };
        let ours = account("mastodon", "@linden@social.example");
        for (other, same) in [
            (account("mastodon", "Linden"), true),
            (account("mastodon", "@linden@other.example"), false),
            (account("x", "@linden@social.example"), false),
        ] {
            assert_eq!(ours.is_same(&other), same, "{other:?}");
        }
    }
}

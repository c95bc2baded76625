//! Words for people.
//!
//! No text of the interface stands in Rust: code names a key, and `_locales` holds
//! the words (`extension/_locales/en/messages.json`; a test keeps both in step).

/// Gives the text of a key, with `$1`, `$2`… replaced. In the browser this is
/// `i18n.getMessage`; tests read the English file.
pub type Say = fn(&str, &[&str]) -> String;

/// The text for a number: `one` for 1, else `other`; `$1` is the number.
#[must_use]
pub fn counted(say: Say, one: &str, other: &str, n: usize) -> String {
    say(if n == 1 { one } else { other }, &[&n.to_string()])
}

#[cfg(test)]
pub(crate) mod english {
    //! The English texts, for tests.

    use std::collections::BTreeMap;
    use std::sync::OnceLock;

    const FILE: &str = include_str!("../../../extension/_locales/en/messages.json");

    /// Key → text, as the file has them.
    pub(crate) fn messages() -> &'static BTreeMap<String, String> {
        static MESSAGES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
        MESSAGES.get_or_init(|| {
            let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(FILE).unwrap();
            all.into_iter()
                .map(|(k, v)| (k, v["message"].as_str().unwrap().to_owned()))
                .collect()
        })
    }

    /// As the browser's `getMessage` does it; an unknown key fails the test.
    pub(crate) fn say(key: &str, subs: &[&str]) -> String {
        let mut text = messages()
            .get(key)
            .unwrap_or_else(|| panic!("no text for `{key}`"))
            .clone();
        for (i, sub) in subs.iter().enumerate() {
            text = text.replace(&format!("${}", i + 1), sub);
        }
        text.replace("$$", "$")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::english::messages;

    /// Every quoted `card_…` or `options_…` in the sources under `dir`.
    fn keys_in(dir: &Path, into: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                keys_in(&path, into);
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                let quoted = source.split('"');
                into.extend(
                    quoted
                        .filter(|s| s.starts_with("card_") || s.starts_with("options_"))
                        .filter(|s| {
                            s.bytes()
                                .all(|b| b == b'_' || b.is_ascii_lowercase() || b.is_ascii_digit())
                        })
                        .filter(|s| !s.ends_with('_'))
                        .map(str::to_owned),
                );
            }
        }
    }

    #[test]
    fn every_key_used_has_a_text_and_every_text_is_used() {
        let mut used = BTreeSet::new();
        keys_in(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut used,
        );
        let known: BTreeSet<_> = messages()
            .keys()
            .filter(|k| k.starts_with("card_") || k.starts_with("options_"))
            .cloned()
            .collect();
        let missing: Vec<_> = used.difference(&known).collect();
        let unused: Vec<_> = known.difference(&used).collect();
        assert!(
            missing.is_empty() && unused.is_empty(),
            "no text for {missing:?}; never used {unused:?}"
        );
        assert!(used.len() > 50, "the scan found {} keys only", used.len());
    }
}

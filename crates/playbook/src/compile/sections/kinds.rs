//! Which words in a heading mean which kind of section.

use crate::compile::labels::key;

/// A kind of section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Goals,
    Roles,
    Deadlines,
    Priorities,
    Calendar,
    Holds,
    Words(Group),
    Claims,
    Required,
    Messages,
    Protocols,
    Paid,
    Assets,
    Privacy,
    Packs,
    Products,
    Tests,
}

/// What the entries under a heading of words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Whatever each entry says by itself.
    Any,
    /// Words to avoid.
    Avoid,
    /// Words to use with care.
    Careful,
    /// Names.
    Names,
    /// Patterns.
    Patterns,
}

/// The words of headings, without the small words that [`reduced`] drops.
const HEADINGS: &[(Kind, &[&str])] = &[
    (
        Kind::Goals,
        &[
            "value",
            "report",
            "goals",
            "value report",
            "value goals",
            "goals value",
            "reporting",
            "what counts",
        ],
    ),
    (
        Kind::Roles,
        &[
            "roles",
            "people",
            "contacts",
            "roles deadlines",
            "roles contacts",
            "roles responsibilities",
            "who does what",
            "who is who",
        ],
    ),
    (
        Kind::Deadlines,
        &[
            "deadlines",
            "due dates",
            "deadlines approvals",
            "cut-offs",
            "turnaround",
        ],
    ),
    (
        Kind::Priorities,
        &[
            "priorities",
            "content priorities",
            "content mix",
            "content types",
            "priorities content",
            "content pillars",
            "pillars",
        ],
    ),
    (
        Kind::Calendar,
        &[
            "calendar",
            "content calendar",
            "posting calendar",
            "schedule",
            "planned posts",
            "editorial calendar",
        ],
    ),
    (
        Kind::Holds,
        &[
            "holds",
            "blackout days",
            "quiet days",
            "blackouts",
            "posting holds",
        ],
    ),
    (
        Kind::Words(Group::Any),
        &[
            "words",
            "terms",
            "voice",
            "word list",
            "wordlist",
            "language",
            "terminology",
            "words terms",
            "terms words",
            "vocabulary",
            "word choice",
            "say this not that",
            "words phrases",
            "style words",
            "inclusive language",
            "plain language",
        ],
    ),
    (
        Kind::Words(Group::Avoid),
        &[
            "words to avoid",
            "terms to avoid",
            "language to avoid",
            "phrases to avoid",
            "words phrases to avoid",
            "words not to use",
            "avoid",
            "don't say",
            "never say",
            "banned words",
            "avoid these words",
            "words don't use",
            "jargon to avoid",
        ],
    ),
    (
        Kind::Words(Group::Careful),
        &[
            "words to use carefully",
            "words to use with care",
            "use carefully",
            "use with care",
            "careful",
            "sensitive words",
            "words with care",
        ],
    ),
    (
        Kind::Words(Group::Names),
        &[
            "names",
            "proper names",
            "names spellings",
            "spellings",
            "names spelling",
            "spelling",
        ],
    ),
    (
        Kind::Words(Group::Patterns),
        &["patterns", "expressions", "regular expressions"],
    ),
    (
        Kind::Claims,
        &[
            "claims",
            "claims to avoid",
            "medical claims",
            "claims superlatives",
            "superlatives",
        ],
    ),
    (
        Kind::Required,
        &[
            "required",
            "disclosures",
            "required text",
            "required disclosures",
            "disclosure",
            "disclaimers",
            "must include",
            "required words",
        ],
    ),
    (
        Kind::Messages,
        &[
            "approved messages",
            "messages",
            "approved message",
            "approved copy",
            "message bank",
            "approved texts",
            "approved posts",
            "boilerplate",
            "key messages",
        ],
    ),
    (
        Kind::Protocols,
        &[
            "protocols",
            "protocol",
            "responses",
            "how answer",
            "response protocols",
            "comment protocols",
            "reply protocols",
            "how to answer",
            "how respond",
            "how to respond",
            "replies",
            "response guide",
            "escalation",
            "responses escalation",
        ],
    ),
    (
        Kind::Paid,
        &[
            "paid media",
            "boosting",
            "paid",
            "paid social",
            "paid boosted",
            "paid media boosting",
            "advertising",
            "budget",
            "ad budget",
        ],
    ),
    (
        Kind::Assets,
        &[
            "assets",
            "images",
            "photos",
            "pictures",
            "media library",
            "images videos",
            "assets consents",
            "asset library",
        ],
    ),
    (
        Kind::Privacy,
        &[
            "privacy",
            "privacy exceptions",
            "not personal data",
            "personal data",
        ],
    ),
    (
        Kind::Packs,
        &["packs", "rule packs", "check packs", "packs checks"],
    ),
    (
        Kind::Products,
        &[
            "products",
            "named products",
            "drugs devices",
            "drugs",
            "devices",
            "medicines devices",
            "drug device names",
            "drugs devices named",
            "medications devices",
        ],
    ),
    (
        Kind::Tests,
        &["tests", "rule tests", "playbook tests", "checks"],
    ),
];

/// The headings shown in help, one a kind.
pub const SHOWN: [&str; 16] = [
    "Value",
    "Roles",
    "Deadlines",
    "Priorities",
    "Words",
    "Claims",
    "Required",
    "Approved messages",
    "Protocols",
    "Calendar",
    "Paid media",
    "Assets",
    "Privacy",
    "Packs",
    "Products",
    "Tests",
];

/// The kind that a heading names, if it names one.
pub fn of(heading: &str) -> Option<Kind> {
    let words = reduced(heading);
    HEADINGS
        .iter()
        .find(|(_, names)| names.contains(&words.as_str()))
        .map(|(kind, _)| *kind)
}

/// A heading without case, numbering, remarks in parentheses and small words:
/// `3. Our words (2026)` is `words`.
fn reduced(heading: &str) -> String {
    let key = key(heading.split('(').next().unwrap_or(""));
    let key = key.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c == '.' || c == ')' || c.is_whitespace()
    });
    key.split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '&' | '+' | ':' | '.'))
        .filter(|w| !w.is_empty())
        .filter(|w| {
            !matches!(
                *w,
                "our"
                    | "the"
                    | "and"
                    | "of"
                    | "for"
                    | "a"
                    | "section"
                    | "your"
                    | "we"
                    | "us"
                    | "or"
                    | "–"
                    | "—"
                    | "-"
            )
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        for (heading, want) in [
            ("Words", Some(Kind::Words(Group::Any))),
            ("3. OUR WORDS (2026)", Some(Kind::Words(Group::Any))),
            ("Say this, not that", Some(Kind::Words(Group::Any))),
            ("Words to avoid", Some(Kind::Words(Group::Avoid))),
            ("How we answer", Some(Kind::Protocols)),
            ("Roles and deadlines", Some(Kind::Roles)),
            ("Content mix", Some(Kind::Priorities)),
            ("Paid media & boosting", Some(Kind::Paid)),
            ("Disclosures:", Some(Kind::Required)),
            ("Words from our CEO", None),
            ("", None),
        ] {
            assert_eq!(of(heading), want, "{heading}");
        }
    }
}

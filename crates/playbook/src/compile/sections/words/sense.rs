//! Which words say "not this" and which say "this instead".

use crate::compile::document::Table;
use crate::compile::labels::key;

/// What a column of a table of words holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Avoid,
    Prefer,
    /// A term, without saying whether to use it.
    Term,
    Why,
    Unless,
    Where,
    Level,
    Hashtags,
    Unknown,
}

const AVOID: &[&str] = &[
    "don't say",
    "do not say",
    "dont say",
    "don't say this",
    "never say",
    "we don't say",
    "don't use",
    "do not use",
    "don't use this",
    "don't write",
    "do not write",
    "never use",
    "not",
    "not this",
    "avoid",
    "avoid this",
    "avoid these",
    "avoid saying",
    "avoid using",
    "words to avoid",
    "terms to avoid",
    "language to avoid",
    "phrases to avoid",
    "avoid these words",
    "avoid these terms",
    "avoid these nouns",
    "avoid these phrases",
    "word to avoid",
    "term to avoid",
    "instead of",
    "instead of this",
    "instead of saying",
    "rather than",
    "replace",
    "replace this",
    "never",
    "don't call it",
    "not recommended",
    "not preferred",
    "outdated",
    "outdated term",
    "stigmatizing",
    "stigmatizing language",
    "less inclusive",
    "say less",
];
const PREFER: &[&str] = &[
    "say",
    "say this",
    "say instead",
    "we say",
    "do say",
    "use",
    "use this",
    "use these",
    "use instead",
    "use these words",
    "use these terms",
    "write",
    "write this",
    "prefer",
    "preferred",
    "preferred term",
    "preferred language",
    "prefer this",
    "try",
    "try this",
    "like this",
    "instead",
    "instead use",
    "instead say",
    "instead write",
    "better",
    "better choice",
    "recommended",
    "replacement",
    "replace with",
    "with",
    "alternative",
    "alternatives",
    "plain language",
    "person-first language",
    "words to use",
    "terms to use",
    "language to use",
    "call it",
    "more inclusive",
    "say more",
    "consider",
    "consider using",
    "go for",
];
/// Headings that name a direction only beside their opposite.
const WEAK_AVOID: &[&str] = &[
    "before",
    "wrong",
    "incorrect",
    "bad",
    "no",
    "old",
    "jargon",
    "complex",
    "from",
    "✗",
    "❌",
    "✘",
];
const WEAK_PREFER: &[&str] = &[
    "after", "right", "correct", "good", "yes", "new", "plain", "simple", "to", "✓", "✅", "✔",
];

/// The meaning of a column's heading.
pub fn column(heading: &str) -> Column {
    let raw = heading.trim();
    let key = if raw.chars().any(char::is_alphanumeric) {
        key(raw)
    } else {
        raw.to_owned()
    };
    let is = |list: &[&str]| list.contains(&key.as_str());
    if is(AVOID) || is(WEAK_AVOID) {
        return Column::Avoid;
    }
    if is(PREFER) || is(WEAK_PREFER) {
        return Column::Prefer;
    }
    match key.as_str() {
        "why" | "reason" | "reasons" | "because" | "note" | "notes" | "comment" | "comments"
        | "rationale" | "explanation" => Column::Why,
        "unless" | "except" | "exception" | "exceptions" | "except when" | "except in"
        | "ok when" => Column::Unless,
        "where" | "platform" | "platforms" | "channel" | "channels" | "scope" | "applies to"
        | "audience" | "where it applies" => Column::Where,
        "level" | "severity" => Column::Level,
        "hashtags" | "in hashtags" | "hashtag" => Column::Hashtags,
        "term" | "terms" | "word" | "words" | "phrase" | "phrases" | "word or phrase"
        | "words or phrases" | "" => Column::Term,
        _ => Column::Unknown,
    }
}

/// The sense of a label such as `Use:` or `Avoid these nouns:`.
pub fn label(text: &str) -> Option<Column> {
    let key = key(text);
    if AVOID.contains(&key.as_str()) {
        Some(Column::Avoid)
    } else if PREFER.contains(&key.as_str())
        && !matches!(
            key.as_str(),
            "with" | "consider" | "alternatives" | "alternative"
        )
    {
        Some(Column::Prefer)
    } else {
        None
    }
}

/// Whether a paragraph is nothing but a label that forbids what follows:
/// `Avoid these words:`.
pub fn announces(paragraph: &str) -> bool {
    paragraph
        .trim()
        .strip_suffix(':')
        .is_some_and(|l| label(l) == Some(Column::Avoid))
}

/// Whether a table says by its headings that it holds word rules, wherever it
/// stands: both directions named, neither by a word that other tables use too.
pub fn is_unmistakable(table: &Table) -> bool {
    let keys: Vec<String> = table.head.iter().map(|c| key(c.all().text())).collect();
    keys.iter().any(|k| AVOID.contains(&k.as_str()))
        && keys.iter().any(|k| PREFER.contains(&k.as_str()))
}

/// Whether a heading announces examples: whole sentences to follow or not.
pub fn is_examples(heading: &str) -> bool {
    let key = key(heading);
    matches!(
        key.as_str(),
        "do" | "don't"
            | "dont"
            | "do not"
            | "dos"
            | "do's"
            | "don'ts"
            | "donts"
            | "dos and don'ts"
            | "do's and don'ts"
            | "example"
            | "examples"
            | "like this"
            | "not this"
            | "good example"
            | "bad example"
            | "good examples"
            | "bad examples"
    )
}

/// Whether the headings of a table are `Do` and `Don't`.
pub fn is_do_dont(table: &Table) -> bool {
    let keys: Vec<String> = table.head.iter().map(|c| key(c.all().text())).collect();
    let has = |words: &[&str]| keys.iter().any(|k| words.contains(&k.as_str()));
    has(&["do", "dos", "do's", "do this"])
        && has(&[
            "don't",
            "dont",
            "don'ts",
            "donts",
            "do not",
            "don't do this",
        ])
}

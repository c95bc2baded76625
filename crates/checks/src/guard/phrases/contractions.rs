//! Contractions, so that "you're" and "you are" are one.

/// Calls `f` with the words that a folded word stands for: `you're` → `you`, `are`.
pub(super) fn spelled_out(word: &str, mut f: impl FnMut(&str)) {
    /// Written without the apostrophe, in a hurry.
    const BARE: [(&str, &[&str]); 28] = [
        ("cannot", &["can", "not"]),
        ("u", &["you"]),
        ("ur", &["your"]),
        ("youre", &["you", "are"]),
        ("youve", &["you", "have"]),
        ("youd", &["you", "would"]),
        ("im", &["i", "am"]),
        ("ive", &["i", "have"]),
        ("thats", &["that", "is"]),
        ("theres", &["there", "is"]),
        ("whats", &["what", "is"]),
        ("dont", &["do", "not"]),
        ("didnt", &["did", "not"]),
        ("cant", &["can", "not"]),
        ("wasnt", &["was", "not"]),
        ("werent", &["were", "not"]),
        ("isnt", &["is", "not"]),
        ("havent", &["have", "not"]),
        ("hasnt", &["has", "not"]),
        ("hadnt", &["had", "not"]),
        ("doesnt", &["does", "not"]),
        ("wouldnt", &["would", "not"]),
        ("couldnt", &["could", "not"]),
        ("shouldnt", &["should", "not"]),
        ("wont", &["will", "not"]),
        ("arent", &["are", "not"]),
        ("won't", &["will", "not"]),
        ("can't", &["can", "not"]),
    ];
    /// Words before `'s` that mean "is" or "has", not a possessive.
    const IS: [&str; 10] = [
        "it", "he", "she", "that", "what", "there", "here", "who", "how", "where",
    ];
    if let Some((_, parts)) = BARE.iter().find(|(bare, _)| *bare == word) {
        return parts.iter().for_each(|part| f(part));
    }
    let Some((root, end)) = word.split_once('\'') else {
        return f(word);
    };
    let second = match end {
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "m" => "am",
        "d" => "would",
        "s" if IS.contains(&root) => "is",
        "s" => "'s",
        "t" if root.ends_with('n') => {
            f(root.strip_suffix('n').unwrap_or(root));
            return f("not");
        }
        _ => return f(word),
    };
    f(root);
    f(second);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_spelled_out() {
        for (word, want) in [
            ("you're", "you are"),
            ("youre", "you are"),
            ("didn't", "did not"),
            ("can't", "can not"),
            ("won't", "will not"),
            ("it's", "it is"),
            ("daughter's", "daughter 's"),
            ("o'clock", "o'clock"),
            ("cannot", "can not"),
            ("visit", "visit"),
        ] {
            let mut got = Vec::new();
            spelled_out(word, |part| got.push(part.to_owned()));
            assert_eq!(got.join(" "), want);
        }
    }
}

//! Filling the slots of an approved text.

/// Puts values into the `{{slots}}` of a text. `slots` gives the value of a name
/// (trimmed, as written); at the beginning of a sentence a word takes a capital, and a full
/// stop is not doubled; a slot without a value stays as it is, and its name is in
/// the list, once, in the order of the text. Braces that are not a slot stay.
///
/// ```
/// let (text, open) = cuecard_replies::fill("Call {{phone}} or {{desk}}.", &|name| {
///     (name == "phone").then(|| "555-0100".to_owned())
/// });
/// assert_eq!(text, "Call 555-0100 or {{desk}}.");
/// assert_eq!(open, ["desk"]);
/// ```
#[must_use]
pub fn fill(text: &str, slots: &dyn Fn(&str) -> Option<String>) -> (String, Vec<String>) {
    let mut out = String::with_capacity(text.len());
    let mut unfilled: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some((before, mut inside)) = rest.split_once("{{") {
        out.push_str(before);
        // The innermost braces are the slot's: "{{{name}}}", "{{ {{name}}".
        while let Some(less) = inside.strip_prefix('{') {
            out.push('{');
            inside = less;
        }
        let Some((name, after)) = inside.split_once("}}") else {
            out.push_str("{{");
            rest = inside;
            break;
        };
        if let Some(inner) = name.rfind("{{") {
            out.push_str("{{");
            let (skip, keep) = inside.split_at_checked(inner).unwrap_or((inside, ""));
            out.push_str(skip);
            rest = keep;
            continue;
        }
        let key = name.trim();
        match slots(key).filter(|_| !key.is_empty()) {
            Some(value) => {
                let begins = begins_sentence(&out);
                // "Call {{desk}}." with "the main desk." has one full stop.
                let value = value.trim();
                let ends = [".", "!", "?"].iter().find(|m| after.starts_with(**m));
                let value = ends.and_then(|m| value.strip_suffix(*m)).unwrap_or(value);
                if begins && is_word(value) {
                    let mut chars = value.chars();
                    out.extend(chars.next().into_iter().flat_map(char::to_uppercase));
                    out.push_str(chars.as_str());
                } else {
                    out.push_str(value);
                }
            }
            None => {
                out.push_str("{{");
                out.push_str(name);
                out.push_str("}}");
                if !key.is_empty() && !unfilled.iter().any(|k| k == key) {
                    unfilled.push(key.to_owned());
                }
            }
        }
        rest = after;
    }
    out.push_str(rest);
    (out, unfilled)
}

/// Whether what follows begins a sentence.
fn begins_sentence(before: &str) -> bool {
    let ended = before.trim_end();
    ended.is_empty()
        || before.ends_with('\n')
        || (ended.len() < before.len() && ended.ends_with(['.', '!', '?']))
}

/// Whether a value opens with a word that may take a capital; addresses may not.
fn is_word(value: &str) -> bool {
    let first = value.split_whitespace().next().unwrap_or_default();
    let bare = first.trim_end_matches([',', '.', '!', '?', ':', ';']);
    !bare.is_empty() && bare.chars().all(|c| c.is_alphabetic() || "'’-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled() {
        for (text, want, open) in [
            ("", "", &[][..]),
            ("no slot", "no slot", &[]),
            ("{{a}}{{a}}", "11", &[]),
            ("{{ a }} {{b}} {{b}}", "1 {{b}} {{b}}", &["b"]),
            ("{{a", "{{a", &[]),
            ("a}} {{a}}", "a}} 1", &[]),
            ("{{ {{a}}", "{{ 1", &[]),
            ("{{}} {{ }}", "{{}} {{ }}", &[]),
            ("{a} {{{a}}}", "{a} {1}", &[]),
            ("é{{a}}漢", "é1漢", &[]),
        ] {
            let (got, left) = fill(text, &|name| (name == "a").then(|| "1".to_owned()));
            assert_eq!(got, want, "{text}");
            assert_eq!(left, open, "{text}");
        }
    }

    #[test]
    fn case_and_punctuation_follow() {
        for (text, value, want) in [
            (
                "{{a}} can help.",
                "the main desk",
                "The main desk can help.",
            ),
            ("Hi. {{a}} can help.", "our desk", "Hi. Our desk can help."),
            ("Call {{a}}.", "the main desk.", "Call the main desk."),
            ("Call {{a}} now", "the Main Desk", "Call the Main Desk now"),
            (
                "{{a}} has it.",
                "wrenfield.example/my",
                "wrenfield.example/my has it.",
            ),
            ("{{a}}", "desk@wrenfield.example", "desk@wrenfield.example"),
            ("e.g.{{a}}", "x", "e.g.x"),
            ("Call {{a}}!", " 555-0100 ", "Call 555-0100!"),
        ] {
            let (got, _) = fill(text, &|_| Some(value.to_owned()));
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn a_value_is_not_filled_again() {
        let (got, _) = fill("{{a}}", &|_| Some("{{a}}".to_owned()));
        assert_eq!(got, "{{a}}");
    }
}

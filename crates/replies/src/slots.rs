//! Filling the slots of an approved text.

/// Puts values into the `{{slots}}` of a text. `slots` gives the value of a name
/// (trimmed, as written); a slot without a value stays as it is, and its name is in
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
            Some(value) => out.push_str(&value),
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
    fn a_value_is_not_filled_again() {
        let (got, _) = fill("{{a}}", &|_| Some("{{a}}".to_owned()));
        assert_eq!(got, "{{a}}");
    }
}

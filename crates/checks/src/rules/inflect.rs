//! The regular forms of a word: a claim is made by "guaranteed" as much as by "guarantee".

/// Shortest word whose forms are looked for; shorter ones (`best`, `top`) have other words among their forms.
const SHORTEST: usize = 4;

/// The term itself and, when its last word is a plain lower-case one, its regular
/// forms (`cure` → `cures`, `cured`, `curing`). Forms that do not exist do no harm:
/// they are not found.
#[must_use]
pub fn forms(term: &str) -> Vec<String> {
    let term = term.trim();
    let mut out = vec![term.to_owned()];
    let last = term.rsplit([' ', '-']).next().unwrap_or("");
    if last.len() < SHORTEST || !last.bytes().all(|b| b.is_ascii_lowercase()) {
        return out;
    }
    if let Some(root) = term.strip_suffix('y') {
        out.extend(["ys", "ying", "ies", "ied"].map(|ending| format!("{root}{ending}")));
    } else if let Some(root) = term.strip_suffix('e') {
        // `guaranteeing`, but `curing`.
        let root = if root.ends_with('e') { term } else { root };
        out.extend(["s", "d"].map(|ending| format!("{term}{ending}")));
        out.push(format!("{root}ing"));
    } else {
        out.extend(["s", "es", "ed", "ing"].map(|ending| format!("{term}{ending}")));
    }
    out
}

/// The regular endings.
const ENDINGS: [&str; 3] = ["s", "ed", "ing"];

/// A word with one of the regular endings.
fn with(word: &str, ending: &str) -> String {
    let vowel = |c: char| "aeiou".contains(c);
    let mut back = word.chars().rev();
    let (last, before) = (back.next().unwrap_or(' '), back.next().unwrap_or(' '));
    let third = back.next().unwrap_or(' ');
    let short =
        word.len() <= 4 && !vowel(last) && !"wxy".contains(last) && vowel(before) && !vowel(third);
    match ending {
        "s" if last == 'y' && !vowel(before) => format!("{}ies", word.trim_end_matches('y')),
        "s" if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => {
            format!("{word}es")
        }
        "s" => format!("{word}s"),
        "ed" if last == 'e' => format!("{word}d"),
        "ed" if last == 'y' && !vowel(before) => format!("{}ied", word.trim_end_matches('y')),
        "ing" if last == 'e' && before != 'e' => {
            format!("{}ing", word.strip_suffix('e').unwrap_or(word))
        }
        // `stop`: `stopped`, `stopping`.
        _ if short => format!("{word}{last}{ending}"),
        _ => format!("{word}{ending}"),
    }
}

/// Verbs of advice whose past is their own.
const PAST: [(&str, &str); 14] = [
    ("begin", "began"),
    ("buy", "bought"),
    ("do", "did"),
    ("find", "found"),
    ("get", "got"),
    ("give", "gave"),
    ("go", "went"),
    ("have", "had"),
    ("make", "made"),
    ("say", "said"),
    ("send", "sent"),
    ("set", "set"),
    ("show", "showed"),
    ("tell", "told"),
];

/// The words to use, in the form that the term has in the text: `utilized` wants `used`. Where that cannot be
/// told, as with most words of several parts, they are left out: a wrong form is no fix.
#[must_use]
pub fn alike(term: &str, written: &str, prefer: &[String]) -> Vec<String> {
    let written = written.to_lowercase();
    let term = term.to_lowercase();
    if written == term {
        return prefer.to_vec();
    }
    let Some(ending) = ENDINGS.iter().find(|e| with(&term, e) == written) else {
        return Vec::new();
    };
    let form = |word: &String| {
        let (first, rest) = word.split_once(' ').unwrap_or((word, ""));
        let plain = first.len() > 1 && first.bytes().all(|b| b.is_ascii_lowercase());
        // Of `set up` the verb is bent; of `heart attack` the last word would be, and of others who knows.
        let particle = matches!(
            rest,
            "" | "up" | "out" | "on" | "off" | "about" | "to" | "with" | "down"
        );
        if !plain || !particle {
            return None;
        }
        let irregular = PAST
            .iter()
            .find(|(base, _)| *base == first)
            .map(|(_, past)| *past);
        let bent = match (*ending, first, irregular) {
            ("ed", _, Some(past)) => past.to_owned(),
            ("s", "have", _) => "has".to_owned(),
            ("s", "do" | "go", _) => format!("{first}es"),
            ("ing", "get" | "set" | "begin", _) => {
                let last = first.chars().next_back().unwrap_or(' ');
                format!("{first}{last}ing")
            }
            _ => with(first, ending),
        };
        Some(if rest.is_empty() {
            bent
        } else {
            format!("{bent} {rest}")
        })
    };
    prefer.iter().filter_map(form).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms() {
        for (term, want) in [
            ("cure", &["cure", "cures", "cured", "curing"][..]),
            (
                "remedy",
                &["remedy", "remedys", "remedying", "remedies", "remedied"][..],
            ),
            (
                "best",
                &["best", "bests", "bestes", "bested", "besting"][..],
            ),
            ("#1", &["#1"][..]),
            ("FDA", &["FDA"][..]),
            ("top", &["top"][..]),
            (
                "risk-free",
                &["risk-free", "risk-frees", "risk-freed", "risk-freeing"][..],
            ),
        ] {
            assert_eq!(forms(term), want, "{term}");
        }
    }

    #[test]
    fn advice_takes_the_form_of_what_it_replaces() {
        let prefer = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        for (term, written, to, want) in [
            ("utilize", "utilize", &["use"][..], &["use"][..]),
            ("utilize", "Utilized", &["use"], &["used"]),
            ("utilize", "utilizing", &["use"], &["using"]),
            (
                "commence",
                "commenced",
                &["begin", "start"],
                &["began", "started"],
            ),
            ("establish", "establishes", &["set up"], &["sets up"]),
            ("terminate", "terminating", &["stop"], &["stopping"]),
            (
                "facilitate",
                "facilitates",
                &["help", "carry"],
                &["helps", "carries"],
            ),
            (
                "addict",
                "addicts",
                &["person with a substance use disorder"],
                &[],
            ),
            ("go", "went", &["leave"], &[]),
        ] {
            assert_eq!(alike(term, written, &prefer(to)), want, "{written}");
        }
    }
}

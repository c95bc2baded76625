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
}

//! One file a check.

use crate::prepared::Prepared;
use crate::report::Finding;

pub mod claims;
pub mod disclosure;
pub mod echo;
pub mod grade;
pub mod holds;
pub mod inflect;
pub mod length;
pub mod names;
pub mod patterns;
pub mod priorities;
pub mod required;
pub mod slots;
pub mod words;

/// Looks at a draft and says what departs from the playbook.
///
/// A check is made from the playbook once, owns what it needs, and runs in time
/// linear in the draft.
pub trait Check {
    /// Adds its findings to `out`, in any order.
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>);
}

/// The text between curly quotes, for messages.
pub(crate) fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// Several texts as people list them: `“a”, “b” or “c”`.
pub(crate) fn any_of(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|t| quoted(t)).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

/// A text as a sentence: a capital first letter, a full stop at the end.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut out = cuecard_text::case::capitalised(text);
    if !out.is_empty() && !out.ends_with(['.', '!', '?', '…']) {
        out.push('.');
    }
    out
}

/// A rule id: the family and the name in kebab case.
pub(crate) fn rule_id(family: &str, name: &str) -> String {
    let kebab = cuecard_text::kebab(name);
    format!(
        "{family}/{}",
        if kebab.is_empty() { "other" } else { &kebab }
    )
}

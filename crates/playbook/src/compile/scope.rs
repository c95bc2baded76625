//! Where a rule applies: platforms and kinds of composer.

use crate::model::{Scope, audience_id};

/// The id of the platform that people mean: `ig`, `Twitter`, `Meta Business Suite`. A name that nobody knows is kept
/// as written: lower case, without `@`, spaces as hyphens.
pub fn platform(text: &str) -> String {
    let name = text.trim().trim_start_matches('@');
    cuecard_platforms::by_name(name).map_or_else(
        || {
            let id = name.to_lowercase();
            id.split_whitespace().collect::<Vec<_>>().join("-")
        },
        |known| known.id.clone(),
    )
}

/// Platform ids from a list; `all` and the like give none, which means all.
pub fn platforms(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for part in parts(text) {
        if !is_everywhere(&part) {
            let id = platform(&part);
            if !out.contains(&id) {
                out.push(id);
            }
        }
    }
    out
}

/// A scope from a list of platforms and kinds of composer.
pub fn scope(text: &str) -> Scope {
    let mut scope = Scope::default();
    for part in parts(text) {
        match kind(&part) {
            Some(k) if !scope.kinds.iter().any(|x| x == k) => scope.kinds.push(k.to_owned()),
            Some(_) => {}
            None if is_everywhere(&part) => {}
            None if AUDIENCES.contains(&audience_id(&part).as_str()) => {
                scope.audiences.push(audience_id(&part));
            }
            None if audience(&part).is_some() => {
                scope.audiences.extend(audience(&part).unwrap_or_default());
            }
            None => scope.platforms.push(platform(&part)),
        }
    }
    scope
}

/// The kind of composer that a word names.
pub fn kind(word: &str) -> Option<&'static str> {
    Some(match word.trim().to_lowercase().as_str() {
        "post" | "posts" => "post",
        "reply" | "replies" | "comment" | "comments" | "answers" => "reply",
        "review" | "reviews" | "review response" | "review responses" => "review",
        "message" | "messages" | "direct message" | "direct messages" | "dm" | "dms" => "message",
        _ => return None,
    })
}

/// The audiences of `for patients`, `patient-facing`, `audience: families`; none for anything else.
///
/// `for` is followed by people in one or two words at most: "for the reader who is in a
/// hurry" is a reason.
pub fn audience(text: &str) -> Option<Vec<String>> {
    let lower = text.trim().to_lowercase();
    let lower = lower.strip_prefix("only ").unwrap_or(&lower);
    let lower = lower.strip_suffix(" only").unwrap_or(lower);
    if let Some(who) = lower
        .strip_suffix("-facing")
        .or_else(|| lower.strip_suffix(" facing"))
    {
        return (!who.contains(' ')).then(|| vec![audience_id(who)]);
    }
    let who = ["audience:", "audiences:", "for "]
        .iter()
        .find_map(|p| lower.strip_prefix(p))?;
    let list: Vec<String> = parts(who).iter().map(|p| audience_id(p)).collect();
    let known = list
        .iter()
        .all(|p| AUDIENCES.contains(&p.as_str()) || !lower.starts_with("for "));
    (!list.is_empty() && known).then_some(list)
}

/// Audiences that a bare "for …" may name; others are named with `Audience:`.
const AUDIENCES: [&str; 20] = [
    "patient",
    "professional",
    "clinician",
    "family",
    "staff",
    "employee",
    "veteran",
    "caregiver",
    "physician",
    "doctor",
    "nurse",
    "donor",
    "student",
    "applicant",
    "parent",
    "public",
    "member",
    "press",
    "senior",
    "provider",
];

fn is_everywhere(word: &str) -> bool {
    let word = word.trim().to_lowercase();
    matches!(
        word.as_str(),
        "all" | "any" | "everywhere" | "all platforms" | "all channels" | "anywhere"
    )
}

fn parts(text: &str) -> Vec<String> {
    text.split([',', ';', '\n'])
        .flat_map(|p| p.split(" and "))
        .map(|p| p.trim().trim_start_matches("and ").trim().to_owned())
        .filter(|p| !p.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platform_has_the_names_that_people_give_it() {
        for (name, id) in [
            ("Twitter", "x"),
            ("X, formerly Twitter", "x"),
            ("ig", "instagram"),
            ("@Instagram", "instagram"),
            ("Meta Business Suite", "meta-business-suite"),
            ("GBP", "google-business"),
            ("Company Intranet", "company-intranet"),
        ] {
            assert_eq!(platform(name), id, "{name}");
        }
        assert_eq!(
            platforms("FB, IG and LinkedIn"),
            ["facebook", "instagram", "linkedin"]
        );
    }
}

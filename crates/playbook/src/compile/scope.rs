//! Where a rule applies: platforms and kinds of composer.

use crate::model::Scope;

/// A platform's id as written: lower case, without `@`, spaces as hyphens.
///
/// Which ids exist is not known here; only Twitter's new name is, because
/// documents go on using the old one.
pub fn platform(text: &str) -> String {
    let id = text.trim().trim_start_matches('@').to_lowercase();
    match id.as_str() {
        "twitter"
        | "x/twitter"
        | "x (twitter)"
        | "twitter/x"
        | "twitter (x)"
        | "x, formerly twitter" => "x".to_owned(),
        _ => id.split_whitespace().collect::<Vec<_>>().join("-"),
    }
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

//! For whom rules may hold.

use crate::model::{Playbook, audience_id};

/// What is the same for one and for several.
const AS_THEY_ARE: [&str; 5] = ["press", "public", "staff", "media", "youth"];

impl Playbook {
    /// The audiences that rules of this playbook are for, by their ids, in the order of the document.
    #[must_use]
    pub fn audiences(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for audience in self.words.iter().flat_map(|rule| &rule.scope.audiences) {
            let id = audience_id(audience);
            if !id.is_empty() && !out.contains(&id) {
                out.push(id);
            }
        }
        out
    }
}

/// An audience as people call it: `Patients`, `Families`, for the id `patient`, `family`.
#[must_use]
pub fn audience_name(id: &str) -> String {
    let many = match id {
        _ if AS_THEY_ARE.contains(&id) || id.ends_with('s') => id.to_owned(),
        _ => match id.strip_suffix('y') {
            Some(root) if !root.ends_with(['a', 'e', 'o', 'u']) => [root, "ies"].concat(),
            _ => [id, "s"].concat(),
        },
    };
    let mut letters = many.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Scope, WordRule};

    #[test]
    fn each_once_and_as_people_call_them() {
        let rule = |audiences: &[&str]| WordRule {
            scope: Scope {
                audiences: audiences.iter().map(|a| (*a).to_owned()).collect(),
                ..Scope::default()
            },
            ..WordRule::default()
        };
        let book = Playbook {
            words: vec![rule(&["patient", "family"]), rule(&[]), rule(&["Patients"])],
            ..Playbook::default()
        };
        assert_eq!(book.audiences(), ["patient", "family"]);
        for (id, name) in [
            ("patient", "Patients"),
            ("family", "Families"),
            ("attorney", "Attorneys"),
            ("staff", "Staff"),
            ("press", "Press"),
        ] {
            assert_eq!(audience_name(id), name);
            assert_eq!(audience_id(name), id);
        }
    }
}

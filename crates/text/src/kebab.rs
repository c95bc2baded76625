//! Names as parts of identifiers.

use crate::chars::{is_apostrophe, is_ignorable, is_word_char};

/// A name in kebab case: lower case, letters and digits kept, apostrophes dropped,
/// every other run of characters a hyphen, none at the ends. `Long wait, in our ER` gives
/// `long-wait-in-our-er`. Empty when the name holds no letter or digit.
#[must_use]
pub fn kebab(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        if is_apostrophe(c) || is_ignorable(c) {
            continue;
        }
        if is_word_char(c) && c != '_' {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.extend(c.to_lowercase());
        } else {
            gap = true;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kebab_case() {
        for (name, want) in [
            ("Visiting hours", "visiting-hours"),
            ("  ER / emergency  room! ", "er-emergency-room"),
            ("Children’s Pavilion", "childrens-pavilion"),
            ("#1", "1"),
            ("snake_case", "snake-case"),
            ("Año nuevo 🎉", "año-nuevo"),
            ("?!", ""),
        ] {
            assert_eq!(kebab(name), want, "{name}");
        }
    }
}

//! Keys: the names that browsers give, and what the card makes of them.

use super::Key;

/// The key, when the card understands it. In a field, keys that write stay the field's.
#[must_use]
pub fn key(name: &str, in_field: bool) -> Option<Key> {
    Some(match name {
        "Escape" => Key::Escape,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        _ if in_field => return None,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "/" => Key::Slash,
        _ => {
            let digit = name
                .parse::<usize>()
                .ok()
                .filter(|n| name.len() == 1 && *n > 0)?;
            Key::Digit(digit)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_fields_keep_theirs() {
        for (name, field, want) in [
            ("Escape", true, Some(Key::Escape)),
            ("ArrowDown", true, Some(Key::Down)),
            ("3", false, Some(Key::Digit(3))),
            ("3", true, None),
            ("0", false, None),
            ("12", false, None),
            ("F1", false, None),
            ("/", false, Some(Key::Slash)),
            ("/", true, None),
            ("Home", true, None),
            ("é", false, None),
            ("Enter", false, None),
        ] {
            assert_eq!(key(name, field), want, "{name} in a field: {field}");
        }
    }
}

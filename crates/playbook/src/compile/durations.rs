//! `5 minutes`, `2 hours`, `1 business day`.

/// Minutes of a plain span of time. Business days and "next morning" depend on a
/// calendar that is not known here and give none.
pub fn minutes(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if matches!(text.as_str(), "half an hour" | "a half hour") {
        return Some(30);
    }
    let split = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let (number, unit) = match (number.parse::<u32>(), unit.trim().trim_start_matches('-')) {
        (Ok(n), unit) => (n, unit),
        (Err(_), unit) if number.is_empty() => match unit.split_once(' ') {
            Some(("a" | "an" | "one", unit)) => (1, unit.trim()),
            Some(("two", unit)) => (2, unit.trim()),
            _ => return None,
        },
        _ => return None,
    };
    let each = match unit {
        "m" | "min" | "mins" | "minute" | "minutes" => 1,
        "h" | "hr" | "hrs" | "hour" | "hours" => 60,
        "d" | "day" | "days" => 24 * 60,
        "week" | "weeks" => 7 * 24 * 60,
        _ => return None,
    };
    number.checked_mul(each)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_spans_have_minutes() {
        for (text, want) in [
            ("5 minutes", Some(5)),
            ("2 hours", Some(120)),
            ("1 hour", Some(60)),
            ("an hour", Some(60)),
            ("half an hour", Some(30)),
            ("15min", Some(15)),
            ("1 day", Some(1440)),
            ("1 business day", None),
            ("9999999999 hours", None),
            ("4294967295 hours", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(minutes(text), want, "{text}");
        }
    }
}

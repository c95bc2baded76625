//! Staffed hours as playbooks write them: `Mon-Fri 8:00-18:00`, `always`.

/// A moment of the week where the team is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Day of the week, Monday is 0.
    pub weekday: u8,
    /// Minutes since midnight.
    pub minute: u16,
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Whether hours cover a moment; none when they are not understood.
pub fn staffed(hours: &str, at: Moment) -> Option<bool> {
    let hours = hours.trim().to_lowercase().replace(['–', '—'], "-");
    if hours.is_empty() {
        return None;
    }
    if [
        "always",
        "24/7",
        "24 hours",
        "day and night",
        "at all hours",
    ]
    .contains(&hours.as_str())
    {
        return Some(true);
    }
    let mut any = false;
    for part in hours.split([',', ';']) {
        any |= covers(part.trim(), at)?;
    }
    Some(any)
}

/// One part: days, times, or both.
fn covers(part: &str, at: Moment) -> Option<bool> {
    let first_digit = part
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(part.len());
    let (days, times) = part.split_at_checked(first_digit)?;
    let days = days.trim();
    let day = match days {
        "" | "daily" | "every day" => true,
        "weekdays" => at.weekday < 5,
        "weekends" => at.weekday >= 5,
        _ => match days.split_once('-') {
            Some((from, to)) => within(number(from)?, number(to)?, at.weekday),
            None => number(days)? == at.weekday,
        },
    };
    let times = times.trim();
    if times.is_empty() {
        return (!days.is_empty()).then_some(day);
    }
    let (from, to) = times.split_once('-').or_else(|| times.split_once(" to "))?;
    let (from, to) = (minute(from)?, minute(to)?);
    // A night shift runs over midnight.
    let time = if from <= to {
        from <= at.minute && at.minute < to
    } else {
        at.minute >= from || at.minute < to
    };
    Some(day && time)
}

fn within(from: u8, to: u8, day: u8) -> bool {
    if from <= to {
        from <= day && day <= to
    } else {
        day >= from || day <= to
    }
}

fn number(day: &str) -> Option<u8> {
    let day = day.trim().trim_end_matches(['.', 's']);
    let full = |d: &str| day.starts_with(d) && (day.len() <= 5 || day.ends_with("day"));
    let one_word = !day.contains(char::is_whitespace);
    let i = DAYS.iter().position(|d| full(d)).filter(|_| one_word)?;
    u8::try_from(i).ok()
}

/// `8:00`, `8`, `8 a.m.`, `6:30pm`.
fn minute(time: &str) -> Option<u16> {
    let bare: String = time
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    let (bare, noon) = match (bare.strip_suffix("am"), bare.strip_suffix("pm")) {
        (Some(t), _) => (t, Some(false)),
        (_, Some(t)) => (t, Some(true)),
        _ => (bare.as_str(), None),
    };
    let (hour, minute) = bare.split_once(':').unwrap_or((bare, "0"));
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match noon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read() {
        let at = |weekday, hour: u16| Moment {
            weekday,
            minute: hour * 60,
        };
        for (hours, moment, want) in [
            ("always", at(6, 3), Some(true)),
            ("24/7", at(6, 3), Some(true)),
            ("Mon-Fri 8:00-18:00", at(0, 8), Some(true)),
            ("Mon-Fri 8:00-18:00", at(4, 18), Some(false)),
            ("Mon–Fri 8:00–18:00", at(5, 9), Some(false)),
            ("Mon-Fri 8:00-18:00, Sat 9:00-12:00", at(5, 9), Some(true)),
            ("Sat-Mon 9-17", at(0, 9), Some(true)),
            ("Sat-Mon 9-17", at(1, 9), Some(false)),
            ("weekdays 8 a.m. to 6 p.m.", at(2, 17), Some(true)),
            ("daily 19:00-7:00", at(2, 3), Some(true)),
            ("daily 19:00-7:00", at(2, 12), Some(false)),
            ("Sunday", at(6, 12), Some(true)),
            ("8:00-20:00", at(6, 12), Some(true)),
            ("", at(0, 9), None),
            ("by arrangement", at(0, 9), None),
            ("Mon-Fri mornings", at(0, 9), None),
            ("Mon-Fri 8:00-25:99", at(0, 9), None),
        ] {
            assert_eq!(staffed(hours, moment), want, "{hours}");
        }
    }
}

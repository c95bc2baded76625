//! Today, from the system's clock.

use std::time::{SystemTime, UNIX_EPOCH};

use cuecard_playbook::Date;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// The day of the calendar, in UTC; none when the clock stands before 1970 or beyond the year 9999.
pub fn today() -> Option<Date> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    date(now.as_secs() / DAY)
}

/// The day that lies `days` after 1970-01-01, in the Gregorian calendar.
fn date(days: u64) -> Option<Date> {
    let (mut year, mut left) = (1970u16, days);
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if left < length {
            break;
        }
        left -= length;
        year = year.checked_add(1).filter(|year| *year <= 9999)?;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1u8;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    let day = u8::try_from(left + 1).ok()?;
    Some(Date { year, month, day })
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970_are_days_of_the_calendar() {
        for (days, want) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (364, "1970-12-31"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_781, "2026-11-24"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date(days).map(|d| d.to_string()).as_deref(), Some(want));
        }
        assert_eq!(date(u64::MAX), None);
        assert!(today().is_some_and(|today| today.year >= 2026));
    }
}

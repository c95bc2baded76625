//! The moment, as a number that the page's clock gives, and as people write it.

use cuecard_journal::Month;
use cuecard_playbook::Date;
use cuecard_replies::Moment;

/// A moment, and where the person's clock stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Now {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub ms: f64,
    /// Minutes by which the local clock is ahead of UTC (−300 in New York in winter).
    pub offset: i32,
}

impl Now {
    /// Local days since 1970-01-01 and seconds of that day.
    fn local(self) -> (i64, i64) {
        // A float to integer cast saturates: no clock value can overflow here.
        let seconds =
            ((self.ms / 1000.0).floor() as i64).saturating_add(i64::from(self.offset) * 60);
        (seconds.div_euclid(86_400), seconds.rem_euclid(86_400))
    }

    /// Where the local clock stands in the week.
    #[must_use]
    pub fn moment(self) -> Moment {
        let (days, seconds) = self.local();
        Moment {
            // 1970-01-01 was a Thursday; Monday is 0.
            weekday: days.saturating_add(3).rem_euclid(7) as u8,
            minute: (seconds / 60) as u16,
        }
    }

    /// Today on the local calendar.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let (year, month, day) = civil(self.local().0);
        Some(Date {
            year: u16::try_from(year).ok()?,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }

    /// The month on the local calendar, `2026-11`; empty where the clock says nothing.
    #[must_use]
    pub fn month(self) -> String {
        self.date()
            .map_or_else(String::new, |day| Month::from(day).to_string())
    }

    /// Local time with its distance from UTC, to the second (ISO 8601): `2026-11-24T21:04:05-06:00`.
    #[must_use]
    pub fn iso(self) -> String {
        let (days, seconds) = self.local();
        let (year, month, day) = civil(days);
        let (sign, offset) = if self.offset < 0 {
            ('-', self.offset.unsigned_abs())
        } else {
            ('+', self.offset as u32)
        };
        format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60,
            offset / 60,
            offset % 60
        )
    }
}

/// Year, month and day of a day counted from 1970-01-01 (proleptic Gregorian).
///
/// Counts from 1 March of the year 0, so that the leap day is the last of its year;
/// 146,097 days are 400 years. Days outside ±10 million years do not occur: a
/// browser's clock ends at ±8.64e15 ms.
fn civil(days: i64) -> (i64, i64, i64) {
    let from_march = days.saturating_add(719_468);
    let (era, day_of_era) = (
        from_march.div_euclid(146_097),
        from_march.rem_euclid(146_097),
    );
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

/// Minutes and seconds, `4:12`; with hours from one hour on, `1:04:12`.
#[must_use]
pub fn clock(seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_in_local_time() {
        for (ms, offset, want) in [
            (0.0, 0, "1970-01-01T00:00:00+00:00"),
            (951_782_400_000.0, 0, "2000-02-29T00:00:00+00:00"),
            (1_795_575_845_000.0, -360, "2026-11-24T21:04:05-06:00"),
            (1_795_575_845_000.0, 330, "2026-11-25T08:34:05+05:30"),
            (-1.0, 0, "1969-12-31T23:59:59+00:00"),
            (4_107_542_400_000.0, 0, "2100-03-01T00:00:00+00:00"),
        ] {
            let now = Now { ms, offset };
            assert_eq!(now.iso(), want);
            assert_eq!(now.date().unwrap().to_string(), want[..10]);
        }
    }

    #[test]
    fn the_moment_of_the_week_is_the_local_one() {
        for (ms, offset, weekday, minute) in [
            (0.0, 0, 3, 0),
            (951_782_400_000.0, 0, 1, 0),
            (951_782_400_000.0, -1, 0, 23 * 60 + 59),
            // Tuesday evening in the middle of America, Wednesday morning in India.
            (1_795_575_845_000.0, -360, 1, 21 * 60 + 4),
            (1_795_575_845_000.0, 330, 2, 8 * 60 + 34),
            (-1.0, 0, 2, 23 * 60 + 59),
        ] {
            let want = Moment { weekday, minute };
            assert_eq!((Now { ms, offset }).moment(), want, "{ms} {offset}");
        }
    }

    #[test]
    fn no_clock_value_panics() {
        for ms in [
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::MAX,
            8.64e15,
        ] {
            let _ = (Now { ms, offset: -720 }).iso();
            let _ = (Now { ms, offset: 0 }).date();
            let _ = (Now { ms, offset: 0 }).moment();
        }
    }

    #[test]
    fn a_span_is_written_as_a_clock() {
        for (seconds, want) in [
            (252, "4:12"),
            (60, "1:00"),
            (-5, "0:05"),
            (3600, "1:00:00"),
            (14_399, "3:59:59"),
        ] {
            assert_eq!(clock(seconds), want);
        }
    }
}

//! The month under which an entry is kept.

use std::fmt;

use cuecard_playbook::Date;

/// A month of the person's own calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Year, four digits.
    pub year: u16,
    /// 1–12.
    pub month: u8,
}

impl From<Date> for Month {
    fn from(day: Date) -> Self {
        Self {
            year: day.year,
            month: day.month,
        }
    }
}

/// `2026-11`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

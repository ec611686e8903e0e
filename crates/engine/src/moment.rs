//! Points and stretches of time as a text names them.

mod calendar;
mod label;
mod names;
mod time;
mod value;

pub(crate) use calendar::Day;
pub(crate) use names::{MONTHS, WEEKDAYS};
pub(crate) use time::{Part, Teller, Time, Unit, Which, Year};

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// A time as an ISO-8601 or TIMEX-like value: `2018-01-26`, `2017-05`, `2016-W51`, `2014-Q4`,
/// `2023-SU`, `XXXX-WXX-5` (a Friday, undetermined), `P1Y`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment(String);

impl Moment {
    /// Takes a value as written.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// Takes a day, a month, a week or a year of the calendar: `2018-01-26`, `2018-01`, `2018-W04`,
    /// `2018`. None if it is anything else.
    pub fn of_calendar(value: &str) -> Option<Self> {
        let number = |digits: &str, len: usize, range: RangeInclusive<u32>| {
            digits.len() == len
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && digits.parse().is_ok_and(|number| range.contains(&number))
        };
        let (year, rest) = value.split_once('-').unwrap_or((value, ""));
        let fits = match (rest.strip_prefix('W'), rest.split_once('-')) {
            _ if value.len() == 4 => true,
            (Some(week), _) => number(week, 2, 1..=53),
            (None, Some((month, day))) => number(month, 2, 1..=12) && number(day, 2, 1..=31),
            (None, None) => number(rest, 2, 1..=12),
        };
        (fits && number(year, 4, 0..=9999)).then(|| Self::new(value))
    }

    /// The value as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year, where the value has one.
    pub fn year(&self) -> Option<i32> {
        self.0.get(..4)?.parse().ok()
    }
}

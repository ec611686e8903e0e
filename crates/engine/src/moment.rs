//! Points and stretches of time as a text names them.

mod calendar;
mod label;
mod names;
mod time;

pub(crate) use calendar::Day;
pub(crate) use names::{MONTHS, WEEKDAYS};
pub(crate) use time::{Part, Time, Unit, Which, Year};

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

    /// The value as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year, where the value has one.
    pub fn year(&self) -> Option<i32> {
        self.0.get(..4)?.parse().ok()
    }
}

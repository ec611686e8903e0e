//! A time as a text names it, before it is known when the text was written.

use super::Moment;
use super::calendar::Day;
use super::value::{
    Anchor, day_of_month_value, day_text, day_value, length_value, month_value, shifted_value,
    week_text, weekday_value, weekend_value, year_by, year_text, year_value,
};

/// A time as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// `26 January 2018`, `Dec. 19`.
    Day {
        year: Option<i32>,
        month: u8,
        day: u8,
    },
    /// `Saturday 23 April`, `13 September this year`: a day whose year something beside it tells.
    DayTold { month: u8, day: u8, by: Teller },
    /// `7–8 October 2016`.
    Days {
        year: Option<i32>,
        month: u8,
        first: u8,
        last: u8,
    },
    /// `May 2017`, `last May`.
    Month { year: Year, month: u8 },
    /// `2016`.
    Year(i32),
    /// `the 1990s`: the first year.
    Decade(i32),
    /// `the 19th century`: its number.
    Century(i32),
    /// `late 2014`, `the second half of 2011`, `summer 2023`.
    Part { year: Year, part: Part },
    /// `Friday`, `last Friday`; Monday is 1.
    Weekday { weekday: u8, which: Which },
    /// `Thursday of last week`: so many weeks before or after that of the text.
    WeekdayOf { weekday: u8, weeks: i32 },
    /// `last week`, `two days ago`, `tomorrow`: so many units before or after the text.
    Shifted { unit: Unit, by: i32 },
    /// `ten years later`, `the previous year`: so many units before or after what was told before it.
    FromTold { unit: Unit, by: i32 },
    /// `earlier this week`, `the weekend`: a relative time that has no other value.
    Weekend(Which),
    /// `2012–2014`.
    Years(i32, i32),
    /// `March–June 2018`; the months of one year, the first before the last.
    Months { year: Year, first: u8, last: u8 },
    /// `week 50 of 2016`.
    Week { year: i32, week: u8 },
    /// `the 26th`, `Sunday the 30th`: a day of the month of the text, or of one before or after.
    DayOfMonth {
        day: u8,
        which: Which,
        weekday: Option<u8>,
    },
    /// `two years`, `several days`: how long; no number where none is said.
    Length { unit: Unit, count: Option<u32> },
    /// `10:30`, `5 p.m.`: a time of day, of no day.
    Clock { hour: u8, minute: u8 },
}

/// What tells the year of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Teller {
    /// The day of the week it is; Monday is 1.
    Weekday(u8),
    /// `this year`: so many years before or after that of the text.
    Year(i32),
}

/// The year of a part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    Is(i32),
    /// So many years before or after that of the text.
    Shifted(i32),
    /// Not said.
    Open(Which),
}

/// Which of several times of one name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// The nearest before the text, unless it is spoken of as to come.
    Nearest,
    /// The nearest after the text.
    Coming,
    /// The nearest before the text, which tells what was.
    Before,
    /// `last`.
    Last,
    /// `this`.
    This,
    /// `next`.
    Next,
}

/// A named part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Spring,
    Summer,
    Autumn,
    Winter,
    Quarter(u8),
    Half(u8),
    /// `mid-2014`.
    Middle,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Time {
    /// The time's value, as far as it and the time the text was published settle it.
    ///
    /// `year_told` is the year of the last full date before it in the text; it stands in where
    /// nothing is known of the publication. `told` is the last time before it that has a value.
    pub(crate) fn moment(
        self,
        published: Option<&Moment>,
        year_told: Option<i32>,
        told: Option<&Moment>,
    ) -> Option<Moment> {
        let anchor = published.and_then(Anchor::of);
        let value = match self {
            Time::Day { year, month, day } => day_value(year, month, day, anchor, year_told)?,
            Time::DayTold { month, day, by } => {
                let year = anchor.and_then(|anchor| year_by(by, anchor, month, day));
                day_value(year, month, day, anchor, year_told)?
            }
            Time::Days {
                year,
                month,
                first,
                last,
            } => {
                let value = |day| day_value(year, month, day, anchor, year_told);
                format!("{}/{}", value(first)?, value(last)?)
            }
            Time::Month { year, month } => month_value(year, month, anchor, year_told),
            Time::Year(year) => year_text(year),
            Time::Decade(year) => format!("{}X", year_text(year).get(..3)?),
            Time::Century(number) => format!("{:02}XX", number - 1),
            Time::Part { year, part } => format!("{}-{}", year_value(year, anchor)?, part.value()),
            Time::Weekday { weekday, which } => weekday_value(weekday, which, anchor),
            Time::WeekdayOf { weekday, weeks } => {
                let monday = anchor?.monday()?.plus(7 * i64::from(weeks));
                day_text(monday.plus(i64::from(weekday) - 1))
            }
            Time::Shifted { unit, by } => shifted_value(unit, by, anchor)?,
            Time::FromTold { unit, by } => shifted_value(unit, by, told.and_then(Anchor::of))?,
            Time::Weekend(which) => weekend_value(which, anchor),
            Time::Years(from, to) => format!("{}/{}", year_text(from), year_text(to)),
            Time::Months { year, first, last } => {
                let value = |month| month_value(year, month, anchor, year_told);
                format!("{}/{}", value(first), value(last))
            }
            Time::Week { year, week } => week_text(Day::monday_of(year, week)?),
            Time::DayOfMonth {
                day,
                which,
                weekday,
            } => day_of_month_value(day, which, weekday, anchor?)?,
            Time::Length { unit, count } => length_value(unit, count),
            Time::Clock { hour, minute } => format!("T{hour:02}:{minute:02}"),
        };
        Some(Moment::new(value))
    }
}

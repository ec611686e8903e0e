//! The values of times, against what is known of when their text was published.

use super::Moment;
use super::calendar::Day;
use super::time::{Part, Teller, Unit, Which, Year};

/// What is known of when the text was published: the day, or the first day of a stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    first: Day,
    precision: Unit,
}

impl Anchor {
    pub(super) fn of(published: &Moment) -> Option<Anchor> {
        let value = published.as_str().split(['T', '/']).next()?;
        let mut parts = value.split('-');
        let year: i32 = parts.next()?.parse().ok()?;
        let (second, third) = (parts.next(), parts.next());
        let (first, precision) = match (second, third) {
            (None, _) => (Day::of(year, 1, 1)?, Unit::Year),
            (Some(week), _) if week.starts_with('W') => (
                Day::monday_of(year, week.get(1..)?.parse().ok()?)?,
                Unit::Week,
            ),
            (Some(month), None) => (Day::of(year, month.parse().ok()?, 1)?, Unit::Month),
            (Some(month), Some(day)) => (
                Day::of(year, month.parse().ok()?, day.parse().ok()?)?,
                Unit::Day,
            ),
        };
        Some(Anchor { first, precision })
    }

    fn year(self) -> i32 {
        self.first.date().0
    }

    /// The day itself, if it is known to the day.
    fn day(self) -> Option<Day> {
        matches!(self.precision, Unit::Day).then_some(self.first)
    }

    /// Its Monday, if it is known to the week.
    pub(super) fn monday(self) -> Option<Day> {
        matches!(self.precision, Unit::Day | Unit::Week)
            .then(|| self.first.plus(1 - i64::from(self.first.weekday())))
    }

    /// Its year and month, if it is known to the month.
    fn month(self) -> Option<(i32, u8)> {
        let (year, month, _) = self.first.date();
        (!matches!(self.precision, Unit::Year)).then_some((year, month))
    }
}

pub(super) fn year_text(year: i32) -> String {
    format!("{year:04}")
}

pub(super) fn day_text(day: Day) -> String {
    let (year, month, number) = day.date();
    format!("{year:04}-{month:02}-{number:02}")
}

pub(super) fn day_value(
    year: Option<i32>,
    month: u8,
    day: u8,
    anchor: Option<Anchor>,
    year_told: Option<i32>,
) -> Option<String> {
    let year = match (year, anchor) {
        (Some(year), _) => Some(year),
        (None, Some(anchor)) => nearest_year(anchor, month, day),
        (None, None) => year_told,
    };
    match year {
        Some(year) => Day::of(year, month, day).map(day_text),
        None => Day::of(2000, month, day).map(|_| format!("XXXX-{month:02}-{day:02}")),
    }
}

/// The year in which a day of the year comes closest to the anchor; what lies up to four months
/// ahead counts as to come.
fn nearest_year(anchor: Anchor, month: u8, day: u8) -> Option<i32> {
    let year = anchor.year();
    let ahead = |day: Day| day > anchor.first.plus(120);
    let long_ago = |day: Day| day < anchor.first.plus(-245);
    match Day::of(year, month, day) {
        Some(day) if ahead(day) => Some(year - 1),
        Some(day) if long_ago(day) => Some(year + 1),
        Some(_) => Some(year),
        None => Some(year),
    }
}

/// The year of a day of which its weekday is told, or how far its year lies from that of the text: of
/// the years in which it falls on that weekday the nearest.
pub(super) fn year_by(by: Teller, anchor: Anchor, month: u8, day: u8) -> Option<i32> {
    let weekday = match by {
        Teller::Year(by) => return Some(anchor.year() + by),
        Teller::Weekday(weekday) => weekday,
    };
    let nearest = nearest_year(anchor, month, day)?;
    let falls = |year: &i32| Day::of(*year, month, day).is_some_and(|day| day.weekday() == weekday);
    [0, 1, -1, 2, -2, -3, -4, -5, -6]
        .map(|by| nearest + by)
        .into_iter()
        .find(falls)
}

pub(super) fn month_value(
    year: Year,
    month: u8,
    anchor: Option<Anchor>,
    year_told: Option<i32>,
) -> String {
    let open = |year: Option<i32>| match year {
        Some(year) => format!("{year:04}-{month:02}"),
        None => format!("XXXX-{month:02}"),
    };
    let of_text =
        anchor.map(|anchor| (anchor.year(), anchor.month().map_or(12, |(_, month)| month)));
    match (year, of_text) {
        (Year::Is(year), _) => open(Some(year)),
        (Year::Shifted(by), Some((year, _))) => open(Some(year + by)),
        (Year::Open(Which::Next | Which::Coming), Some((year, now))) => {
            open(Some(year + i32::from(month <= now)))
        }
        (Year::Open(Which::Last), Some((year, now))) => open(Some(year - i32::from(month >= now))),
        (Year::Open(Which::This), Some((year, _))) => open(Some(year)),
        (Year::Open(Which::Before), Some((year, now))) => open(Some(year - i32::from(month > now))),
        // "in March", written in May; "in June", written in May, is most often to come.
        (Year::Open(Which::Nearest), Some((year, now))) => {
            let months_ahead = i32::from(month) - i32::from(now);
            open(Some(if months_ahead > 5 { year - 1 } else { year }))
        }
        (_, None) => {
            open(year_told.filter(|_| matches!(year, Year::Open(Which::Nearest | Which::Before))))
        }
    }
}

pub(super) fn year_value(year: Year, anchor: Option<Anchor>) -> Option<String> {
    match (year, anchor) {
        (Year::Is(year), _) => Some(year_text(year)),
        (Year::Shifted(by), Some(anchor)) => Some(year_text(anchor.year() + by)),
        (Year::Open(which), Some(anchor)) => Some(year_text(
            anchor.year()
                + match which {
                    Which::Last => -1,
                    Which::Next => 1,
                    Which::This | Which::Nearest | Which::Before | Which::Coming => 0,
                },
        )),
        (Year::Open(Which::Nearest), None) => Some("XXXX".to_owned()),
        (_, None) => None,
    }
}

impl Part {
    pub(super) fn value(self) -> String {
        match self {
            Part::Spring => "SP".to_owned(),
            Part::Summer => "SU".to_owned(),
            Part::Autumn => "FA".to_owned(),
            Part::Winter => "WI".to_owned(),
            Part::Quarter(number) => format!("Q{number}"),
            Part::Half(number) => format!("H{number}"),
            Part::Middle => "06".to_owned(),
        }
    }
}

pub(super) fn weekday_value(weekday: u8, which: Which, anchor: Option<Anchor>) -> String {
    let day = match (which, anchor) {
        (Which::This, Some(anchor)) => anchor
            .monday()
            .map(|monday| monday.plus(i64::from(weekday) - 1)),
        (_, Some(anchor)) => anchor.day().map(|day| nearest_weekday(day, weekday, which)),
        (_, None) => None,
    };
    match day {
        Some(day) => day_text(day),
        None => format!("XXXX-WXX-{weekday}"),
    }
}

/// "last" and "next" never mean the day itself.
fn nearest_weekday(day: Day, weekday: u8, which: Which) -> Day {
    match which {
        Which::Next => day.plus(days_until(day.plus(1), weekday) + 1),
        Which::Coming => day.plus(days_until(day, weekday)),
        Which::Last => day.plus(-days_since(day.plus(-1), weekday) - 1),
        Which::Nearest | Which::Before | Which::This => day.plus(-days_since(day, weekday)),
    }
}

fn days_until(day: Day, weekday: u8) -> i64 {
    (i64::from(weekday) - i64::from(day.weekday())).rem_euclid(7)
}

fn days_since(day: Day, weekday: u8) -> i64 {
    (i64::from(day.weekday()) - i64::from(weekday)).rem_euclid(7)
}

pub(super) fn weekend_value(which: Which, anchor: Option<Anchor>) -> String {
    let weeks = match which {
        Which::Last | Which::Nearest | Which::Before => -1,
        Which::This | Which::Coming => 0,
        Which::Next => 1,
    };
    match anchor.and_then(Anchor::monday) {
        Some(monday) => format!("{}-WE", week_text(monday.plus(7 * weeks))),
        None => "XXXX-WXX-WE".to_owned(),
    }
}

pub(super) fn week_text(day: Day) -> String {
    let (year, week) = day.week();
    format!("{year:04}-W{week:02}")
}

pub(super) fn shifted_value(unit: Unit, by: i32, anchor: Option<Anchor>) -> Option<String> {
    let anchor = anchor?;
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => anchor.day().map(day_text),
        Unit::Day => Some(day_text(anchor.day()?.plus(i64::from(by)))),
        Unit::Week => Some(week_text(anchor.monday()?.plus(7 * i64::from(by)))),
        Unit::Month => {
            let (year, month) = anchor.month()?;
            let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(by);
            Some(format!(
                "{:04}-{:02}",
                months.div_euclid(12),
                months.rem_euclid(12) + 1
            ))
        }
        Unit::Year => Some(year_text(anchor.year().saturating_add(by))),
    }
}

/// Of a day of the month alone the nearest that is past, or is today; or the next, if it is to come.
/// Where its weekday is told, the month is one in which it falls on that.
pub(super) fn day_of_month_value(
    day: u8,
    which: Which,
    weekday: Option<u8>,
    anchor: Anchor,
) -> Option<String> {
    /// Months in which every day of the month falls on every weekday.
    const MONTHS: i32 = 14;
    let (year, month, today) = anchor.day()?.date();
    let (first, step) = match which {
        Which::Coming | Which::Next => (i32::from(day < today), 1),
        _ => (-i32::from(day > today), -1),
    };
    let in_month = |months: i32| {
        let month = i32::from(month) - 1 + months;
        let number = u8::try_from(month.rem_euclid(12) + 1).ok()?;
        Day::of(year + month.div_euclid(12), number, day)
    };
    let Some(weekday) = weekday else {
        return in_month(first).map(day_text);
    };
    (0..MONTHS)
        .filter_map(|number| in_month(first + step * number))
        .find(|day| day.weekday() == weekday)
        .map(day_text)
}

pub(super) fn length_value(unit: Unit, count: Option<u32>) -> String {
    let (clock, letter) = match unit {
        Unit::Second => ("T", 'S'),
        Unit::Minute => ("T", 'M'),
        Unit::Hour => ("T", 'H'),
        Unit::Day => ("", 'D'),
        Unit::Week => ("", 'W'),
        Unit::Month => ("", 'M'),
        Unit::Year => ("", 'Y'),
    };
    let count = count.map_or("X".to_owned(), |count| count.to_string());
    format!("P{clock}{count}{letter}")
}

//! A time as people write it.

use super::Moment;
use super::names::{MONTHS, WEEKDAYS};

impl Moment {
    /// As people write it: "26 January 2018", "May 2017", "week 50 of 2016", "a Friday". A value
    /// with no such form stands as it is.
    pub fn label(&self) -> String {
        label(self.as_str()).unwrap_or_else(|| self.as_str().to_owned())
    }
}

fn label(value: &str) -> Option<String> {
    if let Some((from, to)) = value.split_once('/') {
        return Some(format!("{} to {}", label(from)?, label(to)?));
    }
    match value {
        "PRESENT_REF" => return Some("now".to_owned()),
        "PAST_REF" => return Some("the past".to_owned()),
        "FUTURE_REF" => return Some("the future".to_owned()),
        _ => {}
    }
    if let Some(length) = value.strip_prefix('P') {
        return duration(length);
    }
    if let Some((day, time)) = value.split_once('T') {
        return clock(day, time);
    }
    let mut parts = value.split('-');
    let year = parts.next()?;
    match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => year_alone(year),
        (Some("WXX"), None, _) if year == "XXXX" => Some("an unknown week".to_owned()),
        (Some("WXX"), Some("WE"), None) if year == "XXXX" => Some("a weekend".to_owned()),
        (Some("WXX"), Some(day), None) if year == "XXXX" => {
            Some(format!("a {}", nth(&WEEKDAYS, day)?))
        }
        (Some(part), None, _) => part_of_year(year, part),
        (Some(week), Some(rest), None) if week.starts_with('W') => day_of_week(year, week, rest),
        (Some(month), Some(day), None) => {
            let day: u8 = day.parse().ok()?;
            Some(with_year(format!("{day} {}", nth(&MONTHS, month)?), year))
        }
        _ => None,
    }
}

fn nth(names: &[&'static str], number: &str) -> Option<&'static str> {
    let number: usize = number.parse().ok()?;
    names.get(number.checked_sub(1)?).copied()
}

fn with_year(what: String, year: &str) -> String {
    match year {
        "XXXX" => what,
        _ => format!("{what} {year}"),
    }
}

fn year_alone(year: &str) -> Option<String> {
    match year {
        "XXXX" => Some("an unknown year".to_owned()),
        _ if year.ends_with("XX") => Some(format!("{}00s", year.trim_end_matches('X'))),
        _ if year.ends_with('X') => Some(format!("{}0s", year.trim_end_matches('X'))),
        _ if year.len() == 3 => Some(format!("{year}0s")),
        _ => Some(year.to_owned()),
    }
}

fn part_of_year(year: &str, part: &str) -> Option<String> {
    let season = match part {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        "WI" => "winter",
        "H1" => "first half of",
        "H2" => "second half of",
        "Q1" => "first quarter of",
        "Q2" => "second quarter of",
        "Q3" => "third quarter of",
        "Q4" => "fourth quarter of",
        _ if part.starts_with('W') => {
            let week: u8 = part.get(1..)?.parse().ok()?;
            return Some(with_year(format!("week {week} of"), year));
        }
        _ => return Some(with_year(nth(&MONTHS, part)?.to_owned(), year)),
    };
    Some(with_year(season.to_owned(), year))
}

fn day_of_week(year: &str, week: &str, day: &str) -> Option<String> {
    let day = match day {
        "WE" => "the weekend",
        _ => nth(&WEEKDAYS, day)?,
    };
    Some(format!("{day} of {}", part_of_year(year, week)?))
}

fn clock(day: &str, time: &str) -> Option<String> {
    let time = match time {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        _ => time,
    };
    if day.is_empty() || day.starts_with("XXXX-XX") {
        return Some(time.to_owned());
    }
    Some(format!("{}, {time}", label(day)?))
}

fn duration(length: &str) -> Option<String> {
    let (length, clock) = match length.strip_prefix('T') {
        Some(length) => (length, true),
        None => (length, false),
    };
    let unit = length.chars().last()?;
    let number = &length[..length.len() - unit.len_utf8()];
    let unit = match (unit, clock) {
        ('Y', _) => "year",
        ('M', true) => "minute",
        ('M', false) => "month",
        ('W', _) => "week",
        ('D', _) => "day",
        ('H', _) => "hour",
        ('S', _) => "second",
        _ => return None,
    };
    match number {
        "1" => Some(format!("1 {unit}")),
        "X" => Some(format!("some {unit}s")),
        _ => Some(format!("{number} {unit}s")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(value: &str, label: &str) {
        assert_eq!(Moment::new(value).label(), label);
    }

    #[test]
    fn a_day_a_month_a_year() {
        reads("2018-01-26", "26 January 2018");
        reads("2017-05", "May 2017");
        reads("2016", "2016");
        reads("XXXX-12-19", "19 December");
    }

    #[test]
    fn weeks_and_their_days() {
        reads("2016-W50", "week 50 of 2016");
        reads("2016-W50-5", "Friday of week 50 of 2016");
        reads("XXXX-WXX-5", "a Friday");
    }

    #[test]
    fn parts_of_a_year_and_stretches_of_years() {
        reads("2023-SU", "summer 2023");
        reads("2014-Q4", "fourth quarter of 2014");
        reads("199X", "1990s");
        reads("199", "1990s");
        reads("2012/2014", "2012 to 2014");
    }

    #[test]
    fn times_and_durations() {
        reads("2018-01-26T10:30", "26 January 2018, 10:30");
        reads("P1Y", "1 year");
        reads("P4M", "4 months");
        reads("PT90M", "90 minutes");
        reads("PXD", "some days");
    }

    #[test]
    fn what_has_no_form_for_people_stands_as_it_is() {
        reads("2018-13-45", "2018-13-45");
        reads("é", "é");
        reads("Pé", "Pé");
    }
}

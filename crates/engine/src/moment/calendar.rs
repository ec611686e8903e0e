//! Days, weeks and months of the Gregorian calendar, by arithmetic alone.

/// A day, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(i64);

impl Day {
    /// The day of a date; none if there is no such date. Howard Hinnant's `days_from_civil`.
    pub(crate) fn of(year: i32, month: u8, day: u8) -> Option<Day> {
        if !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
            return None;
        }
        let year = i64::from(year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year - era * 400;
        let day_of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Day(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month, day. Howard Hinnant's `civil_from_days`.
    pub(crate) fn date(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days - era * 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year as i32, month as u8, day as u8)
    }

    /// Monday is 1, Sunday 7.
    pub(crate) fn weekday(self) -> u8 {
        ((self.0 + 3).rem_euclid(7) + 1) as u8
    }

    pub(crate) fn plus(self, days: i64) -> Day {
        Day(self.0 + days)
    }

    /// The year and number of its ISO week.
    pub(crate) fn week(self) -> (i32, u8) {
        let thursday = self.plus(4 - i64::from(self.weekday()));
        let (year, ..) = thursday.date();
        let first = Day::of(year, 1, 1).unwrap_or(thursday);
        (year, ((thursday.0 - first.0) / 7 + 1) as u8)
    }

    /// The Monday of an ISO week; none if the year has no such week.
    pub(crate) fn monday_of(year: i32, week: u8) -> Option<Day> {
        let fourth = Day::of(year, 1, 4)?;
        let first = fourth.plus(1 - i64::from(fourth.weekday()));
        let monday = first.plus(7 * (i64::from(week) - 1));
        (monday.week() == (year, week)).then_some(monday)
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::of(year, month, day).expect("the date exists")
    }

    #[test]
    fn days_of_the_week() {
        assert_eq!(day(2018, 1, 26).weekday(), 5);
        assert_eq!(day(1970, 1, 1).weekday(), 4);
        assert_eq!(day(1789, 7, 14).weekday(), 2);
    }

    #[test]
    fn dates_that_do_not_exist_are_none() {
        assert_eq!(Day::of(2018, 2, 29), None);
        assert_eq!(Day::of(1900, 2, 29), None);
        assert_eq!(Day::of(2018, 13, 1), None);
        assert_eq!(Day::of(2018, 4, 31), None);
        assert_eq!(Day::of(2018, 4, 0), None);
    }

    #[test]
    fn a_day_leads_to_its_date_and_back() {
        let mut at = day(1899, 12, 28);
        while at < day(2101, 1, 4) {
            let (year, month, number) = at.date();
            assert_eq!(Day::of(year, month, number), Some(at));
            let (year, week) = at.week();
            let monday = Day::monday_of(year, week).expect("its own week exists");
            assert_eq!(monday.plus(i64::from(at.weekday()) - 1), at);
            at = at.plus(1);
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_belong_to_the_year_of_their_thursday() {
        assert_eq!(day(2016, 12, 19).week(), (2016, 51));
        assert_eq!(day(2016, 1, 3).week(), (2015, 53));
        assert_eq!(day(2018, 12, 31).week(), (2019, 1));
        assert_eq!(Day::monday_of(2016, 53), None);
    }
}

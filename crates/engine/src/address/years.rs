//! Years as a condition names them.

use std::fmt::{self, Display, Formatter};

/// A year, or several in a row; both ends belong to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub from: i32,
    /// The last.
    pub to: i32,
}

impl Years {
    /// Reads `2016` or `2016..2018`, as they are printed and in no other way.
    pub fn parse(value: &str) -> Option<Self> {
        let (from, to) = match value.split_once('.') {
            Some((from, to)) => (from, to.strip_prefix('.')?),
            None => (value, value),
        };
        let (from, to) = (year(from)?, year(to)?);
        (from <= to).then_some(Self { from, to })
    }

    /// From the first of both to the last of both.
    pub fn and(self, other: Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }

    /// Whether a year is one of them.
    pub fn hold(self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }
}

impl Display for Years {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.from == self.to {
            true => write!(f, "{}", self.from),
            false => write!(f, "{}..{}", self.from, self.to),
        }
    }
}

fn year(value: &str) -> Option<i32> {
    let year: i32 = value.parse().ok()?;
    (year.to_string() == value).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_a_row_have_both_their_ends() {
        let years = Years::parse("2016..2018").expect("these are years");
        assert!(years.hold(2016) && years.hold(2018) && !years.hold(2019));
        assert!(Years::parse("2016").is_some_and(|years| years.hold(2016) && !years.hold(2017)));
    }

    #[test]
    fn years_are_printed_as_they_are_read() {
        let read = |value| Years::parse(value).expect("these are years");
        for value in ["2016", "2016..2018", "-44..33"] {
            assert_eq!(read(value).to_string(), value);
        }
        assert_eq!(read("2018").and(read("2014..2016")), read("2014..2018"));
    }

    #[test]
    fn what_is_no_year_is_not_read() {
        for value in [
            "",
            "..",
            "2016..",
            "2018..2016",
            "+2016",
            "02016",
            "1e309",
            "2016..2017..2018",
        ] {
            assert_eq!(Years::parse(value), None, "{value}");
        }
    }
}

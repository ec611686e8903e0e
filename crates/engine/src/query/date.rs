//! Dates as a query asks for them.

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};

/// A stretch of days: from the first of one date to the last of another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// `2016`, `2016-05` or `2016-05-01`; from the beginning if none.
    pub from: Option<String>,
    /// As `from`, and included; without an end if none.
    pub to: Option<String>,
}

impl Dates {
    /// Reads `2016`, `2016-05`, `2016-05-01`, or two of them as `[2016-01 TO 2016-12]`, where `*`
    /// leaves an end open.
    pub fn parse(typed: &str) -> Option<Self> {
        let Some(inside) = typed.strip_prefix('[') else {
            let date = date(typed)?;
            return Some(Self {
                from: date.clone(),
                to: date,
            });
        };
        let inside = inside.strip_suffix(']').unwrap_or(inside);
        let (from, to) = inside.split_once(" TO ")?;
        Some(Self {
            from: date(from.trim())?,
            to: date(to.trim())?,
        })
    }

    /// Whether any day of a date lies within. Dates are compared as far as both go; of weeks,
    /// quarters and seasons only the year.
    pub fn hold(&self, date: &str) -> bool {
        let is_number = |c: char| c.is_ascii_digit() || c == '-';
        let known = date.find(|c| !is_number(c)).unwrap_or(date.len());
        let date = &date[..known];
        if date.is_empty() {
            return false;
        }
        let common = |bound: &str| {
            date.chars()
                .zip(bound.chars())
                .map(|(a, b)| a.cmp(&b))
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        };
        self.from.as_deref().is_none_or(|from| common(from).is_ge())
            && self.to.as_deref().is_none_or(|to| common(to).is_le())
    }
}

/// A date, or no bound for `*`; nothing for anything else.
fn date(typed: &str) -> Option<Option<String>> {
    if typed == "*" {
        return Some(None);
    }
    let is_digits =
        |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = typed.split('-');
    let is_date = parts.next().is_some_and(|year| is_digits(year, 4))
        && parts.clone().count() <= 2
        && parts.all(|part| is_digits(part, 2));
    is_date.then(|| Some(typed.to_owned()))
}

impl Display for Dates {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let open = "*";
        let (from, to) = (self.from.as_deref(), self.to.as_deref());
        match (from, to) {
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            _ => write!(f, "[{} TO {}]", from.unwrap_or(open), to.unwrap_or(open)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(typed: &str) -> Dates {
        Dates::parse(typed).expect("it is a date")
    }

    #[test]
    fn a_month_lies_within_its_year_and_a_year_meets_its_months() {
        assert!(dates("2016").hold("2016-05-01"));
        assert!(dates("2016-05").hold("2016"));
        assert!(!dates("2016-05").hold("2016-06-01"));
        assert!(dates("[2016-01 TO 2016-12]").hold("2016-12-31"));
        assert!(!dates("[2016-01 TO 2016-12]").hold("2017-01-01"));
        assert!(dates("[2016-01 TO 2016-12]").hold("2016-W50"));
        assert!(!dates("[2016-01 TO *]").hold("XXXX-WXX-5"));
        assert!(dates("[* TO 2016]").hold("1999"));
        assert!(dates("[2016 TO *]").hold("2999"));
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for typed in [
            "",
            "16",
            "2016-5",
            "2016-05-01-01",
            "yesterday",
            "[2016]",
            "[2016 to 2017]",
            "2016-",
        ] {
            assert_eq!(Dates::parse(typed), None, "{typed}");
        }
    }
}

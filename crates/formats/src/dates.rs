//! Days as machines and people write them in the fields of a file.

/// The day of a time: `2018-01-26T10:15:00Z`, `2018/01/26`, `26-01-2018`, `26.1.2018`,
/// `26 January 2018`, `Jan. 26, 2018`. With slashes the month stands first for some and the day
/// for others; such a date is read only if one of the two is no month.
pub(crate) fn day(time: &str) -> Option<String> {
    let marks = |c: char| !c.is_alphanumeric();
    let time = time.trim();
    let date = time
        .split(['T'])
        .next()
        .filter(|head| head.starts_with(|c: char| c.is_ascii_digit()));
    let date = date.unwrap_or(time);
    let words: Vec<&str> = date
        .split(marks)
        .filter(|word| !word.is_empty())
        .take(4)
        .collect();
    let [first, second, third, ..] = words[..] else {
        return None;
    };
    if let (Some(year), Some(month), Some(day)) = (year(first), number(second), number(third)) {
        return written(year, month, day);
    }
    let (first, second, third) =
        match first.chars().all(char::is_alphabetic) && month(first).is_none() {
            // A weekday.
            true => (second, third, *words.get(3)?),
            false => (first, second, third),
        };
    let year = year(third)?;
    if let Some(month) = month(first) {
        return written(year, month, number(second)?);
    }
    if let Some(month) = month(second) {
        return written(year, month, number(first)?);
    }
    let (first, second) = (number(first)?, number(second)?);
    match date.contains('/') {
        true if first > 12 => written(year, second, first),
        true if second > 12 => written(year, first, second),
        true if first != second => None,
        _ => written(year, second, first),
    }
}

fn written(year: u32, month: u32, day: u32) -> Option<String> {
    let real = (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

fn year(word: &str) -> Option<u32> {
    word.parse()
        .ok()
        .filter(|year| word.len() == 4 && (1000..2200).contains(year))
}

/// The month of an English name, whole or cut to three letters.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let known = |month: &&str| {
        *month == word || word.len() >= 3 && word.len() <= 4 && month.starts_with(&word)
    };
    (1..)
        .zip(MONTHS)
        .find(|(_, month)| known(month))
        .map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for written in [
            "2018-01-26T10:15:00Z",
            "2018-01-26 10:15",
            "2018/01/26",
            "26-01-2018",
            "26.1.2018",
            "26 January 2018",
            "Jan. 26, 2018",
            "26/01/2018",
            "01/26/2018",
            "January 26th, 2018",
            "Friday, January 26, 2018",
            "Fri, 26 Jan 2018 10:15:00 +0100",
        ] {
            assert_eq!(day(written).as_deref(), Some("2018-01-26"), "{written}");
        }
        assert_eq!(day("05/05/2018").as_deref(), Some("2018-05-05"));
    }

    #[test]
    fn what_may_be_two_days_is_none() {
        for written in [
            "05/06/2018",
            "2018",
            "May 2018",
            "2018-13-01",
            "",
            "none",
            "1.2.3",
        ] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}

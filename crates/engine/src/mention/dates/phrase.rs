//! Reads the words that name a time.

use super::names::{after_point, day, foreign_month, month, short_weekday, weekday, word, year};
use super::{clock, length, relative, stretch};
use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::moment::{Day, Teller, Time, Which, Year};
use crate::text::{Class, Gap, Shape};

/// The end of the words at `at` that name a time, and the time.
pub(super) fn read(words: &Words, at: usize) -> Option<(usize, Time)> {
    if !matches!(words.tokens[at].class, Class::Word | Class::Number) {
        return None;
    }
    with_weekday(words, at)
        .or_else(|| date(words, at))
        .or_else(|| stretch::read(words, at))
        .or_else(|| relative::read(words, at))
        .or_else(|| clock::read(words, at))
        .or_else(|| length::read(words, at))
}

/// `the 30th` after a weekday.
fn ordinal(words: &Words, at: usize, from: usize, weekday: u8) -> Option<(usize, Time)> {
    let name = words.word(from);
    let called = words.before(from) == "the" && from > at + 1;
    let ordinal = name.ends_with(|c: char| c.is_ascii_alphabetic());
    let day = day(name).filter(|_| called && ordinal)?;
    let time = Time::DayOfMonth {
        day,
        which: Which::Nearest,
        weekday: Some(weekday),
    };
    Some((from + 1, time))
}

/// A day or month of the calendar, in any order.
pub(super) fn date(words: &Words, at: usize) -> Option<(usize, Time)> {
    numeric(words, at)
        .or_else(|| months(words, at))
        .or_else(|| day_first(words, at))
        .or_else(|| month_first(words, at))
        .map(|(end, time)| with_year_told(words, at, end, time))
        .or_else(|| short_day(words, at))
        .or_else(|| short_month(words, at))
}

/// `11/2022` at the beginning of a line, or where a month must be meant.
fn short_month(words: &Words, at: usize) -> Option<(usize, Time)> {
    let end = at + 3;
    let called = matches!(words.before(at), "in" | "since" | "until" | "by" | "from")
        || matches!(words.tokens[at].gap, Gap::Line | Gap::Paragraph);
    let parted = called
        && words.together(at, end - 1)
        && words.raw(at + 1) == "/"
        && (at + 1..end).all(|part| words.tokens[part].gap == Gap::None)
        && words.raw(at).len() <= 2
        && word(words, at, end) != "/";
    let month = parted.then(|| words.raw(at).parse().ok())?;
    let month: u8 = month.filter(|month| (1..=12).contains(month))?;
    let year = Year::Is(year(words.raw(end - 1))?);
    Some((end, Time::Month { year, month }))
}

/// `13 September this year`, `5 May of last year`.
fn with_year_told(words: &Words, at: usize, end: usize, time: Time) -> (usize, Time) {
    let of = usize::from(word(words, at, end) == "of");
    let by = stretch::shift(word(words, at, end + of))
        .filter(|_| word(words, at, end + of + 1) == "year");
    let end_of_year = end + of + 2;
    match (time, by) {
        (
            Time::Day {
                year: None,
                month,
                day,
            },
            Some(by),
        ) => {
            let by = Teller::Year(by);
            (end_of_year, Time::DayTold { month, day, by })
        }
        (
            Time::Month {
                year: Year::Open(_),
                month,
            },
            Some(by),
        ) => {
            let year = Year::Shifted(by);
            (end_of_year, Time::Month { year, month })
        }
        _ => (end, time),
    }
}

/// `on 28/10`, `by 3/11`: a day and a month where a day must be meant.
fn short_day(words: &Words, at: usize) -> Option<(usize, Time)> {
    let called = matches!(
        words.before(at),
        "on" | "by" | "until" | "till" | "before" | "since" | "from"
    );
    called.then(|| day_and_month(words, at))?
}

/// `23/8`; where the second can be no month, it is the day.
fn day_and_month(words: &Words, at: usize) -> Option<(usize, Time)> {
    let end = at + 3;
    let number = |at: usize| -> Option<u8> {
        let short = words.tokens[at].class == Class::Number && words.raw(at).len() <= 2;
        short.then(|| words.raw(at).parse().ok())?
    };
    let parted = words.together(at, end - 1)
        && words.raw(at + 1) == "/"
        && (at + 1..end).all(|part| words.tokens[part].gap == Gap::None)
        // A fraction or a list of numbers is none.
        && !matches!(word(words, at, end), "/" | "of" | "-");
    let (first, second) = parted.then(|| Some((number(at)?, number(end - 1)?)))??;
    let (day, month) = if second > 12 {
        (second, first)
    } else {
        (first, second)
    };
    // In 9/11 an event is named.
    Day::of(2000, month, day).filter(|_| (first, second) != (9, 11))?;
    let year = None;
    Some((end, Time::Day { year, month, day }))
}

/// `Friday, 26 January 2018`, `Tue. 6 Oct 2015`: the date alone counts.
fn with_weekday(words: &Words, at: usize) -> Option<(usize, Time)> {
    let name = words.word(at);
    let weekday = weekday(name).or_else(|| short_weekday(name))?;
    let mut from = at + 1;
    while matches!(word(words, at, from), "." | "," | "(" | "the") && from < at + 4 {
        from += 1;
    }
    if !words.together(at, from) {
        return None;
    }
    let (end, time) = date(words, from)
        .or_else(|| day_and_month(words, from))
        .or_else(|| ordinal(words, at, from, weekday))?;
    let time = match time {
        Time::Day {
            year: None,
            month,
            day,
        } => {
            let by = Teller::Weekday(weekday);
            Time::DayTold { month, day, by }
        }
        Time::Day { .. } | Time::DayTold { .. } | Time::Days { .. } | Time::DayOfMonth { .. } => {
            time
        }
        _ => return None,
    };
    Some((end, time))
}

/// Whether a month is named there; not where "may" and "march" are words.
fn is_month(words: &Words, at: usize) -> bool {
    let small = words.shape(at) == Shape::Lower && words.casing(at) == Casing::Mixed;
    !small || month(words.word(at)).is_none()
}

/// `26 January 2018`, `the 5th of May`, `7–8 October 2016`, `3. März 2017`.
fn day_first(words: &Words, at: usize) -> Option<(usize, Time)> {
    let first = day(words.word(at))?;
    let mut cursor = at + 1;
    let last = second_day(words, at, cursor);
    if last.is_some() {
        cursor += 2;
    }
    let hyphens = last.is_none() && is_tight_hyphen(words, at, cursor);
    if word(words, at, cursor) == "day" && word(words, at, cursor + 1) == "of" {
        cursor += 1;
    }
    if matches!(word(words, at, cursor), "of" | "de" | "." | "di") || hyphens {
        cursor += 1;
    }
    let month = foreign_month(word(words, at, cursor)).filter(|_| is_month(words, cursor))?;
    let end = cursor + 1;
    let mut from = after_point(words, at, end);
    if matches!(word(words, at, from), "," | "de" | "of")
        || hyphens && is_tight_hyphen(words, at, from)
    {
        from += 1;
    }
    let (year, end) = match year(word(words, at, from)) {
        Some(year) => (Some(year), from + 1),
        None => (None, end),
    };
    Some((end, days(year, month, first, last)))
}

/// `March–June 2018`, `March–June`.
fn months(words: &Words, at: usize) -> Option<(usize, Time)> {
    let first = month(words.word(at)).filter(|_| is_month(words, at))?;
    let link = after_point(words, at, at + 1);
    let joined = matches!(word(words, at, link), "-" | "–" | "—" | "/")
        && words.tokens[link].gap == Gap::None;
    let last = month(word(words, at, link + 1)).filter(|_| joined && is_month(words, link + 1))?;
    let end = after_point(words, at, link + 2);
    let of = usize::from(matches!(word(words, at, end), "of" | ","));
    let (year, end) = match year(word(words, at, end + of)) {
        Some(year) => (Year::Is(year), end + of + 1),
        // A day follows: the months are those of two days.
        None if day(word(words, at, end)).is_some() => return None,
        None => (Year::Open(Which::Nearest), link + 2),
    };
    (first < last).then_some((end, Time::Months { year, first, last }))
}

/// `January 26, 2018`, `Dec. 19`, `July 4-6, 1976`, `May 2017`, `May of 2017`, `March`.
fn month_first(words: &Words, at: usize) -> Option<(usize, Time)> {
    let month = foreign_month(words.word(at)).filter(|_| is_month(words, at))?;
    let cursor = after_point(words, at, at + 1);
    if let Some(first) = day(word(words, at, cursor)) {
        let last = second_day(words, at, cursor + 1);
        let end = cursor + 1 + if last.is_some() { 2 } else { 0 };
        let comma = usize::from(word(words, at, end) == ",");
        let (year, end) = match year(word(words, at, end + comma)) {
            Some(year) => (Some(year), end + comma + 1),
            None => (None, end),
        };
        return Some((end, days(year, month, first, last)));
    }
    let link = usize::from(matches!(word(words, at, cursor), "of" | "," | "de"));
    if let Some(year) = year(word(words, at, cursor + link)) {
        let year = Year::Is(year);
        return Some((cursor + link + 1, Time::Month { year, month }));
    }
    let year = Year::Open(Which::Nearest);
    let of = usize::from(word(words, at, cursor) == "of");
    let year_told = stretch::shift(word(words, at, cursor + of)).is_some()
        && word(words, at, cursor + of + 1) == "year";
    (year_told || is_month_alone(words, at)).then_some((at + 1, Time::Month { year, month }))
}

fn days(year: Option<i32>, month: u8, first: u8, last: Option<u8>) -> Time {
    match last {
        Some(last) if last > first => Time::Days {
            year,
            month,
            first,
            last,
        },
        _ => Time::Day {
            year,
            month,
            day: first,
        },
    }
}

/// A hyphen that touches the words on both sides: those of `26-Jan-2018`.
fn is_tight_hyphen(words: &Words, from: usize, at: usize) -> bool {
    word(words, from, at) == "-"
        && words.tokens[at].gap == Gap::None
        && words.together(from, at + 1)
        && words.tokens[at + 1].gap == Gap::None
}

/// The day after a hyphen or a "to": the `8` of `7–8 October`, the `11` of `August 9 to 11`.
fn second_day(words: &Words, from: usize, at: usize) -> Option<u8> {
    let hyphen =
        matches!(word(words, from, at), "-" | "–" | "—") && words.tokens[at].gap == Gap::None;
    let to = matches!(word(words, from, at), "to" | "through");
    // Another month may follow: "from May 9 to 11 June".
    let other = to && foreign_month(word(words, from, at + 2)).is_some() && from + 1 < at;
    let linked = (hyphen || to && !other) && words.together(from, at + 1);
    linked.then(|| day(words.word(at + 1)))?
}

/// A month's name alone names a month after "in" and the like; elsewhere only where it is no
/// word, no first name and no abbreviation.
fn is_month_alone(words: &Words, at: usize) -> bool {
    let name = words.word(at);
    if month(name).is_none() {
        return false;
    }
    let doubtful = matches!(
        name,
        "may" | "march" | "mar" | "august" | "sep" | "dec" | "jan"
    );
    let called = at > 0 && words.together(at, at - 1) && words.is(at - 1, Is::BeforeMonth);
    let plain = !doubtful && !words.is(at, Is::FirstName) && name.len() > 4;
    match words.casing(at) {
        Casing::Mixed => called || plain,
        Casing::Title | Casing::Capitals | Casing::Lower => plain,
    }
}

/// `2018-01-26`, `26/01/2018`, `26.01.2018`, `1/26/2018`.
fn numeric(words: &Words, at: usize) -> Option<(usize, Time)> {
    if words.tokens[at].class != Class::Number {
        return None;
    }
    if let Some(time) = one_number(words.raw(at)) {
        return Some((at + 1, time));
    }
    let mark = word(words, at, at + 1);
    let parted = matches!(mark, "-" | "/" | "." | "–")
        && word(words, at, at + 3) == mark
        && words.together(at, at + 4)
        && (at + 1..at + 5).all(|part| words.tokens[part].gap == Gap::None);
    if !parted {
        return None;
    }
    let last = words.raw(at + 4);
    // `2018-01-26T10:30` has the time of day in the token of the day.
    let last = last.split(['T', 't', ':']).next()?;
    let (first, second) = (words.raw(at), words.raw(at + 2));
    let time = match (mark, last.len()) {
        ("/", 2) if first.len() <= 2 => date_of(first, second, &in_full(last)),
        _ => date_of(first, second, last),
    };
    time.map(|time| (at + 5, time))
}

/// The year of `26/01/18`, of the last hundred years and those to come soon.
fn in_full(year: &str) -> String {
    let century = if year < "50" { "20" } else { "19" };
    format!("{century}{year}")
}

/// `26.01.2018` is one token, a number.
fn one_number(raw: &str) -> Option<Time> {
    let mut parts = raw.split('.');
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then(|| date_of(a, b, c))?
}

fn date_of(a: &str, b: &str, c: &str) -> Option<Time> {
    let number = |text: &str| text.parse::<i32>().ok();
    let (x, y, z) = (number(a)?, number(b)?, number(c)?);
    let (year, month, day) = match (a.len(), c.len()) {
        (4, 1 | 2) => (x, y, z),
        (1 | 2, 4) if y > 12 => (z, x, y),
        // Where both orders are possible the day comes first, as in most of the world.
        (1 | 2, 4) => (z, y, x),
        _ => return None,
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Day::of(year, month, day)?;
    let year = Some(year);
    Some(Time::Day { year, month, day })
}

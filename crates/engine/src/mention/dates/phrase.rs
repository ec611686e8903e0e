//! Reads the words that name a time.

use super::names::{after_point, day, foreign_month, month, short_weekday, weekday, word, year};
use super::{clock, length, relative, stretch};
use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::moment::{Day, Time, Which, Year};
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

/// A day or month of the calendar, in any order.
pub(super) fn date(words: &Words, at: usize) -> Option<(usize, Time)> {
    numeric(words, at)
        .or_else(|| months(words, at))
        .or_else(|| day_first(words, at))
        .or_else(|| month_first(words, at))
}

/// `Friday, 26 January 2018`, `Tue. 6 Oct 2015`: the date alone counts.
fn with_weekday(words: &Words, at: usize) -> Option<(usize, Time)> {
    let name = words.word(at);
    if weekday(name).is_none() && !short_weekday(name) {
        return None;
    }
    let mut from = at + 1;
    while matches!(word(words, at, from), "." | "," | "(" | "the") && from < at + 4 {
        from += 1;
    }
    let day = words.together(at, from).then(|| date(words, from))??;
    matches!(day.1, Time::Day { .. } | Time::Days { .. }).then_some(day)
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
    if word(words, at, cursor) == "last" && word(words, at, cursor + 1) == "year" {
        let year = Year::Shifted(-1);
        return Some((cursor + 2, Time::Month { year, month }));
    }
    let year = Year::Open(Which::Nearest);
    is_month_alone(words, at).then_some((at + 1, Time::Month { year, month }))
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

/// The day after a hyphen: the `8` of `7–8 October`.
fn second_day(words: &Words, from: usize, at: usize) -> Option<u8> {
    let hyphen = matches!(word(words, from, at), "-" | "–" | "—")
        && words.tokens[at].gap == Gap::None
        && words.together(from, at + 1);
    hyphen.then(|| day(words.word(at + 1)))?
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

//! Reads the words that name a time.

use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::moment::{Day, Part, Time, Unit, Which, Year};
use crate::text::{Class, Gap, Shape};

/// The time named by the words at `at` or just after: first token, end, what is named.
pub(super) fn read(words: &Words, at: usize) -> Option<(usize, usize, Time)> {
    let (end, time) = numeric(words, at)
        .or_else(|| day_first(words, at))
        .or_else(|| month_first(words, at))
        .or_else(|| part_of_year(words, at))
        .or_else(|| relative(words, at))
        .or_else(|| weekday(words, at, at, Which::Nearest))
        .or_else(|| ago(words, at))
        .or_else(|| decade(words, at))
        .or_else(|| century(words, at))
        .or_else(|| years(words, at))
        .or_else(|| year_alone(words, at))?;
    Some((at, end, time))
}

fn next<'w>(words: &'w Words, from: usize, at: usize) -> &'w str {
    words.word_near(from, Some(at))
}

/// Skips a point that belongs to the abbreviation before it.
fn after_point(words: &Words, at: usize) -> usize {
    let point = at < words.len() && words.raw(at) == "." && words.tokens[at].gap == Gap::None;
    let goes_on = at + 1 < words.len()
        && words.together(at - 1, at + 1)
        && words.tokens[at + 1].class != Class::Mark;
    if point && goes_on { at + 1 } else { at }
}

fn month(words: &Words, at: usize) -> Option<u8> {
    if at >= words.len() {
        return None;
    }
    let word = words.word(at);
    let month = match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    };
    let small = words.shape(at) == Shape::Lower && words.casing(at) == Casing::Mixed;
    (!small).then_some(month)
}

/// A number that can be a year of our era.
fn year(words: &Words, from: usize, at: usize) -> Option<i32> {
    let word = next(words, from, at);
    let plain = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = plain.then(|| word.parse().ok())??;
    (1000..=2199).contains(&year).then_some(year)
}

/// `5`, `05`, `5th`.
fn day_number(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let plain =
        !digits.is_empty() && digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th");
    let day: u8 = plain.then(|| digits.parse().ok())??;
    (1..=31).contains(&day).then_some(day)
}

/// `26 January 2018`, `the 5th of May`.
fn day_first(words: &Words, at: usize) -> Option<(usize, Time)> {
    let day = day_number(words.word(at))?;
    let mut cursor = at + 1;
    if next(words, at, cursor) == "of" {
        cursor += 1;
    }
    if !words.together(at, cursor) {
        return None;
    }
    let month = month(words, cursor)?;
    let mut end = after_point(words, cursor + 1);
    if next(words, at, end) == "," && year(words, at, end + 1).is_some() {
        end += 1;
    }
    let (year, end) = match year(words, at, end) {
        Some(year) => (Some(year), end + 1),
        None => (None, cursor + 1),
    };
    Some((end, Time::Day { year, month, day }))
}

/// `January 26, 2018`, `Dec. 19`, `May 2017`, `May of 2017`, `March`.
fn month_first(words: &Words, at: usize) -> Option<(usize, Time)> {
    let month = month(words, at)?;
    let cursor = after_point(words, at + 1);
    if let Some(day) = day_number(next(words, at, cursor)) {
        let comma = next(words, at, cursor + 1) == ",";
        let (found, end) = match year(words, at, cursor + 1 + usize::from(comma)) {
            Some(year) => (Some(year), cursor + 2 + usize::from(comma)),
            None => (None, cursor + 1),
        };
        return Some((
            end,
            Time::Day {
                year: found,
                month,
                day,
            },
        ));
    }
    let link = usize::from(matches!(next(words, at, cursor), "of" | ","));
    if let Some(year) = year(words, at, cursor + link) {
        return Some((
            cursor + link + 1,
            Time::Month {
                year: Year::Is(year),
                month,
            },
        ));
    }
    if words.after(cursor) == "last" && next(words, at, cursor + 1) == "year" {
        return Some((
            cursor + 2,
            Time::Month {
                year: Year::Shifted(-1),
                month,
            },
        ));
    }
    alone(words, at).then_some((
        at + 1,
        Time::Month {
            year: Year::Open(Which::Nearest),
            month,
        },
    ))
}

/// A month's name alone names a month after a preposition and the like; "may" and "march" are
/// words.
fn alone(words: &Words, at: usize) -> bool {
    let doubtful = matches!(
        words.word(at),
        "may" | "march" | "mar" | "august" | "sep" | "dec" | "jan"
    );
    let called = at > 0 && words.together(at, at - 1) && words.is(at - 1, Is::BeforeMonth);
    match words.casing(at) {
        Casing::Mixed => {
            called || !doubtful && !words.is(at, Is::FirstName) && words.word(at).len() > 4
        }
        _ => {
            called && !doubtful
                || !doubtful && words.word(at).len() > 4 && !words.is(at, Is::FirstName)
        }
    }
}

/// `2018-01-26`, `26/01/2018`, `26.01.2018`, `1/26/2018`.
fn numeric(words: &Words, at: usize) -> Option<(usize, Time)> {
    let token = words.tokens[at];
    if token.class != Class::Number {
        return None;
    }
    let raw = words.raw(at);
    if let Some(time) = dotted_date(raw) {
        return Some((at + 1, time));
    }
    let mark = next(words, at, at + 1);
    let three = matches!(mark, "-" | "/" | ".")
        && next(words, at, at + 3) == mark
        && words.together(at, at + 4)
        && (at + 1..at + 5).all(|part| {
            words.tokens[part].gap == Gap::None
                || mark == "-"
                    && words.tokens[at + 1].gap == Gap::Space
                    && words.casing(at) == Casing::Lower
        });
    if !three {
        return None;
    }
    let (a, b, c) = (raw, words.raw(at + 2), words.raw(at + 4));
    let c = c.split(['T', ':']).next()?;
    date_of(a, b, c).map(|time| (at + 5, time))
}

/// `26.01.2018` is one token.
fn dotted_date(raw: &str) -> Option<Time> {
    let mut parts = raw.split('.');
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then(|| date_of(a, b, c))?
}

fn date_of(a: &str, b: &str, c: &str) -> Option<Time> {
    let number = |text: &str| text.parse::<i32>().ok();
    let (x, y, z) = (number(a)?, number(b)?, number(c)?);
    let (year, month, day) = match (a.len(), c.len()) {
        (4, 1..=2) => (x, y, z),
        // Where both orders are possible the day comes first, as in most of the world.
        (1..=2, 4) if y > 12 => (z, x, y),
        (1..=2, 4) => (z, y, x),
        _ => return None,
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Day::of(year, month, day)?;
    Some(Time::Day {
        year: Some(year),
        month,
        day,
    })
}

/// `late 2014`, `mid-2014`, `early May`, `summer 2023`, `the second half of 2011`, `Q3 2020`.
fn part_of_year(words: &Words, at: usize) -> Option<(usize, Time)> {
    let word = words.word(at);
    let mut cursor = at + 1;
    if matches!(word, "late" | "early" | "mid" | "middle") {
        if matches!(next(words, at, cursor), "-" | "in" | "of") {
            cursor += 1;
        }
        if let Some(year) = year(words, at, cursor) {
            let part = match word {
                "late" => Part::Quarter(4),
                "early" => Part::Quarter(1),
                _ => Part::Middle,
            };
            return Some((
                cursor + 1,
                Time::Part {
                    year: Year::Is(year),
                    part,
                },
            ));
        }
        if words.together(at, cursor) && month(words, cursor).is_some() {
            return month_first(words, cursor);
        }
        if words.together(at, cursor)
            && (season(words.word(cursor)).is_some() || words.word(cursor) == "the")
        {
            let cursor = cursor + usize::from(words.word(cursor) == "the");
            if words.together(at, cursor) {
                return part_of_year(words, cursor).or_else(|| decade(words, cursor));
            }
        }
        return None;
    }
    if let Some(part) = season(word) {
        let link = usize::from(matches!(next(words, at, cursor), "of" | "in"));
        let year = year(words, at, cursor + link)?;
        return Some((
            cursor + link + 1,
            Time::Part {
                year: Year::Is(year),
                part,
            },
        ));
    }
    quarter(words, at)
}

fn season(word: &str) -> Option<Part> {
    match word {
        "spring" => Some(Part::Spring),
        "summer" => Some(Part::Summer),
        "autumn" | "fall" => Some(Part::Autumn),
        "winter" => Some(Part::Winter),
        _ => None,
    }
}

/// `Q3 2020`, `the third quarter of 2020`, `the first half of 2011`.
fn quarter(words: &Words, at: usize) -> Option<(usize, Time)> {
    let short = match words.word(at) {
        "q1" => Some(1),
        "q2" => Some(2),
        "q3" => Some(3),
        "q4" => Some(4),
        _ => None,
    };
    if let Some(number) = short {
        let link = usize::from(next(words, at, at + 1) == "of");
        let year = year(words, at, at + 1 + link)?;
        return Some((
            at + 2 + link,
            Time::Part {
                year: Year::Is(year),
                part: Part::Quarter(number),
            },
        ));
    }
    let number = match words.word(at) {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" | "last" | "final" => 4,
        _ => return None,
    };
    let part = match next(words, at, at + 1) {
        "quarter" => Part::Quarter(number),
        "half" => Part::Half(number.min(2)),
        _ => return None,
    };
    if next(words, at, at + 2) != "of" {
        return None;
    }
    let link = usize::from(next(words, at, at + 3) == "the");
    let year = year(words, at, at + 3 + link)?;
    Some((
        at + 4 + link,
        Time::Part {
            year: Year::Is(year),
            part,
        },
    ))
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "minute" | "minutes" => Some(Unit::Minute),
        "hour" | "hours" => Some(Unit::Hour),
        "day" | "days" => Some(Unit::Day),
        "week" | "weeks" => Some(Unit::Week),
        "month" | "months" => Some(Unit::Month),
        "year" | "years" => Some(Unit::Year),
        _ => None,
    }
}

fn weekday_number(word: &str) -> Option<u8> {
    match word {
        "monday" => Some(1),
        "tuesday" => Some(2),
        "wednesday" => Some(3),
        "thursday" => Some(4),
        "friday" => Some(5),
        "saturday" => Some(6),
        "sunday" => Some(7),
        _ => None,
    }
}

/// `Friday`, from `start` on; with a date after it, all of it: `Friday, 26 January 2018`.
fn weekday(words: &Words, start: usize, at: usize, which: Which) -> Option<(usize, Time)> {
    let short = match words.word(at) {
        "mon" => Some(1),
        "tue" | "tues" => Some(2),
        "wed" => Some(3),
        "thu" | "thurs" => Some(4),
        "fri" => Some(5),
        "sat" => Some(6),
        "sun" => Some(7),
        _ => None,
    };
    let number = weekday_number(words.word(at));
    let weekday = number.or(short)?;
    let dot = usize::from(short.is_some() && next(words, at, at + 1) == ".");
    let comma = usize::from(next(words, at, at + 1 + dot) == ",");
    let rest = at + 1 + dot + comma;
    if words.together(at, rest)
        && let Some((end, Time::Day { year, month, day })) =
            day_first(words, rest).or_else(|| month_first(words, rest))
    {
        return Some((end, Time::Day { year, month, day }));
    }
    number?;
    let _ = start;
    Some((at + 1, Time::Weekday { weekday, which }))
}

/// `yesterday`, `last week`, `earlier this month`, `next Friday`, `last May`, `this summer`.
fn relative(words: &Words, at: usize) -> Option<(usize, Time)> {
    let day = |by| {
        Some((
            at + 1,
            Time::Shifted {
                unit: Unit::Day,
                by,
            },
        ))
    };
    match words.word(at) {
        "yesterday" => return day(-1),
        "today" | "tonight" => return day(0),
        "tomorrow" => return day(1),
        "earlier" | "later" => return qualified(words, at),
        _ => {}
    }
    let which = match words.word(at) {
        "last" | "past" | "previous" => Which::Last,
        "this" => Which::This,
        "next" | "coming" => Which::Next,
        _ => return None,
    };
    let by = match which {
        Which::Last => -1,
        Which::Next => 1,
        _ => 0,
    };
    let cursor = at + 1;
    let word = next(words, at, cursor);
    let lower =
        words.word(at) != "past" && words.word(at) != "coming" && words.word(at) != "previous";
    if word == "night" && which == Which::Last {
        return Some((
            cursor + 1,
            Time::Shifted {
                unit: Unit::Day,
                by: -1,
            },
        ));
    }
    if matches!(word, "morning" | "afternoon" | "evening") && which == Which::This {
        return Some((
            cursor + 1,
            Time::Shifted {
                unit: Unit::Day,
                by: 0,
            },
        ));
    }
    if word == "weekend" {
        return Some((cursor + 1, Time::Weekend(which)));
    }
    if let Some(part) = season(word) {
        return Some((
            cursor + 1,
            Time::Part {
                year: Year::Open(which),
                part,
            },
        ));
    }
    if !words.together(at, cursor) {
        return None;
    }
    if let Some(found) = weekday(words, at, cursor, which) {
        return Some(found);
    }
    if let Some(month) = month(words, cursor) {
        return Some((
            cursor + 1,
            Time::Month {
                year: Year::Open(which),
                month,
            },
        ));
    }
    let unit = unit(word).filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year))?;
    let singular = matches!(word, "week" | "month" | "year");
    (lower && singular).then_some((cursor + 1, Time::Shifted { unit, by }))
}

/// `earlier this week`, `later that year`.
fn qualified(words: &Words, at: usize) -> Option<(usize, Time)> {
    let this = next(words, at, at + 1) == "this";
    (this && words.together(at, at + 2)).then(|| relative(words, at + 1))?
}

/// `two days ago`, `a year earlier`.
fn ago(words: &Words, at: usize) -> Option<(usize, Time)> {
    let count = count(words.word(at))?;
    let unit = unit(next(words, at, at + 1))?;
    if next(words, at, at + 2) != "ago" {
        return None;
    }
    let by = -i32::try_from(count).ok()?.min(5000);
    Some((at + 3, Time::Shifted { unit, by }))
}

/// A small number, in words or digits.
fn count(word: &str) -> Option<u32> {
    const NUMBERS: &[&str] = &[
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match word {
        "a" | "an" => Some(1),
        "twenty" => Some(20),
        "thirty" => Some(30),
        _ => NUMBERS
            .iter()
            .position(|&number| number == word)
            .map(|number| number as u32)
            .or_else(|| word.parse().ok()),
    }
}

/// `the 1990s`, `1990s`.
fn decade(words: &Words, at: usize) -> Option<(usize, Time)> {
    let digits = words.word(at).strip_suffix('s').or_else(|| {
        let split = year(words, at, at).is_some() && matches!(next(words, at, at + 1), "'s");
        split.then(|| words.word(at))
    })?;
    let year: i32 = digits.parse().ok()?;
    let end = if words.word(at).ends_with('s') {
        at + 1
    } else {
        at + 2
    };
    (digits.len() == 4 && year % 10 == 0 && (1000..2100).contains(&year))
        .then_some((end, Time::Decade(year)))
}

/// `the 19th century`.
fn century(words: &Words, at: usize) -> Option<(usize, Time)> {
    if next(words, at, at + 1) != "century" {
        return None;
    }
    let number = day_number(words.word(at)).filter(|_| words.word(at).len() > 2)?;
    Some((at + 2, Time::Century(number.into())))
}

/// `2012–2014`, `2012-14`.
fn years(words: &Words, at: usize) -> Option<(usize, Time)> {
    let from = year(words, at, at)?;
    if !matches!(next(words, at, at + 1), "-" | "–" | "—") || !words.together(at, at + 2) {
        return None;
    }
    if words.tokens[at + 1].gap != Gap::None || words.tokens[at + 2].gap != Gap::None {
        return None;
    }
    let word = words.word(at + 2);
    let to = match word.len() {
        2 => from / 100 * 100 + word.parse::<i32>().ok()?,
        4 => year(words, at, at + 2)?,
        _ => return None,
    };
    (to > from).then_some((at + 3, Time::Years(from, to)))
}

/// `in 2016`, `(2016)`, `© 2018`.
fn year_alone(words: &Words, at: usize) -> Option<(usize, Time)> {
    let found = year(words, at, at).filter(|year| (1400..2100).contains(year))?;
    let token = words.tokens[at];
    if token.class != Class::Number
        || token.gap == Gap::None
            && at > 0
            && !matches!(words.raw(at - 1), "(" | "[" | "-" | "–" | "—" | "/" | "©")
    {
        return None;
    }
    let after = words.after(at + 1);
    let counts = words.together(at, at + 1)
        && words.tokens[at + 1].class == Class::Word
        && words.shape(at + 1) == Shape::Lower
        && after.ends_with('s')
        && !words.is(at + 1, Is::Function)
        && !matches!(
            after,
            "elections" | "olympics" | "games" | "attacks" | "as" | "was" | "hacks"
        );
    let before = words.before(at);
    let called = at > 0
        && words.together(at, at - 1)
        && words.is(at - 1, Is::BeforeYear)
        && !(counts
            && matches!(
                before,
                "of" | "to"
                    | "and"
                    | "for"
                    | "about"
                    | "over"
                    | ","
                    | "from"
                    | "by"
                    | "the"
                    | "around"
                    | "between"
            ));
    let ends = !words.together(at, at + 1) || words.tokens[at + 1].class == Class::Mark;
    let starts = before.is_empty();
    let named = at > 0 && words.together(at, at - 1) && words.looks_like_name(at - 1);
    (called || starts && !counts || ends && named).then_some((at + 1, Time::Year(found)))
}

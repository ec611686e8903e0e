//! Times named from where the text stands: weekdays, `yesterday`, `last week`, `two days ago`.

use super::names::{count, month, season, unit, weekday, word};
use super::stretch::shift;
use crate::mention::words::Words;
use crate::moment::{Time, Unit, Which, Year};

/// A relative time, as far as words name one.
pub(super) fn read(words: &Words, at: usize) -> Option<(usize, Time)> {
    let time = match words.word(at) {
        "day" => beyond(words, at),
        "yesterday" => Some((at + 1, shifted(Unit::Day, -1))),
        "today" | "tonight" => Some((at + 1, shifted(Unit::Day, 0))),
        "tomorrow" => Some((at + 1, shifted(Unit::Day, 1))),
        "earlier" | "later" if word(words, at, at + 1) == "this" => after_this(words, at + 1),
        // "The last winter of the war" is the war's.
        "last" if words.before(at) == "the" && word(words, at, at + 2) == "of" => None,
        "previous" => neighbour(words, at, -1),
        "following" => neighbour(words, at, 1),
        "next" if words.before(at) == "the" => {
            neighbour(words, at, 1).filter(|_| is_day(words, at + 1))
        }
        "last" | "this" | "next" => after_this(words, at),
        _ => named_weekday(words, at, Which::Nearest).or_else(|| ago(words, at)),
    };
    time.map(|(end, time)| (past_part_of_day(words, at, end, time), time))
}

fn shifted(unit: Unit, by: i32) -> Time {
    Time::Shifted { unit, by }
}

/// `the day before yesterday`, `the day after tomorrow`.
fn beyond(words: &Words, at: usize) -> Option<(usize, Time)> {
    let by = match (word(words, at, at + 1), word(words, at, at + 2)) {
        ("before", "yesterday") => -2,
        ("after", "tomorrow") => 2,
        _ => return None,
    };
    Some((at + 3, shifted(Unit::Day, by)))
}

/// `last week`, `next Friday`, `this summer`, `last May`, `this morning`.
fn after_this(words: &Words, at: usize) -> Option<(usize, Time)> {
    let by = shift(words.word(at))?;
    let which = match by {
        -1 => Which::Last,
        0 => Which::This,
        _ => Which::Next,
    };
    let end = at + 2;
    let year = Year::Open(which);
    let time = match word(words, at, at + 1) {
        "night" if which == Which::Last => shifted(Unit::Day, -1),
        "morning" | "afternoon" | "evening" if which == Which::This => shifted(Unit::Day, 0),
        "weekend" => Time::Weekend(which),
        "week" => shifted(Unit::Week, by),
        "month" => shifted(Unit::Month, by),
        "year" => shifted(Unit::Year, by),
        name => {
            let named = season(name).map(|part| Time::Part { year, part });
            let named = named.or_else(|| month(name).map(|month| Time::Month { year, month }));
            return match named {
                Some(time) => Some((end, time)),
                None => words
                    .together(at, at + 1)
                    .then(|| named_weekday(words, at + 1, which))?,
            };
        }
    };
    Some((end, time))
}

/// `Friday`, `Friday of last week`; also `on Fridays` names no day.
fn named_weekday(words: &Words, at: usize, which: Which) -> Option<(usize, Time)> {
    let weekday = weekday(words.word(at))?;
    let of = usize::from(word(words, at, at + 1) == "of");
    let weeks =
        shift(word(words, at, at + 1 + of)).filter(|_| word(words, at, at + 2 + of) == "week");
    Some(match weeks {
        Some(weeks) => (at + 3 + of, Time::WeekdayOf { weekday, weeks }),
        None => (at + 1, Time::Weekday { weekday, which }),
    })
}

fn is_day(words: &Words, at: usize) -> bool {
    words.word(at) == "day"
}

/// `the previous year`, `the following month`: from what was told before.
fn neighbour(words: &Words, at: usize, by: i32) -> Option<(usize, Time)> {
    let unit = match word(words, at, at + 1) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        "day" => Unit::Day,
        "week" => Unit::Week,
        _ => return None,
    };
    (words.before(at) == "the").then_some((at + 2, Time::FromTold { unit, by }))
}

/// `two days ago`, `two weeks from now`; `ten years later`, but of a single year or day nothing.
fn ago(words: &Words, at: usize) -> Option<(usize, Time)> {
    let (unit, times) = unit(word(words, at, at + 1))?;
    let count = count(words.word(at))?.checked_mul(times)?;
    let by = i32::try_from(count).ok()?.min(5000);
    let end = at + 2;
    match (word(words, at, end), word(words, at, end + 1)) {
        ("ago", _) => Some((end + 1, shifted(unit, -by))),
        ("from", "now" | "today") => Some((end + 2, shifted(unit, by))),
        ("later", _) if is_told_in(unit) && (by > 1 || count_of_one(words, at)) => {
            Some((end + 1, Time::FromTold { unit, by }))
        }
        ("earlier", _) if is_told_in(unit) && by > 1 => {
            Some((end + 1, Time::FromTold { unit, by: -by }))
        }
        _ => None,
    }
}

/// Whether a story counts so from time to time: days and weeks tell how long it took.
fn is_told_in(unit: Unit) -> bool {
    matches!(unit, Unit::Year | Unit::Month)
}

/// `a month later` at the beginning of a sentence, which goes on from what was told.
fn count_of_one(words: &Words, at: usize) -> bool {
    words.sentence(at).tokens.start == at && matches!(words.word(at), "a" | "one")
}

/// A part of the day after a day belongs to its name: `Friday morning`.
fn past_part_of_day(words: &Words, at: usize, end: usize, time: Time) -> usize {
    let day = matches!(
        time,
        Time::Weekday { .. }
            | Time::Shifted {
                unit: Unit::Day,
                ..
            }
    );
    let part = matches!(
        word(words, at, end),
        "morning" | "afternoon" | "evening" | "night"
    );
    end + usize::from(day && part)
}

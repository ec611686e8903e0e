//! Dates and times, with the moment each stands for.

mod clock;
mod length;
mod names;
mod phrase;
mod relative;
mod stretch;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::Is;
use super::words::Words;
use super::{Finder, Kind, Recogniser};
use crate::document::Document;
use crate::moment::{Moment, Time, Unit, Which, Year};
use crate::text::{Gap, Shape};

/// Finds dates in a document.
pub(super) struct Dates<'d> {
    pub(super) document: &'d Document,
}

/// A time as it was read off the text.
struct Reading {
    tokens: Range<usize>,
    time: Time,
}

impl Dates<'_> {
    fn year_published(&self) -> Option<i32> {
        self.document.facts.published.as_ref()?.value.year()
    }
}

impl Recogniser for Dates<'_> {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut readings = readings(words);
        share_years(words, &mut readings);
        go_on_in_year(words, &mut readings, self.year_published());
        let facts = &self.document.facts;
        let mut published = facts.published.as_ref().map(|fact| fact.value.clone());
        let mut year_told = None;
        let mut told: Option<Moment> = None;
        let moments: Vec<_> = readings
            .iter()
            .map(|reading| {
                let moment = reading
                    .time
                    .moment(published.as_ref(), year_told, told.as_ref());
                if is_sent(words, reading) && moment.is_some() {
                    published.clone_from(&moment);
                }
                year_told = year_of(reading.time).or(year_told);
                if is_told(reading.time) && moment.is_some() {
                    told.clone_from(&moment);
                }
                moment
            })
            .collect();
        readings
            .iter()
            .enumerate()
            .map(|(number, reading)| {
                let mut claim = Claim::new(reading.tokens.clone(), Kind::Date, 95, Finder::Dates);
                claim.moment = match day_of_clock(words, &readings, number) {
                    Some(day) => on_day(moments[day].as_ref(), moments[number].as_ref()),
                    None => moments[number].clone(),
                };
                claim
            })
            .collect()
    }
}

/// Whether a day is that on which a mail was sent that is quoted from there on: `Sent: Friday, April 8,
/// 2016`, `On 1 Oct 2021, Ada Lovelace wrote:`.
fn is_sent(words: &Words, reading: &Reading) -> bool {
    /// Tokens after the day in which somebody wrote.
    const FAR: usize = 24;
    let Range { start, end } = reading.tokens;
    let whole = matches!(reading.time, Time::Day { year: Some(_), .. });
    let header =
        words.before(start) == ":" && start > 1 && matches!(words.word(start - 2), "sent" | "date");
    let mut rest = (end..words.len())
        .take(FAR)
        .take_while(|&at| words.tokens[at].gap != Gap::Paragraph);
    let wrote = words.before(start) == "on"
        && rest.any(|at| words.word(at) == "wrote" && words.after(at + 1) == ":");
    whole && (header || wrote)
}

/// Whether a time is one that others may be told from: `ten years later`.
fn is_told(time: Time) -> bool {
    !matches!(
        time,
        Time::Length { .. } | Time::Clock { .. } | Time::Century(_) | Time::Decade(_)
    )
}

/// Lets the year of the second of two days count for the first: `from 7 October to 9 November 2016`.
fn share_years(words: &Words, readings: &mut [Reading]) {
    for number in 1..readings.len() {
        let [.., first, second] = &mut readings[..=number] else {
            continue;
        };
        let from = first.tokens.end;
        let linked = from + 1 == second.tokens.start
            && words.together(from - 1, second.tokens.start)
            && matches!(
                words.word(from),
                "to" | "and" | "until" | "-" | "–" | "—" | "through"
            );
        let (Some(told), true) = (year_of(second.time), linked) else {
            continue;
        };
        match &mut first.time {
            Time::Day { year, .. } | Time::Days { year, .. } => *year = year.or(Some(told)),
            Time::Month { year, .. }
                if matches!(year, Year::Open(Which::Nearest | Which::Before)) =>
            {
                *year = Year::Is(told);
            }
            _ => {}
        }
    }
}

/// Lets a story go on in its year: after `in July 2016`, `in August` of the next sentence is one of 2016,
/// where the text is of a later year.
fn go_on_in_year(words: &Words, readings: &mut [Reading], published: Option<i32>) {
    let mut told: Option<(i32, u8, usize)> = None;
    for reading in readings {
        let sentence = words.sentence_number(reading.tokens.start);
        if let Some((year, month, before)) = told
            && sentence - before <= 1
            && published.is_none_or(|published| year < published)
        {
            match &mut reading.time {
                Time::Day {
                    year: open @ None,
                    month: later,
                    ..
                } if *later >= month => {
                    *open = Some(year);
                }
                Time::Month {
                    year: open @ Year::Open(Which::Nearest | Which::Before),
                    month: later,
                } if *later >= month => {
                    *open = Year::Is(year);
                }
                Time::DayOfMonth {
                    day, weekday: None, ..
                } => {
                    reading.time = Time::Day {
                        year: Some(year),
                        month,
                        day: *day,
                    };
                }
                _ => {}
            }
        }
        if let Some((year, month)) = year_of(reading.time).zip(month_of(reading.time)) {
            told = Some((year, month, sentence));
        }
    }
}

fn month_of(time: Time) -> Option<u8> {
    match time {
        Time::Day { month, .. } | Time::Days { month, .. } | Time::Month { month, .. } => {
            Some(month)
        }
        _ => None,
    }
}

/// The reading of the day that a time of day belongs to: `Friday at 10:30`, `10:30 on 5 May`.
fn day_of_clock(words: &Words, readings: &[Reading], number: usize) -> Option<usize> {
    if !matches!(readings[number].time, Time::Clock { .. }) {
        return None;
    }
    let links = |from: usize, to: usize| {
        to - from <= 2
            && words.together(from - 1, to)
            && (from..to).all(|at| matches!(words.word(at), "," | "at" | "on" | "@" | "-" | "–"))
    };
    let here = &readings[number].tokens;
    let before = number.checked_sub(1).filter(|&before| {
        is_day(readings[before].time) && links(readings[before].tokens.end, here.start)
    });
    before.or_else(|| {
        let after = readings.get(number + 1)?;
        (is_day(after.time) && links(here.end, after.tokens.start)).then_some(number + 1)
    })
}

fn is_day(time: Time) -> bool {
    let of_unit = matches!(
        time,
        Time::Shifted {
            unit: Unit::Day,
            ..
        }
    );
    of_unit
        || matches!(
            time,
            Time::Day { .. }
                | Time::DayTold { .. }
                | Time::Weekday { .. }
                | Time::WeekdayOf { .. }
                | Time::DayOfMonth { .. }
        )
}

/// `T10:30` of `2018-01-26` is `2018-01-26T10:30`.
fn on_day(day: Option<&Moment>, clock: Option<&Moment>) -> Option<Moment> {
    let clock = clock?.as_str();
    let day = day.map_or("", Moment::as_str);
    let known = day.len() == "2018-01-26".len() && !day.contains('X');
    Some(Moment::new(format!(
        "{}{clock}",
        if known { day } else { "" }
    )))
}

fn readings(words: &Words) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match phrase::read(words, at) {
            Some((end, time)) => {
                let time = as_to_come(words, at, time);
                readings.push(Reading {
                    tokens: at..end,
                    time,
                });
                at = end;
            }
            None => at += 1,
        }
    }
    readings
}

/// The year of a date that names it together with a month.
fn year_of(time: Time) -> Option<i32> {
    match time {
        Time::Day { year, .. } | Time::Days { year, .. } => year,
        Time::Month {
            year: Year::Is(year),
            ..
        } => Some(year),
        _ => None,
    }
}

/// A weekday in a sentence about the future lies ahead, "will meet on Thursday"; and so does a month,
/// or it lies behind where the sentence tells what was.
fn as_to_come(words: &Words, at: usize, time: Time) -> Time {
    match time {
        Time::Weekday {
            weekday,
            which: Which::Nearest,
        } => Time::Weekday {
            weekday,
            which: weekday_meant(words, at),
        },
        Time::DayOfMonth { day, weekday, .. } => Time::DayOfMonth {
            day,
            weekday,
            which: weekday_meant(words, at.saturating_sub(1)),
        },
        Time::Month {
            month,
            year: Year::Open(Which::Nearest),
        } => Time::Month {
            month,
            year: Year::Open(month_meant(words, at)),
        },
        _ => time,
    }
}

/// Tokens before a date among which its sentence may say that it is to come.
const FAR: usize = 12;

fn weekday_meant(words: &Words, at: usize) -> Which {
    let from = at.saturating_sub(FAR).max(words.sentence(at).tokens.start);
    // "Had not answered by Friday" tells what was.
    let was = (from..at).any(|before| words.word(before) == "had");
    let ahead = matches!(words.before(at), "by" | "for" | "until") && !was
        || is_asked(words, at)
        || (from..at).any(|before| is_to_come(words, before));
    if ahead { Which::Coming } else { Which::Nearest }
}

/// `Could we speak on Thursday?`
fn is_asked(words: &Words, at: usize) -> bool {
    let sentence = &words.sentence(at).tokens;
    let asked = sentence.clone().take(3).any(|first| {
        matches!(
            words.word(first),
            "could" | "can" | "shall" | "may" | "would" | "call"
        )
    });
    asked && words.raw(sentence.end - 1) == "?"
}

/// Told by the clause before it.
fn month_meant(words: &Words, at: usize) -> Which {
    let from = at.saturating_sub(FAR).max(words.sentence(at).tokens.start);
    let clause = || {
        (from..at)
            .rev()
            .take_while(|&before| !matches!(words.raw(before), "," | ";" | "(" | "–" | "—"))
    };
    let was = clause().any(|before| words.word(before) == "had");
    if clause().any(|before| is_to_come(words, before)) || words.before(at) == "by" && !was {
        Which::Coming
    } else if is_told_after(words, at)
        || clause().any(|before| is_past(words, before))
            && clause().all(|at| words.word(at) != "be")
    {
        Which::Before
    } else {
        Which::Nearest
    }
}

/// `In September he went`: a month before its clause, which tells what was.
fn is_told_after(words: &Words, at: usize) -> bool {
    let first = words.sentence(at).tokens.start;
    let opens = at == first + 1 && matches!(words.before(at), "in" | "last" | "by" | "since");
    let clause = (at + 1..words.len())
        .take(5)
        .take_while(|&after| words.together(at, after))
        .take_while(|&after| !is_to_come(words, after) && words.word(after) != "be");
    opens && clause.into_iter().any(|after| is_past(words, after))
}

fn is_to_come(words: &Words, at: usize) -> bool {
    let is_to = matches!(words.word(at), "is" | "are") && words.after(at + 1) == "to";
    is_to || words.is(at, Is::ToCome)
}

/// A verb of the past, as far as its form or a few of the commonest tell.
fn is_past(words: &Words, at: usize) -> bool {
    const COMMON: &[&str] = &[
        "was", "were", "had", "met", "took", "began", "came", "went", "fell", "won", "lost",
        "said", "left", "became", "made", "held", "died", "told",
    ];
    let word = words.word(at);
    COMMON.contains(&word)
        || word.len() > 4 && word.ends_with("ed") && words.shape(at) == Shape::Lower
}

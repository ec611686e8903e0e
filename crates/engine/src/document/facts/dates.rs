//! Dates as they are written out in English, with their places.

use crate::moment::{Day, MONTHS, Moment, WEEKDAYS};
use crate::text::Span;

/// A month and a day, with or without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) span: Span,
    pub(super) year: Option<i32>,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl Date {
    pub(super) fn in_year(self, year: i32) -> Option<Day> {
        Day::of(year, self.month, self.day)
    }

    /// The day, if the year is written with it.
    pub(super) fn whole(self) -> Option<Day> {
        self.in_year(self.year?)
    }
}

pub(super) fn moment_of(day: Day) -> Moment {
    let (year, month, day) = day.date();
    Moment::new(format!("{year:04}-{month:02}-{day:02}"))
}

/// A word of a text without the marks around it.
#[derive(Clone, Copy)]
struct Word<'a> {
    word: &'a str,
    span: Span,
}

/// The dates in a stretch of text: `January 26, 2018`, `26 January 2018`, `Dec. 19`, `2018-01-26`.
pub(super) fn dates(text: &str, within: Span) -> impl Iterator<Item = Date> {
    let mut words = words(text, within);
    let mut previous = None;
    std::iter::from_fn(move || {
        while let Some(word) = words.next() {
            let before = previous.replace(word);
            let date =
                read(word, words.clone()).or_else(|| read_day_first(before?, word, words.clone()));
            if date.is_some() {
                return date;
            }
        }
        None
    })
}

/// The words of a stretch, one by one: a text of one line may have millions.
fn words(text: &str, within: Span) -> impl Iterator<Item = Word<'_>> + Clone {
    let start = within.range().start;
    let stretch = within.of(text);
    let marks = |c: char| !c.is_alphanumeric();
    let trimmed = stretch
        .split_whitespace()
        .map(move |word| word.trim_matches(marks));
    trimmed.filter(|word| !word.is_empty()).map(move |word| {
        let at = start + (word.as_ptr() as usize - stretch.as_ptr() as usize);
        Word {
            word,
            span: Span::new(at, at + word.len()),
        }
    })
}

/// A date that begins with its month, or is written in numbers.
fn read<'a>(first: Word<'a>, mut after: impl Iterator<Item = Word<'a>>) -> Option<Date> {
    if let Some(date) = in_numbers(first) {
        return Some(date);
    }
    let month = month(first.word)?;
    let second = after.next()?;
    let day = day(second.word)?;
    let year = year_of(after.next());
    Some(Date {
        span: Span {
            start: first.span.start,
            end: year.map_or(second.span.end, |(_, end)| end),
        },
        year: year.map(|(year, _)| year),
        month,
        day,
    })
}

/// A date whose day stands before its month.
fn read_day_first<'a>(
    previous: Word<'a>,
    word: Word<'a>,
    mut after: impl Iterator<Item = Word<'a>>,
) -> Option<Date> {
    let (day, month) = (day(previous.word)?, month(word.word)?);
    let year = year_of(after.next());
    Some(Date {
        span: Span {
            start: previous.span.start,
            end: year.map_or(word.span.end, |(_, end)| end),
        },
        year: year.map(|(year, _)| year),
        month,
        day,
    })
}

/// The year that a word is, and where it ends.
fn year_of(word: Option<Word<'_>>) -> Option<(i32, u32)> {
    let word = word?;
    Some((year(word.word)?, word.span.end))
}

fn in_numbers(word: Word<'_>) -> Option<Date> {
    let date = word.word.split('T').next()?;
    let mut numbers = date.splitn(3, '-');
    let (first, second, third) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let two = |digits: &str| (digits.len() == 2).then(|| digits.parse().ok()).flatten();
    Some(Date {
        span: word.span,
        year: Some(year(first)?),
        month: two(second)?,
        day: two(third)?,
    })
}

fn month(word: &str) -> Option<u8> {
    if word.len() < 3 || !word.starts_with(char::is_uppercase) {
        return None;
    }
    let short = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    let known = |month: &str| {
        let head = if short {
            month.get(..word.len())
        } else {
            Some(month)
        };
        head.is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    let at = MONTHS.iter().position(|month| known(month))?;
    u8::try_from(at + 1).ok()
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let day = digits.parse().ok()?;
    let written = matches!(ending, "" | "st" | "nd" | "rd" | "th");
    (written && digits.len() <= 2 && (1..=31).contains(&day)).then_some(day)
}

/// A year of which a text would speak, in four digits.
pub(super) fn year(word: &str) -> Option<i32> {
    let four = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let year = word.parse().ok().filter(|_| four)?;
    (1500..2200).contains(&year).then_some(year)
}

/// The years named in a stretch of text.
pub(super) fn years(text: &str, within: Span) -> impl Iterator<Item = i32> {
    within
        .of(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(year)
}

/// The name of a weekday: Monday is 1.
pub(super) fn weekday_name(weekday: u8) -> &'static str {
    WEEKDAYS[usize::from((weekday + 6) % 7)]
}

/// The weekday of a name: Monday is 1.
pub(super) fn weekday(word: &str) -> Option<u8> {
    let at = WEEKDAYS
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))?;
    u8::try_from(at + 1).ok()
}

//! When a document was published, as far as it says so itself.

use super::Reading;
use super::names::weekday;
use crate::document::{Document, Fact, Role, Source};
use crate::mention::words::Words;
use crate::moment::{Day, Moment, Time};
use crate::text::Span;

/// Tokens at the start of a paragraph among which a dateline stands.
const DATELINE: usize = 14;

/// Parts at the start of a document among which its date stands.
const HEAD: usize = 8;

/// The date of a document: the line that says so, its dateline, or the one day it names together
/// with that day's weekday.
pub(super) fn published(
    document: &Document,
    words: &Words,
    readings: &[Reading],
) -> Option<Fact<Moment>> {
    let days: Vec<(&Reading, Moment)> = readings
        .iter()
        .filter_map(|reading| Some((reading, full_day(reading.time)?)))
        .collect();
    let stated = days
        .iter()
        .find(|(reading, _)| is_stated(document, words, reading));
    match stated {
        Some((reading, day)) => Some(Fact {
            value: day.clone(),
            source: Source::Stated(words.span(&reading.tokens)),
        }),
        None => by_weekday(words, readings, &days),
    }
}

fn full_day(time: Time) -> Option<Moment> {
    match time {
        Time::Day { year: Some(_), .. } => time.moment(None, None),
        _ => None,
    }
}

/// Whether a date stands where a document says when it was published.
fn is_stated(document: &Document, words: &Words, reading: &Reading) -> bool {
    let place = words.span(&reading.tokens);
    let number = document
        .parts
        .partition_point(|part| part.span.end <= place.start);
    let Some(part) = document.parts.get(number) else {
        return false;
    };
    let in_head = number < HEAD;
    in_head && part.role == Role::Byline
        || is_announced(document, place)
        || in_head
            && (is_alone(document, part.span, place) || is_dateline(document, words, reading))
}

/// `Published: …`, `Posted on …`, `Date: …` at the start of a line.
fn is_announced(document: &Document, place: Span) -> bool {
    const WORDS: &[&str] = &[
        "date",
        "dated",
        "datum",
        "fecha",
        "issued",
        "posted",
        "published",
        "publie le",
        "sent",
        "updated",
        "veroffentlicht",
    ];
    let before = &document.text[..place.range().start];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let line = crate::text::fold::fold(line);
    let line = line.trim_start_matches(|c: char| !c.is_alphabetic());
    line.len() < 60 && WORDS.iter().any(|word| line.starts_with(word))
}

/// Whether little but the date stands in a part.
fn is_alone(document: &Document, part: Span, place: Span) -> bool {
    let text = part.of(&document.text);
    text.chars().filter(|c| c.is_alphanumeric()).count() < 2 * place.len().min(30)
        && text.len() < place.len() + 24
}

/// `LISBON, March 14, 2019 (Reuters) -`: a date among the first words of a paragraph, before a
/// bracket or a dash.
fn is_dateline(document: &Document, words: &Words, reading: &Reading) -> bool {
    let place = words.span(&reading.tokens);
    let number = document
        .parts
        .partition_point(|part| part.span.end <= place.start);
    let begins = document.parts.get(number).is_some_and(|part| {
        let before = words.tokens[..reading.tokens.start]
            .iter()
            .rev()
            .take_while(|token| token.span.start >= part.span.start);
        before.take(DATELINE).count() < DATELINE
    });
    let capital =
        words.shape(words.sentence(reading.tokens.start).tokens.start) == crate::text::Shape::Upper;
    let after = words.word_near(reading.tokens.start, Some(reading.tokens.end));
    begins && capital && matches!(after, "(" | "-" | "–" | "—" | ":" | "/")
}

/// A document that names one full day, and by name the weekday it was, speaks of the same day.
fn by_weekday(
    words: &Words,
    readings: &[Reading],
    days: &[(&Reading, Moment)],
) -> Option<Fact<Moment>> {
    let (_, latest) = days.iter().max_by_key(|(_, day)| day.as_str())?;
    let (name, number) = readings.iter().find_map(|reading| match reading.time {
        Time::Weekday { weekday, .. } => Some((words.raw(reading.tokens.start), weekday)),
        _ => None,
    })?;
    let same = readings.iter().all(|reading| match reading.time {
        Time::Weekday { weekday, .. } => weekday == number,
        _ => true,
    });
    let only = days.iter().all(|(_, day)| day == latest);
    let day = Day::parse(latest.as_str())?;
    debug_assert!(weekday(&name.to_lowercase()).is_none_or(|day| day == number));
    (same && only && day.weekday() == number).then(|| Fact {
        value: latest.clone(),
        source: Source::Inferred(format!(
            "It speaks of {name} and of {}, which was one.",
            latest.label()
        )),
    })
}

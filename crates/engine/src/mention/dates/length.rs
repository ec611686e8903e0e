//! How long something took: `two years`, `several days`, `an hour and a half` as an hour.

use super::names::{count, unit, word};
use crate::mention::words::Words;
use crate::moment::Time;

/// A length of time, and its end. An age is none: `45 years old`, `a 45-year-old`.
pub(super) fn read(words: &Words, at: usize) -> Option<(usize, Time)> {
    let limit = limit(words, at);
    let (number, mut from) = number(words, at + limit)?;
    if word(words, at, from) == "-" {
        from += 1;
    }
    let (unit, times) = unit(word(words, at, from))?;
    let end = from + 1;
    let age = matches!(word(words, at, end), "old" | "older" | "younger" | "-")
        || word(words, at, end) == "of" && word(words, at, end + 1) == "age";
    let count = match number {
        Some(number) => Some(number.checked_mul(times)?),
        None => None,
    };
    (!age).then_some((end, Time::Length { unit, count }))
}

/// How many words say that it is a limit: `at least`, `less than`, `nearly`.
fn limit(words: &Words, at: usize) -> usize {
    match (words.word(at), word(words, at, at + 1)) {
        ("at", "least" | "most") | ("less" | "more" | "fewer", "than") => 2,
        ("nearly" | "almost", _) => 1,
        _ => 0,
    }
}

/// How many, if that is said, and where the unit begins: `two`, `several`, `a few`, `the past`.
fn number(words: &Words, at: usize) -> Option<(Option<u32>, usize)> {
    let next = word(words, at, at + 1);
    match words.word(at) {
        // "One day he left" names no length.
        "one" if next == "day" => None,
        "several" | "many" => Some((None, at + 1)),
        "a" if matches!(next, "few") => Some((None, at + 2)),
        // "a day", "an hour" mostly say how often; a length only after words that say so.
        "a" | "an" => is_stretch_before(words, at).then_some((Some(1), at + 1)),
        name => Some((Some(count(name).filter(|&count| count < 10_000)?), at + 1)),
    }
}

/// `for a year`, `within an hour`.
fn is_stretch_before(words: &Words, at: usize) -> bool {
    matches!(
        words.before(at),
        "for" | "within" | "in" | "over" | "least" | "than" | "about" | "almost" | "nearly"
    )
}

//! Times of day: `10:30`, `5 p.m.`, `noon`.

use super::names::word;
use crate::mention::words::Words;
use crate::moment::Time;
use crate::text::{Class, Gap};

/// Which half of the day a number is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// A time of day, and its end.
pub(super) fn read(words: &Words, at: usize) -> Option<(usize, Time)> {
    let noon = match words.word(at) {
        "noon" | "midday" => Some(12),
        "midnight" => Some(0),
        _ => None,
    };
    if let Some(hour) = noon {
        let named = !words.shape(at).is_capitalised() || words.is_initial(at);
        return named.then_some((at + 1, Time::Clock { hour, minute: 0 }));
    }
    if !words.raw(at).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (number, touching) = split_half(words.word(at));
    let (hour, minute) = hour_and_minute(words, at, number)?;
    let (half, end) = match touching {
        Some(half) => (Some(half), at + 1),
        None => match half(word(words, at, at + 1)) {
            Some(half) => (Some(half), at + 2),
            None => (None, at + 1),
        },
    };
    let half_counts = half.is_some() && (1..=12).contains(&hour);
    let whole = half.is_none() && number.contains(':') && hour < 24 && !is_score(words, at);
    if minute > 59 || !(half_counts || whole) {
        return None;
    }
    let hour = match half {
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
        None => hour,
    };
    Some((past_hours(words, at, end), Time::Clock { hour, minute }))
}

/// `5` and the half of `5pm`.
fn split_half(word: &str) -> (&str, Option<Half>) {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let half = word.get(number.len()..).and_then(half);
    match half {
        Some(half) => (number, Some(half)),
        None => (word, None),
    }
}

fn half(word: &str) -> Option<Half> {
    match word {
        "am" => Some(Half::Morning),
        "pm" => Some(Half::Afternoon),
        _ => None,
    }
}

/// `10:30`, `10.30`, `10`; with a point or alone it counts only where the half of the day follows.
fn hour_and_minute(words: &Words, at: usize, number: &str) -> Option<(u8, u8)> {
    let class = words.tokens[at].class;
    if !matches!(class, Class::Number | Class::Word) || number.len() > 8 {
        return None;
    }
    let mut parts = number.split([':', '.']);
    let hour = parts.next()?;
    if !matches!(hour.len(), 1 | 2) {
        return None;
    }
    let minute = match parts.next() {
        None => 0,
        Some(minute) if minute.len() == 2 => minute.parse().ok()?,
        Some(_) => return None,
    };
    // Seconds are read over.
    if parts.next().is_some_and(|seconds| seconds.len() != 2) {
        return None;
    }
    Some((hour.parse().ok()?, minute))
}

/// `John 3:16`, `won 2:1`: numbers with a colon that tell no time have no leading zero, or something
/// that touches them.
fn is_score(words: &Words, at: usize) -> bool {
    let touches = |next: usize| {
        words.together(at, next)
            && words.tokens[next].gap == Gap::None
            && matches!(words.raw(next), "-" | "–" | "/" | ":" | ".")
            && words.together(at, next + 1)
            && words.tokens[next + 1].gap == Gap::None
    };
    let called = at > 0
        && words.together(at, at - 1)
        && words.is_word(at - 1)
        && !matches!(
            words.word(at - 1),
            "at" | "by"
                | "until"
                | "till"
                | "from"
                | "to"
                | "and"
                | "after"
                | "before"
                | "around"
                | "about"
                | "since"
                | "between"
                | "than"
                | "of"
                | "on"
        )
        && super::names::weekday(words.word(at - 1)).is_none();
    touches(at + 1) || called
}

/// Past `hrs`, `GMT`, `o'clock` after the time.
fn past_hours(words: &Words, at: usize, end: usize) -> usize {
    let zone = matches!(
        word(words, at, end),
        "gmt" | "utc" | "est" | "edt" | "cet" | "cest" | "pst" | "pdt" | "bst" | "hrs"
    );
    end + usize::from(zone)
}

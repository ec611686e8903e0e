//! Years, decades, centuries, and parts of years.

use super::names::{after_point, count, day, month, season, word, year};
use super::phrase::date;
use crate::mention::lexicon::Is;
use crate::mention::words::Words;
use crate::moment::{Part, Time, Which, Year};
use crate::text::{Class, Gap, Shape};

pub(super) fn read(words: &Words, at: usize) -> Option<(usize, Time)> {
    edge(words, at)
        .or_else(|| qualified(words, at))
        .or_else(|| season_of(words, at))
        .or_else(|| quarter(words, at))
        .or_else(|| week(words, at))
        .or_else(|| decade(words, at))
        .or_else(|| century(words, at))
        .or_else(|| years(words, at))
        .or_else(|| year_alone(words, at))
        .or_else(|| day_of_month(words, at))
        .or_else(|| season_alone(words, at))
}

/// `the last day of 2016`, `the first day of 2017`.
fn edge(words: &Words, at: usize) -> Option<(usize, Time)> {
    let first = match words.word(at) {
        "first" => true,
        "last" => false,
        _ => return None,
    };
    if word(words, at, at + 1) != "day" || word(words, at, at + 2) != "of" {
        return None;
    }
    let from = at + 3;
    if let Some(year) = year(word(words, at, from)) {
        let (month, day) = if first { (1, 1) } else { (12, 31) };
        let year = Some(year);
        return Some((from + 1, Time::Day { year, month, day }));
    }
    None
}

/// `late 2014`, `mid-2014`, `early May`, `the early 1930s`, `end of 2016`.
fn qualified(words: &Words, at: usize) -> Option<(usize, Time)> {
    let part = match words.word(at) {
        "late" | "end" => Part::Quarter(4),
        "early" | "beginning" | "start" => Part::Quarter(1),
        "mid" | "middle" => Part::Middle,
        _ => return None,
    };
    let mut from = at + 1;
    let of = matches!(words.word(at), "end" | "beginning" | "start" | "middle");
    match word(words, at, from) {
        "-" | "in" | "of" => from += 1,
        _ if of => return None,
        _ => {}
    }
    if word(words, at, from) == "the" {
        from += 1;
    }
    if !words.together(at, from) {
        return None;
    }
    if let Some(year) = year(words.word(from)) {
        let year = Year::Is(year);
        return Some((from + 1, Time::Part { year, part }));
    }
    if word(words, at, from + 1) == "year"
        && let Some(by) = shift(words.word(from))
    {
        let year = Year::Shifted(by);
        return Some((from + 2, Time::Part { year, part }));
    }
    if of && words.word(from) == "year" && words.word(from - 1) == "the" {
        let year = Year::Shifted(0);
        return Some((from + 1, Time::Part { year, part }));
    }
    let in_month = month(words.word(from)).filter(|_| words.shape(from) != Shape::Lower);
    in_month
        .and_then(|_| date(words, from))
        .or_else(|| season_of(words, from))
        .or_else(|| decade(words, from))
        .or_else(|| century(words, from))
}

/// `last`, `this`, `next`: so many units before or after the text.
pub(super) fn shift(word: &str) -> Option<i32> {
    Some(match word {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    })
}

/// `in the summer`, `since winter`: of the year of the text.
fn season_alone(words: &Words, at: usize) -> Option<(usize, Time)> {
    let part = season(words.word(at))?;
    let the = usize::from(words.before(at) == "the");
    let called = matches!(
        word(words, at, at.wrapping_sub(1 + the)),
        "in" | "since" | "during" | "by" | "until" | "throughout"
    );
    // "A spring in the fall": what can be another word needs the article.
    let plain = the == 1 || matches!(part, Part::Summer | Part::Winter | Part::Autumn);
    let ends = !words.together(at, at + 1) || !matches!(word(words, at, at + 1), "of");
    let year = Year::Open(Which::Nearest);
    (called && plain && ends && words.shape(at) == Shape::Lower)
        .then_some((at + 1, Time::Part { year, part }))
}

/// `summer 2023`, `spring of 1945`, `summer of last year`.
fn season_of(words: &Words, at: usize) -> Option<(usize, Time)> {
    let part = season(words.word(at))?;
    let of = 1 + usize::from(word(words, at, at + 1) == "of");
    if word(words, at, at + of + 1) == "year"
        && let Some(by) = shift(word(words, at, at + of))
    {
        let year = Year::Shifted(by);
        return Some((at + of + 2, Time::Part { year, part }));
    }
    let link = usize::from(matches!(word(words, at, at + 1), "of" | "in"));
    let end = at + 2 + link;
    let year = Year::Is(year(word(words, at, end - 1))?);
    Some((end, Time::Part { year, part }))
}

/// `Q3 2020`, `the third quarter of 2020`, `the first half of 2011`.
fn quarter(words: &Words, at: usize) -> Option<(usize, Time)> {
    let (part, from) = match words.word(at) {
        "q1" => (Part::Quarter(1), at + 1),
        "q2" => (Part::Quarter(2), at + 1),
        "q3" => (Part::Quarter(3), at + 1),
        "q4" => (Part::Quarter(4), at + 1),
        nth => (spelled_part(nth, word(words, at, at + 1))?, at + 2),
    };
    let mut from = from;
    while matches!(word(words, at, from), "of" | "the") && from < at + 5 {
        from += 1;
    }
    let short = words.word(at).starts_with('q');
    let (year, end) = match (year(word(words, at, from)), shift(word(words, at, from))) {
        (Some(year), _) => (Year::Is(year), from + 1),
        (None, Some(by)) if word(words, at, from + 1) == "year" => (Year::Shifted(by), from + 2),
        // "The second half of the year."
        (None, None) if word(words, at, from) == "year" && words.word(from - 1) == "the" => {
            (Year::Shifted(0), from + 1)
        }
        // "Q3" alone is one of the year of the text, and so is "in the third quarter" where no game is
        // played.
        _ if short || is_in_the(words, at) => (Year::Open(Which::Nearest), from.min(at + 2)),
        _ => return None,
    };
    Some((end, Time::Part { year, part }))
}

/// `in the second quarter` of a text without scores.
fn is_in_the(words: &Words, at: usize) -> bool {
    let scores = |at: usize| words.is(at, Is::Game) || words.is(at, Is::Beating);
    words.word(at + 1) == "quarter"
        && words.before(at) == "the"
        && matches!(word(words, at, at.wrapping_sub(2)), "in" | "for" | "during")
        && !words.sentence(at).tokens.clone().any(scores)
}

fn spelled_part(nth: &str, part: &str) -> Option<Part> {
    let number = match nth {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" | "last" | "final" => 4,
        _ => return None,
    };
    match part {
        "quarter" => Some(Part::Quarter(number)),
        "half" => Some(Part::Half(number.min(2))),
        _ => None,
    }
}

/// `week 50 of 2016`.
fn week(words: &Words, at: usize) -> Option<(usize, Time)> {
    let number: u8 = word(words, at, at + 1).parse().ok()?;
    let of = usize::from(matches!(word(words, at, at + 2), "of" | "in" | ","));
    let year = year(word(words, at, at + 2 + of))?;
    let week = (words.word(at) == "week" && (1..=53).contains(&number)).then_some(number)?;
    Some((at + 3 + of, Time::Week { year, week }))
}

/// `on the 26th`, `by the 22nd`; not `in the 13th`, which may be of anything.
fn day_of_month(words: &Words, at: usize) -> Option<(usize, Time)> {
    let name = words.word(at);
    let ordinal = name.ends_with(|c: char| c.is_ascii_alphabetic());
    let before = word(words, at, at.wrapping_sub(2));
    let called = words.before(at) == "the"
        && (matches!(
            before,
            "on" | "by" | "until" | "till" | "since" | "from" | "before" | "after"
        ) || words.is(at.wrapping_sub(2), Is::Saying))
        && (!words.together(at, at + 1)
            || words.tokens[at + 1].class == Class::Mark
            || words.is(at + 1, Is::Function) && word(words, at, at + 1) != "of");
    let day = day(name).filter(|_| ordinal && called)?;
    let (which, weekday) = (Which::Nearest, None);
    Some((
        at + 1,
        Time::DayOfMonth {
            day,
            which,
            weekday,
        },
    ))
}

/// `1990s`, `1990's`, `the '90s`.
fn decade(words: &Words, at: usize) -> Option<(usize, Time)> {
    let name = words.word(at);
    if let Some(year) = name.strip_suffix('s').and_then(year) {
        return (year % 10 == 0).then_some((at + 1, Time::Decade(year)));
    }
    if let Some(year) = year(name)
        && year % 10 == 0
        && word(words, at, at + 1) == "'s"
        && word(words, at, at.wrapping_sub(1)) == "the"
    {
        return Some((at + 2, Time::Decade(year)));
    }
    let digits = name.strip_suffix('s').filter(|digits| digits.len() == 2)?;
    let year: i32 = digits.parse().ok()?;
    let after_article = word(words, at, at.wrapping_sub(1)) == "the"
        || word(words, at, at.wrapping_sub(2)) == "the"
            && words.raw(at - 1).starts_with(['\'', '’']);
    (year % 10 == 0 && year >= 20 && after_article).then_some((at + 1, Time::Decade(1900 + year)))
}

/// `the 19th century`.
fn century(words: &Words, at: usize) -> Option<(usize, Time)> {
    let mut end = at + 1;
    if word(words, at, end) == "-" {
        end += 1;
    }
    if word(words, at, end) != "century" || words.word(at).len() < 3 {
        return None;
    }
    let number = day(words.word(at))
        .map(u32::from)
        .or_else(|| ordinal(words.word(at)))?;
    Some((end + 1, Time::Century(number as i32)))
}

fn ordinal(word: &str) -> Option<u32> {
    match word {
        "eleventh" => Some(11),
        "twelfth" => Some(12),
        "fifteenth" => Some(15),
        "nineteenth" => Some(19),
        "twentieth" => Some(20),
        _ => count(word.strip_suffix("teenth")?)
            .or(match word {
                "thirteenth" => Some(3),
                "eighteenth" => Some(8),
                _ => None,
            })
            .map(|units| units + 10),
    }
}

/// `2012–2014`, `2012-14`.
fn years(words: &Words, at: usize) -> Option<(usize, Time)> {
    let from = year(words.word(at))?;
    let hyphen = matches!(word(words, at, at + 1), "-" | "–" | "—" | "/")
        && words.together(at, at + 2)
        && words.tokens[at + 1].gap == Gap::None
        && words.tokens[at + 2].gap == Gap::None;
    if !hyphen {
        return None;
    }
    let last = words.word(at + 2);
    let to = match last.len() {
        2 => from / 100 * 100 + last.parse::<i32>().ok()?,
        4 => year(last)?,
        _ => return None,
    };
    (to > from).then_some((at + 3, Time::Years(from, to)))
}

/// `in 2016`, `(2016)`, `© 2018`.
fn year_alone(words: &Words, at: usize) -> Option<(usize, Time)> {
    let before = word(words, at, at.wrapping_sub(1));
    let surely = matches!(before, "in" | "since" | "until" | "by" | "circa" | "year");
    let first = if surely { 1000 } else { 1400 };
    let year = year(words.word(at)).filter(|year| (first..2100).contains(year))?;
    let token = words.tokens[at];
    let touches =
        token.gap == Gap::None && !matches!(before, "(" | "[" | "-" | "–" | "—" | "/" | "©" | "");
    if token.class != Class::Number || touches || is_in_a_number(words, at) {
        return None;
    }
    let counted = counts_something(words, at);
    let called = at > 0 && words.together(at, at - 1) && words.is(at - 1, Is::BeforeYear);
    let dated = called
        && !(counted
            && !matches!(
                before,
                "in" | "since" | "until" | "during" | "(" | "©" | "ⓒ"
            ));
    let ends = !words.together(at, at + 1) || words.tokens[at + 1].class == Class::Mark;
    let named = at > 0 && words.together(at, at - 1) && words.looks_like_name(at - 1);
    let stands = before.is_empty() && !counted || ends && named && !is_in_a_register(words, at);
    // "Annual Report 2017".
    let reported =
        matches!(before, "report" | "accounts" | "budget") && words.shape(at - 1).is_capitalised();
    (dated || stands || reported || is_one_of_two(words, at))
        .then_some((after_point(words, at, at) + 1, Time::Year(year)))
}

/// `2029 or 2030`: one of two years.
fn is_one_of_two(words: &Words, at: usize) -> bool {
    let late = |word: &str| year(word).is_some_and(|year| (1900..2100).contains(&year));
    let joins = |word: &str| matches!(word, "or" | "and");
    let first = joins(word(words, at, at + 1)) && late(word(words, at, at + 2));
    let second = joins(words.before(at)) && late(word(words, at, at.wrapping_sub(2)));
    late(words.word(at)) && (first || second)
}

/// `No. 22 Civ. 2017`: the number of a case.
fn is_in_a_register(words: &Words, at: usize) -> bool {
    let from = at.saturating_sub(4).max(words.sentence(at).tokens.start);
    (from..at).any(|before| matches!(words.word(before), "civ" | "cr" | "crim" | "misc" | "no"))
}

/// `CVE-2019-1234`: a year inside the number of something.
fn is_in_a_number(words: &Words, at: usize) -> bool {
    let tight = |at: usize| {
        words.together(at - 1, at) && words.raw(at) == "-" && words.tokens[at].gap == Gap::None
    };
    let code = at > 1 && tight(at - 1) && words.shape(at - 2) == Shape::Upper;
    code && tight(at + 1)
        && words.together(at, at + 2)
        && words.tokens[at + 2].class == Class::Number
}

/// `2000 people`: whether a plural follows that the number may count.
fn counts_something(words: &Words, at: usize) -> bool {
    let after = word(words, at, at + 1);
    words.together(at, at + 1)
        && words.tokens[at + 1].class == Class::Word
        && words.shape(at + 1) == Shape::Lower
        && (after.ends_with('s') || matches!(after, "people" | "men" | "women" | "percent" | "per"))
        && !words.is(at + 1, Is::Function)
        && !words.is(at + 1, Is::Election)
}

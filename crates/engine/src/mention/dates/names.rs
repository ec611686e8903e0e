//! Names of months, days, seasons, units, and numbers in words.

use crate::mention::words::Words;
use crate::moment::{Part, Unit};
use crate::text::Gap;

/// A word of the same sentence as `from`; nothing beyond it.
pub(super) fn word<'w>(words: &'w Words, from: usize, at: usize) -> &'w str {
    words.word_near(from, Some(at))
}

/// Past a point that belongs to the abbreviation before it.
pub(super) fn after_point(words: &Words, from: usize, at: usize) -> usize {
    let point = word(words, from, at) == "."
        && words.tokens[at].gap == Gap::None
        && words.together(from, at + 1);
    at + usize::from(point)
}

/// The month a word names in English.
pub(super) fn month(word: &str) -> Option<u8> {
    Some(match word {
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
    })
}

/// The month a word names in English, Dutch, French, German, Italian, Portuguese or Spanish; as it
/// is compared, that is without accents.
pub(super) fn foreign_month(word: &str) -> Option<u8> {
    month(word).or_else(|| {
        Some(match word {
            "januari" | "januar" | "janvier" | "janner" | "enero" | "gennaio" | "janeiro" => 1,
            "februari" | "februar" | "fevrier" | "febrero" | "febbraio" | "fevereiro" => 2,
            "maart" | "marz" | "mars" | "marzo" | "marco" => 3,
            "avril" | "abril" | "aprile" => 4,
            "mei" | "mai" | "mayo" | "maggio" | "maio" => 5,
            "juni" | "juin" | "junio" | "giugno" | "junho" => 6,
            "juli" | "juillet" | "julio" | "luglio" | "julho" => 7,
            "augustus" | "aout" | "agosto" => 8,
            "septembre" | "septiembre" | "settembre" | "setembro" => 9,
            "oktober" | "octobre" | "octubre" | "ottobre" | "outubro" => 10,
            "novembre" | "noviembre" | "novembro" => 11,
            "dezember" | "decembre" | "diciembre" | "dicembre" | "dezembro" => 12,
            _ => return None,
        })
    })
}

pub(super) fn weekday(word: &str) -> Option<u8> {
    Some(match word {
        "monday" => 1,
        "tuesday" => 2,
        "wednesday" => 3,
        "thursday" => 4,
        "friday" => 5,
        "saturday" => 6,
        "sunday" => 7,
        _ => return None,
    })
}

/// `Tue` before a date.
pub(super) fn short_weekday(word: &str) -> Option<u8> {
    Some(match word {
        "mon" => 1,
        "tue" | "tues" => 2,
        "wed" => 3,
        "thu" | "thur" | "thurs" => 4,
        "fri" => 5,
        "sat" => 6,
        "sun" => 7,
        _ => return None,
    })
}

pub(super) fn season(word: &str) -> Option<Part> {
    Some(match word {
        "spring" => Part::Spring,
        "summer" => Part::Summer,
        "autumn" | "fall" => Part::Autumn,
        "winter" => Part::Winter,
        _ => return None,
    })
}

/// The unit a word names, and how many of it: a decade is ten years.
pub(super) fn unit(word: &str) -> Option<(Unit, u32)> {
    let one = word.strip_suffix('s').unwrap_or(word);
    Some(match one {
        "second" => (Unit::Second, 1),
        "minute" => (Unit::Minute, 1),
        "hour" => (Unit::Hour, 1),
        "day" => (Unit::Day, 1),
        "week" => (Unit::Week, 1),
        "fortnight" => (Unit::Week, 2),
        "month" => (Unit::Month, 1),
        "year" => (Unit::Year, 1),
        "decade" => (Unit::Year, 10),
        "century" | "centurie" => (Unit::Year, 100),
        _ => return None,
    })
}

/// A small number, in words or digits.
pub(super) fn count(word: &str) -> Option<u32> {
    const NUMBERS: &[&str] = &[
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match word {
        "a" | "an" => Some(1),
        "fifteen" => Some(15),
        "eighteen" => Some(18),
        "twenty" => Some(20),
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        "sixty" => Some(60),
        "ninety" => Some(90),
        _ => {
            let in_words = NUMBERS.iter().position(|&number| number == word);
            in_words
                .map(|number| number as u32)
                .or_else(|| word.parse().ok())
        }
    }
}

/// `5`, `05`, `5th`.
pub(super) fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let plain = matches!(digits.len(), 1 | 2) && matches!(ending, "" | "st" | "nd" | "rd" | "th");
    let day: u8 = plain.then(|| digits.parse().ok())??;
    (1..=31).contains(&day).then_some(day)
}

/// A number of four digits that can be a year of our era.
pub(super) fn year(word: &str) -> Option<i32> {
    let plain = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let year: i32 = plain.then(|| word.parse().ok())??;
    (1000..=2199).contains(&year).then_some(year)
}

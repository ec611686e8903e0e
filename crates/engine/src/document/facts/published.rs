//! When a text was published: as it says itself, or as follows from what it says. The date of a
//! post it quotes and the year of a claim of rights are no date of publication by themselves.

use super::dates::{Date, dates, moment_of, weekday, weekday_name, years};
use super::{Fact, Part, Role};
use crate::moment::{Day, Moment};
use crate::text::Span;

pub(super) fn published(text: &str, parts: &[Part]) -> Option<Fact<Moment>> {
    stated(text, parts)
        .or_else(|| by_quoted_post(text, parts))
        .or_else(|| by_distance(text, parts))
}

/// Whether a line says when a text was published, and nothing else.
pub(super) fn is_date_line(line: &str) -> bool {
    const LONGEST: usize = 200;
    if line.len() > LONGEST {
        return false;
    }
    const WORDS: [&str; 12] = [
        "published",
        "posted",
        "updated",
        "on",
        "at",
        "am",
        "pm",
        "a.m",
        "p.m",
        "date",
        "created",
        "last",
    ];
    let whole = Span::new(0, line.len());
    let Some(date) = dates(line, whole).find(|date| date.year.is_some()) else {
        return false;
    };
    let rest = format!(
        "{} {}",
        &line[..date.span.range().start],
        &line[date.span.range().end..]
    );
    let mut words = rest.split(|c: char| c.is_whitespace() || ",:|".contains(c));
    words.all(|word| {
        let word = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        let zone = word.len() <= 4 && word.chars().all(|c| c.is_ascii_alphanumeric());
        zone || WORDS.contains(&word.as_str()) || weekday(&word).is_some()
    })
}

/// A whole date in a line that says who wrote a text, where and when.
fn stated(text: &str, parts: &[Part]) -> Option<Fact<Moment>> {
    let lines = parts
        .iter()
        .filter(|part| matches!(part.role, Role::Byline | Role::Dateline));
    let mut found = lines.flat_map(|part| dates(text, part.span));
    found.find_map(|date| Some(Fact::stated(moment_of(date.whole()?), date.span)))
}

/// How many posts are looked at.
const MOST_POSTS: usize = 10;

/// A post that is shown with its date, and a sentence that tells of something published on the
/// same weekday: the text is about that day's news.
fn by_quoted_post(text: &str, parts: &[Part]) -> Option<Fact<Moment>> {
    let posts = parts.iter().filter(|part| part.role == Role::TweetCredit);
    let posts = posts.take(MOST_POSTS);
    let dated = posts.flat_map(|part| dates(text, part.span));
    let mut dated = dated.filter_map(|date| Some((date, date.whole()?)));
    dated.find_map(|(date, day)| {
        let news = body(parts).find_map(|span| published_on(span.of(text), day.weekday()))?;
        let reason = format!(
            "a post it shows is dated {}, a {}, and the text speaks of what was “{news}”",
            date.span.of(text),
            weekday_name(day.weekday()),
        );
        Some(Fact::inferred(moment_of(day), reason))
    })
}

/// "published Friday", "aired on Friday".
fn published_on(paragraph: &str, day: u8) -> Option<&str> {
    const VERBS: [&str; 8] = [
        "published",
        "broadcast",
        "aired",
        "released",
        "reported",
        "revealed",
        "announced",
        "posted",
    ];
    let name = weekday_name(day);
    paragraph.match_indices(name).find_map(|(at, _)| {
        let before = paragraph[..at].strip_suffix(' ')?;
        let before = before.strip_suffix(" on").unwrap_or(before);
        let verb = VERBS.iter().find(|verb| before.ends_with(*verb))?;
        Some(&paragraph[before.len() - verb.len()..at + name.len()])
    })
}

/// How far the day of publication is from a date, as the text puts it.
#[derive(Clone, Copy)]
enum Distance {
    Days(i64),
    Weeks(i64),
}

const DISTANCES: [(&str, Distance); 6] = [
    ("today", Distance::Days(0)),
    ("tomorrow", Distance::Days(-1)),
    ("yesterday", Distance::Days(1)),
    ("next week", Distance::Weeks(-1)),
    ("this week", Distance::Weeks(0)),
    ("last week", Distance::Weeks(1)),
];

/// A date that the text itself calls tomorrow's or next week's: "next week, on Dec. 19".
fn by_distance(text: &str, parts: &[Part]) -> Option<Fact<Moment>> {
    let mut bounds = None;
    let near = |span: &Span| {
        ["today", "tomorrow", "yesterday", " week"]
            .iter()
            .any(|word| span.of(text).contains(word))
    };
    body(parts).filter(near).find_map(|span| {
        let mut dated = dates(text, span);
        dated.find_map(|date| {
            let (from, distance, named) = distance_before(text, span, date)?;
            let told = &text[from..date.span.range().end];
            let (day, why) = match date.whole() {
                Some(day) => (day, String::new()),
                None => bounds
                    .get_or_insert_with(|| Bounds::of(text, parts))
                    .settle(date, named)?,
            };
            let reason = format!("the text says “{told}”{why}");
            Some(Fact::inferred(at_distance(day, distance), reason))
        })
    })
}

fn at_distance(day: Day, distance: Distance) -> Moment {
    match distance {
        Distance::Days(days) => moment_of(day.plus(days)),
        Distance::Weeks(weeks) => {
            let (year, week) = day.plus(7 * weeks).week();
            Moment::new(format!("{year:04}-W{week:02}"))
        }
    }
}

/// What the text says just before a date about how far it is, where that begins, and the weekday
/// it names with it.
fn distance_before(text: &str, span: Span, date: Date) -> Option<(usize, Distance, Option<u8>)> {
    let start = span.range().start;
    let mut before = text[start..date.span.range().start].trim_end_matches([' ', '(', ',']);
    let mut named = None;
    let mut last_word = before.rsplit(' ').next().unwrap_or_default();
    if let Some(day) = weekday(last_word.trim_matches(',')) {
        named = Some(day);
        before = before[..before.len() - last_word.len()].trim_end_matches([' ', '(', ',']);
        last_word = before.rsplit(' ').next().unwrap_or_default();
    }
    if last_word == "on" {
        before = before[..before.len() - 2].trim_end_matches([' ', '(', ',']);
    }
    let (phrase, distance) = DISTANCES
        .iter()
        .find(|(phrase, _)| before.ends_with(phrase))?;
    Some((start + before.len() - phrase.len(), *distance, named))
}

/// Between which years a text was written.
struct Bounds {
    /// The latest year it speaks of.
    earliest: Option<i32>,
    /// The year of the claim of rights below it.
    latest: Option<i32>,
    /// Whether it speaks of the electors of a president of the United States, who are chosen
    /// every fourth year.
    electors: bool,
}

/// Years between which a text may have been written for one of them to be told.
const WIDEST_BOUNDS: i32 = 20;

impl Bounds {
    fn of(text: &str, parts: &[Part]) -> Self {
        let rights = parts.iter().filter(|part| part.role == Role::Copyright);
        Self {
            earliest: body(parts).flat_map(|span| years(text, span)).max(),
            latest: rights.flat_map(|part| years(text, part.span)).max(),
            electors: body(parts).any(|span| {
                let paragraph = span.of(text).to_lowercase();
                paragraph.contains("electoral college") || paragraph.contains("president-elect")
            }),
        }
    }

    /// The only year within the bounds in which a date fell on the weekday named with it.
    fn settle(&self, date: Date, named: Option<u8>) -> Option<(Day, String)> {
        let (earliest, latest) = (self.earliest?, self.latest?);
        if latest - earliest > WIDEST_BOUNDS {
            return None;
        }
        let election = self.electors && date.month >= 11;
        let fits = |day: &Day| {
            let (year, ..) = day.date();
            named.is_none_or(|weekday| day.weekday() == weekday) && (!election || year % 4 == 0)
        };
        let mut fitting = (earliest..=latest)
            .filter_map(|year| date.in_year(year))
            .filter(fits);
        let day = fitting.next().filter(|_| fitting.next().is_none())?;
        let (year, ..) = day.date();
        let because = match election {
            true => ", and electors met only that year",
            false => "",
        };
        let why = format!("; of the years from {earliest} to {latest} it was {year}{because}");
        Some((day, why))
    }
}

/// The paragraphs of running text.
fn body(parts: &[Part]) -> impl Iterator<Item = Span> + Clone {
    let running = parts.iter().filter(|part| part.role == Role::Paragraph);
    running.map(|part| part.span)
}

//! Facts: what is known about a document besides its text, and how.

mod dates;
mod language;
mod outlet;
mod published;

pub(super) use outlet::is_agency;

use serde::{Deserialize, Serialize};

use super::{Part, Role};
use crate::moment::{MONTHS, Moment};
use crate::text::Span;

/// What is known about a document, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Facts {
    /// What it is called.
    pub title: Option<Fact<String>>,
    /// Who wrote it.
    pub author: Option<Fact<String>>,
    /// Who published it.
    pub outlet: Option<Fact<String>>,
    /// When it was published.
    pub published: Option<Fact<Moment>>,
    /// Language of the text, as a BCP 47 tag.
    pub language: Option<Fact<String>>,
    /// What else its file says about it, by name: the other columns of a table.
    pub others: Vec<(String, String)>,
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub source: Source,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// The document says so, there.
    Stated(Span),
    /// Worked out from the text; the reason in plain words.
    Inferred(String),
    /// The publisher says so in `dossier.toml`; with the note given there.
    Declared(String),
}

impl Facts {
    /// What a text says about itself.
    pub(super) fn told_by(text: &str, parts: &[Part]) -> Self {
        Self {
            title: first_of(text, parts, Role::Title),
            author: author(text, parts),
            outlet: outlet::outlet(text, parts),
            published: published::published(text, parts),
            language: language::language(text),
            others: Vec::new(),
        }
    }

    /// Takes over every fact that the publisher declares.
    pub fn declare(&mut self, declared: &Facts) {
        fn over<T: Clone>(fact: &mut Option<Fact<T>>, declared: &Option<Fact<T>>) {
            if declared.is_some() {
                fact.clone_from(declared);
            }
        }
        over(&mut self.title, &declared.title);
        over(&mut self.author, &declared.author);
        over(&mut self.outlet, &declared.outlet);
        over(&mut self.published, &declared.published);
        over(&mut self.language, &declared.language);
        self.others.extend_from_slice(&declared.others);
    }
}

impl<T> Fact<T> {
    fn stated(value: impl Into<T>, span: Span) -> Self {
        Self {
            value: value.into(),
            source: Source::Stated(span),
        }
    }

    fn inferred(value: impl Into<T>, reason: String) -> Self {
        Self {
            value: value.into(),
            source: Source::Inferred(reason),
        }
    }
}

/// The text of the first part of a role.
fn first_of(text: &str, parts: &[Part], role: Role) -> Option<Fact<String>> {
    let part = parts.iter().find(|part| part.role == role)?;
    Some(Fact::stated(
        part.span.of(text).replace('\n', " "),
        part.span,
    ))
}

/// The author named by a byline.
fn author(text: &str, parts: &[Part]) -> Option<Fact<String>> {
    let bylines = parts.iter().filter(|part| part.role == Role::Byline);
    bylines
        .filter_map(|part| {
            let line = part.span.of(text);
            let name = credited(line);
            let at = part.span.range().start + (name.as_ptr() as usize - line.as_ptr() as usize);
            let names = name.replace(" and ", " & ");
            let all = names.split(" & ").all(is_name);
            all.then(|| Fact::stated(name, Span::new(at, at + name.len())))
        })
        .next()
}

/// Who a byline names, without the date or the place that it puts after the name.
pub(super) fn credited(line: &str) -> &str {
    let name = after_by(line).unwrap_or(line);
    let end = name.find([',', '|', '·', '•', '–', '—']);
    without_date(&name[..end.unwrap_or(name.len())]).trim()
}

/// A name without the date, or the place, that a byline puts after it.
fn without_date(name: &str) -> &str {
    let day = name
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(name.len());
    let mut name = name[..day].trim_end();
    if day > name.len() {
        let last = name.rsplit(' ').next().unwrap_or_default();
        let is_month = MONTHS
            .iter()
            .any(|month| last.len() > 2 && month.starts_with(last));
        name = if is_month {
            &name[..name.len() - last.len()]
        } else {
            name
        };
    }
    let places = [" in ", " at ", " for "].into_iter();
    let end = places.filter_map(|word| name.find(word)).min();
    &name[..end.unwrap_or(name.len())]
}

/// What follows "By" at the start of a line.
pub(super) fn after_by(line: &str) -> Option<&str> {
    let (by, name) = line.split_once(' ')?;
    by.eq_ignore_ascii_case("by").then(|| name.trim_start())
}

/// Whether a line is the name of a person: two to four capitalised words, particles of names
/// among them.
pub(super) fn is_name(line: &str) -> bool {
    const PARTICLES: [&str; 16] = [
        "van", "von", "de", "der", "den", "da", "di", "del", "della", "dos", "du", "la", "le",
        "bin", "al", "ten",
    ];
    // Words that headings capitalise and names do not have.
    const NO_NAMES: [&str; 18] = [
        "A", "An", "And", "As", "At", "By", "For", "From", "How", "In", "Of", "On", "Or", "The",
        "To", "What", "Why", "With",
    ];
    let words: Vec<&str> = line.split(' ').take(6).collect();
    let capitalised = |word: &&&str| {
        word.starts_with(char::is_uppercase)
            && !NO_NAMES.contains(*word)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || ".'’-".contains(c))
    };
    let names = words.iter().filter(capitalised).count();
    let particles = words
        .iter()
        .filter(|word| PARTICLES.contains(*word))
        .count();
    (2..=4).contains(&names)
        && names + particles == words.len()
        && words.len() < 6
        && words.last().as_ref().is_some_and(capitalised)
}

/// Whether a line says when a text was published, and nothing else.
pub(super) fn is_date_line(line: &str) -> bool {
    published::is_date_line(line)
}

/// Whether a whole date ends a line: `Antwerp, August 4, 2020`.
pub(super) fn ends_in_date(line: &str) -> bool {
    let line = line.trim_end();
    let mut dates = dates::dates(line, Span::new(0, line.len()));
    dates.any(|date| date.year.is_some() && date.span.range().end == line.len())
}

#[cfg(test)]
mod tests;

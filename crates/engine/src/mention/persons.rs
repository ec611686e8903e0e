//! Persons: first names, titles and roles before a name, what is said about it after.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::List;
use super::listed::{begins_listed, ends_listed};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::document::Role;
use crate::text::{Class, Gap, Shape};

pub(super) struct Persons;

/// Small words inside names of persons.
const PARTICLES: &[&str] = &[
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la",
    "le", "bin", "ibn", "bint", "al", "el", "ul", "ter", "ten", "te", "zu", "af", "av", "y", "ben",
    "abu",
];

/// What follows the name of someone who speaks.
const SAYING: &[&str] = &[
    "said",
    "says",
    "told",
    "tells",
    "added",
    "adds",
    "wrote",
    "writes",
    "tweeted",
    "testified",
    "replied",
    "explained",
    "argued",
    "claimed",
    "insisted",
    "admitted",
    "denied",
    "warned",
    "announced",
    "noted",
    "stated",
    "declared",
    "asked",
    "recalled",
    "acknowledged",
    "commented",
    "concluded",
    "suggested",
    "resigned",
    "met",
    "believes",
    "thinks",
    "who",
    "whose",
];

impl Recogniser for Persons {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims = Vec::new();
        for sentence in &words.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let end = run_end(words, at, sentence.tokens.end);
                if end > at {
                    claims.extend(judge(words, at..end));
                    at = end;
                } else {
                    at += 1;
                }
            }
        }
        claims
    }
}

/// The end of the run of name words that begins at `at`; `at` if none does. A run does not hold
/// titles, nationalities and the like: these end it.
fn run_end(words: &Words, at: usize, limit: usize) -> usize {
    let mut end = at;
    let mut cursor = at;
    while cursor < limit && cursor - at < 9 && (cursor == at || words.is_joined(cursor)) {
        if is_name_word(words, cursor, cursor == at) {
            end = cursor + 1;
        } else if !(cursor > at && is_inside_name(words, cursor)) {
            break;
        }
        cursor += 1;
    }
    end
}

fn is_name_word(words: &Words, at: usize, first: bool) -> bool {
    if words.tokens[at].class == Class::Dotted {
        // J.K. Rowling; but not U.S. President.
        let listed = begins_listed(
            words,
            &[List::Countries, List::Organisations, List::Regions],
            at,
        )
        .is_some();
        return words.casing(at) != Casing::Lower && words.shape(at).is_capitalised() && !listed;
    }
    let named = words.looks_like_name(at)
        || words.is_first_name(at)
            && words.shape(at) != Shape::Lower
            && words.casing(at) == Casing::Mixed
        || words.is_first_name(at) && words.casing(at) == Casing::Lower && !words.is_ordinary(at);
    let stops = breaks(words, at, first);
    named && !stops
}

/// Whether a listed title, people, country or the like begins there, so that no name goes on.
fn breaks(words: &Words, at: usize, first: bool) -> bool {
    let lists = [List::Countries, List::Nationalities];
    if begins_listed(words, &lists, at)
        .is_some_and(|phrase| phrase.entry.list == List::Nationalities || !words.is_first_name(at))
        && !words.is_first_name(at)
    {
        return true;
    }
    // "Stephen King": a title is part of the name where a name stands before it and none after.
    let title = begins_listed(words, &[List::Roles], at);
    let name_follows = |end: usize| words.together(at, end) && (words.looks_like_name(end));
    match title {
        Some(phrase) => first || name_follows(phrase.end) || words.casing(at) != Casing::Mixed,
        None => false,
    }
}

/// Particles, initials' points, hyphens and apostrophes between name words.
fn is_inside_name(words: &Words, at: usize) -> bool {
    let next_is_name =
        words.together(at, at + 1) && words.looks_like_name(at + 1) && words.is_joined(at + 1);
    match words.tokens[at].class {
        Class::Word => {
            let next = next_is_name
                || words.together(at, at + 2)
                    && is_particle(words, at + 1)
                    && words.looks_like_name(at + 2);
            is_particle(words, at) && next
        }
        Class::Mark => match words.raw(at) {
            "." => {
                at > 0
                    && words.tokens[at].gap == Gap::None
                    && is_initial_letter(words, at - 1)
                    && words.together(at, at + 1)
            }
            "-" | "‐" | "‑" => {
                words.tokens[at].gap == Gap::None
                    && next_is_name
                    && words.tokens[at + 1].gap == Gap::None
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_particle(words: &Words, at: usize) -> bool {
    PARTICLES.contains(&words.word(at))
}

fn is_initial_letter(words: &Words, at: usize) -> bool {
    words.shape(at) == Shape::Capitalised && words.raw(at).chars().nth(1).is_none()
}

/// Whether a run of name words names a person, and how surely.
fn judge(words: &Words, run: Range<usize>) -> Option<Claim> {
    let run = trimmed(words, run)?;
    let names = run
        .clone()
        .filter(|&at| words.tokens[at].class != Class::Mark)
        .count();
    let confidence = confidence(words, &run, names)?;
    Some(Claim::new(run, Kind::Person, confidence, Finder::Persons))
}

/// The run without what cannot begin or end the name of a person.
fn trimmed(words: &Words, run: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = run;
    while end > start
        && (words.tokens[end - 1].class == Class::Mark && words.raw(end - 1) != "."
            || is_particle(words, end - 1) && words.shape(end - 1) == Shape::Lower)
    {
        end -= 1;
    }
    while start < end && words.tokens[start].class == Class::Mark {
        start += 1;
    }
    (start < end).then_some(start..end)
}

fn confidence(words: &Words, run: &Range<usize>, names: usize) -> Option<u8> {
    let first = run.start;
    let casing = words.casing(first);
    let titled = has_title_before(words, first);
    let first_name = words.is_first_name(first);
    let described = is_described_after(words, run.end);
    let says = SAYING.contains(&words.after(run.end)) || is_said_before(words, first);
    let initials = names > 1
        && run
            .clone()
            .any(|at| is_initial_letter(words, at) || words.tokens[at].class == Class::Dotted);
    let particle = run.clone().any(|at| {
        words.shape(at) == Shape::Lower && casing == Casing::Mixed && is_particle(words, at)
    });
    let byline = words.sentence(first).role == Role::Byline;
    let acronym = run.clone().any(|at| {
        words.shape(at) == Shape::Upper && words.word(at).len() > 1 && casing != Casing::Capitals
    });
    let listed = begins_listed(
        words,
        &[
            List::Organisations,
            List::Cities,
            List::Regions,
            List::Landmarks,
            List::Products,
        ],
        first,
    )
    .is_some_and(|p| p.end == run.end);
    let percent = match (names, titled, first_name) {
        (1, true, _) if casing != Casing::Lower && !listed => 85,
        (1, true, _) if !listed => 65,
        (1, false, _) if byline => 60,
        (1, false, true) if casing == Casing::Mixed && !listed => 55,
        (1, ..) => return None,
        (2..=5, true, true) => 96,
        (2..=5, true, false) => 88,
        (2..=5, false, true) => 92,
        (2..=5, false, false) if byline || initials || particle => 85,
        (2..=3, false, false) if says || described => 82,
        (2..=3, false, false) if casing == Casing::Mixed => 55,
        _ => return None,
    };
    Some(if acronym && !titled {
        percent / 2
    } else {
        percent
    })
}

/// `President …`, `spokesman …`, `Mr. …`, also `spokesman , …`.
fn has_title_before(words: &Words, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else {
        return false;
    };
    if !words.together(at, before) {
        return false;
    }
    if matches!(words.raw(before), "." | ",") && before > 0 {
        before -= 1;
    }
    words.together(at, before) && ends_listed(words, &[List::Roles], before + 1).is_some()
}

/// `, a researcher at`, `, who`, `, 45,`, `( 1901-`.
fn is_described_after(words: &Words, end: usize) -> bool {
    let last = end - 1;
    if words.word_near(last, Some(end)) != "," {
        return words.word_near(last, Some(end)) == "("
            && words.together(last, end + 1)
            && words.tokens[end + 1].class == Class::Number;
    }
    let next = words.word_near(last, Some(end + 1));
    let number = words.together(last, end + 1)
        && words.tokens[end + 1].class == Class::Number
        && next.len() <= 2;
    let role_at = |at: usize| {
        (at..at + 4).any(|at| {
            words.together(last, at) && begins_listed(words, &[List::Roles], at).is_some()
        })
    };
    match next {
        "who" | "whose" => true,
        "a" | "an" | "the" | "his" | "her" | "its" | "their" => role_at(end + 2),
        _ => {
            number
                || words.together(last, end + 1)
                    && begins_listed(words, &[List::Roles], end + 1).is_some()
        }
    }
}

/// `said X`, `according to X`.
fn is_said_before(words: &Words, at: usize) -> bool {
    let before = words.before(at);
    matches!(before, "said" | "says" | "asked" | "added" | "wrote")
}

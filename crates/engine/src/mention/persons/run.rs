//! Runs of words that may be the name of one person.

use std::ops::Range;

use crate::mention::lexicon::{Is, List};
use crate::mention::listed::begins_listed;
use crate::mention::words::{Casing, Words};
use crate::text::{Class, Gap, Shape};

/// Tokens in the longest run.
const LONGEST: usize = 12;

/// The run of name words that begins at `at`; empty if none does. Titles, peoples and the like
/// end a run, and so do commas and paragraphs.
pub(super) fn from(words: &Words, at: usize) -> Range<usize> {
    let start = match is_article(words, at) {
        true => at + 2,
        false => at,
    };
    let mut end = start;
    let mut cursor = start;
    while words.together(at, cursor)
        && cursor - at < LONGEST
        && (cursor == start || words.is_joined(cursor))
    {
        if is_name_word(words, cursor, cursor == start)
            || cursor > start + 1 && bound_word(words, cursor)
        {
            end = cursor + 1;
        } else if cursor == start + 1 && is_byname(words, cursor) {
            end = cursor + 2;
            break;
        } else if has_version(words, cursor, start) {
            // A persona may have a version: "Guccifer 2.0".
            end = cursor + 1;
            break;
        } else if cursor == start || !is_inside(words, cursor) {
            break;
        }
        cursor += 1;
    }
    if end > start { at..end } else { at..at }
}

/// The Arabic article before a name, with its hyphen: `al-`.
fn is_article(words: &Words, at: usize) -> bool {
    matches!(
        words.word(at),
        "al" | "el" | "ad" | "ar" | "as" | "ash" | "at" | "az" | "an"
    ) && words.together(at, at + 2)
        && words.raw(at + 1) == "-"
        && words.tokens[at + 1].gap == Gap::None
        && words.tokens[at + 2].gap == Gap::None
        && words.shape(at + 2).is_capitalised()
}

fn is_name_word(words: &Words, at: usize, first: bool) -> bool {
    if breaks(words, at, first) || is_in_a_date(words, at) {
        return false;
    }
    if words.tokens[at].class == Class::Dotted {
        // J.K. Rowling, but not U.S. President.
        const LISTS: &[List] = &[List::Countries, List::Organisations, List::Regions];
        return words.casing(at) != Casing::Lower
            && words.shape(at).is_capitalised()
            && begins_listed(words, LISTS, at).is_none();
    }
    let first_name = words.is(at, Is::FirstName)
        && match words.casing(at) {
            Casing::Mixed => words.shape(at).is_capitalised(),
            Casing::Title | Casing::Capitals | Casing::Lower => !words.is(at, Is::Ordinary),
        };
    words.looks_like_name(at) || first_name
}

/// The `August` of `4 August`.
fn is_in_a_date(words: &Words, at: usize) -> bool {
    let number = |at: usize| words.tokens[at].class == Class::Number && words.raw(at).len() <= 2;
    words.is(at, Is::Calendar) && at > 0 && words.together(at, at - 1) && number(at - 1)
}

/// Whether a people, a country or a title begins there, so that no name of a person goes on.
pub(crate) fn breaks(words: &Words, at: usize, first: bool) -> bool {
    if !first && is_after_person(words, at) {
        return true;
    }
    let states = &[List::Countries, List::Nationalities];
    if begins_listed(words, states, at).is_some() && !words.is(at, Is::FirstName) {
        return true;
    }
    // "Stephen King": a title is part of the name where a name stands before it and none after.
    let Some(title) = begins_listed(words, &[List::Roles], at) else {
        return false;
    };
    let name_follows = words.together(at, title.end) && words.looks_like_name(title.end);
    let point = words.together(at, title.end) && words.raw(title.end) == ".";
    first || name_follows || point || title.end > at + 1 || words.casing(at) != Casing::Mixed
}

/// `QC`, `MP` after a name.
pub(crate) fn is_after_person(words: &Words, at: usize) -> bool {
    words.is(at, Is::AfterPerson) && words.shape(at) != Shape::Capitalised
}

/// Particles, points after initials and hyphens between name words.
fn is_inside(words: &Words, at: usize) -> bool {
    let name_at = |at: usize, from: usize| {
        words.together(from, at) && words.is_joined(at) && words.looks_like_name(at)
    };
    let touches = |at: usize| words.tokens[at].gap == Gap::None;
    match words.tokens[at].class {
        Class::Word if words.is(at, Is::Particle) => {
            let two = words.together(at, at + 1)
                && (words.is(at + 1, Is::Particle) || words.raw(at + 1) == "-");
            name_at(at + 1, at) || two && name_at(at + 2, at)
        }
        Class::Word => false,
        Class::Mark => match words.raw(at) {
            "." => touches(at) && is_initial_letter(words, at - 1) && words.together(at, at + 1),
            "-" | "‐" | "‑" => {
                let after_article = words.is(at - 1, Is::Particle);
                let second =
                    name_at(at + 1, at) || words.together(at, at + 1) && bound_word(words, at + 1);
                touches(at)
                    && (after_article || second)
                    && words.together(at, at + 1)
                    && touches(at + 1)
            }
            _ => false,
        },
        _ => false,
    }
}

/// `the Lion` after a first name: `Henry the Lion`.
fn is_byname(words: &Words, at: usize) -> bool {
    words.word(at) == "the"
        && words.casing(at) == Casing::Mixed
        && words.is(at - 1, Is::FirstName)
        && words.together(at, at + 1)
        && words.shape(at + 1) == Shape::Capitalised
        && begins_listed(words, &[List::Roles], at + 1).is_none()
}

/// Whether an ordinary word is as short as the parts of Korean and Chinese first names.
fn is_syllable(word: &str) -> bool {
    word.len() <= 5 && !word.ends_with("ed") && !word.ends_with("ing")
}

/// Whether a version number stands right after the first word of a name.
fn has_version(words: &Words, at: usize, start: usize) -> bool {
    at == start + 1
        && words.tokens[at].class == Class::Number
        && words.raw(at).ends_with(".0")
        && words.looks_like_name(start)
}

/// The second part of a first name: the `chun` of `Ka-chun`.
fn bound_word(words: &Words, at: usize) -> bool {
    at > 1
        && words.raw(at - 1) == "-"
        && words.tokens[at].gap == Gap::None
        && words.tokens[at].class == Class::Word
        && words.shape(at) == Shape::Lower
        && !words.is(at, Is::Compound)
        && (!words.is(at, Is::Ordinary) || is_syllable(words.word(at)))
        && words.shape(at - 2) == Shape::Capitalised
        && words.casing(at) == Casing::Mixed
}

pub(super) fn is_initial_letter(words: &Words, at: usize) -> bool {
    words.tokens[at].class == Class::Word
        && words.shape(at) == Shape::Capitalised
        && words.raw(at).chars().nth(1).is_none()
}

//! Capitalised words that no rule explains: what stands around them decides what they name.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::{begins_listed, ends_listed};
use super::persons::{breaks, is_post};
use super::words::{Casing, Words};
use super::{Finder, Kind};
use crate::text::{Class, Gap, Shape};

/// Tokens in the longest run that is taken for a name.
const LONGEST: usize = 8;

/// Claims for the runs of capitalised words that nothing has taken.
pub(super) fn capitals(words: &Words, taken: &[bool]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = run_end(words, at, taken);
        claims.extend(judge(words, at..end));
        at = end.max(at + 1);
    }
    claims
}

/// Whether no word of a claim is an ordinary one: such a word has its capital because it names
/// something, though the tagger passes over it.
/// Where nothing beside it tells of what, too few are right.
pub(super) fn is_unheard_of(words: &Words, claim: &Claim) -> bool {
    /// How sure the guess at its kind must be, in per cent.
    const TOLD: u8 = 50;
    claim.confidence.as_percent() >= TOLD
        && claim.tokens.clone().all(|at| {
            let letters = words.shape(at) == Shape::Upper;
            words.is_word(at)
                && !letters
                && words.word(at).chars().count() > 2
                && !words.is(at, Is::Ordinary)
                && !words.is(at, Is::Abbreviation)
        })
}

fn run_end(words: &Words, at: usize, taken: &[bool]) -> usize {
    let part = |at: usize| {
        !taken[at]
            && words.looks_like_name(at)
            && words.casing(at) == Casing::Mixed
            && !breaks(words, at, true)
    };
    let mut end = at;
    while words.together(at, end) && end - at < LONGEST && (end == at || words.is_joined(end)) {
        let more = end > at && !taken[end] && words.together(at, end + 1) && part(end + 1);
        let touches =
            more && words.tokens[end].gap == Gap::None && words.tokens[end + 1].gap == Gap::None;
        let joint = more && words.raw(end) == "&" || touches && words.raw(end) == "-";
        if !part(end) && !joint {
            break;
        }
        end += 1;
    }
    end
}

fn judge(words: &Words, run: Range<usize>) -> Option<Claim> {
    let first = run.start;
    if run.is_empty() {
        return None;
    }
    let plain = run.len() == 1 && words.shape(first) == Shape::Capitalised;
    let short = words.raw(first).chars().nth(1).is_none();
    // A word that has its capital for its place alone is hardly a name.
    let initial = words.is(first, Is::Ordinary) || words.is_initial(first);
    if plain && (short || initial) || is_post(words, &run) {
        return None;
    }
    let (kind, percent) = guess(words, &run);
    Some(Claim::new(run, kind, percent, Finder::Capitals))
}

fn guess(words: &Words, run: &Range<usize>) -> (Kind, u8) {
    let (first, end) = (run.start, run.end);
    let before = |is: Is| first > 0 && words.together(first, first - 1) && words.is(first - 1, is);
    let after = |is: Is| words.together(first, end) && words.is(end, is);
    let shape = words.shape(first);
    let upper = shape == Shape::Upper && words.tokens[first].class == Class::Word;
    let ordinary = run.clone().any(|at| words.is(at, Is::Ordinary));
    match run.len() {
        _ if is_before_region(words, first, end) => (Kind::Place, 80),
        _ if after(Is::PlaceOf) || after(Is::Place) => (Kind::Place, 70),
        _ if upper && words.raw(first).contains(|c: char| c.is_ascii_digit()) => {
            (Kind::Product, 35)
        }
        _ if upper => (Kind::Organisation, 55),
        _ if before(Is::BeforePlace) && !ordinary => (Kind::Place, 55),
        1 if matches!(words.before(first), "to" | "at") && !is_source(words, first) => {
            (Kind::Place, 50)
        }
        1 if is_seat(words, first) => (Kind::Place, 50),
        _ if is_of_state(words, first) => (Kind::Organisation, 60),
        _ if words.before(first) == "the" => (Kind::Organisation, 45),
        1 if matches!(shape, Shape::Camel | Shape::Humped)
            && !words.word(first).starts_with("mc") =>
        {
            (Kind::Organisation, 55)
        }
        1 if is_source(words, first) => (Kind::Organisation, 50),
        1 if after(Is::Saying) => (Kind::Person, 55),
        1 => (Kind::Person, 40),
        2 if !ordinary => (Kind::Person, 55),
        2 => (Kind::Person, 40),
        _ if !ordinary => (Kind::Person, 40),
        _ => (Kind::Organisation, 40),
    }
}

/// `Michaud Marine of Rimouski`: where what was named has its seat.
fn is_seat(words: &Words, first: usize) -> bool {
    let name = first
        .checked_sub(2)
        .filter(|&name| words.together(first, name));
    words.before(first) == "of" && name.is_some_and(|name| words.looks_like_name(name))
}

/// `according to X`.
fn is_source(words: &Words, first: usize) -> bool {
    words.word_near(first, first.checked_sub(2)) == "according"
}

/// `China's Goldwind`.
fn is_of_state(words: &Words, first: usize) -> bool {
    words.before(first) == "'s" && ends_listed(words, &[List::Countries], first - 1).is_some()
}

/// `Qalansia, Yemen`: what stands before a comma and a country or state is a place there.
fn is_before_region(words: &Words, first: usize, end: usize) -> bool {
    words.word_near(first, Some(end)) == ","
        && words.together(first, end + 1)
        && begins_listed(words, &[List::Countries, List::Regions], end + 1).is_some()
}

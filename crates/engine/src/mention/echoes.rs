//! Names found elsewhere in the document, found again: a surname after the full name, an acronym
//! after its definition, a name where capitals say nothing.

mod bodies;
mod defined;
mod short;

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, Map, is_skipped};
use super::words::{Casing, Words};
use super::{Finder, Kind};
use crate::text::{Class, Shape};

pub(super) use bodies::follow_full_names;

/// Claims for names that the settled claims allow to recognise elsewhere.
pub(super) fn echoes(words: &Words, settled: &[Claim]) -> Vec<Claim> {
    let mut claims = defined::claims(words, settled);
    let mut known = Known::default();
    for claim in settled.iter().chain(&claims) {
        for (name, percent) in short::names_of(words, claim) {
            known.learn(words.key(name), claim.kind, percent);
        }
        if let Some((name, percent)) = short::after_article(words, claim) {
            known.learn(name, claim.kind, percent);
        }
    }
    let taken = taken(words, settled);
    let mut at = 0;
    while at < words.len() {
        let echo = echo_at(words, at, &taken, &known);
        at = echo.as_ref().map_or(at + 1, |claim| claim.tokens.end);
        claims.extend(echo);
    }
    claims
}

/// For each token, whether a claim covers it.
pub(super) fn taken(words: &Words, claims: &[Claim]) -> Vec<bool> {
    let mut taken = vec![false; words.len()];
    for claim in claims {
        taken[claim.tokens.clone()].fill(true);
    }
    taken
}

/// Names of the document: by their words as they are compared, their kind and how sure it is.
#[derive(Default)]
struct Known {
    names: Map<String, (Kind, u8)>,
    /// For the first word of each name, how many words the longest has that begins with it.
    longest: Map<String, usize>,
}

impl Known {
    /// Of several kinds the surest stays; of equals the first.
    fn learn(&mut self, name: String, kind: Kind, percent: u8) {
        let first = name.split(' ').next().unwrap_or_default().to_owned();
        let longest = self.longest.entry(first).or_default();
        *longest = (*longest).max(name.split(' ').count());
        let known = self.names.entry(name).or_insert((kind, percent));
        if known.1 < percent {
            *known = (kind, percent);
        }
    }
}

/// The longest known name that begins at a token nothing has taken.
fn echo_at(words: &Words, at: usize, taken: &[bool], known: &Known) -> Option<Claim> {
    if taken[at] || words.tokens[at].class == Class::Mark {
        return None;
    }
    let longest = *known.longest.get(words.word(at))?;
    let mut found = None;
    let mut key = String::new();
    let mut count = 0;
    let free = |end: &usize| words.together(at, *end) && !taken[*end];
    for end in (at..words.len()).take_while(free) {
        if count == longest {
            break;
        }
        if is_skipped(words.text, &words.tokens[end]) {
            continue;
        }
        if count > 0 {
            key.push(' ');
        }
        key.push_str(words.word(end));
        count += 1;
        if let Some(&(kind, percent)) = known.names.get(&key)
            && is_told(words, at..end + 1)
        {
            // An article that a short name is told by is no part of it.
            let start = at + usize::from(words.raw(at) == "the");
            found = Some(Claim::new(start..end + 1, kind, percent, Finder::Echoes));
        }
    }
    found
}

/// Whether the letters there allow a name: a capital where capitals tell names, else no
/// ordinary word.
fn is_told(words: &Words, tokens: Range<usize>) -> bool {
    let (first, last) = (tokens.start, tokens.end - 1);
    let ordinary = tokens.len() == 1 && words.is(first, Is::Ordinary);
    let capital = |at: usize| words.shape(at).is_capitalised() || words.shape(at) == Shape::Humped;
    match words.casing(first) {
        Casing::Mixed => {
            (capital(first) || capital(last)) && !(ordinary && words.is_initial(first))
        }
        Casing::Title => capital(first) && !ordinary,
        Casing::Capitals | Casing::Lower => !ordinary,
    }
}

//! Names found elsewhere in the document, found again: a surname after the full name, an acronym
//! after its definition, a name where capitals say nothing.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, Map};
use super::words::{Casing, Words};
use super::{Finder, Kind};
use crate::text::{Class, Shape};

/// What a name found once is worth when it is met again.
struct Known {
    kind: Kind,
    percent: u8,
}

/// Claims for names that the settled claims allow to recognise elsewhere.
pub(super) fn echoes(words: &Words, settled: &[Claim]) -> Vec<Claim> {
    let mut claims = defined_acronyms(words, settled);
    let mut known: Map<String, Known> = Map::default();
    let mut longest: Map<String, usize> = Map::default();
    for claim in settled.iter().chain(&claims) {
        for (name, percent) in names_to_know(words, claim) {
            learn(
                &mut known,
                &mut longest,
                name,
                Known {
                    kind: claim.kind,
                    percent,
                },
            );
        }
    }
    let taken = taken(words, settled);
    let mut at = 0;
    while at < words.len() {
        match echo_at(words, at, &taken, &known, &longest) {
            Some(claim) => {
                at = claim.tokens.end;
                claims.push(claim);
            }
            None => at += 1,
        }
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

fn learn(
    known: &mut Map<String, Known>,
    longest: &mut Map<String, usize>,
    name: String,
    new: Known,
) {
    let count = name.split(' ').count();
    if let Some(first) = name.split(' ').next() {
        let entry = longest.entry(first.to_owned()).or_default();
        *entry = count.max(*entry);
    }
    match known.get_mut(&name) {
        Some(old) if old.percent >= new.percent => {}
        Some(old) => *old = new,
        None => {
            known.insert(name, new);
        }
    }
}

/// The names under which what a claim names may be met again, and how surely.
fn names_to_know(words: &Words, claim: &Claim) -> Vec<(String, u8)> {
    if matches!(claim.kind, Kind::Date | Kind::Web) {
        return Vec::new();
    }
    let percent = claim.confidence.as_percent();
    let mut names = vec![(words.key(claim.tokens.clone()), percent.saturating_sub(5))];
    if claim.kind == Kind::Person
        && percent >= 70
        && let Some(surname) = surname(words, &claim.tokens)
    {
        names.push((words.key(surname), percent.saturating_sub(8)));
    }
    names
}

/// The last name of a full name: `Rosenthal`, with what stands before it where it is a particle.
fn surname(words: &Words, tokens: &Range<usize>) -> Option<Range<usize>> {
    let mut last = tokens.end - 1;
    while last > tokens.start
        && (words.tokens[last].class == Class::Mark
            || matches!(words.word(last), "jr" | "sr" | "ii" | "iii"))
    {
        last -= 1;
    }
    let single = last == tokens.start || words.word(last).chars().count() < 3;
    (!single).then_some(last..last + 1)
}

/// `Democratic National Committee (DNC)`, `DNC (Democratic National Committee)`.
fn defined_acronyms(words: &Words, settled: &[Claim]) -> Vec<Claim> {
    settled
        .iter()
        .filter(|claim| {
            claim.tokens.len() > 1
                && matches!(
                    claim.kind,
                    Kind::Organisation | Kind::Event | Kind::Work | Kind::Place
                )
        })
        .filter_map(|claim| {
            let mut at = claim.tokens.end;
            while words.together(claim.tokens.start, at)
                && (words.tokens[at].class == Class::Clitic
                    || matches!(words.raw(at), "\"" | "“" | "(" | "the" | "'" | "’"))
            {
                at += 1;
            }
            let bracketed = words.together(claim.tokens.start, at)
                && at > claim.tokens.end
                && (claim.tokens.end..at).any(|k| words.raw(k) == "(");
            let short = bracketed
                && matches!(words.tokens[at].class, Class::Word | Class::Dotted)
                && words.word(at).len() <= 8;
            let closed = short
                && (words.shape(at) == Shape::Upper
                    || words.casing(at) == Casing::Lower
                    || words.shape(at) == Shape::Camel);
            closed.then(|| Claim::new(at..at + 1, claim.kind, 90, Finder::Echoes))
        })
        .collect()
}

fn echo_at(
    words: &Words,
    at: usize,
    taken: &[bool],
    known: &Map<String, Known>,
    longest: &Map<String, usize>,
) -> Option<Claim> {
    if taken[at] || words.tokens[at].class == Class::Mark {
        return None;
    }
    let most = *longest.get(words.word(at))?;
    let mut found = None;
    let mut end = at;
    let mut key = String::new();
    let mut count = 0;
    while count < most && words.together(at, end) && !taken[end] {
        let skipped = super::lexicon::is_skipped(words.text, &words.tokens[end]);
        if !skipped {
            if count > 0 {
                key.push(' ');
            }
            key.push_str(words.word(end));
            count += 1;
            if let Some(name) = known.get(&key)
                && is_told(words, at..end + 1)
            {
                found = Some(Claim::new(
                    at..end + 1,
                    name.kind,
                    name.percent,
                    Finder::Echoes,
                ));
            }
        }
        end += 1;
    }
    found
}

/// Whether the letters there allow a name: a capital where capitals tell names, else no
/// ordinary word.
fn is_told(words: &Words, tokens: Range<usize>) -> bool {
    let first = tokens.start;
    let alone = tokens.len() == 1;
    let ordinary = alone && words.is(first, Is::Ordinary);
    match words.casing(first) {
        Casing::Mixed => {
            let capital = words.shape(first).is_capitalised()
                || words.shape(first) == Shape::Humped
                || words.shape(tokens.end - 1).is_capitalised();
            capital && !(ordinary && words.is_initial(first))
        }
        Casing::Title => words.shape(first).is_capitalised() && !ordinary,
        Casing::Capitals | Casing::Lower => !ordinary,
    }
}

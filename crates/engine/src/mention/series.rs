//! Names in one series are names of one kind: `Djenné, Mopti and Gao`.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::Is;
use super::words::{Casing, Words};
use super::{Finder, Finders, Kind};

/// How sure a name must be to speak for the others of its series, in per cent.
const SURE: u8 = 85;

/// How sure a name may be at most that follows the others, in per cent.
const DOUBTFUL: u8 = 78;

/// How sure a name is that nothing but its series tells, in per cent.
const TOLD: u8 = 66;

/// Names in a series that nothing else tells take part in it, if it is long enough.
const LONG: usize = 3;

/// A member of a series: a settled claim, by its number, or words that look like a name.
#[derive(Clone)]
struct Member {
    tokens: Range<usize>,
    claim: Option<usize>,
}

/// Lets the sure names of a series tell the kind of its doubtful ones, and finds those of its names
/// that nothing else found.
pub(super) fn in_series(words: &Words, claims: &mut Vec<Claim>) {
    let mut found = Vec::new();
    let mut series: Vec<Member> = Vec::new();
    let mut at = 0;
    let mut number = 0;
    while at < words.len() {
        while claims
            .get(number)
            .is_some_and(|claim| claim.tokens.start < at)
        {
            number += 1;
        }
        let member = member(words, claims, number, at);
        let Some(member) = member else {
            at += 1;
            continue;
        };
        at = member.tokens.end;
        let follows = series
            .last()
            .is_some_and(|last| is_between(words, last.tokens.end..member.tokens.start));
        if !follows {
            settle(words, claims, &mut found, &series);
            series.clear();
        }
        series.push(member);
    }
    settle(words, claims, &mut found, &series);
    claims.extend(found);
    claims.sort_by_key(|claim| claim.tokens.start);
}

/// The claim that begins there, or the unknown name.
fn member(words: &Words, claims: &[Claim], number: usize, at: usize) -> Option<Member> {
    if let Some(claim) = claims.get(number).filter(|claim| claim.tokens.start == at) {
        return Some(Member {
            tokens: claim.tokens.clone(),
            claim: Some(number),
        });
    }
    let free = claims
        .get(number)
        .map_or(words.len(), |claim| claim.tokens.start);
    let is_part = |next: usize| {
        next < free
            && words.together(at, next)
            && (next == at || words.is_joined(next))
            && words.looks_like_name(next)
    };
    let count = (at..words.len())
        .take_while(|&next| is_part(next))
        .take(LONG)
        .count();
    let unknown = count > 0 && count < LONG && words.casing(at) == Casing::Mixed;
    (unknown && !words.is(at, Is::Ordinary)).then(|| Member {
        tokens: at..at + count,
        claim: None,
    })
}

/// Whether only a comma, an "and" or both stand between two names.
fn is_between(words: &Words, gap: Range<usize>) -> bool {
    if gap.is_empty() || gap.len() > 2 || !words.together(gap.start, gap.end) {
        return false;
    }
    let joins = |at: usize| matches!(words.word(at), "and" | "or" | "&");
    match gap.len() {
        1 => words.raw(gap.start) == "," || joins(gap.start),
        _ => words.raw(gap.start) == "," && joins(gap.start + 1),
    }
}

fn settle(words: &Words, claims: &mut [Claim], found: &mut Vec<Claim>, series: &[Member]) {
    let Some(kind) = kind_of(words, claims, series) else {
        return;
    };
    for member in series {
        match member.claim.map(|number| &mut claims[number]) {
            Some(claim) if is_doubtful(claim) && claim.kind != kind => {
                claim.retell(kind, TOLD);
            }
            None if series.len() >= LONG => {
                let tokens = member.tokens.clone();
                found.push(Claim::new(tokens, kind, TOLD, Finder::Echoes));
            }
            _ => {}
        }
    }
}

/// The kind that the sure names of a series have, if it is a series and they are of one kind.
fn kind_of(words: &Words, claims: &[Claim], series: &[Member]) -> Option<Kind> {
    let joined =
        |pair: &[Member]| (pair[0].tokens.end..pair[1].tokens.start).any(|at| words.raw(at) != ",");
    // "Lima, Peru" is none: a series has an "and", or three names.
    if series.len() < 2 || series.len() == 2 && !joined(series) {
        return None;
    }
    let known = || {
        series
            .iter()
            .filter_map(|member| Some(&claims[member.claim?]))
    };
    let mut sure = known().filter(|claim| !is_doubtful(claim));
    let Some(first) = sure.next() else {
        let somewhere = series.len() >= LONG && is_after_in(words, series[0].tokens.start);
        let placed = || known().any(|claim| claim.kind == Kind::Place);
        return (somewhere && placed()).then_some(Kind::Place);
    };
    let one = matches!(first.kind, Kind::Person | Kind::Organisation | Kind::Place)
        && first.confidence.as_percent() >= SURE
        && sure.all(|claim| claim.kind == first.kind);
    one.then_some(first.kind)
}

/// Whether what begins there may be places by what stands before: `in`, `at`, `near`.
fn is_after_in(words: &Words, at: usize) -> bool {
    let before = words.before(at);
    at > 0 && (before == "at" || words.is(at - 1, Is::BeforePlace) && !before.is_empty())
}

/// A guess at a name of one word: the tagger's, or that of its capital.
fn is_doubtful(claim: &Claim) -> bool {
    [Finder::Tagger, Finder::Capitals]
        .map(Finders::only)
        .contains(&claim.found_by)
        && claim.tokens.len() == 1
        && claim.confidence.as_percent() <= DOUBTFUL
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::{Organisation, Place};
    use crate::mention::marked::{check, check_all};

    #[test]
    fn a_known_name_tells_the_others_of_its_series() {
        check_all(
            Place,
            &[
                "They drove to ⟦Bamako⟧, ⟦Sikrano⟧ and ⟦Velluk⟧ again.",
                "Once ⟦Sikrano⟧, ⟦Velluk⟧, or ⟦Bamako⟧ was the seat.",
            ],
        );
        check(
            Organisation,
            "It was sold by ⟦Siemens⟧, ⟦Velluk⟧ and ⟦Bosch⟧.",
        );
    }

    #[test]
    fn a_town_and_its_country_are_no_series() {
        check_all(
            Place,
            &[
                "Velluk, of ⟦Peru⟧, sang.",
                "She saw ⟦Peru⟧, Velluk and the sea.",
            ],
        );
    }
}

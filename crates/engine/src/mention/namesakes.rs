//! Persons who bear the name of a town: after `Siobhan Redmond`, `Redmond` is she and not the town,
//! unless something is said to be in it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::claim::Claim;
use super::lexicon::Is;
use super::words::{Casing, Words};
use super::{Finder, Finders, Kind};
use crate::text::Shape;

/// How sure a namesake of a person is to be that person, in per cent.
const SURE: u8 = 76;

/// Lets the town that a person of the document is called like be that person, unless the document
/// speaks of the town as well: then each is what it was taken for.
pub(super) fn namesakes(words: &Words, claims: &mut [Claim]) {
    let titled = claims
        .iter_mut()
        .filter(|claim| claim.kind == Kind::Place && is_titled(words, &claim.tokens));
    for claim in titled {
        claim.retell(Kind::Person, SURE);
    }
    let is_town = |claim: &&Claim| {
        claim.kind == Kind::Place
            && claim.tokens.len() == 1
            && is_somewhere(words, claim.tokens.start)
    };
    let spoken_of: BTreeSet<&str> = claims
        .iter()
        .filter(is_town)
        .map(|claim| words.word(claim.tokens.start))
        .collect();
    let surnames: BTreeSet<&str> = claims
        .iter()
        .filter(|claim| claim.kind == Kind::Person && claim.tokens.len() > 1)
        .map(|claim| words.word(claim.tokens.end - 1))
        .filter(|surname| !spoken_of.contains(surname))
        .collect();
    let in_capitals = claims.iter_mut().filter(|claim| {
        claim.kind == Kind::Organisation
            && claim.tokens.len() == 1
            && claim.found_by == Finders::only(Finder::Tagger)
            && words.shape(claim.tokens.start) == Shape::Upper
            && surnames.contains(words.word(claim.tokens.start))
    });
    for claim in in_capitals {
        claim.retell(Kind::Person, SURE);
    }
    let towns = claims.iter_mut().filter(|claim| {
        claim.kind == Kind::Place
            && claim.tokens.len() == 1
            && surnames.contains(words.word(claim.tokens.start))
    });
    for claim in towns {
        claim.retell(Kind::Person, SURE);
    }
}

/// `Mr Jordan`, `Minister Jordan`: who is addressed so is a person.
fn is_titled(words: &Words, name: &Range<usize>) -> bool {
    const TITLES: &[&str] = &[
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "dame",
        "minister",
        "senator",
        "cllr",
        "coun",
        "judge",
        "justice",
        "detective",
        "sgt",
        "inspector",
    ];
    let point = usize::from(words.before(name.start) == ".");
    let title = name.start.checked_sub(1 + point).filter(|&title| {
        words.together(name.start, title) && words.shape(title) == Shape::Capitalised
    });
    name.len() == 1
        && words.casing(name.start) == Casing::Mixed
        && title.is_some_and(|title| TITLES.contains(&words.word(title)))
}

/// `in X`, `to X`, `X, Ohio`: what is said of places.
fn is_somewhere(words: &Words, at: usize) -> bool {
    let before = words.before(at);
    matches!(before, "at" | "to" | "of" | "via" | "into" | "in")
        || at > 0 && !before.is_empty() && words.is(at - 1, Is::BeforePlace)
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::{Person, Place};
    use crate::mention::marked::check;

    #[test]
    fn a_town_that_a_person_is_called_like_is_that_person() {
        check(Person, "They met ⟦Siobhan Redmond⟧ again. ⟦Redmond⟧ sang.");
        check(
            Place,
            "They met Siobhan Redmond in ⟦Redmond⟧. ⟦Redmond⟧ is far.",
        );
        check(Place, "They met Siobhan Kelly. ⟦Redmond⟧ is far.");
        check(
            Person,
            "After Minister ⟦Jordan⟧'s visit, Mr. ⟦Redmond⟧ left Jordan.",
        );
    }
}

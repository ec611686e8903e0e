//! Bodies by short names: where the tagger takes the short name of a body that the text names in full for
//! a person or a place, `Northgate` after `Northgate Systems Inc.`, it is the body all the same; and so is
//! who is spoken of as several, `Galwegians were`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::short;
use crate::mention::claim::Claim;
use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::mention::{Confidence, Finder, Finders, Kind};

/// How sure a body must be to lend its short name, in per cent.
const SURE: u8 = 84;

/// How sure a short name so told is, in per cent.
const TOLD: u8 = 76;

/// Lets what the tagger alone found, and what bears the short name of a body, be that body.
pub(crate) fn follow_full_names(words: &Words, claims: &mut [Claim]) {
    let full = |kind: Kind| {
        claims
            .iter()
            .filter(move |claim| claim.kind == kind && claim.tokens.len() > 1)
    };
    let surnames: BTreeSet<&str> = full(Kind::Person)
        .map(|claim| words.word(claim.tokens.end - 1))
        .collect();
    let bodies: BTreeSet<String> = full(Kind::Organisation)
        .filter(|claim| !by_tagger(claim) && claim.confidence.as_percent() >= SURE)
        .flat_map(|claim| short::names_of(words, claim))
        .filter(|(name, _)| name.len() == 1 && !surnames.contains(words.word(name.start)))
        .map(|(name, _)| words.key(name))
        .chain(of_several(words, claims))
        .collect();
    let short = claims.iter_mut().filter(|claim| {
        claim.tokens.len() == 1
            && by_tagger(claim)
            && matches!(claim.kind, Kind::Person | Kind::Place)
            && !(claim.kind == Kind::Place && is_somewhere(words, claim.tokens.start))
            && bodies.contains(&words.key(claim.tokens.clone()))
    });
    for claim in short {
        claim.kind = Kind::Organisation;
        claim.confidence = Confidence::percent(TOLD);
        claim.found_by = claim.found_by.and(Finders::only(Finder::Echoes));
    }
}

/// The names of those who are spoken of as several, though the name is one: `Ballinrobe were`.
fn of_several(words: &Words, claims: &[Claim]) -> Vec<String> {
    let several = |claim: &&Claim| {
        let Range { start, end } = claim.tokens;
        let with_others = matches!(
            words.before(start),
            "and" | "or" | "nor" | "," | "if" | "though" | "&"
        );
        claim.tokens.len() == 1
            && by_tagger(claim)
            && claim.kind == Kind::Person
            && words.casing(start) == Casing::Mixed
            && matches!(words.after(end), "were" | "are" | "have")
            && !with_others
    };
    let names = claims.iter().filter(several);
    names.map(|claim| words.key(claim.tokens.clone())).collect()
}

fn by_tagger(claim: &Claim) -> bool {
    claim.found_by == Finders::only(Finder::Tagger)
}

/// `in X`: said of places.
fn is_somewhere(words: &Words, at: usize) -> bool {
    at > 0 && !words.before(at).is_empty() && words.is(at - 1, Is::BeforePlace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::mention::Finder;

    /// The kind of the last word of a text whose first words are a body, if the tagger reads it so.
    fn follows(text: &str, read: Kind) -> Kind {
        let document = document::read("a.txt", text.as_bytes()).expect("it is text");
        let words = Words::of(&document);
        let last = (0..words.len())
            .rfind(|&at| words.is_word(at))
            .expect("a word");
        let mut claims = [
            Claim::new(0..2, Kind::Organisation, 92, Finder::Organisations),
            Claim::new(last..last + 1, read, 60, Finder::Tagger),
        ];
        follow_full_names(&words, &mut claims);
        claims[1].kind
    }

    #[test]
    fn who_is_spoken_of_as_several_is_no_person() {
        let text = "Sikrano were late. Ada Sikrano and Velluk are late.";
        let document = document::read("a.txt", text.as_bytes()).expect("it is text");
        let words = Words::of(&document);
        let at = |name: &str| {
            (0..words.len())
                .rfind(|&at| words.raw(at) == name)
                .expect("a word")
        };
        let claims =
            [0, at("Velluk")].map(|at| Claim::new(at..at + 1, Kind::Person, 60, Finder::Tagger));
        assert_eq!(of_several(&words, &claims), ["sikrano"]);
    }

    #[test]
    fn a_short_name_is_that_of_the_body() {
        use Kind::{Organisation, Person, Place};
        assert_eq!(follows("Velluk Ltd paid Velluk.", Person), Organisation);
        assert_eq!(follows("Velluk Ltd paid Velluk.", Place), Organisation);
        assert_eq!(follows("Velluk Ltd paid in Velluk.", Place), Place);
        assert_eq!(follows("Velluk Ltd paid Sikrano.", Person), Person);
    }
}

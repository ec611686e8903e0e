//! Bodies by short names: where the tagger takes the short name of a body that the text names in full for
//! a person or a place, `Northgate` after `Northgate Systems Inc.`, it is the body all the same; and so is
//! who is spoken of as several, `Galwegians were`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::short;
use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::ends_listed;
use crate::mention::words::{Casing, Words};
use crate::mention::{Finder, Finders, Kind};
use crate::text::{Class, Shape};

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
    let first_names: BTreeSet<&str> = full(Kind::Person)
        .map(|claim| words.word(claim.tokens.start))
        .collect();
    let bodies: BTreeSet<String> = full(Kind::Organisation)
        .filter(|claim| !by_tagger(claim) && claim.confidence.as_percent() >= SURE)
        .flat_map(|claim| short::names_of(words, claim))
        .filter(|(name, _)| {
            let word = words.word(name.start);
            name.len() == 1 && !surnames.contains(word) && !first_names.contains(word)
        })
        .map(|(name, _)| words.key(name))
        .chain(of_several(words, claims))
        .collect();
    let shared: BTreeSet<String> = full(Kind::Organisation)
        .filter(|claim| claim.confidence.as_percent() >= SURE)
        .filter(|claim| surnames.contains(words.word(claim.tokens.start)))
        .map(|claim| words.key(claim.tokens.start..claim.tokens.start + 1))
        .collect();
    let spoken_of = claims.iter_mut().filter(|claim| {
        claim.kind == Kind::Person
            && claim.tokens.len() == 1
            && shared.contains(&words.key(claim.tokens.clone()))
            && is_spoken_of_as_a_body(words, &claim.tokens)
    });
    for claim in spoken_of {
        claim.retell(Kind::Organisation, TOLD);
    }
    let announced = claims
        .iter_mut()
        .filter(|claim| claim.kind == Kind::Person && is_after_article(words, &claim.tokens));
    for claim in announced {
        claim.retell(Kind::Organisation, TOLD);
    }
    let short = claims.iter_mut().filter(|claim| {
        claim.tokens.len() == 1
            && by_tagger(claim)
            && matches!(claim.kind, Kind::Person | Kind::Place)
            && !(claim.kind == Kind::Place && is_somewhere(words, claim.tokens.start))
            && bodies.contains(&words.key(claim.tokens.clone()))
    });
    for claim in short {
        claim.retell(Kind::Organisation, TOLD);
    }
}

/// `told the Ledger.`: a name after an article is no person's, unless it goes on or is of a family.
fn is_after_article(words: &Words, name: &Range<usize>) -> bool {
    let (start, end) = (name.start, name.end);
    let ends = !words.together(start, end)
        || words.tokens[end].class == Class::Mark && !matches!(words.raw(end), "-" | "(")
        || words.tokens[end].class == Class::Clitic
        || words.is(end, Is::Function)
        || words.is(end, Is::Saying);
    name.len() == 1
        && ends
        && words.before(start) == "the"
        && words.raw(start - 1) == "the"
        && words.casing(start) == Casing::Mixed
        && words.shape(start) == Shape::Capitalised
        && !words.word(start).ends_with('s')
}

/// Tokens after a name among which "its" may tell a body.
const NEAR: usize = 5;

/// `Vestergaard filed its claim`, `Vestergaard's shares`, `Vestergaard's security chief`: where a firm is
/// called like its owner.
fn is_spoken_of_as_a_body(words: &Words, name: &Range<usize>) -> bool {
    let titled = begins_titled(words, name.start);
    // "The Vestergaard fleet" is the firm's.
    let fleet = words.before(name.start) == "the"
        && words.together(name.start, name.end)
        && words.shape(name.end) == Shape::Lower
        && words.tokens[name.end].class == Class::Word
        && !words.is(name.end, Is::Function)
        && words.word(name.end) != "family";
    if fleet {
        return true;
    }
    let clitic = name.end < words.len() && words.tokens[name.end].class == Class::Clitic;
    let near = (name.end + usize::from(clitic)..words.len())
        .take(NEAR)
        .take_while(|&at| words.together(name.start, at));
    let told = match clitic {
        true => near
            .take(3)
            .any(|at| words.is(at, Is::OfBody) || words.is(at, Is::Staff)),
        false => near
            .take_while(|&at| !matches!(words.word(at), "he" | "she" | "his" | "her" | "who"))
            .any(|at| words.word(at) == "its"),
    };
    told && !titled
}

/// `Mrs X`, `founder X`.
fn begins_titled(words: &Words, at: usize) -> bool {
    ends_listed(words, &[List::Roles], at).is_some() || words.before(at) == "."
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
    fn a_firm_called_like_its_owner_has_what_firms_have() {
        let kind = |text: &str, at: &str| {
            let document = document::read("a.txt", text.as_bytes()).expect("it is text");
            let words = Words::of(&document);
            let last = (0..words.len())
                .rfind(|&word| words.raw(word) == at)
                .expect("a word");
            let mut claims = [
                Claim::new(0..2, Kind::Organisation, 92, Finder::Organisations),
                Claim::new(3..5, Kind::Person, 92, Finder::Persons),
                Claim::new(last..last + 1, Kind::Person, 84, Finder::Echoes),
            ];
            follow_full_names(&words, &mut claims);
            claims[2].kind
        };
        let beside = |rest: &str| kind(&format!("Velluk Line , Ada Velluk . {rest}"), "Velluk");
        assert_eq!(beside("Then Velluk filed its claim."), Kind::Organisation);
        assert_eq!(beside("It hit Velluk's shares."), Kind::Organisation);
        assert_eq!(
            beside("The town saw the Velluk plant burn."),
            Kind::Organisation
        );
        assert_eq!(beside("Then Mrs Velluk filed its claim."), Kind::Person);
        assert_eq!(beside("Then Velluk saw her."), Kind::Person);
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

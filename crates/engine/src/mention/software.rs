//! Malicious programs: named before, after or with a word that says what they are.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::begins_listed;
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::{Class, Shape};

pub(super) struct Software;

/// Words between a program's name and the word that says what it is: `X, a modular Windows loader`.
const DESCRIPTION: usize = 5;

impl Recogniser for Software {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let named = |at: usize| {
            let name = unknown_name(words, at)?;
            let told = is_called_so(words, &name) || is_described(words, &name);
            told.then(|| Claim::new(name, Kind::Product, 90, Finder::Works))
        };
        (0..words.len()).filter_map(named).collect()
    }
}

/// One word that looks like a name, and of which no list knows that it is something else.
fn unknown_name(words: &Words, at: usize) -> Option<Range<usize>> {
    const OTHERS: &[List] = &[
        List::Countries,
        List::Regions,
        List::Cities,
        List::Nationalities,
        List::Organisations,
        List::Groups,
        List::Roles,
    ];
    let named = words.casing(at) == Casing::Mixed
        && words.looks_like_name(at)
        && !words.is(at, Is::Malware)
        && !words.is(at, Is::Hacking)
        && begins_listed(words, OTHERS, at).is_none();
    named.then_some(at..at + 1)
}

/// `the X backdoor`, `ransomware called X`, `malware X`.
fn is_called_so(words: &Words, name: &Range<usize>) -> bool {
    let Range { start, end } = *name;
    let malware = |at: usize| words.together(start, at) && words.is(at, Is::Malware);
    let lower = |at: usize| words.shape(at) == Shape::Lower;
    let called = start.checked_sub(1).is_some_and(|before| {
        let verb = matches!(words.word(before), "called" | "dubbed" | "named" | "as");
        let noun = before.saturating_sub(usize::from(verb));
        let noun = match words.word(before) {
            "as" => noun.saturating_sub(1),
            _ => noun,
        };
        malware(noun) && lower(noun)
    });
    let alone = !words.together(start, end + 1) || !words.looks_like_name(end + 1);
    called
        || malware(end) && lower(end) && alone
        || is_called_by_us(words, name)
        || is_set_off(words, name)
}

/// `a loader we call X`, `the wiper that they named X`.
fn is_called_by_us(words: &Words, name: &Range<usize>) -> bool {
    let near = |by: usize| {
        name.start
            .checked_sub(by)
            .filter(|&at| words.together(name.start, at))
    };
    let verb = near(1).is_some_and(|at| {
        matches!(
            words.word(at),
            "call" | "calls" | "called" | "named" | "dubbed" | "name"
        )
    });
    let who =
        near(2).is_some_and(|at| matches!(words.word(at), "we" | "they" | "it" | "researchers"));
    let noun = |by: usize| near(by).is_some_and(|at| words.is(at, Is::Malware));
    verb && who && (noun(3) || noun(4) || noun(5))
}

/// `The encryptor, X, borrows code`.
fn is_set_off(words: &Words, name: &Range<usize>) -> bool {
    let noun = name
        .start
        .checked_sub(2)
        .is_some_and(|noun| words.together(name.start, noun) && words.is(noun, Is::Malware));
    noun && words.before(name.start) == "," && words.after(name.end) == ","
}

/// `X, a loader first seen`.
fn is_described(words: &Words, name: &Range<usize>) -> bool {
    let opens = words.after(name.end) == ","
        && matches!(words.after(name.end + 1), "a" | "an" | "the" | "another");
    let from = name.end + 2;
    let nouns = (from..words.len())
        .take_while(|&at| words.together(name.start, at) && words.tokens[at].class == Class::Word)
        .take(DESCRIPTION);
    opens && nouns.into_iter().any(|at| words.is(at, Is::Malware))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Product;
    use crate::mention::marked::check_all;

    #[test]
    fn a_malicious_program_is_called_what_it_is() {
        check_all(
            Product,
            &[
                "They used the ⟦Kortaq⟧ backdoor and ransomware called ⟦Velloro⟧.",
                "It drops ⟦BrickVane⟧, a small loader, and then the stealer ⟦Mirrox⟧.",
                "They rely on a loader we call ⟦SIKRAN⟧. The encryptor, ⟦HoldVelluk⟧, is new.",
            ],
        );
    }

    #[test]
    fn a_people_or_a_group_is_none() {
        check_all(
            Product,
            &[
                "The Russian malware was old.",
                "A backdoor as Kaspersky described it was there.",
            ],
        );
    }
}

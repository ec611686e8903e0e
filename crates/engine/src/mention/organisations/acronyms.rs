//! Bodies by letters alone: an acronym that nothing explains names a body more often than anything
//! else, unless it is one of those that everybody uses for things.

use super::claim;
use crate::mention::claim::Claim;
use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::text::{Class, Gap, Shape};

/// The acronyms that name bodies, in a text whose capitals do not shout.
pub(super) fn acronyms(words: &Words) -> Vec<Claim> {
    match words.shouts() {
        true => Vec::new(),
        false => (0..words.len())
            .filter_map(|at| acronym(words, at))
            .collect(),
    }
}

/// `CATL`, `the YLB`: three to six capitals that stand by themselves where other words have small
/// letters.
fn acronym(words: &Words, at: usize) -> Option<Claim> {
    let long = (3..=6).contains(&words.raw(at).len());
    let telling = words.casing(at) == Casing::Mixed
        && words.tokens[at].class == Class::Word
        && words.shape(at) == Shape::Upper
        && long;
    if !telling || is_something_else(words, at) || is_part_of_more(words, at) {
        return None;
    }
    Some(claim(at..at + 1, 80))
}

fn is_something_else(words: &Words, at: usize) -> bool {
    const OTHERS: &[Is] = &[
        Is::Ordinary,
        Is::Function,
        Is::Calendar,
        Is::FirstName,
        Is::AfterPerson,
        Is::LegalForm,
        Is::Abbreviation,
    ];
    let roman = words
        .word(at)
        .bytes()
        .all(|letter| matches!(letter, b'i' | b'v' | b'x' | b'l' | b'c'));
    roman || OTHERS.iter().any(|&is| words.is(at, is)) || !words.phrases_in(at..at + 1).is_empty()
}

/// Whether it touches something, or stands in a row of capitals.
fn is_part_of_more(words: &Words, at: usize) -> bool {
    let capital = |at: usize| words.is_word(at) && words.shape(at).is_capitalised();
    let number = |at: usize| words.tokens[at].class == Class::Number;
    let tight = |at: usize| {
        words.tokens[at].gap == Gap::None
            && !matches!(
                words.raw(at),
                "." | "," | ";" | ":" | ")" | "]" | "?" | "!" | "\"" | "”" | "’" | "'" | "*"
            )
            && words.tokens[at].class != Class::Clitic
    };
    let before = at
        .checked_sub(1)
        .filter(|&before| words.together(at, before));
    let after = words.together(at, at + 1).then_some(at + 1);
    let touches = words.tokens[at].gap == Gap::None
        && before.is_some_and(|before| {
            !matches!(words.raw(before), "(" | "[" | "\"" | "“" | "‘" | "*" | "_")
        });
    touches
        || before.is_some_and(|before| {
            words.is_joined(at) && (capital(before) && !words.is_initial(before) || number(before))
        })
        || after.is_some_and(|after| {
            tight(after) || words.is_joined(after) && (capital(after) || number(after))
        })
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Organisation;
    use crate::mention::marked::check_all;

    #[test]
    fn letters_that_nothing_explains_name_a_body() {
        check_all(
            Organisation,
            &[
                "It was sold to ⟦QATL⟧ in the end, and the ⟦VXBQ⟧'s own people said so.",
                "Nobody at (⟦VXBQ⟧) knew.",
            ],
        );
    }

    #[test]
    fn what_everybody_shortens_so_is_none() {
        check_all(
            Organisation,
            &[
                "The CEO sent a PDF about the GDP.",
                "See QATL-19 and QATL 19, Chapter XIV.",
                "It was NOT so.",
            ],
        );
    }
}

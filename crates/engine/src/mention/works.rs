//! Works and products: listed ones, titles in quotes, versions.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::listed;
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::{Class, Shape};

pub(super) struct Works;

/// Tokens in the longest title that is looked for.
const LONGEST: usize = 14;

impl Recogniser for Works {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims: Vec<Claim> =
            listed(words, &[List::Works], Kind::Work, 88, Finder::Works).collect();
        claims.extend(
            listed(words, &[List::Products], Kind::Product, 80, Finder::Works).map(|claim| {
                let percent = if is_used(words, &claim.tokens) {
                    95
                } else {
                    80
                };
                Claim::new(claim.tokens, Kind::Product, percent, Finder::Works)
            }),
        );
        for at in 0..words.len() {
            claims.extend(quoted_title(words, at));
        }
        claims
    }
}

/// Whether a name is spoken of as a service or thing one uses: "on Facebook".
fn is_used(words: &Words, tokens: &Range<usize>) -> bool {
    let Range { start, end } = *tokens;
    start > 0 && words.together(start, start - 1) && words.is(start - 1, Is::BeforeService)
        || words.together(start, end) && words.is(end, Is::AfterService)
}

/// `the film “Metropolis”`, and two words or more in quotes that all have capitals.
fn quoted_title(words: &Words, at: usize) -> Option<Claim> {
    if !matches!(words.raw(at), "\"" | "“" | "‘" | "«") || words.casing(at) != Casing::Mixed {
        return None;
    }
    let closes = |at: &usize| matches!(words.raw(*at), "\"" | "”" | "’" | "»");
    let from = at + 1;
    let close = (from..words.len().min(from + LONGEST)).find(closes)?;
    let marks = (from..close)
        .rev()
        .take_while(|&at| matches!(words.raw(at), "," | "."));
    let end = close - marks.count();
    if end <= from || !words.shape(from).is_capitalised() {
        return None;
    }
    let percent = match after_noun(words, at) {
        true => 85,
        false if end > from + 1 && all_capital(words, from..end) => 60,
        false => return None,
    };
    Some(Claim::new(from..end, Kind::Work, percent, Finder::Works))
}

/// Whether a word for a work stands before the quote: `the film “`, `author of “`, also with the
/// title of another work between.
fn after_noun(words: &Words, at: usize) -> bool {
    let from = at.saturating_sub(4).max(words.sentence(at).tokens.start);
    let stretch = (from..at)
        .rev()
        .take_while(|&at| !matches!(words.raw(at), "”" | "."));
    let mut nouns = stretch.filter(|&at| words.is(at, Is::BeforeTitle));
    nouns.next().is_some()
}

/// Whether all words but small ones have a capital, as in a title.
fn all_capital(words: &Words, tokens: Range<usize>) -> bool {
    tokens.clone().all(|at| {
        words.tokens[at].class != Class::Word
            || words.shape(at) != Shape::Lower
            || words.is(at, Is::Function)
    })
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Work;
    use crate::mention::marked::check_all;

    #[test]
    fn a_title_in_quotes_after_a_word_for_a_work() {
        check_all(
            Work,
            &[
                "He made the film “⟦The Umbrellas of Cherbourg⟧.”",
                "Her novel \"⟦Persuasion⟧\" sold well.",
            ],
        );
    }

    #[test]
    fn two_capitals_in_quotes_are_a_title() {
        check_all(Work, &["Everybody sang “⟦Waltzing Matilda⟧” again."]);
    }

    #[test]
    fn a_quotation_is_none() {
        check_all(
            Work,
            &["“We will win,” he said. She called it “extra careful”."],
        );
    }
}

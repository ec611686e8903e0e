//! The names under which what was named once may be named again.

use std::ops::Range;

use crate::mention::Kind;
use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::begins_listed;
use crate::mention::words::Words;
use crate::text::{Class, Shape};

/// How much less sure a name is than the one it was learnt from, in per cent.
const SAME: u8 = 5;
const SURNAME: u8 = 8;
const FIRST_WORD: u8 = 16;

/// Below this, a name is too doubtful to learn short forms from, in per cent.
const SURE_ENOUGH: u8 = 65;

/// Where the names stand in the claim, and how sure they are elsewhere, in per cent.
pub(super) fn names_of(words: &Words, claim: &Claim) -> Vec<(Range<usize>, u8)> {
    let percent = claim.confidence.as_percent();
    let less = |by: u8| percent.saturating_sub(by);
    let mut names = Vec::new();
    if matches!(claim.kind, Kind::Date | Kind::Web) {
        return names;
    }
    names.push((claim.tokens.clone(), less(SAME)));
    if percent < SURE_ENOUGH {
        return names;
    }
    match claim.kind {
        Kind::Person => {
            names.extend(surnames(words, &claim.tokens).map(|name| (name, less(SURNAME))))
        }
        Kind::Organisation => {
            names.extend(first_word(words, &claim.tokens).map(|name| (name, less(FIRST_WORD))));
        }
        _ => {}
    }
    names
}

/// `the Ledger`, of `South Shore Ledger`, as it is compared: newspapers go by their last words.
pub(super) fn after_article(words: &Words, claim: &Claim) -> Option<(String, u8)> {
    let last = claim.tokens.end - 1;
    let percent = claim.confidence.as_percent();
    let newspaper = claim.kind == Kind::Organisation
        && claim.tokens.len() > 1
        && percent >= SURE_ENOUGH
        && words.is(last, Is::Newspaper);
    newspaper.then(|| {
        (
            format!("the {}", words.word(last)),
            percent.saturating_sub(FIRST_WORD),
        )
    })
}

/// `Leyen` and `von der Leyen`, of `Ursula von der Leyen`; `Joliot-Curie` of `Irène Joliot-Curie`.
fn surnames(words: &Words, tokens: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let is_addition = |at: usize| {
        words.tokens[at].class == Class::Mark
            || matches!(words.word(at), "jr" | "sr" | "ii" | "iii" | "iv")
    };
    let last = tokens.clone().rev().find(|&at| !is_addition(at));
    let last = last.filter(|&last| last > tokens.start && words.word(last).chars().count() > 1);
    let bound = |before: &usize| {
        words.is(*before, Is::Particle) && words.shape(*before) == Shape::Lower
            || words.raw(*before) == "-"
            || words.raw(*before + 1) == "-" && words.shape(*before).is_capitalised()
    };
    let whole = last.map(|last| {
        let particles = (tokens.start + 1..last).rev().take_while(bound).count();
        last - particles..last + 1
    });
    let bare = last.map(|last| last..last + 1);
    [
        whole.clone(),
        bare.filter(|bare| whole.as_ref() != Some(bare)),
    ]
    .into_iter()
    .flatten()
}

/// `Northgate`, of `Northgate Systems`: the first word alone, if it can name nothing else.
fn first_word(words: &Words, tokens: &Range<usize>) -> Option<Range<usize>> {
    const OTHERS: &[List] = &[
        List::Countries,
        List::Nationalities,
        List::Regions,
        List::Cities,
        List::Organisations,
        List::Roles,
    ];
    let first = tokens.start;
    let telling = words.shape(first).is_capitalised()
        && words.tokens[first].class == Class::Word
        && words.word(first).chars().count() > 2
        && !words.is(first, Is::Body)
        && !words.is(first, Is::BodyFirst)
        && !words.is(first, Is::Ordinary)
        && !words.is(first, Is::FirstName)
        && begins_listed(words, OTHERS, first).is_none();
    let next_is_word =
        tokens.len() > 1 && matches!(words.tokens[first + 1].class, Class::Word | Class::Dotted);
    (telling && next_is_word && !words.is(first + 1, Is::BodyLink)).then(|| first..first + 1)
}

//! Short names that a text gives right after the full one: `the Commission (EC)`, `Meridian Freight
//! LLC (“Meridian”)`, `Viktor Petrenko, also known as “Vitya”`.

use std::ops::Range;

use crate::mention::claim::Claim;
use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::mention::{Finder, Kind};
use crate::text::{Class, Shape};

/// Claims for the short names that stand after settled ones.
pub(super) fn claims(words: &Words, settled: &[Claim]) -> Vec<Claim> {
    settled
        .iter()
        .filter(|claim| !matches!(claim.kind, Kind::Date | Kind::Web | Kind::Nationality))
        .filter_map(|claim| {
            let name = in_brackets(words, claim).or_else(|| after_known_as(words, claim))?;
            let kind = match claim.kind {
                Kind::Person if is_employer(words, &name) => Kind::Organisation,
                kind => kind,
            };
            Some(Claim::new(name, kind, 90, Finder::Echoes))
        })
        .collect()
}

/// `Emmanuel Tetteh (DFO)`: letters alone in the brackets after a person are whom they work for.
fn is_employer(words: &Words, name: &Range<usize>) -> bool {
    name.len() == 1
        && words.before(name.start) == "("
        && words.shape(name.start) == Shape::Upper
        && words.casing(name.start) == Casing::Mixed
        && words.raw(name.start).len() < 7
}

/// The name in the brackets after a claim, perhaps with quotes and an article.
fn in_brackets(words: &Words, claim: &Claim) -> Option<Range<usize>> {
    let after = after_possessive(words, claim.tokens.end);
    if !words.together(claim.tokens.start, after) || words.raw(after) != "(" {
        return None;
    }
    let start = after_opening(words, after + 1);
    let quoted = start > after + 1;
    if !words.together(after, start) {
        return None;
    }
    let acronym = matches!(words.tokens[start].class, Class::Word | Class::Dotted)
        && (matches!(words.shape(start), Shape::Upper | Shape::Camel)
            || words.casing(start) == Casing::Lower && !words.is(start, Is::Function));
    let named = quoted && words.shape(start).is_capitalised();
    let acronym = acronym && !words.is(start, Is::Abbreviation);
    let several = claim.tokens.len() > 1;
    let closes = words.together(after, start + 1)
        && matches!(
            words.raw(start + 1),
            ")" | "\"" | "”" | "’" | "'" | "," | ";"
        );
    (several && closes && (acronym || named)).then_some(start..start + 1)
}

/// The name after `also known as` and the like.
fn after_known_as(words: &Words, claim: &Claim) -> Option<Range<usize>> {
    let from = claim.tokens.start;
    let mut at = claim.tokens.end;
    if words.word_near(from, Some(at)) == "," {
        at += 1;
    }
    if matches!(
        words.word_near(from, Some(at)),
        "also" | "better" | "formerly" | "now"
    ) {
        at += 1;
    }
    let next = words.word_near(from, Some(at + 1));
    at += match words.word_near(from, Some(at)) {
        "known" | "tracked" if next == "as" => 2,
        "aka" | "alias" | "nicknamed" => 1,
        _ => return None,
    };
    let start = after_opening(words, at);
    let part =
        |at: usize| words.together(from, at) && words.is_joined(at) && words.looks_like_name(at);
    let run = (start..words.len())
        .take_while(|&at| part(at))
        .take(4)
        .count();
    (run > 0).then(|| start..start + run)
}

fn after_possessive(words: &Words, at: usize) -> usize {
    let clitic = at < words.len()
        && (words.tokens[at].class == Class::Clitic || matches!(words.raw(at), "'" | "’"));
    at + usize::from(clitic)
}

/// Past opening quotes and an article.
fn after_opening(words: &Words, at: usize) -> usize {
    let opens =
        |at: &usize| *at < words.len() && matches!(words.raw(*at), "\"" | "“" | "‘" | "'" | "the");
    at + (at..at + 3).take_while(opens).count()
}

//! Names by what was learnt: the statistical recogniser beside the rules.

use super::claim::Claim;
use super::echoes::taken;
use super::tagger::{Model, Name, Tagger};
use super::words::Words;
use super::{Confidence, Finder, Finders, Kind};
use crate::text::Class;

/// How sure a rule must be of a name that the tagger passes over.
const SURE_ALONE: u8 = 90;

/// What a rule's confidence counts where the tagger reads the same words otherwise, in per cent:
/// rules say how sure they are by their makers' judgement, the tagger by its measured record.
const AGAINST_RECORD: u16 = 70;

/// The rules' claims and the tagger's, weighed against each other.
///
/// Only persons, organisations and places are weighed: of what else there is the rules know more.
pub(super) fn beside_rules(words: &Words, rules: Vec<Claim>, model: &Model) -> Vec<Claim> {
    let learnt = claims(words, model);
    let read = taken(words, &learnt);
    let mut all: Vec<Claim> = rules
        .into_iter()
        .filter_map(|claim| weighed(claim, &learnt, &read))
        .collect();
    all.extend(learnt);
    all
}

fn weighed(mut claim: Claim, learnt: &[Claim], read: &[bool]) -> Option<Claim> {
    if !matches!(claim.kind, Kind::Person | Kind::Organisation | Kind::Place) {
        return Some(claim);
    }
    let percent = claim.confidence.as_percent();
    if !read[claim.tokens.clone()].contains(&true) {
        return (percent >= SURE_ALONE).then_some(claim);
    }
    if !agrees(&claim, learnt) {
        let weighed = u16::from(percent) * AGAINST_RECORD / 100;
        claim.confidence = Confidence::percent(weighed as u8);
    }
    Some(claim)
}

/// Whether one of the tagger's claims, which are in the order of the text, says the same.
fn agrees(claim: &Claim, learnt: &[Claim]) -> bool {
    let at = learnt.partition_point(|other| other.tokens.start < claim.tokens.start);
    learnt
        .get(at)
        .is_some_and(|other| other.tokens == claim.tokens && other.kind == claim.kind)
}

fn claims(words: &Words, model: &Model) -> Vec<Claim> {
    let sentences = words.sentences.iter();
    let sentences: Vec<_> = sentences.map(|sentence| sentence.tokens.clone()).collect();
    Tagger::new(model)
        .names(words.text, &words.tokens, &sentences)
        .into_iter()
        .filter_map(|name| claim(words, name))
        .collect()
}

/// A name as a claim, without marks at its edges but for a point at its end; nothing if it has no
/// words.
fn claim(words: &Words, name: Name) -> Option<Claim> {
    let is_mark = |&at: &usize| words.tokens[at].class == Class::Mark;
    let start = name.tokens.clone().find(|at| !is_mark(at))?;
    let last = name
        .tokens
        .rev()
        .find(|at| !is_mark(at) || words.raw(*at) == ".")?;
    Some(Claim {
        tokens: start..last + 1,
        kind: name.kind,
        confidence: name.confidence,
        found_by: Finders::only(Finder::Tagger),
        moment: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weigh(kind: Kind, percent: u8, learnt: &[Claim]) -> Option<u8> {
        let mut read = [false; 9];
        for claim in learnt {
            read[claim.tokens.clone()].fill(true);
        }
        let claim = Claim::new(2..4, kind, percent, Finder::Places);
        weighed(claim, learnt, &read).map(|claim| claim.confidence.as_percent())
    }

    fn tagged(start: usize, end: usize, kind: Kind) -> Claim {
        Claim::new(start..end, kind, 80, Finder::Tagger)
    }

    #[test]
    fn a_rule_alone_must_be_sure() {
        assert_eq!(weigh(Kind::Place, 80, &[]), None);
        assert_eq!(
            weigh(Kind::Place, 95, &[tagged(5, 6, Kind::Person)]),
            Some(95)
        );
    }

    #[test]
    fn a_rule_against_the_tagger_counts_for_less() {
        let learnt = [tagged(0, 1, Kind::Place), tagged(2, 4, Kind::Person)];
        assert_eq!(weigh(Kind::Place, 90, &learnt), Some(63));
        assert_eq!(weigh(Kind::Person, 90, &learnt), Some(90), "they agree");
    }

    #[test]
    fn of_other_kinds_the_rules_know_more() {
        let learnt = [tagged(2, 4, Kind::Person)];
        assert_eq!(weigh(Kind::Event, 50, &learnt), Some(50));
    }
}

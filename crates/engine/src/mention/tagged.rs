//! Names by what was learnt: the statistical recogniser beside the rules.

mod edges;

use self::edges::claim;
use super::claim::Claim;
use super::echoes::taken;
use super::tagger::{Model, Tagger};
use super::teams::{self, Games};
use super::words::{Casing, Words};
use super::{Confidence, Finder, Finders, Kind};

/// How sure a rule must be of a name that the tagger passes over.
const SURE_ALONE: u8 = 80;

/// How often a rule is right that no tagger agrees with, and the most that both together are, over the
/// development sets in all three dresses (`docs/recognition.md`). Of the tagger alone the model tells.
const ALONE: Confidence = Confidence::percent(40);
const BOTH: Confidence = Confidence::percent(88);

/// What a rule's confidence counts where the tagger reads the same words otherwise and capitals
/// tell nothing, in per cent: rules lean on capitals, the tagger was trained without them too.
const WITHOUT_CAPITALS: u16 = 70;

/// The rules' claims and the tagger's, weighed against each other.
///
/// Only persons, organisations and places are weighed: of what else there is the rules know more.
pub(super) fn beside_rules(words: &Words, rules: Vec<Claim>, model: &Model) -> Vec<Claim> {
    let learnt = claims(words, model);
    let read = taken(words, &learnt);
    let mut all: Vec<Claim> = rules
        .into_iter()
        .filter_map(|claim| {
            let casing = words.casing(claim.tokens.start);
            weighed(claim, casing, &learnt, &read)
        })
        .collect();
    all.extend(learnt);
    all
}

/// Lets no name be surer than names so found were right: rules were not measured when they were made.
pub(super) fn temper(claims: &mut [Claim]) {
    let by_rules = claims.iter_mut().filter(|claim| {
        is_weighed(claim.kind)
            && !claim.found_by.has(Finder::Echoes)
            && claim.found_by != Finders::only(Finder::Tagger)
    });
    for claim in by_rules {
        let most = match claim.found_by.has(Finder::Tagger) {
            true => BOTH,
            false => ALONE,
        };
        claim.confidence = claim.confidence.min(most);
    }
}

/// Kinds of which the tagger knows as much as the rules.
fn is_weighed(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Place)
}

fn weighed(mut claim: Claim, casing: Casing, learnt: &[Claim], read: &[bool]) -> Option<Claim> {
    let percent = claim.confidence.as_percent();
    if !is_weighed(claim.kind) || percent >= teams::SURE {
        return Some(claim);
    }
    if !read[claim.tokens.clone()].contains(&true) {
        return (percent >= SURE_ALONE).then_some(claim);
    }
    let telling = matches!(casing, Casing::Mixed | Casing::Title);
    if !telling && !agrees(&claim, learnt) {
        let weighed = u16::from(percent) * WITHOUT_CAPITALS / 100;
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
    let games = Games::of(words);
    let sentences = words.sentences.iter();
    let sentences: Vec<_> = sentences.map(|sentence| sentence.tokens.clone()).collect();
    Tagger::new(model)
        .names(words.text, &words.tokens, &sentences)
        .into_iter()
        .filter_map(|name| claim(words, name))
        .map(|claim| as_team(words, &games, claim))
        .collect()
}

/// A team may bear the name of a place, or look like that of a person.
fn as_team(words: &Words, games: &Games, claim: Claim) -> Claim {
    let plays = match claim.kind {
        Kind::Place => games.play(words, &claim.tokens),
        Kind::Person | Kind::Nationality => {
            claim.tokens.len() == 1 && games.beats(words, &claim.tokens)
        }
        _ => false,
    };
    match plays {
        true => Claim {
            kind: Kind::Organisation,
            ..claim
        },
        false => claim,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weigh(kind: Kind, percent: u8, learnt: &[Claim]) -> Option<u8> {
        weigh_in(Casing::Mixed, kind, percent, learnt)
    }

    fn weigh_in(casing: Casing, kind: Kind, percent: u8, learnt: &[Claim]) -> Option<u8> {
        let mut read = [false; 9];
        for claim in learnt {
            read[claim.tokens.clone()].fill(true);
        }
        let claim = Claim::new(2..4, kind, percent, Finder::Places);
        weighed(claim, casing, learnt, &read).map(|claim| claim.confidence.as_percent())
    }

    fn tagged(start: usize, end: usize, kind: Kind) -> Claim {
        Claim::new(start..end, kind, 80, Finder::Tagger)
    }

    #[test]
    fn a_rule_alone_must_be_sure() {
        assert_eq!(weigh(Kind::Place, 70, &[]), None);
        assert_eq!(
            weigh(Kind::Place, 95, &[tagged(5, 6, Kind::Person)]),
            Some(95)
        );
    }

    #[test]
    fn a_rule_against_the_tagger_counts_for_less_where_capitals_tell_nothing() {
        let learnt = [tagged(0, 1, Kind::Place), tagged(2, 4, Kind::Person)];
        let lower = |kind| weigh_in(Casing::Lower, kind, 90, &learnt);
        assert_eq!(lower(Kind::Place), Some(63));
        assert_eq!(lower(Kind::Person), Some(90), "they agree");
        assert_eq!(weigh(Kind::Place, 90, &learnt), Some(90), "capitals tell");
    }

    #[test]
    fn no_name_is_surer_than_names_so_found_were_right() {
        let mut claims = [
            Claim::new(0..1, Kind::Place, 97, Finder::Places),
            Claim::new(1..2, Kind::Place, 97, Finder::Tagger),
            Claim::new(2..3, Kind::Date, 95, Finder::Dates),
            Claim::new(3..4, Kind::Place, 97, Finder::Places),
        ];
        claims[3].found_by = claims[3].found_by.and(Finders::only(Finder::Tagger));
        temper(&mut claims);
        assert_eq!(
            claims.map(|claim| claim.confidence.as_percent()),
            [40, 97, 95, 88]
        );
    }

    #[test]
    fn of_other_kinds_the_rules_know_more() {
        let learnt = [tagged(2, 4, Kind::Person)];
        assert_eq!(weigh(Kind::Event, 50, &learnt), Some(50));
    }
}

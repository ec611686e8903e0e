//! What recognisers say, and how their overlapping claims are settled.

use std::ops::Range;

use super::{Confidence, Finder, Finders, Kind};
use crate::moment::Moment;

/// What every name costs in the weighing of claims, in per cent of a token.
const PRICE: u64 = 40;

/// A recogniser's word that some tokens name something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) confidence: Confidence,
    pub(crate) found_by: Finders,
    pub(crate) moment: Option<Moment>,
}

impl Claim {
    pub(crate) fn new(tokens: Range<usize>, kind: Kind, percent: u8, finder: Finder) -> Self {
        Self {
            tokens,
            kind,
            confidence: Confidence::percent(percent),
            found_by: Finders::only(finder),
            moment: None,
        }
    }

    /// Takes it for something of another kind, as the rest of the document tells.
    pub(crate) fn retell(&mut self, kind: Kind, percent: u8) {
        self.kind = kind;
        self.confidence = Confidence::percent(percent);
        self.found_by = self.found_by.and(Finders::only(Finder::Echoes));
    }

    /// Its confidence for every token it covers, less the price of a name: so that a long name
    /// outweighs the names inside it, and two sure names outweigh one doubtful name across both.
    fn weight(&self) -> u64 {
        let confidence = u64::from(self.confidence.as_percent()) * self.tokens.len() as u64;
        confidence.saturating_sub(PRICE).max(1)
    }
}

/// The one overlap policy: of all sets of claims without overlaps, the one that weighs most.
///
/// Equal claims are joined first, and of two kinds for one place the surer stays. The rest is
/// weighted interval scheduling: linear once the claims are in order. Between sets that weigh
/// the same, the one with the longer names wins, then the one found by the earlier recogniser.
pub(crate) fn settle_overlaps(claims: Vec<Claim>) -> Vec<Claim> {
    let mut claims = join_equals(claims);
    claims.sort_by_key(|claim| (claim.tokens.end, claim.tokens.start));
    // best[n]: the most that the first n claims can weigh; taken[n]: whether the n-th is in it.
    let mut best = vec![0u64; claims.len() + 1];
    let mut taken = vec![None; claims.len() + 1];
    for (number, claim) in claims.iter().enumerate() {
        let before =
            claims[..number].partition_point(|other| other.tokens.end <= claim.tokens.start);
        let with = best[before] + claim.weight();
        // A claim without weight changes nothing, so ties go to what was there before: of two
        // claims with one end the longer comes first.
        if with > best[number] {
            best[number + 1] = with;
            taken[number + 1] = Some(before);
        } else {
            best[number + 1] = best[number];
        }
    }
    let mut settled = Vec::new();
    let mut number = claims.len();
    while number > 0 {
        match taken[number] {
            Some(before) => {
                settled.push(number - 1);
                number = before;
            }
            None => number -= 1,
        }
    }
    settled.reverse();
    let mut keep = settled.into_iter().peekable();
    let mut number = 0;
    claims.retain(|_| {
        number += 1;
        keep.next_if_eq(&(number - 1)).is_some()
    });
    claims
}

/// Joins claims that say the same of one place; of several kinds for one place keeps the surest.
fn join_equals(mut claims: Vec<Claim>) -> Vec<Claim> {
    // The sort is stable: of claims that are equally sure the earlier recogniser's comes first.
    claims.sort_by_key(|claim| (claim.tokens.start, claim.tokens.end, claim.kind));
    let mut joined: Vec<Claim> = Vec::new();
    for claim in claims {
        match joined.last_mut() {
            Some(last) if last.tokens == claim.tokens && last.kind == claim.kind => {
                last.confidence = last.confidence.max(claim.confidence);
                last.found_by = last.found_by.and(claim.found_by);
                last.moment = last.moment.take().or(claim.moment);
            }
            _ => joined.push(claim),
        }
    }
    joined.sort_by_key(|claim| {
        let doubt = 100 - claim.confidence.as_percent();
        (claim.tokens.start, claim.tokens.end, doubt, claim.kind)
    });
    joined.dedup_by(|later, first| later.tokens == first.tokens);
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn claim(start: usize, end: usize, percent: u8) -> Claim {
        Claim::new(start..end, Kind::Person, percent, Finder::Persons)
    }

    #[track_caller]
    fn settles(claims: &[(usize, usize, u8)], expected: &[(usize, usize)]) {
        let claims = claims
            .iter()
            .map(|&(start, end, percent)| claim(start, end, percent));
        let settled: Vec<_> = settle_overlaps(claims.collect())
            .iter()
            .map(|claim| (claim.tokens.start, claim.tokens.end))
            .collect();
        assert_eq!(settled, expected);
    }

    #[test]
    fn a_long_name_outweighs_the_name_inside_it() {
        settles(&[(4, 5, 95), (0, 5, 80)], &[(0, 5)]);
    }

    #[test]
    fn two_sure_names_outweigh_a_doubtful_one_across_both() {
        settles(&[(0, 4, 30), (0, 1, 95), (2, 4, 90)], &[(0, 1), (2, 4)]);
    }

    #[test]
    fn names_that_touch_do_not_overlap() {
        settles(&[(1, 2, 50), (0, 1, 50)], &[(0, 1), (1, 2)]);
    }

    #[test]
    fn of_two_kinds_for_one_place_the_surer_stays() {
        let mut place = claim(0, 1, 60);
        place.kind = Kind::Place;
        let settled = settle_overlaps(vec![claim(0, 1, 50), place.clone()]);
        assert_eq!(settled, [place]);
    }

    #[test]
    fn what_two_recognisers_say_alike_is_one_claim_found_by_both() {
        let mut other = claim(0, 1, 60);
        other.found_by = Finders::only(Finder::Tagger);
        let settled = settle_overlaps(vec![claim(0, 1, 50), other]);
        assert_eq!(settled.len(), 1);
        assert_eq!(settled[0].confidence, Confidence::percent(60));
        assert!(
            settled[0].found_by.has(Finder::Persons) && settled[0].found_by.has(Finder::Tagger)
        );
    }

    /// The most any set of claims without overlaps weighs, found by trying all.
    fn heaviest(claims: &[Claim], from: usize) -> u64 {
        let Some((first, rest)) = claims.split_first() else {
            return 0;
        };
        let without = heaviest(rest, from);
        match first.tokens.start >= from {
            true => without.max(first.weight() + heaviest(rest, first.tokens.end)),
            false => without,
        }
    }

    proptest! {
        #[test]
        fn what_is_settled_is_in_order_without_overlaps_and_weighs_most(
            claims in prop::collection::vec((0usize..12, 1usize..4, 1u8..100), 0..9),
        ) {
            let claims: Vec<Claim> = claims.iter().map(|&(start, length, p)| claim(start, start + length, p)).collect();
            let settled = settle_overlaps(claims.clone());
            prop_assert!(settled.windows(2).all(|pair| pair[0].tokens.end <= pair[1].tokens.start));
            let weight: u64 = settled.iter().map(Claim::weight).sum();
            let mut sorted = claims;
            sorted.sort_by_key(|claim| claim.tokens.start);
            prop_assert_eq!(weight, heaviest(&sorted, 0));
        }
    }
}

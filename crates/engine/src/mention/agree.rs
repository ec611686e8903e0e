//! One name, one kind: where guesses about a name differ within a document, the surest decides.

use std::collections::BTreeMap;

use super::claim::Claim;
use super::lexicon::Map;
use super::words::Words;
use super::{Confidence, Finder, Kind};

/// A claim this sure keeps its kind whatever the others say, in per cent.
const SURE: u8 = 75;

/// Lets doubtful claims take the kind that most speaks for, among all claims to the same words.
pub(super) fn agree(words: &Words, claims: &mut [Claim]) {
    let mut votes: Map<String, BTreeMap<Kind, u32>> = Map::default();
    for claim in claims.iter().filter(|claim| !is_fixed(claim)) {
        let percent = claim.confidence.as_percent();
        let weight = u32::from(percent) * u32::from(percent);
        let votes = votes.entry(words.key(claim.tokens.clone())).or_default();
        *votes.entry(claim.kind).or_default() += weight;
    }
    for claim in claims.iter_mut().filter(|claim| !is_fixed(claim)) {
        let percent = claim.confidence.as_percent();
        let Some(votes) = votes.get(&words.key(claim.tokens.clone())) else {
            continue;
        };
        let own = votes.get(&claim.kind).copied().unwrap_or_default();
        // Of equals the first in the order of kinds.
        let most = votes
            .iter()
            .max_by_key(|(kind, weight)| (**weight, std::cmp::Reverse(**kind)));
        if let Some((&kind, &weight)) = most
            && weight > own
            && percent < SURE
        {
            claim.kind = kind;
            claim.confidence = Confidence::percent(percent.max(55));
            claim.found_by = claim.found_by.and(super::Finders::only(Finder::Echoes));
        }
    }
}

fn is_fixed(claim: &Claim) -> bool {
    matches!(claim.kind, Kind::Date | Kind::Web | Kind::Nationality)
}

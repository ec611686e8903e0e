//! Peoples, languages, faiths and the adherents of parties.

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::listed;
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};

pub(super) struct Nationalities;

impl Recogniser for Nationalities {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims: Vec<Claim> = listed(
            words,
            &[List::Nationalities],
            Kind::Nationality,
            95,
            Finder::Nationalities,
        )
        .collect();
        for claim in &mut claims {
            let at = claim.tokens.start;
            // "Green", "Conservative", "Independent" begin sentences and names of other things.
            let doubtful = words.is(at, Is::Ordinary) && words.casing(at) == Casing::Mixed;
            if doubtful {
                *claim = Claim::new(
                    claim.tokens.clone(),
                    Kind::Nationality,
                    60,
                    Finder::Nationalities,
                );
            }
        }
        claims
    }
}

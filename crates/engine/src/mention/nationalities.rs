//! Peoples, languages, faiths and the adherents of parties.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::{begins_listed, listed};
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
            if doubtful || is_region(words, &claim.tokens) {
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

/// `the Caribbean` by itself, which is a place; "the Caribbean island" speaks of its people.
fn is_region(words: &Words, name: &Range<usize>) -> bool {
    let region = begins_listed(words, &[List::Regions], name.start);
    let goes_on = words.together(name.start, name.end)
        && words.is_word(name.end)
        && !words.is(name.end, Is::Function);
    region.is_some_and(|region| region.end == name.end)
        && words.before(name.start) == "the"
        && !goes_on
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::{Nationality, Place};
    use crate::mention::marked::{check, check_all};

    #[test]
    fn a_sea_and_its_people_bear_one_name() {
        check(Place, "They sailed to the ⟦Caribbean⟧.");
        check(Nationality, "They like the ⟦Caribbean⟧ music.");
    }

    #[test]
    fn peoples_languages_faiths_and_adherents() {
        check_all(
            Nationality,
            &[
                "⟦Dutch⟧ spies watched the ⟦Russians⟧.",
                "A ⟦Democrat⟧ spoke ⟦Arabic⟧ to ⟦Buddhists⟧.",
            ],
        );
    }

    #[test]
    fn a_hyphen_does_not_hide_them() {
        check_all(Nationality, &["It was anti-⟦Russian⟧ hysteria."]);
    }

    #[test]
    fn text_without_capitals_has_them() {
        check_all(
            Nationality,
            &["the ⟦dutch⟧ sent candy to the ⟦russian⟧ spies ."],
        );
    }
}

//! The recognisers in their order, and the way from a document to its mentions.

use super::agree::agree;
use super::capitals::capitals;
use super::claim::{Claim, settle_overlaps};
use super::dates::Dates;
use super::echoes::{echoes, taken};
use super::events::Events;
use super::groups::Groups;
use super::nationalities::Nationalities;
use super::organisations::Organisations;
use super::persons::Persons;
use super::places::Places;
use super::tagged::beside_rules;
use super::tagger::Model;
use super::web::Web;
use super::words::Words;
use super::works::Works;
use super::{Kind, Mention};
use crate::document::Document;

/// One way to find mentions.
///
/// It looks at the words alone and knows nothing of the other recognisers: where their claims
/// overlap, [`settle_overlaps`] decides.
pub(super) trait Recogniser {
    /// What it finds, in any order; claims may overlap.
    fn claims(&self, words: &Words) -> Vec<Claim>;
}

/// What a document mentions: in the order of its text, without overlaps; by rules and lists alone,
/// or with the help of what was learnt. Takes time linear in the length of the text.
pub fn recognise(document: &Document, model: Option<&Model>) -> Vec<Mention> {
    let words = Words::of(document);
    let mut claims: Vec<Claim> = recognisers(document)
        .iter()
        .flat_map(|recogniser| recogniser.claims(&words))
        .collect();
    if let Some(model) = model {
        claims = beside_rules(&words, claims, model);
    }
    claims = settle_overlaps(claims);
    claims.extend(echoes(&words, &claims));
    claims = settle_overlaps(claims);
    if model.is_none() {
        let left_over = capitals(&words, &taken(&words, &claims));
        claims.extend(left_over);
        claims = settle_overlaps(claims);
    }
    agree(&words, &mut claims);
    claims
        .into_iter()
        .map(|claim| mention(&words, claim))
        .collect()
}

/// The recognisers, in order: where two claims weigh the same, the earlier one's stands.
fn recognisers(document: &Document) -> [Box<dyn Recogniser + '_>; 9] {
    [
        Box::new(Web),
        Box::new(Dates { document }),
        Box::new(Groups),
        Box::new(Nationalities),
        Box::new(Places),
        Box::new(Organisations),
        Box::new(Persons),
        Box::new(Events),
        Box::new(Works),
    ]
}

fn mention(words: &Words, claim: Claim) -> Mention {
    debug_assert!(claim.moment.is_none() || claim.kind == Kind::Date);
    Mention {
        span: words.span(&claim.tokens),
        kind: claim.kind,
        moment: claim.moment,
        confidence: claim.confidence,
        found_by: claim.found_by,
    }
}

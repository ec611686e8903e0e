//! Which entities have a page of their own in an edition.

use super::Engine;
use crate::decision::By;
use crate::entity::{Entity, EntityId};

/// An entity has a page if it is mentioned so often, in two documents, or if an editor checked it.
const MENTIONS_FOR_A_PAGE: usize = 3;

impl Engine {
    /// The entities that have pages, in the order of the corpus.
    pub fn paged(&self) -> impl Iterator<Item = &Entity> {
        let places = (0..).zip(&self.corpus.entities);
        let paged = places.filter(|&(place, _)| self.has_page(EntityId(place)));
        paged.map(|(_, entity)| entity)
    }

    /// Whether the edition has a page of an entity as it is told of here. It was published as its
    /// publisher decided and without a reader's own documents: what a reader or a link decides
    /// about has no page that says so, nor has anything beside such documents.
    pub(super) fn has_page(&self, id: EntityId) -> bool {
        let mentions = &self.entity(id).mentions;
        let is_frequent = match &mentions[..] {
            [] => return false,
            [first, .., last] if first.document != last.document => true,
            mentions => mentions.len() >= MENTIONS_FOR_A_PAGE,
        };
        let is_published = !self.corpus.holds_own_documents();
        let Some(touched) = self.ledger.touched.get(&id) else {
            return is_frequent && is_published;
        };
        let places = touched.decisions.iter();
        let mut decisions = places.filter_map(|&place| self.ledger.decisions.get(place));
        (is_frequent || touched.checked)
            && is_published
            && decisions.all(|decision| decision.by == By::Publisher)
    }
}

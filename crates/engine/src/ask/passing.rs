//! What passes a filter: the documents, how well they answer, and which others come near.

use super::{Engine, Value};
use crate::address::{Facet, Filter};
use crate::complaint::Complaint;
use crate::entity::DocumentId;
use crate::index::ValueId;
use crate::query::Query;
use crate::search::{DocumentSet, Ranking, Search, Sieve};

/// The documents that hold what is searched, and what a filter makes of them.
pub(super) struct Passing {
    /// What is searched.
    pub(super) query: Query,
    ranking: Ranking,
    sieve: Sieve,
    /// The documents that pass.
    pub(super) documents: DocumentSet,
    /// What could not be used in the filter.
    pub(super) complaints: Vec<Complaint>,
}

impl Passing {
    /// The documents that pass, from a place on: in corpus order or, with a query, best first.
    pub(super) fn best(&self, from: usize, count: usize) -> Vec<DocumentId> {
        self.ranking.best(&self.documents, from, count)
    }

    /// The documents that would pass without the conditions on a facet.
    pub(super) fn but_for(&self, facet: Facet) -> DocumentSet {
        let mut near = self.ranking.documents.clone();
        self.sieve.apply_but_for(facet, &mut near);
        near
    }

    /// Hits in a document.
    pub(super) fn hits(&self, document: DocumentId) -> u32 {
        self.ranking.hits[document.0 as usize]
    }
}

impl Engine {
    pub(super) fn passing(&self, filter: &Filter) -> Passing {
        let (query, mut complaints) = Query::parse(&filter.query);
        let count = self.corpus.documents.len();
        let (sieve, more) = Sieve::new(&self.index.facets, count, filter);
        complaints.extend(more);
        let ranking = Search::new(&self.corpus, &self.index, &query).rank();
        let mut documents = ranking.documents.clone();
        sieve.apply(&mut documents);
        Passing {
            query,
            ranking,
            sieve,
            documents,
            complaints,
        }
    }

    /// A facet's value with a count.
    pub(super) fn value(&self, facet: Facet, value: ValueId, count: u32) -> Value {
        let known = &self.index.facets.values(facet)[value.0 as usize];
        Value {
            slug: known.slug.clone(),
            label: known.label.clone(),
            kind: known.kind,
            count,
        }
    }
}

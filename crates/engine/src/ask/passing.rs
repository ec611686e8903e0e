//! What passes a filter: the documents, how well they answer, and which others come near.

use super::{Engine, Value};
use crate::address::{Facet, Filter, Listing, Order};
use crate::complaint::Complaint;
use crate::document::Document;
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
    /// All documents in the order asked for; by how well they answer if none.
    in_order: Option<Vec<DocumentId>>,
    /// The order asked for.
    pub(super) order: Order,
    /// What is to be listed.
    pub(super) listing: Listing,
    /// The documents that pass.
    pub(super) documents: DocumentSet,
    /// What could not be used in the filter.
    pub(super) complaints: Vec<Complaint>,
}

impl Passing {
    /// The documents that pass, from a place on, in the order that the filter asks for.
    pub(super) fn best(&self, from: usize, count: usize) -> Vec<DocumentId> {
        match &self.in_order {
            None => self.ranking.best(&self.documents, from, count),
            Some(order) => {
                let passing = order
                    .iter()
                    .filter(|&&document| self.documents.contains(document));
                passing.skip(from).take(count).copied().collect()
            }
        }
    }

    /// The documents that would pass if nothing were searched.
    pub(super) fn without_query(&self, documents: usize) -> usize {
        let mut passing = DocumentSet::all(documents);
        self.sieve.apply(&mut passing);
        passing.len()
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
            in_order: self.in_order(filter.order),
            order: filter.order,
            listing: filter.listing,
            documents,
            complaints,
        }
    }

    /// All documents in an order of their own; none if it is the query's.
    fn in_order(&self, order: Order) -> Option<Vec<DocumentId>> {
        match order {
            Order::Best => None,
            Order::Title => Some(self.index.facets.by_title()),
            Order::Newest => Some(self.by_date(|days| u32::MAX - 1 - days)),
            Order::Oldest => Some(self.by_date(|days| days)),
        }
    }

    /// All documents by the day of their publication; those without one at the end.
    fn by_date(&self, rank: impl Fn(u32) -> u32) -> Vec<DocumentId> {
        let rank = |document: &Document| {
            let published = document.facts.published.as_ref();
            let day = published.and_then(|fact| day_number(fact.value.as_str()));
            day.map_or(u32::MAX, &rank)
        };
        let documents = self.corpus.documents.iter().zip(0..);
        let mut keys: Vec<u64> = documents
            .map(|(document, place)| u64::from(rank(document)) << 32 | place)
            .collect();
        keys.sort_unstable();
        keys.into_iter().map(|key| DocumentId(key as u32)).collect()
    }

    /// A facet's value with a count.
    pub(super) fn value(&self, facet: Facet, value: ValueId, count: u32) -> Value {
        let known = self.index.facets.known(facet, value);
        Value {
            slug: known.slug,
            label: known.label,
            kind: known.kind,
            count,
        }
    }
}

/// A number for a date that grows with it: the digits of `2018-01-26`, and zeros for what it does
/// not tell.
fn day_number(date: &str) -> Option<u32> {
    let year = date.get(..4)?.parse::<u32>().ok()?;
    let part = |span| {
        date.get::<std::ops::Range<usize>>(span)
            .and_then(|part| part.parse::<u32>().ok())
    };
    Some(year * 10_000 + part(5..7).unwrap_or(0) * 100 + part(8..10).unwrap_or(0))
}

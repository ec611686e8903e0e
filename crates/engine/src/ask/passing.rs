//! What passes a filter: the documents, their hits, and how near the others come.

use super::{Engine, Value};
use crate::address::{Facet, Filter};
use crate::complaint::Complaint;
use crate::entity::DocumentId;
use crate::index::ValueId;
use crate::query::Query;
use crate::search::{FacetSet, Match, Sieve, matches};

/// The documents that hold what is searched, and what a filter makes of them.
pub(super) struct Passing {
    /// In corpus order or, with a query, best first; and the facets whose conditions each fails.
    matches: Vec<(Match, FacetSet)>,
    /// What could not be used in the filter.
    pub(super) complaints: Vec<Complaint>,
}

impl Passing {
    /// The documents that pass.
    pub(super) fn documents(&self) -> impl Iterator<Item = &Match> {
        let passing = self.matches.iter().filter(|(_, failed)| failed.is_empty());
        passing.map(|(found, _)| found)
    }

    /// The documents that would pass without the conditions on a facet.
    pub(super) fn but_for(&self, facet: Facet) -> impl Iterator<Item = DocumentId> {
        let near = self
            .matches
            .iter()
            .filter(move |(_, failed)| failed.is_at_most(facet));
        near.map(|(found, _)| found.document)
    }
}

impl Engine {
    pub(super) fn passing(&self, filter: &Filter) -> Passing {
        let (query, mut complaints) = Query::parse(&filter.query);
        let (sieve, more) = Sieve::new(&self.index.facets, filter);
        complaints.extend(more);
        let matches = matches(&self.index.words, &query).into_iter();
        let judged = matches.map(|found| {
            let failed = sieve.failed(found.document);
            (found, failed)
        });
        Passing {
            matches: judged.collect(),
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

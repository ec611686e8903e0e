//! The survey: what passes a filter, and how it would divide.

use serde::{Deserialize, Serialize};

use super::passing::Passing;
use super::{Engine, FacetCounts, Found, Value};
use crate::address::{Facet, Filter};
use crate::complaint::Complaint;
use crate::entity::DocumentId;

/// What passes the filter, and how it would divide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// Documents that pass or their passages, as the filter lists them, in its order.
    /// The first [`FIRST_FOUND`] of them; [`Question::Found`](super::Question::Found) tells more.
    pub found: Vec<Found>,
    /// How long the whole list is.
    pub listed: u32,
    /// How many documents pass.
    pub documents: u32,
    /// Mentions in them.
    pub mentions: u32,
    /// Hits of the query in them.
    pub hits: u32,
    /// Every facet with its values and counts.
    pub facets: Vec<FacetCounts>,
    /// What could not be understood in the filter, for people.
    pub complaints: Vec<Complaint>,
    /// If nothing passes: what could be left out so that something does.
    pub instead: Vec<Instead>,
    /// If nothing passes: what might have been meant, to be put into the search box.
    pub meant: Option<String>,
}

/// Something that a filter could do without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// The facet whose conditions would go; the query if none.
    pub facet: Option<Facet>,
    /// How many documents would pass then; at least one.
    pub documents: u32,
}

/// Documents or passages that a survey shows: as many as a reader looks at before asking for more, and few
/// enough to be drawn between two keystrokes.
pub const FIRST_FOUND: usize = 20;

impl Survey {
    /// The values of a facet; none if the survey does not have it.
    pub fn values(&self, facet: Facet) -> &[Value] {
        self.facets
            .iter()
            .find(|counts| counts.facet == facet)
            .map_or(&[], |counts| &counts.values)
    }
}

impl Engine {
    pub(super) fn survey(&self, filter: &Filter) -> Survey {
        let passing = self.passing(filter);
        let listed = self.listed(&passing, 0, FIRST_FOUND);
        let all = || passing.documents.iter();
        let mentions =
            |document: DocumentId| self.corpus.mentions[document.0 as usize].len() as u32;
        Survey {
            found: listed.found,
            listed: listed.of as u32,
            documents: passing.documents.len() as u32,
            mentions: all().map(mentions).sum(),
            hits: all().map(|document| passing.hits(document)).sum(),
            facets: Facet::ALL
                .map(|facet| self.count(facet, &passing, filter))
                .to_vec(),
            instead: self.instead(&passing, filter),
            meant: if passing.documents.is_empty() {
                self.did_you_mean(&passing.query, filter)
            } else {
                None
            },
            complaints: passing.complaints,
        }
    }

    /// What could be left out so that something passes, if nothing does.
    fn instead(&self, passing: &Passing, filter: &Filter) -> Vec<Instead> {
        if !passing.documents.is_empty() {
            return vec![];
        }
        let has_conditions = |facet: &Facet| {
            let mut conditions = filter.conditions.iter();
            conditions.any(|condition| condition.facet == *facet)
        };
        let facets = Facet::ALL.into_iter().filter(has_conditions);
        let without_facets = facets.map(|facet| (Some(facet), passing.but_for(facet).len()));
        let without_query = passing.without_query(self.corpus.documents.len());
        let ways = [(None, without_query)].into_iter().chain(without_facets);
        let ways = ways.filter(|&(_, documents)| documents > 0);
        let instead = ways.map(|(facet, documents)| Instead {
            facet,
            documents: documents as u32,
        });
        instead.collect()
    }
}

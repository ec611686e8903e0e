//! The survey: what passes a filter, and how it would divide.

use serde::{Deserialize, Serialize};

use super::passing::Passing;
use super::runs::Sheet;
use super::{DocumentCard, Engine, Run};
use crate::address::{Facet, Filter};
use crate::complaint::Complaint;
use crate::document::{Document, Role};
use crate::entity::DocumentId;
use crate::index::{ValueId, most_first};
use crate::mention::Kind;
use crate::search::{Cut, Hit, Search, best_cuts, opening_cut};

/// What passes the filter, and how it would divide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// Documents that pass, in corpus order or, with a query, best first.
    /// The first [`MOST_FOUND`] of them.
    pub found: Vec<Found>,
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

/// Documents that a survey shows.
pub const MOST_FOUND: usize = 100;

impl Survey {
    /// The values of a facet; none if the survey does not have it.
    pub fn values(&self, facet: Facet) -> &[Value] {
        self.facets
            .iter()
            .find(|counts| counts.facet == facet)
            .map_or(&[], |counts| &counts.values)
    }
}

/// A facet's values. Counts follow the other facets' conditions and the query, not its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetCounts {
    /// Which.
    pub facet: Facet,
    /// Its values: kinds in their order, years in time, all others by falling count.
    pub values: Vec<Value>,
}

/// A value a reader can choose, and how much there is of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// What stands in the address.
    pub slug: String,
    /// What the reader sees.
    pub label: String,
    /// Kind of the entity, for the facets whose values are entities or kinds.
    pub kind: Option<Kind>,
    /// Mentions of it (kinds, entities), or documents (all other facets).
    pub count: u32,
}

/// A document that passes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Which.
    pub document: DocumentCard,
    /// Hits of the query in it.
    pub hits: u32,
    /// The best places, in the order of the text; its opening if there is no query.
    pub snippets: Vec<Snippet>,
}

/// A piece of a document around one or more hits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snippet {
    /// Its text, hits marked.
    pub runs: Vec<Run>,
    /// Its first hit's place among the document's hits, from 1; 0 without a query.
    pub hit: u32,
    /// Whether text is left out before it.
    pub cut_before: bool,
    /// Whether text is left out after it.
    pub cut_after: bool,
}

impl Engine {
    pub(super) fn survey(&self, filter: &Filter) -> Survey {
        let passing = self.passing(filter);
        let all = || passing.documents.iter();
        let mentions =
            |document: DocumentId| self.corpus.mentions[document.0 as usize].len() as u32;
        Survey {
            found: self.found(&passing),
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

    fn found(&self, passing: &Passing) -> Vec<Found> {
        let documents = passing.best(0, MOST_FOUND);
        let hits = Search::new(&self.corpus, &self.index, &passing.query).hits(&documents);
        let found = documents
            .into_iter()
            .zip(hits)
            .map(|(document, hits)| Found {
                document: self.document_card(document),
                hits: hits.len() as u32,
                snippets: self.snippets(document, &hits),
            });
        found.collect()
    }

    /// The best places of a document; its opening if it has no hits.
    fn snippets(&self, id: DocumentId, hits: &[Hit]) -> Vec<Snippet> {
        let document = &self.corpus.documents[id.0 as usize];
        let sheet = Sheet::plain(self, id, hits);
        let snippet = |cut: Cut| Snippet {
            runs: sheet.runs(cut.span),
            hit: hits.get(cut.hit).map_or(0, |_| cut.hit as u32 + 1),
            cut_before: cut.part.start < cut.span.start,
            cut_after: cut.span.end < cut.part.end,
        };
        cuts(document, hits).into_iter().map(snippet).collect()
    }

    /// A facet's values: those there are but for the facet's own conditions, and those that its
    /// conditions name.
    fn count(&self, facet: Facet, passing: &Passing, filter: &Filter) -> FacetCounts {
        let facets = &self.index.facets;
        let mut counts = vec![0; facets.values(facet).len()];
        for document in passing.but_for(facet).iter() {
            for &(value, count) in facets.of_document(facet, document) {
                counts[value.0 as usize] += count;
            }
        }
        let conditions = filter
            .conditions
            .iter()
            .filter(|condition| condition.facet == facet);
        let named: Vec<ValueId> = conditions
            .clone()
            .flat_map(|condition| facets.meant(facet, &condition.value))
            .collect();
        let moved = conditions.filter_map(|condition| {
            let now = facets.moved(facet, &condition.value).flatten()?;
            Some((now, condition.value.as_str()))
        });
        let moved: Vec<(ValueId, &str)> = moved.collect();
        let values = (0..).map(ValueId).zip(counts);
        let mut values: Vec<_> = values
            .filter(|(value, count)| *count > 0 || named.contains(value))
            .collect();
        if !has_order(facet) {
            values = most_first(&values);
        }
        let values = values.into_iter().map(|(value, count)| {
            let mut shown = self.value(facet, value, count);
            // A condition is set and taken back under the address that the link has.
            if let Some((_, before)) = moved.iter().find(|(now, _)| *now == value) {
                shown.slug = (*before).to_owned();
            }
            shown
        });
        FacetCounts {
            facet,
            values: values.collect(),
        }
    }
}

/// Whether a facet's values have an order of their own.
fn has_order(facet: Facet) -> bool {
    matches!(facet, Facet::Kind | Facet::Year)
}

fn cuts(document: &Document, hits: &[Hit]) -> Vec<Cut> {
    if !hits.is_empty() {
        return best_cuts(&document.text, &document.parts, hits);
    }
    let mut parts = document.parts.iter();
    let first = parts.find(|part| part.role == Role::Paragraph);
    first
        .map(|part| opening_cut(&document.text, part.span))
        .into_iter()
        .collect()
}

use serde::{Deserialize, Serialize};

use super::{DocumentCard, Run};
use crate::address::Facet;
use crate::complaint::Complaint;
use crate::mention::Kind;

/// What passes the filter, and how it would divide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// Documents that pass, in corpus order or, with a query, best first.
    pub found: Vec<Found>,
    /// Mentions in them.
    pub mentions: u32,
    /// Hits of the query in them.
    pub hits: u32,
    /// Every facet with its values and counts.
    pub facets: Vec<FacetCounts>,
    /// What could not be understood in the filter, for people.
    pub complaints: Vec<Complaint>,
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

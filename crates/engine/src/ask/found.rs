//! What was found: documents with their best places.

use serde::{Deserialize, Serialize};

use super::passing::Passing;
use super::runs::Sheet;
use super::{DocumentCard, Engine, Run};
use crate::document::{Document, Role};
use crate::entity::DocumentId;
use crate::search::{Cut, Hit, Search, best_cuts, opening_cut};

/// Documents that are told at once.
pub const MOST_FOUND: usize = 1_000;

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
    /// The documents that pass from a place on, as they are listed; [`MOST_FOUND`] at most.
    pub(super) fn found(&self, passing: &Passing, from: usize, count: usize) -> Vec<Found> {
        let documents = passing.best(from, count.min(MOST_FOUND));
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

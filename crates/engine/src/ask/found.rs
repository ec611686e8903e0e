//! What was found: documents with their best places.

use serde::{Deserialize, Serialize};

use super::passages::Passages;
use super::passing::Passing;
use super::{DocumentCard, Engine, Run};
use crate::document::{Document, Role};
use crate::entity::DocumentId;
use crate::search::{Cut, PartHits, Places, Search, best_cuts, opening_cut, passage_cut};
use crate::segment::{Segment, segments};
use crate::text::Span;

/// Documents or passages that are told at once.
pub const MOST_FOUND: usize = 1_000;

/// A document that passes, or a passage of one, as the filter asks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Which.
    pub document: DocumentCard,
    /// Hits of the query in the document, or in the passage's part.
    pub hits: u32,
    /// The best places, in the order of the text; its opening if there is no query. Of a passage
    /// the one place, longer.
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

/// What a list has.
pub(super) struct Listed {
    /// Some of it.
    pub(super) found: Vec<Found>,
    /// How much there is.
    pub(super) of: usize,
}

impl Engine {
    /// What the list of a filter has from a place on; [`MOST_FOUND`] at most.
    pub(super) fn listed(&self, passing: &Passing, from: usize, count: usize) -> Listed {
        let count = count.min(MOST_FOUND);
        let search = Search::new(&self.corpus, &self.index, &passing.query);
        let passages = Passages::of(passing, &search);
        let of = passages.len();
        if of > 0 {
            let found = self.passages(&search, passages.page(from, count));
            return Listed { found, of };
        }
        let documents = passing.best(from, count);
        let places = search.places(&documents);
        let found = documents.iter().map(|&id| self.document_found(id, &places));
        Listed {
            found: found.collect(),
            of: passing.documents.len(),
        }
    }

    /// A document with its best places; its opening if it has no hits.
    fn document_found(&self, id: DocumentId, places: &Places) -> Found {
        let document = &self.corpus.documents[id.0 as usize];
        let text = document.text.once();
        let parts = places.of(id);
        let cuts = match &parts[..] {
            [] => opening(document, &text).into_iter().collect(),
            parts => best_cuts(document, &text, parts),
        };
        Found {
            document: self.document_card(id),
            hits: parts.iter().map(PartHits::count).sum::<usize>() as u32,
            snippets: cuts.iter().map(|cut| snippet(&text, cut)).collect(),
        }
    }

    /// Passages, in the order in which they are given.
    pub(super) fn passages(
        &self,
        search: &Search,
        passages: Vec<(DocumentId, usize)>,
    ) -> Vec<Found> {
        let documents: Vec<DocumentId> = passages.iter().map(|&(id, _)| id).collect();
        let places = search.places(&documents);
        // Document by document, so that each text is unpacked once and none stays at hand.
        let mut visits: Vec<u64> = (0..)
            .zip(&documents)
            .map(|(n, id)| u64::from(id.0) << 32 | n)
            .collect();
        visits.sort_unstable();
        let mut found = vec![Found::default(); passages.len()];
        for visits in visits.chunk_by(|a, b| a >> 32 == b >> 32) {
            let id = DocumentId((visits[0] >> 32) as u32);
            let document = &self.corpus.documents[id.0 as usize];
            let (text, parts) = (document.text.once(), places.of(id));
            for &visit in visits {
                let n = visit as u32 as usize;
                let part = parts.iter().find(|part| part.part == passages[n].1);
                let cut = part.and_then(|part| passage_cut(document, &text, part));
                found[n] = Found {
                    document: self.document_card(id),
                    hits: part.map_or(0, PartHits::count) as u32,
                    snippets: cut.iter().map(|cut| snippet(&text, cut)).collect(),
                };
            }
        }
        found
    }
}

fn snippet(text: &str, cut: &Cut) -> Snippet {
    let hits: Vec<Span> = cut.hits.iter().map(|hit| hit.span).collect();
    let number = |hit: u32| cut.before as u32 + hit + 1;
    let run = |segment: Segment<3>| Run {
        text: segment.span.of(text).to_owned(),
        hit: segment.covered[0].map(number),
        ..Run::default()
    };
    let segments = segments(cut.span, [&hits, &[], &[]]).into_iter();
    Snippet {
        runs: segments.map(run).collect(),
        hit: cut.hits.first().map_or(0, |_| number(0)),
        cut_before: cut.part.start < cut.span.start,
        cut_after: cut.span.end < cut.part.end,
    }
}

/// The first lines of a document.
fn opening(document: &Document, text: &str) -> Option<Cut> {
    let mut parts = document.parts.iter();
    let first = parts.find(|part| part.role == Role::Paragraph);
    first.map(|part| opening_cut(text, part.span))
}

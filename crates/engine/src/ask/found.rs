//! What was found: documents with their best places.

use serde::{Deserialize, Serialize};

use super::passages::Passages;
use super::passing::Passing;
use super::{DocumentCard, Engine, Run};
use crate::document::{Document, Role};
use crate::entity::DocumentId;
use crate::search::{Cut, PartHits, Search, best_cuts, opening_cut, passage_cut};
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

/// What a list shows in one place: a document, or the part of it that is told by its place.
pub(super) type Item = (DocumentId, Option<usize>);

impl Engine {
    /// What the list of a filter has from a place on; [`MOST_FOUND`] at most.
    pub(super) fn listed(&self, passing: &Passing, from: usize, count: usize) -> Listed {
        let count = count.min(MOST_FOUND);
        let search = Search::new(&self.corpus, &self.index, &passing.query);
        let passages = Passages::of(passing, &search);
        let (items, of) = match passages.len() {
            0 => {
                let documents = passing.best(from, count).into_iter();
                let items = documents.map(|document| (document, None));
                (items.collect(), passing.documents.len())
            }
            of => (passages.page(from, count), of),
        };
        let found = self.found(&search, &items);
        Listed { found, of }
    }

    /// What a list shows, in the order in which it is given.
    pub(super) fn found(&self, search: &Search, items: &[Item]) -> Vec<Found> {
        let documents: Vec<DocumentId> = items.iter().map(|&(id, _)| id).collect();
        let places = search.places(&documents);
        let mut found = vec![];
        found.resize_with(items.len(), Found::default);
        // Document by document, so that each text is unpacked once and none stays at hand.
        let visits = (0..)
            .zip(&documents)
            .map(|(n, id)| u64::from(id.0) << 32 | n);
        let mut visits: Vec<u64> = visits.collect();
        visits.sort_unstable();
        for visits in visits.chunk_by(|a, b| a >> 32 == b >> 32) {
            let id = DocumentId((visits[0] >> 32) as u32);
            let document = &self.corpus.documents[id.0 as usize];
            let (text, parts) = (document.text.once(), places.of(id));
            for &visit in visits {
                let n = visit as u32 as usize;
                let mut parts = &parts[..];
                let cuts = match items[n].1 {
                    None if parts.is_empty() => opening(document, &text),
                    None => best_cuts(document, &text, parts),
                    Some(place) => {
                        let place = parts.partition_point(|part| part.part < place);
                        parts = &parts[place..=place];
                        passage_cut(document, &text, &parts[0])
                    }
                };
                found[n] = Found {
                    document: self.document_card(id),
                    hits: parts.iter().map(PartHits::count).sum::<usize>() as u32,
                    snippets: cuts.iter().map(|cut| snippet(&text, cut)).collect(),
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
fn opening(document: &Document, text: &str) -> Vec<Cut> {
    let mut parts = document.parts.iter();
    let first = parts.find(|part| part.role == Role::Paragraph);
    Vec::from_iter(first.map(|part| opening_cut(text, part.span)))
}

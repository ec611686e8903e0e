//! Where hits are: by document and part as the index tells it, and in a text once it is looked at.

use super::spot::Spot;
use super::{Hit, Search, said};
use crate::document::Document;
use crate::entity::DocumentId;
use crate::index::each_word;

/// A hit as it is found: by words.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) spot: Spot,
    pub(super) words: u32,
    /// Which of the patterns it is of.
    pub(super) asked: u32,
}

/// The hits in some documents. No text was read to find them.
#[derive(Debug)]
pub struct Places<'a> {
    search: &'a Search<'a>,
    /// In order, without overlaps.
    found: Vec<Found>,
}

/// The hits in one part of a document: one at least.
#[derive(Debug)]
pub struct PartHits<'a> {
    /// The part, by its place in the document.
    pub part: usize,
    /// How many hits of the document come before it.
    pub before: usize,
    hits: Hits<'a>,
}

#[derive(Debug)]
enum Hits<'a> {
    /// Words, by their positions.
    Words {
        /// The position of the part's first word.
        first: u32,
        found: &'a [Found],
    },
    /// What speakers say, by its place in the text.
    Said(Vec<Hit>),
}

impl<'a> Places<'a> {
    pub(super) fn new(search: &'a Search<'a>, found: Vec<Found>) -> Self {
        Self { search, found }
    }

    /// The parts of a document that have hits, in their order.
    pub fn of(&self, document: DocumentId) -> Vec<PartHits<'_>> {
        if !self.search.speakers.is_empty() {
            return self.said(document);
        }
        let start = self
            .found
            .partition_point(|found| found.spot.document() < document);
        let mut rest = &self.found[start..];
        rest = &rest[..rest.partition_point(|found| found.spot.document() == document)];
        let (mut parts, mut before) = (vec![], 0);
        for (part, words) in self.search.index.words.parts(document).enumerate() {
            if rest.is_empty() {
                break;
            }
            let is_here = |found: &&Found| found.spot.position() < words.end;
            let (found, later) = rest.split_at(rest.iter().take_while(is_here).count());
            if !found.is_empty() {
                let first = words.start;
                let hits = Hits::Words { first, found };
                parts.push(PartHits { part, before, hits });
            }
            before += found.len();
            rest = later;
        }
        parts
    }

    /// The parts of a document in which speakers who are asked for say something.
    fn said(&self, document: DocumentId) -> Vec<PartHits<'_>> {
        let Search {
            corpus, speakers, ..
        } = self.search;
        let all = &corpus.documents[document.0 as usize].parts;
        let part_of = |hit: &Hit| all.partition_point(|part| part.span.end <= hit.span.start);
        let hits = said::hits(corpus, document, speakers);
        let (mut parts, mut before) = (vec![], 0);
        for hits in hits.chunk_by(|one, next| part_of(one) == part_of(next)) {
            parts.push(PartHits {
                part: part_of(&hits[0]),
                before,
                hits: Hits::Said(hits.to_vec()),
            });
            before += hits.len();
        }
        parts
    }
}

impl PartHits<'_> {
    /// How many there are.
    pub fn count(&self) -> usize {
        match &self.hits {
            Hits::Words { found, .. } => found.len(),
            Hits::Said(hits) => hits.len(),
        }
    }

    /// A number with a bit for each of the things asked for that are among them.
    pub fn asked(&self) -> u64 {
        let bit = |found: &Found| 1 << found.asked.min(63);
        match &self.hits {
            Hits::Words { found, .. } => found.iter().map(bit).fold(0, |all, one: u64| all | one),
            Hits::Said(_) => 1,
        }
    }

    /// Over how many words the nearest of them stand that are of all the things asked for among
    /// them.
    pub fn reach(&self) -> u32 {
        let Hits::Words { found, .. } = &self.hits else {
            return 0;
        };
        let mut last: Vec<(u32, u32)> = vec![];
        let (all, mut least) = (self.asked().count_ones() as usize, u32::MAX);
        for found in *found {
            let asked = found.asked.min(63);
            last.retain(|&(other, _)| other != asked);
            last.push((asked, found.spot.position()));
            if last.len() == all {
                least = least.min(found.spot.position() - last[0].1);
            }
        }
        least
    }

    /// Where they stand in the document's text, in order, without overlaps. Linear in the part.
    pub fn read(&self, document: &Document, text: &str) -> Vec<Hit> {
        let (mut position, found) = match &self.hits {
            Hits::Words { first, found } => (*first, *found),
            Hits::Said(hits) => return hits.clone(),
        };
        let part = document.parts[self.part].span;
        let mut rest = found.iter().peekable();
        let mut hits: Vec<Hit> = Vec::with_capacity(found.len());
        each_word(part.of(text), |_, mut span| {
            span.start += part.start;
            span.end += part.start;
            while let Some(found) = rest.peek() {
                let first = found.spot.position();
                if position == first {
                    hits.push(Hit {
                        span,
                        asked: found.asked,
                    });
                }
                if let Some(hit) = hits.last_mut().filter(|_| position >= first) {
                    hit.span.end = span.end;
                }
                if position + 1 < first + found.words {
                    break;
                }
                rest.next();
            }
            position += 1;
        });
        hits.dedup_by(|later, earlier| later.span.start < earlier.span.end);
        hits
    }
}

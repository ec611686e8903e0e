//! Where hits are: by document and part as the index tells it, and in a text once it is looked at.

use super::spot::Spot;
use super::{Hit, Search};
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
    /// The position of its first word.
    first: u32,
    found: &'a [Found],
}

impl<'a> Places<'a> {
    pub(super) fn new(search: &'a Search<'a>, found: Vec<Found>) -> Self {
        Self { search, found }
    }

    /// The parts of a document that have hits, in their order.
    pub fn of(&self, document: DocumentId) -> Vec<PartHits<'_>> {
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
                parts.push(PartHits {
                    part,
                    before,
                    first: words.start,
                    found,
                });
            }
            before += found.len();
            rest = later;
        }
        parts
    }
}

impl PartHits<'_> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// A number with a bit for each of the things asked for that are among them.
    pub fn asked(&self) -> u64 {
        let bit = |found: &Found| 1 << found.asked.min(63);
        self.found
            .iter()
            .map(bit)
            .fold(0, |all, one: u64| all | one)
    }

    /// Over how many words the nearest of them stand that are of all the things asked for among
    /// them.
    pub fn reach(&self) -> u32 {
        let mut last: Vec<(u32, u32)> = vec![];
        let (all, mut least) = (self.asked().count_ones() as usize, u32::MAX);
        for found in self.found {
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
        let part = document.parts[self.part].span;
        let mut rest = self.found.iter().peekable();
        let mut hits: Vec<Hit> = Vec::with_capacity(self.found.len());
        let mut position = self.first;
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

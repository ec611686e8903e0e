//! Evaluates a clause: the documents that fulfil it, and how well.

use super::pattern::{InDocument, Pattern};
use super::ranking::patterns;
use super::said::hits;
use super::{DocumentSet, Spot};
use crate::address::Facet;
use crate::corpus::Corpus;
use crate::entity::DocumentId;
use crate::index::{Index, ValueId};
use crate::query::{Clause, Dates, Field};

/// How soon more of the same stops to count (BM25's k1).
const SATURATION: f32 = 1.2;

/// What a word in a title is worth, against one in the text.
const TITLE: f32 = 4.0;

/// The documents that fulfil a clause, and how well.
///
/// The score is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted
/// fields", 2004): what stands in the title and what stands in the text add up before they are
/// weighed.
pub(super) struct Evaluation<'a> {
    corpus: &'a Corpus,
    index: &'a Index,
    /// The patterns of the phrases to come, in the order of the clause.
    patterns: std::slice::Iter<'a, Pattern>,
    /// For each pattern so far, how many documents hold it.
    pub(super) holding: Vec<usize>,
    /// For each document.
    pub(super) scores: Vec<f32>,
    /// For each document, how often it holds what is asked.
    pub(super) hits: Vec<u32>,
    /// Whether any document was given a score.
    pub(super) has_scored: bool,
    /// For each document, how much of the pattern at hand it holds.
    amounts: Vec<f32>,
}

impl<'a> Evaluation<'a> {
    /// An evaluation of the clause that has these patterns.
    pub(super) fn new(corpus: &'a Corpus, index: &'a Index, patterns: &'a [Pattern]) -> Self {
        let documents = index.words.documents();
        Self {
            corpus,
            index,
            patterns: patterns.iter(),
            holding: vec![],
            scores: vec![0.0; documents],
            hits: vec![0; documents],
            has_scored: false,
            amounts: vec![0.0; documents],
        }
    }

    /// The documents that fulfil a clause; their scores and hits are added up.
    pub(super) fn fulfil(&mut self, clause: &Clause) -> DocumentSet {
        match clause {
            Clause::Text(_) | Clause::Title(_) => self.hold_next(),
            Clause::Kind(kind) => self.have(Facet::Kind, &[ValueId(*kind as u32)]),
            Clause::Has(Field::Entity, name) => self.mention(name),
            Clause::Has(Field::Speaker, name) => self.hear(name),
            Clause::Has(field, value) => self.known(*field, value),
            Clause::Published(dates) => self.published(dates),
            Clause::Not(refused) => {
                let patterns = patterns(self.index, refused);
                let mut aside = Evaluation::new(self.corpus, self.index, &patterns);
                let mut documents = aside.fulfil(refused);
                documents.invert();
                documents
            }
            Clause::All(clauses) => {
                let mut all = DocumentSet::all(self.index.words.documents());
                clauses
                    .iter()
                    .for_each(|clause| all.intersect(&self.fulfil(clause)));
                all
            }
            Clause::Any(clauses) => {
                let mut any = DocumentSet::none(self.index.words.documents());
                clauses
                    .iter()
                    .for_each(|clause| any.unite(&self.fulfil(clause)));
                any
            }
        }
    }

    /// The documents that hold the next pattern.
    fn hold_next(&mut self) -> DocumentSet {
        let words = &self.index.words;
        let Some(pattern) = self.patterns.next() else {
            return DocumentSet::none(words.documents());
        };
        let documents = match pattern.slots.as_slice() {
            [_] => self.weigh_word(pattern),
            _ => {
                let found = pattern.find(words, &DocumentSet::all(words.documents()));
                self.weigh_spots(&found)
            }
        };
        self.holding.push(documents.len());
        documents
    }

    /// A pattern of one word needs no positions.
    fn weigh_word(&mut self, pattern: &Pattern) -> DocumentSet {
        let words = &self.index.words;
        let mut documents = DocumentSet::none(words.documents());
        for agreeing in pattern.slots.iter().flatten() {
            for posting in words.postings(agreeing.word) {
                let (count, in_text) = match pattern.place {
                    InDocument::Anywhere => (posting.count, posting.count - posting.in_title),
                    InDocument::Title => (posting.in_title, 0),
                };
                if count == 0 {
                    continue;
                }
                let place = posting.document.0 as usize;
                let amount = in_text as f32 * words.shortness(posting.document)
                    + TITLE * posting.in_title as f32;
                self.amounts[place] += agreeing.nearness * amount;
                self.hits[place] += count;
                documents.insert(posting.document);
            }
        }
        self.score(&documents);
        documents
    }

    /// The hits of a pattern of several words, all worth the same.
    fn weigh_spots(&mut self, spots: &[Spot]) -> DocumentSet {
        let words = &self.index.words;
        let mut documents = DocumentSet::none(words.documents());
        for spot in spots {
            let document = spot.document();
            let is_title = words.title(document).contains(&spot.position());
            let amount = if is_title {
                TITLE
            } else {
                words.shortness(document)
            };
            self.amounts[document.0 as usize] += amount;
            self.hits[document.0 as usize] += 1;
            documents.insert(document);
        }
        self.score(&documents);
        documents
    }

    /// Adds what the amounts are worth to the scores: the fewer documents hold it, the more.
    fn score(&mut self, documents: &DocumentSet) {
        let rarity = rarity(documents.len(), self.index.words.documents());
        self.has_scored |= !documents.is_empty();
        for document in documents.iter() {
            let place = document.0 as usize;
            let amount = std::mem::take(&mut self.amounts[place]);
            self.scores[place] += rarity * amount / (SATURATION + amount);
        }
    }

    /// The documents that mention entities of that address or name.
    fn mention(&mut self, name: &str) -> DocumentSet {
        let entities = self.index.facets.named(Facet::Entity, name);
        let documents = self.have(Facet::Entity, &entities);
        for document in documents.iter() {
            let values = self.index.facets.of_document(Facet::Entity, document);
            let named = values.iter().filter(|(value, _)| entities.contains(value));
            let count: u32 = named.map(|(_, count)| count).sum();
            self.amounts[document.0 as usize] = count as f32 * self.index.words.shortness(document);
        }
        self.score(&documents);
        documents
    }

    /// The documents in which an entity of that address or name says something.
    fn hear(&mut self, name: &str) -> DocumentSet {
        let speakers = self.index.facets.named(Facet::Entity, name);
        let mut documents = DocumentSet::none(self.index.words.documents());
        for document in self.have(Facet::Entity, &speakers).iter() {
            let count = hits(self.corpus, document, &speakers).len();
            if count > 0 {
                let amount = count as f32 * self.index.words.shortness(document);
                self.amounts[document.0 as usize] = amount;
                documents.insert(document);
            }
        }
        self.score(&documents);
        documents
    }

    /// The documents of which such is known.
    fn known(&mut self, field: Field, value: &str) -> DocumentSet {
        let facet = match field {
            Field::Author => Facet::Author,
            Field::Outlet => Facet::Outlet,
            Field::Document => Facet::Document,
            Field::Entity | Field::Speaker => Facet::Entity,
            Field::Confidence => Facet::Confidence,
            Field::Reviewed => Facet::Reviewed,
        };
        let values = self.index.facets.named(facet, value);
        self.have(facet, &values)
    }

    /// The documents that have any of these values of a facet; the values are in order.
    fn have(&self, facet: Facet, values: &[ValueId]) -> DocumentSet {
        let mut documents = DocumentSet::none(self.index.words.documents());
        for document in (0..self.index.words.documents() as u32).map(DocumentId) {
            let mut own = self.index.facets.of_document(facet, document).iter();
            if own.any(|(value, _)| values.binary_search(value).is_ok()) {
                documents.insert(document);
            }
        }
        documents
    }

    fn published(&self, dates: &Dates) -> DocumentSet {
        let mut documents = DocumentSet::none(self.index.words.documents());
        for (document, place) in self.corpus.documents.iter().zip(0..) {
            let published = document.facts.published.as_ref();
            if published.is_some_and(|fact| dates.hold(fact.value.as_str())) {
                documents.insert(DocumentId(place));
            }
        }
        documents
    }
}

/// BM25's weight of a word that so many of all documents hold; never negative.
fn rarity(holding: usize, all: usize) -> f32 {
    let (holding, all) = (holding as f32, all as f32);
    (1.0 + (all - holding + 0.5) / (holding + 0.5)).ln()
}

//! Ranks what a query finds, and finds its hits in the texts.

use super::evaluate::Evaluation;
use super::pattern::{InDocument, Pattern};
use super::places::{Found, Places};
use super::spot::merge;
use super::{DocumentSet, Hit, said};
use crate::corpus::Corpus;
use crate::entity::DocumentId;
use crate::index::{Index, ValueId};
use crate::query::{Clause, Query};

/// The documents that hold what is asked, and how well.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// Those that do.
    pub documents: DocumentSet,
    /// For each document of the corpus how well; more is better, 0 if nothing is asked.
    pub scores: Vec<f32>,
    /// For each document of the corpus, how many hits it has.
    pub hits: Vec<u32>,
    /// Whether the order tells anything: whether something is asked for.
    pub is_ranked: bool,
}

impl Ranking {
    /// Of some documents the best, from a place on; equals in corpus order.
    pub fn best(&self, among: &DocumentSet, from: usize, count: usize) -> Vec<DocumentId> {
        if !self.is_ranked {
            return among.iter().skip(from).take(count).collect();
        }
        let mut keys: Vec<u64> = among.iter().map(|document| self.key(document)).collect();
        let end = from.saturating_add(count);
        if end < keys.len() {
            keys.select_nth_unstable(end);
            keys.truncate(end);
        }
        keys.sort_unstable();
        let page = keys.into_iter().skip(from);
        page.map(|key| DocumentId(key as u32)).collect()
    }

    /// A number that is the smaller the better the document; scores are never negative, so their
    /// bits are in their order.
    fn key(&self, document: DocumentId) -> u64 {
        let score = self.scores[document.0 as usize].to_bits();
        u64::from(u32::MAX - score) << 32 | u64::from(document.0)
    }
}

/// A query held against an index.
#[derive(Debug)]
pub struct Search<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) index: &'a Index,
    query: &'a Query,
    /// What is asked for, in the order of the query.
    pub(super) patterns: Vec<Pattern>,
    /// If no words are asked for, those are whose saying is.
    pub(super) speakers: Vec<ValueId>,
}

impl<'a> Search<'a> {
    /// Holds a query against an index.
    pub fn new(corpus: &'a Corpus, index: &'a Index, query: &'a Query) -> Self {
        let clause = query.clause.as_ref();
        let patterns = clause.map_or_else(Vec::new, |clause| patterns(index, clause));
        let clause = clause.filter(|_| patterns.is_empty());
        let speakers = clause.map_or_else(Vec::new, |clause| said::speakers(index, clause));
        Self {
            corpus,
            index,
            query,
            patterns,
            speakers,
        }
    }

    /// The documents that hold what is asked.
    pub fn rank(&self) -> Ranking {
        let mut evaluation = Evaluation::new(self.corpus, self.index, &self.patterns);
        let documents = match &self.query.clause {
            Some(clause) => evaluation.fulfil(clause),
            None => DocumentSet::all(self.index.words.documents()),
        };
        let mut ranking = Ranking {
            is_ranked: evaluation.has_scored,
            documents,
            scores: std::mem::take(&mut evaluation.scores),
            hits: std::mem::take(&mut evaluation.hits),
        };
        self.count_once(&mut ranking);
        self.count_said(&mut ranking);
        self.reward_nearness(&mut ranking, &evaluation.holding);
        ranking
    }

    /// Where the hits in some documents are, as the index tells it: the words asked for; what speakers say who
    /// are asked for, if no words are.
    pub fn places(&self, documents: &[DocumentId]) -> Places<'_> {
        let mut among = DocumentSet::none(self.index.words.documents());
        documents
            .iter()
            .for_each(|&document| among.insert(document));
        Places::new(self, self.find(&self.patterns, &among))
    }

    /// The hits in some documents, as they come: for each in the order of its text, without
    /// overlaps.
    pub fn hits(&self, documents: &[DocumentId]) -> Vec<Vec<Hit>> {
        let places = self.places(documents);
        let hits = documents.iter().map(|&id| {
            let parts = places.of(id).into_iter();
            let document = &self.corpus.documents[id.0 as usize];
            parts
                .flat_map(|part| part.read(document, &document.text))
                .collect()
        });
        hits.collect()
    }

    /// The hits of patterns in some documents, in order; where they overlap, the first and longest.
    pub(super) fn find(&self, patterns: &[Pattern], among: &DocumentSet) -> Vec<Found> {
        let lists = patterns
            .iter()
            .map(|pattern| pattern.find(&self.index.words, among));
        let mut found: Vec<Found> = vec![];
        for (spot, asked) in merge(lists) {
            let next = Found {
                spot,
                words: patterns[asked].hit_words(),
                asked: asked as u32,
            };
            match found.last_mut() {
                Some(last) if last.spot == spot && last.words < next.words => *last = next,
                Some(last) if spot < last.spot.after(last.words) => {}
                _ => found.push(next),
            }
        }
        found
    }

    fn count_said(&self, ranking: &mut Ranking) {
        if self.speakers.is_empty() {
            return;
        }
        for document in ranking.documents.iter() {
            let said = said::hits(self.corpus, document, &self.speakers);
            ranking.hits[document.0 as usize] = said.len() as u32;
        }
    }

    /// Corrects the number of hits where one word may be a hit twice over.
    fn count_once(&self, ranking: &mut Ranking) {
        let mut pairs = self.patterns.iter().enumerate();
        let is_shared = pairs.any(|(n, pattern)| {
            self.patterns[n + 1..]
                .iter()
                .any(|other| pattern.shares_words_with(other))
        });
        if is_shared {
            ranking.hits.fill(0);
            for found in self.find(&self.patterns, &ranking.documents) {
                ranking.hits[found.spot.document().0 as usize] += 1;
            }
        }
    }
}

/// The patterns that a clause asks for, in its order.
pub(super) fn patterns(index: &Index, clause: &Clause) -> Vec<Pattern> {
    let vocabulary = index.words.vocabulary();
    match clause {
        Clause::Text(phrase) => vec![Pattern::new(vocabulary, phrase, InDocument::Anywhere)],
        Clause::Title(phrase) => vec![Pattern::new(vocabulary, phrase, InDocument::Title)],
        Clause::All(clauses) | Clause::Any(clauses) => clauses
            .iter()
            .flat_map(|clause| patterns(index, clause))
            .collect(),
        Clause::Kind(_) | Clause::Has(..) | Clause::Published(_) | Clause::Not(_) => vec![],
    }
}

use std::collections::HashMap;
use std::ops::Range;

use crate::document::Document;
use crate::entity::DocumentId;
use crate::text::Span;
use crate::text::fold::Folded;

/// A word's place in the vocabulary, which is sorted.
pub type WordId = u32;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which word.
    pub word: WordId,
    /// Where it stands.
    pub span: Span,
}

/// How often a word stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The document.
    pub document: DocumentId,
    /// How often; at least once.
    pub count: u32,
}

/// Which words stand where.
#[derive(Debug, Default)]
pub struct Words {
    /// Folded, sorted, each once.
    vocabulary: Vec<String>,
    /// For each word, the documents it stands in, in their order.
    postings: Vec<Vec<Posting>>,
    /// For each document, its words in the order of the text.
    places: Vec<Vec<Place>>,
    /// Words in all documents together.
    total: usize,
}

impl Words {
    /// The words of the documents' texts.
    pub fn of(documents: &[Document]) -> Self {
        let mut known: HashMap<String, WordId> = HashMap::new();
        let mut read = |(span, word)| {
            let next = known.len() as WordId;
            let word = *known.entry(word).or_insert(next);
            Place { word, span }
        };
        let mut places: Vec<Vec<Place>> = documents
            .iter()
            .map(|document| words(&document.text).into_iter().map(&mut read).collect())
            .collect();
        let (vocabulary, renumbered) = sort(known);
        for place in places.iter_mut().flatten() {
            place.word = renumbered[place.word as usize];
        }
        Self {
            postings: postings(&places, vocabulary.len()),
            total: places.iter().map(Vec::len).sum(),
            vocabulary,
            places,
        }
    }

    /// The word, if it stands anywhere: one number or none.
    pub fn whole(&self, word: &str) -> Range<WordId> {
        match self
            .vocabulary
            .binary_search_by(|known| known.as_str().cmp(word))
        {
            Ok(found) => found as WordId..found as WordId + 1,
            Err(place) => place as WordId..place as WordId,
        }
    }

    /// All words that start so.
    pub fn starting(&self, start: &str) -> Range<WordId> {
        let first = self
            .vocabulary
            .partition_point(|word| word.as_str() < start);
        let length = self.vocabulary[first..].partition_point(|word| word.starts_with(start));
        first as WordId..(first + length) as WordId
    }

    /// The documents a word stands in.
    pub fn postings(&self, word: WordId) -> &[Posting] {
        &self.postings[word as usize]
    }

    /// The words of a document.
    pub fn places(&self, document: DocumentId) -> &[Place] {
        &self.places[document.0 as usize]
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.places.len()
    }

    /// Words in all documents together.
    pub fn total(&self) -> usize {
        self.total
    }
}

/// The words sorted, and for each old number the new one.
fn sort(known: HashMap<String, WordId>) -> (Vec<String>, Vec<WordId>) {
    let mut sorted: Vec<_> = known.into_iter().collect();
    sorted.sort_unstable();
    let mut renumbered = vec![0; sorted.len()];
    for (new, (_, old)) in sorted.iter().enumerate() {
        renumbered[*old as usize] = new as WordId;
    }
    (
        sorted.into_iter().map(|(word, _)| word).collect(),
        renumbered,
    )
}

fn postings(places: &[Vec<Place>], vocabulary: usize) -> Vec<Vec<Posting>> {
    let mut postings: Vec<Vec<Posting>> = vec![vec![]; vocabulary];
    for (document, places) in places.iter().enumerate() {
        let document = DocumentId(document as u32);
        for place in places {
            let of_word = &mut postings[place.word as usize];
            match of_word.last_mut() {
                Some(last) if last.document == document => last.count += 1,
                _ => of_word.push(Posting { document, count: 1 }),
            }
        }
    }
    postings
}

/// The words of a text, folded, with their places in the text itself: runs of letters and digits.
/// Apostrophes and hyphens part words, so that all their forms are found alike.
pub fn words(text: &str) -> Vec<(Span, String)> {
    let folded = Folded::of(text);
    let runs = folded.text().split(|c: char| !c.is_alphanumeric());
    let words = runs.filter(|run| !run.is_empty()).map(|word| {
        let start = word.as_ptr() as usize - folded.text().as_ptr() as usize;
        let place = Span::new(start, start + word.len());
        (folded.source_of(place), word.to_owned())
    });
    words.collect()
}

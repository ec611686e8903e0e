//! The index: from words and facets to documents. It is built from the corpus when a page starts
//! and never shipped.

mod cut;
mod facets;
mod forms;
mod log;
mod numbering;
mod postings;
mod runs;
mod slips;
mod strings;
mod tally;
mod vocabulary;
mod words;

pub use cut::{LONGEST_WORD, each_word, words};
pub use facets::{FacetValue, Facets, ValueId};
pub use postings::{Positions, Posting, Postings};
pub use tally::{most_first, tally};
pub use vocabulary::{Vocabulary, WordId};
pub use words::{Words, WordsBuilder};

use crate::corpus::Corpus;

/// What answers are found by.
#[derive(Debug)]
pub struct Index {
    /// Which words stand where.
    pub words: Words,
    /// Which document has which value of each facet.
    pub facets: Facets,
    /// For each document, how many words a reader counts in it: what stands between spaces.
    pub lengths: Vec<u32>,
}

impl Index {
    /// The index of a corpus. Linear in its text and its mentions.
    pub fn of(corpus: &Corpus) -> Self {
        let mut builder = WordsBuilder::default();
        corpus
            .documents
            .iter()
            .for_each(|document| builder.add(document));
        Self {
            words: builder.finish(),
            ..Self::before_reading(corpus)
        }
    }

    /// The index of a corpus whose texts are still to be read: it knows no word.
    pub fn before_reading(corpus: &Corpus) -> Self {
        let documents = corpus.documents.iter();
        let length = |text: &str| text.split_ascii_whitespace().count() as u32;
        Self {
            words: Words::unread(corpus.documents.len()),
            facets: Facets::of(corpus),
            lengths: documents
                .map(|document| length(&document.text.once()))
                .collect(),
        }
    }
}

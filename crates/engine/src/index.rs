//! The index: from words and facets to documents. It is built from the corpus when a page starts
//! and never shipped.

mod facets;
mod words;

pub use facets::{FacetValue, Facets, ValueId};
pub use words::{Place, Posting, WordId, Words, words};

use crate::corpus::Corpus;

/// What answers are found by.
#[derive(Debug)]
pub struct Index {
    /// Which words stand where.
    pub words: Words,
    /// Which document has which value of each facet.
    pub facets: Facets,
}

impl Index {
    /// The index of a corpus. Linear in its text and its mentions.
    pub fn of(corpus: &Corpus) -> Self {
        Self {
            words: Words::of(&corpus.documents),
            facets: Facets::of(corpus),
        }
    }
}

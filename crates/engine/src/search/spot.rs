//! Places of words in the corpus as a whole, as numbers in order.

use crate::entity::DocumentId;

/// A word's place in the corpus: the document, then its position there. In that order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot(u64);

impl Spot {
    /// A position in a document.
    pub fn new(document: DocumentId, position: u32) -> Self {
        Self(u64::from(document.0) << 32 | u64::from(position))
    }

    /// The document.
    pub fn document(self) -> DocumentId {
        DocumentId((self.0 >> 32) as u32)
    }

    /// The position in it.
    pub fn position(self) -> u32 {
        self.0 as u32
    }

    /// The place so many words on.
    pub fn after(self, words: u32) -> Self {
        Self(self.0 + u64::from(words))
    }

    /// The places in order.
    pub fn sort(spots: Vec<Spot>) -> Vec<Spot> {
        let mut keys: Vec<u64> = spots.into_iter().map(|spot| spot.0).collect();
        keys.sort_unstable();
        keys.into_iter().map(Spot).collect()
    }
}

/// Several lists of places, each in order, as one; with the number of the list.
pub(super) fn merge(lists: impl Iterator<Item = Vec<Spot>>) -> Vec<(Spot, usize)> {
    let mut all: Vec<(Spot, usize)> = vec![];
    for (number, list) in lists.enumerate() {
        let mut merged = Vec::with_capacity(all.len() + list.len());
        let mut before = all.into_iter().peekable();
        for spot in list {
            while let Some(earlier) = before.next_if(|&(earlier, _)| earlier <= spot) {
                merged.push(earlier);
            }
            merged.push((spot, number));
        }
        merged.extend(before);
        all = merged;
    }
    all
}

//! Sets of documents.

use crate::entity::DocumentId;

/// A set of documents of one corpus, a bit for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSet {
    bits: Vec<u64>,
    /// How many documents the corpus has.
    of: usize,
}

impl DocumentSet {
    /// None of so many documents.
    pub fn none(of: usize) -> Self {
        Self {
            bits: vec![0; of.div_ceil(64)],
            of,
        }
    }

    /// All of so many documents.
    pub fn all(of: usize) -> Self {
        let mut all = Self::none(of);
        all.invert();
        all
    }

    /// Takes a document in.
    #[inline]
    pub fn insert(&mut self, document: DocumentId) {
        let place = document.0 as usize;
        self.bits[place / 64] |= 1 << (place % 64);
    }

    /// Whether a document is in it.
    #[inline]
    pub fn contains(&self, document: DocumentId) -> bool {
        let place = document.0 as usize;
        self.bits
            .get(place / 64)
            .is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    /// How many are in it.
    pub fn len(&self) -> usize {
        self.bits
            .iter()
            .map(|bits| bits.count_ones() as usize)
            .sum()
    }

    /// Whether none is in it.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|&bits| bits == 0)
    }

    /// Leaves only those that are in the other set too.
    pub fn intersect(&mut self, other: &Self) {
        self.bits
            .iter_mut()
            .zip(&other.bits)
            .for_each(|(mine, theirs)| *mine &= theirs);
    }

    /// Takes in those of the other set.
    pub fn unite(&mut self, other: &Self) {
        self.bits
            .iter_mut()
            .zip(&other.bits)
            .for_each(|(mine, theirs)| *mine |= theirs);
    }

    /// Exchanges what is in it and what is not.
    pub fn invert(&mut self) {
        self.bits.iter_mut().for_each(|bits| *bits = !*bits);
        if let Some(last) = self.bits.last_mut()
            && !self.of.is_multiple_of(64)
        {
            *last &= (1 << (self.of % 64)) - 1;
        }
    }

    /// Those in it, in corpus order.
    pub fn iter(&self) -> impl Iterator<Item = DocumentId> {
        (0..).zip(&self.bits).flat_map(|(block, &bits)| {
            let mut rest = bits;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(DocumentId(block * 64 + bit))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(of: usize, documents: &[u32]) -> DocumentSet {
        let mut set = DocumentSet::none(of);
        documents
            .iter()
            .for_each(|&document| set.insert(DocumentId(document)));
        set
    }

    #[test]
    fn a_set_gives_back_what_it_took_in() {
        let set = set(130, &[129, 0, 64]);
        let documents: Vec<_> = set.iter().map(|document| document.0).collect();
        assert_eq!(documents, [0, 64, 129]);
        assert!(set.contains(DocumentId(64)) && !set.contains(DocumentId(65)));
        assert_eq!(set.len(), 3);
    }

    #[test]
    fn what_is_not_in_a_set_ends_with_the_corpus() {
        for of in [0, 1, 63, 64, 65, 130] {
            assert_eq!(DocumentSet::all(of).len(), of);
        }
        let mut most = set(65, &[0]);
        most.invert();
        assert_eq!(most.len(), 64);
    }
}

//! Entries in the order in which they were found, until there are enough for a run.
//!
//! It grows in pieces: one long vector would be copied whenever it is full, and half of it could
//! stand empty.

use crate::text::number;

/// Bytes of a piece, if no entry is longer.
const PIECE: usize = 256 << 10;

/// As many bytes as the longest number takes.
const LONGEST_NUMBER: usize = 5;

/// Entries, each with the number of its word.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// In each, entry by entry: the number, bytes of the entry, the entry.
    pieces: Vec<Vec<u8>>,
}

impl Log {
    /// Puts an entry after the others.
    pub(super) fn push(&mut self, word: u32, entry: &[u8]) {
        let bytes = entry.len() + 2 * LONGEST_NUMBER;
        let piece = self.piece_for(bytes);
        number::put(piece, word);
        number::put(piece, entry.len() as u32);
        piece.extend_from_slice(entry);
    }

    fn piece_for(&mut self, bytes: usize) -> &mut Vec<u8> {
        let last = self.pieces.last();
        let is_full = last.is_none_or(|piece| piece.capacity() - piece.len() < bytes);
        if is_full {
            self.pieces.push(Vec::with_capacity(bytes.max(PIECE)));
        }
        let last = self.pieces.len() - 1;
        &mut self.pieces[last]
    }

    /// Bytes it takes.
    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(Vec::len).sum()
    }

    /// Gives all entries in their order.
    pub(super) fn each(&self, mut hear: impl FnMut(u32, &[u8])) {
        for piece in &self.pieces {
            let mut rest = piece.as_slice();
            while !rest.is_empty() {
                let word = number::take(&mut rest);
                let bytes = number::take(&mut rest) as usize;
                let (entry, after) = rest.split_at(bytes);
                hear(word, entry);
                rest = after;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn entries_come_back_in_their_order(
            entries in proptest::collection::vec((any::<u32>(), 0..2 * PIECE), 0..9)
        ) {
            let entry = |length: usize| vec![length as u8; length];
            let mut log = Log::default();
            for &(word, length) in &entries {
                log.push(word, &entry(length));
            }
            let mut heard = Vec::new();
            log.each(|word, bytes| heard.push((word, bytes.to_vec())));
            let told: Vec<_> = entries.iter().map(|&(word, length)| (word, entry(length))).collect();
            prop_assert_eq!(heard, told);
        }
    }
}

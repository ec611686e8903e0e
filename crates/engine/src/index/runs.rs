//! Entries on their way from the order of documents to that of words.
//!
//! All entries in the order of documents would take twice what the index takes, and both at once
//! three times. So every so many bytes they are put in order as a run; and when all runs are merged,
//! each gives back what was taken from it.

use super::log::Log;
use crate::text::number;

/// Bytes of a piece, of a run or of what runs are merged to, if the entries of no word are longer.
const PIECE: usize = 32 << 10;

/// The entries of consecutive documents, word by word.
#[derive(Debug)]
pub(super) struct Run {
    /// What was not taken yet: for each word its number, the bytes of its entries, the entries.
    rest: std::vec::IntoIter<Vec<u8>>,
    piece: Vec<u8>,
    at: usize,
}

impl Run {
    /// The entries of a log, of words whose numbers are below `words`.
    pub(super) fn of(log: &Log, words: usize) -> Self {
        let mut bytes = vec![0; words];
        log.each(|word, entry| bytes[word as usize] += entry.len());
        let mut run = Pieces::default();
        let mut places = vec![(0, 0); words];
        for (word, (&bytes, place)) in (0..).zip(bytes.iter().zip(&mut places)) {
            if bytes > 0 {
                let piece = run.piece_for(bytes + 10);
                number::put(piece, word);
                number::put(piece, bytes as u32);
                let start = piece.len();
                piece.resize(start + bytes, 0);
                *place = (run.pieces.len() - 1, start);
            }
        }
        log.each(|word, entry| {
            let (piece, start) = &mut places[word as usize];
            run.pieces[*piece][*start..*start + entry.len()].copy_from_slice(entry);
            *start += entry.len();
        });
        let mut rest = run.pieces.into_iter();
        let piece = rest.next().unwrap_or_default();
        Self { rest, piece, at: 0 }
    }

    /// Moves the entries of a word, if it has any; all words before it were asked for.
    pub(super) fn take(&mut self, word: u32, to: &mut Vec<u8>) {
        let mut rest = &self.piece[self.at..];
        if rest.is_empty() || number::take(&mut rest) != word {
            return;
        }
        let bytes = number::take(&mut rest) as usize;
        to.extend_from_slice(&rest[..bytes]);
        self.at = self.piece.len() - rest.len() + bytes;
        if self.at == self.piece.len() {
            self.piece = self.rest.next().unwrap_or_default();
            self.at = 0;
        }
    }
}

/// Bytes that grow without ever being moved, in pieces that no entry of a word reaches across.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pieces: Vec<Vec<u8>>,
    /// For each piece, how many bytes stand in those before it.
    starts: Vec<u32>,
    end: u32,
}

impl Pieces {
    /// A piece with room for so many bytes more, which are to be put there.
    pub(super) fn piece_for(&mut self, bytes: usize) -> &mut Vec<u8> {
        let last = self.pieces.last();
        if last.is_none_or(|piece| piece.capacity() - piece.len() < bytes) {
            self.starts.push(self.end);
            self.pieces.push(Vec::with_capacity(bytes.max(PIECE)));
        }
        self.end += bytes as u32;
        let last = self.pieces.len() - 1;
        &mut self.pieces[last]
    }

    /// The bytes that were put there in one, from a place on that counts all pieces as one.
    pub(super) fn get(&self, start: u32, end: u32) -> &[u8] {
        let after = self.starts.partition_point(|&first| first <= start);
        let bytes = after.checked_sub(1).and_then(|place| {
            let first = self.starts[place];
            let range = (start - first) as usize..(end - first) as usize;
            self.pieces[place].get(range)
        });
        bytes.unwrap_or_default()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.end as usize
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: u32 = 9;

    proptest! {
        #[test]
        fn the_entries_of_a_word_come_in_the_order_in_which_they_were_found(
            runs in prop::collection::vec(prop::collection::vec((0..WORDS, 1..2 * PIECE), 0..9), 0..4)
        ) {
            let entry = |length: usize| vec![length as u8; length];
            let mut expected = vec![Vec::new(); WORDS as usize];
            let mut made: Vec<Run> = runs.iter().map(|entries| {
                let mut log = Log::default();
                for &(word, length) in entries {
                    log.push(word, &entry(length));
                    expected[word as usize].extend(entry(length));
                }
                Run::of(&log, WORDS as usize)
            }).collect();
            let mut merged = Pieces::default();
            for (word, expected) in (0..).zip(&expected) {
                let (start, bytes) = (merged.len() as u32, expected.len());
                let piece = merged.piece_for(bytes);
                made.iter_mut().for_each(|run| run.take(word, piece));
                prop_assert_eq!(merged.get(start, start + bytes as u32), &expected[..]);
            }
        }
    }
}

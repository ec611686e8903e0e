//! The packed form of what is known about a word in one document.
//!
//! An entry is: how far the document is from that of the entry before, doubled twice, with two
//! flags; how often the word stands there; how often of these in the title, if it does at all; the
//! bytes of its positions, if any of them takes more than one; and the positions, each as its
//! distance from the one before. Numbers are written seven bits at a time, lowest first (LEB128).

use crate::entity::DocumentId;
use crate::text::number;

const IS_WIDE: u32 = 1;
const IN_TITLE: u32 = 2;

/// A word in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting<'a> {
    /// The document.
    pub document: DocumentId,
    /// How often the word stands in it; at least once.
    pub count: u32,
    /// How often of these in its title.
    pub in_title: u32,
    positions: &'a [u8],
}

impl<'a> Posting<'a> {
    /// Its positions in the document, in order.
    pub fn positions(&self) -> Positions<'a> {
        Positions {
            rest: self.positions,
            last: 0,
        }
    }

    /// Gives its positions in the document, in order: in less time than one after another.
    #[inline]
    pub fn each_position(&self, mut take_in: impl FnMut(u32)) {
        let (mut position, mut distance, mut shift) = (0, 0, 0);
        for &byte in self.positions {
            distance |= u32::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
            if byte < 0x80 {
                position += distance;
                take_in(position);
                (distance, shift) = (0, 0);
            }
        }
    }
}

/// The positions of a word in a document, in order.
#[derive(Clone, Debug)]
pub struct Positions<'a> {
    rest: &'a [u8],
    last: u32,
}

impl Iterator for Positions<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let is_one = !self.rest.is_empty();
        is_one.then(|| {
            self.last += number::take(&mut self.rest);
            self.last
        })
    }
}

/// Packs an entry; `gap` is the distance from the document of the entry before.
pub(super) fn put(packed: &mut Vec<u8>, gap: u32, in_title: u32, positions: &[u32]) {
    let distances = || {
        let before = [0].into_iter().chain(positions.iter().copied());
        positions
            .iter()
            .zip(before)
            .map(|(position, before)| position - before)
    };
    let bytes: u32 = distances().map(length).sum();
    let is_wide = bytes as usize != positions.len();
    let flags = if is_wide { IS_WIDE } else { 0 } | if in_title > 0 { IN_TITLE } else { 0 };
    number::put(packed, gap << 2 | flags);
    number::put(packed, positions.len() as u32);
    if in_title > 0 {
        number::put(packed, in_title);
    }
    if is_wide {
        number::put(packed, bytes);
    }
    distances().for_each(|distance| number::put(packed, distance));
}

/// The entries of one word.
#[derive(Clone, Copy, Debug)]
pub struct Postings<'a> {
    rest: &'a [u8],
    document: u32,
}

impl<'a> Postings<'a> {
    pub(super) fn new(packed: &'a [u8]) -> Self {
        Self {
            rest: packed,
            document: 0,
        }
    }
}

impl<'a> Iterator for Postings<'a> {
    type Item = Posting<'a>;

    fn next(&mut self) -> Option<Posting<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let head = number::take(&mut self.rest);
        self.document += head >> 2;
        let count = number::take(&mut self.rest);
        let in_title = if head & IN_TITLE > 0 {
            number::take(&mut self.rest)
        } else {
            0
        };
        let bytes = if head & IS_WIDE > 0 {
            number::take(&mut self.rest)
        } else {
            count
        };
        let (positions, rest) = self.rest.split_at_checked(bytes as usize)?;
        self.rest = rest;
        Some(Posting {
            document: DocumentId(self.document),
            count,
            in_title,
            positions,
        })
    }
}

/// Bytes that a number takes.
fn length(number: u32) -> u32 {
    match number {
        0..=0x7f => 1,
        0x80..=0x3fff => 2,
        0x4000..=0x1f_ffff => 3,
        0x20_0000..=0xfff_ffff => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pack(entries: &[(u32, u32, Vec<u32>)]) -> Vec<u8> {
        let mut packed = vec![];
        let mut before = 0;
        for (document, in_title, positions) in entries {
            put(&mut packed, document - before, *in_title, positions);
            before = *document;
        }
        packed
    }

    fn unpack(packed: &[u8]) -> Vec<(u32, u32, Vec<u32>)> {
        let entry = |posting: Posting| {
            assert_eq!(posting.count as usize, posting.positions().count());
            (
                posting.document.0,
                posting.in_title,
                posting.positions().collect(),
            )
        };
        Postings::new(packed).map(entry).collect()
    }

    #[test]
    fn a_word_that_stands_once_takes_three_bytes() {
        assert_eq!(pack(&[(3, 0, vec![100])]).len(), 3);
    }

    /// Documents in order with positions in order.
    fn any_entries() -> impl Strategy<Value = Vec<(u32, u32, Vec<u32>)>> {
        let positions = prop::collection::btree_set(0..3_000_000u32, 1..6);
        let entry = (0..3u32, positions);
        prop::collection::btree_map(0..1_000_000u32, entry, 0..6).prop_map(|entries| {
            let entries = entries.into_iter();
            let entry =
                |(document, (title, positions)): (u32, (u32, std::collections::BTreeSet<u32>))| {
                    (
                        document,
                        title.min(positions.len() as u32),
                        positions.into_iter().collect(),
                    )
                };
            entries.map(entry).collect()
        })
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(entries in any_entries()) {
            prop_assert_eq!(unpack(&pack(&entries)), entries);
        }
    }
}

//! Many short texts in one: a vocabulary takes no allocation a word.

use std::ops::Range;

/// Many short texts in one.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn push(&mut self, text: &str) {
        // Doubling, which is usual, would leave up to half of it empty.
        let room = self.text.capacity() - self.text.len();
        if room < text.len() {
            let more = text.len().max(self.text.len() / 4).max(1 << 10);
            self.text.reserve_exact(more);
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    /// Gives back room that is not in use.
    pub(super) fn shrink_to_fit(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Nothing for a place beyond the last.
    pub(super) fn get(&self, place: u32) -> &str {
        self.text.get(self.range(place)).unwrap_or_default()
    }

    pub(super) fn bytes(&self, place: u32) -> &[u8] {
        self.text
            .as_bytes()
            .get(self.range(place))
            .unwrap_or_default()
    }

    fn range(&self, place: u32) -> Range<usize> {
        let place = place as usize;
        let start = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let end = self.ends.get(place);
        start.map_or(0, |&start| start as usize)..end.map_or(0, |&end| end as usize)
    }

    /// The places of the texts in the order of their bytes. Sorted four bytes at a time, all of
    /// them as numbers, which is quicker than to compare texts.
    pub(super) fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        self.sort_from(&mut order, 0);
        order
    }

    /// Sorts texts that have their first `depth` bytes in common.
    fn sort_from(&self, places: &mut [u32], depth: usize) {
        let mut keys: Vec<u64> = places.iter().map(|&place| self.key(place, depth)).collect();
        keys.sort_unstable();
        places
            .iter_mut()
            .zip(&keys)
            .for_each(|(place, &key)| *place = key as u32);
        let mut start = 0;
        for alike in keys.chunk_by(|one, other| one >> 32 == other >> 32) {
            let end = start + alike.len();
            // Bytes that end with a zero are the last of a text: those alike are the same text.
            if alike.len() > 1 && (alike[0] >> 32) as u8 != 0 {
                self.sort_from(&mut places[start..end], depth + 4);
            }
            start = end;
        }
    }

    /// The four bytes of a text after the first `depth`, and its place.
    fn key(&self, place: u32, depth: usize) -> u64 {
        let rest = self.bytes(place).get(depth..).unwrap_or_default();
        let byte = |n: usize| u64::from(rest.get(n).copied().unwrap_or(0));
        byte(0) << 56 | byte(1) << 48 | byte(2) << 40 | byte(3) << 32 | u64::from(place)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn texts_are_sorted_as_texts_are(texts in prop::collection::btree_set("[abé]{0,11}", 0..60)) {
            let sorted: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut strings = Strings::default();
            sorted.iter().rev().for_each(|text| strings.push(text));
            let order: Vec<&str> = strings.order().into_iter().map(|place| strings.get(place)).collect();
            prop_assert_eq!(order, sorted);
        }
    }
}

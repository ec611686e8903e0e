//! Numbers words as they come, in time that no choice of words can spoil.

use std::collections::BTreeMap;

use super::strings::Strings;

/// Numbers words as they come.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    pub(super) words: Strings,
    /// A power of two of them, at most half in use.
    slots: Vec<Slot>,
    /// Words for which the slots near their own were all in use: a text may be made so that its
    /// words crowd into one place, and must not take more time for it.
    crowded: BTreeMap<String, u32>,
}

/// A place in the table of words.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    /// Number of the word plus one; 0 if the slot is free.
    number: u32,
}

/// Slots looked at for one word.
const MOST_PROBES: usize = 32;

impl Numbering {
    /// The number of a word; the next one if it is new.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if self.slots.len() < 2 * (self.words.len() + 1) {
            self.grow();
        }
        let hash = hash(word.as_bytes());
        let is_word = |number| self.words.bytes(number) == word.as_bytes();
        match self.probe(hash, is_word) {
            Probe::Found(number) => number,
            Probe::Free(place) => {
                let number = self.add(word);
                self.slots[place] = Slot {
                    hash,
                    number: number + 1,
                };
                number
            }
            Probe::Crowded => match self.crowded.get(word) {
                Some(&number) => number,
                None => {
                    let number = self.add(word);
                    self.crowded.insert(word.to_owned(), number);
                    number
                }
            },
        }
    }

    /// The number of a word that has come.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let is_word = |number| self.words.bytes(number) == word.as_bytes();
        match self.probe(hash(word.as_bytes()), is_word) {
            Probe::Found(number) => Some(number),
            Probe::Free(_) => None,
            Probe::Crowded => self.crowded.get(word).copied(),
        }
    }

    fn add(&mut self, word: &str) -> u32 {
        self.words.push(word);
        self.words.len() as u32 - 1
    }

    fn probe(&self, hash: u32, is_word: impl Fn(u32) -> bool) -> Probe {
        let mask = self.slots.len() - 1;
        for step in 0..MOST_PROBES {
            let place = (hash as usize + step) & mask;
            let slot = self.slots[place];
            let Some(number) = slot.number.checked_sub(1) else {
                return Probe::Free(place);
            };
            if slot.hash == hash && is_word(number) {
                return Probe::Found(number);
            }
        }
        Probe::Crowded
    }

    /// Doubles the slots and sets all words again.
    fn grow(&mut self) {
        let size = (4 * self.words.len()).next_power_of_two().max(64);
        self.slots = vec![Slot::default(); size];
        self.crowded.clear();
        for number in 0..self.words.len() as u32 {
            let hash = hash(self.words.bytes(number));
            match self.probe(hash, |_| false) {
                Probe::Free(place) => {
                    self.slots[place] = Slot {
                        hash,
                        number: number + 1,
                    }
                }
                Probe::Found(_) | Probe::Crowded => {
                    self.crowded
                        .insert(self.words.get(number).to_owned(), number);
                }
            }
        }
    }
}

/// What a look at a word's slots finds.
enum Probe {
    Found(u32),
    Free(usize),
    Crowded,
}

/// The multiplicative hash that compilers use for short keys (FxHash), eight bytes at a time.
fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (chunks, rest) = bytes.as_chunks::<8>();
    let rest = rest
        .iter()
        .rev()
        .fold(0, |sum, &byte| sum << 8 | u64::from(byte));
    let chunks = chunks.iter().copied().map(u64::from_le_bytes);
    let mix = |hash: u64, chunk: u64| (hash.rotate_left(5) ^ chunk).wrapping_mul(FACTOR);
    let hash = chunks.chain([rest]).fold(bytes.len() as u64, mix);
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number() {
        let mut numbering = Numbering::default();
        let words: Vec<String> = (0..5000).map(|n| format!("word{n}")).collect();
        for round in 0..2 {
            for (word, number) in words.iter().zip(0..) {
                assert_eq!(numbering.number(word), number, "round {round}");
            }
        }
        assert_eq!(numbering.words.get(4321), "word4321");
    }

    #[test]
    fn words_that_crowd_are_numbered_all_the_same() {
        let mut numbering = Numbering::default();
        let crowd: Vec<String> = (0..)
            .map(|n: u32| format!("w{n}"))
            .filter(|word| hash(word.as_bytes()) % 1024 < 2)
            .take(200)
            .collect();
        for _ in 0..2 {
            for (word, number) in crowd.iter().zip(0..) {
                assert_eq!(numbering.number(word), number);
                assert_eq!(numbering.find(word), Some(number));
            }
        }
        assert_eq!(numbering.find("another"), None);
        assert!(!numbering.crowded.is_empty());
    }
}

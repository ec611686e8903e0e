//! The sorted words of a corpus: found whole, by their beginnings, or misspelt.

use std::ops::Range;

use super::forms::forms;
use super::slips::{Shape, Slips};
use super::strings::Strings;

/// A word's place in the sorted vocabulary.
pub type WordId = u32;

/// All words of a corpus, folded, sorted, each once.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: Strings,
    shapes: Vec<Shape>,
}

impl Vocabulary {
    /// Sorts words, each of which comes once. Also gives the order: the number that each had
    /// before, in the order they have now.
    pub(super) fn sort(words: &Strings) -> (Self, Vec<u32>) {
        let order = words.order();
        let mut sorted = Strings::default();
        for &word in &order {
            sorted.push(words.get(word));
        }
        let shapes = (0..sorted.len() as u32).map(|word| Shape::of(sorted.get(word)));
        let vocabulary = Self {
            shapes: shapes.collect(),
            words: sorted,
        };
        (vocabulary, order)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The word; nothing for a number beyond the last.
    pub fn word(&self, word: WordId) -> &str {
        self.words.get(word)
    }

    /// The number of a word, if it stands anywhere.
    pub fn find(&self, word: &str) -> Option<WordId> {
        let place = self.partition_point(0, |known| known < word);
        (self.word(place) == word && !word.is_empty()).then_some(place)
    }

    /// All words that start so.
    pub fn starting(&self, start: &str) -> Range<WordId> {
        let first = self.partition_point(0, |word| word < start);
        let end = self.partition_point(first, |word| word.starts_with(start));
        first..end
    }

    /// The singular and the plurals of an English word, as far as they stand anywhere; itself too.
    pub fn forms(&self, word: &str) -> Vec<WordId> {
        let forms = forms(word);
        forms.iter().filter_map(|form| self.find(form)).collect()
    }

    /// All words that are at most so many slips of the pen away: a letter too many, missing or
    /// wrong, or two neighbours exchanged. With the number of slips.
    pub fn similar(&self, word: &str, most: u8) -> impl Iterator<Item = (WordId, u8)> {
        let wanted = Shape::of(word);
        let mut slips = Slips::new(word, most);
        let near = (0..)
            .zip(&self.shapes)
            .filter(move |(_, shape)| shape.is_near(wanted, most));
        near.filter_map(move |(other, _)| {
            let count = slips.to(self.words.get(other))?;
            Some((other, count))
        })
    }

    fn partition_point(&self, from: WordId, is_before: impl Fn(&str) -> bool) -> WordId {
        let (mut low, mut high) = (from, self.len() as WordId);
        while low < high {
            let middle = low + (high - low) / 2;
            match is_before(self.word(middle)) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }
}

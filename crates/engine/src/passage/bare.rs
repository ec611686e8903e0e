//! A text as far as it matters for finding a quotation again.

use crate::text::Span;
use crate::text::fold::Folded;

/// A text without its white space, folded.
pub(super) struct Bare {
    /// What is left of it.
    pub(super) letters: String,
    folded: Folded,
}

impl Bare {
    pub(super) fn of(text: &str) -> Self {
        let folded = Folded::of(text);
        let letters = folded.text().split(' ').collect();
        Self { letters, folded }
    }

    /// Bytes of letters that come of the first so many characters of the text.
    pub(super) fn letters_before(&self, text: &str, characters: u32) -> usize {
        let end = text.char_indices().nth(characters as usize);
        let end = end.map_or(text.len(), |(at, _)| at);
        let folded = self.folded.folded_of(Span::new(end, end)).start as usize;
        let spaces = |text: &str| text.bytes().filter(|byte| *byte == b' ').count();
        let before = self.folded.text().get(..folded).unwrap_or_default();
        before.len() - spaces(before)
    }

    /// The bytes of the text that these bytes of the letters come of.
    pub(super) fn source_of(&self, letters: Span) -> Span {
        let start = self.folded_at(letters.start as usize);
        let last = self.folded_at(letters.end as usize - 1);
        self.folded.source_of(Span::new(start, last + 1))
    }

    /// Where the folded text has the letter at this byte of the letters.
    fn folded_at(&self, letter: usize) -> usize {
        let bytes = self.folded.text().bytes().enumerate();
        let mut letters = bytes.filter(|(_, byte)| *byte != b' ');
        letters
            .nth(letter)
            .map_or(self.folded.text().len(), |(at, _)| at)
    }
}

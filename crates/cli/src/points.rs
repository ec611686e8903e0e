//! Places as other programs count them: in code points of the raw file.

use dossier_engine::document::{Document, Offsets};
use dossier_engine::text::Span;

/// Leads from places in a document's text to code points of its original.
pub(crate) struct CodePoints {
    offsets: Offsets,
    /// For each byte of the original, how many characters begin before it.
    before: Vec<u32>,
}

impl CodePoints {
    /// For the places of this document.
    pub(crate) fn of(document: &Document) -> Self {
        let original = document.original();
        let mut before = Vec::with_capacity(original.len() + 1);
        let mut count = 0;
        for c in original.chars() {
            before.extend(std::iter::repeat_n(count, c.len_utf8()));
            count += 1;
        }
        before.push(count);
        Self {
            offsets: document.offsets(),
            before,
        }
    }

    /// Where a place of the text stands in the original, in code points.
    pub(crate) fn place(&self, span: Span) -> (usize, usize) {
        let there = self.offsets.original_of(span).range();
        (
            self.before[there.start] as usize,
            self.before[there.end] as usize,
        )
    }
}

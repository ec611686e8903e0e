//! Places in a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A place in a text: bytes, half-open, both ends on characters of the text it was made for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the place.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`. Texts stay below 4 GiB: see
    /// [`crate::document::LONGEST_TEXT`].
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && end <= u32::MAX as usize);
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The same place as a range to slice with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// What stands there; nothing if the span was made for another text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether there is nothing between its ends.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether all of `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_reads_the_text_it_was_made_for() {
        assert_eq!(Span::new(0, 6).of("Émilie"), "Émili");
        assert_eq!(Span::new(0, 1).of("Émilie"), "", "never half a character");
        assert_eq!(Span::new(5, 9).of("short"), "");
    }

    #[test]
    fn touching_is_not_overlapping() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 5).contains(Span::new(3, 5)));
    }
}

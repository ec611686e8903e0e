//! The way between a document's text and its original.

use std::ops::Range;

use super::Repair;
use crate::text::{Alignment, Span, Stretch};

/// Leads from places in a document's text to places in its original and back. Made once by
/// [`super::Document::offsets`]; each question takes the logarithm of the number of repairs.
///
/// Both sides are bytes of UTF-8. An end that lies inside a repaired stretch moves outwards to
/// the stretch's end on the other side; characters that were taken out or put in at an end are
/// not taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offsets(Alignment);

impl Offsets {
    pub(super) fn new(text: &str, repairs: &[Repair]) -> Self {
        // Both cursors stand after the last repair.
        let (mut here, mut there) = (0, 0);
        let mut stretches = Vec::with_capacity(repairs.len());
        for repair in repairs {
            let span = repair.span.range();
            there += span.start - here;
            for (after, before) in replaced_pieces(repair.span.of(text), &repair.before) {
                stretches.push(Stretch {
                    text: Span::new(span.start + after.start, span.start + after.end),
                    source: Span::new(there + before.start, there + before.end),
                });
            }
            (here, there) = (span.end, there + repair.before.len());
        }
        Self(Alignment::new(stretches))
    }

    /// The place in the original of a place in the text.
    pub fn original_of(&self, text: Span) -> Span {
        self.0.source_of(text)
    }

    /// The place in the text of a place in the original.
    pub fn text_of(&self, original: Span) -> Span {
        self.0.text_of(original)
    }
}

/// What was replaced by what within one repair: where characters were only taken out, or only put
/// in, those; else all of it. Places count from the start of either side.
fn replaced_pieces(after: &str, before: &str) -> Vec<(Range<usize>, Range<usize>)> {
    if let Some(gaps) = gaps(before, after) {
        let piece = |(at, gap): (usize, Range<usize>)| (at..at, gap);
        return gaps.into_iter().map(piece).collect();
    }
    if let Some(gaps) = gaps(after, before) {
        let piece = |(at, gap): (usize, Range<usize>)| (gap, at..at);
        return gaps.into_iter().map(piece).collect();
    }
    vec![(0..after.len(), 0..before.len())]
}

/// The stretches of `long` that have to go for `short` to be left, each with its place in `short`.
fn gaps(long: &str, short: &str) -> Option<Vec<(usize, Range<usize>)>> {
    let mut gaps: Vec<(usize, Range<usize>)> = Vec::new();
    let mut kept = 0;
    for (at, ch) in long.char_indices() {
        let end = at + ch.len_utf8();
        if short[kept..].starts_with(ch) {
            kept += ch.len_utf8();
        } else if let Some((_, gap)) = gaps.last_mut().filter(|(_, gap)| gap.end == at) {
            gap.end = end;
        } else {
            gaps.push((kept, at..end));
        }
    }
    (kept == short.len()).then_some(gaps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Rule;

    #[test]
    fn a_word_inside_of_a_repair_keeps_its_place() {
        let (text, original) = ("the (ap) says", "the ( ap ) says");
        let repair = Repair {
            span: Span::new(4, 8),
            before: "( ap )".into(),
            rule: Rule::Tokenised,
        };
        let offsets = Offsets::new(text, &[repair]);
        let name = Span::new(5, 7);
        assert_eq!(offsets.original_of(name).of(original), "ap");
        assert_eq!(offsets.text_of(offsets.original_of(name)), name);
        assert_eq!(offsets.original_of(Span::new(4, 8)).of(original), "( ap )");
        assert_eq!(offsets.original_of(Span::new(9, 13)).of(original), "says");
    }

    #[test]
    fn pieces_are_as_small_as_the_characters_allow() {
        assert_eq!(
            replaced_pieces("u.s.", "u . s ."),
            [(1..1, 1..2), (2..2, 3..4), (3..3, 5..6)]
        );
        assert_eq!(replaced_pieces("( Log )", "Log )"), [(0..2, 0..0)]);
        assert_eq!(replaced_pieces("—", "â€”"), [(0..3, 0..8)]);
        assert_eq!(replaced_pieces("", "\r"), [(0..0, 0..1)]);
    }
}

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
    pub(super) fn new(repairs: &[Repair]) -> Self {
        // Both cursors stand after the last repair.
        let (mut text, mut original) = (0, 0);
        let stretches = repairs.iter().map(|repair| {
            let span = repair.span.range();
            let start = original + (span.start - text);
            (text, original) = (span.end, start + repair.before.len());
            Stretch {
                text: repair.span,
                source: Span::new(start, original),
            }
        });
        Self(Alignment::new(stretches.collect()))
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

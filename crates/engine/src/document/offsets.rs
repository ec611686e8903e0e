use super::Repair;
use crate::text::Span;

/// Leads from places in a document's text to places in its original and back. Made once by
/// [`super::Document::offsets`]; each question takes the logarithm of the number of repairs.
///
/// Both sides are bytes of UTF-8. An end that lies inside a repaired stretch moves outwards to
/// the stretch's end on the other side; characters that were taken out or put in at an end are
/// not taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offsets {
    stretches: Vec<Stretch>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    text: Span,
    original: Span,
}

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
                original: Span::new(start, original),
            }
        });
        Self {
            stretches: stretches.collect(),
        }
    }

    /// The place in the original of a place in the text.
    pub fn original_of(&self, text: Span) -> Span {
        self.across(text, |s| (s.text, s.original))
    }

    /// The place in the text of a place in the original.
    pub fn text_of(&self, original: Span) -> Span {
        self.across(original, |s| (s.original, s.text))
    }

    fn across(&self, place: Span, sides: fn(&Stretch) -> (Span, Span)) -> Span {
        let start = self.start_across(place.start, sides);
        if place.is_empty() {
            return Span { start, end: start };
        }
        let end = self.end_across(place.end, sides);
        Span {
            start: start.min(end),
            end,
        }
    }

    fn start_across(&self, start: u32, sides: fn(&Stretch) -> (Span, Span)) -> u32 {
        let passed = self.stretches.partition_point(|s| sides(s).0.end <= start);
        match self.stretches.get(passed).map(sides) {
            Some((here, there)) if here.start < start => there.start,
            _ => self.beyond(passed, start, sides),
        }
    }

    fn end_across(&self, end: u32, sides: fn(&Stretch) -> (Span, Span)) -> u32 {
        let begun = self.stretches.partition_point(|s| sides(s).0.start < end);
        match begun
            .checked_sub(1)
            .map(|last| sides(&self.stretches[last]))
        {
            Some((here, there)) if here.end > end => there.end,
            _ => self.beyond(begun, end, sides),
        }
    }

    /// Where an offset outside of all stretches leads that lies after the first `passed` ones.
    fn beyond(&self, passed: usize, offset: u32, sides: fn(&Stretch) -> (Span, Span)) -> u32 {
        match passed
            .checked_sub(1)
            .map(|last| sides(&self.stretches[last]))
        {
            Some((here, there)) => there.end + (offset - here.end),
            None => offset,
        }
    }
}

//! The way between a text and what it was made from.

use super::Span;

/// Leads from places in a text to places in the source it was made from, and back, where some
/// stretches were replaced and all others copied. Each question takes the logarithm of the
/// number of replaced stretches.
///
/// Both sides are bytes of UTF-8. An end that lies inside a replaced stretch moves outwards to
/// the stretch's end on the other side; characters that were only taken out or only put in at
/// an end are not taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// In the order of both texts, without overlaps.
    stretches: Vec<Stretch>,
}

/// What stands in the text, and what stood there in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) text: Span,
    pub(crate) source: Span,
}

/// Which side of a stretch is asked from, and which is asked for.
type Sides = fn(&Stretch) -> (Span, Span);

impl Alignment {
    pub(crate) fn new(stretches: Vec<Stretch>) -> Self {
        Self { stretches }
    }

    /// The place in the source of a place in the text.
    pub(crate) fn source_of(&self, text: Span) -> Span {
        self.across(text, |s| (s.text, s.source))
    }

    /// The place in the text of a place in the source.
    pub(crate) fn text_of(&self, source: Span) -> Span {
        self.across(source, |s| (s.source, s.text))
    }

    fn across(&self, place: Span, sides: Sides) -> Span {
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

    fn start_across(&self, start: u32, sides: Sides) -> u32 {
        let passed = self.stretches.partition_point(|s| sides(s).0.end <= start);
        match self.stretches.get(passed).map(sides) {
            Some((here, there)) if here.start < start => there.start,
            _ => self.beyond(passed, start, sides),
        }
    }

    fn end_across(&self, end: u32, sides: Sides) -> u32 {
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
    fn beyond(&self, passed: usize, offset: u32, sides: Sides) -> u32 {
        match passed
            .checked_sub(1)
            .map(|last| sides(&self.stretches[last]))
        {
            Some((here, there)) => there.end + (offset - here.end),
            None => offset,
        }
    }
}

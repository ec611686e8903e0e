//! The words around a mention: its sentence, as far as a line can hold it.

use crate::document::Part;
use crate::text::{Span, sentences};

/// Bytes of a sentence that are looked at on either side of a mention.
const LONGEST_SIDE: usize = 300;

/// The part that a place lies in; the place itself if it lies in none.
pub(super) fn part_of(parts: &[Part], place: Span) -> Span {
    let after = parts.partition_point(|part| part.span.start <= place.start);
    let part = after.checked_sub(1).map(|before| parts[before].span);
    part.filter(|part| part.overlaps(place)).unwrap_or(place)
}

/// The sentence a place lies in, or as much of it as fits into a line; never beyond its part.
pub(super) fn sentence_around(text: &str, part: Span, place: Span) -> Span {
    let seen = seen_from(text, part, place);
    let offset = seen.start;
    let inside = |sentence: Span| Span {
        start: sentence.start + offset,
        end: sentence.end + offset,
    };
    let mut around = place;
    for sentence in sentences(seen.of(text)).into_iter().map(inside) {
        if sentence.overlaps(place) {
            around.start = around.start.min(sentence.start);
            around.end = around.end.max(sentence.end);
        }
    }
    around
}

/// As much of the part as a line can hold, without the words cut at its ends.
fn seen_from(text: &str, part: Span, place: Span) -> Span {
    let from = (place.start as usize).saturating_sub(LONGEST_SIDE);
    let to = (place.end as usize).saturating_add(LONGEST_SIDE);
    let mut seen = Span {
        start: part.start.min(place.start),
        end: part.end.max(place.end),
    };
    if seen.range().start < from {
        let from = text.ceil_char_boundary(from);
        let cut = text[from..place.start as usize].find(char::is_whitespace);
        seen.start = cut.map_or(place.start, |cut| (from + cut) as u32);
    }
    if to < seen.range().end {
        let to = text.floor_char_boundary(to);
        let cut = text[place.end as usize..to].rfind(char::is_whitespace);
        seen.end = cut.map_or(place.end, |cut| place.end + cut as u32);
    }
    seen
}

/// A text with every run of white space as one space.
pub(super) fn evened(text: &str) -> String {
    let mut even = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if even.ends_with(' ') => {}
            true => even.push(' '),
            false => even.push(c),
        }
    }
    even
}

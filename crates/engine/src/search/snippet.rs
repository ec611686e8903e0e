//! Chooses the pieces of a text that show best what was found in it.

use super::Hit;
use crate::document::Part;
use crate::text::Span;

/// Snippets shown of one document.
pub const MOST_SNIPPETS: usize = 3;

/// Bytes of a snippet, about two lines.
const LONGEST: u32 = 180;

/// A place cut out of a text around hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Where; starts and ends with a word unless a word is longer than a snippet.
    pub span: Span,
    /// The place of its first hit among the document's hits, from 0.
    pub hit: usize,
    /// The part it lies in.
    pub part: Span,
}

/// The places with the most of what was asked: at most [`MOST_SNIPPETS`], in the order of the
/// text, none reaching beyond its part. Hits are in order and do not overlap.
pub fn best_cuts(text: &str, parts: &[Part], hits: &[Hit]) -> Vec<Cut> {
    let groups = (0..hits.len()).filter_map(|first| group(parts, hits, first));
    let groups: Vec<Group> = groups.collect();
    let mut order: Vec<u64> = (0..)
        .zip(&groups)
        .map(|(n, group)| group.worth << 32 | n)
        .collect();
    order.sort_unstable();
    let mut cuts: Vec<Cut> = vec![];
    for place in order {
        let cut = groups[place as u32 as usize].cut(text);
        if !cuts.iter().any(|other| other.span.overlaps(cut.span)) {
            let after = cuts.partition_point(|other| other.span < cut.span);
            cuts.insert(after, cut);
        }
        if cuts.len() == MOST_SNIPPETS {
            break;
        }
    }
    cuts
}

/// The first lines of a part.
pub fn opening_cut(text: &str, part: Span) -> Cut {
    let limit = part.end.min(part.start + LONGEST);
    let end = match last_word_end(text, part.start, limit, part) {
        nothing if nothing == part.start => text.floor_char_boundary(limit as usize) as u32,
        end => end,
    };
    Cut {
        span: Span {
            start: part.start,
            end,
        },
        hit: 0,
        part,
    }
}

/// Neighbouring hits that fit into one snippet.
struct Group {
    part: Span,
    span: Span,
    first: usize,
    /// The less the better: what counts is how many different things asked it has, then hits.
    worth: u64,
}

fn group(parts: &[Part], hits: &[Hit], first: usize) -> Option<Group> {
    let start = hits[first].span.start;
    let place = parts.partition_point(|part| part.span.end <= start);
    let part = parts.get(place)?.span;
    let limit = part.end.min(start + LONGEST);
    let fitting = hits[first..].iter().take_while(|hit| hit.span.end <= limit);
    // Of what is longer than a snippet, its beginning is shown.
    let (mut count, mut end, mut asked) = (0u16, start, 0u64);
    for hit in fitting {
        count += 1;
        end = hit.span.end;
        asked |= 1 << hit.asked.min(63);
    }
    Some(Group {
        part,
        span: Span { start, end },
        first,
        worth: u64::from(64 - asked.count_ones()) << 16 | u64::from(u16::MAX - count),
    })
}

impl Group {
    fn cut(&self, text: &str) -> Cut {
        let spare = LONGEST.saturating_sub(self.span.len() as u32);
        let start = self
            .span
            .start
            .saturating_sub(spare / 2)
            .max(self.part.start);
        let end = self
            .part
            .end
            .min(start.saturating_add(LONGEST).max(self.span.end));
        Cut {
            span: Span {
                start: first_word_start(text, start, self.span.start, self.part),
                end: last_word_end(text, self.span.end, end, self.part),
            },
            hit: self.first,
            part: self.part,
        }
    }
}

/// Where the first whole word at or after `from` starts; `by` at the latest.
fn first_word_start(text: &str, from: u32, by: u32, part: Span) -> u32 {
    if from == part.start {
        return from;
    }
    let before = text.floor_char_boundary(from as usize - 1);
    let between = &text[before..by as usize];
    let word = between.find(char::is_whitespace).map(|space| {
        let rest = &between[space..];
        by - rest.trim_start().len() as u32
    });
    word.unwrap_or(by)
}

/// Where the last whole word at or before `by` ends; `from` at the earliest.
fn last_word_end(text: &str, from: u32, by: u32, part: Span) -> u32 {
    if by == part.end {
        return by;
    }
    let from = text.floor_char_boundary(from as usize);
    let by = text.floor_char_boundary(by as usize).max(from);
    let between = &text[from..by];
    let is_word_cut = !text[by..].starts_with(char::is_whitespace);
    let kept = match between.rfind(char::is_whitespace) {
        Some(space) if is_word_cut => between[..space].trim_end().len(),
        None if is_word_cut => 0,
        _ => between.trim_end().len(),
    };
    (from + kept) as u32
}

//! Chooses the pieces of a text that show best what was found in it.

use super::{Hit, PartHits};
use crate::document::Document;
use crate::text::Span;

/// Snippets shown of one document.
pub const MOST_SNIPPETS: usize = 3;

/// Bytes of a snippet, about two lines.
const LONGEST: u32 = 180;

/// Bytes of a passage, about five lines.
const LONGEST_PASSAGE: u32 = 400;

/// A place cut out of a text around hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Where; starts and ends with a word unless a word is longer than a snippet.
    pub span: Span,
    /// The hits in it; none in an opening.
    pub hits: Vec<Hit>,
    /// How many hits of the document come before them.
    pub before: usize,
    /// The part it lies in.
    pub part: Span,
}

/// The places with the most of what was asked: at most [`MOST_SNIPPETS`], in the order of the
/// text, none reaching beyond its part. Only parts are read that may have one of them: the index
/// tells how much of what was asked a part has at most.
pub fn best_cuts(document: &Document, text: &str, parts: &[PartHits]) -> Vec<Cut> {
    let parts_by_worth = parts.iter().zip(0..).map(|(part, n)| {
        let worth = worth(part.asked(), part.count());
        worth << 32 | n
    });
    let mut parts_by_worth: Vec<u64> = parts_by_worth.collect();
    parts_by_worth.sort_unstable();
    let mut best: Vec<(u64, Cut)> = vec![];
    for bound in parts_by_worth {
        let part = &parts[bound as u32 as usize];
        let least = bound >> 32 << 32 | part.before as u64;
        if best.len() == MOST_SNIPPETS && best.iter().all(|&(key, _)| key < least) {
            break;
        }
        for (key, cut) in cuts(document, text, part, LONGEST, MOST_SNIPPETS) {
            let place = best.partition_point(|&(other, _)| other < key);
            best.insert(place, (key, cut));
        }
        best.truncate(MOST_SNIPPETS);
    }
    let mut in_order: Vec<Cut> = vec![];
    for (_, cut) in best {
        let place = in_order.partition_point(|other| other.span < cut.span);
        in_order.insert(place, cut);
    }
    in_order
}

/// As much of a part as a passage can hold, around the most of what was asked: one place.
pub fn passage_cut(document: &Document, text: &str, part: &PartHits) -> Vec<Cut> {
    let cuts = cuts(document, text, part, LONGEST_PASSAGE, 1);
    cuts.into_iter().map(|(_, cut)| cut).collect()
}

/// The best places of one part, none over another, the best first, each with a number that is the
/// smaller the better.
fn cuts(
    document: &Document,
    text: &str,
    part: &PartHits,
    longest: u32,
    most: usize,
) -> Vec<(u64, Cut)> {
    let hits = part.read(document, text);
    let span = document.parts[part.part].span;
    let groups = (0..hits.len()).map(|first| group(span, &hits, first, longest));
    let groups: Vec<Group> = groups.collect();
    let mut order: Vec<u64> = (part.before as u64..)
        .zip(&groups)
        .map(|(n, group)| group.worth << 32 | n)
        .collect();
    order.sort_unstable();
    let mut cuts: Vec<(u64, Cut)> = vec![];
    for key in order {
        let place = key as u32 as usize - part.before;
        let cut = groups[place].cut(text, span, longest);
        if !cuts.iter().any(|(_, other)| other.span.overlaps(cut)) {
            let before = hits.partition_point(|hit| hit.span.end <= cut.start);
            let after = hits.partition_point(|hit| hit.span.start < cut.end);
            cuts.push((
                key,
                Cut {
                    span: cut,
                    hits: hits[before..after].to_vec(),
                    before: part.before + before,
                    part: span,
                },
            ));
        }
        if cuts.len() == most {
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
        hits: vec![],
        before: 0,
        part,
    }
}

/// Neighbouring hits that fit into one place.
struct Group {
    span: Span,
    worth: u64,
}

/// The less the better: what counts is how many different things asked are there, then hits.
fn worth(asked: u64, hits: usize) -> u64 {
    let few = usize::from(u16::MAX).saturating_sub(hits);
    u64::from(64 - asked.count_ones()) << 16 | few as u64
}

fn group(part: Span, hits: &[Hit], first: usize, longest: u32) -> Group {
    let start = hits[first].span.start;
    let limit = part.end.min(start.saturating_add(longest));
    let fitting = hits[first..].iter().take_while(|hit| hit.span.end <= limit);
    // Of what is longer than a snippet, its beginning is shown.
    let (mut count, mut end, mut asked) = (0, start, 0u64);
    for hit in fitting {
        count += 1;
        end = hit.span.end;
        asked |= 1 << hit.asked.min(63);
    }
    Group {
        span: Span { start, end },
        worth: worth(asked, count),
    }
}

impl Group {
    /// As much of the part as there is room for, with the group about in the middle.
    fn cut(&self, text: &str, part: Span, longest: u32) -> Span {
        let Span { start, end } = self.span;
        let spare = longest.saturating_sub(self.span.len() as u32);
        let from = (part.end.saturating_sub(longest))
            .min(start.saturating_sub(spare / 2))
            .max(part.start);
        let to = part.end.min(from.saturating_add(longest).max(end));
        Span {
            start: first_word_start(text, from, start, part),
            end: last_word_end(text, end, to, part),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::drawn::corpus;
    use crate::entity::DocumentId;
    use crate::index::Index;
    use crate::query::Query;
    use crate::search::Search;

    /// The best places by way of all parts.
    fn best_of_all(document: &Document, parts: &[PartHits]) -> Vec<Cut> {
        let text = document.text.as_str();
        let all = parts
            .iter()
            .flat_map(|part| cuts(document, text, part, LONGEST, usize::MAX));
        let mut all: Vec<(u64, Cut)> = all.collect();
        all.sort_by_key(|&(key, _)| key);
        let mut best: Vec<Cut> = all.into_iter().map(|(_, cut)| cut).collect();
        best.truncate(MOST_SNIPPETS);
        best.sort_by_key(|cut| cut.span);
        best
    }

    fn any_text() -> impl Strategy<Value = String> {
        let word =
            prop::sample::select(vec!["bear", "cozy", "rained", "a", "é", "extraordinarily"]);
        let part = prop::collection::vec(word, 1..90).prop_map(|words| words.join(" "));
        prop::collection::vec(part, 1..9).prop_map(|parts| parts.join("\n\n"))
    }

    proptest! {
        #[test]
        fn the_best_places_are_found_without_reading_every_part(text in any_text(), query in 0..4usize) {
            let corpus = corpus(&[&text]);
            let (index, document) = (Index::of(&corpus), &corpus.documents[0]);
            let typed = ["bear ", "bear cozy ", "bear cozy e ", "\"cozy bear\" rained "];
            let query = Query::parse(typed[query]).0;
            let search = Search::new(&corpus, &index, &query);
            let (places, all) = (search.places(&[DocumentId(0)]), search.hits(&[DocumentId(0)]));
            let parts = places.of(DocumentId(0));
            let best = best_cuts(document, &document.text, &parts);
            prop_assert_eq!(&best, &best_of_all(document, &parts));
            let passage = |part| passage_cut(document, &document.text, part);
            let passages: Vec<Cut> = parts.iter().flat_map(passage).collect();
            prop_assert_eq!(passages.len(), parts.len());
            for cut in &passages {
                let is_short = cut.part.len() <= LONGEST_PASSAGE as usize;
                prop_assert!(!is_short || cut.span == cut.part);
            }
            for cut in best.into_iter().chain(passages) {
                let is_in_it = |hit: &&Hit| hit.span.overlaps(cut.span);
                let hits: Vec<Hit> = all[0].iter().filter(is_in_it).copied().collect();
                prop_assert_eq!(&cut.hits, &hits);
                let before = all[0].iter().filter(|hit| hit.span.end <= cut.span.start);
                prop_assert_eq!(cut.before, before.count());
            }
        }
    }
}

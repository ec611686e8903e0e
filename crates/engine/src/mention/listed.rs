//! Names from the lists: nationalities, places, organisations, events, works, products.

use super::claim::Claim;
use super::lexicon::List;
use super::words::{Phrase, Words};
use super::{Finder, Kind};

/// The listed names of some lists, as claims of one kind.
pub(super) fn listed<'w>(
    words: &'w Words,
    lists: &'static [List],
    kind: Kind,
    percent: u8,
    finder: Finder,
) -> impl Iterator<Item = Claim> + 'w {
    words
        .phrases
        .iter()
        .filter(|phrase| lists.contains(&phrase.entry.list))
        .map(move |phrase| Claim::new(phrase.start..phrase.end, kind, percent, finder))
}

/// Whether a listed name of one of these lists ends where `end` is.
pub(super) fn ends_listed(words: &Words, lists: &[List], end: usize) -> Option<Phrase> {
    // A listed name has at most a dozen words, so it begins close by.
    let from = words
        .phrases
        .partition_point(|phrase| phrase.start + 12 < end);
    words.phrases[from..]
        .iter()
        .take_while(|phrase| phrase.start < end)
        .filter(|phrase| phrase.end == end && lists.contains(&phrase.entry.list))
        .min_by_key(|phrase| phrase.start)
        .copied()
}

/// The longest listed name of one of these lists that begins at `start`.
pub(super) fn begins_listed(words: &Words, lists: &[List], start: usize) -> Option<Phrase> {
    let from = words.phrases.partition_point(|phrase| phrase.start < start);
    words.phrases[from..]
        .iter()
        .take_while(|phrase| phrase.start == start)
        .filter(|phrase| lists.contains(&phrase.entry.list))
        .max_by_key(|phrase| phrase.end)
        .copied()
}

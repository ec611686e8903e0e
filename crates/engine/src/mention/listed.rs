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

/// Words in the longest listed name, and more.
const LONGEST: usize = 12;

/// The longest listed name of one of these lists that ends before `end`.
pub(super) fn ends_listed(words: &Words, lists: &[List], end: usize) -> Option<Phrase> {
    let close = words.phrases_in(end.saturating_sub(LONGEST)..end);
    let mut ending = close
        .iter()
        .filter(|phrase| phrase.end == end && lists.contains(&phrase.entry.list));
    ending.next().copied()
}

/// The longest listed name of one of these lists that begins at `start`.
pub(super) fn begins_listed(words: &Words, lists: &[List], start: usize) -> Option<Phrase> {
    let here = words.phrases_in(start..start + 1).iter();
    here.filter(|phrase| lists.contains(&phrase.entry.list))
        .max_by_key(|phrase| phrase.end)
        .copied()
}

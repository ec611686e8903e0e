//! Finds a phrase: the words that agree with it, and where they stand together.

use std::ops::Range;

use super::DocumentSet;
use super::spot::{Spot, merge};
use crate::entity::DocumentId;
use crate::index::{Vocabulary, WordId, Words};
use crate::query::{Phrase, Reach, Spread, Word};

/// How near a word is to the one asked for, where that one is 1.
const OTHER_FORM: f32 = 0.9;
const LONGER: f32 = 0.6;
const MISSPELT: [f32; 3] = [1.0, 0.5, 0.25];

/// A phrase held against an index: for each of its words, the words of the vocabulary that agree.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub(super) slots: Vec<Slot>,
    spread: Spread,
    pub(super) place: InDocument,
}

/// The words that agree with one word of a phrase.
pub(super) type Slot = Vec<Agreeing>;

/// A word that agrees with the one asked for, and how well.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreeing {
    pub(super) word: WordId,
    pub(super) nearness: f32,
}

/// Where in a document something may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InDocument {
    /// Anywhere.
    Anywhere,
    /// In its title.
    Title,
}

impl Pattern {
    /// Holds a phrase against a vocabulary.
    pub fn new(vocabulary: &Vocabulary, phrase: &Phrase, place: InDocument) -> Self {
        Self {
            slots: phrase
                .words
                .iter()
                .map(|word| agreeing(vocabulary, word))
                .collect(),
            spread: phrase.spread,
            place,
        }
    }

    /// Whether some word could be a hit of both.
    pub fn shares_words_with(&self, other: &Pattern) -> bool {
        let mut mine: Vec<_> = self
            .slots
            .iter()
            .flatten()
            .map(|agreeing| agreeing.word)
            .collect();
        mine.sort_unstable();
        let mut theirs = other.slots.iter().flatten();
        theirs.any(|agreeing| mine.binary_search(&agreeing.word).is_ok())
    }

    /// How many words of the vocabulary agree.
    pub fn breadth(&self) -> usize {
        self.slots.iter().map(Vec::len).sum()
    }

    /// Words of a hit: all of a phrase whose words stand one after another, else each by itself.
    pub fn hit_words(&self) -> u32 {
        match self.spread {
            Spread::Adjacent => self.slots.len() as u32,
            Spread::Within(_) => 1,
        }
    }

    /// Where its hits start in some documents: in order, without overlaps.
    pub fn find(&self, words: &Words, among: &DocumentSet) -> Vec<Spot> {
        let mut candidates = among.clone();
        for slot in self.slots.iter().filter(|_| self.slots.len() > 1) {
            candidates.intersect(&self.documents(words, slot));
        }
        if candidates.is_empty() {
            return vec![];
        }
        let slots = self
            .slots
            .iter()
            .map(|slot| self.spots(words, slot, &candidates));
        match self.spread {
            Spread::Adjacent => adjacent(slots),
            Spread::Within(within) => near(slots, u32::from(within)),
        }
    }

    /// The documents that hold any word of a slot.
    pub(super) fn documents(&self, words: &Words, slot: &Slot) -> DocumentSet {
        let mut documents = DocumentSet::none(words.documents());
        for agreeing in slot {
            for posting in words.postings(agreeing.word) {
                if self.place == InDocument::Anywhere || posting.in_title > 0 {
                    documents.insert(posting.document);
                }
            }
        }
        documents
    }

    /// The positions of a document at which it may stand.
    pub(super) fn within(&self, words: &Words, document: DocumentId) -> Range<u32> {
        match self.place {
            InDocument::Anywhere => 0..u32::MAX,
            InDocument::Title => words.title(document),
        }
    }

    /// Where any word of a slot stands in some documents, in order.
    fn spots(&self, words: &Words, slot: &Slot, among: &DocumentSet) -> Vec<Spot> {
        let mut spots = vec![];
        for agreeing in slot {
            for posting in words.postings(agreeing.word) {
                let document = posting.document;
                if !among.contains(document) {
                    continue;
                }
                spots.reserve(posting.count as usize);
                let within = self.within(words, document);
                posting.each_position(|at| {
                    if within.contains(&at) {
                        spots.push(Spot::new(document, at));
                    }
                });
            }
        }
        if slot.len() > 1 {
            Spot::sort(spots)
        } else {
            spots
        }
    }
}

fn agreeing(vocabulary: &Vocabulary, word: &Word) -> Slot {
    let exact = vocabulary.find(&word.folded);
    let own = exact.map(|word| Agreeing {
        word,
        nearness: 1.0,
    });
    let is_other = move |other: &Agreeing| Some(other.word) != exact;
    let others: Slot = match word.reach {
        Reach::Exact => vec![],
        Reach::Forms => {
            let forms = vocabulary.forms(&word.folded).into_iter();
            forms
                .map(|word| Agreeing {
                    word,
                    nearness: OTHER_FORM,
                })
                .collect()
        }
        Reach::Start => {
            let longer = vocabulary.starting(&word.folded);
            longer
                .map(|word| Agreeing {
                    word,
                    nearness: LONGER,
                })
                .collect()
        }
        Reach::Similar(most) => {
            let most = most.min(word.folded.chars().count() as u8 / 2);
            let similar = vocabulary.similar(&word.folded, most);
            let nearness = |slips: u8| MISSPELT.get(usize::from(slips)).copied().unwrap_or(0.0);
            similar
                .map(|(word, slips)| Agreeing {
                    word,
                    nearness: nearness(slips),
                })
                .collect()
        }
    };
    own.into_iter()
        .chain(others.into_iter().filter(is_other))
        .collect()
}

/// Where the words stand one after another.
fn adjacent(mut slots: impl Iterator<Item = Vec<Spot>>) -> Vec<Spot> {
    let mut starts = slots.next().unwrap_or_default();
    let mut length = 1;
    for next in slots {
        let mut rest = next.into_iter().peekable();
        starts.retain(|start| {
            let wanted = start.after(length);
            while rest.next_if(|&spot| spot < wanted).is_some() {}
            rest.peek() == Some(&wanted)
        });
        length += 1;
    }
    let mut free = None;
    starts.retain(|&start| {
        let is_free = free.is_none_or(|free| start >= free);
        if is_free {
            free = Some(start.after(length));
        }
        is_free
    });
    starts
}

/// Where the words stand with at most `within` others between: each of them by itself.
fn near(slots: impl ExactSizeIterator<Item = Vec<Spot>>, within: u32) -> Vec<Spot> {
    let count = slots.len();
    let reach = within + count as u32 - 1;
    let mut last: Vec<Option<Spot>> = vec![None; count];
    let mut found = vec![];
    for (spot, slot) in merge(slots) {
        last[slot] = Some(spot);
        let is_in_reach = |last: &Option<Spot>| last.is_some_and(|last| last.after(reach) >= spot);
        if last.iter().all(is_in_reach) {
            // Those that come later stand no earlier than the last of these.
            let from = found.len();
            for spot in last.iter_mut().filter_map(Option::take) {
                let place = found[from..].partition_point(|&other| other < spot);
                found.insert(from + place, spot);
            }
        }
    }
    found.dedup();
    found
}

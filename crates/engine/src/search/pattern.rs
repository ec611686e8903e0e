use super::DocumentSet;
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

/// A place in a document where a phrase stands, or a word of one whose words stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The document.
    pub document: DocumentId,
    /// Position of the first word.
    pub position: u32,
    /// How many words.
    pub words: u32,
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

    /// Where it stands in some documents, in their order, without overlaps.
    pub fn find(&self, words: &Words, among: &DocumentSet) -> Vec<Occurrence> {
        let mut candidates = among.clone();
        for slot in self.slots.iter().filter(|_| self.slots.len() > 1) {
            candidates.intersect(&self.documents(words, slot));
        }
        if candidates.is_empty() {
            return vec![];
        }
        let keys = self
            .slots
            .iter()
            .map(|slot| self.keys(words, slot, &candidates));
        match self.spread {
            Spread::Adjacent => adjacent(keys),
            Spread::Within(within) => near(keys.collect(), u32::from(within)),
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

    /// Where any word of a slot stands in some documents: in order, as [`key`]s.
    fn keys(&self, words: &Words, slot: &Slot, among: &DocumentSet) -> Vec<u64> {
        let mut keys = vec![];
        for agreeing in slot {
            for posting in words.postings(agreeing.word) {
                if !among.contains(posting.document) {
                    continue;
                }
                let document = posting.document;
                let positions = posting.positions();
                match self.place {
                    InDocument::Anywhere => keys.extend(positions.map(|at| key(document, at))),
                    InDocument::Title => {
                        let title = words.title(document);
                        let inside = positions.filter(|at| title.contains(at));
                        keys.extend(inside.map(|at| key(document, at)));
                    }
                }
            }
        }
        if slot.len() > 1 {
            keys.sort_unstable();
        }
        keys
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

/// A place in the corpus: the document, then the position.
fn key(document: DocumentId, position: u32) -> u64 {
    u64::from(document.0) << 32 | u64::from(position)
}

fn occurrence(key: u64, words: u32) -> Occurrence {
    Occurrence {
        document: DocumentId((key >> 32) as u32),
        position: key as u32,
        words,
    }
}

/// Where the words stand one after another.
fn adjacent(mut slots: impl Iterator<Item = Vec<u64>>) -> Vec<Occurrence> {
    let mut starts = slots.next().unwrap_or_default();
    let mut length = 1;
    for next in slots {
        let mut rest = next.into_iter().peekable();
        starts.retain(|start| {
            let wanted = start + length;
            while rest.next_if(|&key| key < wanted).is_some() {}
            rest.peek() == Some(&wanted)
        });
        length += 1;
    }
    let mut free = 0;
    starts.retain(|&start| {
        let is_free = start >= free;
        if is_free {
            free = start + length;
        }
        is_free
    });
    starts
        .into_iter()
        .map(|start| occurrence(start, length as u32))
        .collect()
}

/// Where the words stand with at most `within` others between: each of them by itself.
fn near(slots: Vec<Vec<u64>>, within: u32) -> Vec<Occurrence> {
    let count = slots.len();
    let mut all: Vec<(u64, usize)> = vec![];
    for (slot, keys) in slots.into_iter().enumerate() {
        all.extend(keys.into_iter().map(|key| (key, slot)));
    }
    // Each slot's are in order, which this sort makes use of.
    all.sort();
    let reach = u64::from(within) + count as u64 - 1;
    let mut last: Vec<Option<u64>> = vec![None; count];
    let mut found = vec![];
    for (key, slot) in all {
        last[slot] = Some(key);
        let is_together = last
            .iter()
            .all(|last| last.is_some_and(|last| last + reach >= key));
        if is_together {
            found.extend(last.iter_mut().filter_map(Option::take));
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|key| occurrence(key, 1)).collect()
}

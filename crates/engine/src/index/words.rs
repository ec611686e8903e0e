//! The inverted index: which word stands where, built document by document.

use std::ops::Range;

use super::cut::{BETWEEN_PARTS, each_place};
use super::log::Log;
use super::numbering::Numbering;
use super::postings::{self, Postings};
use super::runs::{Pieces, Run};
use super::vocabulary::{Vocabulary, WordId};
use crate::document::{Document, Role};
use crate::entity::DocumentId;
use crate::text::number;

/// Which words stand where: an inverted index with positions, packed.
#[derive(Debug, Default)]
pub struct Words {
    vocabulary: Vocabulary,
    /// The entries of all words, one word after another as they were first found.
    packed: Pieces,
    /// For each word in the order of the vocabulary, where its entries start and end.
    places: Vec<(u32, u32)>,
    documents: Documents,
}

/// What is known about documents as far as words go.
#[derive(Debug, Default)]
struct Documents {
    /// How many words each has.
    lengths: Vec<u32>,
    /// How much one word of each tells: 1 where it has as many as others.
    shortness: Vec<f32>,
    /// The positions of each title: its first, and the first after it.
    titles: Vec<(u32, u32)>,
    /// How many words each part has, document by document, as [`number::put`] packs it.
    part_lengths: Vec<u8>,
    /// Where in that the parts of each document start.
    parts: Vec<u32>,
}

impl Words {
    /// So many documents of which nothing was read yet.
    pub fn unread(documents: usize) -> Self {
        Self {
            documents: Documents {
                lengths: vec![0; documents],
                shortness: vec![1.0; documents],
                titles: vec![(0, 0); documents],
                part_lengths: vec![],
                parts: vec![0; documents],
            },
            ..Self::default()
        }
    }

    /// The words there are.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The documents a word stands in, in their order.
    pub fn postings(&self, word: WordId) -> Postings<'_> {
        let place = self.places.get(word as usize);
        Postings::new(place.map_or(&[], |&(start, end)| self.packed.get(start, end)))
    }

    /// Of some words those that stand most often, the most frequent first; told by the bytes of
    /// their entries, which grow with the documents they stand in.
    pub fn most_frequent(&self, words: &[WordId], most: usize) -> Vec<WordId> {
        let bytes = |word: WordId| {
            let (start, end) = self.places[word as usize];
            end - start
        };
        let key = |&word: &WordId| u64::from(u32::MAX - bytes(word)) << 32 | u64::from(word);
        let mut keys: Vec<u64> = words.iter().map(key).collect();
        keys.sort_unstable();
        keys.into_iter()
            .take(most)
            .map(|key| key as WordId)
            .collect()
    }

    /// How much one word of a document tells: 1 in a document of usual length, more in a shorter
    /// one, less in a longer one.
    pub fn shortness(&self, document: DocumentId) -> f32 {
        self.documents.shortness[document.0 as usize]
    }

    /// The positions of a document's title.
    pub fn title(&self, document: DocumentId) -> Range<u32> {
        let (start, end) = self.documents.titles[document.0 as usize];
        start..end
    }

    /// The positions of the words of each part of a document, in reading order.
    pub fn parts(&self, document: DocumentId) -> impl Iterator<Item = Range<u32>> {
        let Documents {
            parts,
            part_lengths,
            ..
        } = &self.documents;
        let place = document.0 as usize;
        let end = parts.get(place + 1).copied();
        let end = end.map_or(part_lengths.len(), |end| end as usize);
        let mut rest = &part_lengths[parts[place] as usize..end];
        let mut next = 0;
        std::iter::from_fn(move || {
            let start = next;
            let end = start + (!rest.is_empty()).then(|| number::take(&mut rest))?;
            next = end + BETWEEN_PARTS;
            Some(start..end)
        })
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.documents.lengths.len()
    }

    /// Bytes that the packed entries take.
    pub fn packed_size(&self) -> usize {
        self.packed.len()
    }
}

/// Makes [`Words`] from documents as they come.
#[derive(Debug, Default)]
pub struct WordsBuilder {
    numbering: Numbering,
    /// For each word.
    seen: Vec<Seen>,
    /// The last entries, document by document.
    log: Log,
    /// All others.
    runs: Vec<Run>,
    documents: Documents,
    /// The words of the document at hand, as [`Here`].
    here: Vec<u64>,
    positions: Vec<u32>,
    entry: Vec<u8>,
    part_lengths: Vec<u32>,
}

/// Bytes of entries that make a run.
const RUN: usize = 1 << 20;

/// How much the length of a document counts (BM25's b).
const LENGTH: f32 = 0.75;

impl Documents {
    /// Compares the lengths, once all are known.
    fn measure(mut self) -> Self {
        let total: u64 = self.lengths.iter().copied().map(u64::from).sum();
        let mean = (total as f32 / self.lengths.len().max(1) as f32).max(1.0);
        let shortness = |&length: &u32| 1.0 / (1.0 - LENGTH + LENGTH * length as f32 / mean);
        self.shortness = self.lengths.iter().map(shortness).collect();
        self
    }
}

/// What has come of a word so far.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// The last document it stands in.
    document: u32,
    /// Bytes of its entries.
    bytes: u32,
}

impl WordsBuilder {
    /// Takes in the next document.
    pub fn add(&mut self, document: &Document) {
        self.here.clear();
        let mut title = (0, 0);
        let mut part_lengths = std::mem::take(&mut self.part_lengths);
        part_lengths.clear();
        part_lengths.resize(document.parts.len(), 0);
        each_place(document, |place| {
            let word = self.numbering.number(place.word);
            let is_title = place.role == Role::Title;
            if is_title {
                title.0 = if title.1 == 0 {
                    place.position
                } else {
                    title.0
                };
                title.1 = place.position + 1;
            }
            part_lengths[place.part] += 1;
            self.here.push(
                Here {
                    word,
                    position: place.position,
                    is_title,
                }
                .key(),
            );
        });
        self.here.sort_unstable();
        self.seen
            .resize(self.numbering.words.len(), Seen::default());
        let here = std::mem::take(&mut self.here);
        for same in here.chunk_by(|&a, &b| Here::of(a).word == Here::of(b).word) {
            self.enter(same);
        }
        self.documents.lengths.push(here.len() as u32);
        self.documents.titles.push(title);
        let packed = &mut self.documents.part_lengths;
        self.documents.parts.push(packed.len() as u32);
        part_lengths
            .iter()
            .for_each(|&words| number::put(packed, words));
        self.part_lengths = part_lengths;
        self.here = here;
        if self.log.len() >= RUN {
            self.end_run();
        }
    }

    fn end_run(&mut self) {
        let log = std::mem::take(&mut self.log);
        self.runs.push(Run::of(&log, self.seen.len()));
    }

    /// Logs the entry of one word of the document at hand.
    fn enter(&mut self, same: &[u64]) {
        let word = Here::of(same[0]).word;
        let document = self.documents.lengths.len() as u32;
        let in_title = same.iter().filter(|&&key| Here::of(key).is_title).count();
        self.positions.clear();
        self.positions
            .extend(same.iter().map(|&key| Here::of(key).position));
        self.entry.clear();
        let seen = &mut self.seen[word as usize];
        let gap = document - seen.document;
        postings::put(&mut self.entry, gap, in_title as u32, &self.positions);
        seen.document = document;
        seen.bytes += self.entry.len() as u32;
        self.log.push(word, &self.entry);
    }

    /// The index of all documents taken in.
    pub fn finish(mut self) -> Words {
        self.end_run();
        let mut packed = Pieces::default();
        let merge = |(word, seen): (u32, &Seen)| {
            let start = packed.len() as u32;
            let piece = packed.piece_for(seen.bytes as usize);
            self.runs.iter_mut().for_each(|run| run.take(word, piece));
            (start, start + seen.bytes)
        };
        let merged: Vec<(u32, u32)> = (0..).zip(&self.seen).map(merge).collect();
        let (vocabulary, order) = Vocabulary::sort(&self.numbering.words);
        Words {
            vocabulary,
            packed,
            places: order.iter().map(|&word| merged[word as usize]).collect(),
            documents: self.documents.measure(),
        }
    }
}

/// A word of the document at hand, as a key that brings equal words together.
struct Here {
    word: u32,
    position: u32,
    is_title: bool,
}

impl Here {
    fn key(&self) -> u64 {
        u64::from(self.word) << 32 | u64::from(self.position) << 1 | u64::from(self.is_title)
    }

    fn of(key: u64) -> Self {
        Self {
            word: (key >> 32) as u32,
            position: key as u32 >> 1,
            is_title: key & 1 == 1,
        }
    }
}

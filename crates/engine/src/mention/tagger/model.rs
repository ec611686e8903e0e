//! The model's file, read and checked.

use std::fmt;

use super::features::KEY_BITS;
use super::lexicon::{Entry, Lexicon, NAME_BITS};
use super::path::{NEVER, Steps};
use super::weights::{LANES, Weights};
use crate::mention::{Confidence, Kind};

/// What a model's file begins with; the last byte is the version of the format.
pub const MAGIC: [u8; 8] = *b"dossTAG\x02";

/// How many margins are told apart.
pub const SURE: usize = 32;

/// A transition that is not allowed, as the file has it.
pub const FORBIDDEN: i16 = i16::MIN;

/// What was learnt: lexicon, weights, transitions.
///
/// The file, all numbers little-endian: [`MAGIC`]; the checksum ([`checksum`]) of what follows, 8
/// bytes; the sources, UTF-8, after their length in 4 bytes; the number of kinds, a byte, then each
/// kind's slug after its length in a byte; with n labels, n and n × n transitions of 2 bytes, for
/// the start of a sentence and from label to label; [`SURE`] per cents, a byte each, and what a margin
/// must grow by for the next of them, 2 bytes. Then the lexicon: how many names, 4 bytes; the
/// gaps between names (low bytes of all, then the rest of each: a byte, or 255 and 4 bytes); the
/// clusters' low bytes; their high bytes; the lists. Last the weights: how many features, 4 bytes;
/// gaps between keys, as above; for each feature a bit for each label it speaks of (low bytes, then
/// high bytes); the weights in that order, a byte each.
#[derive(Clone, Debug)]
pub struct Model {
    /// Kinds it tells apart, in the order of its labels.
    pub kinds: Vec<Kind>,
    /// What it was made from, for people.
    pub sources: String,
    pub(super) lexicon: Lexicon,
    pub(super) weights: Weights,
    pub(super) steps: Steps,
    sure: [u8; SURE],
    sure_step: u16,
}

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// They do not begin like one, or are of another version.
    NotAModel,
    /// They are not what was written.
    Checksum,
    /// They end too early, or what they say cannot be.
    Content,
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Damaged::NotAModel => "this is no model for this version of the recogniser",
            Damaged::Checksum => "the model arrived damaged: its checksum does not fit",
            Damaged::Content => "the model contradicts itself",
        })
    }
}

impl std::error::Error for Damaged {}

impl Model {
    /// Reads a model's file.
    pub fn open(bytes: &[u8]) -> Result<Model, Damaged> {
        let body = bytes.strip_prefix(&MAGIC).ok_or(Damaged::NotAModel)?;
        let mut reader = Reader(body);
        let sum = reader.array().map(u64::from_le_bytes)?;
        if sum != checksum(reader.0) {
            return Err(Damaged::Checksum);
        }
        let length = reader.count()?;
        let sources = String::from_utf8_lossy(reader.take(length)?).into_owned();
        let kinds = reader.kinds()?;
        let steps = reader.steps(1 + 2 * kinds.len())?;
        let sure = reader.array()?;
        let sure_step = reader.array().map(u16::from_le_bytes)?.max(1);
        let lexicon = reader.lexicon()?;
        let weights = reader.weights(1 + 2 * kinds.len())?;
        Ok(Model {
            kinds,
            sources,
            lexicon,
            weights,
            steps,
            sure,
            sure_step,
        })
    }

    /// The kind of the names that a label belongs to.
    pub(super) fn kind_of(&self, label: u8) -> Option<Kind> {
        let place = usize::from(label).checked_sub(1)? / 2;
        self.kinds.get(place).copied()
    }

    /// How sure a name is whose labels are so much better than any others.
    pub(super) fn confidence(&self, margin: i32) -> Confidence {
        Confidence::percent(self.sure[self.sureness(margin)])
    }

    /// The place among the [`SURE`] of what a margin tells.
    pub fn sureness(&self, margin: i32) -> usize {
        (margin.max(0) as usize / usize::from(self.sure_step)).min(SURE - 1)
    }

    /// What is known of names before they are met.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}

/// FNV-1a over 64 bits.
pub fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// What has not been read yet.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Damaged::Content)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Damaged> {
        let (taken, rest) = self.0.split_first_chunk().ok_or(Damaged::Content)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, Damaged> {
        self.array().map(|[byte]: [u8; 1]| byte)
    }

    fn count(&mut self) -> Result<usize, Damaged> {
        self.array().map(|bytes| u32::from_le_bytes(bytes) as usize)
    }

    fn kinds(&mut self) -> Result<Vec<Kind>, Damaged> {
        let count = usize::from(self.byte()?);
        if count == 0 || 1 + 2 * count > LANES {
            return Err(Damaged::Content);
        }
        (0..count)
            .map(|_| {
                let length = usize::from(self.byte()?);
                let slug = std::str::from_utf8(self.take(length)?).unwrap_or_default();
                Kind::from_slug(slug).ok_or(Damaged::Content)
            })
            .collect()
    }

    fn steps(&mut self, labels: usize) -> Result<Steps, Damaged> {
        let mut steps = Steps {
            start: [NEVER; LANES],
            next: [[NEVER; LANES]; LANES],
        };
        self.step_row(&mut steps.start[..labels])?;
        for row in &mut steps.next[..labels] {
            self.step_row(&mut row[..labels])?;
        }
        Ok(steps)
    }

    fn step_row(&mut self, row: &mut [i32]) -> Result<(), Damaged> {
        for step in row {
            *step = match i16::from_le_bytes(self.array()?) {
                FORBIDDEN => NEVER,
                score => i32::from(score),
            };
        }
        Ok(())
    }

    /// Rising numbers below `1 << bits`, each told by its distance from the one before.
    fn rising(&mut self, count: usize, bits: u32) -> Result<Vec<u32>, Damaged> {
        let low = self.take(count)?;
        let mut numbers = Vec::with_capacity(low.len());
        let mut last = 0u64;
        for &low in low {
            let high = match self.byte()? {
                255 => u64::from(u32::from_le_bytes(self.array()?)),
                high => u64::from(high),
            };
            last += high << 8 | u64::from(low);
            if last >= 1 << bits {
                return Err(Damaged::Content);
            }
            numbers.push(last as u32);
        }
        Ok(numbers)
    }

    fn lexicon(&mut self) -> Result<Lexicon, Damaged> {
        let count = self.count()?;
        let names = self.rising(count, NAME_BITS)?;
        let (low, high) = (self.take(count)?, self.take(count)?);
        let lists = self.take(count)?;
        let entries = low.iter().zip(high).zip(lists);
        let named = names.into_iter().zip(entries);
        let named: Vec<_> = named
            .map(|(name, ((&low, &high), &lists))| {
                let cluster = u16::from_le_bytes([low, high]);
                (name, Entry { cluster, lists })
            })
            .collect();
        Ok(Lexicon::new(named.into_iter()))
    }

    fn weights(&mut self, labels: usize) -> Result<Weights, Damaged> {
        let count = self.count()?;
        let keys = self.rising(count, KEY_BITS)?;
        let (low, high) = (self.take(count)?, self.take(count)?);
        let mut rows = Vec::with_capacity(count);
        for (key, (&low, &high)) in keys.into_iter().zip(low.iter().zip(high)) {
            let spoken_of = u16::from_le_bytes([low, high]);
            if spoken_of >> labels != 0 {
                return Err(Damaged::Content);
            }
            let mut row = [0; LANES];
            for (label, weight) in row.iter_mut().enumerate() {
                if spoken_of >> label & 1 == 1 {
                    *weight = i8::from_le_bytes(self.array()?);
                }
            }
            rows.push((key, row));
        }
        Ok(Weights::new(rows.into_iter()))
    }
}

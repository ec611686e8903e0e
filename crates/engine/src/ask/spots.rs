//! Where the mentions and hits of a document stand: all that stepping from one to the next needs,
//! without the text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bytes::Bytes;
use super::{Mark, Run};
use crate::mention::Kind;

/// A mention or a hit, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The part it begins in, by its place.
    pub part: u32,
    /// Bytes of the document's parts before it.
    pub before: u32,
    /// What stands there.
    pub what: Spotted,
}

/// What stands at a [`Spot`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spotted {
    /// A mention.
    Mention {
        /// Its place among the document's mentions, from 0.
        ordinal: u32,
        /// What sort of thing it names.
        kind: Kind,
        /// The entity it belongs to, by its place in
        /// [`DocumentText::entities`](super::DocumentText::entities).
        entity: Option<u32>,
    },
    /// A hit, by its place among the document's hits, from 1.
    Hit(u32),
}

/// Spots in reading order, as bytes: of thousands each is looked at once, so they are not unpacked before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spots(Bytes);

/// Bytes of a spot: four numbers of four bytes, the smallest byte first. The third is the mention's or the
/// hit's own number; the fourth is 0 for a hit, and for a mention its kind from 1, above which stands its
/// entity, from 1, if it has one.
const SPOT: usize = 16;

impl Spots {
    fn push(&mut self, spot: Spot) {
        let (number, what) = match spot.what {
            Spotted::Hit(hit) => (hit, 0),
            Spotted::Mention {
                ordinal,
                kind,
                entity,
            } => {
                let entity = entity.map_or(0, |entity| entity + 1);
                (ordinal, (1 + kind as u32) | (entity << 8))
            }
        };
        let numbers = [spot.part, spot.before, number, what];
        let bytes = numbers.into_iter().flat_map(u32::to_le_bytes);
        self.0.0.extend(bytes);
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Spot> {
        self.0.0.as_chunks().0.iter().filter_map(spot)
    }
}

/// The spot that [`Spots::push`] writes so.
fn spot(bytes: &[u8; SPOT]) -> Option<Spot> {
    let numbers = bytes.as_chunks().0.iter().copied();
    let mut numbers = numbers.map(u32::from_le_bytes);
    let (part, before) = (numbers.next()?, numbers.next()?);
    let (number, what) = (numbers.next()?, numbers.next()?);
    let what = match (what & 0xff).checked_sub(1) {
        None => Spotted::Hit(number),
        Some(kind) => Spotted::Mention {
            ordinal: number,
            kind: *Kind::ALL.get(kind as usize)?,
            entity: (what >> 8).checked_sub(1),
        },
    };
    Some(Spot { part, before, what })
}

/// The spots of a document, gathered part by part.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) spots: Spots,
    /// The entities they name, by slug.
    pub(super) entities: Vec<String>,
    place_of: BTreeMap<String, u32>,
    parts: u32,
    bytes: usize,
    /// The last mention and the last hit: runs of one follow one another.
    last: (Option<u32>, Option<u32>),
}

impl Gathered {
    /// Goes on with the next part.
    pub(super) fn add(&mut self, runs: &[Run]) {
        for run in runs {
            let new = run
                .mark
                .as_ref()
                .filter(|mark| Some(mark.ordinal) != self.last.0);
            if let Some(mark) = new {
                self.last.0 = Some(mark.ordinal);
                let mention = self.mention(mark);
                self.put(mention);
            }
            if let Some(hit) = run.hit.filter(|hit| Some(*hit) != self.last.1) {
                self.last.1 = Some(hit);
                self.put(Spotted::Hit(hit));
            }
            self.bytes += run.text.len();
        }
        self.parts += 1;
    }

    fn put(&mut self, what: Spotted) {
        self.spots.push(Spot {
            part: self.parts,
            before: u32::try_from(self.bytes).unwrap_or(u32::MAX),
            what,
        });
    }

    fn mention(&mut self, mark: &Mark) -> Spotted {
        Spotted::Mention {
            ordinal: mark.ordinal,
            kind: mark.kind,
            entity: mark.entity.as_ref().map(|slug| self.place(slug)),
        }
    }

    fn place(&mut self, slug: &str) -> u32 {
        if let Some(place) = self.place_of.get(slug) {
            return *place;
        }
        let place = self.entities.len() as u32;
        self.entities.push(slug.to_owned());
        self.place_of.insert(slug.to_owned(), place);
        place
    }
}
